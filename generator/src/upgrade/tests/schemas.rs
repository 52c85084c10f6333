use expect_test::expect;

use super::snippet;

#[test]
fn all_of_alone_is_a_kind_and_with_properties_beside_it_is_everything_at_once() {
    let upgraded = snippet(
        "
definitions:
  Base: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
  Same: {type: object, title: Same, allOf: [{$ref: '#/definitions/Base'}]}
  More: {allOf: [{$ref: '#/definitions/Base'}], properties: {more: {type: string}}}
",
    );
    upgraded
        .clean()
        .part(
            "/components/schemas/Base/discriminator",
            expect![[r#"
                propertyName: kind
            "#]],
        )
        .part(
            "/components/schemas/Same",
            expect![[r##"
                title: Same
                allOf:
                - $ref: '#/components/schemas/Base'
            "##]],
        )
        .part(
            "/components/schemas/More",
            expect![[r#"
                type: object
                properties:
                  more:
                    type: string
                allOf:
                - $ref: '#/components/schemas/Base'
            "#]],
        );
}

#[test]
fn null_among_the_types_is_nullable_and_several_types_are_any_of() {
    let upgraded = snippet(
        "
definitions:
  Text: {type: [string, 'null']}
  Either: {type: [string, integer], maximum: 3, maxLength: 5}
  Extension: {type: string, x-nullable: true}
",
    );
    upgraded.clean().part(
        "/components/schemas",
        expect![[r#"
            Text:
              nullable: true
              type: string
            Either:
              anyOf:
              - type: string
                maxLength: 5
              - type: integer
                maximum: 3
            Extension:
              nullable: true
              x-nullable: true
              type: string
        "#]],
    );
}

#[test]
fn values_of_an_enumeration_are_read_as_its_type_or_kept_as_they_are() {
    let upgraded = snippet(
        "
definitions:
  Unquoted: {type: string, enum: [a, 1, true, null]}
  Numbers: {type: integer, enum: [1, '2', 3.0]}
  Mixed: {enum: [a, 1, '']}
  Broken: {type: boolean, enum: [true, maybe]}
",
    );
    upgraded
        .part(
            "/components/schemas/Unquoted/enum",
            expect![[r#"
                - a
                - '1'
                - 'true'
                - null
            "#]],
        )
        .part(
            "/components/schemas/Numbers/enum",
            expect![[r#"
                - 1
                - 2
                - 3
            "#]],
        )
        .part(
            "/components/schemas/Mixed/enum",
            expect![[r#"
                - a
                - 1
                - ''
            "#]],
        )
        .part(
            "/components/schemas/Broken",
            expect![[r#"
                x-cratewright-enum:
                - true
                - maybe
                type: boolean
            "#]],
        )
        .findings(expect![[r#"
            W0234 api.yaml#/definitions/Unquoted/enum/1: the value `1` does not have the type of the schema; read as one that has
            W0234 api.yaml#/definitions/Unquoted/enum/2: the value `true` does not have the type of the schema; read as one that has
            W0234 api.yaml#/definitions/Numbers/enum/1: the value `"2"` does not have the type of the schema; read as one that has
            W0234 api.yaml#/definitions/Broken/enum/1: the value `"maybe"` does not have the type of the schema; the whole list is kept as it is
        "#]]);
}

#[test]
fn numbers_that_do_not_fit_are_kept_as_they_are() {
    let upgraded = snippet(
        "
definitions:
  Large: {type: integer, maximum: 18446744073709551615, minimum: 1.0, multipleOf: 0.5}
  Exact: {type: number, maximum: 9007199254740993}
  Text: {type: integer, minimum: '5'}
",
    );
    upgraded
        .part(
            "/components/schemas",
            expect![[r#"
                Large:
                  x-cratewright-multiple-of: 0.5
                  x-cratewright-maximum: 18446744073709551615
                  type: integer
                  minimum: 1
                Exact:
                  x-cratewright-maximum: 9007199254740993
                  type: number
                  maximum: 9007199254740992.0
                Text:
                  type: integer
                  minimum: 5
            "#]],
        )
        .findings(expect![[r#"
            W0222 api.yaml#/definitions/Text/minimum: `minimum` is a string and should be a number; read as `5`
        "#]]);
}

#[test]
fn a_type_that_is_missing_is_the_one_that_the_keywords_are_for() {
    let upgraded = snippet(
        "
definitions:
  Object: {properties: {a: {type: string, required: true}}, additionalProperties: false}
  Map: {additionalProperties: {}}
  List: {items: {}}
  Anything: {}
",
    );
    upgraded
        .part(
            "/components/schemas",
            expect![[r#"
                Object:
                  type: object
                  properties:
                    a:
                      type: string
                  required:
                  - a
                  additionalProperties: false
                Map:
                  type: object
                  additionalProperties: {}
                List:
                  type: array
                  items: {}
                Anything: {}
            "#]],
        )
        .findings(expect![[r#"
            W0222 api.yaml#/definitions/Object/properties/a/required: `required` is a boolean and should be an array of names of properties; read as a word of the property about itself
        "#]]);
}

#[test]
fn a_tuple_is_a_list_of_anything_where_it_says_that_it_is_a_list() {
    let upgraded = snippet(
        "
definitions:
  Pair: {type: array, items: [{type: string}, {type: integer}]}
  Slack: {items: [{properties: {id: {type: string}}}, {type: 'null'}]}
",
    );
    upgraded.part("/components/schemas", expect![[r#"
        Pair:
          type: array
          items: {}
        Slack: {}
    "#]]).findings(expect![[r#"
        W0236 api.yaml#/definitions/Pair/items: `items` is an array and should be one schema; read as `{}`, any value
        W0236 api.yaml#/definitions/Slack/items: `items` is an array and should be one schema, beside `type: array`; read as if it were absent
    "#]]);
}
