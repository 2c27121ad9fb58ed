//! Letting a campaign go, now: the pre-flight is asked again, what it needs is pinned, and a job takes its audience.

use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::preflight::{Item, Level};
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use super::preflight::{Preflight, of_made};
use super::{Outside, take};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};

/// What came of it.
#[derive(Debug)]
pub enum Checked {
    /// Whoever comes second gets the campaign as it is.
    Done(Box<Executed<Campaign>>),
    /// The pre-flight found faults: all that was found, faults first.
    Refused(Vec<Item>),
}

pub async fn launch_campaign(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    id: Uuid,
    idempotency_key: Option<&str>,
) -> Result<Checked, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &("launch_campaign", id));
    let loaded = ctx.log.load::<Campaign>(id).await?;
    let made = loaded.state.made.as_ref().ok_or(CampaignError::NotFound)?;
    if loaded.state.archived {
        return Err(CampaignError::Archived.into());
    }
    match made.state {
        State::Draft | State::Scheduled => {}
        // Somebody was faster.
        State::Launching | State::Running => {
            let done = Executed { id, sequence: loaded.sequence, position: None, state: loaded.state };
            return Ok(Checked::Done(Box::new(done)));
        }
        other => return Err(CampaignError::State(other).into()),
    }
    let Preflight { items, pinned, .. } = of_made(ctx, outside, actor, made).await?;
    let Some(pinned) = pinned.filter(|_| items.iter().all(|item| item.level != Level::Fault)) else {
        return Ok(Checked::Refused(items));
    };
    let epoch = reader::epoch(&ctx.log.pools.write).await?;
    let checked = made.digest();
    let command = CampaignCommand::Launch {
        pinned: Box::new(pinned),
        faults_checked: checked.clone(),
        epoch,
        asked_by: actor.user_id,
        at: ctx.now(),
    };
    let done = execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            // What was looked at is what goes out.
            match loaded.state.made.as_ref().is_some_and(|made| made.digest() != checked) {
                true => Err(CommandError::Conflict),
                false => Ok(loaded.state.decide(command.clone())?),
            }
        },
        |before, after| take::take(actor, id, before, after),
    )
    .await?;
    Ok(Checked::Done(Box::new(done)))
}
