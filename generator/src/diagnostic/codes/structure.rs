//! 02: the document's structure.

use super::codes;

codes! {
    /// Neither Swagger nor OpenAPI.
    NOT_A_DOCUMENT = "E0201", Error,
        "An API description says which specification it follows in its first line: `swagger: '2.0'` or `openapi: 3.0.3`. Without it, the file may be a part of a description (definitions, for instance) that another file refers to; name that other file instead.",
        help: "begin with `swagger: '2.0'` or `openapi: 3.0.3`, or name the document that refers to this file";
    /// A version that is not read.
    UNSUPPORTED_VERSION = "E0202", Error,
        "Swagger 2.0, OpenAPI 3.0 and OpenAPI 3.1 are supported. Older documents (Swagger 1.2) can be converted with other tools.",
        help: "convert the document to Swagger 2.0 or OpenAPI 3";
    /// An object, an array or something else where it can't be.
    WRONG_TYPE = "E0203", Error,
        "A member has to be an object (or an array) and is something else, so that what it was to describe is unknown. In YAML the cause is often indentation: a line that stands too far to the left ends the object it was meant for.",
        help: "write what is expected here; in YAML, look at the indentation first";
    /// A member that can't be done without.
    MISSING_FIELD = "E0204", Error,
        "The specification requires this field, and the object means nothing without it: a parameter has a `name` and an `in`, a document has `paths`.",
        help: "add the field";
    /// One of a few values.
    UNKNOWN_VALUE = "E0205", Error,
        "The specification lists the values that this field may have, and this is none of them.",
        help: "use one of the values that the specification lists";
    /// Two operations, one method, one path.
    DUPLICATE_OPERATION = "E0206", Error,
        "Two operations have the same method and the same path, so that a server could not tell which of them a request is for.",
        help: "remove one of the two, or give it another path or method";
    /// Parameters that can't be together.
    CONFLICTING_PARAMETERS = "S0211", Skipped breach,
        "A request has one body: one parameter that is `in: body`, or any number that are `in: formData`, but not both. The operation is left out.",
        help: "describe one body: either a single parameter `in: body`, or only parameters `in: formData`";
    /// `x` that no specification knows.
    UNKNOWN_KEY = "W0221", Warning breach,
        "The specification has no field of this name at this place, so that it means nothing and is ignored. It may be misspelled, at the wrong level, or from another version of the specification. Fields of one's own start with `x-`.",
        help: "remove the key, move it to where it belongs, or let it start with `x-`";
    /// A value of another type that is understood all the same.
    READ_AS = "W0222", Warning breach,
        "A value is not as the specification wants it, but what was meant is plain, and it was read as that. Other tools may read it otherwise.",
        help: "write it as the specification has it, so that every tool reads the same";
    /// A value of another type.
    IGNORED_MEMBER = "W0223", Warning breach,
        "A value is not of the type that the specification wants, and is left out.",
        help: "correct the value, or remove the key";
    /// A text that should be there.
    MISSING_TEXT = "W0224", Warning breach,
        "The specification requires this field. The generated crate only misses some words without it.",
        help: "add the field";
    /// A body parameter without a schema.
    MISSING_SCHEMA = "W0225", Warning breach,
        "A body parameter without a `schema` is read as one that takes any JSON value.",
        help: "add a `schema` that says what the body is";
    /// A parameter or an array without a type.
    MISSING_TYPE = "W0226", Warning breach,
        "The specification requires a type here. A parameter without a `type` is read as a string; an array without `items` is read as an array of any values.",
        help: "add the `type`, or the `items`";
    /// An operation without responses.
    MISSING_RESPONSES = "W0227", Warning breach,
        "An operation has to say what it answers. Without `responses`, every answer is treated as one that the document does not list.",
        help: "add `responses` with at least the answer of a success";
    /// Members beside a `$ref`.
    IGNORED_SIBLINGS = "W0228", Warning,
        "What stands beside a `$ref` is ignored, says the specification. Descriptions, `readOnly`, `x-nullable` and other words about the place are understood all the same; but members that would change the type are not. Use `allOf` with the reference and a second schema to extend a type.",
        help: "move the member to what is referred to, or use `allOf` with the reference and a second schema";
    /// A parameter twice.
    DUPLICATE_PARAMETER = "W0229", Warning breach,
        "Two parameters of one operation have the same name and the same place. The first is used.",
        help: "remove one of the two, or rename it";
    /// An example without a media type.
    UNUSED_EXAMPLE = "W0230", Warning,
        "The examples of a response are listed by media type, and this key is none that the operation produces, so that the example is not used.",
        help: "use a media type that `produces` lists as the key, or list it there";
    /// `%NAME%` that the configuration does not give.
    UNKNOWN_VARIABLE = "W0231", Warning,
        "The base path or host has a placeholder such as `%CLIENT_MAJOR_VERSION%`, which a build step of the document's authors would have replaced. Give its value in the configuration, under `variables`.",
        help: "give it a value under `[variables]` in `cratewright.toml`, or with `--var NAME=VALUE`";
    /// A server's address that is written wrongly.
    SERVER_ADDRESS = "W0232", Warning,
        "`host` is a host name and maybe a port, `basePath` starts with `/` and ends without one, and `schemes` says `http` or `https`. What was written was read as what was likely meant.",
        help: "write `host: example.org`, `basePath: /v1` and `schemes: [https]`";
    /// A response under something that is no status.
    UNKNOWN_STATUS = "W0233", Warning breach,
        "Responses are listed by status code (100 to 599), by range (`4XX`), or as `default`. This response can't be recognised and is left out; a server that sends it is answered as one that sends what the document does not list.",
        help: "write a status code such as `404`, a range such as `4XX`, or `default`";
    /// Values of an enumeration that don't have its type.
    ENUM_TYPE = "W0234", Warning,
        "The values of an `enum` should have the `type` of the schema. In YAML, `yes`, `1` and `1.0` without quotes are no strings.",
        help: "write the values as the `type` has them, texts in quotes, or correct the `type`";

    /// `xml`, for bodies that are not taken apart.
    XML_IGNORED = "W0235", Warning,
        "The document says how values are written as XML. Bodies in XML are handed over as the bytes they are, so that this has no effect. It is reported once for each file.",
        help: "nothing has to be done where bodies are JSON; otherwise read and write the bytes yourself";
    /// What the specification leaves open, or gives no meaning.
    INTERPRETED = "W0236", Warning,
        "The specification does not say what this means, or gives it no meaning, and does not forbid it. It was read as what was likely meant; other tools may read it otherwise.",
        help: "write it as the finding says it was read";
    /// A member that is well and good and has no effect.
    UNSUPPORTED_MEMBER = "W0237", Warning,
        "The specification has this member, and the generated code does nothing about it. It is left out.",
        help: "nothing is wrong with it; `--allow W0237` says that you know";
}
