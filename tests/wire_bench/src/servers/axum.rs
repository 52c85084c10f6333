//! The server in axum, by hand.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Json, Path, State};
use axum::routing::{post, put};
use axum::serve::ListenerExt;
use http::StatusCode;
use tokio::net::TcpListener;

use crate::order::{Order, Problem, Receipt};

/// The server's state.
struct Shop;

async fn place_order(
    State(_shop): State<Arc<Shop>>,
    Path(id): Path<String>,
    Json(order): Json<Order>,
) -> Result<Json<Receipt>, (StatusCode, Json<Problem>)> {
    if order.lines.is_empty() {
        return Err((StatusCode::CONFLICT, Json(Problem { reason: "nothing is ordered".to_owned() })));
    }
    Ok(Json(Receipt { id, customer: order.customer, lines: order.lines }))
}

/// For routes that nobody asks for.
async fn change_thing(Path(_id): Path<String>, Json(order): Json<Order>) -> Json<Order> {
    Json(order)
}

/// One route, or so many.
pub(super) fn router(routes: usize) -> Router {
    let router = Router::new().route("/orders/{id}", post(place_order));
    let others = 0..routes - 1;
    let router =
        others.fold(router, |router, at| router.route(&format!("/things/{at}/{{id}}"), put(change_thing)));
    router.with_state(Arc::new(Shop))
}

/// axum's own server; ours, where it is mounted.
pub(super) async fn serve(listener: TcpListener, router: Router) {
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("a connection"));
    axum::serve(listener, router).await.expect("a server");
}
