//! What a person may mean while typing a value: the values there are, the most frequent first.
//!
//! Bounded by how many rows are looked at, not by luck: names and titles are found by their index, other fields among the
//! newest records. A suggestion is a help, never a count to rely on.

use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::field::{Field, ValueType};
use pivotal_domain::audience::filter::normal::Normal;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::columns::{Place, needs_activity_for, text};
use crate::audience::list::{self, Visible};
use crate::audience::shared::shared_with;
use crate::audience::{accounts, contacts};
use crate::cancellable::cancellable;
use crate::page::QueryError;
use crate::suppression::suppressions::of_contacts::Told;

/// Suggestions of one answer.
pub const LIMIT_MAX: i64 = 50;
/// Records looked at for the values of a field without an index.
const NEWEST: i64 = 20_000;
/// Rows looked at behind one prefix of an index.
const FOUND: i64 = 5_000;

/// A value as the filter takes it, and as people read it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Suggestion {
    pub value: String,
    pub label: String,
    /// How many of the records looked at have it; none where nothing was counted.
    pub seen: Option<i64>,
}

/// Values of a field that begin with what was typed. Users are not among them: their names are not in these tables.
pub async fn suggest(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    field: &Field,
    typed: &str,
    limit: i64,
) -> Result<Vec<Suggestion>, QueryError> {
    let limit = limit.clamp(0, LIMIT_MAX);
    let (entity, field) = (field.whose(entity), field.bare());
    if visible(actor, entity) == Visible::Nothing {
        return Ok(Vec::new());
    }
    let typed = typed.replace('\0', "");
    if let Some(told) = Told::of(entity, field.key()) {
        return Ok(listed(told.options().into_iter(), &typed, limit));
    }
    match field.value_type() {
        ValueType::Choice => Ok(options(field, &typed, limit)),
        ValueType::List if field.defined_type().is_some() => Ok(options(field, &typed, limit)),
        ValueType::Country => Ok(listed(
            Country::all().iter().map(|country| (country.code().to_owned(), country.name().to_owned())),
            &typed,
            limit,
        )),
        ValueType::Reference | ValueType::References => match field.target() {
            // Which clients there are is more than what one record says.
            Some(Target::Client) if actor.scope(Permission::ClientsView) != Scope::All => Ok(Vec::new()),
            Some(target) if !sees(actor, target) => Ok(Vec::new()),
            Some(target) => records(pool, actor, entity, target, &typed, limit).await,
            None => Ok(Vec::new()),
        },
        ValueType::Text | ValueType::List | ValueType::Custom => {
            held(pool, entity, field, typed.trim(), limit).await
        }
        ValueType::User
        | ValueType::Number
        | ValueType::Money
        | ValueType::Date
        | ValueType::DateTime
        | ValueType::Bool => Ok(Vec::new()),
    }
}

/// What these ids are called, for the sentence of a filter.
pub async fn names(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    target: Target,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, String)>, QueryError> {
    if visible(actor, entity) == Visible::Nothing {
        return Ok(Vec::new());
    }
    if !sees(actor, target) {
        return Ok(Vec::new());
    }
    let (table, name) = named(target);
    // The table is one of ours.
    let mut query = QueryBuilder::new(format!(
        "select t.id, t.{name} from {table} t where t.{name} is not null and t.id = any("
    ));
    query.push_bind(ids.to_vec()).push(")");
    shared(&mut query, actor, target);
    Ok(query.build_query_as().fetch_all(pool).await?)
}

fn options(field: &Field, typed: &str, limit: i64) -> Vec<Suggestion> {
    let offered = field.choices().into_iter().filter(|choice| !choice.retired);
    listed(offered.map(|choice| (choice.value.to_owned(), choice.label.into_owned())), typed, limit)
}

/// The one that it is, those whose label begins with it, then those with a later word that does.
fn listed(all: impl Iterator<Item = (String, String)>, typed: &str, limit: i64) -> Vec<Suggestion> {
    let typed = fold(typed.trim());
    let rank = |value: &str, label: &str| {
        let label = fold(label);
        let places = [fold(value) == typed, label.starts_with(&typed), label.contains(&format!(" {typed}"))];
        places.iter().position(|fits| *fits)
    };
    let mut found: Vec<(usize, Suggestion)> = all
        .filter_map(|(value, label)| Some((rank(&value, &label)?, Suggestion { value, label, seen: None })))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, found)| found).take(usize::try_from(limit).unwrap_or_default()).collect()
}

