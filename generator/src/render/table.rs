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
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// Words after the rows, where there are some: `additional others`.
    pub tail: Option<String>,
}

/// One row of a table macro.
#[derive(Debug, Clone)]
pub enum Row {
    /// `required errcode: "errcode",`
    Member(&'static str, Ident, String),
    /// `FreeForChat = "free_for_chat",`
    Text(Ident, String),
    /// `One = 1,`
    Integer(Ident, i64),
    /// `Forbidden: 403,`
    Status(Ident, u16),
    /// `post_login(access_token),`
    Call(Ident, Vec<Ident>),
    /// `Cat,`
    Name(Ident),
    /// `password: secret,` or `username,`
    Field(Ident, bool),
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}! {{\n    {}", self.name, self.subject)?;
        if self.rows.is_empty() {
            write!(f, " {{}}")?;
        } else {
            writeln!(f, " {{")?;
            for row in &self.rows {
                writeln!(f, "        {row},")?;
            }
            write!(f, "    }}")?;
        }
        if let Some(tail) = &self.tail {
            write!(f, " {tail}")?;
        }
        writeln!(f, "\n}}")
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(mode, field, wire) => write!(f, "{mode} {field}: {}", Literal::string(wire)),
            Self::Text(variant, value) => write!(f, "{variant} = {}", Literal::string(value)),
            Self::Integer(variant, value) => write!(f, "{variant} = {value}"),
            Self::Status(variant, code) => write!(f, "{variant}: {code}"),
            Self::Call(method, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(Ident::to_string).collect();
                write!(f, "{method}({})", arguments.join(", "))
            }
            Self::Name(variant) | Self::Field(variant, false) => write!(f, "{variant}"),
            Self::Field(field, true) => write!(f, "{field}: secret"),
        }
    }
}
