//! Trading a refresh token for the next one. A token is good once; who brings a used one ends the whole session.

use chrono::Duration;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::facts::SessionsEnd;

use super::error::AuthError;
use super::revoke::{Because, revoke_in};
use super::tell::{stranger, tell_ended};
use super::{ACCESS_LASTS, Origin, Sessions, SignedIn, SignedInUser, refresh_token};
use crate::error::CommandError;
use crate::identity::clients::is_shut_out;
use crate::jobs::queue::insert_in;
use crate::mail::security::Notice;

/// A reload in the middle of a refresh loses the answer, and with it the new token. For a moment the old one may ask
/// again; the token it got before then counts as used, so there is never more than one line of descent.
pub const SECOND_CHANCE: Duration = Duration::seconds(10);

impl Sessions {
    pub async fn refresh(&self, presented: &str, origin: &Origin) -> Result<SignedIn, AuthError> {
        let (ctx, now, hash) = (&self.ctx, self.ctx.now(), refresh_token::hash(presented));
        let mut tx = ctx.log.pools.write.begin().await?;
        // Locks token and session: two requests with the same token are served one after the other.
        let found = sqlx::query!(
            r#"select t.used_at, t.expires_at, s.id as session, s.user_id, s.expires_at as session_ends, s.revoked_at
               from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id where t.hash = $1 for update"#,
            hash
        )
        .fetch_optional(&mut *tx)
        .await?;
        let Some(found) = found.filter(|found| found.revoked_at.is_none() && found.expires_at > now) else {
            return Err(AuthError::NoSession);
        };
        if let Some(used_at) = found.used_at {
            if now - used_at > SECOND_CHANCE {
                revoke_in(&mut tx, found.session, Because::TokenReused, now).await?;
                // Whoever is signed out now may be the owner or the thief; the mail reaches the owner.
                let notice = Notice::SessionStolen { session: found.session };
                let job = notice.job(&Actor::system("system"), found.user_id, now);
                insert_in(&mut *tx, &job.map_err(CommandError::from)?, now).await?;
                tx.commit().await?;
                tracing::warn!(user = %found.user_id, session = %found.session, "a refresh token was used twice: the session is ended");
                metrics::counter!("pivotal_refresh_tokens_reused_total").increment(1);
                let because = SessionsEnd::TokenReused;
                tell_ended(ctx, found.user_id, vec![found.session], because, stranger(origin)).await?;
                return Err(AuthError::NoSession);
            }
            sqlx::query!(
                "update auth.refresh_tokens set used_at = $2 where parent = $1 and used_at is null",
                hash,
                now
            )
            .execute(&mut *tx)
            .await?;
        } else {
            sqlx::query!("update auth.refresh_tokens set used_at = $2 where hash = $1", hash, now)
                .execute(&mut *tx)
                .await?;
        }
        let next =
            refresh_token::issue_in(&mut tx, found.session, found.session_ends, Some(&hash), now).await?;
        sqlx::query!(
            "update auth.sessions set last_used_at = $2, ip = coalesce($3, ip) where id = $1",
            found.session,
            now,
            origin.ip
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        // After the commit: holding a connection while asking for another can starve the pool.
        let user = ctx.log.load::<User>(found.user_id).await?.state;
        let user = SignedInUser::of(found.user_id, &user).ok_or(AuthError::NoSession)?;
        if is_shut_out(ctx, user.client_id).await? {
            return Err(AuthError::NoSession);
        }
        Ok(SignedIn {
            access_token: self.tokens.sign(user.id, found.session, now)?,
            access_lasts: ACCESS_LASTS,
            refresh_token: next.token,
            refresh_expires_at: next.expires_at,
            session: found.session,
            user,
        })
    }
}
