//! Mailgun: HMAC-SHA256 over a moment and a token, with the webhook signing key. The event itself is not covered, so whoever has seen
//! one message could send it with another event: a token is good only once, and only for a while.

use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::{SignatureError, fresh, seconds};

/// Characters of a token that are taken. Mailgun's have 50.
const TOKEN_MAX: usize = 200;

/// What stands beside the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub timestamp: String,
    /// To be let in once.
    pub token: String,
    pub signature: String,
}

impl Signed {
    pub fn verify(&self, signing_key: &str, now: DateTime<Utc>) -> Result<(), SignatureError> {
        if signing_key.is_empty() {
            return Err(SignatureError::Key);
        }
        if self.signature.is_empty() || self.token.is_empty() {
            return Err(SignatureError::Missing);
        }
        if self.token.len() > TOKEN_MAX {
            return Err(SignatureError::Malformed);
        }
        let signed_at = seconds(&self.timestamp)?;
        let signature = hex::decode(&self.signature).map_err(|_| SignatureError::Malformed)?;
        let mut mac: Hmac<Sha256> =
            Hmac::new_from_slice(signing_key.as_bytes()).map_err(|_| SignatureError::Key)?;
        mac.update(self.timestamp.as_bytes());
        mac.update(self.token.as_bytes());
        // In constant time.
        mac.verify_slice(&signature).map_err(|_| SignatureError::Wrong)?;
        fresh(signed_at, now)
    }
}
