//! The keeper, step by step: what was touched, which segments it can matter to, who is in them and who should be.
//!
//! Whether a record belongs is asked of the database, many segments in one statement over the records that were touched: it is
//! the same condition that lists are filtered by, so a segment cannot differ from its preview.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::{Condition, Filter, Node};
use pivotal_domain::audience::segments::facts::{Cause, MembersChanged, Moved, Stood};
use pivotal_domain::audience::segments::watch::{Keys, Watch, concerns};
use serde_json::Value;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::{belongs, entity_of, from, nobody, vocabulary};
use crate::audience::filter::{Asked, compile};

/// Segments that one statement asks about.
const AT_ONCE: usize = 40;

/// A segment as its keeper sees it.
#[derive(Debug, Clone)]
pub struct Standing {
    pub id: Uuid,
    pub entity: Entity,
    /// None: its definition cannot be read any more, as when a custom field in it was archived. Its members stand still then.
    pub filter: Option<Filter>,
    pub watch: Watch,
    /// Sequence of the event that gave the definition.
    pub defined: i64,
    /// Position after which everything is to be looked at, and why.
    pub wanted: i64,
    pub wanted_because: Cause,
    /// In use and switched on.
    pub active: bool,
    /// A read model that its filter asks stands still. Its members stand still then, too.
    pub held_up: bool,
    pub last: LastLook,
}

impl Standing {
    /// What its members are held against; none while they stand still.
    pub fn followed(&self) -> Option<&Filter> {
        self.filter.as_ref().filter(|_| self.active && !self.held_up)
    }
}

/// The last look at all records for a segment.
#[derive(Debug, Clone, Default, PartialEq, FromRow)]
pub struct LastLook {
    pub settled: i64,
    pub looked_from: Option<DateTime<Utc>>,
    pub elsewhere: i64,
    /// One is under way.
    pub looking_for: Option<i64>,
    pub because: Option<String>,
    pub looking_since: Option<DateTime<Utc>>,
    pub leaving: bool,
    pub after: Uuid,
    /// Something was passed over for it since.
    pub behind_since: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct StandingRow {
    id: Uuid,
    entity: String,
    definition: Value,
    defined: i64,
    wanted: i64,
    wanted_because: String,
    active: bool,
    #[sqlx(flatten)]
    last: LastLook,
}

// Which records are asked about depends on the kind and on the filters, so most statements here cannot be compile-checked.

/// Every segment there is.
pub async fn standing(pool: &PgPool) -> Result<Vec<Standing>, sqlx::Error> {
    let rows: Vec<StandingRow> = sqlx::query_as(
        "select s.id, s.entity, s.definition, s.defined, s.wanted, s.wanted_because, s.active and not s.archived as active,
           coalesce(r.settled, 0) as settled, r.looked_from, coalesce(r.elsewhere, 0) as elsewhere, r.looking_for, r.because, r.looking_since,
           coalesce(r.leaving, true) as leaving, coalesce(r.after, '00000000-0000-0000-0000-000000000000') as after, r.behind_since
         from read.segments s left join jobs.segment_refreshes r on r.segment_id = s.id order by s.id",
    )
    .fetch_all(pool)
    .await?;
    let vocabulary = vocabulary(pool).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let entity = entity_of(&row.entity);
            let filter = parse_with(entity, &row.definition, &vocabulary).ok();
            Standing {
                id: row.id,
                entity,
                watch: filter.as_ref().map(Watch::of).unwrap_or_default(),
                filter,
                defined: row.defined,
                wanted: row.wanted,
                wanted_because: Cause::parse(&row.wanted_because).unwrap_or(Cause::Defined),
                active: row.active,
                held_up: false,
                last: row.last,
            }
        })
        .collect())
}

/// How far the keeper is in this log, and the last change of what is kept beside the records. None: it has not begun.
pub async fn position(pool: &PgPool) -> Result<Option<(i64, i64)>, sqlx::Error> {
    sqlx::query_as(
        "select k.position, k.elsewhere from jobs.segment_keeper k join log.epoch e on e.id = k.epoch",
    )
    .fetch_optional(pool)
    .await
}

/// Begins at a position; everything is looked at once for every segment.
pub async fn begin(pool: &PgPool, position: i64) -> Result<(), sqlx::Error> {
    let mut tx = pool.begin().await?;
    sqlx::query("delete from jobs.segment_refreshes").execute(&mut *tx).await?;
    sqlx::query(
        "insert into jobs.segment_keeper (position, epoch, elsewhere) select $1, id, $1 from log.epoch
         on conflict (alone) do update set position = excluded.position, epoch = excluded.epoch, elsewhere = excluded.elsewhere",
    )
    .bind(position)
    .execute(&mut *tx)
    .await?;
    tx.commit().await
}

