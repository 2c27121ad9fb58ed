//! Values with where they come from, and records at moments.

use std::collections::HashMap;

use async_graphql::{Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::{self, FieldKind, field};
use pivotal_projections::audience::provenance::moment::RecordThen;
use pivotal_projections::audience::provenance::query;
use pivotal_projections::audience::provenance::query::{Shown, ToldBy, ValueTold};
use pivotal_projections::audience::provenance::since;
use serde_json::Value;
use uuid::Uuid;

type Names = HashMap<Uuid, String>;

#[derive(Debug, SimpleObject)]
pub struct Provenance {
    /// Every field that has or had a value, by key.
    pub fields: Vec<FieldProvenance>,
}

#[derive(Debug, SimpleObject)]
pub struct FieldProvenance {
    pub field: String,
    pub label: String,
    /// The value that holds, or who emptied the field. Null: it never had a value, something only lost against nothing.
    pub current: Option<ToldValue>,
    /// Newest first.
    pub earlier: Vec<ToldValue>,
    /// Values that lost against what was there, newest first.
    pub kept: Vec<KeptCandidate>,
}

/// A value a field has or had. Null value: it was emptied.
#[derive(Debug, SimpleObject)]
pub struct ToldValue {
    pub value: Option<Json<Value>>,
    /// What the value is called, where it is the id of an account or a user.
    pub text: Option<String>,
    /// Worked out by rules from other fields.
    pub derived: bool,
    pub origin: ValueOrigin,
}

#[derive(Debug, SimpleObject)]
pub struct KeptCandidate {
    pub value: Json<Value>,
    pub text: Option<String>,
    /// source_priority, newer, fill_empty, never.
    pub rule: &'static str,
    pub origin: ValueOrigin,
}

/// The event a value came with.
#[derive(Debug, SimpleObject)]
pub struct ValueOrigin {
    /// In the log; what restoring and comparing name.
    pub position: i64,
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub source: String,
    pub source_label: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub role: Option<String>,
    /// The value was taken again from the record as it was then.
    pub restored_from: Option<DateTime<Utc>>,
}

/// A record as it was.
#[derive(Debug, SimpleObject)]
pub struct RecordMoment {
    /// false: its first event came later.
    pub existed: bool,
    pub archived: bool,
    /// Of the last event it had by then.
    pub position: Option<i64>,
    pub at: Option<DateTime<Utc>>,
    /// How a contact came to its account: auto, manual, import.
    pub account_link: Option<String>,
    pub fields: Vec<MomentField>,
}

#[derive(Debug, SimpleObject)]
pub struct MomentField {
    pub field: String,
    pub label: String,
    pub value: Json<Value>,
    pub text: Option<String>,
    pub derived: bool,
}

#[derive(Debug, SimpleObject)]
pub struct RecordComparison {
    pub from: ComparedMoment,
    pub to: ComparedMoment,
    /// Every field that has a value at either moment, by key.
    pub fields: Vec<ComparedField>,
}

#[derive(Debug, SimpleObject)]
pub struct ComparedMoment {
    pub existed: bool,
    pub archived: bool,
    pub position: Option<i64>,
    pub at: Option<DateTime<Utc>>,
}

#[derive(Debug, SimpleObject)]
pub struct ComparedField {
    pub field: String,
    pub label: String,
    pub from: Option<Json<Value>>,
    pub from_text: Option<String>,
    pub to: Option<Json<Value>>,
    pub to_text: Option<String>,
    pub changed: bool,
}

impl Provenance {
    pub fn of(entity: catalogue::Entity, fields: Vec<query::FieldProvenance>, names: &Names) -> Self {
        let fields = fields.into_iter().map(|one| {
            let named = Named { entity, field: &one.field, names };
            FieldProvenance {
                current: one.current.map(|told| named.told(told)),
                earlier: one.earlier.into_iter().map(|told| named.told(told)).collect(),
                kept: one
                    .kept
                    .into_iter()
                    .map(|kept| KeptCandidate {
                        text: named.text(&kept.shown),
                        value: Json(kept.shown.value),
                        rule: kept.rule,
                        origin: origin(kept.by, names),
                    })
                    .collect(),
                label: one.label,
                field: one.field,
            }
        });
        Provenance { fields: fields.collect() }
    }
}

impl RecordMoment {
    pub fn of(entity: catalogue::Entity, record: query::RecordAsOf, names: &Names) -> Self {
        let fields = record.fields.into_iter().map(|one| MomentField {
            text: Named { entity, field: &one.field, names }.text(&one.shown),
            value: Json(one.shown.value),
            derived: one.derived,
            label: one.label,
            field: one.field,
        });
        let link = record.then.account_link.and_then(|how| serde_json::to_value(how).ok());
        RecordMoment {
            existed: record.then.existed,
            archived: record.then.archived,
            position: record.then.position,
            at: record.then.at,
            account_link: link.and_then(|how| how.as_str().map(str::to_owned)),
            fields: fields.collect(),
        }
    }
}

impl RecordComparison {
    pub fn of(entity: catalogue::Entity, record: query::RecordCompared, names: &Names) -> Self {
        let fields = record.fields.into_iter().map(|one| {
            let named = Named { entity, field: &one.field, names };
            ComparedField {
                from_text: one.from.as_ref().and_then(|shown| named.text(shown)),
                to_text: one.to.as_ref().and_then(|shown| named.text(shown)),
                from: one.from.map(|shown| Json(shown.value)),
                to: one.to.map(|shown| Json(shown.value)),
                changed: one.changed,
                label: one.label,
                field: one.field,
            }
        });
        RecordComparison { fields: fields.collect(), from: record.from.into(), to: record.to.into() }
    }
}

impl From<RecordThen> for ComparedMoment {
    fn from(then: RecordThen) -> Self {
        ComparedMoment {
            existed: then.existed,
            archived: then.archived,
            position: then.position,
            at: then.at,
        }
    }
}

/// A value beside the one that a piece of work left: for whoever decides what an undo takes back.
#[derive(Debug, SimpleObject)]
pub struct ValueSince {
    pub field: String,
    pub label: String,
    /// What the work left there; null: it emptied the field, or never wrote it.
    pub written: Option<Json<Value>>,
    pub written_text: Option<String>,
    /// What is there now, who put it there and when. A null value: it was emptied.
    pub current: Option<ToldValue>,
}

impl ValueSince {
    pub fn of(entity: catalogue::Entity, since: since::ValueSince, names: &Names) -> Self {
        let named = Named { entity, field: &since.field, names };
        ValueSince {
            written_text: since.wrote.as_ref().and_then(|shown| named.text(shown)),
            written: since.wrote.map(|shown| Json(shown.value)),
            current: since.now.map(|told| named.told(told)),
            label: since.label,
            field: since.field,
        }
    }
}

/// Users are named here: only the face knows them all.
struct Named<'a> {
    entity: catalogue::Entity,
    field: &'a str,
    names: &'a Names,
}

