//! Names that the emitted code needs for itself.

/// Names of the prelude and of what every emitted file writes; a type of such a name would
/// change what the code around it means.
pub(super) const TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "IntoFuture",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Vec",
];

/// Names that an operation's own module has beside its inline types: the three that every
/// operation has, and what the file may import.
pub(super) const IN_OPERATION: &[&str] = &[
    "Request",
    "Response",
    "Error",
    "Additional",
    "Answer",
    "AsText",
    "Asked",
    "Base64",
    "Body",
    "BodyKind",
    "Bytes",
    "Date",
    "DateTime",
    "Decimal",
    "DecodeError",
    "EncodeError",
    "Field",
    "File",
    "Incoming",
    "JsonObject",
    "Metadata",
    "Operation",
    "Outgoing",
    "PathArguments",
    "Payload",
    "RawBody",
    "Rejection",
    "Reply",
    "RequestBuilder",
    "SchemeUse",
    "Separator",
    "ToOwned",
    "UndocumentedResponse",
    "Unpin",
    "Uuid",
];

/// What the file of the security schemes imports.
pub(super) const IN_SECURITY: &[&str] = &["Principal", "Scheme", "SchemeKind", "Secret"];

/// What a handler's credential can't be called: its other arguments, and what the client has a `with_…`
/// method for.
pub(super) const ARGUMENTS: &[&str] =
    &["request", "state", "self", "transport", "credentials", "layer", "response_limit"];

/// Modules at the root of the crate.
pub(super) const MODULES: &[&str] =
    &["types", "client", "server", "runtime", "security", "std", "core", "alloc", "http", "support"];

/// Methods that the client has anyway, and those of the prelude that take a client by value: a call
/// finds them first.
pub(super) const CLIENT_METHODS: &[&str] = &[
    "new",
    "with_transport",
    "with_credentials",
    "with_layer",
    "clone",
    "with_response_limit",
    "fmt",
    "into",
    "try_into",
];

/// Names that no module may have: what cargo and rustc look for, and what Windows keeps for devices.
pub(super) const FILES: &[&str] = &[
    "mod", "lib", "main", "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
    "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Features of every generated package, beside those that are called as what they depend on.
pub(super) const FEATURES: &[&str] = &["default", "documents", "client", "server", "serve", "resilience"];
