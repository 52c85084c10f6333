//! Every operation of a crate, with the two functions that a round trip is made of.

use crate::needed::{RequestAgain, ResponseAgain};

/// One operation, without its types.
#[derive(Debug, Clone)]
pub struct Row {
    /// The path of its module from the root of the crate: `r0::login::login`.
    pub module: String,
    /// What it is, as the crate has it: its method and its path.
    pub place: String,
    /// What a client sends that says what a server has read from the request.
    pub request_again: RequestAgain,
    /// What a server answers that says what a client has read from the response.
    pub response_again: ResponseAgain,
}

/// The rows of a crate: its name, and the paths of the modules of its operations.
///
/// The types of the runtime are each crate's own, so this is code for each crate.
#[macro_export]
macro_rules! rows {
    ($of:ident; $($($module:ident)::+,)*) => {{
        use $crate::needed::{bytes::Bytes, http::{Request, Response}, whole};
        use $of::runtime::{Body, Incoming, OperationError as _, Outgoing, PathArguments};

        fn request_again<O: Outgoing + Incoming>(request: Request<Bytes>) -> Result<Request<Bytes>, String> {
            let path = PathArguments::find(O::METADATA, request.uri()).ok_or("no route leads to the operation")?;
            let read = <O as Incoming>::decode(request.map(Body::from), &path)
                .map_err(|rejection| format!("the server refuses it: {rejection}"))?;
            let written =
                <O as Outgoing>::encode(read).map_err(|error| format!("the client can't send it: {error}"))?;
            let (parts, body) = written.into_parts();
            Ok(Request::from_parts(parts, whole(body, Body::try_into_bytes)?))
        }

        fn response_again<O: Outgoing + Incoming>(response: Response<Bytes>) -> Result<Response<Bytes>, String> {
            let read = <O as Outgoing>::decode(response.map(Body::from))
                .map_err(|error| format!("the client can't read it: {error}"))?;
            if read.as_ref().is_err_and(|error| error.undocumented().is_some()) {
                return Err("the client takes it for one that is not documented".to_owned());
            }
            let written =
                <O as Incoming>::encode(read).map_err(|error| format!("the server can't send it: {error}"))?;
            let (parts, body) = written.into_parts();
            Ok(Response::from_parts(parts, whole(body, Body::try_into_bytes)?))
        }

        fn row<O: Outgoing + Incoming>(module: &str) -> $crate::Row {
            $crate::Row {
                module: module.split_whitespace().collect(),
                place: format!("{} {}{}", O::METADATA.method, O::METADATA.base_path, O::METADATA.path),
                request_again: request_again::<O>,
                response_again: response_again::<O>,
            }
        }

        vec![$(row::<$of::$($module)::+::Request>(stringify!($($module)::+)),)*]
    }};
}
