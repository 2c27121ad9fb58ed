//! A sender as the API shows it.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::email::senders::checks::{Check, Publish, RecordKind, Subject, Verdict};
use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_projections::email::senders::query::SenderRow;
use pivotal_projections::email::senders::story::Told;
use uuid::Uuid;

use crate::directory::Names;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Provider")]
pub enum MailProvider {
    /// Nothing leaves: mail is read on a page of ours.
    TestMailbox,
    Smtp,
    Ses,
    SendGrid,
    Mailgun,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Subject")]
pub enum SenderCheckSubject {
    Spf,
    Dkim,
    Dmarc,
    /// Whether somebody takes the replies.
    ReplyMx,
    Tracking,
    /// Whether the provider account is in the configuration.
    Account,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Verdict")]
pub enum SenderVerdict {
    NotNeeded,
    Pass,
    /// The name servers did not answer.
    Unknown,
    Warn,
    Fail,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "RecordKind")]
pub enum DnsRecordKind {
    Txt,
    Cname,
    Mx,
}

/// Who mail comes from, through whom it leaves, and whether its domains let it.
#[derive(Debug, SimpleObject)]
pub struct SenderProfile {
    pub id: Uuid,
    pub from_name: String,
    pub from_address: String,
    /// Null: replies go to the address it comes from.
    pub reply_to: Option<String>,
    pub from_domain: String,
    pub brand_id: Uuid,
    pub brand_name: String,
    /// Its brand sends by it unless somebody says otherwise.
    pub is_default: bool,
    /// As the law wants it at the foot of each mail.
    pub physical_address: String,
    /// Under which links stand.
    pub tracking_domain: Option<String>,
    pub provider: MailProvider,
    pub provider_name: String,
    /// The name of an account of the configuration.
    pub account: String,
    pub dkim_selector: Option<String>,
    /// What the provider says to publish under the selector.
    pub dkim_record: Option<String>,
    pub ramp: Option<SenderRamp>,
    pub archived: bool,
    /// The worst of the checks; null: not checked since what is checked was changed.
    pub health: Option<SenderVerdict>,
    pub checked_at: Option<DateTime<Utc>>,
    pub checks: Vec<SenderCheck>,
    pub created_at: DateTime<Utc>,
}

/// How a domain is warmed up.
#[derive(Debug, SimpleObject)]
pub struct SenderRamp {
    pub first_day: NaiveDate,
    pub start_per_day: u32,
    /// By how many percent each day allows more than the one before.
    pub growth_percent: u32,
    pub limit_per_day: u32,
    /// How many mails today allows (UTC).
    pub allowed_today: u32,
}

#[derive(Debug, SimpleObject)]
pub struct SenderCheck {
    pub subject: SenderCheckSubject,
    pub title: String,
    pub verdict: SenderVerdict,
    /// What is so, and what to do.
    pub words: String,
    /// The record as it is published.
    pub found: Option<String>,
    /// The record to publish.
    pub publish: Option<DnsRecord>,
}

#[derive(Debug, SimpleObject)]
pub struct DnsRecord {
    /// In full, without a dot at its end.
    pub name: String,
    pub kind: DnsRecordKind,
    pub value: String,
}

impl SenderProfile {
    pub fn of(row: SenderRow, now: DateTime<Utc>) -> Option<Self> {
        let health = row.state.health();
        let (who, setup) = (row.state.who, row.state.setup?);
        let (dkim_selector, dkim_record) = match setup.dkim {
            Some(key) => (Some(key.selector), key.record),
            None => (None, None),
        };
        Some(SenderProfile {
            id: row.id,
            from_name: who.from_name,
            from_address: who.from_address,
            reply_to: who.reply_to,
            from_domain: setup.from_domain,
            brand_id: row.brand_id,
            brand_name: row.brand_name,
            is_default: row.is_default,
            physical_address: setup.physical_address,
            tracking_domain: setup.tracking_domain,
            provider: setup.provider.into(),
            provider_name: setup.provider.label().to_owned(),
            account: setup.account,
            dkim_selector,
            dkim_record,
            ramp: setup.ramp.map(|ramp| SenderRamp::of(ramp, now)),
            archived: row.state.archived,
            health: health.map(SenderVerdict::from),
            checked_at: row.state.checked_at,
            checks: row.state.checks.into_iter().map(SenderCheck::from).collect(),
            created_at: row.created_at,
        })
    }
}

impl SenderRamp {
    fn of(ramp: Ramp, now: DateTime<Utc>) -> Self {
        SenderRamp {
            first_day: ramp.first_day,
            start_per_day: ramp.start_per_day,
            growth_percent: ramp.growth_percent,
            limit_per_day: ramp.limit_per_day,
            allowed_today: ramp.allowance_on(now.date_naive()),
        }
    }
}

impl From<Check> for SenderCheck {
    fn from(check: Check) -> Self {
        let Check { subject, verdict, reason, found, publish } = check;
        SenderCheck {
            subject: subject.into(),
            title: subject.label().to_owned(),
            verdict: verdict.into(),
            words: reason.words().to_owned(),
            found,
            publish: publish.map(DnsRecord::from),
        }
    }
}

impl From<Publish> for DnsRecord {
    fn from(publish: Publish) -> Self {
        DnsRecord { name: publish.name, kind: publish.kind.into(), value: publish.value }
    }
}

/// An account through which mail may leave, as the configuration names it. Never with a secret of it.
#[derive(Debug, SimpleObject)]
pub struct SenderAccount {
    pub name: String,
    pub provider: MailProvider,
    pub provider_name: String,
}

impl From<&Account> for SenderAccount {
    fn from(account: &Account) -> Self {
        SenderAccount {
            name: account.name.clone(),
            provider: account.provider.into(),
            provider_name: account.provider.label().to_owned(),
        }
    }
}

/// One event of a sender or of a brand. Checks that said the same as the one before are left out.
#[derive(Debug, SimpleObject)]
pub struct SenderHistoryEntry {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Null: the system itself.
    pub actor_name: Option<String>,
    /// What it was before, or what a check found.
    pub text: Option<String>,
}

impl SenderHistoryEntry {
    pub fn of(told: Told, names: &Names) -> Self {
        let actor = told.actor.parse::<Uuid>().ok();
        SenderHistoryEntry {
            position: told.position,
            event_type: told.event_type,
            title: told.title,
            at: told.at,
            actor_name: actor
                .map(|user| names.get(&user).cloned().unwrap_or_else(|| "somebody who is gone".into())),
            text: told.text,
        }
    }
}
