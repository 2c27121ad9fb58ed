//! Use cases on senders and brands, and the checks of their domains. Whoever may change settings may change them.

pub mod archive;
pub mod brands;
pub mod check;
pub mod create;
#[cfg(test)]
mod tests;
pub mod update;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::email::senders::brand::{Brand, BrandCommand};
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::provider::Account;
use pivotal_domain::email::senders::{SenderCommand, SenderProfile, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use self::check::job_of;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};
use crate::ports::sender_dns::SenderDns;

/// What senders need of the outside.
#[derive(Clone)]
pub struct Outside {
    pub dns: Arc<dyn SenderDns>,
    pub accounts: Accounts,
    /// Our own host, to which tracking domains lead; none: the configuration does not say where we are.
    pub target: Option<String>,
}

/// The accounts of the configuration; the test mailbox is always among them.
pub type Accounts = Arc<[Account]>;

impl Guarded for SenderProfile {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

impl Guarded for Brand {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims_of_brand(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SenderError> for CommandError {
    fn from(error: SenderError) -> Self {
        match error {
            SenderError::Unknown | SenderError::BrandUnknown => CommandError::NotFound(error.to_string()),
            _ => {
                let mut rejection = Rejection::new(error.code(), error.to_string());
                rejection.field = error.field().map(ToOwned::to_owned);
                CommandError::rejected(rejection)
            }
        }
    }
}

/// One command on one sender. That the actor may was asked before. What was not checked since is checked at once.
async fn on_sender(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: impl Fn(DateTime<Utc>) -> SenderCommand,
) -> Result<Executed<SenderProfile>, CommandError> {
    let at = ctx.now();
    execute::<SenderProfile, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command(at))?),
        |_, after| first_check(actor, id, after),
    )
    .await
}

/// One command on one brand. That the actor may was asked before.
async fn on_brand(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: impl Fn(DateTime<Utc>) -> BrandCommand,
) -> Result<Executed<Brand>, CommandError> {
    let at = ctx.now();
    execute::<Brand, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command(at))?),
        no_jobs,
    )
    .await
}

fn first_check(actor: &Actor, id: Uuid, after: &SenderProfile) -> Result<Vec<NewJob>, CommandError> {
    let wanted = after.is_in_use() && after.checked_at.is_none();
    Ok(if wanted { vec![job_of(actor, id)?] } else { Vec::new() })
}

/// A brand that is used as the one of a sender.
async fn must_be_in_use(ctx: &Context, brand: Uuid) -> Result<(), CommandError> {
    let brand = ctx.log.load::<Brand>(brand).await?.state;
    match (brand.look.is_some(), brand.archived) {
        (false, _) => Err(SenderError::BrandUnknown.into()),
        (true, true) => Err(SenderError::BrandArchived.into()),
        (true, false) => Ok(()),
    }
}

/// A default does not go while it is one.
async fn must_not_be_default(ctx: &Context, sender: Uuid, brand: Uuid) -> Result<(), CommandError> {
    let brand = ctx.log.load::<Brand>(brand).await?.state;
    match brand.default_sender == Some(sender) {
        true => Err(SenderError::IsDefault.into()),
        false => Ok(()),
    }
}
