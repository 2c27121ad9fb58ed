//! Segments: how people define them, who is in them and was, and the keeper's steps.
//!
//! Who is in a segment follows from the log like everything else here; that it says so is the work of the keeper, whose
//! statements stand in [`keeper`] and [`look`].

pub mod breakdown;
pub mod condition;
pub mod exclusions;
pub mod explain;
pub mod keeper;
pub mod look;
pub mod members;
pub mod preview;
pub mod project;
pub mod query;
pub mod shown;
pub mod story;
pub mod touched;
pub mod watchers;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::segments::facts::SEGMENT_MEMBERS_CHANGED;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::reader::Interest;
use sqlx::{PgPool, Postgres, QueryBuilder};

use super::custom_fields::query::definitions;
use super::filter::columns::needs_activity;
use super::filter::{Asked, compile};
use super::{accounts, contacts, list};
use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "segments",
    version: 1,
    tables: &["segments", "segment_definitions", "segment_members", "segment_counts", "segment_days"],
    interest: Interest { aggregates: &["segment"], facts: &[SEGMENT_MEMBERS_CHANGED] },
};

/// Archived records are in a segment only when its definition asks for that.
pub fn archived(filter: &Filter) -> Option<bool> {
    let conditions = filter.conditions();
    let asks = conditions.iter().any(|(of, asked)| *of == filter.entity && asked.field.key() == "archived");
    if asks { None } else { Some(false) }
}

fn entity_of(text: &str) -> Entity {
    if text == "account" { Entity::Account } else { Entity::Contact }
}

/// What a definition can name, as far as the read models are.
async fn vocabulary(pool: &PgPool) -> Result<Vocabulary, sqlx::Error> {
    Ok(Vocabulary {
        contacts: definitions(pool, Entity::Contact).await?,
        accounts: definitions(pool, Entity::Account).await?,
    })
}

/// The tables of a kind of records, where none, one or several filters are asked.
fn from<'a>(entity: Entity, mut filters: impl Iterator<Item = &'a Filter>) -> &'static str {
    match (entity, filters.any(needs_activity)) {
        (Entity::Contact, true) => contacts::query::WITH_ACTIVITY,
        (Entity::Contact, false) => "read.contacts c",
        (Entity::Account, true) => accounts::query::FROM,
        (Entity::Account, false) => "read.accounts c",
    }
}

/// Nobody in particular looks: a segment means the same for all who see it.
fn nobody() -> Actor {
    Actor::system("system")
}

/// Whether a record is in it, as a condition on the record `c`.
fn belongs(query: &mut QueryBuilder<'_, Postgres>, asked: &Asked) {
    query.push("(true");
    list::standing(query, archived(&asked.filter));
    query.push(" and ");
    compile::push(query, &nobody(), asked);
    query.push(")");
}
