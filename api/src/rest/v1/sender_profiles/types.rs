//! Senders and brands as REST shows and takes them.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::email::senders as domain;
use pivotal_domain::email::senders::brand::{Brand, Look};
use pivotal_domain::email::senders::checks::{Check, RecordKind};
use pivotal_domain::email::senders::provider::Account;
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::senders::setup::Draft;
use pivotal_projections::email::senders::query::{BrandRow, SenderRow};
use pivotal_projections::email::senders::story::Told;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who mail comes from, through whom it leaves, and whether its domains let it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SenderProfile {
    pub id: Uuid,
    pub from_name: String,
    pub from_address: String,
    /// Null: replies go to the address it comes from.
    pub reply_to: Option<String>,
    pub brand_id: Option<Uuid>,
    /// Its brand sends by it unless somebody says otherwise. Left out of the answer to a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    pub physical_address: String,
    pub tracking_domain: Option<String>,
    /// test_mailbox, smtp, ses, sendgrid, mailgun.
    pub provider: String,
    /// The name of an account of the configuration.
    pub account: String,
    pub dkim_selector: Option<String>,
    pub dkim_record: Option<String>,
    pub ramp: Option<SenderRamp>,
    pub archived: bool,
    /// The worst of the checks: not_needed, pass, unknown, warn, fail. Null: not checked since what is checked was changed.
    pub health: Option<String>,
    pub checked_at: Option<DateTime<Utc>>,
    pub checks: Vec<SenderCheck>,
}

impl SenderProfile {
    pub fn of(id: Uuid, state: domain::SenderProfile) -> Self {
        let health = state.health().map(|health| health.as_str().to_owned());
        let setup = state.setup;
        let text = |of: fn(&domain::setup::Setup) -> String| setup.as_ref().map(of).unwrap_or_default();
        let dkim = setup.as_ref().and_then(|setup| setup.dkim.clone());
        SenderProfile {
            id,
            from_name: state.who.from_name,
            from_address: state.who.from_address,
            reply_to: state.who.reply_to,
            brand_id: setup.as_ref().map(|setup| setup.brand),
            is_default: None,
            physical_address: text(|setup| setup.physical_address.clone()),
            tracking_domain: setup.as_ref().and_then(|setup| setup.tracking_domain.clone()),
            provider: text(|setup| setup.provider.as_str().to_owned()),
            account: text(|setup| setup.account.clone()),
            dkim_selector: dkim.as_ref().map(|key| key.selector.clone()),
            dkim_record: dkim.and_then(|key| key.record),
            ramp: setup.as_ref().and_then(|setup| setup.ramp).map(SenderRamp::from),
            archived: state.archived,
            health,
            checked_at: state.checked_at,
            checks: state.checks.into_iter().map(SenderCheck::from).collect(),
        }
    }
}

