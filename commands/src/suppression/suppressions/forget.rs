//! A person is erased: their suppressions lose what can be read, and hold on by the keyed hash.

use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::command::SuppressionCommand;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::suppression::guard::hash;

/// Erases the values of all suppressions of these emails and phone numbers, whoever they are for, and destroys their keys.
/// Can be done again: what is gone already stays gone.
pub async fn forget<'a>(ctx: &Context, values: impl Iterator<Item = &'a String>) -> Result<(), CommandError> {
    let read = |value: &String| match value.starts_with('+') {
        true => SuppressedKey::parse(Kind::Phone, value, None).ok(),
        false => SuppressedKey::parse(Kind::Email, value, None).ok(),
    };
    let hashes: Vec<Vec<u8>> = values.filter_map(read).map(|key| hash(&ctx.log.blind, &key)).collect();
    let owners: Vec<Uuid> = sqlx::query_scalar!(
        "select owner from guard.suppressions where kind in ('email', 'phone') and key = any($1)",
        &hashes
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for id in owners {
        execute::<Suppression, _, _>(
            ctx,
            id,
            &Metadata::system("erasure"),
            None,
            |loaded| Ok(loaded.state.decide(SuppressionCommand::Erase { at: ctx.now() })?),
            no_jobs,
        )
        .await?;
        ctx.log.keys.destroy(id).await?;
    }
    Ok(())
}
