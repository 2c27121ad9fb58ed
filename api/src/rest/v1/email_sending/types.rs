//! The ledger and the policy as REST shows and takes them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_commands::email::sending::unknown::Was;
use pivotal_domain::email::sending::outcome::State;
use pivotal_domain::email::sending::policy as domain;
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::email::sending::query::{
    LedgerRow, ReasonRow, RecipientRow, RecipientsFilter, label_of,
};
use pivotal_projections::email::tracking::query::ResponseRow;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::email::sending::types::{place_in_filter, variant};
use crate::graphql::email::tracking::types as told;

/// What became of everybody in a campaign's audience. Everybody is in exactly one of pending, sent, excluded, failed and unknown.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
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
    pub reasons: Vec<EmailLedgerReason>,
    /// Whether the parts add up to the audience.
    pub balanced: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailLedgerReason {
    /// excluded, failed, unknown.
    pub state: String,
    /// Like suppressed or refused_address.
    pub reason: String,
    pub label: String,
    pub count: i64,
}

impl From<LedgerRow> for EmailLedger {
    fn from(row: LedgerRow) -> Self {
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
        }
    }
}

impl From<ReasonRow> for EmailLedgerReason {
    fn from(row: ReasonRow) -> Self {
        let label = row.label();
        EmailLedgerReason {
            state: row.state.as_str().to_owned(),
            reason: row.reason,
            label,
            count: row.count,
        }
    }
}

/// Somebody in a campaign's audience, and what became of them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailRecipient {
    pub contact_id: Uuid,
    pub account_id: Option<Uuid>,
    /// Of the audience.
    pub version: i16,
    /// A to H; null: none yet.
    pub variant: Option<String>,
    /// pending, sent, excluded, failed, unknown.
    pub state: String,
    pub reason: Option<String>,
    pub reason_label: Option<String>,
    /// The suppression that left them out.
    pub suppression_id: Option<Uuid>,
    /// Of the address.
    pub domain: Option<String>,
    pub message_id: Option<Uuid>,
    pub sent_at: Option<DateTime<Utc>>,
    pub attempts: i16,
    /// queue, mark, send, settle, stop, sweep or person.
    pub settled_by: Option<String>,
    pub at: DateTime<Utc>,
    /// What their email came to by people, in the order in which it goes: accepted, delivered, bounced_soft, bounced_hard, dropped, opened,
    /// clicked, replied, auto_replied, unsubscribed, complained.
    pub responses: Vec<&'static str>,
}

impl EmailRecipient {
    /// `told`: of their email, where one left.
    pub fn of(row: RecipientRow, told: Option<&ResponseRow>) -> Self {
        let kinds = told.map(ResponseRow::kinds).unwrap_or_default();
        EmailRecipient {
            contact_id: row.contact_id,
            account_id: row.account_id,
            version: row.version,
            variant: variant(row.variant),
            state: row.state,
            reason_label: row.reason.as_deref().map(label_of),
            reason: row.reason,
            suppression_id: row.suppression_id,
            domain: row.domain,
            message_id: row.message_id,
            sent_at: row.sent_at,
            attempts: row.attempts,
            settled_by: row.settled_by,
            at: row.at,
            responses: kinds.into_iter().map(Kind::as_str).collect(),
        }
    }
}

/// One thing that was told of somebody's email.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailRecipientStep {
    /// Like delivered, bounced_hard, opened, clicked.
    pub kind: &'static str,
    pub at: DateTime<Utc>,
    /// Why, of what came back: a code.
    pub code: Option<String>,
    /// Number of the link, of a click.
    pub link: Option<i32>,
    /// What the link is called, or where it leads.
    pub link_name: Option<String>,
    /// Of an open or a click; null: not judged yet.
    pub by_program: Option<bool>,
}

