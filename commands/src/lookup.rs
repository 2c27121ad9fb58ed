//! Finding records by their keys, in the guard tables: what is committed is found, without waiting for a projection.

use std::collections::HashMap;

use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Scope and normalised value.
pub type Key = (&'static str, String);

/// Owners of unique values.
pub async fn claim_owners(ctx: &Context, keys: &[Key]) -> Result<HashMap<Key, Uuid>, CommandError> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let (scopes, hashes) = hashed(ctx, keys);
    let rows = sqlx::query!(
        r#"select u.n as "n!", c.owner from unnest($1::text[], $2::bytea[]) with ordinality as u(scope, key, n) join guard.claims c on c.scope = u.scope and c.key = u.key"#,
        &scopes, &hashes
    ).fetch_all(&ctx.log.pools.write).await?;
    Ok(rows.into_iter().map(|row| (keys[row.n as usize - 1].clone(), row.owner)).collect())
}

/// Records that share a key, oldest first (their ids grow with time).
pub async fn key_owners(ctx: &Context, keys: &[Key]) -> Result<HashMap<Key, Vec<Uuid>>, CommandError> {
    let mut found: HashMap<Key, Vec<Uuid>> = HashMap::new();
    if keys.is_empty() {
        return Ok(found);
    }
    let (scopes, hashes) = hashed(ctx, keys);
    let rows = sqlx::query!(
        r#"select u.n as "n!", m.owner from unnest($1::text[], $2::bytea[]) with ordinality as u(scope, key, n) join guard.match_keys m on m.scope = u.scope and m.key = u.key order by m.owner"#,
        &scopes, &hashes
    ).fetch_all(&ctx.log.pools.write).await?;
    for row in rows {
        found.entry(keys[row.n as usize - 1].clone()).or_default().push(row.owner);
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
    Ok(claim_owners(ctx, std::slice::from_ref(&key)).await?.remove(&key))
}

fn hashed(ctx: &Context, keys: &[Key]) -> (Vec<String>, Vec<Vec<u8>>) {
    keys.iter().map(|(scope, value)| ((*scope).to_owned(), ctx.log.blind.key(scope, value))).unzip()
}
