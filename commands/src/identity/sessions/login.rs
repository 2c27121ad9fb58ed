//! Signing in with email and password.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::facts::UserFact;
use pivotal_domain::identity::users::{User, keys};
use pivotal_log::append::{Append, Lane, NewFact};
use secrecy::SecretString;
use uuid::Uuid;

use super::error::AuthError;
use super::{Origin, SESSION_LASTS, Sessions, SignedIn, SignedInUser, attempts, refresh_token};
use crate::error::CommandError;
use crate::identity::users::credentials;
use crate::identity::users::passwords::{self, Verdict};

impl Sessions {
    /// Takes as long, counts as much and says the same whether or not there is such a user.
    pub async fn login(
        &self,
        email: &str,
        password: SecretString,
        origin: &Origin,
    ) -> Result<SignedIn, AuthError> {
        let ctx = &self.ctx;
        // What is no address belongs to nobody; it is counted like one all the same.
        let email = LoginEmail::parse(email)
            .map_or_else(|_| email.trim().to_lowercase(), |email| email.as_str().to_owned());
        self.count(origin, &email).await?;
        let (id, hash) = self.credentials_of(&email).await?.unzip();
        let verdict = passwords::verify(&password, hash).await?;
        let Some(id) = id.filter(|_| verdict != Verdict::Wrong) else {
            return Err(AuthError::BadCredentials);
        };
        let user = ctx.log.load::<User>(id).await?.state;
        let user = SignedInUser::of(id, &user).ok_or(AuthError::Disabled)?;
        self.count_no_more(origin, &email).await?;
        if verdict == Verdict::RightButOld {
            let hash = passwords::hash(&password).await?;
            credentials::store(&ctx.log.pools.write, id, &hash, ctx.now()).await?;
        }
        self.begin(user, origin).await
    }

    async fn count(&self, origin: &Origin, email: &str) -> Result<(), AuthError> {
        if let Some(ip) = &origin.ip
            && let Some(wait) = attempts::begin(&self.ctx, attempts::Scope::Ip, ip).await?
        {
            return Err(AuthError::TooManyAttempts(wait));
        }
        match attempts::begin(&self.ctx, attempts::Scope::Account, email).await? {
            Some(wait) => Err(AuthError::TooManyAttempts(wait)),
            None => Ok(()),
        }
    }

    async fn count_no_more(&self, origin: &Origin, email: &str) -> Result<(), AuthError> {
        if let Some(ip) = &origin.ip {
            attempts::succeeded(&self.ctx, attempts::Scope::Ip, ip).await?;
        }
        Ok(attempts::succeeded(&self.ctx, attempts::Scope::Account, email).await?)
    }

    /// By the claim on the address, not by a read model: a user made a moment ago can sign in.
    async fn credentials_of(&self, email: &str) -> Result<Option<(Uuid, String)>, AuthError> {
        let row = sqlx::query!(
            "select k.owner, c.hash from guard.claims k join auth.credentials c on c.user_id = k.owner where k.scope = $1 and k.key = $2",
            keys::EMAIL,
            self.ctx.log.blind.key(keys::EMAIL, email)
        )
        .fetch_optional(&self.ctx.log.pools.write)
        .await?;
        Ok(row.map(|row| (row.owner, row.hash)))
    }

    async fn begin(&self, user: SignedInUser, origin: &Origin) -> Result<SignedIn, AuthError> {
        let (ctx, now, session) = (&self.ctx, self.ctx.now(), Uuid::now_v7());
        let user_agent = origin.user_agent.as_deref().map(|text| text.chars().take(300).collect::<String>());
        let access_token = self.tokens.sign(user.id, session, now)?;
        let mut tx = ctx.log.pools.write.begin().await?;
        sqlx::query!(
            "insert into auth.sessions (id, user_id, created_at, last_used_at, expires_at, user_agent, ip) values ($1, $2, $3, $3, $4, $5, $6)",
            session,
            user.id,
            now,
            now + SESSION_LASTS,
            user_agent,
            origin.ip
        )
        .execute(&mut *tx)
        .await?;
        let refresh = refresh_token::issue_in(&mut tx, session, now + SESSION_LASTS, None, now).await?;
        tx.commit().await?;
        self.say_logged_in(&user, UserFact::UserLoggedIn { at: now, session, user_agent }, origin).await?;
        Ok(SignedIn {
            access_token,
            access_lasts: super::ACCESS_LASTS,
            refresh_token: refresh.token,
            refresh_expires_at: refresh.expires_at,
            session,
            user,
        })
    }

    async fn say_logged_in(
        &self,
        user: &SignedInUser,
        fact: UserFact,
        origin: &Origin,
    ) -> Result<(), AuthError> {
        let actor = Actor {
            user_id: user.id,
            role: user.role,
            request_id: origin.request_id,
            ip: origin.ip.clone(),
            ..Actor::system("api")
        };
        let mut append = Append::new(Lane::Interactive);
        append.facts.push(NewFact {
            kind: fact.kind(),
            version: fact.version(),
            about_type: "user",
            about_id: user.id,
            personal: fact.personal(),
            subject: Some(user.id),
            payload: serde_json::to_value(&fact).map_err(CommandError::unexpected)?,
            metadata: actor.metadata(),
        });
        self.ctx.log.append(append).await?;
        Ok(())
    }
}
