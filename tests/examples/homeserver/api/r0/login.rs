//! Logging in.

use matrix_client_server::r0::login::{Login, get_login_flows, login};
use serde_json::Value;

use crate::homeserver::api::refusals;
use crate::homeserver::failure::Failure;
use crate::homeserver::{Homeserver, front};

const PASSWORD: &str = "m.login.password";

impl Login for Homeserver {
    async fn get_login_flows(
        &self,
        _: get_login_flows::Request,
    ) -> Result<get_login_flows::Response, get_login_flows::Error> {
        let flow = get_login_flows::LoginFlow::new().with_type(PASSWORD);
        Ok(get_login_flows::Response::new().with_flows(vec![flow]))
    }

    async fn login(&self, request: login::Request) -> Result<login::Response, login::Error> {
        let proof = request.body.ok_or_else(|| Failure::invalid("There is nothing to log in with."))?;
        if proof.r#type.as_str() != PASSWORD {
            return Err(Failure::invalid(format!("`type` must be `{PASSWORD}`.")).into());
        }
        let name = user(&proof).ok_or_else(|| Failure::invalid("There is no user."))?.to_owned();
        let password = proof.password.ok_or_else(|| Failure::invalid("There is no `password`."))?;
        let session = self.log_in(&name, password, front::peer()).await?;
        // Devices have no meaning here but to clients.
        let device = proof.device_id.unwrap_or_else(crate::homeserver::identifiers::new_device_id);
        Ok(login::Response::new()
            .with_user_id(session.user_id.to_string())
            .with_access_token(session.access_token)
            .with_device_id(device)
            .with_home_server(&*self.name))
    }
}

/// Who logs in: in the member for it, or where it was before.
fn user(proof: &login::RequestBody) -> Option<&str> {
    let identifier = proof.identifier.as_ref().filter(|identifier| identifier.r#type == "m.id.user");
    let named = identifier.and_then(|identifier| identifier.additional.get("user")).and_then(Value::as_str);
    named.or(proof.user.as_deref())
}

refusals! {
    login { 400 => BadRequest, 403 => Forbidden, 429 => TooManyRequests }
}
