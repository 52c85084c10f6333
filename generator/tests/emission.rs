//! Swagger on the left, Rust on the right: what is printed for the questions that decide whether
//! the code is pleasant to use.

use cratewright::config::{Config, Document};
use cratewright::generate;
use cratewright::source::{Limits, MemoryLoader, Sources};
use expect_test::{Expect, expect};

/// Generates a crate from `paths` and `definitions` of a document, and finds one of its files.
fn file(path: &str, body: &str) -> String {
    let text = format!("swagger: '2.0'\ninfo: {{title: Pets, version: '1'}}\nbasePath: /v1\n{body}");
    let loader = MemoryLoader::new().with("api.yaml", text);
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let generated = generate(&Sources::new(&loader, Limits::default()), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    let text = generated.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    text.to_owned()
}

/// Compares the item that starts with `start` in a file: up to its closing brace.
fn check(file: &str, start: &str, expected: Expect) {
    let from = file.find(start).unwrap_or_else(|| panic!("{start} is not in\n{file}"));
    let indent = start.len() - start.trim_start().len();
    let last = format!("{}}}", " ".repeat(indent));
    let item = file[from..].lines().take_while(|line| *line != last).chain([last.as_str()]);
    let item: Vec<_> = item.map(|line| line.get(indent..).unwrap_or_default()).collect();
    expected.assert_eq(&item.join("\n"));
}

#[test]
fn an_inline_body_becomes_fields_of_the_request_beside_the_parameters() {
    let file = file(
        "src/api/put_pets_by_id.rs",
        "
paths:
  /pets/{id}:
    put:
      parameters:
        - {in: path, name: id, type: integer, format: int64, required: true}
        - {in: query, name: dry-run, type: boolean}
        - {in: body, name: pet, required: true, schema: {type: object, required: [name], properties: {name: {type: string}, type: {type: string}}}}
      responses: {204: {description: Done.}}
",
    );
    check(
        &file,
        "pub struct Request ",
        expect![[r#"
            pub struct Request {
                /// The path parameter `id`.
                pub id: i64,
                /// The query parameter `dry-run`.
                pub dry_run: Option<bool>,
                pub name: String,
                pub r#type: Option<String>,
            }"#]],
    );
    check(
        &file,
        "    pub fn new(",
        expect![[r#"
                pub fn new(id: i64, name: impl Into<String>) -> Self {
                    Self {
                        id,
                        dry_run: None,
                        name: name.into(),
                        r#type: None,
                    }
                }"#]],
    );
    check(
        &file,
        "    fn encode(self)",
        expect![[r#"
                fn encode(self) -> Result<http::Request<Body>, EncodeError> {
                    let mut request = RequestBuilder::new(Self::METADATA);
                    request.path("id", &self.id);
                    request.query("dry-run", &self.dry_run);
                    let body = RequestBody {
                        name: self.name,
                        r#type: self.r#type,
                    };
                    request.json(&body)
                }"#]],
    );
}

#[test]
fn every_outcome_is_a_variant_with_what_the_document_says_it_carries() {
    let file = file(
        "src/api/get_pet.rs",
        "
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        200: {description: A pet., schema: {type: string}}
        304: {description: Not changed.}
        404: {description: No pet.}
        429: {description: Slow down., headers: {Retry-After: {type: integer}}, schema: {$ref: '#/definitions/Problem'}}
        default: {description: Trouble., schema: {$ref: '#/definitions/Problem'}}
definitions:
  Problem: {type: object, properties: {detail: {type: string}}}
",
    );
    check(
        &file,
        "pub enum Response ",
        expect![[r#"
        pub enum Response {
            /// `200`: A pet.
            Ok(String),
            /// `304`: Not changed.
            NotModified,
        }"#]],
    );
    check(
        &file,
        "pub enum Error ",
        expect![[r#"
        pub enum Error {
            /// `404`: No pet.
            NotFound(RawBody),
            /// `429`: Slow down.
            TooManyRequests {
                /// The header `Retry-After`.
                retry_after: Option<i64>,
                /// The body.
                body: types::Problem,
            },
            /// Any other status: Trouble.
            Default {
                /// The status that came.
                status: http::StatusCode,
                /// The body.
                body: types::Problem,
            },
            /// A status that the document does not list, or a body that is not what it says.
            Undocumented(UndocumentedResponse),
        }"#]],
    );
    check(
        &file,
        "    fn read(answer",
        expect![[r#"
            fn read(answer: Answer) -> Result<Result<Response, Error>, DecodeError> {
                match answer.status() {
                    200 => answer.ok_json(Response::Ok),
                    304 => Ok(Ok(Response::NotModified)),
                    404 => answer.err_raw(Error::NotFound),
                    429 => {
                        let retry_after = answer.header("Retry-After")?;
                        let known = |body| Error::TooManyRequests {
                            retry_after,
                            body,
                        };
                        Ok(Err(answer.json_or(known, Error::Undocumented)))
                    }
                    _ => {
                        let status = answer.status_code();
                        let known = |body| Error::Default { status, body };
                        Ok(Err(answer.json_or(known, Error::Undocumented)))
                    }
                }
            }"#]],
    );
}

#[test]
fn a_type_that_holds_itself_is_boxed_there_and_only_there() {
    let file = file(
        "src/types/node.rs",
        "
paths: {}
definitions:
  Node:
    type: object
    required: [label]
    properties:
      label: {type: string}
      parent: {$ref: '#/definitions/Node'}
      children: {type: array, items: {$ref: '#/definitions/Node'}}
",
    );
    check(
        &file,
        "pub struct Node ",
        expect![[r#"
            pub struct Node {
                pub label: String,
                pub parent: Option<Box<Node>>,
                pub children: Option<Vec<Node>>,
            }"#]],
    );
}

#[test]
fn absent_and_null_are_told_apart_where_the_document_does() {
    let file = file(
        "src/types/pet.rs",
        "
paths: {}
definitions:
  Pet:
    type: object
    required: [name, owner]
    properties:
      name: {type: string}
      owner: {type: string, x-nullable: true}
      nick: {type: string}
      chip: {type: string, x-nullable: true}
",
    );
    check(
        &file,
        "pub struct Pet ",
        expect![[r#"
            pub struct Pet {
                pub name: String,
                pub owner: Option<String>,
                pub nick: Option<String>,
                pub chip: runtime::Field<String>,
            }"#]],
    );
    check(
        &file,
        "json_object! ",
        expect![[r#"
        json_object! {
            Pet {
                required name: "name",
                nullable owner: "owner",
                optional nick: "nick",
                field chip: "chip",
            }
        }"#]],
    );
}

#[test]
fn a_name_that_the_prelude_has_gives_way() {
    let file = file(
        "src/types/mod.rs",
        "paths: {}\ndefinitions:\n  Option: {type: object}\n  Error: {type: object}\n  self: {type: object}\n",
    );
    let exports: Vec<_> = file.lines().filter(|line| line.starts_with("pub use")).collect();
    assert_eq!(
        exports,
        ["pub use error::Error;", "pub use option_type::OptionType;", "pub use self_::Self_;"]
    );
}

#[test]
fn words_of_a_document_stay_words() {
    let file = file(
        "src/types/pet.rs",
        r#"
paths: {}
definitions:
  Pet: {type: object, description: "*/ } fn main() { [x](crate::y) <b>\n```\npanic!()\n```\n\u202e", properties: {"\"; evil": {type: string}}}
"#,
    );
    check(
        &file,
        "/// \\*/",
        expect![[r#"
        /// \*/ } fn main() { x \<b>
        ///
        /// ```text
        /// panic!()
        /// ```
        ///
        /// Source: `api.yaml#/definitions/Pet`.
        #[derive(Debug, Clone, PartialEq, Default)]
        #[non_exhaustive]
        pub struct Pet {
            /// The member `"; evil`.
            pub evil: Option<String>,
        }"#]],
    );
}

#[test]
fn a_value_called_err_is_a_variant_like_any_other() {
    let file = file(
        "src/types/outcome.rs",
        "paths: {}\ndefinitions:\n  Outcome: {type: string, enum: [OK, ERR, none]}\n",
    );
    check(
        &file,
        "string_enum! ",
        expect![[r#"
        string_enum! {
            Outcome {
                Ok = "OK",
                Err = "ERR",
                None = "none",
            }
        }"#]],
    );
}
