//! The ledger and the policy as the API shows them.

use std::collections::BTreeMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::email::sending::unknown::Was;
use pivotal_domain::email::sending::outcome::State;
use pivotal_domain::email::sending::policy as domain;
use pivotal_domain::email::sending::variants::{key_of, place_of};
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::email::sending::query::{
    LedgerRow, ReasonRow, RecipientRow, RecipientsFilter, label_of,
};
use pivotal_projections::email::tracking::query::ResponseRow;
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::audience::contacts::types::Contact;
use crate::graphql::email::tracking::types::EmailSignalKind;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmailLedgerState {
    /// Waits for its turn, or is being handed over.
    Pending,
    Sent,
    Excluded,
    Failed,
    /// May or may not have left.
    Unknown,
}

impl From<State> for EmailLedgerState {
    fn from(state: State) -> Self {
        match state {
            State::Pending | State::Sending => EmailLedgerState::Pending,
            State::Sent => EmailLedgerState::Sent,
            State::Excluded => EmailLedgerState::Excluded,
            State::Failed => EmailLedgerState::Failed,
            State::Unknown => EmailLedgerState::Unknown,
        }
    }
}

impl From<EmailLedgerState> for State {
    fn from(state: EmailLedgerState) -> Self {
        match state {
            EmailLedgerState::Pending => State::Pending,
            EmailLedgerState::Sent => State::Sent,
            EmailLedgerState::Excluded => State::Excluded,
            EmailLedgerState::Failed => State::Failed,
            EmailLedgerState::Unknown => State::Unknown,
        }
    }
}

/// What became of everybody in a campaign's audience. Everybody is in exactly one of pending, sent, excluded, failed and unknown.
#[derive(Debug, SimpleObject)]
pub struct EmailLedger {
    pub audience: i64,
    pub pending: i64,
    /// Of the pending ones: being handed over to the provider right now.
    pub handing_over: i64,
    pub sent: i64,
    pub excluded: i64,
    pub failed: i64,
    /// May or may not have left; never sent again by itself.
    pub unknown: i64,
    /// Why, of the excluded, failed and unknown ones.
    pub reasons: Vec<EmailLedgerReason>,
    /// Whether the parts add up to the audience.
    pub balanced: bool,
    /// The position in `x-pivotal-after` was not reached in time: the figures may be older than your last write.
    pub stale: bool,
}

#[derive(Debug, SimpleObject)]
pub struct EmailLedgerReason {
    pub state: EmailLedgerState,
    /// Like suppressed or refused_address.
    pub reason: String,
    /// For people.
    pub label: String,
    pub count: i64,
}

impl EmailLedger {
    pub fn of(row: LedgerRow, stale: bool) -> Self {
        let balanced = row.is_balanced();
        EmailLedger {
            audience: row.audience,
            pending: row.pending,
            handing_over: row.handing_over,
            sent: row.sent,
            excluded: row.excluded,
            failed: row.failed,
            unknown: row.unknown,
            reasons: row.reasons.into_iter().map(EmailLedgerReason::from).collect(),
            balanced,
            stale,
        }
    }
}

impl From<ReasonRow> for EmailLedgerReason {
    fn from(row: ReasonRow) -> Self {
        let label = row.label();
        EmailLedgerReason { state: row.state.into(), reason: row.reason, label, count: row.count }
    }
}

/// Somebody in a campaign's audience, and what became of them.
#[derive(Debug, SimpleObject)]
pub struct EmailRecipient {
    pub contact_id: Uuid,
    /// Null once they are erased, or when you may not see them.
    pub contact: Option<Contact>,
    pub account_id: Option<Uuid>,
    /// Of the audience.
    pub version: i32,
    /// A to H; null: none yet.
    pub variant: Option<String>,
    pub state: EmailLedgerState,
    pub reason: Option<String>,
    pub reason_label: Option<String>,
    /// The suppression that left them out.
    pub suppression_id: Option<Uuid>,
    /// Of the address.
    pub domain: Option<String>,
    /// Of the email, as providers and its links name it.
    pub message_id: Option<Uuid>,
    pub sent_at: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub attempts: i32,
    /// Which step told of it: queue, mark, send, settle, stop, sweep or person.
    pub settled_by: Option<String>,
    /// Since when it is so.
    pub at: DateTime<Utc>,
    /// What their email came to by people, in the order in which it goes; empty when nothing left or nothing was told.
    pub responses: Vec<EmailSignalKind>,
}