impl From<told::EmailRecipientStep> for EmailRecipientStep {
    fn from(step: told::EmailRecipientStep) -> Self {
        EmailRecipientStep {
            kind: Kind::from(step.kind).as_str(),
            at: step.at,
            code: step.code,
            link: step.link,
            link_name: step.link_name,
            by_program: step.by_program,
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct RecipientsWanted {
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
    /// pending, sent, excluded, failed or unknown; several with commas.
    pub state: Option<String>,
    /// Like suppressed or refused_address; several with commas.
    pub reason: Option<String>,
    /// A to H.
    pub variant: Option<String>,
    /// Of the audience.
    pub version: Option<i16>,
    pub domain: Option<String>,
    /// Whose email came to this, as reports count it: accepted, delivered, deferred, bounced_hard, bounced_soft, dropped, complained,
    /// unsubscribed, opened, clicked, trapped, replied or auto_replied.
    pub response: Option<String>,
}

impl RecipientsWanted {
    pub(super) fn filter(self) -> ApiResult<RecipientsFilter> {
        let known = |name: String| {
            let refused = || {
                ApiError::new(
                    BAD_FILTER,
                    "`state` is one or several of pending, sent, excluded, failed, unknown.",
                )
            };
            state_of(&name).ok_or_else(refused)
        };
        Ok(RecipientsFilter {
            states: listed(self.state.as_deref()).into_iter().map(known).collect::<ApiResult<_>>()?,
            reasons: listed(self.reason.as_deref()),
            variant: self.variant.as_deref().map(place_in_filter).transpose()?,
            version: self.version,
            domain: self.domain,
            response: self.response.as_deref().map(response_of).transpose()?,
        })
    }
}

fn response_of(name: &str) -> ApiResult<Kind> {
    let refused = || {
        let names = Kind::ALL.map(Kind::as_str).join(", ");
        ApiError::new(BAD_FILTER, format!("`response` is one of {names}."))
    };
    Kind::parse(name.trim()).ok_or_else(refused)
}

/// What is asked for with commas.
fn listed(text: Option<&str>) -> Vec<String> {
    let items = text.unwrap_or_default().split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(ToOwned::to_owned).collect()
}

/// The state of a filter, by its name.
fn state_of(name: &str) -> Option<State> {
    State::parse(name).filter(|state| *state != State::Sending)
}

/// What somebody found out about emails of which nobody knew whether they left.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnknownSettled {
    /// sent or not_sent. Of the latter it is written down that they failed; nothing is sent again.
    pub was: EmailUnknownWas,
    /// Left out: all of whom nobody knows.
    #[serde(default)]
    pub contact_ids: Option<Vec<Uuid>>,
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmailUnknownWas {
    Sent,
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

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnknownSettledAnswer {
    /// How many recipients.
    pub settled: u64,
}

/// How much is sent at all, how often to the same person, and at which numbers campaigns pause by themselves. Sent as a whole.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmailPolicy {
    /// Of all campaigns together; none: as fast as accounts take it.
    #[serde(default)]
    pub per_second: Option<u32>,
    /// Emails a second to recipients at a domain.
    #[serde(default)]
    pub domains: BTreeMap<String, f64>,
    /// None: nobody is left out for having been written to.
    #[serde(default)]
    pub cap: Option<EmailCap>,
    pub warn_complaints_percent: f64,
    /// Of what was delivered from a domain within seven days.
    pub pause_complaints_percent: f64,
    pub pause_hard_bounces_percent: f64,
    /// Soft and hard bounces together, of what a campaign handed over last.
    pub pause_bounces_percent: f64,
    pub soft_bounces: EmailSoftBounces,
}

/// At most so many emails to a person within so many days, over all campaigns.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EmailCap {
    pub count: u16,
    pub days: u16,
}

/// When an address that bounces softly again and again is suppressed, and for how many days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmailSoftBounces {
    pub bounces: u16,
    pub within_days: u16,
    /// The first and the last at least so many days apart.
    pub over_days: u16,
    pub rest_days: u16,
}

impl From<domain::Policy> for EmailPolicy {
    fn from(policy: domain::Policy) -> Self {
        let domain::SoftPolicy { bounces, within_days, over_days, rest_days } = policy.soft;
        EmailPolicy {
            per_second: policy.per_second,
            domains: policy.domains,
            cap: policy.cap.map(|cap| EmailCap { count: cap.count, days: cap.days }),
            warn_complaints_percent: policy.warn_complaints,
            pause_complaints_percent: policy.pause_complaints,
            pause_hard_bounces_percent: policy.pause_hard,
            pause_bounces_percent: policy.pause_bounces,
            soft_bounces: EmailSoftBounces { bounces, within_days, over_days, rest_days },
        }
    }
}

impl From<EmailPolicy> for domain::Policy {
    fn from(policy: EmailPolicy) -> Self {
        let EmailSoftBounces { bounces, within_days, over_days, rest_days } = policy.soft_bounces;
        domain::Policy {
            per_second: policy.per_second,
            domains: policy.domains,
            cap: policy.cap.map(|cap| domain::Cap { count: cap.count, days: cap.days }),
            warn_complaints: policy.warn_complaints_percent,
            pause_complaints: policy.pause_complaints_percent,
            pause_hard: policy.pause_hard_bounces_percent,
            pause_bounces: policy.pause_bounces_percent,
            soft: domain::SoftPolicy { bounces, within_days, over_days, rest_days },
        }
    }
}