async fn records(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    target: Target,
    typed: &str,
    limit: i64,
) -> Result<Vec<Suggestion>, QueryError> {
    let (table, name) = named(target);
    let (standing, key) = match target {
        Target::Account => ("not t.archived and not t.erased", "t.name_key".to_owned()),
        Target::Contact => ("not t.archived and not t.erased", "t.full_name_key".to_owned()),
        Target::Client
        | Target::Team
        | Target::List
        | Target::Segment
        | Target::DomainSet
        | Target::Campaign => ("not t.archived", format!("read.fold(t.{name})")),
        Target::Import => ("true", format!("read.fold(t.{name})")),
    };
    let mut query = QueryBuilder::new(format!(
        "select t.id::text as value, t.{name} as label, null::bigint as seen from {table} t where {standing} and t.{name} is not null and "
    ));
    match target {
        Target::Account | Target::Contact => list::begins(&mut query, &key, &fold(typed.trim())),
        Target::Client
        | Target::Team
        | Target::Import
        | Target::List
        | Target::Segment
        | Target::DomainSet
        | Target::Campaign => {
            let pattern = format!("%{}%", list::escaped(&fold(typed.trim())));
            query.push(format!("{key} like ")).push_bind(pattern);
        }
    }
    // A domain set is of companies and of whoever works there.
    if matches!(target, Target::List | Target::Segment) {
        query.push(" and t.entity = ").push_bind(entity.as_str());
    }
    shared(&mut query, actor, target);
    query.push(format!(" order by {key}, t.id limit ")).push_bind(limit);
    Ok(query.build_query_as().fetch_all(pool).await?)
}

async fn held(
    pool: &PgPool,
    entity: Entity,
    field: &Field,
    typed: &str,
    limit: i64,
) -> Result<Vec<Suggestion>, QueryError> {
    let place = Place::of(entity, field);
    let from = match (entity, needs_activity_for(entity, field.key())) {
        (Entity::Contact, false) => "read.contacts c",
        (Entity::Contact, true) => contacts::query::WITH_ACTIVITY,
        (Entity::Account, false) => "read.accounts c",
        (Entity::Account, true) => accounts::query::FROM,
    };
    let normal = Normal::of(field);
    let typed = normal.typed(typed);
    let is_list = field.value_type() == ValueType::List;
    let (expression, by_index) = text(&place, field);
    let value = if is_list { format!("unnest({})", place.value) } else { place.value.clone() };
    let mut query = QueryBuilder::new(format!(
        "select min(v) as value, min(v) as label, count(*) as seen from (select {value} as v from {from} where not c.archived and not c.erased and "
    ));
    if by_index && !typed.is_empty() {
        list::begins(&mut query, &expression, &typed);
        query.push(format!(" order by {expression}, c.id limit {FOUND}"));
    } else {
        query.push(format!(
            "{} is not null order by c.created_at desc, c.id desc limit {NEWEST}",
            place.value
        ));
    }
    // The same normal form again, of a single value.
    let (single, _) = match normal {
        Normal::Key | Normal::Folded => ("read.fold(v)".to_owned(), false),
        Normal::Lower | Normal::Exact | Normal::Phone => text(&Place { value: "v".into(), ..place }, field),
    };
    query.push(format!(") as held where {single} like ")).push_bind(format!("{}%", list::escaped(&typed)));
    query.push(format!(" group by {single} order by count(*) desc, min(v) limit ")).push_bind(limit);
    fetch(pool, query).await
}

/// Typing on supersedes it.
async fn fetch(
    pool: &PgPool,
    mut query: QueryBuilder<'static, Postgres>,
) -> Result<Vec<Suggestion>, QueryError> {
    cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_as().fetch_all(connection).await })
    })
    .await
}

/// What people make for themselves and share.
fn is_shared(target: Target) -> bool {
    matches!(target, Target::List | Target::Segment | Target::DomainSet)
}

/// Domain sets and campaigns are for those who see any.
fn sees(actor: &Actor, target: Target) -> bool {
    match target {
        Target::DomainSet => actor.scope(Permission::DomainSetsView) == Scope::All,
        Target::Campaign => actor.scope(Permission::CampaignsView) == Scope::All,
        _ => true,
    }
}

/// Lists, segments and domain sets belong to whoever made them: one's own, those of one's teams and those for everyone have a name.
fn shared(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, target: Target) {
    if is_shared(target) {
        shared_with(query, actor, "t");
    }
}

fn visible(actor: &Actor, entity: Entity) -> Visible {
    Visible::of(actor, permission_to_view(entity))
}

/// Where records of a kind stand, and the column of their name.
fn named(target: Target) -> (&'static str, &'static str) {
    match target {
        Target::Account => ("read.accounts", "name"),
        Target::Contact => ("read.contacts", "full_name"),
        Target::Client => ("read.clients", "name"),
        Target::Team => ("read.teams", "name"),
        Target::Import => ("read.imports", "name"),
        Target::List => ("read.lists", "name"),
        Target::Segment => ("read.segments", "name"),
        Target::DomainSet => ("read.domain_sets", "name"),
        Target::Campaign => ("read.campaigns", "name"),
    }
}
