//! How much of the sample is there.

use cqrs_es::Aggregate;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::development::LOGINS;
use pivotal_commands::lookup::claim_owners;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::identity::users::keys;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::Lane;
use uuid::Uuid;

use super::{accounts_held, contacts_held};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleStatus {
    pub accounts: usize,
    pub contacts: usize,
    pub users: usize,
}

/// Active records the seed made.
pub struct Made {
    pub accounts: Vec<Uuid>,
    pub contacts: Vec<Uuid>,
}

pub async fn status(ctx: &Context) -> Result<SampleStatus, CommandError> {
    let made = made(ctx).await?;
    let emails: Vec<_> = LOGINS.iter().map(|login| (keys::EMAIL, login.email.to_owned())).collect();
    let users = claim_owners(ctx, Lane::Interactive, &emails).await?.len();
    Ok(SampleStatus { accounts: made.accounts.len(), contacts: made.contacts.len(), users })
}

/// A record somebody else made with one of the sample's addresses is theirs.
pub async fn made(ctx: &Context) -> Result<Made, CommandError> {
    let accounts = accounts_held(ctx).await?.into_values().collect();
    let contacts = contacts_held(ctx).await?.into_values().collect();
    Ok(Made {
        accounts: active_of_seed::<Account>(ctx, accounts, |account| &account.record).await?,
        contacts: active_of_seed::<Contact>(ctx, contacts, |contact| &contact.record).await?,
    })
}

async fn active_of_seed<A>(
    ctx: &Context,
    ids: Vec<Uuid>,
    record: impl Fn(&A) -> &RecordState,
) -> Result<Vec<Uuid>, CommandError>
where
    A: Aggregate,
    A::Event: LoggedEvent,
{
    let loaded = ctx.log.load_many::<A>(&ids).await?;
    let seed = Source::Seed.rank();
    // What the seed wrote and nobody wrote over: at least the key it is known by.
    let ours = |state: &RecordState| {
        state.is_active()
            && ["domain", "email"]
                .iter()
                .any(|key| state.fields.get(*key).is_some_and(|held| held.rank == seed))
    };
    Ok(ids
        .into_iter()
        .zip(loaded)
        .filter(|(_, loaded)| ours(record(&loaded.state)))
        .map(|(id, _)| id)
        .collect())
}
