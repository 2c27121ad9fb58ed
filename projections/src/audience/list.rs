//! Sorted, filtered lists of records, paged by keyset in both directions.
//!
//! Rows without a value stand at the end, whichever way the list is sorted. They are a list of their own behind the
//! others, so that both parts follow one ordinary index. Columns come from the catalogue and values are bound: nothing
//! a client sends becomes SQL.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, field};
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::postgres::PgRow;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder, Row};
use uuid::Uuid;

use super::columns::sql_type;
use crate::cancellable::cancellable;
use crate::page::{self, Cursor, Page, PageArgs, QueryError};

/// The last second of the year 9999.
const END_OF_9999: i64 = 253_402_300_799;

/// What a viewer may see of a list. It is part of the query, so it cannot be forgotten and never filters afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visible {
    All,
    Nothing,
}

impl Visible {
    pub fn of(actor: &Actor, permission: Permission) -> Self {
        match actor.scope(permission) {
            Scope::All => Visible::All,
            // An agent's own are the contacts in the agent's queues, so until there are queues they are none; commands
            // decide alike (`record/reach` in the domain). Nobody has the others for records.
            Scope::Own | Scope::Team | Scope::Client | Scope::None => Visible::Nothing,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// What a list is sorted by: the key of a sortable field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    pub field: String,
    pub direction: Direction,
}

/// An expression over the list's tables, and its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SortBy {
    pub expression: String,
    pub sql_type: &'static str,
    /// Whether rows may be without it.
    pub nullable: bool,
}

impl SortBy {
    pub fn indexed(expression: &str, sql_type: &'static str, nullable: bool) -> Self {
        SortBy { expression: expression.to_owned(), sql_type, nullable }
    }

    /// A sortable field of the catalogue. `c` is the record, `a` its activity.
    pub fn field(entity: Entity, key: &str, activity: &[&str]) -> Result<Self, QueryError> {
        let def =
            field(entity, key).filter(|def| def.sortable).ok_or_else(|| QueryError::Sort(key.to_owned()))?;
        let column = match (def.kind, activity.contains(&def.key)) {
            (_, true) => format!("a.{}", def.key),
            (FieldKind::Money, false) => format!("c.{}", super::columns::money_columns(def).0),
            (_, false) => format!("c.{}", def.key),
        };
        let sql_type = sql_type(def.kind);
        let expression = if sql_type == "text" { format!("lower({column}) collate \"C\"") } else { column };
        Ok(SortBy { expression, sql_type, nullable: true })
    }
}

/// One row of a list: its id and what it was sorted by, then the rest.
struct Listed<T> {
    id: Uuid,
    sort_value: Option<String>,
    row: T,
}

impl<'r, T: FromRow<'r, PgRow>> FromRow<'r, PgRow> for Listed<T> {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Ok(Listed { id: row.try_get("id")?, sort_value: row.try_get("sort_value")?, row: T::from_row(row)? })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Valued,
    Empty,
}

/// Reads a page. `select` is a column list and `from` names the record `c`; `filter` adds ` and ...` conditions.
pub(crate) async fn page<T>(
    pool: &PgPool,
    select: &str,
    from: &str,
    filter: impl Fn(&mut QueryBuilder<'_, Postgres>),
    sort: &Sort,
    by: &SortBy,
    args: &PageArgs,
) -> Result<Page<T>, QueryError>
where
    T: for<'r> FromRow<'r, PgRow> + Send + Unpin,
{
    let descending = sort.direction == Direction::Descending;
    let name = format!("{}{}", sort.field, if descending { " desc" } else { "" });
    let backwards = args.before.is_some();
    let cursor: Option<Cursor> =
        args.before.as_deref().or(args.after.as_deref()).map(page::decode).transpose()?;
    if cursor.as_ref().is_some_and(|cursor| cursor.sorted_by != name) {
        return Err(QueryError::Cursor);
    }
    let mut parts = if by.nullable { vec![Part::Valued, Part::Empty] } else { vec![Part::Valued] };
    if backwards {
        parts.reverse();
    }
    if let Some(cursor) = &cursor {
        let at = if cursor.value.is_some() { Part::Valued } else { Part::Empty };
        parts = parts.into_iter().skip_while(|part| *part != at).collect();
    }
    let wanted = args.limit() + 1;
    let mut found: Vec<Listed<T>> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let missing = wanted - found.len() as i64;
        if missing <= 0 {
            break;
        }
        let reading = Reading {
            part: *part,
            upwards: descending == backwards,
            cursor: cursor.as_ref().filter(|_| index == 0),
            limit: missing,
        };
        let mut query = QueryBuilder::new(format!(
            "select {select}, c.id, ({})::text as sort_value from {from} where true",
            by.expression
        ));
        filter(&mut query);
        reading.add_to(&mut query, by);
        found.extend(query.build_query_as::<Listed<T>>().fetch_all(pool).await?);
    }
    let rows = found
        .into_iter()
        .map(|listed| {
            (
                page::encode(&Cursor { sorted_by: name.clone(), value: listed.sort_value, id: listed.id }),
                listed.row,
            )
        })
        .collect();
    Ok(Page::cut(rows, args))
}

