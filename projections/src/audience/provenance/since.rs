//! What stands in the way of taking a piece of work back: the value it wrote, the one that holds now, and whose that is.
//!
//! Nothing of it is stored with the undo, whose facts hold no values: a page of records is folded when it is looked at, so it
//! shows what is there now, and nothing of whoever was erased meanwhile.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::provenance::{FieldTrail, Trail};
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::undo::Conflict;
use pivotal_domain::audience::record::undo::origin::Origin as Work;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::reader::{self, Entry};
use sqlx::PgPool;
use uuid::Uuid;

use super::query::{Shown, ValueTold, Words, imports_in, references_in, told, told_by, values_of};
use crate::audience::history::query::import_names;
use crate::audience::{accounts, contacts};
use crate::page::QueryError;
use crate::runner::opened::{Opened, Opener};

/// A field in which the work and somebody after it disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueSince {
    pub field: String,
    pub label: String,
    /// What the work left there; none: it emptied the field, or never wrote it.
    pub wrote: Option<Shown>,
    /// What is there now, since when and by whom.
    pub now: Option<ValueTold>,
}

/// A record of which something is left, and why.
#[derive(Debug, Clone, Copy)]
pub struct LeftOf<'a> {
    pub entity: Entity,
    pub id: Uuid,
    pub conflicts: &'a [Conflict],
}

/// By record, for whoever sees it. A record with a conflict of its own, not of a field, tells every field that somebody changed.
pub async fn values_since(
    pool: &PgPool,
    opener: &Opener,
    actor: &Actor,
    work: Work,
    records: &[LeftOf<'_>],
) -> Result<HashMap<Uuid, Vec<ValueSince>>, QueryError> {
    let mut found = HashMap::new();
    for entity in [Entity::Contact, Entity::Account] {
        let records: HashMap<Uuid, &[Conflict]> = records
            .iter()
            .filter(|record| record.entity == entity && !record.conflicts.is_empty())
            .map(|record| (record.id, record.conflicts))
            .collect();
        let ids: Vec<Uuid> = records.keys().copied().collect();
        let entries =
            reader::read_records_told(pool, entity.as_str(), &visible(pool, actor, entity, &ids).await?)
                .await?;
        let opened = opener.open(&entries, |_| true).await?;
        let mut trails: HashMap<Uuid, Trail> = HashMap::new();
        for entry in opened.entries() {
            follow(trails.entry(entry.about_id).or_default(), &opened, entity, entry);
        }
        let fields: Vec<(Uuid, &str, &FieldTrail)> = trails
            .iter()
            .flat_map(|(id, trail)| trail.fields().map(|(key, field)| (*id, key, field)))
            .filter(|(id, key, field)| records.get(id).is_some_and(|all| speak_of(all, key, field, work)))
            .collect();
        let values = fields.iter().flat_map(|(_, key, field)| values_of(field).map(|value| (*key, value)));
        let words = Words::of(pool, entity, references_in(entity, values)).await?;
        let imports = import_names(pool, trails.values().flat_map(imports_in).collect()).await?;
        for (id, key, field) in fields {
            let wrote = written(field, work).and_then(|told| told.value.as_ref());
            found.entry(id).or_insert_with(Vec::new).push(ValueSince {
                field: key.to_owned(),
                label: words.definitions.label(entity, key),
                wrote: wrote.map(|value| words.shown(entity, key, value)),
                now: field
                    .now
                    .as_ref()
                    .map(|one| words.told(entity, key, one, &|origin| told_by(origin, &imports))),
            });
        }
    }
    Ok(found)
}

async fn visible(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    ids: &[Uuid],
) -> Result<Vec<Uuid>, QueryError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(match entity {
        Entity::Contact => {
            let rows = contacts::query::get_many(pool, actor, ids).await?;
            rows.into_iter().filter(|row| !row.erased).map(|row| row.id).collect()
        }
        Entity::Account => {
            accounts::query::get_many(pool, actor, ids).await?.into_iter().map(|row| row.id).collect()
        }
    })
}

/// What a newer release wrote is passed over, as in the history.
fn follow(trail: &mut Trail, opened: &Opened<'_>, entity: Entity, entry: &Entry) {
    match entity {
        Entity::Contact => {
            if let Some(Some((event, origin))) = told::<ContactEvent>(opened, entry, Moment::Now) {
                trail.contact(event, &origin);
            }
        }
        Entity::Account => {
            if let Some(Some((event, origin))) = told::<AccountEvent>(opened, entry, Moment::Now) {
                trail.account(event, &origin);
            }
        }
    }
}

/// Whether the conflicts of a record are about this field.
fn speak_of(conflicts: &[Conflict], key: &str, field: &FieldTrail, work: Work) -> bool {
    let named: HashSet<&str> = conflicts.iter().filter_map(|one| one.field.as_deref()).collect();
    let whole = conflicts.iter().any(|one| one.field.is_none());
    named.contains(key) || (whole && is_touched(field, work))
}

/// Whether somebody put another value there since the work did its part. The system only follows what others do.
fn is_touched(field: &FieldTrail, work: Work) -> bool {
    let Some(now) = &field.now else { return false };
    let source = &now.origin.source;
    let by_others = !work.did(source) && !work.took_back(source) && !matches!(source, Source::System);
    by_others
        && !now.derived
        && written(field, work).is_none_or(|wrote| wrote.origin.position < now.origin.position)
}

/// What the work left there last.
fn written(field: &FieldTrail, work: Work) -> Option<&pivotal_domain::audience::provenance::Told> {
    field.now.iter().chain(&field.earlier).find(|told| work.did(&told.origin.source))
}
