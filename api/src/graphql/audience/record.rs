//! What contacts and accounts share: inputs of commands, sorting, owners.

use async_graphql::{Context, Enum, InputObject, Json};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::record::earlier::RestoreValues;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::audience::record::reach::{Belonging, reaches};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::audience::history::query::source_label;
use pivotal_projections::audience::list::{self, Direction};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};
use crate::graphql::loaders::{self, ImportNameKey};
use crate::graphql::{actor, core};

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[graphql(remote = "catalogue::Entity")]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    Account,
    Contact,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortDirection {
    #[default]
    Asc,
    Desc,
}

/// Field is a catalogue key of a sortable field: full_name, created_at, job_title, email, account_name, country, ...
#[derive(Debug, InputObject)]
pub struct RecordSort {
    pub field: String,
    #[graphql(default)]
    pub direction: SortDirection,
}

impl RecordSort {
    /// What a list is sorted by when nothing is said: the newest first.
    pub fn or_newest(sort: Option<RecordSort>) -> list::Sort {
        match sort {
            None => list::Sort { field: "created_at".into(), direction: Direction::Descending },
            Some(RecordSort { field, direction }) => list::Sort {
                field,
                direction: match direction {
                    SortDirection::Asc => Direction::Ascending,
                    SortDirection::Desc => Direction::Descending,
                },
            },
        }
    }
}

/// A new record. idempotencyKey: a repeat with the same key returns the first answer.
#[derive(Debug, InputObject)]
pub struct RecordInput {
    /// Catalogue key to raw value: text as typed, numbers, true or false, lists of texts.
    pub fields: Json<Value>,
    /// Contacts only; without it the email's domain links.
    pub account_id: Option<Uuid>,
    pub idempotency_key: Option<String>,
}

/// Fields: catalogue key to raw value, or null to clear. Whatever is not named stays.
#[derive(Debug, InputObject)]
pub struct RecordUpdateInput {
    pub id: Uuid,
    pub fields: Json<Value>,
    pub account_id: Option<Uuid>,
    #[graphql(default_with = "Some(false)")]
    pub unlink_account: Option<bool>,
    /// The version that was looked at; when it is older, fields that do not collide still merge.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct RecordActionInput {
    pub id: Uuid,
    /// Stands in the history.
    pub reason: Option<String>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct RecordUndoInput {
    pub id: Uuid,
    /// Of the event to take back.
    pub position: i64,
    /// Overwrite what was changed since.
    #[graphql(default_with = "Some(false)")]
    pub force: Option<bool>,
    pub idempotency_key: Option<String>,
}

/// Brings values back that fields had at a moment (`at`), or right after one of the record's events (`position`).
#[derive(Debug, InputObject)]
pub struct RecordRestoreValuesInput {
    pub id: Uuid,
    /// Catalogue keys; `account` is a contact's account.
    pub fields: Vec<String>,
    pub at: Option<DateTime<Utc>>,
    pub position: Option<i64>,
    /// The version that was looked at; fields changed since by somebody else are refused.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

impl RecordRestoreValuesInput {
    pub fn into_command(self) -> ApiResult<RestoreValues> {
        let moment = match (self.at, self.position) {
            (Some(at), None) => Moment::At(at),
            (None, Some(position)) => Moment::After(position),
            _ => {
                let message = "Say from when: either a time (at) or an event (position).";
                return Err(
                    CommandError::rejected(Rejection::of_field("at", "RESTORE_MOMENT", message)).into()
                );
            }
        };
        Ok(RestoreValues {
            id: self.id,
            fields: self.fields,
            moment,
            expected_version: self.expected_version,
            idempotency_key: self.idempotency_key,
        })
    }
}

/// The object of fields, or a refusal that names what was sent instead.
pub fn field_map(fields: Value) -> ApiResult<Map<String, Value>> {
    match fields {
        Value::Object(fields) => Ok(fields),
        _ => {
            let message = "fields must be an object of field names and values.".to_owned();
            let mut refused = ApiError::new(REJECTED, message.clone());
            refused.errors.push(FieldProblem {
                code: "FIELDS_SHAPE".into(),
                field: Some("fields".into()),
                path: None,
                record_id: None,
                message,
            });
            Err(refused)
        }
    }
}

/// The owner column holds a user's id, or whatever a file called the owner.
pub fn owner(
    owner: Option<&str>,
    names: &std::collections::HashMap<Uuid, String>,
) -> (Option<Uuid>, Option<String>) {
    match owner.map(str::parse::<Uuid>) {
        None => (None, None),
        Some(Ok(id)) => (Some(id), names.get(&id).cloned()),
        Some(Err(_)) => (None, owner.map(str::to_owned)),
    }
}

/// What a record's row says about whose it is, for [`may_on`].
#[derive(Debug, Clone, Default)]
pub struct Whose {
    pub team: Option<Uuid>,
    pub owner: Option<String>,
}

/// Whether the viewer may do this to the record, by the rule that commands decide by. They ask again.
pub async fn may_on(ctx: &Context<'_>, permission: Permission, whose: &Whose) -> ApiResult<bool> {
    let actor = actor(ctx)?;
    let owner = core(ctx).directory.owner(whose.owner.as_deref()).await.map_err(ApiError::from)?;
    let team = whose.team.map(|team| team.to_string());
    let record = Belonging { team: team.as_deref(), owner: whose.owner.as_deref() };
    Ok(reaches(actor.scope(permission), actor, record, owner.as_ref()))
}

/// The import that a record's source names.
pub fn import_of(source: &str) -> Option<Uuid> {
    source.parse::<Source>().ok().and_then(|source| source.import())
}

/// Where a record came from in words: "Typed in", "API", "Import Fair visitors".
pub async fn source_words(ctx: &Context<'_>, source: &str) -> ApiResult<String> {
    let name = match import_of(source) {
        Some(import) => loaders::of(ctx)?.load_one(ImportNameKey(import)).await?,
        None => None,
    };
    Ok(source_label(source, name.as_deref(), None))
}
