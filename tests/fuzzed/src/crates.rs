//! Documents of the right structure, with anything in them, up to the emitted crate.

use arbitrary::{Arbitrary, Result, Unstructured};
use cratewright::config::{Config, Document, Package};
use cratewright::source::MemoryLoader;
use cratewright_tests::emitted;
use serde_json::{Map, Value, json};

use crate::schemas::{schema, value};
use crate::texts::{text, texts, word};

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];
const PLACES: [&str; 5] = ["query", "header", "path", "formData", "body"];
const MEDIA_TYPES: [&str; 6] = [
    "application/json",
    "text/plain",
    "image/png",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "application/xml",
];

/// A document of Swagger 2.0.
#[derive(Debug)]
pub struct Swagger(Value);

impl<'a> Arbitrary<'a> for Swagger {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let definitions = texts(u)?;
        let schemas = definitions.iter().map(|name| Ok((name.clone(), schema(u, 3, &definitions)?)));
        let schemas = schemas.collect::<Result<Map<_, _>>>()?;
        let schemes = texts(u)?;
        let described = schemes.iter().map(|name| Ok((name.clone(), scheme(u)?)));
        let described = described.collect::<Result<Map<_, _>>>()?;
        let mut paths = Map::new();
        for _ in 0..u.int_in_range(1..=3)? {
            let path = format!("/{}", texts(u)?.join("/"));
            let mut item = Map::new();
            for _ in 0..u.int_in_range(1..=2)? {
                item.insert((*u.choose(&METHODS)?).to_owned(), operation(u, &path, &definitions, &schemes)?);
            }
            paths.insert(path, item.into());
        }
        let mut document = json!({
            "swagger": "2.0",
            "info": {"title": text(u)?, "version": text(u)?, "description": text(u)?},
            "paths": paths,
            "definitions": schemas,
            "securityDefinitions": described,
        });
        for (key, words) in [("host", 1), ("basePath", 1), ("consumes", 2), ("produces", 2), ("tags", 3)] {
            if u.arbitrary()? {
                document[key] = match words {
                    1 => text(u)?.into(),
                    2 => vec![word(u, &MEDIA_TYPES)?].into(),
                    _ => json!([{"name": text(u)?, "description": text(u)?}]),
                };
            }
        }
        Ok(Self(document))
    }
}

fn operation(
    u: &mut Unstructured<'_>,
    path: &str,
    definitions: &[String],
    schemes: &[String],
) -> Result<Value> {
    let mut parameters = Vec::new();
    for name in path.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
        parameters.push(json!({"name": name.0, "in": "path", "required": true, "type": "string"}));
    }
    for _ in 0..u.int_in_range(0..=3)? {
        parameters.push(parameter(u, definitions)?);
    }
    let mut responses = Map::new();
    for _ in 0..u.int_in_range(1..=3)? {
        let status = word(u, &["200", "204", "404", "4XX", "default"])?;
        responses.insert(status, response(u, definitions)?);
    }
    let mut operation = json!({
        "summary": text(u)?,
        "description": text(u)?,
        "parameters": parameters,
        "responses": responses,
    });
    for (key, is_wanted) in [("operationId", true), ("x-rust-name", false)] {
        if u.arbitrary::<bool>()? == is_wanted {
            operation[key] = text(u)?.into();
        }
    }
    if let (Ok(scheme), true) = (u.choose(schemes), u.arbitrary()?) {
        operation["security"] = json!([{scheme: texts(u)?}]);
    }
    Ok(operation)
}

fn parameter(u: &mut Unstructured<'_>, definitions: &[String]) -> Result<Value> {
    let place = word(u, &PLACES)?;
    let mut parameter = if place == "body" {
        json!({"schema": schema(u, 2, definitions)?})
    } else {
        let mut parameter = schema(u, 1, &[])?;
        parameter["collectionFormat"] = word(u, &["csv", "ssv", "tsv", "pipes", "multi"])?.into();
        parameter
    };
    parameter["name"] = text(u)?.into();
    parameter["in"] = place.into();
    parameter["required"] = u.arbitrary::<bool>()?.into();
    parameter["description"] = text(u)?.into();
    Ok(parameter)
}

fn response(u: &mut Unstructured<'_>, definitions: &[String]) -> Result<Value> {
    let mut response = json!({"description": text(u)?});
    if u.arbitrary()? {
        response["schema"] = schema(u, 3, definitions)?;
    }
    if u.ratio(1, 3)? {
        response["headers"] = json!({text(u)?: schema(u, 0, &[])?});
    }
    if u.ratio(1, 3)? {
        response["examples"] = json!({word(u, &MEDIA_TYPES)?: value(u, 3)?});
    }
    Ok(response)
}

fn scheme(u: &mut Unstructured<'_>) -> Result<Value> {
    Ok(json!({
        "type": word(u, &["basic", "apiKey", "oauth2"])?,
        "in": word(u, &["header", "query"])?,
        "name": text(u)?,
        "flow": word(u, &["implicit", "password", "application", "accessCode"])?,
        "authorizationUrl": text(u)?,
        "tokenUrl": text(u)?,
        "scopes": {text(u)?: text(u)?},
        "description": text(u)?,
    }))
}

/// There is an error that is the document's, or a crate of nothing but what the emitter makes.
pub fn check(Swagger(document): &Swagger) {
    let loader = MemoryLoader::new().with("document.json", document.to_string());
    let config = Config {
        package: Package { name: "fuzzed".to_owned(), ..Package::default() },
        documents: vec![Document::new("document.json")],
        ..Config::default()
    };
    let generated = cratewright::generate(&config.sources(&loader), &config);
    let defect = generated.findings.iter().find(|finding| finding.code.id == "E0901");
    assert!(defect.is_none(), "{defect:?}\n{document}");
    for (path, text) in generated.files.iter().filter(|(path, _)| !path.starts_with("src/runtime/")) {
        if path.ends_with(".rs") {
            let violations = emitted::violations(text);
            assert!(violations.is_empty(), "{path}: {violations:?}\n{document}");
        } else if path == "Cargo.toml" {
            assert!(text.parse::<toml::Table>().is_ok(), "{text}\n{document}");
        }
    }
}
