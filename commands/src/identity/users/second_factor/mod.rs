//! The second step of signing in: a code of an app on the user's phone (RFC 6238), or one of ten recovery codes. The secret is sealed
//! with a key that is not in the database; a code is good once.

mod recovery;
mod store;
#[cfg(test)]
mod tests;
pub mod totp;

use std::sync::Arc;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::events::SecondFactorEnd;
use pivotal_domain::identity::users::{User, UserCommand};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::master_key::MasterKey;
use rand::TryRngCore;
use rand::rngs::OsRng;
use secrecy::SecretString;
use uuid::Uuid;

use super::change_password::must_be_password;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::mail::security::Notice;

const NONCE: usize = 12;

/// Cheap to clone.
#[derive(Clone)]
pub struct SecondFactors {
    ctx: Context,
    sealing: Arc<Aes256Gcm>,
}

impl std::fmt::Debug for SecondFactors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecondFactors(..)")
    }
}

/// What the app on the phone is told. To be had only now.
#[derive(Debug, Clone)]
pub struct Begun {
    /// In base32, for typing.
    pub secret: SecretString,
    /// The same as an address, for a QR code.
    pub uri: SecretString,
}

/// What became of a presented code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pass {
    Code,
    Recovery { left: u32 },
    Wrong,
}

impl SecondFactors {
    pub fn new(ctx: Context, master: &MasterKey) -> Self {
        let key = master.derive("pivotal second factor v1");
        SecondFactors { ctx, sealing: Arc::new(Aes256Gcm::new(&key.into())) }
    }

    /// Begins to set it up; what was begun before is void. Asks for the password: an unlocked screen must not be enough to shut its
    /// owner out.
    pub async fn begin(&self, actor: &Actor, password: &SecretString) -> Result<Begun, CommandError> {
        let (db, user) = (&self.ctx.log.pools.write, actor.user_id);
        must_be_password(&self.ctx, actor, password).await?;
        let mut secret = [0u8; totp::SECRET];
        OsRng.try_fill_bytes(&mut secret).map_err(CommandError::unexpected)?;
        if !store::begin(db, user, &self.seal(user, &secret)?, self.ctx.now()).await? {
            return Err(UserError::SecondFactorOn.into());
        }
        Ok(Begun { secret: totp::base32(&secret).into(), uri: totp::uri(&actor.email, &secret).into() })
    }

    /// Turns it on with the first code of the app. Answers with the recovery codes, which are to be had only now.
    pub async fn confirm(&self, actor: &Actor, code: &str) -> Result<Vec<String>, CommandError> {
        let (ctx, now, user) = (&self.ctx, self.ctx.now(), actor.user_id);
        let held = store::held(&ctx.log.pools.write, user).await?;
        let held = held.ok_or(UserError::SecondFactorNotBegun)?;
        if held.enabled {
            return Err(UserError::SecondFactorOn.into());
        }
        let secret = self.open(user, &held.secret)?;
        let step = totp::step_of(&secret, code, now).ok_or(UserError::SecondFactorCode)?;
        let fresh = recovery::fresh(ctx, user)?;
        let mut tx = ctx.log.pools.write.begin().await?;
        // Only what was seen: it may have begun anew meanwhile.
        if !store::enable(&mut *tx, user, &held.secret, step, now).await? {
            return Err(UserError::SecondFactorNotBegun.into());
        }
        store::forget_codes(&mut *tx, user).await?;
        store::add_codes(&mut *tx, user, &fresh.hashes).await?;
        tx.commit().await?;
        let on = UserCommand::EnableSecondFactor { at: now };
        self.tell(user, actor.metadata(), on, Notice::SecondFactorOn).await?;
        Ok(fresh.codes)
    }

    /// New recovery codes; those before are void.
    pub async fn renew_codes(
        &self,
        actor: &Actor,
        password: &SecretString,
    ) -> Result<Vec<String>, CommandError> {
        let (ctx, user) = (&self.ctx, actor.user_id);
        must_be_password(ctx, actor, password).await?;
        if !self.is_on(user).await? {
            return Err(UserError::SecondFactorOff.into());
        }
        let fresh = recovery::fresh(ctx, user)?;
        let mut tx = ctx.log.pools.write.begin().await?;
        store::forget_codes(&mut *tx, user).await?;
        store::add_codes(&mut *tx, user, &fresh.hashes).await?;
        tx.commit().await?;
        let renew = UserCommand::RenewRecoveryCodes { at: ctx.now() };
        self.tell(user, actor.metadata(), renew, Notice::RecoveryCodesRenewed).await?;
        Ok(fresh.codes)
    }

