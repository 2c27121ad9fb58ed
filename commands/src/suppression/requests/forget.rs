//! A person is erased: requests that tell of them lose who it was, and their answers go.
//!
//! An erasure that is still to be done needs to know whom: it forgets by itself when it is done.

use std::collections::BTreeSet;

use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use pivotal_domain::suppression::requests::outcome::FileRemoval;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use uuid::Uuid;

use super::file::key;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::suppression::guard::hash;

/// Requests looked at together.
const BATCH: usize = 200;

/// Can be done again: what is forgotten stays so.
pub(crate) async fn forget(
    ctx: &Context,
    contact: Uuid,
    values: &BTreeSet<String>,
) -> Result<(), CommandError> {
    let hashes: BTreeSet<String> = values.iter().filter_map(|value| hashed(ctx, value)).collect();
    for ids in all(ctx).await?.chunks(BATCH) {
        for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Request>(ids).await?) {
            if !loaded.state.needs_person() && tells_of(&loaded.state, contact, &hashes) {
                forget_one(ctx, *id).await?;
            }
        }
    }
    Ok(())
}

fn hashed(ctx: &Context, value: &str) -> Option<String> {
    let kind = if value.starts_with('+') { Kind::Phone } else { Kind::Email };
    let key = SuppressedKey::parse(kind, value, None).ok()?;
    Some(hex::encode(hash(&ctx.log.blind, &key)))
}

fn tells_of(request: &Request, contact: Uuid, hashes: &BTreeSet<String>) -> bool {
    let Some(taken) = &request.taken else { return false };
    let answered = request.outcome.as_ref().is_some_and(|outcome| outcome.contacts.contains(&contact));
    answered || taken.contact == Some(contact) || taken.hashes.iter().any(|hash| hashes.contains(hash))
}

/// The file first, the key last: killed between the two, this is done again.
pub(super) async fn forget_one(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    remove_file(ctx, id, FileRemoval::Erasure).await?;
    decide(ctx, id, RequestCommand::Forget { at: ctx.now() }).await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

pub(super) async fn remove_file(ctx: &Context, id: Uuid, reason: FileRemoval) -> Result<(), CommandError> {
    ctx.blobs.delete(&key(id)?).await.map_err(CommandError::unexpected)?;
    decide(ctx, id, RequestCommand::RemoveFile { at: ctx.now(), reason }).await
}

async fn decide(ctx: &Context, id: Uuid, command: RequestCommand) -> Result<(), CommandError> {
    execute::<Request, _, _>(
        ctx,
        id,
        &Metadata::system("system"),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map(drop)
}

/// Every request that was ever taken down.
pub async fn all(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'privacy_request' and sequence = 1 order by global_position"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