impl From<SenderRow> for SenderProfile {
    fn from(row: SenderRow) -> Self {
        SenderProfile { is_default: Some(row.is_default), ..SenderProfile::of(row.id, row.state) }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SenderProfiles {
    pub items: Vec<SenderProfile>,
}

/// How a domain is warmed up: each day allows more than the one before, until the limit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SenderRamp {
    pub first_day: NaiveDate,
    pub start_per_day: u32,
    pub growth_percent: u32,
    pub limit_per_day: u32,
}

impl From<Ramp> for SenderRamp {
    fn from(ramp: Ramp) -> Self {
        let Ramp { first_day, start_per_day, growth_percent, limit_per_day } = ramp;
        SenderRamp { first_day, start_per_day, growth_percent, limit_per_day }
    }
}

impl From<SenderRamp> for Ramp {
    fn from(ramp: SenderRamp) -> Self {
        let SenderRamp { first_day, start_per_day, growth_percent, limit_per_day } = ramp;
        Ramp { first_day, start_per_day, growth_percent, limit_per_day }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SenderCheck {
    /// spf, dkim, dmarc, reply_mx, tracking, account.
    #[schema(value_type = String)]
    pub subject: domain::checks::Subject,
    /// not_needed, pass, unknown, warn, fail.
    #[schema(value_type = String)]
    pub verdict: domain::checks::Verdict,
    /// What is so, in a word.
    #[schema(value_type = String)]
    pub reason: domain::checks::reason::Reason,
    /// What is so, and what to do.
    pub words: String,
    pub found: Option<String>,
    pub publish: Option<SenderDnsRecord>,
}

impl From<Check> for SenderCheck {
    fn from(check: Check) -> Self {
        SenderCheck {
            subject: check.subject,
            verdict: check.verdict,
            reason: check.reason,
            words: check.reason.words().to_owned(),
            found: check.found,
            publish: check.publish.map(|publish| SenderDnsRecord {
                name: publish.name,
                kind: publish.kind,
                value: publish.value,
            }),
        }
    }
}

/// A record to publish.
#[derive(Debug, Serialize, ToSchema)]
pub struct SenderDnsRecord {
    /// In full, without a dot at its end.
    pub name: String,
    /// TXT, CNAME, MX.
    #[schema(value_type = String)]
    pub kind: RecordKind,
    pub value: String,
}

/// All of a sender at once: what is absent or blank is none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SenderSetup {
    #[schema(example = "Norhavn News")]
    pub from_name: String,
    #[schema(example = "news@norhavn.example")]
    pub from_address: String,
    #[serde(default)]
    pub reply_to: Option<String>,
    pub brand_id: Uuid,
    /// As the law wants it at the foot of each mail.
    pub physical_address: String,
    /// Under which links stand.
    #[serde(default)]
    pub tracking_domain: Option<String>,
    /// The name of an account of the configuration.
    #[schema(example = "main")]
    pub account: String,
    #[serde(default)]
    pub dkim_selector: Option<String>,
    /// What the provider says to publish under the selector.
    #[serde(default)]
    pub dkim_record: Option<String>,
    #[serde(default)]
    pub ramp: Option<SenderRamp>,
}

impl From<SenderSetup> for Draft {
    fn from(setup: SenderSetup) -> Self {
        Draft {
            from_name: setup.from_name,
            from_address: setup.from_address,
            reply_to: setup.reply_to,
            brand: setup.brand_id,
            physical_address: setup.physical_address,
            tracking_domain: setup.tracking_domain,
            account: setup.account,
            dkim_selector: setup.dkim_selector,
            dkim_record: setup.dkim_record,
            ramp: setup.ramp.map(Ramp::from),
        }
    }
}

/// An account through which mail may leave. Never with a secret of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SenderAccount {
    pub name: String,
    /// test_mailbox, smtp, ses, sendgrid, mailgun.
    pub provider: String,
}

impl From<&Account> for SenderAccount {
    fn from(account: &Account) -> Self {
        SenderAccount { name: account.name.clone(), provider: account.provider.as_str().to_owned() }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SenderAccounts {
    pub items: Vec<SenderAccount>,
}

/// The check that was asked for, as a job.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SenderCheckAsked {
    pub job_id: Uuid,
}

/// One event of a sender or of a brand.
#[derive(Debug, Serialize, ToSchema)]
pub struct SenderAct {
    pub position: i64,
    pub event: String,
    pub title: String,
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
}

impl From<Told> for SenderAct {
    fn from(told: Told) -> Self {
        SenderAct {
            position: told.position,
            event: told.event_type,
            title: told.title,
            text: told.text,
            at: told.at,
            actor: told.actor,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SenderActs {
    pub items: Vec<SenderAct>,
}

/// A brand of ours, in whose name mail is sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailBrand {
    pub id: Uuid,
    pub name: String,
    pub logo_url: Option<String>,
    /// Like #0b5cad.
    pub colour: Option<String>,
    /// Who sends for it unless somebody says otherwise.
    pub default_sender_id: Option<Uuid>,
    pub archived: bool,
    /// Senders in use. Left out of the answer to a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_count: Option<i64>,
}

impl EmailBrand {
    pub fn of(id: Uuid, state: Brand) -> Self {
        let look = state.look.unwrap_or_default();
        EmailBrand {
            id,
            name: look.name,
            logo_url: look.logo_url,
            colour: look.colour,
            default_sender_id: state.default_sender,
            archived: state.archived,
            sender_count: None,
        }
    }
}

impl From<BrandRow> for EmailBrand {
    fn from(row: BrandRow) -> Self {
        EmailBrand { sender_count: Some(row.sender_count), ..EmailBrand::of(row.id, row.state) }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct EmailBrands {
    pub items: Vec<EmailBrand>,
}

/// All of a brand at once: what is absent or blank is none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmailBrandLook {
    #[schema(example = "Norhavn")]
    pub name: String,
    /// Begins with https://.
    #[serde(default)]
    pub logo_url: Option<String>,
    /// Like #0b5cad.
    #[serde(default)]
    pub colour: Option<String>,
}

impl From<EmailBrandLook> for Look {
    fn from(look: EmailBrandLook) -> Self {
        Look { name: look.name, logo_url: look.logo_url, colour: look.colour }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EmailBrandDefault {
    /// A sender of the brand; null: nobody.
    pub sender_id: Option<Uuid>,
}
