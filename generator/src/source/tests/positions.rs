//! Which bytes a pointer means.

use super::files;
use crate::diagnostic::{Place, Sink};
use crate::source::{Limits, Pointer, Sources};

/// Pointers with the text of their key and of their value; `?` where there is none.
fn finds(path: &str, text: &str, expected: &[(&str, &str, &str)]) {
    let loader = files([(path, text)]);
    let sources = Sources::new(&loader, Limits::default());
    let file = sources.load(path, None, &Sink::new()).unwrap();
    let found = |place: Place| {
        let span = sources.span(&place);
        sources.text(file)[span.bytes].to_owned()
    };
    for (pointer, key, value) in expected {
        let pointer = Pointer::new(file, pointer);
        assert_eq!(found(Place::Key(pointer.clone())), *key, "key of {pointer}");
        assert_eq!(found(Place::Value(pointer.clone())), *value, "value of {pointer}");
    }
}

#[test]
fn keys_and_values_in_yaml() {
    finds(
        "api.yaml",
        "paths:\r\n  /löschen:  # ü\r\n    \"get\": {tags: [ä, 'ö' , \"ü\"]}\r\n    put:\r\n    post: |\r\n      a\r\n      b\r\n  200: plain text  # no\r\n",
        &[
            ("/paths/~1löschen/get", "\"get\"", "{tags: [ä, 'ö' , \"ü\"]}"),
            ("/paths/~1löschen/get/tags/1", "'ö'", "'ö'"),
            ("/paths/~1löschen/put", "put", "put"),
            ("/paths/~1löschen/post", "post", "post"),
            ("/paths/200", "200", "plain text"),
            ("/paths/~1löschen/patch/tags", "/löschen", "/löschen"),
            ("/paths", "paths", "paths"),
        ],
    );
}

/// A closing bracket or a quoted text at the margin is no YAML 1.2, but libyaml takes it.
#[test]
fn lines_that_are_indented_too_little() {
    finds(
        "api.yaml",
        "a:\n    b: {\"ü\": [1,\n    2\n  ]\n}\n    c: \"one\\\"\n\n  two\" # three\n    d: 'it''s'\n",
        &[("/a/b/ü/1", "2", "2"), ("/a/c", "c", "c"), ("/a/d", "d", "'it''s'")],
    );
}

#[test]
fn lists_in_yaml() {
    finds(
        "api.yaml",
        "- name: a\n  in: query\n-\n  - b\n- [c]\n",
        &[("/0", "name: a", "name: a"), ("/0/in", "in", "query"), ("/1/0", "b", "b"), ("/2", "[c]", "[c]")],
    );
}

#[test]
fn aliases_and_merge_keys_lead_to_what_they_stand_for() {
    finds(
        "api.yaml",
        "base: &base\n  type: text\n  list: &list [1, 2]\na: *base\nb:\n  <<: *base\n  c: *list\nd: {<<: [{e: 5}, *base]}\n",
        &[
            ("/a", "a", "*base"),
            ("/a/type", "type", "text"),
            ("/b/type", "type", "text"),
            ("/b/c/1", "2", "2"),
            ("/d/e", "e", "5"),
            ("/d/list/0", "1", "1"),
        ],
    );
}

#[test]
fn keys_and_values_in_json() {
    finds(
        "api.json",
        "{\t\"a\\u002f\" : [ 1, \"\\\"]\", {\"b\":null}],\n\t\"c\":\ttrue, \"d\": {\n}, \"ü\": -1.5e3}",
        &[
            ("/a~1/0", "1", "1"),
            ("/a~1/1", "\"\\\"]\"", "\"\\\"]\""),
            ("/a~1/2/b", "\"b\"", "null"),
            ("/c", "\"c\"", "true"),
            ("/d", "\"d\"", "\"d\""),
            ("/ü", "\"ü\"", "-1.5e3"),
        ],
    );
}
