//! What an API is does not depend on how many threads lower it.

use rayon::ThreadPoolBuilder;

use super::dump;
use crate::lower::test_support::lower;

/// All definitions and operations of a document, and what was found, after the whole of it was the same for any number of
/// threads: each type, its number, and what names it.
fn same(paths: &str, components: &str) -> String {
    let yaml = format!("paths:\n{paths}components:\n{components}");
    let by = |threads: usize| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| lower(&yaml))
    };
    let (one, findings) = by(1);
    for threads in [2, 3, 8] {
        let (api, others) = by(threads);
        assert_eq!(format!("{api:#?}"), format!("{one:#?}"), "by {threads} threads");
        assert_eq!(others, findings, "by {threads} threads");
    }
    format!("{}{}{findings}", dump::types(&one), dump::operations(&one))
}

/// The paths `/1` to `/9`, each with what `operation` says.
fn paths(operation: impl Fn(usize) -> String) -> String {
    (1..=9).map(|number| format!("  /{number}:\n    get: {}\n", operation(number))).collect()
}

/// Each path has responses of its own, and some that are written elsewhere.
#[test]
fn types_that_are_written_elsewhere_are_one() {
    let operations = paths(|number| {
        let shared = number % 3;
        format!(
            "{{responses: {{200: {{$ref: '#/components/responses/{shared}'}}, 201: {{description: '', content: \
             {{application/json: {{schema: {{type: object, properties: {{p{number}: {{type: string}}, \
             all: {{allOf: [{{$ref: '#/components/schemas/A'}}, {{properties: {{own: {{}}}}}}]}}}}}}}}}}}}}}}}"
        )
    });
    let said = same(
        &operations,
        "
  responses:
    0: {description: '', content: {application/json: {schema: {type: object, properties: {zero: {type: array, items: {enum: [a, b]}}}}}}}
    1: {description: '', content: {application/json: {schema: {type: object, properties: {one: {$ref: '#/components/schemas/A'}}}}}}
    2: {description: '', content: {application/json: {schema: {type: object, properties: {two: {type: wrong}}}}}}
  schemas:
    A: {type: object, required: [a, b], properties: {a: {type: integer}}}
",
    );
    for once in ["schema: {zero?: [", "schema: {one?: A}"] {
        assert_eq!(said.matches(once).count(), 1, "{said}");
    }
    assert_eq!(said.matches("there is no type `wrong`, so").count(), 3, "{said}");
}

#[test]
fn parameters_that_many_refer_to() {
    let operations = paths(|number| {
        let to = ["plain", "named", "missing"][number % 3];
        format!(
            "{{parameters: [{{$ref: '#/components/parameters/{to}'}}], responses: {{200: {{description: ''}}}}}}"
        )
    });
    let said = same(
        &operations,
        "
  parameters:
    plain: {name: plain, in: query, allowEmptyValue: true, schema: {type: integer}}
    named: {name: named, in: query, schema: {type: string, enum: [a, b]}}
",
    );
    assert_eq!(said.matches("Query plain?").count(), 3, "{said}");
    assert_eq!(said.matches("W0318").count(), 1, "{said}");
}

/// Values of such a parameter wait until all definitions are read, and nobody asks for them before.
#[test]
fn a_parameter_of_values_that_are_made_of_others() {
    let operations = paths(|_| {
        "{parameters: [{$ref: '#/components/parameters/deep'}], responses: {200: {description: ''}}}"
            .to_owned()
    });
    let values = "{allOf: [{type: string}, {maxLength: 3}]}";
    let said = same(
        &operations,
        &format!(
            "  parameters:\n    deep: {{name: deep, in: query, style: deepObject, schema: \
             {{type: object, additionalProperties: {values}}}}}\n"
        ),
    );
    assert_eq!(
        said.matches("Query deep?: {*: string Plain <max_length: 3>} DeepObject").count(),
        9,
        "{said}"
    );
}

