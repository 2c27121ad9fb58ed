//! From an API key to the actor, at every request.

use pivotal_domain::identity::actor::{Actor, HeldKey};
use pivotal_domain::identity::api_keys::ApiKey;
use pivotal_domain::identity::api_keys::error::KeyRefusal;
use pivotal_domain::identity::users::User;

use super::{ApiKeys, secrets};
use crate::identity::clients::is_shut_out;
use crate::identity::sessions::attempts::{self, Scope};
use crate::identity::sessions::error::AuthError;
use crate::identity::sessions::{Origin, SignedInUser};

impl ApiKeys {
    /// The maker as they are now, held to the key's scopes. Nothing is cached, as with sessions: what is revoked, or taken from the
    /// maker, is gone at the next request.
    pub async fn authenticate(&self, presented: &str, origin: &Origin) -> Result<Actor, AuthError> {
        let ctx = &self.ctx;
        let Some(id) = secrets::id_of(&ctx.log.pools.read, &secrets::hash(presented)).await? else {
            return Err(self.unknown(origin).await?);
        };
        let key = ctx.log.load::<ApiKey>(id).await?.state;
        let maker = key.check(ctx.now()).map_err(AuthError::BadKey)?;
        let state = ctx.log.load::<User>(maker).await?.state;
        let user = SignedInUser::of(maker, &state).ok_or(AuthError::BadKey(KeyRefusal::MakerDisabled))?;
        if is_shut_out(ctx, user.client_id).await? {
            return Err(AuthError::BadKey(KeyRefusal::MakerDisabled));
        }
        self.note(id, origin.ip.as_deref());
        Ok(Actor {
            user_id: user.id,
            name: user.name,
            email: user.email,
            role: user.role,
            team_ids: state.teams,
            client_id: user.client_id,
            request_id: origin.request_id,
            source: "api".to_owned(),
            ip: origin.ip.clone(),
            key: Some(HeldKey { id, scopes: key.scopes }),
            viewing: None,
            // Made by who was let in; programs have no phone.
            owes_second_step: false,
        })
    }

    /// Counted by address, as guesses at passwords are: who tries many is heard of, and soon hears nothing more.
    async fn unknown(&self, origin: &Origin) -> Result<AuthError, AuthError> {
        if let Some(ip) = &origin.ip
            && let Some(wait) = attempts::begin(&self.ctx, Scope::Ip, &format!("api key {ip}")).await?
        {
            return Ok(AuthError::TooManyAttempts(wait));
        }
        Ok(AuthError::BadKey(KeyRefusal::Unknown))
    }
}
