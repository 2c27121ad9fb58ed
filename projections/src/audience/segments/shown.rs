//! Up to which position the read models show what segments ask for. One that stands still holds up only those that ask it: the others
//! are followed without them, and they are looked at as a whole once it goes on.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::SPEC;
use super::keeper::Standing;
use crate::audience::filter::read_from;
use crate::audience::{accounts, contacts};

/// Without these nobody can be followed.
const ALWAYS: [&str; 3] = [contacts::SPEC.name, accounts::SPEC.name, SPEC.name];

/// Entries of the log by which a read model that goes on again may be behind and is waited for.
const WAITED_FOR: i64 = 5_000;

/// The position that is shown to all segments but those that it marks as held up. `followed_to`: what was followed already.
pub async fn shown_to(
    pool: &PgPool,
    standing: &mut [Standing],
    followed_to: i64,
) -> Result<i64, sqlx::Error> {
    let rows: Vec<(String, i64, bool)> =
        sqlx::query_as("select name, position, state = 'live' from read.checkpoints").fetch_all(pool).await?;
    let seen: HashMap<String, (i64, bool)> =
        rows.into_iter().map(|(name, position, live)| (name, (position, live))).collect();
    let stands_still = |name: &&str| {
        !ALWAYS.contains(name)
            && seen.get(*name).is_some_and(|(position, live)| !live || position + WAITED_FOR < followed_to)
    };
    for segment in standing.iter_mut() {
        let held_up = segment.followed().is_some_and(|filter| read_from(filter).iter().any(stands_still));
        segment.held_up = held_up;
    }
    let mut names = ALWAYS.to_vec();
    names.extend(standing.iter().filter_map(Standing::followed).flat_map(read_from));
    // One that never began is waited for: it is about to.
    let positions = names.iter().map(|name| seen.get(*name).map_or(0, |(position, _)| *position));
    Ok(positions.min().unwrap_or_default())
}

/// What happens from here on is passed over for those that are held up; a look that was under way for one of them is begun anew.
pub async fn fall_behind(
    pool: &PgPool,
    standing: &[Standing],
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let not_yet = |one: &&Standing| one.last.behind_since.is_none() || one.last.looking_for.is_some();
    let held_up: Vec<Uuid> =
        standing.iter().filter(|one| one.held_up).filter(not_yet).map(|one| one.id).collect();
    if held_up.is_empty() {
        return Ok(());
    }
    tracing::warn!(
        segments = held_up.len(),
        "a read model stands still, and the segments that ask it with it"
    );
    sqlx::query(
        "insert into jobs.segment_refreshes as held (segment_id, behind_since) select unnest($1::uuid[]), $2
         on conflict (segment_id) do update set behind_since = coalesce(held.behind_since, excluded.behind_since), looking_for = null",
    )
    .bind(held_up)
    .bind(now)
    .execute(pool)
    .await
    .map(drop)
}
