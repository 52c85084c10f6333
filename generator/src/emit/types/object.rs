//! Structs: fields, constructors, and their JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::api::{Object, Property, TypeId};
use crate::emit::docs::Paragraphs;
use crate::emit::scope::Scope;
use crate::emit::words;
use crate::names::{Ident, TypeName};
use crate::render::{Blank, Block, BlockKind, Code, Item, Member, Row, Table};

/// A struct with public fields and printed constructors: a type of the document, a request, a
/// response.
#[derive(Debug)]
pub(in crate::emit) struct Struct {
    /// Its name.
    pub(in crate::emit) name: Ident,
    /// Its docs.
    pub(in crate::emit) docs: Paragraphs,
    /// Its fields, in order.
    pub(in crate::emit) fields: Vec<Field>,
    /// Whether it holds a stream, which can be neither copied nor compared.
    pub(in crate::emit) streams: bool,
}

/// A field of a [`Struct`].
#[derive(Debug)]
pub(in crate::emit) struct Field {
    /// Its name.
    pub(in crate::emit) name: Ident,
    /// Its docs.
    pub(in crate::emit) docs: Paragraphs,
    /// What it holds, and how it is filled.
    pub(in crate::emit) kind: FieldKind,
    /// The type of the value, without the wrapper of the kind.
    pub(in crate::emit) value: TokenStream,
    /// Whether a value is taken as `impl Into`.
    pub(in crate::emit) into: bool,
    /// Whether values must not be printed.
    pub(in crate::emit) secret: bool,
}

/// What a field holds of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum FieldKind {
    /// The value: an argument of `new`.
    Required { boxed: bool },
    /// `Option`: `None` where it is absent, set by `with_…`.
    Optional { boxed: bool },
    /// `Option`: `None` where it is `null`; an argument of `new`.
    Nullable { boxed: bool },
    /// `Field`: absent, `null` or a value, set by `with_…`.
    Maybe { boxed: bool },
    /// A map or a list that starts empty, set by `with_…`.
    Defaulted,
}

/// The struct of an object, with its JSON.
pub(super) fn items(scope: &Scope<'_>, id: TypeId, object: &Object, name: &TypeName) -> Vec<Item> {
    let fields = fields(scope, id, object, &name.members);
    let item = Struct { name: name.name.clone(), docs: docs(scope, id), fields, streams: false };
    let mut items = item.items(scope);
    items.push(json(scope, object, &name.name, &name.members));
    items
}

/// The fields of an object under the names that were decided for them.
pub(in crate::emit) fn fields(scope: &Scope<'_>, id: TypeId, object: &Object, names: &[Ident]) -> Vec<Field> {
    let named = object.properties.iter().enumerate().zip(names);
    let mut fields: Vec<_> =
        named.map(|((index, property), name)| field(scope, id, index, property, name.clone())).collect();
    if let (Some(values), Some(name)) = (object.additional, names.last()) {
        fields.push(additional_field(scope, values, name.clone()));
    }
    fields
}

