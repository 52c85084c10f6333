//! Where a path item of the OpenAPI model keeps the operation of a method.

use openapiv3::{Operation, PathItem};

use crate::api::Method;

/// The place of the operation of `method` in a path item.
pub(crate) fn operation_of(item: &mut PathItem, method: Method) -> &mut Option<Operation> {
    match method {
        Method::Get => &mut item.get,
        Method::Put => &mut item.put,
        Method::Post => &mut item.post,
        Method::Delete => &mut item.delete,
        Method::Options => &mut item.options,
        Method::Head => &mut item.head,
        Method::Patch => &mut item.patch,
        Method::Trace => &mut item.trace,
    }
}