impl EmailRecipient {
    /// `told`: of their email, where one left.
    pub fn of(row: RecipientRow, contact: Option<Contact>, told: Option<&ResponseRow>) -> Self {
        let kinds = told.map(ResponseRow::kinds).unwrap_or_default();
        EmailRecipient {
            contact_id: row.contact_id,
            contact,
            account_id: row.account_id,
            version: row.version.into(),
            variant: variant(row.variant),
            state: State::parse(&row.state).unwrap_or(State::Pending).into(),
            reason_label: row.reason.as_deref().map(label_of),
            reason: row.reason,
            suppression_id: row.suppression_id,
            domain: row.domain,
            message_id: row.message_id,
            sent_at: row.sent_at,
            attempts: row.attempts.into(),
            settled_by: row.settled_by,
            at: row.at,
            responses: kinds.into_iter().map(EmailSignalKind::from).collect(),
        }
    }
}

/// As people call the variant in a place.
pub fn variant(place: Option<i16>) -> Option<String> {
    place.and_then(|place| u8::try_from(place).ok()).map(|place| key_of(place).to_string())
}

#[derive(Debug, Default, InputObject)]
pub struct EmailRecipientsFilter {
    /// Empty: any.
    #[graphql(default)]
    pub states: Vec<EmailLedgerState>,
    /// Like suppressed or refused_address; empty: any.
    #[graphql(default)]
    pub reasons: Vec<String>,
    /// A to H.
    pub variant: Option<String>,
    /// Of the audience.
    pub version: Option<i32>,
    pub domain: Option<String>,
    /// Whose email came to this, as reports count it.
    pub response: Option<EmailSignalKind>,
}

impl EmailRecipientsFilter {
    pub fn read(self) -> ApiResult<RecipientsFilter> {
        Ok(RecipientsFilter {
            states: self.states.into_iter().map(State::from).collect(),
            reasons: self.reasons,
            variant: self.variant.as_deref().map(place_in_filter).transpose()?,
            // What no audience version is called finds nobody.
            version: self.version.map(|version| i16::try_from(version).unwrap_or(-1)),
            domain: self.domain,
            response: self.response.map(Kind::from),
        })
    }
}

/// The place of a variant that somebody asked for.
pub fn place_in_filter(key: &str) -> ApiResult<i16> {
    let mut letters = key.trim().chars();
    let place = match (letters.next(), letters.next()) {
        (Some(letter), None) => place_of(letter.to_ascii_uppercase()),
        _ => None,
    };
    place.map(i16::from).ok_or_else(|| {
        ApiError::new(BAD_FILTER, "`variant` is one letter: A for the first, B for the second.")
    })
}

/// How much is sent at all, how often to the same person, and at which numbers campaigns pause by themselves.
#[derive(Debug, SimpleObject)]
pub struct EmailPolicy {
    /// Of all campaigns together; null: as fast as accounts take it.
    pub per_second: Option<i32>,
    /// Emails a second to recipients at a domain.
    pub domains: Vec<EmailDomainPace>,
    /// Null: nobody is left out for having been written to.
    pub cap: Option<EmailCap>,
    pub warn_complaints_percent: f64,
    /// Of what was delivered from a domain within seven days.
    pub pause_complaints_percent: f64,
    pub pause_hard_bounces_percent: f64,
    /// Soft and hard bounces together, of what a campaign handed over last.
    pub pause_bounces_percent: f64,
    pub soft_bounces: EmailSoftBounces,
    /// Null: as it was built in.
    pub set_at: Option<DateTime<Utc>>,
}

#[derive(Debug, SimpleObject)]
pub struct EmailDomainPace {
    pub domain: String,
    pub per_second: f64,
}

