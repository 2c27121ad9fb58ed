//! A whole list, read to its end in one transaction: all of its rows are of one moment.
//!
//! The order is made once, of ids alone, behind a cursor in Postgres; records are fetched a page at a time, so neither this
//! process nor Postgres ever holds the list. The transaction keeps dead rows from being vacuumed while it is open, which is
//! as long as the file is being written.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::pools::Pools;
use serde_json::Value;
use sqlx::{ConnectOptions, Executor, PgConnection, Postgres, QueryBuilder};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::record::{Names, select_list, values_of};
use crate::audience::accounts::query::{self as accounts, AccountFilter};
use crate::audience::contacts::query::{self as contacts, ContactFilter};
use crate::audience::filter::read_from;
use crate::audience::import_outcome;
use crate::audience::list::{Direction, Sort};
use crate::freshness::{self, Freshness};
use crate::page::QueryError;
use crate::runner::positions::Positions;

/// Records per round trip.
const PAGE: i64 = 1_000;
/// Pages read ahead of whoever writes the file.
const AHEAD: usize = 2;

/// Which list.
#[derive(Debug, Clone)]
pub enum List {
    Contacts(ContactFilter),
    Accounts(AccountFilter),
}

impl List {
    fn entity(&self) -> Entity {
        match self {
            List::Contacts(_) => Entity::Contact,
            List::Accounts(_) => Entity::Account,
        }
    }

    /// The projections it is read from.
    pub(crate) fn projections(&self) -> Vec<&'static str> {
        let (own, import) = match self {
            List::Contacts(filter) => (crate::audience::contacts::SPEC.name, filter.import_id),
            List::Accounts(filter) => (crate::audience::accounts::SPEC.name, filter.import_id),
        };
        let (lists, segment, domain_set) = match self {
            List::Contacts(ContactFilter { in_lists, in_segment, in_domain_set, .. })
            | List::Accounts(AccountFilter { in_lists, in_segment, in_domain_set, .. }) => {
                (in_lists.is_some(), in_segment.is_some(), in_domain_set.is_some())
            }
        };
        let condition = match self {
            List::Contacts(filter) => &filter.condition,
            List::Accounts(filter) => &filter.condition,
        };
        std::iter::once(own)
            .chain(import_outcome::read_from(import))
            .chain(condition.iter().flat_map(|asked| read_from(&asked.filter)))
            .chain(lists.then_some(crate::audience::lists::SPEC.name))
            .chain(segment.then_some(crate::audience::segments::SPEC.name))
            .chain(domain_set.then_some(crate::audience::domain_sets::SPEC.name))
            .collect()
    }

    /// Refuses texts that no list takes.
    pub(in crate::audience) fn check_text(&self) -> Result<(), QueryError> {
        match self {
            List::Contacts(filter) => contacts::check_text(filter),
            List::Accounts(filter) => accounts::check_text(filter),
        }
    }

    pub(in crate::audience) fn from(&self) -> &'static str {
        match self {
            List::Contacts(_) => "read.contacts c left join read.contact_activity a on a.contact_id = c.id",
            List::Accounts(_) => "read.accounts c left join read.account_activity a on a.account_id = c.id",
        }
    }

    pub(in crate::audience) fn conditions(&self, query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
        match self {
            List::Contacts(filter) => contacts::conditions(query, actor, filter),
            List::Accounts(filter) => accounts::conditions(query, actor, filter),
        }
    }
}

/// A list that is being read.
#[derive(Debug)]
pub struct Reading {
    /// Rows there are.
    pub total: i64,
    /// The moment they are of.
    pub as_of: DateTime<Utc>,
    /// Position of the log up to which they are folded.
    pub position: i64,
    /// Rows, each with its values in the order of the keys. Dropping it ends the reading.
    pub pages: mpsc::Receiver<Result<Vec<Vec<Value>>, sqlx::Error>>,
}

/// Waits until the list shows everything that is in the log now.
pub async fn caught_up(
    pools: &Pools,
    positions: &Positions,
    list: &List,
    patience: std::time::Duration,
) -> Result<bool, QueryError> {
    let head = sqlx::query_scalar!(
        r#"select greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as "head!""#
    )
    .fetch_one(&pools.read)
    .await?;
    let seen = freshness::wait(&pools.read, positions, &list.projections(), head, patience).await?;
    Ok(seen == Freshness::Fresh)
}

/// The ids of a list that is being read.
#[derive(Debug)]
pub struct ReadingIds {
    pub total: i64,
    pub position: i64,
    pub pages: mpsc::Receiver<Result<Vec<Uuid>, sqlx::Error>>,
}

