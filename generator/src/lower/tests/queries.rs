//! Paths that have a query.

use expect_test::expect;

use super::check;

#[test]
fn a_parameter_in_the_query_of_a_path_is_one_of_the_query() {
    check(
        "
paths:
  /a?key={API_KEY}&q={text}:
    get:
      parameters:
        - { name: API_KEY, in: path, required: true, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
        - { name: key, in: query, schema: { type: integer } }
      responses: { 204: { description: '' } }
",
        &expect![[r#"
            GET a
              Query key: string Plain
              Query q?: string Plain
              Code(204): anything
            W0229 #/paths/~1a?key={API_KEY}&q={text}/get/parameters/2: the path has the query parameter `key` already
        "#]],
    );
}

#[test]
fn what_a_path_fixes_is_no_parameter() {
    let parameters = |kind: &str| {
        format!("[{{ name: comp, in: query, required: true, schema: {{ type: string, enum: [{kind}] }} }}]")
    };
    check(
        &format!(
            "
paths:
  /a?comp=list:
    get: {{ parameters: {}, responses: {{ 204: {{ description: '' }} }} }}
    put: {{ parameters: {}, responses: {{ 204: {{ description: '' }} }} }}
",
            parameters("acl, list"),
            parameters("acl")
        ),
        &expect![[r#"
            GET a?comp=list
              Code(204): anything
            PUT a?comp=list
              Code(204): anything
            W0326 #/paths/~1a?comp=list/put/parameters/0: the parameter `comp` does not take `list`, which the path `/a?comp=list` says it is
        "#]],
    );
}
