//! The fields of a form: of the request, or of one of the kinds that its body may be.

use proc_macro2::TokenStream;
use quote::quote;

use super::Subject;
use super::incoming::value;
use super::outgoing::{call, method_of};
use crate::api::{Property, Shape, TypeId};
use crate::emit::scope::Side;
use crate::emit::types::{Field, FieldKind};
use crate::emit::words;
use crate::names::Ident;
use crate::surface::{BodyForm, KindPayload, RequestField};

/// A form with the names of the fields that hold its values.
pub(super) struct Form<'a> {
    is_multipart: bool,
    fields: Vec<(&'a Property, &'a Ident)>,
}

impl<'a> Form<'a> {
    /// The form whose fields are those of the request.
    pub(super) fn of_request(subject: &Subject<'a>) -> Option<Self> {
        let (ty, is_multipart) = match subject.surface.request.body {
            BodyForm::Form(ty) => (ty, false),
            BodyForm::Multipart(ty) => (ty, true),
            _ => return None,
        };
        let properties = properties(subject, ty);
        let fields = subject.names.fields.iter().filter_map(|(field, name)| match field {
            RequestField::Property(index) => properties.get(*index).map(|property| (property, name)),
            _ => None,
        });
        Some(Self { is_multipart, fields: fields.collect() })
    }

    /// The form that is one of several kinds of bodies, whose fields have those names.
    pub(super) fn of_kind(subject: &Subject<'a>, payload: KindPayload, names: &'a [Ident]) -> Option<Self> {
        let is_multipart = matches!(payload, KindPayload::Multipart(_));
        let fields = properties(subject, payload.form()?).iter().zip(names).collect();
        Some(Self { is_multipart, fields })
    }

    /// Whether a file in it may be a stream.
    pub(super) fn streams(&self, subject: &Subject<'_>) -> bool {
        self.fields.iter().any(|(property, _)| self.is_file(subject, property))
    }

    /// The fields of the struct that holds its values.
    pub(super) fn fields(&self, subject: &Subject<'_>) -> Vec<Field> {
        self.fields.iter().map(|(property, name)| self.field(subject, property, (*name).clone())).collect()
    }

    /// A field, which has text or files for values, and no `null`.
    pub(super) fn field(&self, subject: &Subject<'_>, property: &Property, name: Ident) -> Field {
        let scope = subject.scope;
        Field {
            docs: words::property(scope, property, &name),
            name,
            kind: match property.required {
                true => FieldKind::Required { boxed: false },
                false => FieldKind::Optional { boxed: false },
            },
            value: if self.is_multipart { scope.part(property.ty) } else { scope.argument(property.ty) },
            into: scope.argument_takes_into(property.ty),
            secret: scope.emission().is_secret(property),
        }
    }

    /// The calls that add its fields to a request, and end it.
    pub(super) fn write(&self, subject: &Subject<'_>, holder: &TokenStream) -> TokenStream {
        let fields = self.fields.iter().map(|(property, name)| {
            // Files may be streams, which can't be looked at twice.
            let is_file = self.is_file(subject, property);
            let value = if is_file { quote!(#holder.#name) } else { quote!(&#holder.#name) };
            self.call(subject, property, &value, Side::Client)
        });
        if self.is_multipart { quote!(multipart() #(.#fields)* .end()) } else { quote!(#(#fields.)* form()) }
    }

    /// What reads it, and the values of its fields. Before it, `asked` is what takes the request apart, which
    /// a URL-encoded form needs to be mutable.
    pub(super) fn read(&self, subject: &Subject<'_>, asked: &Ident) -> (TokenStream, Vec<TokenStream>) {
        let start = match (self.is_multipart, self.fields.is_empty()) {
            (false, _) => quote!(#asked.read_form()?;),
            (true, true) => quote!(let #asked = #asked.multipart()?;),
            (true, false) => quote!(let mut #asked = #asked.multipart()?;),
        };
        let reads = self.fields.iter().map(|(property, name)| {
            let read = self.call(subject, property, &TokenStream::new(), Side::Server);
            quote!(let #name = #asked.#read;)
        });
        let values = self.fields.iter().map(|(property, name)| value(name, property.required)).collect();
        (quote!(#start #(#reads)* #asked.empty()?;), values)
    }

    /// Whether what takes the request apart is asked more than once for it.
    pub(super) fn asks_again(&self) -> bool {
        !self.is_multipart
    }

    /// `field("name", value)`, `field_list(…)`, or `file("name", value)`; `optional_field("name")` and so on
    /// where a server reads it.
    fn call(
        &self,
        subject: &Subject<'_>,
        property: &Property,
        value: &TokenStream,
        side: Side,
    ) -> TokenStream {
        let method = |name| method_of(name, property.required, side);
        if self.is_file(subject, property) {
            return call(subject, &method("file"), &property.name, None, value, side);
        }
        let list = subject.scope.is_list(property.ty).then_some(property.style);
        call(subject, &method("field"), &property.name, list, value, side)
    }

    /// Whether a field is a file, or a list of files.
    fn is_file(&self, subject: &Subject<'_>, property: &Property) -> bool {
        self.is_multipart && subject.scope.has_files(property.ty)
    }
}

fn properties<'a>(subject: &Subject<'a>, ty: TypeId) -> &'a [Property] {
    match &subject.scope.emission().api[ty].shape {
        Shape::Object(object) => &object.properties,
        _ => &[],
    }
}
