//! What an operation asks for of who calls it.

use expect_test::expect;

use super::{check, dump};
use crate::lower::test_support::lower_all;

#[test]
fn an_operation_asks_for_what_it_says_or_what_its_document_says() {
    check(
        r#"
security: [{ key: [] }]
paths:
  /a:
    get: { responses: { 204: { description: '' } } }
    put: { security: [], responses: { 204: { description: '' } } }
    post: { security: [{ key: [], login: [write] }, {}], responses: { 204: { description: '' } } }
    delete: { security: [{ seal: [] }], responses: { 204: { description: '' } } }
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: access_token }
    login: { type: oauth2, flows: {} }
"#,
        &expect![[r#"
            GET a
              Code(204): anything
              security: key
            PUT a
              Code(204): anything
            POST a
              Code(204): anything
              security: key + login
              security: 
            DELETE a
              Code(204): anything
            W0317 #/paths/~1a/delete/security/0/seal: the security scheme `seal` is not defined; the operation is taken as open, and the server asks for no credentials
        "#]],
    );
}

#[test]
fn a_scheme_may_be_defined_in_another_document() {
    let asks = "paths: { /a: { get: { security: [{ key: [] }, { seal: [] }], responses: { 204: { description: '' } } }, put: { security: [{ key: [] }], responses: { 204: { description: '' } } } } }";
    let defines = "components: { securitySchemes: { key: { type: http, scheme: basic } } }";
    let (api, findings) = lower_all(&[asks, defines]);
    expect![[r#"
        GET a
          Code(204): anything
          security: key
        PUT a
          Code(204): anything
          security: key
        W0316 #/paths/~1a/get/security/0/key: the security scheme `key` is defined in another document only
        W0317 #/paths/~1a/get/security/1/seal: the security scheme `seal` is not defined; the other alternatives are taken as all there are
        W0316 #/paths/~1a/put/security/0/key: the security scheme `key` is defined in another document only
    "#]]
    .assert_eq(&format!("{}{findings}", dump::operations(&api)));
}