/// Begins to read the ids of what the actor may see of the list.
pub async fn open_ids(
    pools: &Pools,
    actor: &Actor,
    list: &List,
    sort: &Sort,
) -> Result<ReadingIds, QueryError> {
    let Begun { mut connection, total, position, .. } = begin(pools, actor, list, sort).await?;
    let (sender, pages) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        loop {
            let ids = fetch(&mut connection).await;
            let last = ids.as_ref().map_or(true, |ids| (ids.len() as i64) < PAGE);
            if sender.send(ids).await.is_err() || last {
                return;
            }
        }
    });
    Ok(ReadingIds { total, position, pages })
}

/// Begins to read what the actor may see of the list. `keys` are those of the catalogue, `custom.*`, and the names beside ids.
pub async fn open(
    pools: &Pools,
    actor: &Actor,
    list: List,
    sort: &Sort,
    keys: Vec<String>,
) -> Result<Reading, QueryError> {
    let Begun { mut connection, total, as_of, position } = begin(pools, actor, &list, sort).await?;
    let names = names(&mut connection, &keys).await?;
    let (sender, pages) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let end = send(&mut connection, &list, &keys, &names, &sender).await;
        if let Err(error) = end {
            // Nobody listens any more if this fails.
            let _ = sender.send(Err(error)).await;
        }
    });
    Ok(Reading { total, as_of, position, pages })
}

/// A list whose order is made: a cursor stands before its first id.
struct Begun {
    connection: PgConnection,
    total: i64,
    as_of: DateTime<Utc>,
    position: i64,
}

async fn begin(pools: &Pools, actor: &Actor, list: &List, sort: &Sort) -> Result<Begun, QueryError> {
    list.check_text()?;
    let by = match list {
        List::Contacts(_) => contacts::sort_by(&sort.field)?,
        List::Accounts(_) => accounts::sort_by(&sort.field)?,
    };
    let options = pools.options().options([
        ("default_transaction_read_only", "on"),
        // Putting a million rows in order takes longer than a list may.
        ("statement_timeout", "10min"),
        // The store may be slow to take the file.
        ("idle_in_transaction_session_timeout", "30min"),
    ]);
    let mut connection = options.application_name("pivotal export").connect().await?;
    connection.execute("begin isolation level repeatable read, read only").await?;
    let at = sqlx::query!(
        r#"select now() as "now!", coalesce((select min(position) from read.checkpoints where name = any($1)), 0) as "position!""#,
        &list.projections().iter().map(ToString::to_string).collect::<Vec<_>>()
    )
    .fetch_one(&mut connection)
    .await?;
    let mut counting = QueryBuilder::new(format!("select count(*) from {} where true", list.from()));
    list.conditions(&mut counting, actor);
    let total: i64 = counting.build_query_scalar().fetch_one(&mut connection).await?;
    let direction = if sort.direction == Direction::Descending { "desc" } else { "asc" };
    let mut ordering = QueryBuilder::new(format!(
        "declare export no scroll cursor for select c.id from {} where true",
        list.from()
    ));
    list.conditions(&mut ordering, actor);
    // As lists have it: rows without a value at the end, whichever way it is sorted.
    ordering.push(format!(" order by {} {direction} nulls last, c.id {direction}", by.expression));
    ordering.build().execute(&mut connection).await?;
    Ok(Begun { connection, total, as_of: at.now, position: at.position })
}

async fn fetch(connection: &mut PgConnection) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar(&format!("fetch {PAGE} from export")).fetch_all(connection).await
}

async fn send(
    connection: &mut PgConnection,
    list: &List,
    keys: &[String],
    names: &Names,
    sender: &mpsc::Sender<Result<Vec<Vec<Value>>, sqlx::Error>>,
) -> Result<(), sqlx::Error> {
    // The select list is made of the catalogue's keys, so this statement cannot be compile-checked.
    let records = format!(
        "select (select to_jsonb(r) from (select {}) r) from unnest($1::uuid[]) with ordinality x(id, n) join ({}) on c.id = x.id order by x.n",
        select_list(list.entity(), keys),
        list.from()
    );
    loop {
        let ids = fetch(connection).await?;
        let last = (ids.len() as i64) < PAGE;
        if !ids.is_empty() {
            let rows: Vec<Value> =
                sqlx::query_scalar(&records).bind(&ids).fetch_all(&mut *connection).await?;
            let rows = rows.into_iter().map(|row| values_of(list.entity(), keys, row, names)).collect();
            if sender.send(Ok(rows)).await.is_err() {
                return Ok(());
            }
        }
        if last {
            return Ok(());
        }
    }
}

async fn names(connection: &mut PgConnection, keys: &[String]) -> Result<Names, sqlx::Error> {
    if !keys.iter().any(|key| key.ends_with("_name")) {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select id::text as "key!", name as "name!" from read.users union all select lower(email), name from read.users union all select id::text, name from read.teams union all select id::text, name from read.clients"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.name)).collect())
}
