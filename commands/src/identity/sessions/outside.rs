//! Signing in with an identity provider: who it says somebody is, by a verified address. It lets in who is a user here or was invited,
//! and makes nobody else a user. The second step is the provider's matter: it is not asked for here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pivotal_domain::identity::invitations::keys as invitation_keys;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::{User, keys};
use rand::TryRngCore;
use rand::rngs::OsRng;
use secrecy::SecretString;
use sha2::{Digest, Sha256};

use super::error::AuthError;
use super::{Origin, Proof, Sessions, SignedIn, SignedInUser};
use crate::error::CommandError;
use crate::identity::invitations::prove::accept_proven;
use crate::lookup::claim_owner;
use crate::ports::identity_provider::{Answer, Ask, IdentityProvider, ProviderError};

/// Why who came from the provider is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutsideError {
    #[error("This sign-in did not begin in this browser, or took too long. Begin again.")]
    Elsewhere,
    #[error("The identity provider did not confirm who you are. Begin again.")]
    Refused,
    #[error("The identity provider cannot be reached at the moment. Try again shortly.")]
    Unavailable,
    #[error("The identity provider has not verified your email address. Verify it there, and try again.")]
    Unverified,
    #[error("Nobody signs in here with your address. Ask an administrator to invite you.")]
    Nobody,
}

impl OutsideError {
    pub fn code(&self) -> &'static str {
        match self {
            OutsideError::Elsewhere => "OIDC_ELSEWHERE",
            OutsideError::Refused => "OIDC_REFUSED",
            OutsideError::Unavailable => "OIDC_UNAVAILABLE",
            OutsideError::Unverified => "OIDC_UNVERIFIED",
            OutsideError::Nobody => "OIDC_NOBODY",
        }
    }
}

/// One browser's way to the provider and back. All its parts follow from one secret that only the browser keeps, in a cookie: a
/// stranger's answer does not fit it, and there is nothing to store.
#[derive(Clone)]
pub struct Flow(String);

impl std::fmt::Debug for Flow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Flow(..)")
    }
}

impl Flow {
    pub fn begin() -> Result<Self, CommandError> {
        let mut bytes = [0u8; 32];
        OsRng.try_fill_bytes(&mut bytes).map_err(CommandError::unexpected)?;
        Ok(Flow(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Of the cookie.
    pub fn of(secret: &str) -> Option<Self> {
        (URL_SAFE_NO_PAD.decode(secret).ok()?.len() == 32).then(|| Flow(secret.to_owned()))
    }

    /// For the cookie.
    pub fn secret(&self) -> &str {
        &self.0
    }

    pub fn ask(&self, redirect_uri: &str) -> Ask {
        Ask {
            state: self.part("state"),
            nonce: self.part("nonce"),
            // RFC 7636, section 4.2: S256.
            challenge: URL_SAFE_NO_PAD.encode(Sha256::digest(self.part("verifier").as_bytes())),
            redirect_uri: redirect_uri.to_owned(),
        }
    }

    fn part(&self, of: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(format!("pivotal oidc {of} {}", self.0).as_bytes()))
    }
}

/// What the browser brings back from the provider.
#[derive(Debug, Clone)]
pub struct Returned {
    /// Of the cookie.
    pub flow: Option<Flow>,
    pub state: String,
    pub code: String,
    pub redirect_uri: String,
}

impl Sessions {
    pub async fn enter_from(
        &self,
        provider: &dyn IdentityProvider,
        returned: Returned,
        origin: &Origin,
    ) -> Result<SignedIn, AuthError> {
        let flow = returned.flow.ok_or(OutsideError::Elsewhere)?;
        if flow.part("state") != returned.state {
            return Err(OutsideError::Elsewhere.into());
        }
        let answer = Answer {
            code: returned.code,
            verifier: SecretString::from(flow.part("verifier")),
            nonce: flow.part("nonce"),
            redirect_uri: returned.redirect_uri,
        };
        let proven = match provider.redeem(&answer, self.ctx.now()).await {
            Ok(proven) => proven,
            Err(error) => {
                tracing::warn!(%error, "somebody could not sign in with the identity provider");
                return Err(match error {
                    ProviderError::Unavailable(_) => OutsideError::Unavailable.into(),
                    ProviderError::Refused(_) => OutsideError::Refused.into(),
                });
            }
        };
        if !proven.email_verified {
            return Err(OutsideError::Unverified.into());
        }
        let email = LoginEmail::parse(&proven.email).map_err(|_| OutsideError::Nobody)?;
        let id = match claim_owner(&self.ctx, keys::EMAIL, email.as_str()).await? {
            Some(id) => id,
            None => {
                let invitation = claim_owner(&self.ctx, invitation_keys::EMAIL, email.as_str()).await?;
                let invitation = invitation.ok_or(OutsideError::Nobody)?;
                accept_proven(&self.ctx, invitation, proven.name, origin).await?
            }
        };
        let user = self.ctx.log.load::<User>(id).await?.state;
        let user = SignedInUser::of(id, &user).ok_or(AuthError::Disabled)?;
        self.begin(user, Proof::Outside, origin).await
    }
}
