//! The sections of `cratewright.toml`, one function each.

use toml::de::DeTable;

use super::reader::{Reader, Value};
use super::{ConfigFile, Features, NotAllowed, Package, Rule, check_package_name, documents, limits};
use crate::diagnostic::CONFIG_MISSING;

/// Reads every section into `file`.
pub(super) fn read(reader: Reader<'_>, table: &DeTable<'_>, file: &mut ConfigFile) {
    let known = ["crate", "source", "corrections", "variables", "names", "diagnostics", "limits"];
    for (key, value) in reader.members(table, &known) {
        match key {
            "crate" => package(reader, value, file),
            "source" => source(reader, value, file),
            "corrections" => corrections(reader, value, file),
            "variables" => file.config.variables = reader.dictionary(value),
            "names" => names(reader, value, file),
            "diagnostics" => diagnostics(reader, value, file),
            _ => limits::read(reader, value, &mut file.config.limits),
        }
    }
    for section in ["crate", "source"] {
        if !table.iter().any(|(key, _)| key.get_ref() == section) {
            reader.report(
                &CONFIG_MISSING,
                0..0,
                format!("the section `[{section}]` is missing"),
                format!("add `[{section}]` with {}", required_key(section)),
            );
        }
    }
}

fn required_key(section: &str) -> &'static str {
    match section {
        "crate" => "the `name` of the crate",
        _ => "the list of `documents`",
    }
}

/// `[crate]`: what comes out.
fn package(reader: Reader<'_>, section: &Value<'_>, file: &mut ConfigFile) {
    let Some(table) = reader.table(section) else { return };
    let mut package = Package { name: String::new(), ..Package::default() };
    let known = ["name", "version", "description", "license", "features", "output"];
    for (key, value) in reader.members(table, &known) {
        let Some(text) = reader.text(value) else { continue };
        match key {
            "name" => match check_package_name(&text) {
                Ok(()) => package.name = text,
                Err(why) => {
                    let message = format!("`{text}` can't be the name of the package");
                    reader.wrong_value(value, message, why.to_string());
                }
            },
            "version" if !is_version(&text) => reader.wrong_value(
                value,
                format!("`{text}` is not a version"),
                "use three numbers, such as `0.1.0`",
            ),
            "version" => package.version = text,
            "description" => package.description = Some(text),
            "license" => package.license = Some(text),
            "features" => match text.parse::<Features>() {
                Ok(features) => package.features = features,
                Err(unknown) => reader.wrong_value(value, unknown.to_string(), unknown.help()),
            },
            _ => file.output = text,
        }
    }
    if !table.iter().any(|(key, _)| key.get_ref() == "name") {
        let help = "add `name = \"…\"`".to_owned();
        reader.report(&CONFIG_MISSING, section.span(), "the crate has no `name`".to_owned(), help);
    }
    file.config.package = package;
}

/// `[source]`: what it is made from.
fn source(reader: Reader<'_>, section: &Value<'_>, file: &mut ConfigFile) {
    let Some(table) = reader.table(section) else { return };
    for (key, value) in reader.members(table, &["root", "documents", "overlays"]) {
        match key {
            "root" => file.root = reader.text(value).unwrap_or_default(),
            "documents" => file.entries = documents::read(reader, value),
            _ => file.config.overlays = reader.texts(value),
        }
    }
    if !table.iter().any(|(key, _)| key.get_ref() == "documents") {
        let help = "add `documents = [\"…\"]`, paths or globs below `root`".to_owned();
        reader.report(&CONFIG_MISSING, section.span(), "there are no `documents`".to_owned(), help);
    }
}

/// `[corrections]`: overlays for files that documents refer to.
fn corrections(reader: Reader<'_>, section: &Value<'_>, file: &mut ConfigFile) {
    for (path, overlays) in reader.table(section).into_iter().flatten() {
        file.config.corrections.insert(path.get_ref().to_string(), reader.texts(overlays));
    }
}

/// `[names]`: Rust names pinned by place.
fn names(reader: Reader<'_>, section: &Value<'_>, file: &mut ConfigFile) {
    for (key, value) in reader.table(section).into_iter().flatten() {
        let Some(name) = reader.text(value) else { continue };
        let place: &str = key.get_ref();
        // A definition that is a whole file is at the empty pointer.
        let is_pointer = |pointer: &str| pointer.is_empty() || pointer.starts_with('/');
        if place.split_once('#').is_none_or(|(path, pointer)| path.is_empty() || !is_pointer(pointer)) {
            reader.wrong_value(
                value,
                format!("`{place}` is not a place in a document"),
                "write the file below the source root, `#`, and a JSON pointer: `login.yaml#/paths/~1login/post`",
            );
        }
        file.config.names.insert(place.to_owned(), name);
    }
}

/// `[diagnostics]`: which findings stop a run, and which are not shown.
fn diagnostics(reader: Reader<'_>, section: &Value<'_>, file: &mut ConfigFile) {
    let Some(table) = reader.table(section) else { return };
    for (key, value) in reader.members(table, &["deny", "allow"]) {
        for element in reader.elements(value) {
            let Some(text) = reader.text(element) else { continue };
            match text.parse::<Rule>() {
                Err(unknown) => reader.wrong_value(element, unknown.to_string(), unknown.help()),
                Ok(rule) if key == "allow" => match rule.allowed() {
                    Ok(rule) => file.config.policy.allow.push(rule),
                    Err(error) => reader.wrong_value(element, error.to_string(), NotAllowed::HELP),
                },
                Ok(rule) => file.config.policy.deny.push(rule),
            }
        }
    }
}

/// `1.2.3`, with what Semantic Versioning 2.0.0 lets follow: `1.2.3-beta.1+build`.
fn is_version(text: &str) -> bool {
    let (core, rest) = text.split_at(text.find(['-', '+']).unwrap_or(text.len()));
    let numbers: Vec<&str> = core.split('.').collect();
    let is_number = |text: &&str| text.parse::<u64>().is_ok_and(|number| number.to_string() == *text);
    let is_rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
    numbers.len() == 3 && numbers.iter().all(is_number) && rest.len() != 1 && rest.bytes().all(is_rest)
}
