//! From an access token to the actor, at every request.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use super::error::AuthError;
use super::{Origin, Sessions, SignedInUser};

/// Somebody at the door with a valid token.
#[derive(Debug, Clone)]
pub struct Authenticated {
    pub actor: Actor,
    pub session: Uuid,
}

impl Sessions {
    /// `source` is `ui` for the web app and `api` for everybody else. Two indexed look-ups; nothing is cached, so what
    /// an administrator takes away is gone at the next request.
    pub async fn authenticate(
        &self,
        access_token: &str,
        source: &str,
        origin: &Origin,
    ) -> Result<Authenticated, AuthError> {
        let (ctx, now) = (&self.ctx, self.ctx.now());
        let claims = self.tokens.read(access_token, now).ok_or(AuthError::NoSession)?;
        let alive = sqlx::query_scalar!(
            r#"select exists (select 1 from auth.sessions where id = $1 and user_id = $2 and revoked_at is null and expires_at > $3) as "alive!""#,
            claims.sid,
            claims.sub,
            now
        )
        .fetch_one(&ctx.log.pools.read)
        .await?;
        if !alive {
            return Err(AuthError::NoSession);
        }
        let state = ctx.log.load::<User>(claims.sub).await?.state;
        let user = SignedInUser::of(claims.sub, &state).ok_or(AuthError::NoSession)?;
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
        };
        Ok(Authenticated { actor, session: claims.sid })
    }
}
