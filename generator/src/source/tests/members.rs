//! What is read from JSON does not depend on how many threads read it.

use rayon::ThreadPoolBuilder;
use serde_json::Value;

use super::rendered;
use crate::diagnostic::Sink;
use crate::source::{Limits, MemoryLoader, Sources};

/// The tree, what was said, and whether no other file belongs to it.
type Read = (Option<Value>, String, bool);

fn by_threads(text: &str, limits: &Limits, threads: usize) -> Read {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let loader = MemoryLoader::new().with("api.json", text);
        let (sources, sink) = (Sources::new(&loader, limits.clone()), Sink::new());
        let file = sources.load("api.json", None, &sink);
        let tree = file.and_then(|file| sources.root(file)).map(|root| root.value.clone());
        (tree, rendered(sink, &sources), file.is_some_and(|file| sources.is_closed(file)))
    })
}

fn read(text: &str, limits: &Limits) -> Read {
    let one = by_threads(text, limits, 1);
    for threads in [2, 3, 8] {
        assert_eq!(by_threads(text, limits, threads), one, "by {threads} threads");
    }
    one
}

/// A root with these members after a long one.
fn root(members: &str) -> String {
    format!("{{\"x\": \"{}\", {members}}}", "long ".repeat(20))
}

fn says(members: &str) -> String {
    read(&root(members), &Limits::default()).1
}

#[test]
fn members_are_in_their_order() {
    let text = root(r#""z": [1, {"b": 2, "a": 3}], "a": {"z": null, "y": 1.50}, "m": "\u00e9\n", "": {}"#);
    let (tree, said, closed) = read(&text, &Limits::default());
    assert_eq!(
        tree.unwrap().to_string(),
        root(r#""z":[1,{"b":2,"a":3}],"a":{"z":null,"y":1.5},"m":"é\n","":{}"#)
            .replace("x\": ", "x\":")
            .replace(", \"z", ",\"z")
    );
    assert_eq!((said.as_str(), closed), ("", true));
}

#[test]
fn a_reference_to_another_file_is_noticed_wherever_it_is() {
    for members in [r#""a": {"$ref": "b.json"}"#, r#""$ref": "b.json""#, r#""mapping": {"a": "b.json"}"#] {
        assert!(!read(&root(members), &Limits::default()).2, "{members}");
    }
}

#[test]
fn what_is_wrong_is_said_alike() {
    assert!(says(r#""a": {"b": 1, "b": 2}"#).contains("`b`"));
    assert!(says(r#""a": 1, "a": 2"#).contains("`a`"));
    // What is no JSON may be YAML still.
    for broken in
        [r#""a": [1, 2"#, r#""a": 1}, {"#, r#""a": "b"#, r#""a": {}}"#, r#""a" 1"#, r#""a": {"b" 1}"#]
    {
        assert!(says(broken).starts_with("error"), "{broken}: {}", says(broken));
    }
}

#[test]
fn limits_are_those_of_the_whole() {
    let nested = |depth: usize| root(&format!("\"a\": {}1{}", "[".repeat(depth), "]".repeat(depth)));
    for depth in [120, 125, 126, 127, 128, 129] {
        let (tree, ..) = read(&nested(depth), &Limits::default());
        assert_eq!(tree.is_some(), depth < 127, "{depth}");
    }
    let long = root(&format!("\"a\": {}", root(&format!("\"b\": {}", root("\"c\": [1]")))));
    for depth in 0..6 {
        let (tree, ..) = read(&long, &Limits { depth, ..Limits::default() });
        assert_eq!(tree.is_some(), depth >= 4, "{depth}");
    }
    let values = root(r#""a": [1, 2, 3], "b": [4, 5]"#);
    for most in 1..=12 {
        let (tree, ..) = read(&values, &Limits { nodes: most, ..Limits::default() });
        assert_eq!(tree.is_some(), most >= 9, "{most}");
    }
    let (tree, ..) = read(&root(r#""long key": 1"#), &Limits { key_bytes: 7, ..Limits::default() });
    assert_eq!(tree, None);
}
