//! 03: lowering and checks.

use super::codes;

codes! {
    /// A placeholder of a path that no parameter declares.
    UNDECLARED_PATH_PARAMETER = "E0301", Error,
        "The path has a `{placeholder}`, but neither the operation nor its path item declares a path parameter of that name, so nobody knows what may stand there. Declare it with `in: path`, `required: true`.",
        help: "declare it with `in: path`, `required: true` and a type";
    /// Two operations that a request can't tell apart.
    SHADOWED_OPERATION = "W0302", Warning,
        "Two operations have the same method, path and query: the placeholders may have other names, the query another order, and one of the paths a fragment, which is never sent. Both are generated, and a client can call both. A server answers with the first, since a request can't tell it which one is meant. Within a document, where the specification forbids it (Swagger 2.0, Paths Object), only the first is in the server's trait. Each of two documents has a trait of its own; to offer the second operation, leave the first out with `exclude`, or give one of the documents another base path.",
        help: "remove one of the two, or leave it out with `exclude`";
    /// A path parameter that the path has no placeholder for.
    UNUSED_PATH_PARAMETER = "W0303", Warning breach,
        "A parameter is declared `in: path`, but the path has no `{placeholder}` of that name, so there is nowhere to put it. The parameter is ignored.",
        help: "add the placeholder to the path, or remove the parameter";
    /// One `operationId` twice.
    DUPLICATE_OPERATION_ID = "W0304", Warning breach,
        "Two operations have the same `operationId`, which must be unique. Both are generated; the second gets a name of its own.",
        help: "give the second operation an `operationId` of its own";
    /// An example that is not JSON.
    EXAMPLE_NOT_JSON = "W0305", Warning,
        "An example is given as a text that should be JSON, and is not. It is left out of the contract tests.",
        help: "write the example as JSON, or as the value itself";
    /// An example that its own schema refuses.
    EXAMPLE_MISFIT = "W0306", Warning,
        "An example is not a value of its schema. It is left out of the contract tests; one of the two is wrong.",
        help: "correct the example, or the schema";
    /// A header parameter that OpenAPI 3 says to ignore.
    IGNORED_HEADER = "W0307", Warning,
        "`Accept`, `Content-Type` and `Authorization` are set from the media types and the security of the operation; in OpenAPI 3 a parameter of that name is ignored (Parameter Object, `name`). In Swagger 2.0 it is a parameter like any other.",
        help: "remove the parameter; media types and `security` say the same";
    /// Two members of an `allOf` that disagree.
    CONFLICTING_PROPERTY = "W0309", Warning,
        "Two members of an `allOf` describe the same property differently, so that no value may satisfy both. The later description is used.",
        help: "describe the property once, or rename one of the two";
    /// `required` names what is no property.
    UNKNOWN_REQUIRED = "W0310", Warning,
        "`required` names a member that `properties` does not have, often a slip in spelling. Nothing is known about the member, so it is not required of anybody.",
        help: "add the property, or remove its name from `required`";
    /// An enumeration with a value that its type refuses, or one value twice.
    ENUM_VALUE = "W0311", Warning,
        "A value of `enum` is not of the schema's `type`, or is there twice. It is read as the type where that is possible, and left out otherwise.",
        help: "remove the value, or write it as the `type` has it";
    /// A keyword that the generated code does not enforce.
    NOT_ENFORCED = "W0312", Warning,
        "The schema says something that types can't express and that the generated code does not check. Values that break it are let through. Of a `pattern`, it means that it is no regular expression as ECMA-262 has them, or one that is too large: `\\A`, `\\Z`, `(?x)` and POSIX classes are of other dialects. Write it as JavaScript would have it.",
        help: "check it where the value is used, or write it as the generated code can check it";
    /// A part of a definition that no operation needs is not supported.
    DEFINITION_LEFT_OUT = "W0313", Warning,
        "A definition is not supported and no operation needs it, so it is left out.",
        help: "remove the definition, or describe it as something that is supported";
    /// A value that stands in or shows, and is not of its type.
    DEFAULT_MISFIT = "W0314", Warning breach,
        "A `default` is not a value of its schema. It is ignored; one of the two is wrong.",
        help: "correct the default, or the schema";
    /// A header of a response that is not supported.
    HEADER_LEFT_OUT = "W0315", Warning,
        "A header of a response is described as something that no text can say, or is `Content-Type`, which the media types of the body say. The header is left out; the response as a whole still carries it.",
        help: "describe the header as a text, a number, a boolean or a list of them";
    /// A security scheme that another document defines.
    BORROWED_SCHEME = "W0316", Warning breach,
        "An operation asks for a security scheme that its own document does not define. Another document of the crate does, and no third one says otherwise, so that one is meant.",
        help: "define the scheme in this document too";
    /// A security scheme that nobody defines.
    UNDEFINED_SCHEME = "W0317", Warning breach,
        "An operation asks for a security scheme that no document of the crate defines, so that nobody knows what such credentials look like and that alternative of the requirement can't be met. The operation is generated with the alternatives that are left. Where none is left it is taken as open to everybody: the client sends no credentials and the server asks for none. Define the scheme, or correct the requirement with an overlay.",
        help: "define the scheme in `securityDefinitions`, or in `components` of OpenAPI 3, or correct its name";
    /// `allowEmptyValue` where an empty text is no value.
    EMPTY_VALUE = "W0318", Warning,
        "A query parameter may be given without a value, says the document; but its values are no texts, and nothing is no number, no list and no member of an enumeration. A client leaves the parameter out instead, and a server refuses it without a value.",
        help: "remove `allowEmptyValue`, or make the parameter a string";
    /// A list in a list, outside of bodies.
    JOINED_LIST = "W0319", Warning,
        "A parameter is a list of lists. The outer list is written as its `collectionFormat` says; each inner list is a text in the generated crate, which callers join and split by the separator that the inner `collectionFormat` says. The lists must have different separators.",
        help: "give the inner list another `collectionFormat` than the outer one, and join its values by that";
    /// A parameter that is not what its path says.
    FIXED_PARAMETER = "W0326", Warning,
        "The query in a path gives a parameter a value (`/items?kind=book`), and the parameter of that name is described as one that does not take it. The path is what requests are told apart by: its value is sent, and nobody is asked for the parameter.",
        help: "remove the parameter, or take the value out of the path";
    /// A schema that is not supported.
    UNSUPPORTED_SCHEMA = "S0320", Skipped,
        "A schema uses something that has no faithful type. The operations that need it are left out.",
        help: "describe the value another way, in the document or with an overlay";
    /// A parameter that is not supported.
    UNSUPPORTED_PARAMETER = "S0321", Skipped,
        "A parameter has a form that can't be written or read faithfully. The operation is left out.",
        help: "describe the parameter another way, in the document or with an overlay";
    /// A path that is not supported.
    UNSUPPORTED_PATH = "S0322", Skipped,
        "The path has a form that can't be routed or built faithfully: an unbalanced brace, a placeholder twice, or one in its query that no parameter declares or that is only a part of a value. The operation is left out.",
        help: "correct the path, or leave it out with `exclude`";
    /// A security scheme that is not supported.
    UNSUPPORTED_SECURITY = "S0323", Skipped,
        "An operation asks for credentials of a kind that is not supported. The operation is left out, because leaving the credentials out would be worse.",
        help: "ask for credentials by an API key, Basic or bearer tokens";
}
