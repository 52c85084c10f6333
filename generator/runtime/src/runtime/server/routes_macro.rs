//! `routes!`: the handlers of one document.

/// Prints `routes`, which connects each operation of a document with its method in the document's
/// trait. In the parentheses are the credentials that the method takes after the request. Methods are
/// named by their trait, since an operation may be called `clone`, which `S` may have too.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! routes {
    ($service:ident { $($method:ident($($credential:ident),*)),* $(,)? }) => {
        /// The operations of the document with the handlers of `S`.
        pub fn routes<S: $service>() -> $crate::runtime::Routes<S> {
            $crate::runtime::Routes::new(vec![$({
                // A function for each: the time that a compiler takes for one grows with its square.
                fn route<S: $service>() -> $crate::runtime::Route<S> {
                    $crate::runtime::Route::to(|state: &S, request: $method::Request, credentials| {
                        $crate::runtime::routes!(@call <S as $service>::$method, state request credentials ($($credential),*))
                    })
                }
                route()
            }),*])
        }
    };
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ()) => {{
        let () = $credentials;
        Box::pin($handler($state, $request))
    }};
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ($credential:ident)) => {
        Box::pin($handler($state, $request, $credentials))
    };
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ($($credential:ident),+)) => {{
        let ($($credential),+) = $credentials;
        Box::pin($handler($state, $request, $($credential),+))
    }};
}
#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use routes;
