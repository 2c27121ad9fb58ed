//! Rules, what they would change, and what is asked for.

use std::collections::BTreeMap;

use async_graphql::{Enum, InputObject, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::survivorship::rows::{From as TakenFrom, WeighedRow};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::order::{Order, SourceKind};
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::{self, Preview};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::audience::record::Entity;
use crate::graphql::log::jobs::types::JobProgress;

/// Whom a value comes from, as rules tell sources apart.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[graphql(remote = "SourceKind")]
#[serde(rename_all = "snake_case")]
pub enum SurvivorshipSource {
    /// Typed in the app, changed in bulk, or sent through the API.
    Person,
    Automation,
    Import,
    /// Sample data.
    Sample,
    /// Worked out by the product itself.
    System,
}

/// The rules of contacts or accounts.
#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Survivorship)]
pub struct Survivorship {
    #[schema(value_type = String)]
    pub entity: Entity,
    /// Every source, with its name for people.
    pub sources: Vec<SourceName>,
    /// Places, strongest first. Sources that share a place are equals: the newer value wins.
    pub everywhere: Vec<Vec<SurvivorshipSource>>,
    /// Fields with an order of their own, by label.
    pub fields: Vec<FieldOrder>,
    /// Nobody chose anything yet.
    pub is_default: bool,
    pub changed_at: Option<DateTime<Utc>>,
    /// The last one that was asked for and not cancelled.
    pub preview: Option<SurvivorshipPreview>,
}

#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SourceName)]
pub struct SourceName {
    pub source: SurvivorshipSource,
    pub label: &'static str,
}

#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FieldOrder)]
pub struct FieldOrder {
    pub field: String,
    pub label: String,
    pub order: Vec<Vec<SurvivorshipSource>>,
}

/// What rules would make of the records that are there.
#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SurvivorshipPreview)]
pub struct SurvivorshipPreview {
    /// To name it when it is applied.
    pub id: Uuid,
    pub everywhere: Vec<Vec<SurvivorshipSource>>,
    pub fields: Vec<FieldOrder>,
    pub started_at: DateTime<Utc>,
    pub running: bool,
    /// While it runs.
    #[serde(skip)]
    pub progress: Option<JobProgress>,
    /// Records that were weighed; archived ones are not. Null until it is done, like the two below.
    pub records: Option<i64>,
    /// Records that would hold another value.
    pub changed: Option<i64>,
    /// How many values would be others, the most first.
    pub counts: Option<Vec<FieldCount>>,
    /// The list can be opened until then; null when it is gone.
    pub expires_at: Option<DateTime<Utc>>,
    /// The bulk change that made it so.
    pub applied_by: Option<Uuid>,
}

#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FieldCount)]
pub struct FieldCount {
    pub field: String,
    pub label: String,
    pub count: i64,
}

#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SurvivorshipRows)]
pub struct SurvivorshipRows {
    pub rows: Vec<SurvivorshipRow>,
    /// For `after`; null when there is no more.
    pub end_cursor: Option<String>,
    pub has_next_page: bool,
}

/// A record that would hold other values.
#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SurvivorshipRow)]
pub struct SurvivorshipRow {
    #[schema(value_type = String)]
    pub entity: Entity,
    pub record_id: Uuid,
    pub name: Option<String>,
    pub fields: Vec<SurvivorshipDifference>,
}

#[derive(Debug, SimpleObject, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SurvivorshipDifference)]
pub struct SurvivorshipDifference {
    pub field: String,
    pub label: String,
    /// The value that holds.
    #[schema(value_type = Option<Value>)]
    pub now: Option<Json<Value>>,
    pub now_source: SurvivorshipSource,
    pub now_at: DateTime<Utc>,
    /// The one that would.
    #[schema(value_type = Option<Value>)]
    pub then: Option<Json<Value>>,
    pub then_source: SurvivorshipSource,
    pub then_at: DateTime<Utc>,
}

/// Rules of contacts or accounts. A source must have one place in each order.
#[derive(Debug, Clone, InputObject)]
pub struct SurvivorshipInput {
    pub entity: Entity,
    pub everywhere: Vec<Vec<SurvivorshipSource>>,
    #[graphql(default)]
    pub fields: Vec<FieldOrderInput>,
}

#[derive(Debug, Clone, InputObject)]
pub struct FieldOrderInput {
    pub field: String,
    pub order: Vec<Vec<SurvivorshipSource>>,
}

impl SurvivorshipInput {
    pub fn read(self) -> Result<(catalogue::Entity, Rules), SurvivorshipError> {
        let entity = self.entity.into();
        let everywhere = order(self.everywhere)?;
        let mut fields = BTreeMap::new();
        for one in self.fields {
            fields.insert(one.field, order(one.order)?);
        }
        Ok((entity, Rules::new(entity, everywhere, fields)?))
    }
}

fn order(places: Vec<Vec<SurvivorshipSource>>) -> Result<Order, SurvivorshipError> {
    let kinds = |place: Vec<SurvivorshipSource>| place.into_iter().map(SourceKind::from).collect();
    Order::new(places.into_iter().map(kinds).collect())
}

fn places(order: &Order) -> Vec<Vec<SurvivorshipSource>> {
    let place = |place: &Vec<SourceKind>| place.iter().copied().map(SurvivorshipSource::from).collect();
    order.places().iter().map(place).collect()
}

impl Survivorship {
    pub fn of(
        entity: catalogue::Entity,
        state: &survivorship::Survivorship,
        progress: Option<JobProgress>,
        definitions: &Definitions,
        now: DateTime<Utc>,
    ) -> Self {
        let preview = state.preview.as_ref();
        let lists = state.previews.current().filter(|lists| lists.expires_at > now);
        Survivorship {
            entity: entity.into(),
            sources: SourceKind::ALL
                .iter()
                .map(|kind| SourceName { source: (*kind).into(), label: kind.label() })
                .collect(),
            everywhere: places(&state.rules.everywhere),
            fields: orders(entity, &state.rules, definitions),
            is_default: state.rules.is_default(),
            changed_at: state.changed_at,
            preview: preview.map(|preview| SurvivorshipPreview {
                running: state.previews.running == Some(preview.job),
                progress,
                expires_at: lists.filter(|lists| lists.job == preview.job).map(|lists| lists.expires_at),
                ..SurvivorshipPreview::of(entity, preview, definitions)
            }),
        }
    }
}

impl SurvivorshipPreview {
    fn of(entity: catalogue::Entity, preview: &Preview, definitions: &Definitions) -> Self {
        let difference = preview.difference.as_ref();
        let counts = difference.map(|difference| {
            let mut counts: Vec<FieldCount> = difference
                .fields
                .iter()
                .map(|(key, count)| FieldCount {
                    label: definitions.label(entity, key),
                    field: key.clone(),
                    count: number(*count),
                })
                .collect();
            counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
            counts
        });
        SurvivorshipPreview {
            id: preview.job,
            everywhere: places(&preview.rules.everywhere),
            fields: orders(entity, &preview.rules, definitions),
            started_at: preview.started_at,
            running: false,
            progress: None,
            records: difference.map(|difference| number(difference.records)),
            changed: difference.map(|difference| number(difference.changed)),
            counts,
            expires_at: None,
            applied_by: preview.applied_by,
        }
    }
}

fn orders(entity: catalogue::Entity, rules: &Rules, definitions: &Definitions) -> Vec<FieldOrder> {
    let of = |(key, order): (&String, &Order)| FieldOrder {
        field: key.clone(),
        label: definitions.label(entity, key),
        order: places(order),
    };
    let mut orders: Vec<FieldOrder> = rules.fields.iter().map(of).collect();
    orders.sort_by(|a, b| a.label.cmp(&b.label));
    orders
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl SurvivorshipRow {
    pub fn of(row: WeighedRow, definitions: &Definitions) -> Self {
        let json = |value: FieldValue| serde_json::to_value(value).ok().map(Json);
        let source = |from: &TakenFrom| SurvivorshipSource::from(from.kind);
        let fields = row.fields.into_iter().map(|(field, one)| SurvivorshipDifference {
            label: definitions.label(row.entity, &field),
            field,
            now_source: source(&one.now_from),
            now_at: one.now_from.at,
            now: json(one.now),
            then_source: source(&one.then_from),
            then_at: one.then_from.at,
            then: json(one.then),
        });
        SurvivorshipRow {
            entity: row.entity.into(),
            record_id: row.record,
            name: row.name,
            fields: fields.collect(),
        }
    }
}