impl Named<'_> {
    fn text(&self, shown: &Shown) -> Option<String> {
        let is_user = field(self.entity, self.field).is_some_and(|def| def.kind == FieldKind::User);
        let user = || {
            let id: Option<Uuid> = shown.value.as_str().and_then(|text| text.parse().ok());
            id.filter(|_| is_user).and_then(|id| self.names.get(&id).cloned())
        };
        shown.text.clone().or_else(user)
    }

    fn told(&self, told: ValueTold) -> ToldValue {
        ToldValue {
            text: told.shown.as_ref().and_then(|shown| self.text(shown)),
            value: told.shown.map(|shown| Json(shown.value)),
            derived: told.derived,
            origin: origin(told.by, self.names),
        }
    }
}

fn origin(by: ToldBy, names: &Names) -> ValueOrigin {
    ValueOrigin {
        position: by.position,
        sequence: by.sequence,
        at: by.at,
        source: by.source,
        source_label: by.source_label,
        import_id: by.import_id,
        import_row: by.import_row,
        actor_name: match by.actor_id {
            Some(id) => names.get(&id).cloned(),
            None => Some("Pivotal".to_owned()),
        },
        actor_id: by.actor_id,
        role: Some(by.role).filter(|role| !role.is_empty()),
        restored_from: by.restored_from,
    }
}
