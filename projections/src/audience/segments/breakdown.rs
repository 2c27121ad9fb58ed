//! How the records that a definition finds divide: by seniority, country, industry and what else people ask first. All charts
//! and their total are one scan, so they add up.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::{FromRow, PgPool, QueryBuilder};

use super::from;
use super::preview::{of_accounts, of_contacts};
use crate::audience::accounts::query as accounts;
use crate::audience::contacts::query as contacts;
use crate::audience::filter::Asked;
use crate::audience::list::Visible;
use crate::cancellable::cancellable;
use crate::page::QueryError;

/// Groups of a chart that are told one by one.
const LARGEST: i64 = 8;

/// How the records divide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Breakdown {
    /// All of them, exactly.
    pub count: i64,
    pub charts: Vec<Chart>,
}

/// By one field. The largest groups, the others and those without a value add up to all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// As filters name it.
    pub field: &'static str,
    /// The largest, the largest first.
    pub groups: Vec<Group>,
    /// How many other values there are.
    pub other_values: i64,
    /// How many records have one of those.
    pub others: i64,
    /// How many have no value.
    pub none: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub value: String,
    pub count: i64,
}

/// A field that is charted: as filters name it, and its column. Each is of a fixed set of values, so none is written in two ways.
type Charted = (&'static str, &'static str);

const OF_CONTACTS: &[Charted] =
    &[("seniority_level", "c.seniority_level"), ("department", "c.department"), ("country", "c.country")];
/// Of the contact's company, for whoever may see companies.
const OF_COMPANIES: &[Charted] = &[
    ("account.industry", "company.industry"),
    ("account.employees_size_range", "company.employees_size_range"),
];
const OF_ACCOUNTS: &[Charted] = &[
    ("industry", "c.industry"),
    ("hq_country", "c.hq_country"),
    ("employees_size_range", "c.employees_size_range"),
];

#[derive(FromRow)]
struct Row {
    /// From 0 by the order of the charts; null for the total.
    chart: Option<i32>,
    /// From 1 by size; null for those without a value.
    place: Option<i64>,
    value: Option<String>,
    count: i64,
    /// How many values are in it.
    different: i64,
}

/// The charts of what the actor may see. Cancelled in Postgres when nobody waits for it any more.
pub async fn breakdown(pool: &PgPool, actor: &Actor, asked: &Asked) -> Result<Breakdown, QueryError> {
    let entity = asked.filter.entity;
    let companies = entity == Entity::Contact && Visible::of(actor, Permission::AccountsView) == Visible::All;
    let charted: Vec<Charted> = match (entity, companies) {
        (Entity::Contact, true) => [OF_CONTACTS, OF_COMPANIES].concat(),
        (Entity::Contact, false) => OF_CONTACTS.to_vec(),
        (Entity::Account, _) => OF_ACCOUNTS.to_vec(),
    };
    let columns: Vec<&str> = charted.iter().map(|(_, column)| *column).collect();
    let mut query = QueryBuilder::new(statement(&columns));
    query.push(from(entity, std::iter::once(&asked.filter)));
    query.push(if companies { " left join read.accounts company on company.id = c.account_id" } else { "" });
    query.push(" where true");
    match entity {
        Entity::Contact => contacts::conditions(&mut query, actor, &of_contacts(asked)),
        Entity::Account => accounts::conditions(&mut query, actor, &of_accounts(asked)),
    }
    query.push(format!(" group by {}{}", grouping_sets(&columns), ending()));
    let rows = cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_as::<Row>().fetch_all(connection).await })
    })
    .await?;
    Ok(drawn(&charted, &rows))
}

/// Up to the tables. Which chart a row is of follows from the columns that were grouped away.
fn statement(columns: &[&str]) -> String {
    let list = columns.join(", ");
    let last = columns.len().saturating_sub(1);
    let chart: Vec<String> = (0..columns.len())
        .map(|at| format!("when {} then {at}", ((1_u32 << columns.len()) - 1) ^ (1 << (last - at))))
        .collect();
    format!(
        "with counted as (select case grouping({list}) {} end as chart, coalesce({list}) collate \"C\" as value, count(*) as count from ",
        chart.join(" ")
    )
}

/// Each column for itself, and all records together.
fn grouping_sets(columns: &[&str]) -> String {
    let sets: Vec<String> = columns.iter().map(|column| format!("({column})")).collect();
    format!("grouping sets ({}, ())", sets.join(", "))
}

/// The largest groups of each chart one by one, all others as one row.
fn ending() -> String {
    format!(
        "), placed as (select chart, value, count, case when value is not null then row_number() over (partition by chart, value is null order by count desc, value) end as place from counted)
         select chart, case when place is not null then least(place, {LARGEST} + 1) end as place, case when place <= {LARGEST} then value end as value, sum(count)::bigint as count, count(value) as different
         from placed group by 1, 2, 3 order by 1, 2"
    )
}

fn drawn(charted: &[Charted], rows: &[Row]) -> Breakdown {
    let total = rows.iter().find(|row| row.chart.is_none()).map_or(0, |row| row.count);
    let charts = charted.iter().zip(0..).map(|((field, _), at)| {
        let mut chart = Chart { field, groups: Vec::new(), other_values: 0, others: 0, none: 0 };
        for row in rows.iter().filter(|row| row.chart == Some(at)) {
            match (&row.value, row.place) {
                (Some(value), _) => chart.groups.push(Group { value: value.clone(), count: row.count }),
                (None, Some(_)) => (chart.others, chart.other_values) = (row.count, row.different),
                (None, None) => chart.none = row.count,
            }
        }
        chart
    });
    Breakdown { count: total, charts: charts.collect() }
}
