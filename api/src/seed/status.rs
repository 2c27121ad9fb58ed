//! How much of the sample is there.

use std::collections::BTreeSet;

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

use super::{accounts_held, contacts_held, supplied, twins};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleStatus {
    pub accounts: usize,
    pub contacts: usize,
    pub users: usize,
}

/// What the sample's records are known by: those that are in it twice may have only a name.
const KEYS: [&str; 4] = ["domain", "email", "name", "full_name"];

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
    let at = accounts_held(ctx).await?;
    let twins = twins::accounts_held(ctx).await?.into_iter().flatten();
    // One that was merged into its other half is it.
    let accounts: BTreeSet<Uuid> = at.values().copied().chain(twins).collect();
    let accounts = accounts.into_iter().collect();
    let (their_accounts, their_contacts) = supplied::held(ctx).await?;
    let twins = twins::contacts_held(ctx, &at).await?.into_iter().flatten();
    let contacts: BTreeSet<Uuid> = contacts_held(ctx).await?.into_values().chain(twins).collect();
    let contacts = contacts.into_iter().collect();
    let seed = Source::Seed.rank();
    let mut accounts = active_of::<Account>(ctx, accounts, seed, |account| &account.record).await?;
    let mut contacts = active_of::<Contact>(ctx, contacts, seed, |contact| &contact.record).await?;
    // What came in the client's file counts as a file does.
    let file = supplied::source().rank();
    accounts.extend(active_of::<Account>(ctx, their_accounts, file, |account| &account.record).await?);
    contacts.extend(active_of::<Contact>(ctx, their_contacts, file, |contact| &contact.record).await?);
    // An account of the file that was merged into one of the sample's is it.
    for ids in [&mut accounts, &mut contacts] {
        ids.sort_unstable();
        ids.dedup();
    }
    Ok(Made { accounts, contacts })
}

/// Those that are active and hold what a source of this rank wrote and nobody wrote over: at least the key they are known by.
async fn active_of<A>(
    ctx: &Context,
    ids: Vec<Uuid>,
    rank: u8,
    record: impl Fn(&A) -> &RecordState,
) -> Result<Vec<Uuid>, CommandError>
where
    A: Aggregate,
    A::Event: LoggedEvent,
{
    let loaded = ctx.log.load_many::<A>(&ids).await?;
    let ours = |state: &RecordState| {
        state.is_active()
            && KEYS.iter().any(|key| state.fields.get(*key).is_some_and(|held| held.rank == rank))
    };
    Ok(ids
        .into_iter()
        .zip(loaded)
        .filter(|(_, loaded)| ours(record(&loaded.state)))
        .map(|(id, _)| id)
        .collect())
}
