//! What suppressions look like over REST.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_commands::suppression::suppressions::add;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_projections::suppression::suppressions::query::{Standing, SuppressionRow};
use pivotal_projections::suppression::suppressions::story::Told;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::suppression::suppressions::types as graphql;

/// Something that must not be contacted, or might again since it was released.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Suppression {
    pub id: Uuid,
    /// email, phone, domain, account.
    pub kind: String,
    /// Null: the person was erased, and stays suppressed.
    pub value: Option<String>,
    /// global, client:<id>, campaign:<id>, brand:<id>.
    pub reach: String,
    /// unsubscribed, complaint, hard_bounce, soft_bounces, dnc_request, dnc_register, manual, imported_list, legal, erasure_request.
    pub reason: String,
    /// active, released, expired.
    pub standing: &'static str,
    pub source: String,
    pub note: Option<String>,
    pub since: DateTime<Utc>,
    /// Null: for good.
    pub until: Option<DateTime<Utc>>,
    pub released_at: Option<DateTime<Utc>>,
    pub release_reason: Option<String>,
}

impl Suppression {
    pub fn of(row: SuppressionRow, now: DateTime<Utc>) -> Self {
        let standing = match row.standing(now) {
            Standing::Active => "active",
            Standing::Released => "released",
            Standing::Expired => "expired",
        };
        Suppression {
            id: row.id,
            kind: row.kind,
            value: row.value,
            reach: row.reach,
            reason: row.reason,
            standing,
            source: row.source,
            note: row.note,
            since: row.since,
            until: row.until,
            released_at: row.released_at,
            release_reason: row.release_reason,
        }
    }
}

/// One act on a suppression, as the log has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionAct {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    /// A note, or why it was released.
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    /// Who did it; absent when they are not known any more.
    pub actor_name: Option<String>,
    pub source: String,
    pub ip: Option<String>,
}

impl SuppressionAct {
    pub fn told(told: Told, names: &HashMap<Uuid, String>) -> Self {
        graphql::SuppressionEvent::of(told, names).into()
    }
}

impl From<graphql::SuppressionEvent> for SuppressionAct {
    fn from(event: graphql::SuppressionEvent) -> Self {
        SuppressionAct {
            position: event.position,
            event_type: event.event_type,
            title: event.title,
            text: event.text,
            at: event.at,
            actor_name: event.actor_name,
            source: event.source,
            ip: event.ip,
        }
    }
}

/// Whether somebody may be contacted at this very moment, and the proof if not.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionChecked {
    pub kind: String,
    /// In the one form in which it is compared.
    pub value: String,
    pub suppressed: bool,
    pub because: Vec<SuppressionHeld>,
}

/// One suppression that holds now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionHeld {
    pub suppression_id: Uuid,
    pub kind: String,
    pub reason: String,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
    /// Oldest first.
    pub events: Vec<SuppressionAct>,
}

impl From<graphql::SuppressionCheck> for SuppressionChecked {
    fn from(check: graphql::SuppressionCheck) -> Self {
        let because = check.because.into_iter().map(|cause| SuppressionHeld {
            suppression_id: cause.suppression_id,
            kind: Kind::from(cause.kind).as_str().to_owned(),
            reason: Reason::from(cause.reason).as_str().to_owned(),
            since: cause.since,
            until: cause.until,
            events: cause.events.into_iter().map(SuppressionAct::from).collect(),
        });
        SuppressionChecked {
            kind: Kind::from(check.kind).as_str().to_owned(),
            suppressed: check.suppressed,
            because: because.collect(),
            value: check.value,
        }
    }
}

/// One line. Without a kind it is told by its shape.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEntry {
    #[schema(value_type = Option<String>)]
    pub kind: Option<Kind>,
    pub value: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSuppressions {
    /// At most 1,000.
    pub entries: Vec<NewEntry>,
    /// unsubscribed, complaint, hard_bounce, soft_bounces, dnc_request, dnc_register, manual, imported_list, legal, erasure_request.
    #[schema(value_type = String)]
    pub reason: Reason,
    /// Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs).
    pub client_id: Option<Uuid>,
    /// Only in this campaign.
    pub campaign_id: Option<Uuid>,
    /// Only in the name of this brand of ours.
    pub brand_id: Option<Uuid>,
    /// Absent: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    /// Of phone numbers without a country code: two letters (ISO 3166).
    pub country: Option<String>,
}

/// One email address that gets nothing any more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSuppressedEmail {
    pub value: String,
    /// As of many; absent: manual.
    #[schema(value_type = Option<String>)]
    pub reason: Option<Reason>,
    /// Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs).
    pub client_id: Option<Uuid>,
    /// Only in this campaign.
    pub campaign_id: Option<Uuid>,
    /// Only in the name of this brand of ours.
    pub brand_id: Option<Uuid>,
    /// Absent: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
}

/// One phone number that is not called any more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSuppressedPhone {
    pub value: String,
    /// As of many; absent: manual.
    #[schema(value_type = Option<String>)]
    pub reason: Option<Reason>,
    /// Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs).
    pub client_id: Option<Uuid>,
    /// Only in this campaign.
    pub campaign_id: Option<Uuid>,
    /// Only in the name of this brand of ours.
    pub brand_id: Option<Uuid>,
    /// Absent: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    /// Of a number without a country code: two letters (ISO 3166).
    pub country: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SuppressionAdded {
    pub id: Uuid,
    /// False: suppressed before, for the same or a weightier reason.
    pub added: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionsAdded {
    /// Of all lines that could be read, each once.
    pub ids: Vec<Uuid>,
    pub added: usize,
    /// Suppressed before, for the same or a weightier reason.
    pub already: usize,
    /// Lines that could not be read. The others were suppressed.
    pub refused: Vec<LineRefused>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LineRefused {
    /// From 1.
    pub line: usize,
    pub value: String,
    pub code: String,
    pub message: String,
}

impl From<add::AddedSuppressions> for SuppressionsAdded {
    fn from(done: add::AddedSuppressions) -> Self {
        let refused = done.refused.into_iter().map(|refused| LineRefused {
            line: refused.line,
            value: refused.value,
            code: refused.code,
            message: refused.message,
        });
        SuppressionsAdded {
            ids: done.ids,
            added: done.added,
            already: done.already,
            refused: refused.collect(),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SuppressionReleased {
    /// Kept as proof; must not be empty.
    pub reason: String,
}
