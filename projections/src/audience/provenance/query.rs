//! One record's events from the log, folded for who asks. Whoever may not see the record is told nothing; an erased
//! person is shown to nobody, at no moment.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, Target, field};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::provenance::{ACCOUNT, FieldTrail, Origin, Told, Trail};
use pivotal_domain::audience::record::moment::{Moment, RecordEvent, fold};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::reader::{self, Entry};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use super::moment::{Compared, RecordThen, compare};
use crate::audience::custom_fields::query::definitions;
use crate::audience::history::query::{account_names, import_names, may_see, source_label};
use crate::audience::history::render::rule;
use crate::page::QueryError;
use crate::runner::opened::{Opened, Opener};

/// A value as people are shown it: `text` where the value is the id of something that has a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub value: Value,
    pub text: Option<String>,
}

/// Who, when and from where.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldBy {
    pub position: i64,
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub source: String,
    pub source_label: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    /// `None`: the system itself.
    pub actor_id: Option<Uuid>,
    pub role: String,
    pub restored_from: Option<DateTime<Utc>>,
}

/// A value the field has or had; no `shown`: it was emptied.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueTold {
    pub shown: Option<Shown>,
    pub derived: bool,
    pub by: ToldBy,
}

/// A value that lost, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueKept {
    pub shown: Shown,
    pub rule: &'static str,
    pub by: ToldBy,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FieldProvenance {
    pub field: String,
    pub label: String,
    pub current: Option<ValueTold>,
    pub earlier: Vec<ValueTold>,
    pub kept: Vec<ValueKept>,
}

/// A field of a record as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldThen {
    pub field: String,
    pub label: String,
    pub shown: Shown,
    pub derived: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RecordAsOf {
    pub then: RecordThen,
    pub fields: Vec<FieldThen>,
}

/// A field at both moments.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldCompared {
    pub field: String,
    pub label: String,
    pub from: Option<Shown>,
    pub to: Option<Shown>,
    pub changed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RecordCompared {
    pub from: RecordThen,
    pub to: RecordThen,
    pub fields: Vec<FieldCompared>,
}

/// Where the values come from that the record had at the moment. `None`: there is no such record for this viewer.
pub async fn provenance(
    pool: &PgPool,
    opener: &Opener,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    moment: Moment,
) -> Result<Option<Vec<FieldProvenance>>, QueryError> {
    let Some(entries) = events(pool, actor, entity, id).await? else { return Ok(None) };
    let opened = opener.open(&entries, |_| true).await?;
    let mut trail = Trail::default();
    for entry in opened.entries() {
        let reached = match entity {
            Entity::Contact => told::<ContactEvent>(&opened, entry, moment)
                .map(|told| told.map(|(event, origin)| trail.contact(event, &origin))),
            Entity::Account => told::<AccountEvent>(&opened, entry, moment)
                .map(|told| told.map(|(event, origin)| trail.account(event, &origin))),
        };
        if reached == Some(None) {
            break;
        }
    }
    let values = trail.fields().flat_map(|(key, field)| values_of(field).map(move |value| (key, value)));
    let words = Words::of(pool, entity, references_in(entity, values)).await?;
    let imports = imports_in(&trail);
    let imports = import_names(pool, imports).await?;
    let by = |origin: &Origin| told_by(origin, &imports);
    let fields = trail.fields().map(|(key, field)| FieldProvenance {
        field: key.to_owned(),
        label: words.definitions.label(entity, key),
        current: field.now.as_ref().map(|told| words.told(entity, key, told, &by)),
        earlier: field.earlier.iter().map(|told| words.told(entity, key, told, &by)).collect(),
        kept: field
            .kept
            .iter()
            .map(|lost| ValueKept {
                shown: words.shown(entity, key, &lost.candidate),
                rule: rule(lost.rule),
                by: by(&lost.origin),
            })
            .collect(),
    });
    Ok(Some(fields.collect()))
}

/// The record as it was.
pub async fn as_of(
    pool: &PgPool,
    opener: &Opener,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    moment: Moment,
) -> Result<Option<RecordAsOf>, QueryError> {
    let Some(entries) = events(pool, actor, entity, id).await? else { return Ok(None) };
    let opened = opener.open(&entries, |_| true).await?;
    let then = then(&opened, entity, moment);
    let values = then.values.iter().map(|(key, held)| (key.as_str(), &held.value));
    let words = Words::of(pool, entity, references_in(entity, values)).await?;
    let fields = then.values.iter().map(|(key, held)| FieldThen {
        field: key.clone(),
        label: words.definitions.label(entity, key),
        shown: words.shown(entity, key, &held.value),
        derived: held.derived,
    });
    Ok(Some(RecordAsOf { fields: fields.collect(), then }))
}

/// The record at two moments.
pub async fn compared(
    pool: &PgPool,
    opener: &Opener,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    (from, to): (Moment, Moment),
) -> Result<Option<RecordCompared>, QueryError> {
    let Some(entries) = events(pool, actor, entity, id).await? else { return Ok(None) };
    let opened = opener.open(&entries, |_| true).await?;
    let (from, to) = (then(&opened, entity, from), then(&opened, entity, to));
    let all = compare(&from, &to);
    let values =
        all.iter().flat_map(|one| one.from.iter().chain(&one.to).map(|value| (one.field.as_str(), value)));
    let words = Words::of(pool, entity, references_in(entity, values)).await?;
    let fields = all.iter().map(|one: &Compared| FieldCompared {
        field: one.field.clone(),
        label: words.definitions.label(entity, &one.field),
        from: one.from.as_ref().map(|value| words.shown(entity, &one.field, value)),
        to: one.to.as_ref().map(|value| words.shown(entity, &one.field, value)),
        changed: one.differs(),
    });
    Ok(Some(RecordCompared { fields: fields.collect(), from, to }))
}

