//! What a account looks like over REST.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_projections::audience::accounts::query::AccountRow;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub id: Uuid,
    pub archived: bool,
    pub contact_count: i64,
    /// Sequence of the last event: what `expectedVersion` is compared with.
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Every field that has a value, by catalogue key.
    pub fields: Value,
}

impl Account {
    pub fn of(row: AccountRow, fields: &mut HashMap<Uuid, Map<String, Value>>) -> Self {
        Account {
            fields: Value::Object(fields.remove(&row.id).unwrap_or_default()),
            id: row.id,
            archived: row.archived,
            contact_count: row.contact_count,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// Which accounts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words in name, company, email or domain.
    pub q: Option<String>,
    pub status: Option<String>,
    /// ISO 3166-1 alpha-2, several with commas.
    pub country: Option<String>,
    pub import_id: Option<Uuid>,
    /// created, updated, unchanged, merged_in_file or matches_archived; together with importId.
    pub import_outcome: Option<String>,
    pub archived: Option<bool>,
    /// A filter in the filter language, as JSON: {"all":[{"field":"country","op":"in","value":["DE","AT"]}]}.
    pub filter: Option<String>,
    /// In which days of the filter begin, as Europe/Berlin. UTC if not said.
    pub time_zone: Option<String>,
    /// A sortable field of the catalogue; `-created_at` for descending.
    pub sort: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewAccount)]
pub struct New {
    /// Catalogue key to raw value.
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = AccountChanges)]
pub struct Changes {
    /// Catalogue key to raw value, or null to clear. Whatever is not named stays.
    #[schema(value_type = Object)]
    #[serde(default)]
    pub fields: Map<String, Value>,
    /// The version that was looked at; colliding fields changed since are refused.
    pub expected_version: Option<i64>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Archive {
    /// Stands in the history.
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Undo {
    /// Of the event to take back.
    pub position: i64,
    /// Overwrite what was changed since.
    #[serde(default)]
    pub force: bool,
}
