//! Documents, corrected.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::{files, rendered};
use crate::diagnostic::{self, Diagnostic, Place, Sink};
use crate::source::{Limits, Pointer, Sources};

const LOGIN: &str = "\
paths:
  /login:
    post:
      security:
        - accessToken: []
      tags: [a, b, c]
      summary: Logs in
";

fn overlaid(actions: &str) -> (Value, String) {
    let overlay =
        format!("overlay: 1.1.0\ninfo: {{title: Corrections, version: 1.0.0}}\nactions:\n{actions}");
    let loader = files([("login.yaml", LOGIN), ("overlays/login.yaml", &overlay)]);
    let sources =
        Sources::new(&loader, Limits::default()).with_overlays("login.yaml", ["overlays/login.yaml"]);
    let sink = Sink::new();
    let file = sources.load("login.yaml", None, &sink).unwrap();
    let post = sources.node(&Pointer::new(file, "/paths/~1login/post")).map(|post| post.value.clone());
    (post.unwrap_or_default(), rendered(sink, &sources))
}

fn gives(actions: &str, post: Value) {
    assert_eq!(overlaid(actions), (post, String::new()));
}

fn says(actions: &str, said: Expect) {
    said.assert_eq(&overlaid(actions).1);
}

#[test]
fn a_token_becomes_optional() {
    let corrected = json!({
        "security": [{"accessToken": []}, {}], "tags": ["a", "b", "c"], "summary": "Logs in"
    });
    gives("- target: $.paths['/login'].post\n  update: {security: [{}]}", corrected.clone());
    gives("- target: $.paths['/login'].post.security\n  update: {}", corrected);
}

#[test]
fn values_are_merged_removed_and_copied() {
    gives(
        "- {target: \"$.paths['/login'].post['security', 'tags']\", remove: true}\n\
         - target: $.paths['/login'].post\n  update: {tags: [z], summary: Logs a user in, x: {y: 1}}\n\
         - target: $.paths['/login'].post.x\n  update: {z: 2}",
        json!({"tags": ["z"], "summary": "Logs a user in", "x": {"y": 1, "z": 2}}),
    );
    gives(
        "- {target: \"$..tags[0, 2]\", remove: true}\n- {target: $..post, update: {security: []}}\n\
         - {target: $..security, copy: $..tags}",
        json!({"security": [{"accessToken": []}, ["b"]], "tags": ["b"], "summary": "Logs in"}),
    );
}

#[test]
fn an_action_that_matches_nothing_is_an_error() {
    says(
        "- target: $.paths['/signin'].post\n  description: Gone.\n  update: {summary: x}",
        expect![[r#"
        error[E0401]: the target `$.paths['/signin'].post` matches nothing in the document
         --> overlays/login.yaml:4:11
          |
        4 | - target: $.paths['/signin'].post
          |           ^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: correct the target, or remove the action if the document no longer needs it
    "#]],
    );
}

#[test]
fn what_is_wrong_with_an_overlay() {
    says(
        "- {target: paths.login, remove: true}\n- {target: $.paths, updat: {}}\n- remove: true\n\
         - {target: $..post, update: {tags: {}}}\n",
        expect![[r#"
            error[E0402]: `paths.login` is no JSONPath
             --> overlays/login.yaml:4:12
              |
            4 | - {target: paths.login, remove: true}
              |            ^^^^^^^^^^^
              |
              = help: a JSONPath starts with `$`, the document

            error[E0403]: an action has one of `update`, `copy` and `remove: true`
             --> overlays/login.yaml:5:3
              |
            5 | - {target: $.paths, updat: {}}
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: write an object with `overlay: 1.0.0`, `info` and `actions`, each of which has a `target`

            warning[W0405]: `updat` is no field of an overlay, and is ignored
             --> overlays/login.yaml:5:21
              |
            5 | - {target: $.paths, updat: {}}
              |                     ^^^^^
              |
              = help: did you mean `update`?

            error[E0403]: an action has a `target`
             --> overlays/login.yaml:6:3
              |
            6 | - remove: true
              |   ^^^^^^^^^^^^
              |
              = help: write an object with `overlay: 1.0.0`, `info` and `actions`, each of which has a `target`

            error[E0404]: an object can't be merged into an array, which `#/paths/~1login/post/tags` is
             --> overlays/login.yaml:7:36
              |
            7 | - {target: $..post, update: {tags: {}}}
              |                                    ^^
              |
              = help: remove the old value in one action, and add the new one in the next
        "#]],
    );
}

#[test]
fn a_target_of_nothing_but_brackets_is_refused() {
    for target in ["(".repeat(900), "!(".repeat(450), "[?@".repeat(300), "[".repeat(900)] {
        let (_, said) = overlaid(&format!("- {{target: '$[?{target}', remove: true}}"));
        assert!(said.starts_with("error[E0402]"), "{said}");
    }
}

#[test]
fn a_finding_points_at_the_line_that_wrote_the_value() {
    let overlay = "\
overlay: 1.0.0
info: {title: t, version: '1'}
extends: ../login.yaml
actions:
  - {target: '$..tags[0]', remove: true}
  - target: $.paths['/login'].post
    update:
      tags: [d]
      responses:
        200: {description: fine}
";
    let loader = files([("login.yaml", LOGIN), ("overlays/login.yaml", overlay)]);
    let sources =
        Sources::new(&loader, Limits::default()).with_overlays("login.yaml", ["overlays/login.yaml"]);
    let sink = Sink::new();
    let file = sources.load("login.yaml", None, &sink).unwrap();
    for path in ["/tags/1", "/tags/2", "/responses/200/description", "/responses/404", "/summary"] {
        let place = Place::Value(Pointer::new(file, &format!("/paths/~1login/post{path}")));
        sink.report(Diagnostic::new(&diagnostic::SYNTAX, place, path));
    }
    expect![[r#"
        error[E0002]: /tags/1
         --> login.yaml:6:20
          |
        6 |       tags: [a, b, c]
          |                    ^
          |
          = help: mend the line, or the one above it

        error[E0002]: /summary
         --> login.yaml:7:16
          |
        7 |       summary: Logs in
          |                ^^^^^^^
          |
          = help: mend the line, or the one above it

        error[E0002]: /tags/2
         --> overlays/login.yaml:8:14
          |
        8 |       tags: [d]
          |              ^
          |
          = help: mend the line, or the one above it

        error[E0002]: /responses/404
          --> overlays/login.yaml:10:9
           |
        10 |         200: {description: fine}
           |         ^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = help: mend the line, or the one above it

        error[E0002]: /responses/200/description
          --> overlays/login.yaml:10:28
           |
        10 |         200: {description: fine}
           |                            ^^^^
           |
           = help: mend the line, or the one above it
    "#]]
    .assert_eq(&rendered(sink, &sources));
}
