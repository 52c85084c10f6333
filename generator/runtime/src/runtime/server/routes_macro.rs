//! `routes!`: the handlers of one document.

/// Prints `routes`, which connects each operation of a document with its method in the document's
/// trait. In the parentheses are the credentials that the method takes after the request.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! routes {
    ($service:ident { $($method:ident($($credential:ident),*)),* $(,)? }) => {
        /// The operations of the document with the handlers of `S`.
        pub fn routes<S: $service>() -> $crate::runtime::Routes<S> {
            $crate::runtime::Routes::new(vec![$(
                $crate::runtime::Route::new(
                    |state: std::sync::Arc<S>, request: $method::Request, credentials| async move {
                        $crate::runtime::routes!(@call state $method request credentials ($($credential),*))
                    },
                ),
            )*])
        }
    };
    (@call $state:ident $method:ident $request:ident $credentials:ident ()) => {{
        let () = $credentials;
        $state.$method($request).await
    }};
    (@call $state:ident $method:ident $request:ident $credentials:ident ($credential:ident)) => {
        $state.$method($request, $credentials).await
    };
    (@call $state:ident $method:ident $request:ident $credentials:ident ($($credential:ident),+)) => {{
        let ($($credential),+) = $credentials;
        $state.$method($request, $($credential),+).await
    }};
}
#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use routes;
