//! The kinds of mistakes. Each is one by the specification, or a slip in a word that everybody knows.

mod keys;
mod references;
mod syntax;
mod types;
mod values;
mod words;

use crate::mutation::Kind;

pub(crate) const ALL: &[Kind] = &[
    keys::DELETED,
    keys::MISSPELT,
    keys::TWICE,
    keys::STATUS,
    keys::PLACEHOLDER,
    types::NO_OBJECT,
    types::NO_SCALAR,
    references::POINTER,
    references::FILE,
    references::SCHEME,
    syntax::INDENTATION,
    syntax::TAB,
    syntax::COLON,
    syntax::SPACE,
    syntax::QUOTE,
    syntax::BRACKET,
    words::TYPE,
    words::FORMAT,
    words::LOCATION,
    words::OTHER,
    words::MEDIA_TYPE,
    values::DEFAULT,
    values::ENUM,
    values::OPERATION_ID,
    values::PARAMETER,
];
