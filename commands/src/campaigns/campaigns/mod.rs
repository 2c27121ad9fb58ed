//! Use cases on campaigns: putting one together, testing it, letting it go, and holding it.

pub mod archive;
pub mod change_pace;
pub mod choose_winner;
pub mod confirm;
pub mod copy;
pub mod create;
pub mod define_audience;
pub mod define_content;
pub mod define_schedule;
pub mod details;
pub mod health;
pub mod launch;
pub mod pause;
pub mod preflight;
pub mod preview;
pub mod retry_take;
pub mod schedule;
pub mod seed_test;
pub mod sources;
pub mod start;
pub mod stop;
pub mod switch;
pub mod take;
pub mod test_result;
#[cfg(test)]
mod tests;
pub mod top_up;
pub mod wording;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::switch::SendingSwitch;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::sending::links::TrackingLinks;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};
use crate::ports::audience_source::AudienceSource;
use crate::ports::email_provider::accounts::EmailAccounts;
use crate::ports::link_check::LinkCheck;
use crate::ports::test_figures::TestFigures;

/// What campaigns need of the outside. Cheap to clone.
#[derive(Clone)]
pub struct Outside {
    pub audience: Arc<dyn AudienceSource>,
    pub accounts: EmailAccounts,
    pub links: TrackingLinks,
    pub link_check: Arc<dyn LinkCheck>,
    /// How the variants of a test fare.
    pub figures: Arc<dyn TestFigures>,
    /// Whether people reach us by https.
    pub public_https: bool,
    pub production: bool,
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outside(..)")
    }
}

impl Guarded for Campaign {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

impl Guarded for SendingSwitch {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<CampaignError> for CommandError {
    fn from(error: CampaignError) -> Self {
        match (&error, error.field()) {
            (CampaignError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// One command on one campaign that needs nothing looked up.
async fn run(
    ctx: &Context,
    actor: &Actor,
    permission: Permission,
    id: Uuid,
    command: impl Fn(DateTime<Utc>) -> CampaignCommand,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, permission)?;
    let at = ctx.now();
    execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command(at))?),
        no_jobs,
    )
    .await
}

/// Refuses whoever sees no campaigns. Who sees those of their own only sees none by mail: to them there is none.
fn may_see(actor: &Actor) -> Result<(), CommandError> {
    match actor.scope(Permission::CampaignsView) {
        Scope::All => Ok(()),
        Scope::None => authorise_all(actor, Permission::CampaignsView),
        _ => Err(CampaignError::NotFound.into()),
    }
}

/// The campaign as it is.
async fn made(ctx: &Context, id: Uuid) -> Result<Made, CommandError> {
    let campaign = ctx.log.load::<Campaign>(id).await?.state;
    Ok(campaign.made.ok_or(CampaignError::NotFound)?)
}