/// Some stand alone, some are made of others, and some have parts that are.
#[test]
fn definitions_that_name_each_other() {
    let reference = |to: usize| format!("{{$ref: '#/components/schemas/D{}'}}", to % 24);
    let definitions = (0..24).map(|number| {
        let (next, far) = (reference(number + 1), reference(number + 7));
        let schema = match number % 8 {
            0 => {
                format!("{{type: object, required: [next, none], properties: {{next: {next}, far: {far}}}}}")
            }
            1 => format!("{{type: array, items: {{type: object, properties: {{far: {far}}}}}}}"),
            2 => format!("{{properties: {{part: {{allOf: [{next}, {{properties: {{own: {far}}}}}]}}}}}}"),
            3 => format!("{{allOf: [{far}, {{properties: {{far: {next}, own: {{}}}}}}]}}"),
            4 => format!("{{oneOf: [{far}, {{type: object, properties: {{one: {{enum: [a, b]}}}}}}]}}"),
            5 => next.clone(),
            6 => "{type: object, additionalProperties: {type: wrong}}".to_owned(),
            _ => format!(
                "{{type: object, discriminator: {{propertyName: kind}}, properties: {{next: {next}}}}}"
            ),
        };
        format!("    D{number}: {schema}\n")
    });
    let said = same(
        &paths(|_| "{responses: {}}".to_owned()),
        &format!("  schemas:\n{}", definitions.collect::<String>()),
    );
    assert!(said.contains("D0: {next: "), "{said}");
    assert!(said.contains("there is no type `wrong`"), "{said}");
}

/// A parameter makes texts of what its definition says nothing about, for all who come after.
#[test]
fn a_type_that_an_operation_changes() {
    let operations = paths(|number| match number {
        5 => {
            "{parameters: [{name: list, in: query, schema: {$ref: '#/components/schemas/List'}}], responses: \
              {200: {description: ''}}}"
                .to_owned()
        }
        _ => "{responses: {200: {description: '', content: {application/json: {schema: {$ref: \
              '#/components/schemas/List'}}}}}}"
            .to_owned(),
    });
    let said = same(&operations, "  schemas: {List: {type: array, items: {}}}\n");
    assert!(said.contains("Query list?: List"), "{said}");
}

/// Bytes in a form are text in JSON. The first who asks says which of them a shared type has.
#[test]
fn a_type_that_is_read_in_two_ways() {
    for first in [1, 9] {
        let operations = paths(|number| {
            let body = if number == first { "form" } else { "json" };
            format!(
                "{{requestBody: {{$ref: '#/components/requestBodies/{body}'}}, responses: {{200: {{description: ''}}}}}}"
            )
        });
        let schema = "{type: object, properties: {file: {type: string, format: binary}}}";
        same(
            &operations,
            &format!(
                "
  requestBodies:
    form: {{content: {{multipart/form-data: {{schema: {schema}}}, application/json: {{schema: {schema}}}}}}}
    json: {{content: {{application/json: {{schema: {schema}}}, multipart/form-data: {{schema: {schema}}}}}}}
"
            ),
        );
    }
}

#[test]
fn schemes_are_numbered_as_they_are_asked_for() {
    let operations = paths(|number| {
        let scheme = ["key", "missing", "token"][number / 3 % 3];
        format!("{{security: [{{{scheme}: []}}], responses: {{200: {{description: ''}}}}}}")
    });
    let said = same(
        &operations,
        "
  securitySchemes:
    token: {type: http, scheme: bearer}
    key: {type: apiKey, name: key, in: header}
",
    );
    assert_eq!(said.matches("security: token").count(), 3, "{said}");
    assert_eq!(said.matches("the security scheme `missing` is not defined").count(), 3, "{said}");
}

#[test]
fn properties_that_are_described_in_two_ways() {
    let operations = paths(|number| {
        format!(
            "{{responses: {{200: {{description: '', content: {{application/json: {{schema: {{allOf: [{{$ref: \
             '#/components/schemas/A'}}, {{properties: {{a: {{type: object, properties: {{b{number}: {{}}}}}}}}}}]\
             }}}}}}}}}}}}"
        )
    });
    let said = same(&operations, "  schemas: {A: {type: object, properties: {a: {type: integer}}}}\n");
    assert_eq!(said.matches("described in two ways").count(), 9, "{said}");
}