/// Everything up to `to` is looked at. False: another keeper has moved it.
pub async fn advance(
    pool: &PgPool,
    (position, to): (i64, i64),
    elsewhere: Option<i64>,
) -> Result<bool, sqlx::Error> {
    let moved = sqlx::query(
        "update jobs.segment_keeper set position = $2, elsewhere = greatest(elsewhere, $3) where position = $1",
    )
    .bind(position)
    .bind(to)
    .bind(elsewhere.unwrap_or_default())
    .execute(pool)
    .await?;
    Ok(moved.rows_affected() == 1)
}

/// The position of the last fact about members that the read model holds.
pub async fn known_to(pool: &PgPool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("select coalesce(max(changed_position), 0) from read.segment_counts")
        .fetch_one(pool)
        .await
}

/// One record that is to be held against segments.
#[derive(Debug, Clone)]
pub struct Item {
    pub id: Uuid,
    /// Position of the event that makes it so.
    pub by: i64,
    /// What changed of it.
    pub own: Arc<Keys>,
    /// What changed of a record it is linked to.
    pub linked: Arc<Keys>,
    /// Segments it may matter to, by their places among those that stand.
    pub segments: Arc<Vec<usize>>,
}

/// Who enters and who leaves among records of one kind.
pub async fn changes(
    pool: &PgPool,
    standing: &[Standing],
    (entity, items): (Entity, &[Item]),
    now: DateTime<Utc>,
) -> Result<Vec<MembersChanged>, sqlx::Error> {
    let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    let mut places: Vec<usize> = items.iter().flat_map(|item| item.segments.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let mut all = Vec::new();
    for some in places.chunks(AT_ONCE) {
        let asked: Vec<(usize, Asked)> = some
            .iter()
            .filter_map(|place| Some((*place, ask(standing.get(*place)?.followed()?, now))))
            .collect();
        let filters: Vec<&Asked> = asked.iter().map(|(_, asked)| asked).collect();
        let segments: Vec<Uuid> = asked.iter().map(|(place, _)| standing[*place].id).collect();
        let held = holding(pool, entity, &filters, &ids).await?;
        let members = among(pool, &segments, &ids).await?;
        for (at, (place, asked)) in asked.iter().enumerate() {
            let segment = &standing[*place];
            let (mut entered, mut left) = (Vec::new(), Vec::new());
            for item in items.iter().filter(|item| item.segments.binary_search(place).is_ok()) {
                let holds = held.get(&item.id).is_some_and(|held| held.get(at) == Some(&true));
                match (holds, members.contains(&(segment.id, item.id))) {
                    (true, false) => entered.push(item),
                    (false, true) => left.push(item),
                    (true, true) | (false, false) => {}
                }
            }
            if entered.is_empty() && left.is_empty() {
                continue;
            }
            // Whoever fulfilled the definition when it was given is in by it, whether this or the look comes to them first.
            let is_older =
                |item: &&Item| segment.wanted_because == Cause::Defined && item.by <= segment.wanted;
            let (older, entered): (Vec<&Item>, Vec<&Item>) = entered.into_iter().partition(is_older);
            if !older.is_empty() {
                let in_by_it = |item: &Item| Moved { id: item.id, by: None, conditions: Vec::new() };
                all.push(MembersChanged {
                    segment: segment.id,
                    at: now,
                    definition: segment.defined,
                    cause: Cause::Defined,
                    entered: older.into_iter().map(in_by_it).collect(),
                    left: Vec::new(),
                });
            }
            if entered.is_empty() && left.is_empty() {
                continue;
            }
            let told = told(pool, asked, entered.iter().chain(&left).copied()).await?;
            let moved = |items: Vec<&Item>| items.into_iter().map(|item| moved(item, &told)).collect();
            all.push(MembersChanged {
                segment: segment.id,
                at: now,
                definition: segment.defined,
                cause: Cause::Change,
                entered: moved(entered),
                left: moved(left),
            });
        }
    }
    Ok(all)
}

pub(super) fn ask(filter: &Filter, now: DateTime<Utc>) -> Asked {
    Asked { filter: filter.clone(), asking: Asking::at(now) }
}

fn moved(item: &Item, told: &HashMap<Uuid, Vec<Stood>>) -> Moved {
    Moved { id: item.id, by: Some(item.by), conditions: told.get(&item.id).cloned().unwrap_or_default() }
}

/// Which filters each of these records fulfils, in their order. One that is not there fulfils none.
pub(super) async fn holding(
    pool: &PgPool,
    entity: Entity,
    filters: &[&Asked],
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<bool>>, sqlx::Error> {
    answers(pool, entity, filters, ids, belongs).await
}

/// How conditions stand for records, whether these are listed or not.
pub(super) async fn standing_of(
    pool: &PgPool,
    entity: Entity,
    conditions: &[&Asked],
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<bool>>, sqlx::Error> {
    answers(pool, entity, conditions, ids, |query, asked| compile::push(query, &nobody(), asked)).await
}

async fn answers(
    pool: &PgPool,
    entity: Entity,
    filters: &[&Asked],
    ids: &[Uuid],
    ask: impl Fn(&mut QueryBuilder<'_, Postgres>, &Asked),
) -> Result<HashMap<Uuid, Vec<bool>>, sqlx::Error> {
    if filters.is_empty() || ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = QueryBuilder::new("select c.id, array[");
    for (at, asked) in filters.iter().enumerate() {
        query.push(if at > 0 { ", coalesce(" } else { "coalesce(" });
        ask(&mut query, asked);
        query.push(", false)");
    }
    query.push(format!(
        "] from {} where c.id = any(",
        from(entity, filters.iter().map(|asked| &asked.filter))
    ));
    query.push_bind(ids.to_vec()).push(")");
    let rows: Vec<(Uuid, Vec<bool>)> = query.build_query_as().fetch_all(pool).await?;
    Ok(rows.into_iter().collect())
}

async fn among(pool: &PgPool, segments: &[Uuid], ids: &[Uuid]) -> Result<HashSet<(Uuid, Uuid)>, sqlx::Error> {
    let rows: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select segment_id, record_id from read.segment_members where left_at is null and record_id = any($1) and segment_id = any($2)",
    )
    .bind(ids)
    .bind(segments)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().collect())
}

/// How the conditions stand that ask for what was touched. Of a record that is new nothing more is said than that it is.
async fn told<'a>(
    pool: &PgPool,
    asked: &Asked,
    items: impl Iterator<Item = &'a Item>,
) -> Result<HashMap<Uuid, Vec<Stood>>, sqlx::Error> {
    let (entity, conditions) = (asked.filter.entity, asked.filter.conditions());
    let mut by_keys: BTreeMap<Vec<usize>, Vec<Uuid>> = BTreeMap::new();
    for item in items {
        if *item.own == Keys::All {
            continue;
        }
        // How a condition on one of several contacts stands cannot be said of their account.
        let concerned = |(_, (of, condition)): &(usize, &(Entity, &Condition))| {
            (entity == Entity::Contact || *of == entity)
                && concerns(entity, *of, condition.field.bare().key(), &item.own, &item.linked)
        };
        let places = conditions.iter().enumerate().filter(concerned).map(|(n, _)| n);
        by_keys.entry(places.collect()).or_default().push(item.id);
    }
    let mut told = HashMap::new();
    for (places, ids) in by_keys.into_iter().filter(|(places, _)| !places.is_empty()) {
        let single = |n: &usize| Asked {
            filter: Filter { root: Node::Is(conditions[*n].1.clone()), ..asked.filter.clone() },
            asking: asked.asking.clone(),
        };
        let singles: Vec<Asked> = places.iter().map(single).collect();
        let singles: Vec<&Asked> = singles.iter().collect();
        let rows = standing_of(pool, entity, &singles, &ids).await?;
        told.extend(rows.into_iter().map(|(id, held)| {
            let stood = places.iter().zip(held).map(|(n, holds)| Stood { n: *n, holds });
            (id, stood.collect())
        }));
    }
    Ok(told)
}

/// Contacts of these accounts behind one, each with its account, by their ids.
pub async fn contacts_of(
    pool: &PgPool,
    accounts: &[Uuid],
    after: Uuid,
    limit: i64,
) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    sqlx::query_as(
        "select id, account_id from read.contacts where account_id = any($1) and id > $2 order by id limit $3",
    )
    .bind(accounts)
    .bind(after)
    .bind(limit)
    .fetch_all(pool)
    .await
}

/// The accounts that these contacts are linked to now.
pub async fn accounts_of(pool: &PgPool, contacts: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    sqlx::query_as("select id, account_id from read.contacts where id = any($1) and account_id is not null")
        .bind(contacts)
        .fetch_all(pool)
        .await
}

/// Segments that stand still, of which these records are members although they are erased or part of another now.
pub async fn left_over(pool: &PgPool, gone: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    sqlx::query_as(
        "select m.segment_id, m.record_id from read.segment_members m where m.left_at is null and m.record_id = any($1)",
    )
    .bind(gone)
    .fetch_all(pool)
    .await
}
