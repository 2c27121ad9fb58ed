//! Signing in, staying in, getting out.
//!
//! A sign-in makes a session; the session hands out short access tokens and refresh tokens that are used once. The
//! access token says only which session it is for: who that is and what they may do is looked up at every request, so
//! a changed role or a disabled user counts at once, in every process.

pub mod access_token;
pub mod attempts;
pub mod authenticate;
pub mod error;
pub mod join;
pub mod list;
pub mod login;
pub mod logout;
pub mod outside;
mod places;
pub mod refresh;
mod refresh_token;
pub mod revoke;
mod tell;
#[cfg(test)]
mod tests;
pub mod tidy;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use pivotal_log::master_key::MasterKey;
use secrecy::SecretString;
use uuid::Uuid;

use self::access_token::AccessTokens;
use crate::context::Context;
use crate::identity::users::second_factor::SecondFactors;

/// How long an access token is good for; the web app fetches the next one shortly before.
pub const ACCESS_LASTS: Duration = Duration::minutes(15);
/// A session ends when it is not refreshed for this long...
pub const IDLE_ENDS_AFTER: Duration = Duration::days(14);
/// ...and at the latest this long after the sign-in.
pub const SESSION_LASTS: Duration = Duration::days(30);

/// The door. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sessions {
    ctx: Context,
    tokens: AccessTokens,
    second_factors: SecondFactors,
}

impl Sessions {
    /// Access tokens are signed with a key derived from the master key: all processes that share it accept them.
    pub fn new(ctx: Context, master: &MasterKey) -> Self {
        let second_factors = SecondFactors::new(ctx.clone(), master);
        Sessions { ctx, tokens: AccessTokens::new(master), second_factors }
    }

    pub fn second_factors(&self) -> &SecondFactors {
        &self.second_factors
    }
}

/// What a sign-in was proven with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// And with a second step, if that is on.
    Password,
    /// By the identity provider, whose matter a second step is then.
    Outside,
}

/// Where a request came from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<Uuid>,
}

/// What somebody gets who signed in or refreshed.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub access_token: String,
    pub access_lasts: Duration,
    /// For the HttpOnly cookie.
    pub refresh_token: SecretString,
    pub refresh_expires_at: DateTime<Utc>,
    pub session: Uuid,
    pub user: SignedInUser,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedInUser {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub client_id: Option<Uuid>,
}

impl SignedInUser {
    /// `None` for somebody who may not be in: unknown or disabled.
    pub(crate) fn of(id: Uuid, user: &User) -> Option<Self> {
        let role = user.role.filter(|_| !user.disabled)?;
        Some(SignedInUser {
            id,
            name: user.name.clone(),
            email: user.email.clone(),
            role,
            client_id: user.client_id,
        })
    }
}
