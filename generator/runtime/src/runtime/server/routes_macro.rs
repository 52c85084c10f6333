//! `routes!`: the handlers of one document.

/// Prints `routes`, which connects each operation of a document with its method in the document's
/// trait. In the parentheses are the credentials that the method takes after the request. Methods are
/// named by their trait, since an operation may be called `clone`, which an `Arc` has too.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! routes {
    ($service:ident { $($method:ident($($credential:ident),*)),* $(,)? }) => {
        /// The operations of the document with the handlers of `S`.
        pub fn routes<S: $service>() -> $crate::runtime::Routes<S> {
            $crate::runtime::Routes::new(vec![$({
                // A function for each: the time that a compiler takes for one grows with its square.
                fn route<S: $service>() -> $crate::runtime::Route<S> {
                    $crate::runtime::Route::new(
                        |state: std::sync::Arc<S>, request: $method::Request, credentials| async move {
                            $crate::runtime::routes!(@call <S as $service>::$method, state request credentials ($($credential),*))
                        },
                    )
                }
                route()
            }),*])
        }
    };
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ()) => {{
        let () = $credentials;
        $handler(&$state, $request).await
    }};
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ($credential:ident)) => {
        $handler(&$state, $request, $credentials).await
    };
    (@call $handler:expr, $state:ident $request:ident $credentials:ident ($($credential:ident),+)) => {{
        let ($($credential),+) = $credentials;
        $handler(&$state, $request, $($credential),+).await
    }};
}
#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use routes;
