//! The finder, step by step: keys of records, groups of records that share one, pairs of a group that are likely one.
//!
//! No step compares everybody with everybody and none holds more than a page of records: a million is a matter of minutes.
//! Every step can be done again; whoever runs them says where to go on.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::duplicates::blocking::{GROUP_MAX, group_max};
use pivotal_domain::audience::duplicates::score::Class;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::blind_index::BlindIndex;
use sqlx::PgPool;
use uuid::Uuid;

use super::records::{self, Known, Seen, ordered};

/// Records whose keys are written together.
pub const PAGE: i64 = 5_000;
/// Keys of records whose groups are compared together.
pub const KEYS: i64 = 20_000;

/// Likely one.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub a: Uuid,
    pub b: Uuid,
    pub score: f64,
    pub class: &'static str,
    pub reasons: Vec<&'static str>,
}

/// How far the last look had read; none looked yet.
pub async fn looked_to(pool: &PgPool, entity: Entity) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!("select position from jobs.duplicate_scans where entity = $1", entity.as_str())
        .fetch_optional(pool)
        .await
}

/// The newest position among the records, and how many changed behind another.
pub async fn ahead(pool: &PgPool, entity: Entity, since: i64) -> Result<(i64, i64), sqlx::Error> {
    Ok(match entity {
        Entity::Contact => {
            let row = sqlx::query!(
                r#"select coalesce(max(position), 0) as "position!", count(*) filter (where position > $1) as "changed!" from read.contacts"#,
                since
            );
            row.fetch_one(pool).await.map(|row| (row.position, row.changed))?
        }
        Entity::Account => {
            let row = sqlx::query!(
                r#"select coalesce(max(position), 0) as "position!", count(*) filter (where position > $1) as "changed!" from read.accounts"#,
                since
            );
            row.fetch_one(pool).await.map(|row| (row.position, row.changed))?
        }
    })
}

/// Before a look at everything.
pub async fn forget_keys(pool: &PgPool, entity: Entity) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from jobs.duplicate_keys where entity = $1", entity.as_str())
        .execute(pool)
        .await
        .map(drop)
}

/// Writes the keys of a page of records anew; the last of them, and how many. None: there are no more.
pub async fn write_keys(
    pool: &PgPool,
    blind: &BlindIndex,
    entity: Entity,
    (after, since, scan): (Uuid, i64, i64),
) -> Result<Option<(Uuid, i64)>, sqlx::Error> {
    let page = records::page(pool, entity, after, since, PAGE).await?;
    let Some(last) = page.last().map(|seen| seen.id) else { return Ok(None) };
    replace_keys(pool, blind, entity, &page, (since, scan)).await?;
    Ok(Some((last, page.len() as i64)))
}

/// The keys that were written.
async fn replace_keys(
    pool: &PgPool,
    blind: &BlindIndex,
    entity: Entity,
    page: &[Seen],
    (since, scan): (i64, i64),
) -> Result<Vec<i64>, sqlx::Error> {
    let ids: Vec<Uuid> = page.iter().map(|seen| seen.id).collect();
    let (keys, owners) = hashed(blind, entity, page);
    let mut tx = pool.begin().await?;
    sqlx::query!("delete from jobs.duplicate_keys where id = any($1)", &ids).execute(&mut *tx).await?;
    // Those that are still likely are found again; of a look at everything they stay until then.
    if since > 0 {
        sqlx::query!("delete from jobs.duplicates where a = any($1)", &ids).execute(&mut *tx).await?;
        sqlx::query!("delete from jobs.duplicates where b = any($1)", &ids).execute(&mut *tx).await?;
    }
    sqlx::query!(
        "insert into jobs.duplicate_keys (entity, key, id, scan) select $1, u.key, u.id, $4 from unnest($2::bigint[], $3::uuid[]) as u(key, id)",
        entity.as_str(), &keys, &owners, scan
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(keys)
}

/// Looks at these records alone: their keys anew, and whoever shares one with them. What it costs grows with them, not with the
/// list. The pairs that are likely.
pub async fn look_at(
    pool: &PgPool,
    blind: &BlindIndex,
    entity: Entity,
    ids: &[Uuid],
    scan: i64,
) -> Result<Vec<Pair>, sqlx::Error> {
    let page = records::these(pool, entity, ids).await?;
    let mut keys = replace_keys(pool, blind, entity, &page, (scan.max(1), scan)).await?;
    keys.sort_unstable();
    keys.dedup();
    let groups = sqlx::query!(
        r#"select key, array_agg(distinct id) as "ids!" from jobs.duplicate_keys where entity = $1 and key = any($2) group by key having count(*) between 2 and $3"#,
        entity.as_str(),
        &keys,
        GROUP_MAX as i64
    )
    .fetch_all(pool)
    .await?;
    let groups = groups.into_iter().map(|group| (group.key, group.ids)).collect();
    compared(pool, entity, groups, Some(ids.iter().copied().collect())).await
}

/// Records of this kind that something happened to behind a position of the log, up to another. None: more than `most`.
pub async fn touched(
    pool: &PgPool,
    entity: Entity,
    (since, until): (i64, i64),
    most: usize,
) -> Result<Option<Vec<Uuid>>, sqlx::Error> {
    // Of one record there may be several events; so many more are not read just to find that they are too many.
    let events = i64::try_from(most).unwrap_or(i64::MAX).saturating_mul(4);
    let rows = sqlx::query_scalar!(
        "select aggregate_id from log.events where global_position > $1 and global_position <= $2 and aggregate_type = $3 order by global_position limit $4",
        since, until, entity.as_str(), events
    )
    .fetch_all(pool)
    .await?;
    if rows.len() as i64 == events {
        return Ok(None);
    }
    let ids: HashSet<Uuid> = rows.iter().filter_map(|id| id.parse().ok()).collect();
    Ok((ids.len() <= most).then(|| ids.into_iter().collect()))
}

/// Up to which position of the log everything was looked at, one way or the other; nobody looked yet.
pub async fn touched_to(pool: &PgPool, entity: Entity) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select greatest(position, touched) as "to!" from jobs.duplicate_scans where entity = $1"#,
        entity.as_str()
    )
    .fetch_optional(pool)
    .await
}