/// The field of the members that the document does not name.
pub(in crate::emit) fn additional_field(scope: &Scope<'_>, values: TypeId, name: Ident) -> Field {
    let (map, values) = (scope.of_runtime("Additional"), scope.value(values));
    Field {
        name,
        docs: Paragraphs::default().add(["Members that the document does not name.".to_owned()]),
        kind: FieldKind::Defaulted,
        value: quote!(#map<#values>),
        into: false,
        secret: false,
    }
}

/// The field of a property.
pub(in crate::emit) fn field(
    scope: &Scope<'_>,
    owner: TypeId,
    index: usize,
    property: &Property,
    name: Ident,
) -> Field {
    let emission = scope.emission();
    let boxed = emission.facts.is_boxed(owner, index);
    let null = property.nullable || emission.api.is_nullable(property.ty);
    let kind = match (property.required, null) {
        (true, false) => FieldKind::Required { boxed },
        (true, true) => FieldKind::Nullable { boxed },
        (false, false) => FieldKind::Optional { boxed },
        (false, true) => FieldKind::Maybe { boxed },
    };
    Field {
        docs: words::property(scope, property, &name),
        kind,
        value: scope.plain(property.ty),
        into: scope.takes_into(property.ty),
        secret: emission.is_secret(property),
        name,
    }
}

/// How the struct of an object is read and written.
pub(in crate::emit) fn json(scope: &Scope<'_>, object: &Object, name: &Ident, names: &[Ident]) -> Item {
    let api = scope.emission().api;
    let row = |(property, field): (&Property, &Ident)| {
        let mode = match (property.required, property.nullable || api.is_nullable(property.ty)) {
            (true, false) => "required",
            (true, true) => "nullable",
            (false, false) => "optional",
            (false, true) => "field",
        };
        Row::Member(mode, field.clone(), property.name.clone())
    };
    let rows = object.properties.iter().zip(names).map(row).collect();
    let tail = match (object.additional, names.last()) {
        (Some(_), Some(field)) => Some(format!("additional {field}")),
        _ if object.closed => Some("closed".to_owned()),
        _ => None,
    };
    let name = name.clone();
    Table { name: scope.runtime_macro("json_object"), subject: name, rows, tail }.into()
}

impl FieldKind {
    /// Whether `new` takes it.
    pub(super) fn is_argument(self) -> bool {
        matches!(self, Self::Required { .. } | Self::Nullable { .. })
    }

    /// Whether the value is behind a pointer, because the type would contain itself.
    pub(super) fn is_boxed(self) -> bool {
        match self {
            Self::Required { boxed }
            | Self::Optional { boxed }
            | Self::Nullable { boxed }
            | Self::Maybe { boxed } => boxed,
            Self::Defaulted => false,
        }
    }
}

impl Field {
    /// The type of the field.
    pub(in crate::emit) fn ty(&self, scope: &Scope<'_>) -> TokenStream {
        let value = &self.value;
        let inner = if self.kind.is_boxed() { quote!(Box<#value>) } else { value.clone() };
        match self.kind {
            FieldKind::Required { .. } | FieldKind::Defaulted => inner,
            FieldKind::Optional { .. } | FieldKind::Nullable { .. } => quote!(Option<#inner>),
            FieldKind::Maybe { .. } => {
                let field = scope.of_runtime("Field");
                quote!(#field<#inner>)
            }
        }
    }
}

impl Struct {
    /// The struct, its constructors, and its `Debug` where a field is secret.
    pub(in crate::emit) fn items(self, scope: &Scope<'_>) -> Vec<Item> {
        let redacted_debug = self.redacted_debug(scope);
        let constructors = self.constructors(scope).into();
        let mut items = vec![self.declaration(scope).into(), constructors];
        items.extend(redacted_debug);
        items
    }

    fn is_secret(&self) -> bool {
        self.fields.iter().any(|field| field.secret)
    }

    fn declaration(self, scope: &Scope<'_>) -> Block {
        let name = &self.name;
        let debug = (!self.is_secret()).then(|| quote!(Debug,));
        let values = (!self.streams).then(|| quote!(Clone, PartialEq,));
        let default = (!self.fields.iter().any(|field| field.kind.is_argument())).then(|| quote!(Default,));
        let derived: TokenStream = [debug, values, default].into_iter().flatten().collect();
        let derive = (!derived.is_empty()).then(|| quote!(#[derive(#derived)]));
        let head = quote!(#derive #[non_exhaustive] pub struct #name);
        let head = Code::alike(head, [Blank::name(name).alone()]);
        let members = self.fields.into_iter().map(|field| {
            let (name, ty) = (&field.name, field.ty(scope));
            Member { code: quote!(pub #name: #ty).into(), docs: field.docs.into() }
        });
        Block { kind: BlockKind::Struct, docs: self.docs.into(), head, members: members.collect() }
    }

    fn redacted_debug(&self, scope: &Scope<'_>) -> Option<Item> {
        self.is_secret().then(|| {
            let rows = self.fields.iter().map(|field| Row::Field(field.name.clone(), field.secret)).collect();
            let subject = self.name.clone();
            Table { name: scope.runtime_macro("redacted_debug"), subject, rows, tail: None }.into()
        })
    }
}
