//! A provider of OpenID Connect: authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636). Its addresses and
//! keys are asked for at every sign-in: they are few, and a key that was withdrawn must not be trusted for a moment longer.

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use pivotal_commands::ports::identity_provider::{Answer, Ask, IdentityProvider, Proven, ProviderError};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::outbound::{self, ANSWER_MAX, Exceptions, Outbound, OutboundError};

const WITHIN: Duration = Duration::from_secs(10);
/// Clocks differ.
const LEEWAY: i64 = 60;

#[derive(Debug, Clone)]
pub struct OidcSettings {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: SecretString,
    /// What people call it.
    pub name: String,
    /// Hosts inside of our own network that it may send us to. Its own is one of them: whoever set it up has named it.
    pub inside: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum OidcSettingsError {
    #[error("OIDC_ISSUER is \"{0}\"; it must be an address that begins with https://")]
    Issuer(String),
    #[error("the client for OIDC_ISSUER cannot be made: {0}")]
    Client(String),
}

impl OidcSettings {
    /// Whether they can be used at all.
    pub fn check(&self) -> Result<(), OidcSettingsError> {
        let refused = || OidcSettingsError::Issuer(self.issuer.clone());
        let issuer = Url::parse(&self.issuer).map_err(|_| refused())?;
        match issuer.scheme() {
            "https" => Ok(()),
            "http" if is_local(&issuer) => Ok(()),
            _ => Err(refused()),
        }
    }

