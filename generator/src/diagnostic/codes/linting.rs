//! 06: what only `check` looks for.

use super::codes;

codes! {
    /// A value that the specification's grammar does not have.
    FORBIDDEN_VALUE = "W0601", Warning breach,
        "The specification does not allow this value here: it is of another type, none of those that may stand here, an empty list where there has to be an element, or a list that has an element twice. Cratewright generates the same code with and without it; other tools refuse the document.",
        help: "write what is expected here";
    /// A file in a form that is none.
    FILE_OUTSIDE_FORM = "W0602", Warning breach,
        "A parameter is of `type: file`, and the operation does not consume forms. It has to consume `multipart/form-data`, `application/x-www-form-urlencoded`, or both (Swagger 2.0, Parameter Object, `type`).",
        help: "add `consumes: [multipart/form-data]` to the operation";
    /// Two bodies, one of them inherited.
    SECOND_BODY = "W0603", Warning breach,
        "A parameter of an operation replaces one of its path item if both have the same name and place. These two are bodies with different names, so that the operation has both, and there can be only one. Give them one name, or move the body of the path item to the operations that have it.",
        help: "give the two bodies one name, or move the first to the operations that have it";
    /// A response, or its body, that no client gets to see.
    UNREACHABLE_RESPONSE = "W0604", Warning,
        "No client gets to see this. Answers to `HEAD` and answers with the status 204, 205 or 304 have no body (RFC 9110), and a status below 200 is never the last answer to a request.",
        help: "leave it out, or answer with another status";
    /// Scopes of something that has none.
    UNEXPECTED_SCOPES = "W0605", Warning,
        "A security requirement lists scopes of a scheme that is not OAuth 2. Swagger 2.0 wants the list to be empty then (Security Requirement Object); OpenAPI 3.1 lets it name roles, so that this is no error. Nothing asks for them.",
        help: "write an empty list";
    /// A discriminator that is no required property.
    DISCRIMINATOR = "W0606", Warning,
        "`discriminator` names a property that the same schema should define and list in `required`: without it in a value, nobody can tell what the value is. Swagger 2.0 demands it (Schema Object) and later versions no longer do, so that this is no error.",
        help: "define the property in this schema, and list it in `required`";
    /// A definition that nothing refers to.
    UNUSED_DEFINITION = "W0607", Warning,
        "No operation refers to this, directly or through something else. It may be left over, or the reference to it is missing. A definition that extends a used one with a `discriminator` is used too.",
        help: "remove it, or refer to it where it is meant";
    /// Two paths of which neither is more specific.
    AMBIGUOUS_PATHS = "W0608", Warning,
        "Some requests match both paths, and each path is more specific in another place, as `/{kind}/latest` and `/users/{id}` are for `/users/latest`. Servers disagree about which of the two is meant; the one that is generated prefers plain text in the earlier segment.",
        help: "give one of the two a path that the other does not match";
    /// A word that is nearly one that everybody knows.
    MISSPELT = "W0609", Warning,
        "A `format` or a media type may be any text, so that one with a slip in it is as good as any other: `format: itn64` is a plain integer, and a body of `application/jsno` is no JSON. This one is a letter away from one that everybody knows.",
        help: "correct it, if it is not meant";
}