/// The record's events, for who may see it. Nothing is left of whom an event says that they were erased.
async fn events(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    id: Uuid,
) -> Result<Option<Vec<Entry>>, QueryError> {
    if !may_see(pool, actor, entity, id).await? {
        return Ok(None);
    }
    let entries = reader::read_record(pool, entity.as_str(), id).await?;
    let erased = entries.iter().any(|entry| entry.name == "ContactErased");
    Ok((!erased && !entries.is_empty()).then_some(entries))
}

fn then(opened: &Opened<'_>, entity: Entity, moment: Moment) -> RecordThen {
    match entity {
        Entity::Contact => fold::<Contact>(dated(opened), moment).into(),
        Entity::Account => fold::<Account>(dated(opened), moment).into(),
    }
}

fn dated<E: LoggedEvent>(opened: &Opened<'_>) -> impl Iterator<Item = (i64, E)> {
    opened.entries().iter().filter_map(|entry| Some((entry.position, readable(opened, entry)?)))
}

/// What a newer release wrote is passed over, as in the history.
fn readable<E: LoggedEvent>(opened: &Opened<'_>, entry: &Entry) -> Option<E> {
    opened.event(entry).ok()
}

/// The event with its origin, or that it came after the moment; nothing when it cannot be read.
pub(super) fn told<E: LoggedEvent + RecordEvent>(
    opened: &Opened<'_>,
    entry: &Entry,
    moment: Moment,
) -> Option<Option<(E, Origin)>> {
    let event: E = readable(opened, entry)?;
    if !moment.reaches(entry.position, event.at()) {
        return Some(None);
    }
    let metadata = entry.metadata();
    let origin = Origin {
        position: entry.position,
        sequence: entry.sequence,
        at: event.at(),
        source: event.source().clone(),
        actor: metadata.actor,
        role: metadata.role,
        restored_from: metadata.restored_from,
    };
    Some(Some((event, origin)))
}

pub(super) fn told_by(origin: &Origin, imports: &HashMap<Uuid, String>) -> ToldBy {
    let (import_id, import_row) = match origin.source {
        Source::Import { id, row } => (Some(id), i32::try_from(row).ok().filter(|row| *row > 0)),
        Source::ImportUndo { import, .. } => (Some(import), None),
        _ => (None, None),
    };
    let source = origin.source.to_string();
    let name = import_id.and_then(|id| imports.get(&id)).map(String::as_str);
    ToldBy {
        position: origin.position,
        sequence: origin.sequence,
        at: origin.at,
        source_label: source_label(&source, name, import_row),
        source,
        import_id,
        import_row,
        actor_id: origin.actor.parse().ok(),
        role: origin.role.clone(),
        restored_from: origin.restored_from,
    }
}

pub(super) fn values_of(field: &FieldTrail) -> impl Iterator<Item = &FieldValue> {
    let told = field.now.iter().chain(&field.earlier).filter_map(|told| told.value.as_ref());
    told.chain(field.kept.iter().map(|lost| &lost.candidate))
}

pub(super) fn imports_in(trail: &Trail) -> Vec<Uuid> {
    let origins = trail.fields().flat_map(|(_, field)| {
        let told = field.now.iter().chain(&field.earlier).map(|told| &told.origin);
        told.chain(field.kept.iter().map(|lost| &lost.origin))
    });
    let mut imports: Vec<Uuid> = origins
        .filter_map(|origin| match origin.source {
            Source::Import { id, .. } | Source::ImportUndo { import: id, .. } => Some(id),
            _ => None,
        })
        .collect();
    imports.sort_unstable();
    imports.dedup();
    imports
}

/// What fields are called, and the accounts and clients that values point at.
pub(super) struct Words {
    pub definitions: Definitions,
    names: HashMap<Uuid, String>,
}

impl Words {
    pub async fn of(pool: &PgPool, entity: Entity, references: Vec<Uuid>) -> Result<Self, QueryError> {
        let mut names = client_names(pool, &references).await?;
        names.extend(account_names(pool, references).await?);
        Ok(Words { definitions: definitions(pool, entity).await?, names })
    }

    pub fn shown(&self, entity: Entity, key: &str, value: &FieldValue) -> Shown {
        Shown {
            value: serde_json::to_value(value).unwrap_or_default(),
            text: reference_of(entity, key, value).and_then(|id| self.names.get(&id).cloned()),
        }
    }

    pub fn told(&self, entity: Entity, key: &str, told: &Told, by: &impl Fn(&Origin) -> ToldBy) -> ValueTold {
        ValueTold {
            shown: told.value.as_ref().map(|value| self.shown(entity, key, value)),
            derived: told.derived,
            by: by(&told.origin),
        }
    }
}

pub(super) fn references_in<'v>(
    entity: Entity,
    values: impl Iterator<Item = (&'v str, &'v FieldValue)>,
) -> Vec<Uuid> {
    values.filter_map(|(key, value)| reference_of(entity, key, value)).collect()
}

fn reference_of(entity: Entity, key: &str, value: &FieldValue) -> Option<Uuid> {
    let named = |kind| matches!(kind, FieldKind::Ref(Target::Account | Target::Client));
    let points = key == ACCOUNT || field(entity, key).is_some_and(|def| named(def.kind));
    if points { value.as_text()?.parse().ok() } else { None }
}

async fn client_names(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows =
        sqlx::query!("select id, name from read.clients where id = any($1)", ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
