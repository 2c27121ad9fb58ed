//! What a contact looks like over REST.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_projections::audience::contacts::query::ContactRow;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    pub id: Uuid,
    pub archived: bool,
    pub erased: bool,
    pub account_id: Option<Uuid>,
    pub account_link: Option<String>,
    /// Sequence of the last event: what `expectedVersion` is compared with.
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Every field that has a value, by catalogue key.
    pub fields: Value,
}

impl Contact {
    pub fn of(row: ContactRow, fields: &mut HashMap<Uuid, Map<String, Value>>) -> Self {
        Contact {
            fields: Value::Object(fields.remove(&row.id).unwrap_or_default()),
            id: row.id,
            archived: row.archived,
            erased: row.erased,
            account_id: row.account_id,
            account_link: row.account_link,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// Which contacts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words in name, company, email or domain.
    pub q: Option<String>,
    pub account_id: Option<Uuid>,
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
#[schema(as = NewContact)]
pub struct New {
    /// Catalogue key to raw value.
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
    /// Without it the email's domain links.
    pub account_id: Option<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ContactChanges)]
pub struct Changes {
    /// Catalogue key to raw value, or null to clear. Whatever is not named stays.
    #[schema(value_type = Object)]
    #[serde(default)]
    pub fields: Map<String, Value>,
    pub account_id: Option<Uuid>,
    #[serde(default)]
    pub unlink_account: bool,
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

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Erase {
    /// The person's request this carries out, as a ticket number. No personal data.
    pub request: String,
    /// Erasing cannot be undone.
    pub confirm: bool,
}
