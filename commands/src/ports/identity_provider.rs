//! Who else may say who somebody is: a provider of OpenID Connect that the organisation signs in with.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use secrecy::SecretString;

/// What the provider is asked for on behalf of one browser (OpenID Connect Core 3.1.2.1, RFC 7636).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub state: String,
    pub nonce: String,
    /// S256 of the verifier.
    pub challenge: String,
    /// Where the provider sends the browser back to.
    pub redirect_uri: String,
}

/// What the browser came back with, and what only we know of it.
#[derive(Debug, Clone)]
pub struct Answer {
    pub code: String,
    pub verifier: SecretString,
    pub nonce: String,
    pub redirect_uri: String,
}

/// Who it is, as the provider signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    pub email: String,
    /// Whether the provider knows that the address is theirs.
    pub email_verified: bool,
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    #[error("the identity provider cannot be reached: {0}")]
    Unavailable(String),
    /// The code, or what it was traded for, is not good.
    #[error("the identity provider's answer is not good: {0}")]
    Refused(String),
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait IdentityProvider: Send + Sync {
    /// What people call it.
    fn name(&self) -> &str;

    /// Where to send the browser.
    async fn address(&self, ask: &Ask) -> Result<String, ProviderError>;

    /// Trades the code for who it is, once.
    async fn redeem(&self, answer: &Answer, now: DateTime<Utc>) -> Result<Proven, ProviderError>;
}

/// Says of everybody the same, as long as they come with what was asked for.
pub struct FakeProvider {
    pub says: Result<Proven, ProviderError>,
}

#[async_trait]
impl IdentityProvider for FakeProvider {
    fn name(&self) -> &str {
        "Example"
    }

    async fn address(&self, ask: &Ask) -> Result<String, ProviderError> {
        Ok(format!("https://login.example.com/?state={}", ask.state))
    }

    async fn redeem(&self, answer: &Answer, _now: DateTime<Utc>) -> Result<Proven, ProviderError> {
        match answer.code.as_str() {
            "good" => self.says.clone(),
            _ => Err(ProviderError::Refused("400 Bad Request".into())),
        }
    }
}
