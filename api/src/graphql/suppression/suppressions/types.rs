//! Suppressions as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_commands::suppression::guard;
use pivotal_commands::suppression::suppressions::add;
use pivotal_commands::suppression::suppressions::import::REGISTER_STALE_AFTER;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_projections::suppression::suppressions::files::SuppressionFileRow;
use pivotal_projections::suppression::suppressions::query::{Standing, SuppressionRow};
use pivotal_projections::suppression::suppressions::story::Told;
use uuid::Uuid;

use crate::graphql::suppression::name_of;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Kind")]
pub enum SuppressionKind {
    Email,
    Phone,
    /// Everybody with an address at this domain.
    Domain,
    /// Everybody who works at this account.
    Account,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Reason")]
pub enum SuppressionReason {
    Unsubscribed,
    Complaint,
    HardBounce,
    /// Emails to them came back again and again.
    SoftBounces,
    /// They asked not to be called.
    DncRequest,
    /// They stand in a national do-not-call register.
    DncRegister,
    Manual,
    ImportedList,
    Legal,
    /// They asked to be erased.
    ErasureRequest,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Standing")]
pub enum SuppressionStanding {
    Active,
    Released,
    /// Its time is over.
    Expired,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum SuppressionReach {
    Global,
    Client,
    Campaign,
    /// One of our brands.
    Brand,
}

impl SuppressionReach {
    fn of(reach: Reach) -> Self {
        match reach {
            Reach::Global => SuppressionReach::Global,
            Reach::Client(_) => SuppressionReach::Client,
            Reach::Campaign(_) => SuppressionReach::Campaign,
            Reach::Brand(_) => SuppressionReach::Brand,
        }
    }
}

/// Something that must not be contacted, or might again since it was released.
#[derive(Debug, SimpleObject)]
pub struct Suppression {
    pub id: Uuid,
    pub kind: SuppressionKind,
    /// Null: the person was erased, and stays suppressed.
    pub value: Option<String>,
    /// What a person reads: the value, the account's name, or that the person was erased.
    pub label: String,
    pub reach: SuppressionReach,
    pub client_id: Option<Uuid>,
    pub client_name: Option<String>,
    pub campaign_id: Option<Uuid>,
    pub campaign_name: Option<String>,
    pub brand_id: Option<Uuid>,
    pub brand_name: Option<String>,
    pub reason: SuppressionReason,
    pub reason_label: &'static str,
    pub standing: SuppressionStanding,
    pub source: String,
    pub note: Option<String>,
    pub since: DateTime<Utc>,
    /// Null: for good.
    pub until: Option<DateTime<Utc>>,
    pub added_by: Option<String>,
    pub released_at: Option<DateTime<Utc>>,
    pub released_by: Option<String>,
    pub release_reason: Option<String>,
    pub erased: bool,
    pub version: i64,
}

impl Suppression {
    /// `names`: of users.
    pub fn of(row: SuppressionRow, names: &HashMap<Uuid, String>, now: DateTime<Utc>) -> Self {
        let standing = row.standing(now).into();
        let reason = Reason::parse(&row.reason).unwrap_or(Reason::Manual);
        let erased = || "An erased person".to_owned();
        let reach = row.reach.parse().unwrap_or(Reach::Global);
        let (campaign_id, brand_id) = match reach {
            Reach::Campaign(id) => (Some(id), None),
            Reach::Brand(id) => (None, Some(id)),
            Reach::Global | Reach::Client(_) => (None, None),
        };
        let label = row.account_name.or_else(|| row.value.clone()).unwrap_or_else(erased);
        Suppression {
            id: row.id,
            kind: Kind::parse(&row.kind).unwrap_or(Kind::Email).into(),
            value: row.value,
            label,
            reach: SuppressionReach::of(reach),
            client_id: row.client_id,
            client_name: row.client_name,
            campaign_id,
            campaign_name: row.campaign_name,
            brand_id,
            brand_name: row.brand_name,
            reason: reason.into(),
            reason_label: reason.label(),
            standing,
            source: row.source,
            note: row.note,
            since: row.since,
            until: row.until,
            added_by: name_of(&row.added_by, names),
            released_at: row.released_at,
            released_by: row.released_by.and_then(|by| name_of(&by, names)),
            release_reason: row.release_reason,
            erased: row.erased,
            version: row.version,
        }
    }
}

/// One act on a suppression: the proof of who suppressed or released whom, when, why and from where.
#[derive(Debug, SimpleObject)]
pub struct SuppressionEvent {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    /// A note, or why it was released.
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    pub actor_name: Option<String>,
    pub role: Option<String>,
    pub source: String,
    pub ip: Option<String>,
}

impl SuppressionEvent {
    pub fn of(told: Told, names: &HashMap<Uuid, String>) -> Self {
        SuppressionEvent {
            position: told.position,
            event_type: told.event_type,
            title: told.title,
            text: told.text,
            at: told.at,
            actor_name: name_of(&told.actor, names),
            role: Some(told.role).filter(|role| !role.is_empty()),
            source: told.source,
            ip: told.ip,
        }
    }
}

/// A file of suppressions that was read. Of a national register: how old it is.
#[derive(Debug, SimpleObject)]
pub struct SuppressionFile {
    pub id: Uuid,
    pub reach: SuppressionReach,
    pub reason: SuppressionReason,
    pub reason_label: &'static str,
    /// Of its numbers without a country code.
    pub country: Option<String>,
    /// The day the register's file is of.
    pub as_of: Option<NaiveDate>,
    pub age_days: Option<i32>,
    /// It is older than the law allows for calling by it: the register has to be fetched anew.
    pub stale: bool,
    pub rows: i64,
    pub added: i64,
    /// Suppressed before, or twice in the file.
    pub already: i64,
    pub refused: i64,
    pub read_at: DateTime<Utc>,
    pub read_by: Option<String>,
}

impl SuppressionFile {
    /// `names`: of users.
    pub fn of(row: SuppressionFileRow, names: &HashMap<Uuid, String>, now: DateTime<Utc>) -> Self {
        let reason = Reason::parse(&row.reason).unwrap_or(Reason::ImportedList);
        let age = row.as_of.map(|day| (now.date_naive() - day).num_days());
        SuppressionFile {
            id: row.id,
            reach: SuppressionReach::of(row.reach.parse().unwrap_or(Reach::Global)),
            reason: reason.into(),
            reason_label: reason.label(),
            country: row.country,
            as_of: row.as_of,
            age_days: age.and_then(|days| i32::try_from(days).ok()),
            stale: age.is_some_and(|days| days > REGISTER_STALE_AFTER),
            rows: row.rows,
            added: row.added,
            already: row.already,
            refused: row.refused,
            read_at: row.read_at,
            read_by: name_of(&row.read_by, names),
        }
    }
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct SuppressionFilter {
    pub kind: Option<SuppressionKind>,
    pub reason: Option<SuppressionReason>,
    /// CLIENT: of a client, whichever.
    pub reach: Option<SuppressionReach>,
    /// Of this client.
    pub client_id: Option<Uuid>,
    pub standing: Option<SuppressionStanding>,
    /// Exactly this email, phone number, domain or account's id; erased people are found, too.
    pub value: Option<String>,
    /// What the value begins with; a number with its country code.
    pub begins: Option<String>,
}

/// One line. Without a kind it is told by its shape.
#[derive(Debug, InputObject)]
pub struct SuppressionEntryInput {
    pub kind: Option<SuppressionKind>,
    pub value: String,
}

impl From<SuppressionEntryInput> for add::Entry {
    fn from(entry: SuppressionEntryInput) -> Self {
        add::Entry { kind: entry.kind.map(Kind::from), value: entry.value }
    }
}

#[derive(Debug, InputObject)]
pub struct SuppressionsAddInput {
    /// At most 1,000.
    pub entries: Vec<SuppressionEntryInput>,
    pub reason: SuppressionReason,
    /// Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs).
    pub client_id: Option<Uuid>,
    /// Only in this campaign.
    pub campaign_id: Option<Uuid>,
    /// Only in the name of this brand of ours.
    pub brand_id: Option<Uuid>,
    /// Null: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    /// Of phone numbers without a country code: two letters (ISO 3166).
    pub country: Option<String>,
}

/// A line that could not be read and was left out.
#[derive(Debug, SimpleObject)]
pub struct SuppressionRefused {
    /// From 1.
    pub line: i32,
    pub value: String,
    pub code: String,
    pub message: String,
}

impl From<add::Refused> for SuppressionRefused {
    fn from(refused: add::Refused) -> Self {
        SuppressionRefused {
            line: i32::try_from(refused.line).unwrap_or(i32::MAX),
            value: refused.value,
            code: refused.code,
            message: refused.message,
        }
    }
}

/// Whether somebody may be contacted at this very moment, and the proof if not.
#[derive(Debug, SimpleObject)]
pub struct SuppressionCheck {
    pub kind: SuppressionKind,
    /// In the one form in which it is compared.
    pub value: String,
    pub suppressed: bool,
    pub because: Vec<SuppressionCause>,
}

/// One suppression that holds now. An email is suppressed by its domain as well.
#[derive(Debug, SimpleObject)]
pub struct SuppressionCause {
    pub suppression_id: Uuid,
    pub kind: SuppressionKind,
    pub reach: SuppressionReach,
    pub reason: SuppressionReason,
    pub reason_label: &'static str,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
    /// What the log has of it, oldest first.
    pub events: Vec<SuppressionEvent>,
}

impl SuppressionCause {
    pub fn of(held: guard::Suppressed, events: Vec<SuppressionEvent>) -> Self {
        SuppressionCause {
            suppression_id: held.id,
            kind: held.kind.into(),
            reach: SuppressionReach::of(held.reach),
            reason: held.reason.into(),
            reason_label: held.reason.label(),
            since: held.since,
            until: held.until,
            events,
        }
    }
}
