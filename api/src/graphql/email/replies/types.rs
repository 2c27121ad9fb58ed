//! A reply as the API shows it.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::email::replies::{Matched, ReplyKind};
use pivotal_projections::email::replies::query::{ReplyFilter, ReplyRow};
use uuid::Uuid;

/// Who wrote it.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ReplyKind")]
pub enum EmailReplyKind {
    Person,
    /// A program: an out-of-office answer, a ticket system.
    Automatic,
    /// A person who wants no more emails and says nothing else. They get none.
    AsksToStop,
}

/// By what it is known which email it answers.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Matched")]
pub enum EmailReplyMatch {
    /// It quotes the email.
    Thread,
    /// It came to an address that names the email.
    Token,
    /// Its sender was written to lately: probably it answers that.
    Address,
    None,
}

/// A mail that came back: somebody answered one of ours, or a program did for them.
#[derive(Debug, SimpleObject)]
pub struct EmailReply {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub done: bool,
    pub kind: EmailReplyKind,
    pub matched: EmailReplyMatch,
    pub contact_id: Option<Uuid>,
    pub contact_name: Option<String>,
    pub campaign_id: Option<Uuid>,
    /// The email of ours that it answers.
    pub message_id: Option<Uuid>,
    pub assignee_id: Option<Uuid>,
    /// The user's name.
    pub assignee_name: Option<String>,
    /// Of somebody who is away: the day they say they are back.
    pub away_until: Option<NaiveDate>,
    /// It came from. Empty once the person was erased.
    pub address: String,
    /// As the sender calls itself.
    pub name: Option<String>,
    pub subject: String,
    pub text: String,
    /// The person was erased, or its time was over: its words are gone.
    pub forgotten: bool,
    /// Counts what happened to it, from 1.
    pub version: i64,
}

impl EmailReply {
    /// `names`: of users.
    pub fn of(row: ReplyRow, names: &HashMap<Uuid, String>) -> Self {
        EmailReply {
            done: row.state == "done",
            kind: ReplyKind::parse(&row.kind).unwrap_or(ReplyKind::Person).into(),
            matched: Matched::parse(&row.matched).unwrap_or(Matched::None).into(),
            assignee_name: row.assignee.and_then(|user| names.get(&user).cloned()),
            id: row.id,
            at: row.at,
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

#[derive(Debug, Default, InputObject)]
pub struct EmailRepliesFilter {
    /// true: put away; false: still to be looked at.
    pub done: Option<bool>,
    /// Empty: any.
    #[graphql(default)]
    pub kinds: Vec<EmailReplyKind>,
    /// Given to this user.
    pub assignee_id: Option<Uuid>,
    /// true: only what nobody was given.
    #[graphql(default)]
    pub unassigned: bool,
    pub contact_id: Option<Uuid>,
    pub campaign_id: Option<Uuid>,
}

impl From<EmailRepliesFilter> for ReplyFilter {
    fn from(filter: EmailRepliesFilter) -> Self {
        ReplyFilter {
            done: filter.done,
            kinds: filter.kinds.into_iter().map(ReplyKind::from).collect(),
            assignee: filter.assignee_id,
            unassigned: filter.unassigned,
            contact: filter.contact_id,
            campaign: filter.campaign_id,
        }
    }
}