/// How one part of the list is read.
struct Reading<'a> {
    part: Part,
    upwards: bool,
    cursor: Option<&'a Cursor>,
    limit: i64,
}

impl Reading<'_> {
    fn add_to(&self, query: &mut QueryBuilder<'_, Postgres>, by: &SortBy) {
        let beyond = if self.upwards { ">" } else { "<" };
        let direction = if self.upwards { "asc" } else { "desc" };
        let SortBy { expression, sql_type, nullable } = by;
        match self.part {
            Part::Valued if *nullable => query.push(format!(" and {expression} is not null")),
            Part::Valued => query,
            Part::Empty => query.push(format!(" and {expression} is null")),
        };
        match self.cursor {
            Some(Cursor { value: Some(value), id, .. }) => {
                query
                    .push(format!(" and ({expression}, c.id) {beyond} ("))
                    .push_bind(value.clone())
                    .push(format!("::text::{sql_type}, "))
                    .push_bind(*id)
                    .push(")");
            }
            Some(Cursor { value: None, id, .. }) => {
                query.push(format!(" and c.id {beyond} ")).push_bind(*id);
            }
            None => {}
        }
        query
            .push(format!(" order by {expression} {direction}, c.id {direction} limit "))
            .push_bind(self.limit);
    }
}

/// How many there are, exactly. Cancelled in Postgres when nobody waits for it any more.
pub(crate) async fn count(
    pool: &PgPool,
    from: &str,
    filter: impl Fn(&mut QueryBuilder<'_, Postgres>),
) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new(format!("select count(*) from {from} where true"));
    filter(&mut query);
    cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_scalar().fetch_one(connection).await })
    })
    .await
}

/// What lists show unless asked otherwise; one that is part of another now they never show. Written as the partial indexes have it, or they would not be used.
pub(crate) fn standing(query: &mut QueryBuilder<'_, Postgres>, archived: Option<bool>) {
    query.push(match archived {
        Some(false) => " and not c.archived and not c.erased",
        Some(true) => " and c.archived and not c.erased and c.merged_into is null",
        None => " and not c.erased and c.merged_into is null",
    });
}

pub(crate) fn visible(query: &mut QueryBuilder<'_, Postgres>, visible: Visible) {
    match visible {
        Visible::All => {}
        Visible::Nothing => {
            query.push(" and false");
        }
    }
}

/// A moment as Postgres can hold it. Nothing is older than what is left out, nor later.
pub(crate) fn moment(at: DateTime<Utc>) -> DateTime<Utc> {
    let last = DateTime::from_timestamp(END_OF_9999, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
    at.clamp(DateTime::<Utc>::UNIX_EPOCH, last)
}

pub(crate) fn one_of(query: &mut QueryBuilder<'_, Postgres>, column: &str, values: &[String]) {
    if !values.is_empty() {
        // Postgres knows no NUL character.
        let values: Vec<String> = values.iter().map(|value| value.replace('\0', "")).collect();
        query.push(format!(" and {column} = any(")).push_bind(values).push(")");
    }
}

/// Folded words of what somebody typed, each once: every one costs a condition.
pub(crate) fn words(typed: &str) -> BTreeSet<String> {
    fold(typed)
        .split_whitespace()
        .map(|word| word.replace('\0', ""))
        .filter(|word| !word.is_empty())
        .collect()
}

/// A folded column contains the word; of one or two letters a word must begin with them, as an index knows no other
/// way to find so little.
pub(crate) fn contains(query: &mut QueryBuilder<'_, Postgres>, column: &str, word: &str) {
    let escaped = escaped(word);
    if word.chars().count() >= 3 {
        query.push(format!("{column} like ")).push_bind(format!("%{escaped}%"));
    } else {
        query
            .push(format!("({column} like "))
            .push_bind(format!("{escaped}%"))
            .push(format!(" or {column} like "))
            .push_bind(format!("% {escaped}%"))
            .push(")");
    }
}

/// Text that `like` takes as it is.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// A column in C collation begins with the word. A range instead of `like`: an index serves it in every plan.
pub(crate) fn begins(query: &mut QueryBuilder<'_, Postgres>, column: &str, word: &str) {
    query
        .push(format!("({column} >= "))
        .push_bind(word.to_owned())
        .push(format!(" and {column} < "))
        .push_bind(format!("{word}\u{10FFFF}"))
        .push(")");
}