/// What was touched up to this position is looked at.
pub async fn finish_touched(pool: &PgPool, entity: Entity, until: i64) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update jobs.duplicate_scans set touched = greatest(touched, $2) where entity = $1",
        entity.as_str(),
        until
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Keys, each with a number in its last bits that says how large its group may be.
fn hashed(blind: &BlindIndex, entity: Entity, page: &[Seen]) -> (Vec<i64>, Vec<Uuid>) {
    let (mut keys, mut owners) = (Vec::new(), Vec::new());
    for seen in page {
        for key in seen.known.iter().flat_map(Known::keys) {
            keys.push(hash(blind, entity, &key));
            owners.push(seen.id);
        }
    }
    (keys, owners)
}

fn hash(blind: &BlindIndex, entity: Entity, key: &str) -> i64 {
    let hash = blind.key(entity.as_str(), key);
    let number = hash.iter().take(8).fold(0_i64, |number, byte| (number << 8) | i64::from(*byte));
    (number & !1) | i64::from(group_max(key) < GROUP_MAX)
}

fn may_hold(key: i64) -> usize {
    if key & 1 == 1 { group_max("n:") } else { GROUP_MAX }
}

/// Of the next `at_once` keys behind one, compares within the groups in which somebody is new since `scan`. The last key, none:
/// no more.
///
/// Where to stop is asked first. A limit on the groups themselves left the plan to how many the statistics guess there are, and
/// they guess a hundredth: all that was left was grouped for every step, a minute of each at a million records.
pub async fn compare_groups(
    pool: &PgPool,
    entity: Entity,
    (after, scan): (i64, i64),
    at_once: i64,
) -> Result<(Option<i64>, Vec<Pair>), sqlx::Error> {
    let last = sqlx::query_scalar!(
        "select key from jobs.duplicate_keys where entity = $1 and key > $2 order by key offset $3 limit 1",
        entity.as_str(),
        after,
        at_once
    )
    .fetch_optional(pool)
    .await?;
    let groups = sqlx::query!(
        r#"select key, array_agg(id) as "ids!" from jobs.duplicate_keys where entity = $1 and key > $2 and key <= $3
           group by key having count(*) between 2 and $4 and max(scan) >= $5"#,
        entity.as_str(),
        after,
        last.unwrap_or(i64::MAX),
        GROUP_MAX as i64,
        scan
    )
    .fetch_all(pool)
    .await?;
    let groups = groups.into_iter().map(|group| (group.key, group.ids)).collect();
    Ok((last, compared(pool, entity, groups, None).await?))
}