    /// Turns one's own off. A repeat is fine.
    pub async fn disable(&self, actor: &Actor, password: &SecretString) -> Result<(), CommandError> {
        must_be_password(&self.ctx, actor, password).await?;
        self.turn_off(actor, actor.user_id, SecondFactorEnd::Own).await.map(drop)
    }

    /// An administrator turns somebody's off, who has lost the phone and the codes. A repeat is fine.
    pub async fn reset(&self, actor: &Actor, user: Uuid) -> Result<Executed<User>, CommandError> {
        authorise_all(actor, Permission::UsersManage)?;
        self.turn_off(actor, user, SecondFactorEnd::Reset).await
    }

    pub async fn is_on(&self, user: Uuid) -> Result<bool, CommandError> {
        let held = store::held(&self.ctx.log.pools.write, user).await?;
        Ok(held.is_some_and(|held| held.enabled))
    }

    /// How many recovery codes are left.
    pub async fn codes_left(&self, user: Uuid) -> Result<u32, CommandError> {
        Ok(store::codes_left(&self.ctx.log.pools.read, user).await?)
    }

    /// Whether the code lets the user through. It does so once, of two at the same moment for one.
    pub(crate) async fn pass(
        &self,
        user: Uuid,
        presented: &str,
        metadata: Metadata,
    ) -> Result<Pass, CommandError> {
        let (ctx, now, db) = (&self.ctx, self.ctx.now(), &self.ctx.log.pools.write);
        let Some(held) = store::held(db, user).await?.filter(|held| held.enabled) else {
            return Ok(Pass::Wrong);
        };
        let secret = self.open(user, &held.secret)?;
        if let Some(step) = totp::step_of(&secret, presented, now) {
            let first = store::use_step(db, user, step).await?;
            return Ok(if first { Pass::Code } else { Pass::Wrong });
        }
        let Some(hash) = recovery::hash(ctx, user, presented) else { return Ok(Pass::Wrong) };
        if !store::use_code(db, user, &hash, now).await? {
            return Ok(Pass::Wrong);
        }
        let left = store::codes_left(db, user).await?;
        let used = UserCommand::UseRecoveryCode { left, at: now };
        self.tell(user, metadata, used, Notice::RecoveryCodeUsed { left }).await?;
        Ok(Pass::Recovery { left })
    }

    /// First the secret, then the log: what is left half done is off, and a repeat says so.
    async fn turn_off(
        &self,
        actor: &Actor,
        user: Uuid,
        how: SecondFactorEnd,
    ) -> Result<Executed<User>, CommandError> {
        let mut tx = self.ctx.log.pools.write.begin().await?;
        store::forget_codes(&mut *tx, user).await?;
        store::forget(&mut *tx, user).await?;
        tx.commit().await?;
        let off = UserCommand::DisableSecondFactor { how, at: self.ctx.now() };
        self.tell(user, actor.metadata(), off, Notice::SecondFactorOff { how }).await
    }

    /// The log, and the user by mail.
    async fn tell(
        &self,
        user: Uuid,
        metadata: Metadata,
        command: UserCommand,
        notice: Notice,
    ) -> Result<Executed<User>, CommandError> {
        let at = self.ctx.now();
        execute::<User, _, _>(
            &self.ctx,
            user,
            &metadata,
            None,
            |loaded| Ok(loaded.state.decide(command.clone())?),
            // Nobody asks for such a letter: it stands in nobody's list of work.
            |_, _| Ok(vec![notice.job(&Actor::system("system"), user, at)?]),
        )
        .await
    }

    /// Nonce and ciphertext in one piece, bound to the user: moved to another row it opens nothing.
    fn seal(&self, user: Uuid, secret: &[u8]) -> Result<Vec<u8>, CommandError> {
        let mut out = vec![0u8; NONCE];
        OsRng.try_fill_bytes(&mut out).map_err(CommandError::unexpected)?;
        let sealed = self
            .sealing
            .encrypt(out.as_slice().into(), Payload { msg: secret, aad: user.as_bytes() })
            .map_err(|_| CommandError::unexpected("a secret could not be sealed"))?;
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    fn open(&self, user: Uuid, sealed: &[u8]) -> Result<Vec<u8>, CommandError> {
        let short = || CommandError::unexpected("a sealed secret is cut short");
        let (nonce, body) = sealed.split_at_checked(NONCE).ok_or_else(short)?;
        self.sealing.decrypt(nonce.into(), Payload { msg: body, aad: user.as_bytes() }).map_err(|_| {
            CommandError::unexpected("a sealed secret was altered, or the master key is another")
        })
    }
}
