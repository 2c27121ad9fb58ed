//! Signing in with email and password.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::facts::UserFact;
use pivotal_domain::identity::users::{User, keys};
use secrecy::SecretString;
use uuid::Uuid;

use super::error::AuthError;
use super::tell::tell;
use super::{
    Origin, Proof, SESSION_LASTS, Sessions, SignedIn, SignedInUser, attempts, places, refresh_token,
};
use crate::identity::clients::is_shut_out;
use crate::identity::users::credentials;
use crate::identity::users::passwords::{self, Verdict};
use crate::identity::users::second_factor::Pass;

impl Sessions {
    /// With the password alone: for whom no second step is on.
    pub async fn login(
        &self,
        email: &str,
        password: SecretString,
        origin: &Origin,
    ) -> Result<SignedIn, AuthError> {
        self.login_with(email, password, None, origin).await
    }

    /// Takes as long, counts as much and says the same whether or not there is such a user. The second step comes with the password
    /// once more: what was only half proven is kept nowhere.
    pub async fn login_with(
        &self,
        email: &str,
        password: SecretString,
        code: Option<&str>,
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
        if self.second_factors.is_on(id).await? {
            self.second_step(&user, code, origin).await?;
        }
        self.count_no_more(origin, &email).await?;
        if verdict == Verdict::RightButOld {
            let hash = passwords::hash(&password).await?;
            credentials::store(&ctx.log.pools.write, id, &hash, ctx.now()).await?;
        }
        self.begin(user, Proof::Password, origin).await
    }

    /// A wrong code counts as a wrong password does: the attempt was counted, and is not taken back.
    async fn second_step(
        &self,
        user: &SignedInUser,
        code: Option<&str>,
        origin: &Origin,
    ) -> Result<(), AuthError> {
        let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else {
            if let Some(ip) = &origin.ip {
                attempts::succeeded(&self.ctx, attempts::Scope::Ip, ip).await?;
            }
            return Err(AuthError::SecondStepNeeded);
        };
        let metadata = actor_at_the_door(user, origin).metadata();
        match self.second_factors.pass(user.id, code, metadata).await? {
            Pass::Code => Ok(()),
            Pass::Recovery { left } => {
                tracing::info!(user = %user.id, left, "somebody signed in with a recovery code");
                Ok(())
            }
            Pass::Wrong => Err(AuthError::SecondStepWrong),
        }
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

    pub(super) async fn begin(
        &self,
        user: SignedInUser,
        proof: Proof,
        origin: &Origin,
    ) -> Result<SignedIn, AuthError> {
        if is_shut_out(&self.ctx, user.client_id).await? {
            return Err(AuthError::Disabled);
        }
        let (ctx, now, session) = (&self.ctx, self.ctx.now(), Uuid::now_v7());
        let user_agent = origin.user_agent.as_deref().map(|text| text.chars().take(300).collect::<String>());
        let access_token = self.tokens.sign(user.id, session, now)?;
        let mut tx = ctx.log.pools.write.begin().await?;
        sqlx::query!(
            "insert into auth.sessions (id, user_id, created_at, last_used_at, expires_at, user_agent, ip, outside) values ($1, $2, $3, $3, $4, $5, $6, $7)",
            session,
            user.id,
            now,
            now + SESSION_LASTS,
            user_agent,
            origin.ip,
            proof == Proof::Outside
        )
        .execute(&mut *tx)
        .await?;
        let refresh = refresh_token::issue_in(&mut tx, session, now + SESSION_LASTS, None, now).await?;
        places::see_in(&mut tx, ctx, user.id, session, origin, now).await?;
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
        let metadata = actor_at_the_door(user, origin).metadata();
        Ok(tell(&self.ctx, user.id, &fact, metadata).await?)
    }
}

fn actor_at_the_door(user: &SignedInUser, origin: &Origin) -> Actor {
    Actor {
        user_id: user.id,
        role: user.role,
        request_id: origin.request_id,
        ip: origin.ip.clone(),
        ..Actor::system("api")
    }
}
