//! Calls of the runtime's table macros, such as `json_object!`.
//!
//! A pretty-printer can't know where the rows of a macro's input end, so these are laid out here,
//! a row a line. Every piece is an identifier or a literal made by proc_macro2, never text of a
//! document.

use std::fmt;

use proc_macro2::Literal;

use crate::names::Ident;

/// `json_object! { Error { required errcode: "errcode", … } }`.
#[derive(Debug, Clone)]
pub struct Table {
    /// The name of the macro.
    pub name: &'static str,
    /// The type that the rows are about.
    pub subject: Ident,
    /// A word between the subject and its rows, where there is one to say.
    pub mode: Option<&'static str>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// One row of a table macro.
#[derive(Debug, Clone)]
pub enum Row {
    /// `required errcode: "errcode",`
    Member(&'static str, Ident, String),
    /// `additional others,`
    Word(&'static str, Ident),
    /// `FreeForChat = "free_for_chat",`
    Text(Ident, String),
    /// `One = 1,`
    Integer(Ident, i64),
    /// `403 => Forbidden,`
    Status(u16, Ident),
    /// `"cat" => Cat,`
    Tag(String, Ident),
    /// `password: secret,` or `username,`
    Field(Ident, bool),
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}! {{\n    {}", self.name, self.subject)?;
        if let Some(mode) = self.mode {
            write!(f, " {mode}")?;
        }
        if self.rows.is_empty() {
            return writeln!(f, " {{}}\n}}");
        }
        writeln!(f, " {{")?;
        for row in &self.rows {
            writeln!(f, "        {row},")?;
        }
        writeln!(f, "    }}\n}}")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(mode, field, wire) => write!(f, "{mode} {field}: {}", Literal::string(wire)),
            Self::Word(mode, field) => write!(f, "{mode} {field}"),
            Self::Text(variant, value) => write!(f, "{variant} = {}", Literal::string(value)),
            Self::Integer(variant, value) => write!(f, "{variant} = {value}"),
            Self::Status(code, variant) => write!(f, "{code} => {variant}"),
            Self::Tag(value, variant) => write!(f, "{} => {variant}", Literal::string(value)),
            Self::Field(field, true) => write!(f, "{field}: secret"),
            Self::Field(field, false) => write!(f, "{field}"),
        }
    }
}
