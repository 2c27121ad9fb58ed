//! Access tokens: a signed statement of which session a request belongs to.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use pivotal_log::master_key::MasterKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ACCESS_LASTS;
use crate::error::CommandError;

/// Neither name nor role: those are looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessClaims {
    /// The user.
    pub sub: Uuid,
    /// The session.
    pub sid: Uuid,
    pub iat: i64,
    pub exp: i64,
}

/// Signs and reads access tokens.
#[derive(Clone)]
pub struct AccessTokens {
    signing: Arc<EncodingKey>,
    reading: Arc<DecodingKey>,
    rules: Arc<Validation>,
}

impl std::fmt::Debug for AccessTokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessTokens(..)")
    }
}

impl AccessTokens {
    pub fn new(master: &MasterKey) -> Self {
        let secret = master.derive("pivotal access token v1");
        // Only our algorithm: a token may not choose how it is checked. The time is checked below, by our clock.
        let mut rules = Validation::new(Algorithm::HS256);
        rules.validate_exp = false;
        rules.validate_aud = false;
        AccessTokens {
            signing: Arc::new(EncodingKey::from_secret(&secret)),
            reading: Arc::new(DecodingKey::from_secret(&secret)),
            rules: Arc::new(rules),
        }
    }

    pub fn sign(&self, user: Uuid, session: Uuid, now: DateTime<Utc>) -> Result<String, CommandError> {
        let claims = AccessClaims {
            sub: user,
            sid: session,
            iat: now.timestamp(),
            exp: (now + ACCESS_LASTS).timestamp(),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(CommandError::unexpected)
    }

    /// The claims of a token that is ours and not over.
    pub fn read(&self, token: &str, now: DateTime<Utc>) -> Option<AccessClaims> {
        let claims = jsonwebtoken::decode::<AccessClaims>(token, &self.reading, &self.rules).ok()?.claims;
        (claims.exp > now.timestamp()).then_some(claims)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use chrono::{Duration, TimeZone};

    use super::*;

    fn now() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
    }

    fn tokens(byte: u8) -> AccessTokens {
        AccessTokens::new(&MasterKey::from_bytes([byte; 32]))
    }

    #[test]
    fn a_token_is_good_until_it_is_over() {
        let token = tokens(1).sign(Uuid::from_u128(1), Uuid::from_u128(2), now()).unwrap();
        let claims = tokens(1).read(&token, now() + ACCESS_LASTS - Duration::seconds(1)).unwrap();
        assert_eq!((claims.sub, claims.sid), (Uuid::from_u128(1), Uuid::from_u128(2)));
        assert_eq!(tokens(1).read(&token, now() + ACCESS_LASTS), None);
    }

    #[test]
    fn a_token_of_another_key_or_with_another_content_is_nothing() {
        let token = tokens(1).sign(Uuid::from_u128(1), Uuid::from_u128(2), now()).unwrap();
        assert_eq!(tokens(2).read(&token, now()), None);
        let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
        let claims = AccessClaims { sub: Uuid::from_u128(9), sid: Uuid::from_u128(2), iat: 0, exp: i64::MAX };
        parts[1] = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&claims).unwrap());
        assert_eq!(tokens(1).read(&parts.join("."), now()), None);
        let unsigned = format!("{}.{}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#), parts[1]);
        assert_eq!(tokens(1).read(&unsigned, now()), None);
        assert_eq!(tokens(1).read("", now()), None);
    }
}
