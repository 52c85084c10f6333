//! The names of security schemes: in `security` a type of credentials and a constant, elsewhere an
//! argument of handlers and a method of the client.

use super::scope::Scope;
use super::{Case, Ident, reserved};
use crate::api::{Api, Scheme};

/// The names of a security scheme.
#[derive(Debug, Clone)]
pub struct SchemeNames {
    /// The type of its credentials: `AccessToken`.
    pub credential: Ident,
    /// Its description: `ACCESS_TOKEN`.
    pub constant: Ident,
    /// The argument of a handler: `access_token`.
    pub argument: Ident,
}

impl SchemeNames {
    /// The client's method that sets a credential: `with_access_token`.
    pub fn setter(&self) -> Ident {
        self.argument.with_prefix("with_")
    }
}

/// Names all schemes.
pub(super) fn decide(api: &Api) -> Vec<SchemeNames> {
    let mut items = Scope::reserving(reserved::TYPES.iter().chain(reserved::IN_SECURITY).copied());
    let credential = |scheme: &Scheme| {
        let name = Ident::new(&scheme.name, Case::Camel);
        items.take([name.clone(), name.with_suffix("Credential")])
    };
    // A credential is a constructor as well, and so in one namespace with the constants: the scheme
    // `b` would be `B` in both cases. Types go first, since users write them.
    let credentials: Vec<Ident> = api.schemes.iter().map(credential).collect();
    let mut arguments = Scope::reserving(reserved::ARGUMENTS.iter().copied());
    let name = |credential: Ident| {
        let constant = Ident::new(credential.plain(), Case::Constant);
        let argument = Ident::new(credential.plain(), Case::Snake);
        SchemeNames {
            constant: items.take([constant.clone(), constant.with_suffix("_SCHEME")]),
            argument: arguments.take([argument.clone(), argument.with_suffix("_credential")]),
            credential,
        }
    };
    credentials.into_iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::{SchemeNames, decide};
    use crate::lower::test_support::lower;

    fn names(schemes: &[&str]) -> Vec<String> {
        let uses = schemes.iter().map(|name| format!("{{ {name}: [] }}")).collect::<Vec<_>>().join(", ");
        let defined: String =
            schemes.iter().map(|name| format!("    {name}: {{ type: http, scheme: bearer }}\n")).collect();
        let paths = format!("paths: {{ /: {{ get: {{ security: [{uses}], responses: {{}} }} }} }}\n");
        let (api, findings) = lower(&format!("{paths}components:\n  securitySchemes:\n{defined}"));
        assert_eq!(findings, "");
        let said = |names: SchemeNames| format!("{} {} {}", names.credential, names.constant, names.argument);
        decide(&api).into_iter().map(said).collect()
    }

    #[test]
    fn types_constants_and_arguments_have_their_cases() {
        assert_eq!(names(&["accessToken"]), ["AccessToken ACCESS_TOKEN access_token"]);
    }

    #[test]
    fn no_type_shares_its_name_with_a_constant() {
        assert_eq!(
            names(&["B", "b_scheme", "'2'"]),
            ["B B_SCHEME b", "BScheme B_SCHEME_SCHEME b_scheme", "N2 N2_SCHEME n2"]
        );
    }

    #[test]
    fn what_the_file_and_the_client_have_of_their_own_stays_theirs() {
        assert_eq!(
            names(&["secret", "credentials", "request"]),
            [
                "SecretCredential SECRET_CREDENTIAL secret_credential",
                "Credentials CREDENTIALS credentials_credential",
                "Request REQUEST request_credential",
            ]
        );
    }
}
