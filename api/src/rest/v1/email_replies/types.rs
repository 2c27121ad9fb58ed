//! What a reply looks like over REST.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::email::replies::ReplyKind;
use pivotal_projections::email::replies::query::{ReplyFilter, ReplyRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailReply)]
pub struct Reply {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    /// open, done.
    pub state: String,
    /// person, automatic, asks_to_stop.
    pub kind: String,
    /// By what it is known which email it answers: thread, token, address, none.
    pub matched: String,
    pub contact_id: Option<Uuid>,
    pub contact_name: Option<String>,
    pub campaign_id: Option<Uuid>,
    pub message_id: Option<Uuid>,
    pub assignee_id: Option<Uuid>,
    /// Of somebody who is away: the day they say they are back.
    pub away_until: Option<NaiveDate>,
    /// It came from. Empty once the person was erased, as all words.
    pub address: String,
    pub name: Option<String>,
    pub subject: String,
    pub text: String,
    pub forgotten: bool,
    pub version: i64,
}

impl From<ReplyRow> for Reply {
    fn from(row: ReplyRow) -> Self {
        Reply {
            id: row.id,
            at: row.at,
            state: row.state,
            kind: row.kind,
            matched: row.matched,
            contact_id: row.contact_id,
            contact_name: row.contact_name,
            campaign_id: row.campaign_id,
            message_id: row.message_id,
            assignee_id: row.assignee,
            away_until: row.away_until,
            address: row.address,
            name: row.name,
            subject: row.subject,
            text: row.text,
            forgotten: row.forgotten,
            version: row.version,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct RepliesWanted {
    /// true: put away; false: still to be looked at.
    pub done: Option<bool>,
    /// person, automatic, asks_to_stop.
    #[param(value_type = Option<String>)]
    pub kind: Option<ReplyKind>,
    /// Given to this user.
    pub assignee_id: Option<Uuid>,
    /// true: only what nobody was given.
    #[serde(default)]
    pub unassigned: bool,
    pub contact_id: Option<Uuid>,
    pub campaign_id: Option<Uuid>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl RepliesWanted {
    pub fn filter(&self) -> ReplyFilter {
        ReplyFilter {
            done: self.done,
            kinds: self.kind.into_iter().collect(),
            assignee: self.assignee_id,
            unassigned: self.unassigned,
            contact: self.contact_id,
            campaign: self.campaign_id,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailReplyAssignment)]
pub struct Assignment {
    /// null: to nobody.
    pub user_id: Option<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailReplyMatching)]
pub struct Matching {
    pub contact_id: Uuid,
}
