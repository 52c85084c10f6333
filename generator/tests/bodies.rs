//! Bodies of several kinds: which media types of a document make one, and what it looks like.

use cratewright::config::{Config, Document};
use cratewright::generate;
use cratewright::source::{Limits, MemoryLoader, Sources};
use expect_test::expect;

/// The file of the operation that puts a picture, in a crate of a document with that operation.
fn file(head: &str, operation: &str) -> String {
    let text =
        format!("{head}\ninfo: {{title: Pets, version: '1'}}\npaths:\n  /picture:\n    put:\n{operation}");
    let loader = MemoryLoader::new().with("api.yaml", text);
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let generated = generate(&Sources::new(&loader, Limits::default()), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated.files.get("src/api/put_picture.rs").expect("the operation").to_owned()
}

/// The item of a file that starts with some text.
fn item(file: &str, start: &str) -> String {
    let from = file.find(start).unwrap_or_else(|| panic!("{start} is not in\n{file}"));
    let indent = " ".repeat(start.len() - start.trim_start().len());
    let lines = file[from..].lines().take_while(|line| **line != *format!("{indent}}}"));
    lines.map(|line| format!("{}\n", line.get(indent.len()..).unwrap_or_default())).collect()
}

/// The types of the bodies of a request in a Swagger 2.0 document.
fn swagger(consumes: &str, schema: &str) -> String {
    let operation = format!(
        "      consumes: [{consumes}]
      parameters: [{{in: body, name: pet, required: true, schema: {schema}}}]
      responses: {{204: {{description: Done.}}}}
definitions: {{Pet: {{type: object, properties: {{name: {{type: string}}}}}}}}
"
    );
    file("swagger: '2.0'", &operation)
}

const CONTENT: &str = "      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Link'}}
          application/xml: {schema: {$ref: '#/components/schemas/Link'}}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, asked: {type: integer, maximum: 5}}}}
          image/*: {schema: {type: string, format: binary}}
      responses: {'204': {description: Done.}}
components: {schemas: {Link: {type: object, properties: {url: {type: string}}}}}
";

#[test]
fn a_body_is_an_enum_of_its_kinds() {
    let file = file("openapi: 3.0.3", CONTENT);
    expect![[r#"
        pub enum RequestBody {
            /// `application/json`.
            Json(types::Link),
            /// `multipart/form-data`.
            Multipart(MultipartBody),
            /// `image/*`.
            Image {
                /// The media type of the body.
                content_type: String,
                /// The body.
                body: Body,
            },
    "#]]
    .assert_eq(&item(&file, "pub enum RequestBody"));
    expect![[r#"
        pub struct MultipartBody {
            pub file: File,
            /// Must be: less than or equal to 5.
            pub asked: Option<i64>,
    "#]]
    .assert_eq(&item(&file, "pub struct MultipartBody"));
    assert!(file.contains("impl From<types::Link> for RequestBody"), "{file}");
    assert!(file.contains("pub fn new(body: impl Into<RequestBody>) -> Self"), "{file}");
}

#[test]
fn the_client_writes_the_media_type_and_the_server_reads_by_it() {
    let file = file("openapi: 3.0.3", CONTENT);
    expect![[r#"
        fn encode(self) -> Result<http::Request<Body>, EncodeError> {
            let mut request = RequestBuilder::new(Self::METADATA);
            match self.body {
                RequestBody::Json(body) => request.json(&body),
                RequestBody::Multipart(body) => {
                    request
                        .multipart()
                        .file("file", body.file)
                        .field("asked", &body.asked)
                        .end()
                }
                RequestBody::Image { content_type, body } => {
                    request.raw(Some(&content_type), "application/octet-stream", body)
                }
            }
    "#]]
    .assert_eq(&item(&file, "    fn encode(self)"));
    expect![[r#"
        fn decode(
            request: http::Request<Body>,
            path: &PathArguments,
        ) -> Result<Self, Rejection> {
            let asked2 = Asked::new(request, path);
            let body = match asked2.kind(Self::METADATA)? {
                0 => RequestBody::Json(asked2.json()?),
                1 => {
                    let asked2 = asked2.constrained(MULTIPART_CONSTRAINTS);
                    let mut asked2 = asked2.multipart()?;
                    let file = asked2.file("file");
                    let asked = asked2.optional_field("asked");
                    asked2.empty()?;
                    RequestBody::Multipart(MultipartBody {
                        file: file?,
                        asked,
                    })
                }
                _ => {
                    let (content_type, body) = asked2.raw(&["image/*"])?;
                    RequestBody::Image {
                        content_type: content_type.unwrap_or_default(),
                        body,
                    }
                }
            };
            Ok(Self { body })
    "#]]
    .assert_eq(&item(&file, "    fn decode(\n        request:"));
}

#[test]
fn a_picture_is_a_kind_of_its_own() {
    let file = swagger("application/json, application/pdf, image/png", "{$ref: '#/definitions/Pet'}");
    expect![[r#"
        pub enum RequestBody {
            /// `application/json`.
            Json(types::Pet),
            /// `application/pdf`, `image/png`.
            Bytes {
                /// The media type of the body.
                content_type: Option<String>,
                /// The body.
                body: Body,
            },
    "#]]
    .assert_eq(&item(&file, "pub enum RequestBody"));
}

#[test]
fn a_text_is_another_kind_than_json_and_both_are_strings() {
    let file = swagger("application/json, text/plain", "{type: string}");
    expect![[r#"
        pub enum RequestBody {
            /// `application/json`.
            Json(String),
            /// `text/plain`.
            Text(String),
    "#]]
    .assert_eq(&item(&file, "pub enum RequestBody"));
    assert!(!file.contains("impl From<"), "{file}");
}

#[test]
fn json_of_several_types_is_told_apart_by_the_names_of_its_media_types() {
    let content = "      requestBody:
        content:
          application/json: {schema: {type: object, properties: {url: {type: string}}}}
          application/merge-patch+json: {schema: {type: object, properties: {patch: {type: string}}}}
      responses: {'204': {description: Done.}}
";
    expect![[r#"
        pub enum RequestBody {
            /// `application/json`.
            Json(JsonBody),
            /// `application/merge-patch+json`.
            MergePatchJson(JsonBody2),
    "#]]
    .assert_eq(&item(&file("openapi: 3.0.3", content), "pub enum RequestBody"));
}

#[test]
fn one_value_in_several_syntaxes_is_no_choice() {
    let pet = "{$ref: '#/definitions/Pet'}";
    for consumes in [
        "application/json, application/xml",
        "application/json, text/plain, application/octet-stream",
        "application/json, text/json, application/merge-patch+json",
        // Forms have parameters of their own in Swagger 2.0.
        "application/json, application/x-www-form-urlencoded, multipart/form-data",
    ] {
        let file = swagger(consumes, pet);
        assert!(file.contains("pub body: types::Pet,"), "{consumes}:\n{file}");
        assert!(!file.contains("RequestBody"), "{consumes}:\n{file}");
    }
}
