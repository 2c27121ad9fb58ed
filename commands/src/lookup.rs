//! Finding records by their keys, in the guard tables: what is committed is found, without waiting for a projection.

use std::collections::HashMap;

use pivotal_log::append::Lane;
use pivotal_log::finder::HashedKey;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Scope and normalised value.
pub type Key = (&'static str, String);

/// Owners of unique values.
pub async fn claim_owners(
    ctx: &Context,
    lane: Lane,
    keys: &[Key],
) -> Result<HashMap<Key, Uuid>, CommandError> {
    let found = ctx.log.finder.claims(lane, hashed(ctx, keys)).await?;
    Ok(found.into_iter().map(|(at, owner)| (keys[at].clone(), owner)).collect())
}

/// Records that share a key, oldest first (their ids grow with time).
pub async fn key_owners(
    ctx: &Context,
    lane: Lane,
    keys: &[Key],
) -> Result<HashMap<Key, Vec<Uuid>>, CommandError> {
    let mut found: HashMap<Key, Vec<Uuid>> = HashMap::new();
    for (at, owner) in ctx.log.finder.match_keys(lane, hashed(ctx, keys)).await? {
        found.entry(keys[at].clone()).or_default().push(owner);
    }
    Ok(found)
}

/// The one owner of a unique value.
pub async fn claim_owner(
    ctx: &Context,
    scope: &'static str,
    value: &str,
) -> Result<Option<Uuid>, CommandError> {
    let key = (scope, value.to_owned());
    Ok(claim_owners(ctx, Lane::Interactive, std::slice::from_ref(&key)).await?.remove(&key))
}

fn hashed(ctx: &Context, keys: &[Key]) -> Vec<HashedKey> {
    keys.iter().map(|(scope, value)| ((*scope).to_owned(), ctx.log.blind.key(scope, value))).collect()
}
