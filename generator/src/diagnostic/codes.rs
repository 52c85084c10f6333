//! The table of every finding: its code, its severity, its story.
//!
//! `E0…` stops the run, `S0…` leaves one operation out, `W0…` is a warning. Numbers are grouped
//! by stage: 00 reading files, 01 references, 02 the document's structure, 03 lowering and
//! checks, 04 overlays, 05 configuration and output.

use super::Severity;

/// One kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `E0101`.
    pub id: &'static str,
    /// The severity it has unless a run says otherwise.
    pub severity: Severity,
    /// What `cratewright explain` prints.
    pub explanation: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident, $explanation:literal;)*) => {
        $($(#[$doc])* pub static $name: Code =
            Code { id: $id, severity: Severity::$severity, explanation: $explanation };)*

        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    // 00: reading files

    /// A file can't be loaded.
    UNREADABLE_FILE = "E0001", Error,
        "A document, or a file that a `$ref` names, could not be read. Paths in a `$ref` are relative to the file that holds it, and `/` separates folders on every system. Nothing outside of the source root is read, by `..` or by a symbolic link.";
    /// The YAML or JSON does not parse.
    SYNTAX = "E0002", Error,
        "The file is not well-formed YAML (or JSON, by its extension). The frame shows where the parser gave up; the cause may be a line or two above: a missing space after a colon, a line indented by a tab or by one space too few, a quote that is not closed, or a plain text that starts with `@`, `%` or a backtick or has `: ` in it and needs quotes.";
    /// One key twice in an object.
    DUPLICATE_KEY = "E0003", Error,
        "An object has the same key twice. Parsers silently keep one of the two, and not all the same one, so the document means different things to different tools. Keys are compared as they are spelled: the status codes `200` and `'200'` are the same key.";
    /// Too large, too deep, too many.
    LIMIT = "E0004", Error,
        "The input is larger than any document should be: too many bytes or values in a file, too many files, objects and arrays nested too deeply, or YAML aliases that stand for aliases that stand for more aliases. The limits protect a build from a document that was made, or broken, to exhaust it. A program that uses the library can set others.";
    /// Bytes that are no text.
    NOT_UTF8 = "E0005", Error,
        "Documents are UTF-8, or UTF-16 with a byte order mark. The message names the first byte, counted from 0, that is part of no character; most often the file was saved in an older encoding such as Windows-1252.";
    /// `---` in the middle of a file.
    SEVERAL_DOCUMENTS = "W0006", Warning,
        "A YAML file can hold several documents, separated by a line `---`. An API description is one document, so the first is read and the others are not.";

    // 01: references

    /// A `$ref` to nothing.
    MISSING_TARGET = "E0101", Error,
        "A `$ref` names a place that is not in the document. The part after `#` is a JSON pointer (RFC 6901): keys separated by `/`, where a `/` within a key is written `~1` and a `~` is written `~0`, so that the path `/login` is `#/paths/~1login`. Without a `#`, the whole file is meant.";
    /// References that only refer to each other.
    REFERENCE_CYCLE = "E0102", Error,
        "A reference leads to a reference, and so on, and comes back without a value having been found. A type may well refer to itself through one of its properties; but a definition that consists of nothing but a `$ref` to itself describes nothing.";
    /// `$ref: https://…`.
    REMOTE_REFERENCE = "E0103", Error,
        "A `$ref` is a URL. Generating code must not depend on what a server answers today, so that only files are read. Save a copy of the document beside this one and refer to that.";
    /// The fragment is not a JSON pointer.
    MALFORMED_REFERENCE = "E0104", Error,
        "What follows the `#` of a `$ref` is a JSON pointer, and a pointer that is not empty starts with `/`: `#/definitions/Pet`.";
    /// A path that may not be followed.
    REFUSED_REFERENCE = "E0105", Error,
        "A `$ref` is a relative reference to a file below the source root. Absolute paths, drive letters, backslashes and paths that lead out of the root are refused: a document may come from anybody, and the machine that generates code from it has files that are none of its business.";
    /// `#/definitions/Pet` in a file that has no such place, while the document has.
    ASSUMED_DOCUMENT = "W0106", Warning,
        "A `$ref` that starts with `#` is about the file that it stands in. This file has nothing there, and the document that it is a part of has; so that is taken, as tools do that join the files first. Write the document's name before the `#`.";

    // 02: the document's structure

    /// Neither Swagger nor OpenAPI.
    NOT_A_DOCUMENT = "E0201", Error,
        "An API description says which specification it follows in its first line: `swagger: '2.0'` or `openapi: 3.0.3`. Without it, the file may be a part of a description (definitions, for instance) that another file refers to; name that other file instead.";
    /// A version that is not read.
    UNSUPPORTED_VERSION = "E0202", Error,
        "Swagger 2.0, OpenAPI 3.0 and OpenAPI 3.1 are supported. Older documents (Swagger 1.2) can be converted with other tools.";
    /// An object, an array or something else where it can't be.
    WRONG_TYPE = "E0203", Error,
        "A member has to be an object (or an array) and is something else, so that what it was to describe is unknown. In YAML the cause is often indentation: a line that stands too far to the left ends the object it was meant for.";
    /// A member that can't be done without.
    MISSING_FIELD = "E0204", Error,
        "The specification requires this field, and the object means nothing without it: a parameter has a `name` and an `in`, a document has `paths`.";
    /// One of a few values.
    UNKNOWN_VALUE = "E0205", Error,
        "The specification lists the values that this field may have, and this is none of them.";
    /// Two operations, one method, one path.
    DUPLICATE_OPERATION = "E0206", Error,
        "Two operations have the same method and the same path, so that a server could not tell which of them a request is for.";
    /// Parameters that can't be together.
    CONFLICTING_PARAMETERS = "S0211", Skipped,
        "A request has one body: one parameter that is `in: body`, or any number that are `in: formData`, but not both. The operation is left out.";
    /// A part that could not be read.
    INCOMPLETE_OPERATION = "S0212", Skipped,
        "A parameter of this operation could not be understood (another finding says why), so that a request could not be made or read. The operation is left out.";
    /// `x` that no specification knows.
    UNKNOWN_KEY = "W0221", Warning,
        "The specification has no field of this name at this place, so that it means nothing and is ignored. It may be misspelled, at the wrong level, or from another version of the specification. Fields of one's own start with `x-`.";
    /// A value of another type that is understood all the same.
    READ_AS = "W0222", Warning,
        "A value is not as the specification wants it, but what was meant is plain, and it was read as that. Other tools may read it otherwise.";
    /// A value of another type.
    IGNORED_MEMBER = "W0223", Warning,
        "A value is not of the type that the specification wants, and is left out.";
    /// A text that should be there.
    MISSING_TEXT = "W0224", Warning,
        "The specification requires this field. The generated crate only misses some words without it.";
    /// A body parameter without a schema.
    MISSING_SCHEMA = "W0225", Warning,
        "A body parameter without a `schema` is read as one that takes any JSON value.";
    /// A parameter or an array without a type.
    MISSING_TYPE = "W0226", Warning,
        "The specification requires a type here. A parameter without a `type` is read as a string; an array without `items` is read as an array of any values.";
    /// An operation without responses.
    MISSING_RESPONSES = "W0227", Warning,
        "An operation has to say what it answers. Without `responses`, every answer is treated as one that the document does not list.";
    /// Members beside a `$ref`.
    IGNORED_SIBLINGS = "W0228", Warning,
        "What stands beside a `$ref` is ignored, says the specification. Descriptions, `readOnly`, `x-nullable` and other words about the place are understood all the same; but members that would change the type are not. Use `allOf` with the reference and a second schema to extend a type.";
    /// A parameter twice.
    DUPLICATE_PARAMETER = "W0229", Warning,
        "Two parameters of one operation have the same name and the same place. The first is used.";
    /// An example without a media type.
    UNUSED_EXAMPLE = "W0230", Warning,
        "The examples of a response are listed by media type, and this key is none that the operation produces, so that the example is not used.";
    /// `%NAME%` that the configuration does not give.
    UNKNOWN_VARIABLE = "W0231", Warning,
        "The base path or host has a placeholder such as `%CLIENT_MAJOR_VERSION%`, which a build step of the document's authors would have replaced. Give its value in the configuration, under `variables`.";
    /// A server's address that is written wrongly.
    SERVER_ADDRESS = "W0232", Warning,
        "`host` is a host name and maybe a port, `basePath` starts with `/` and ends without one, and `schemes` says `http` or `https`. What was written was read as what was likely meant.";
    /// A response under something that is no status.
    UNKNOWN_STATUS = "W0233", Warning,
        "Responses are listed by status code (100 to 599), by range (`4XX`), or as `default`. This response can't be recognised and is left out; a server that sends it is answered as one that sends what the document does not list.";
    /// Values of an enumeration that don't have its type.
    ENUM_TYPE = "W0234", Warning,
        "The values of an `enum` should have the `type` of the schema. In YAML, `yes`, `1` and `1.0` without quotes are no strings.";

    /// `xml`, for bodies that are not taken apart.
    XML_IGNORED = "W0235", Warning,
        "The document says how values are written as XML. Bodies in XML are handed over as the bytes they are, so that this has no effect. It is reported once for each file.";

    // 03: lowering and checks

    /// A placeholder of a path that no parameter declares.
    UNDECLARED_PATH_PARAMETER = "E0301", Error,
        "The path has a `{placeholder}`, but neither the operation nor its path item declares a path parameter of that name, so nobody knows what may stand there. Declare it with `in: path`, `required: true`.";
    /// Two operations that a request can't tell apart.
    SHADOWED_OPERATION = "W0302", Warning,
        "Two operations have the same method, path and query: the placeholders may have other names, the query another order, and one of the paths a fragment, which is never sent. Both are generated, and a client can call both. A server answers with the first, since a request can't tell it which one is meant. Within a document, where the specification forbids it (Swagger 2.0, Paths Object), only the first is in the server's trait. Each of two documents has a trait of its own; to offer the second operation, leave the first out with `exclude`, or give one of the documents another base path.";
    /// A path parameter that the path has no placeholder for.
    UNUSED_PATH_PARAMETER = "W0303", Warning,
        "A parameter is declared `in: path`, but the path has no `{placeholder}` of that name, so there is nowhere to put it. The parameter is ignored.";
    /// One `operationId` twice.
    DUPLICATE_OPERATION_ID = "W0304", Warning,
        "Two operations have the same `operationId`, which must be unique. Both are generated; the second gets a name of its own.";
    /// An example that is not JSON.
    EXAMPLE_NOT_JSON = "W0305", Warning,
        "An example is given as a text that should be JSON, and is not. It is left out of the contract tests.";
    /// An example that its own schema refuses.
    EXAMPLE_MISFIT = "W0306", Warning,
        "An example is not a value of its schema. It is left out of the contract tests; one of the two is wrong.";
    /// A header parameter that OpenAPI 3 says to ignore.
    IGNORED_HEADER = "W0307", Warning,
        "`Accept`, `Content-Type` and `Authorization` are set from the media types and the security of the operation; in OpenAPI 3 a parameter of that name is ignored (Parameter Object, `name`). In Swagger 2.0 it is a parameter like any other.";
    /// Two members of an `allOf` that disagree.
    CONFLICTING_PROPERTY = "W0309", Warning,
        "Two members of an `allOf` describe the same property differently, so that no value may satisfy both. The later description is used.";
    /// `required` names what is no property.
    UNKNOWN_REQUIRED = "W0310", Warning,
        "`required` names a member that `properties` does not have, often a slip in spelling. Nothing is known about the member, so it is not required of anybody.";
    /// An enumeration with a value that its type refuses, or one value twice.
    ENUM_VALUE = "W0311", Warning,
        "A value of `enum` is not of the schema's `type`, or is there twice. It is read as the type where that is possible, and left out otherwise.";
    /// A keyword that the generated code does not enforce.
    NOT_ENFORCED = "W0312", Warning,
        "The schema says something that types can't express and that the generated code does not check. Values that break it are let through. Of a `pattern`, it means that it is no regular expression as ECMA-262 has them, or one that is too large: `\\A`, `\\Z`, `(?x)` and POSIX classes are of other dialects. Write it as JavaScript would have it.";
    /// A part of a definition that no operation needs is not supported.
    DEFINITION_LEFT_OUT = "W0313", Warning,
        "A definition is not supported and no operation needs it, so it is left out.";
    /// A value that stands in or shows, and is not of its type.
    DEFAULT_MISFIT = "W0314", Warning,
        "A `default` is not a value of its schema. It is ignored; one of the two is wrong.";
    /// A header of a response that is not supported.
    HEADER_LEFT_OUT = "W0315", Warning,
        "A header of a response is described as something that no text can say, or is `Content-Type`, which the media types of the body say. The header is left out; the response as a whole still carries it.";
    /// A security scheme that another document defines.
    BORROWED_SCHEME = "W0316", Warning,
        "An operation asks for a security scheme that its own document does not define. Another document of the crate does, and no third one says otherwise, so that one is meant.";
    /// A security scheme that nobody defines.
    UNDEFINED_SCHEME = "W0317", Warning,
        "An operation asks for a security scheme that no document of the crate defines, so that nobody knows what such credentials look like and that alternative of the requirement can't be met. The operation is generated with the alternatives that are left. Where none is left it is taken as open to everybody: the client sends no credentials and the server asks for none. Define the scheme, or correct the requirement with an overlay.";
    /// `allowEmptyValue` where an empty text is no value.
    EMPTY_VALUE = "W0318", Warning,
        "A query parameter may be given without a value, says the document; but its values are no texts, and nothing is no number, no list and no member of an enumeration. A client leaves the parameter out instead, and a server refuses it without a value.";
    /// A list in a list, outside of bodies.
    JOINED_LIST = "W0319", Warning,
        "A parameter is a list of lists. The outer list is written as its `collectionFormat` says; each inner list is a text in the generated crate, which callers join and split by the separator that the inner `collectionFormat` says. The lists must have different separators.";
    /// A parameter that is not what its path says.
    FIXED_PARAMETER = "W0326", Warning,
        "The query in a path gives a parameter a value (`/items?kind=book`), and the parameter of that name is described as one that does not take it. The path is what requests are told apart by: its value is sent, and nobody is asked for the parameter.";
    /// A schema that is not supported.
    UNSUPPORTED_SCHEMA = "S0320", Skipped,
        "A schema uses something that has no faithful type. The operations that need it are left out.";
    /// A parameter that is not supported.
    UNSUPPORTED_PARAMETER = "S0321", Skipped,
        "A parameter has a form that can't be written or read faithfully. The operation is left out.";
    /// A path that is not supported.
    UNSUPPORTED_PATH = "S0322", Skipped,
        "The path has a form that can't be routed or built faithfully: an unbalanced brace, a placeholder twice, or one in its query that no parameter declares or that is only a part of a value. The operation is left out.";
    /// A security scheme that is not supported.
    UNSUPPORTED_SECURITY = "S0323", Skipped,
        "An operation asks for credentials of a kind that is not supported. The operation is left out, because leaving the credentials out would be worse.";
    /// A body or an outcome that is not supported.
    UNSUPPORTED_BODY = "S0324", Skipped,
        "A body has a form that can't be written or read faithfully. The operation is left out.";

    // 04: overlays

    /// An action of an overlay selects nothing.
    OVERLAY_UNMATCHED = "E0401", Error,
        "The target of an overlay's action selects nothing in the document it is applied to. The Overlay Specification lets such an action pass; here it is an error, because an overlay corrects a mistake, and a correction that no longer applies should be looked at: the document was renamed around it, or corrected at last.";
    /// A target that is not a JSONPath.
    OVERLAY_QUERY = "E0402", Error,
        "The `target` (and `copy`) of an overlay's action is a JSONPath (RFC 9535). It starts with `$`; a key with slashes or dots is written in brackets and quotes: `$.paths['/login'].post`.";
    /// An overlay that lacks what it needs.
    OVERLAY_STRUCTURE = "E0403", Error,
        "An overlay is an object with `overlay` (the version of the specification), `info` and `actions`; an action has a `target` and one of `update`, `copy` and `remove`.";
    /// An update that does not fit.
    OVERLAY_CLASH = "E0404", Error,
        "An update merges objects with objects, concatenates arrays with arrays, and replaces strings, numbers and booleans by each other. An array as the target itself gets the update as one more element. To replace a value by one of another kind, or an array by another array, remove it in one action and add it in the next.";
    /// A field that overlays do not have.
    OVERLAY_FIELD = "W0405", Warning,
        "The Overlay Specification has no such field. It is ignored; if it is a slip of the pen, so is what it should have done. Fields of your own start with `x-`.";
    /// An overlay written for another document.
    OVERLAY_DOCUMENT = "W0406", Warning,
        "The `extends` of the overlay names another document than the one it is applied to. It is applied all the same, since the configuration says so.";

    // 05: configuration

    /// `cratewright.toml` is not TOML.
    CONFIG_SYNTAX = "E0501", Error,
        "The configuration is not well-formed TOML 1.0.";
    /// A key that no setting has.
    CONFIG_KEY = "E0502", Error,
        "The configuration has a key that is not a setting. A misspelt setting that was silently ignored would be worse than none.";
    /// A setting with a value that it can't have.
    CONFIG_VALUE = "E0503", Error,
        "A setting has a value of the wrong type, or one that it can't have.";
    /// A setting that has to be there is not.
    CONFIG_MISSING = "E0504", Error,
        "A setting without which there is nothing to generate is missing: the name of the crate, or its documents.";
    /// A glob that matches nothing.
    CONFIG_NO_MATCH = "E0505", Error,
        "A glob of `documents` matches no file. Either it is misspelt or the files have moved; a crate without those documents is not what was asked for.";
    /// A name pinned to a place where nothing is.
    PINNED_NOTHING = "E0506", Error,
        "The configuration pins a Rust name to a place in a document where no operation, parameter, definition or property is. The place is the file below the source root, `#`, and a JSON pointer, in which `~1` stands for `/`: `login.yaml#/paths/~1login/post`. The document may have changed since the line was written; code that uses the name would fail to compile, so that the run stops here.";

    /// A correction of a file that nothing refers to.
    CORRECTED_NOTHING = "E0507", Error,
        "The configuration names overlays for a file that no document refers to, so that they correct nothing. The file may have been renamed. Overlays for a document itself are written in its entry of `documents`.";

    /// A selector that no operation is.
    SELECTED_NOTHING = "E0508", Error,
        "`tags`, `include` and `exclude` of a document select operations by tag, path, method or `operationId`, and one of them selects nothing, in none of the documents that it is written for. It is misspelt, or the document has changed: an operation that should have been left out might be generated now, or the other way round.";

    // 09: cratewright itself

    /// What was emitted is not Rust.
    DEFECT = "E0901", Error,
        "Cratewright made something that is not Rust, noticed it, and wrote nothing. That is never the document's fault: please report it, with the document if you can.";
}
