//! Where a record's values come from, the record as it was, and two moments of it, over REST.

use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use pivotal_commands::audience::record::earlier;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::provenance::query::{self, FieldCompared, Shown, ToldBy, ValueTold};
use pivotal_projections::audience::provenance::since;
use pivotal_projections::audience::{accounts, contacts};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::page::stale;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::provenance::query::moment;
use crate::graphql::audience::record::RecordRestoreValuesInput;

/// A moment: a time, or right after an event of the record. Now when neither is given.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct When {
    pub at: Option<DateTime<Utc>>,
    pub position: Option<i64>,
}

/// Two moments; without `to`, against now.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Between {
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    pub from_position: Option<i64>,
    pub to_position: Option<i64>,
}

/// Which fields go back to what they held at a moment (`at`), or right after an event (`position`).
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreValues {
    /// Catalogue keys; `account` is a contact's account.
    pub fields: Vec<String>,
    pub at: Option<DateTime<Utc>>,
    pub position: Option<i64>,
    /// The version that was looked at; colliding fields changed since are refused.
    pub expected_version: Option<i64>,
}

impl RestoreValues {
    pub fn into_command(
        self,
        id: Uuid,
        idempotency_key: Option<String>,
    ) -> ApiResult<earlier::RestoreValues> {
        let RestoreValues { fields, at, position, expected_version } = self;
        RecordRestoreValuesInput { id, fields, at, position, expected_version, idempotency_key }
            .into_command()
    }
}

/// One field: the value that holds, those before it, and those that lost against it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FieldProvenance {
    pub field: String,
    pub current: Option<ToldValue>,
    /// Newest first.
    pub earlier: Vec<ToldValue>,
    /// Newest first.
    pub kept: Vec<KeptCandidate>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldValue {
    /// Null: the field was emptied.
    pub value: Option<Value>,
    pub derived: bool,
    pub origin: ValueOrigin,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeptCandidate {
    pub value: Value,
    /// source_priority, newer, fill_empty, never.
    pub rule: String,
    pub origin: ValueOrigin,
}

/// The event a value came with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ValueOrigin {
    pub position: i64,
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub source: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    pub actor_id: Option<Uuid>,
    pub role: String,
    pub restored_from: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecordMoment {
    /// false: its first event came later.
    pub existed: bool,
    pub archived: bool,
    pub position: Option<i64>,
    pub at: Option<DateTime<Utc>>,
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecordComparison {
    pub from_position: Option<i64>,
    pub to_position: Option<i64>,
    pub fields: Vec<ComparedField>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComparedField {
    pub field: String,
    pub from: Option<Value>,
    pub to: Option<Value>,
    pub changed: bool,
}

/// A value beside the one that a piece of work left.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ValueSince {
    pub field: String,
    /// What the work left there; null: it emptied the field, or never wrote it.
    pub written: Option<Value>,
    /// What is there now, who put it there and when.
    pub current: Option<ToldValue>,
}

impl From<since::ValueSince> for ValueSince {
    fn from(one: since::ValueSince) -> Self {
        ValueSince {
            field: one.field,
            written: one.wrote.map(|shown| shown.value),
            current: one.now.map(told_value),
        }
    }
}

pub async fn provenance(
    core: &Core,
    actor: &Actor,
    headers: &HeaderMap,
    record: (Entity, Uuid),
    when: When,
) -> ApiResult<Vec<FieldProvenance>> {
    let moment = moment(when.at, when.position)?;
    let pool = ready(core, headers, record.0).await?;
    let told = query::provenance(pool, &core.opener, actor, record, moment).await?;
    let fields = told.ok_or_else(|| ApiError::not_found(record.0.as_str()))?;
    let shown = fields.into_iter().map(|one| FieldProvenance {
        field: one.field,
        current: one.current.map(told_value),
        earlier: one.earlier.into_iter().map(told_value).collect(),
        kept: one
            .kept
            .into_iter()
            .map(|kept| KeptCandidate {
                value: kept.shown.value,
                rule: kept.rule.to_owned(),
                origin: origin(kept.by),
            })
            .collect(),
    });
    Ok(shown.collect())
}

pub async fn as_of(
    core: &Core,
    actor: &Actor,
    headers: &HeaderMap,
    record: (Entity, Uuid),
    when: When,
) -> ApiResult<RecordMoment> {
    let moment = moment(when.at, when.position)?;
    let pool = ready(core, headers, record.0).await?;
    let found = query::as_of(pool, &core.opener, actor, record, moment).await?;
    let found = found.ok_or_else(|| ApiError::not_found(record.0.as_str()))?;
    Ok(RecordMoment {
        existed: found.then.existed,
        archived: found.then.archived,
        position: found.then.position,
        at: found.then.at,
        fields: found.fields.into_iter().map(|one| (one.field, one.shown.value)).collect(),
    })
}

pub async fn compare(
    core: &Core,
    actor: &Actor,
    headers: &HeaderMap,
    record: (Entity, Uuid),
    between: Between,
) -> ApiResult<RecordComparison> {
    let moments = (moment(between.from, between.from_position)?, moment(between.to, between.to_position)?);
    let pool = ready(core, headers, record.0).await?;
    let found = query::compared(pool, &core.opener, actor, record, moments).await?;
    let found = found.ok_or_else(|| ApiError::not_found(record.0.as_str()))?;
    Ok(RecordComparison {
        from_position: found.from.position,
        to_position: found.to.position,
        fields: found.fields.into_iter().map(ComparedField::from).collect(),
    })
}

/// The log itself is never late; only the row that says who may see the record can be.
async fn ready<'a>(core: &'a Core, headers: &HeaderMap, entity: Entity) -> ApiResult<&'a sqlx::PgPool> {
    let projection = match entity {
        Entity::Contact => contacts::SPEC.name,
        Entity::Account => accounts::SPEC.name,
    };
    stale(core, headers, &[projection]).await?;
    Ok(&core.context.log.pools.read)
}

impl From<FieldCompared> for ComparedField {
    fn from(one: FieldCompared) -> Self {
        let value = |shown: Shown| shown.value;
        ComparedField {
            field: one.field,
            from: one.from.map(value),
            to: one.to.map(value),
            changed: one.changed,
        }
    }
}

fn told_value(told: ValueTold) -> ToldValue {
    ToldValue { value: told.shown.map(|shown| shown.value), derived: told.derived, origin: origin(told.by) }
}

fn origin(by: ToldBy) -> ValueOrigin {
    ValueOrigin {
        position: by.position,
        sequence: by.sequence,
        at: by.at,
        source: by.source,
        import_id: by.import_id,
        import_row: by.import_row,
        actor_id: by.actor_id,
        role: by.role,
        restored_from: by.restored_from,
    }
}
