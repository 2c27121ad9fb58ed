//! Links by which a browser downloads a file without the access token, which a plain link cannot carry.
//!
//! A link is for one file and one person and over after five minutes: long enough to click, too short to be passed around.
//! Whether the person may have the file is asked again when it is followed.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_log::master_key::MasterKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// A download that has begun goes on.
pub const LINK_LASTS: Duration = Duration::minutes(5);

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    /// The user.
    sub: Uuid,
    /// The export.
    file: Uuid,
    exp: i64,
}

/// Signs and reads links.
#[derive(Clone)]
pub struct FileLinks {
    signing: Arc<EncodingKey>,
    reading: Arc<DecodingKey>,
    rules: Arc<Validation>,
}

impl std::fmt::Debug for FileLinks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileLinks(..)")
    }
}

impl FileLinks {
    pub fn new(master: &MasterKey) -> Self {
        let secret = master.derive("pivotal file link v1");
        // Only our algorithm; the time is checked below, by our clock.
        let mut rules = Validation::new(Algorithm::HS256);
        rules.validate_exp = false;
        rules.validate_aud = false;
        FileLinks {
            signing: Arc::new(EncodingKey::from_secret(&secret)),
            reading: Arc::new(DecodingKey::from_secret(&secret)),
            rules: Arc::new(rules),
        }
    }

    /// A token for this person and this export, and until when it is good.
    pub fn sign(
        &self,
        user: Uuid,
        export: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(String, DateTime<Utc>), CommandError> {
        let until = now + LINK_LASTS;
        let claims = Claims { sub: user, file: export, exp: until.timestamp() };
        let token = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(CommandError::unexpected)?;
        Ok((token, until))
    }

    /// Whose link this is; nobody's when it is over, forged or for another file.
    pub fn read(&self, token: &str, export: Uuid, now: DateTime<Utc>) -> Option<Uuid> {
        let claims = jsonwebtoken::decode::<Claims>(token, &self.reading, &self.rules).ok()?.claims;
        (claims.exp > now.timestamp() && claims.file == export).then_some(claims.sub)
    }
}

/// The person of a link as they are today; nobody once they are disabled.
pub async fn person_of(ctx: &Context, user: Uuid, ip: Option<String>) -> Result<Option<Actor>, CommandError> {
    let state = ctx.log.load::<User>(user).await?.state;
    let Some(role) = state.role.filter(|_| !state.disabled) else { return Ok(None) };
    Ok(Some(Actor {
        user_id: user,
        name: state.name,
        email: state.email,
        role,
        team_ids: state.teams,
        client_id: state.client_id,
        request_id: None,
        source: "ui".to_owned(),
        ip,
        key: None,
        viewing: None,
        // It was given to somebody who was let in.
        owes_second_step: false,
    }))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_link_is_for_one_file_and_a_short_time() {
        let links = FileLinks::new(&MasterKey::from_bytes([1; 32]));
        let now = Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap();
        let (user, file) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let (token, until) = links.sign(user, file, now).unwrap();
        assert_eq!(links.read(&token, file, now), Some(user));
        assert_eq!(links.read(&token, Uuid::from_u128(3), now), None, "another file");
        assert_eq!(links.read(&token, file, until), None, "over");
        assert_eq!(FileLinks::new(&MasterKey::from_bytes([2; 32])).read(&token, file, now), None, "forged");
        assert_eq!(links.read("", file, now), None);
    }
}