/// At most so many emails to a person within so many days, over all campaigns.
#[derive(Debug, SimpleObject)]
pub struct EmailCap {
    pub count: i32,
    pub days: i32,
}

/// When an address that bounces softly again and again is suppressed, and for how long.
#[derive(Debug, SimpleObject)]
pub struct EmailSoftBounces {
    pub bounces: i32,
    pub within_days: i32,
    /// The first and the last at least so many days apart.
    pub over_days: i32,
    /// Suppressed for so many days.
    pub rest_days: i32,
}

impl From<domain::EmailPolicy> for EmailPolicy {
    fn from(held: domain::EmailPolicy) -> Self {
        let domain::EmailPolicy { policy, set_at } = held;
        let domains = policy.domains.into_iter();
        EmailPolicy {
            per_second: policy.per_second.map(|pace| i32::try_from(pace).unwrap_or(i32::MAX)),
            domains: domains.map(|(domain, per_second)| EmailDomainPace { domain, per_second }).collect(),
            cap: policy.cap.map(|cap| EmailCap { count: cap.count.into(), days: cap.days.into() }),
            warn_complaints_percent: policy.warn_complaints,
            pause_complaints_percent: policy.pause_complaints,
            pause_hard_bounces_percent: policy.pause_hard,
            pause_bounces_percent: policy.pause_bounces,
            soft_bounces: EmailSoftBounces {
                bounces: policy.soft.bounces.into(),
                within_days: policy.soft.within_days.into(),
                over_days: policy.soft.over_days.into(),
                rest_days: policy.soft.rest_days.into(),
            },
            set_at,
        }
    }
}

/// All of the policy at once.
#[derive(Debug, InputObject)]
pub struct EmailPolicyInput {
    pub per_second: Option<i32>,
    #[graphql(default)]
    pub domains: Vec<EmailDomainPaceInput>,
    pub cap: Option<EmailCapInput>,
    pub warn_complaints_percent: f64,
    pub pause_complaints_percent: f64,
    pub pause_hard_bounces_percent: f64,
    pub pause_bounces_percent: f64,
    pub soft_bounces: EmailSoftBouncesInput,
}

#[derive(Debug, InputObject)]
pub struct EmailDomainPaceInput {
    pub domain: String,
    pub per_second: f64,
}

#[derive(Debug, InputObject)]
pub struct EmailCapInput {
    /// 1 to 100.
    pub count: i32,
    /// 1 to 90.
    pub days: i32,
}

#[derive(Debug, InputObject)]
pub struct EmailSoftBouncesInput {
    pub bounces: i32,
    pub within_days: i32,
    pub over_days: i32,
    pub rest_days: i32,
}

impl From<EmailPolicyInput> for domain::Policy {
    fn from(input: EmailPolicyInput) -> Self {
        // What is below zero is refused as what is too large.
        let small = |number: i32| u16::try_from(number).unwrap_or(u16::MAX);
        let domains: BTreeMap<String, f64> =
            input.domains.into_iter().map(|one| (one.domain, one.per_second)).collect();
        domain::Policy {
            per_second: input.per_second.map(|pace| u32::try_from(pace).unwrap_or(u32::MAX)),
            domains,
            cap: input.cap.map(|cap| domain::Cap { count: small(cap.count), days: small(cap.days) }),
            warn_complaints: input.warn_complaints_percent,
            pause_complaints: input.pause_complaints_percent,
            pause_hard: input.pause_hard_bounces_percent,
            pause_bounces: input.pause_bounces_percent,
            soft: domain::SoftPolicy {
                bounces: small(input.soft_bounces.bounces),
                within_days: small(input.soft_bounces.within_days),
                over_days: small(input.soft_bounces.over_days),
                rest_days: small(input.soft_bounces.rest_days),
            },
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmailUnknownWas {
    Sent,
    /// It failed. Nothing is sent again by it.
    NotSent,
}

impl From<EmailUnknownWas> for Was {
    fn from(was: EmailUnknownWas) -> Self {
        match was {
            EmailUnknownWas::Sent => Was::Sent,
            EmailUnknownWas::NotSent => Was::NotSent,
        }
    }
}