    /// What the issuer's document names is of somebody else's making: it is asked only in the world outside, or where the issuer is.
    fn exceptions(&self) -> Exceptions {
        let issuer = Url::parse(&self.issuer).ok();
        let own = issuer.as_ref().and_then(Url::host_str).map(ToOwned::to_owned);
        let in_the_open = issuer.is_some_and(|issuer| issuer.scheme() == "http" && is_local(&issuer));
        Exceptions::of(own.into_iter().chain(self.inside.iter().cloned())).in_the_open(in_the_open)
    }
}

/// In the open only on this machine, for tests.
fn is_local(issuer: &Url) -> bool {
    matches!(issuer.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"))
}

pub struct OidcProvider {
    settings: OidcSettings,
    outbound: Outbound,
}

/// OpenID Connect Discovery 1.0, section 3.
#[derive(Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

#[derive(Deserialize)]
struct Claims {
    exp: i64,
    nonce: Option<String>,
    azp: Option<String>,
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
    name: Option<String>,
}

impl OidcProvider {
    /// Asks nobody yet.
    pub fn new(settings: OidcSettings) -> Result<Self, OidcSettingsError> {
        settings.check()?;
        let outbound = Outbound::new(settings.exceptions(), WITHIN)
            .map_err(|error| OidcSettingsError::Client(error.to_string()))?;
        Ok(OidcProvider { settings, outbound })
    }

    async fn discovered(&self) -> Result<Discovered, ProviderError> {
        let issuer = self.settings.issuer.trim_end_matches('/');
        let found: Discovered = self.get(&format!("{issuer}/.well-known/openid-configuration")).await?;
        // Section 4.3: another's document says nothing about this one.
        if found.issuer.trim_end_matches('/') != issuer {
            return Err(ProviderError::Refused(format!("it calls itself {}", found.issuer)));
        }
        Ok(found)
    }

    async fn get<T: DeserializeOwned>(&self, address: &str) -> Result<T, ProviderError> {
        read(self.outbound.get(address).map_err(elsewhere)?.send().await).await
    }

    async fn id_token(&self, endpoint: &str, answer: &Answer) -> Result<String, ProviderError> {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", answer.code.as_str()),
            ("redirect_uri", answer.redirect_uri.as_str()),
            ("client_id", self.settings.client_id.as_str()),
            ("code_verifier", answer.verifier.expose_secret()),
        ];
        let secret = self.settings.client_secret.expose_secret();
        let request = self.outbound.post(endpoint).map_err(elsewhere)?;
        let request = request.basic_auth(&self.settings.client_id, Some(secret)).form(&form);
        let tokens: Tokens = read(request.send().await).await?;
        Ok(tokens.id_token)
    }

    /// OpenID Connect Core 1.0, section 3.1.3.7.
    fn claims(
        &self,
        found: &Discovered,
        keys: &JwkSet,
        token: &str,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError> {
        let refused = |why: &str| ProviderError::Refused(why.to_owned());
        let header = decode_header(token).map_err(|_| refused("its token cannot be read"))?;
        if !is_asymmetric(header.alg) {
            return Err(refused("its token is not signed with a key of its own"));
        }
        let key = match &header.kid {
            Some(kid) => keys.find(kid),
            None => keys.keys.first().filter(|_| keys.keys.len() == 1),
        };
        let key = key.ok_or_else(|| refused("its token is signed with a key that it does not name"))?;
        let key = DecodingKey::from_jwk(key).map_err(|_| refused("its key cannot be used"))?;
        let mut rules = Validation::new(header.alg);
        // By our clock, below.
        rules.validate_exp = false;
        rules.set_audience(&[&self.settings.client_id]);
        rules.set_issuer(&[&found.issuer]);
        rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        let claims = decode::<Claims>(token, &key, &rules)
            .map_err(|error| refused(&format!("its token is not good: {error}")))?
            .claims;
        if claims.exp + LEEWAY <= now.timestamp() {
            return Err(refused("its token is over"));
        }
        if claims.azp.as_ref().is_some_and(|azp| *azp != self.settings.client_id) {
            return Err(refused("its token is for somebody else"));
        }
        match claims.nonce.as_deref() == Some(nonce) {
            true => Ok(claims),
            false => Err(refused("its token answers another question")),
        }
    }
}

#[async_trait]
impl IdentityProvider for OidcProvider {
    fn name(&self) -> &str {
        &self.settings.name
    }

    async fn address(&self, ask: &Ask) -> Result<String, ProviderError> {
        let found = self.discovered().await?;
        // The browser goes there, not we; where we would not ask, it is not sent either.
        let mut address = self.outbound.check(&found.authorization_endpoint).map_err(elsewhere)?;
        address
            .query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("redirect_uri", &ask.redirect_uri)
            .append_pair("scope", "openid email profile")
            .append_pair("state", &ask.state)
            .append_pair("nonce", &ask.nonce)
            .append_pair("code_challenge", &ask.challenge)
            .append_pair("code_challenge_method", "S256");
        Ok(address.into())
    }

    async fn redeem(&self, answer: &Answer, now: DateTime<Utc>) -> Result<Proven, ProviderError> {
        let found = self.discovered().await?;
        let token = self.id_token(&found.token_endpoint, answer).await?;
        let keys: JwkSet = self.get(&found.jwks_uri).await?;
        let claims = self.claims(&found, &keys, &token, &answer.nonce, now)?;
        Ok(Proven {
            email: claims.email.unwrap_or_default(),
            email_verified: claims.email_verified,
            name: claims.name,
        })
    }
}

/// With a key that the provider publishes; a shared secret would let anybody who has it sign.
fn is_asymmetric(algorithm: Algorithm) -> bool {
    !matches!(algorithm, Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512)
}

fn elsewhere(error: OutboundError) -> ProviderError {
    ProviderError::Refused(format!("an address that it names is not asked: {error}"))
}

async fn read<T: DeserializeOwned>(
    sent: Result<reqwest::Response, reqwest::Error>,
) -> Result<T, ProviderError> {
    // The texts of these errors may hold whole addresses; their kinds say enough.
    let unavailable = |error: reqwest::Error| {
        let why = if error.is_timeout() { "no answer in time" } else { "no connection" };
        ProviderError::Unavailable(why.to_owned())
    };
    let response = sent.map_err(unavailable)?;
    let status = response.status();
    if status.is_server_error() {
        return Err(ProviderError::Unavailable(status.to_string()));
    }
    if !status.is_success() {
        return Err(ProviderError::Refused(status.to_string()));
    }
    outbound::json(response, ANSWER_MAX).await.map_err(|error| ProviderError::Refused(error.to_string()))
}
