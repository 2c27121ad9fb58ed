//! From an access token to the actor, at every request.

use pivotal_domain::identity::access_rules::{SecondStepFor, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use super::error::AuthError;
use super::{Origin, Sessions, SignedInUser};
use crate::identity::clients::is_shut_out;

/// Somebody at the door with a valid token.
#[derive(Debug, Clone)]
pub struct Authenticated {
    pub actor: Actor,
    pub session: Uuid,
}

impl Sessions {
    /// `source` is `ui` for the web app and `api` for everybody else. Two indexed look-ups, and a third for a client's user;
    /// nothing is cached, so what an administrator takes away is gone at the next request.
    pub async fn authenticate(
        &self,
        access_token: &str,
        source: &str,
        origin: &Origin,
    ) -> Result<Authenticated, AuthError> {
        let (ctx, now) = (&self.ctx, self.ctx.now());
        let claims = self.tokens.read(access_token, now).ok_or(AuthError::NoSession)?;
        let key = |of: SecondStepFor| ctx.log.blind.key(keys::SECOND_STEP, of.as_str());
        let found = sqlx::query!(
            r#"select outside,
                 exists (select 1 from guard.match_keys where scope = $4 and key = $5) as "of_admins!",
                 exists (select 1 from guard.match_keys where scope = $4 and key = $6) as "of_everybody!"
               from auth.sessions where id = $1 and user_id = $2 and revoked_at is null and expires_at > $3"#,
            claims.sid,
            claims.sub,
            now,
            keys::SECOND_STEP,
            key(SecondStepFor::Admins),
            key(SecondStepFor::Everybody)
        )
        .fetch_optional(&ctx.log.pools.read)
        .await?;
        let found = found.ok_or(AuthError::NoSession)?;
        let required_of = match (found.of_everybody, found.of_admins) {
            (true, _) => SecondStepFor::Everybody,
            (false, true) => SecondStepFor::Admins,
            (false, false) => SecondStepFor::Nobody,
        };
        let state = ctx.log.load::<User>(claims.sub).await?.state;
        let user = SignedInUser::of(claims.sub, &state).ok_or(AuthError::NoSession)?;
        if is_shut_out(ctx, user.client_id).await? {
            return Err(AuthError::NoSession);
        }
        let actor = Actor {
            user_id: user.id,
            name: user.name,
            email: user.email,
            role: user.role,
            team_ids: state.teams,
            client_id: user.client_id,
            request_id: origin.request_id,
            source: source.to_owned(),
            ip: origin.ip.clone(),
            key: None,
            viewing: None,
            owes_second_step: !state.second_factor && !found.outside && required_of.includes(user.role),
        };
        Ok(Authenticated { actor, session: claims.sid })
    }
}
