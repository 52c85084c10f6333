//! Who is who, on both sides of a socket: the code of the README's section on security.

use std::collections::BTreeMap;
use std::future::pending;
use std::sync::Arc;

use http::StatusCode;
use matrix_client_server::login::post_login;
use matrix_client_server::profile::put_profile_by_user_id_displayname as set_name;
use matrix_client_server::runtime::{
    Authenticator, CallError, CredentialsError, OperationError as _, Presented, Refreshing, Refusal, Route,
    Routes, ServeLimits, Service, UndocumentedResponse, serve,
};
use matrix_client_server::security::AccessToken;
use matrix_client_server::{Client, runtime};
use tokio::net::TcpListener;

/// Whom the server knows, by token.
struct Accounts {
    users: BTreeMap<&'static str, User>,
}

#[derive(Clone)]
struct User {
    id: String,
}

impl Authenticator for Accounts {
    type Principal = User;

    async fn authenticate(&self, presented: &Presented) -> Result<User, Refusal> {
        let token: AccessToken = presented.read().ok_or(Refusal::Unknown)?;
        self.users.get(token.reveal()).cloned().ok_or(Refusal::Unknown)
    }
}

/// Names are set by those whose they are.
async fn set_name(
    request: set_name::Request,
    access_token: AccessToken,
) -> Result<set_name::Response, set_name::Error> {
    match access_token.principal::<User>() {
        Some(user) if user.id == request.user_id => Ok(set_name::Response::new(Default::default())),
        _ => {
            let response = http::Response::builder().status(StatusCode::FORBIDDEN);
            let response = response.body(bytes::Bytes::new()).expect("a response");
            Err(set_name::Error::Undocumented(UndocumentedResponse::from(response)))
        }
    }
}

/// The URL of a server at which `alice` logs in, for a token that it knows.
async fn start() -> String {
    let alice = User { id: "@alice:homeserver.test".to_owned() };
    let accounts = Accounts { users: [("new", alice)].into() };
    let log_in = Route::new(|_: Arc<()>, _: post_login::Request, _: Option<AccessToken>| async {
        Ok(post_login::Response::new().with_access_token("new"))
    });
    let set_name = Route::new(|_: Arc<()>, request, token| async { set_name(request, token).await });
    let routes = [Routes::new(vec![log_in]), Routes::new(vec![set_name])];
    let service =
        routes.into_iter().fold(Service::new(), |service, routes| service.with(routes, Arc::new(())));
    let service = service.with_authenticator(accounts);

    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(serve(listener, service, ServeLimits::default(), pending()));
    url
}

fn named(user: &str) -> set_name::Request {
    set_name::Request::new(user).with_displayname("Alice")
}

/// Logs in when a token is first needed, and again when the server doesn't know it any more.
fn logging_in(url: &str, first: Option<AccessToken>) -> Result<Client, runtime::BuildError> {
    let anonymous = Client::new(url)?;
    let tokens = Refreshing::new(first, move |_refused: Option<AccessToken>| {
        let session = anonymous.post_login(post_login::Request::new("alice", "ilovebananas"));
        async move {
            let token = session.await.map_err(CredentialsError::new)?.access_token;
            token.map(AccessToken::new).ok_or_else(|| CredentialsError::new("the server gave no token"))
        }
    });
    Ok(Client::new(url)?.with_credentials(tokens))
}

#[tokio::test]
async fn a_client_logs_in_by_itself_and_the_handler_knows_who_it_is() {
    let url = start().await;
    for first in [None, Some(AccessToken::new("expired"))] {
        let client = logging_in(&url, first).expect("a client");
        client.put_profile_by_user_id_displayname(named("@alice:homeserver.test")).await.expect("it is hers");
        let call = client.put_profile_by_user_id_displayname(named("@bob:homeserver.test"));
        let Err(CallError::Answer(error)) = call.await else { panic!("it is not hers") };
        assert_eq!(error.status(), StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_is_not_known_is_refused_before_the_handler() {
    let client = Client::new(&start().await).expect("a client").with_access_token(AccessToken::new("guess"));
    let error = client.put_profile_by_user_id_displayname(named("@alice:homeserver.test")).await;
    let Err(CallError::Answer(error)) = error else { panic!("it is refused") };
    let response = error.undocumented().expect("the document doesn't list it");
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        response.headers()["www-authenticate"],
        r#"ApiKey realm="profile", in="query", name="access_token""#
    );
}