/// The likely pairs of groups that share a key. `fresh`: only pairs with one of these.
async fn compared(
    pool: &PgPool,
    entity: Entity,
    groups: Vec<(i64, Vec<Uuid>)>,
    fresh: Option<HashSet<Uuid>>,
) -> Result<Vec<Pair>, sqlx::Error> {
    let small = |(key, ids): &(i64, Vec<Uuid>)| ids.len() <= may_hold(*key);
    let groups: Vec<Vec<Uuid>> = groups.into_iter().filter(small).map(|(_, ids)| ids).collect();
    let mut ids: Vec<Uuid> = groups.iter().flatten().copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let known = if ids.is_empty() { HashMap::new() } else { records::many(pool, entity, &ids).await? };
    // Other work of this process must not wait for the arithmetic.
    tokio::task::spawn_blocking(move || likely(&groups, &known, fresh.as_ref()))
        .await
        .map_err(|error| sqlx::Error::Protocol(error.to_string()))
}

fn likely(groups: &[Vec<Uuid>], known: &HashMap<Uuid, Known>, fresh: Option<&HashSet<Uuid>>) -> Vec<Pair> {
    let mut compared = HashSet::new();
    let mut pairs = Vec::new();
    for group in groups {
        for (place, one) in group.iter().enumerate() {
            for other in &group[place + 1..] {
                if fresh.is_some_and(|fresh| !fresh.contains(one) && !fresh.contains(other)) {
                    continue;
                }
                let Some((a, b)) = ordered(*one, *other).filter(|pair| compared.insert(*pair)) else {
                    continue;
                };
                let Some(score) = known.get(&a).zip(known.get(&b)).and_then(|(a, b)| a.compare(b)) else {
                    continue;
                };
                let class = match score.class() {
                    Class::Exact => "exact",
                    Class::Duplicate => "duplicate",
                    Class::Review => "review",
                    Class::Different => continue,
                };
                let reasons = score.reasons.iter().map(|reason| reason.what).collect();
                pairs.push(Pair { a, b, score: score.value, class, reasons });
            }
        }
    }
    pairs
}

pub async fn save(
    pool: &PgPool,
    entity: Entity,
    scan: i64,
    at: DateTime<Utc>,
    pairs: &[Pair],
) -> Result<(), sqlx::Error> {
    if pairs.is_empty() {
        return Ok(());
    }
    let a: Vec<Uuid> = pairs.iter().map(|pair| pair.a).collect();
    let b: Vec<Uuid> = pairs.iter().map(|pair| pair.b).collect();
    let scores: Vec<f32> = pairs.iter().map(|pair| pair.score as f32).collect();
    let classes: Vec<String> = pairs.iter().map(|pair| pair.class.to_owned()).collect();
    let reasons: Vec<String> = pairs.iter().map(|pair| pair.reasons.join("|")).collect();
    sqlx::query!(
        "insert into jobs.duplicates as held (entity, a, b, score, class, reasons, scan, found_at)
         select $1, u.a, u.b, u.score, u.class, string_to_array(u.reasons, '|'), $7, $8 from unnest($2::uuid[], $3::uuid[], $4::real[], $5::text[], $6::text[]) as u(a, b, score, class, reasons)
         on conflict (entity, a, b) do update set score = excluded.score, class = excluded.class, reasons = excluded.reasons, scan = excluded.scan",
        entity.as_str(), &a, &b, &scores, &classes, &reasons, scan, at
    )
    .execute(pool)
    .await
    .map(drop)
}

/// The look is over. After one at everything, pairs that it did not find again are gone.
pub async fn finish(
    pool: &PgPool,
    entity: Entity,
    (scan, whole): (i64, bool),
    at: DateTime<Utc>,
    (records, seconds): (i64, f64),
) -> Result<i64, sqlx::Error> {
    if whole {
        sqlx::query!("delete from jobs.duplicates where entity = $1 and scan < $2", entity.as_str(), scan)
            .execute(pool)
            .await?;
    }
    let pairs = sqlx::query_scalar!(
        r#"select count(*) as "count!" from jobs.duplicates where entity = $1"#,
        entity.as_str()
    )
    .fetch_one(pool)
    .await?;
    sqlx::query!(
        "insert into jobs.duplicate_scans (entity, position, finished_at, records, pairs, seconds) values ($1, $2, $3, $4, $5, $6)
         on conflict (entity) do update set position = excluded.position, finished_at = excluded.finished_at, records = excluded.records, pairs = excluded.pairs, seconds = excluded.seconds",
        entity.as_str(), scan, at, records, pairs, seconds
    )
    .execute(pool)
    .await?;
    Ok(pairs)
}
