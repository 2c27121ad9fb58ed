//! What the door is told.

use pivotal_infra::oidc::OidcSettings;
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct AuthConfig {
    /// PIVOTAL_INTROSPECTION: whether the GraphQL schema may be asked for. It is no secret, so by default yes.
    pub introspection: bool,
    /// OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME: the identity provider that people may sign in with; OIDC_INSIDE:
    /// hosts inside of our own network that it may send us to.
    pub oidc: Option<OidcSettings>,
}

impl AuthConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let introspection = source.flag("PIVOTAL_INTROSPECTION", true);
        let (issuer, id) = (source.text("OIDC_ISSUER"), source.text("OIDC_CLIENT_ID"));
        let (secret, name) = (source.text("OIDC_CLIENT_SECRET"), source.text("OIDC_NAME"));
        let inside = source.text("OIDC_INSIDE").unwrap_or_default();
        let inside: Vec<String> = inside.split(',').map(|host| host.trim().to_owned()).collect();
        let oidc = match (issuer, id, secret) {
            (Some(issuer), Some(client_id), Some(secret)) => Some(OidcSettings {
                issuer,
                client_id,
                client_secret: SecretString::from(secret),
                name: name.unwrap_or_else(|| "your organisation".to_owned()),
                inside,
            }),
            (None, None, None) => None,
            _ => {
                let problem =
                    "an identity provider needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together";
                source.problem(problem.into());
                None
            }
        };
        if let Some(Err(error)) = oidc.as_ref().map(OidcSettings::check) {
            source.problem(error.to_string());
        }
        AuthConfig { introspection, oidc }
    }
}
