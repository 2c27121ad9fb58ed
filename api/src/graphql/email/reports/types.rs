//! A report as the API shows it.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::email::sending::variants::key_of;
use pivotal_projections::email::reports::figures::Figures;
use pivotal_projections::email::reports::query::{Report, Row};
use uuid::Uuid;

use super::query::{Compared, LinkNames};
use crate::graphql::email::sending::types::EmailLedger;

/// What the rows of a report are of.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmailReportBy {
    Variant,
    /// By the first moment of each kind; emails alone.
    Hour,
    /// The domains of addresses, those with the most emails.
    Domain,
    /// Clicks alone.
    Link,
}

/// Emails by what became of them. Opens and clicks of people, and beside them those of programs, which are never added.
#[derive(Debug, SimpleObject)]
pub struct EmailFigures {
    /// Handed over, as far as is known.
    pub sent: i64,
    /// Taken by the provider.
    pub accepted: i64,
    pub delivered: i64,
    /// Of what shares are: what was delivered, or what was sent where nobody tells of delivery.
    pub reached: i64,
    pub bounced_hard: i64,
    /// Came back, and nothing was delivered after it.
    pub bounced_soft: i64,
    /// The provider did not try.
    pub dropped: i64,
    pub complained: i64,
    pub unsubscribed: i64,
    pub replied: i64,
    pub auto_replied: i64,
    /// Emails that a person opened; what is not judged yet counts as a person's.
    pub opened: i64,
    pub clicked: i64,
    /// How often.
    pub opens: i64,
    pub clicks: i64,
    pub machine_opened: i64,
    pub machine_clicked: i64,
    pub machine_opens: i64,
    pub machine_clicks: i64,
    /// Opens and clicks that nobody judged yet.
    pub unjudged: i64,
}

impl From<Figures> for EmailFigures {
    fn from(figures: Figures) -> Self {
        EmailFigures {
            reached: figures.reached(),
            sent: figures.sent,
            accepted: figures.accepted,
            delivered: figures.delivered,
            bounced_hard: figures.bounced_hard,
            bounced_soft: figures.bounced_soft,
            dropped: figures.dropped,
            complained: figures.complained,
            unsubscribed: figures.unsubscribed,
            replied: figures.replied,
            auto_replied: figures.auto_replied,
            opened: figures.opened,
            clicked: figures.clicked,
            opens: figures.opens,
            clicks: figures.clicks,
            machine_opened: figures.machine_opened,
            machine_clicked: figures.machine_clicked,
            machine_opens: figures.machine_opens,
            machine_clicks: figures.machine_clicks,
            unjudged: figures.unjudged,
        }
    }
}

/// One row of a report; only what it is of is there.
#[derive(Debug, SimpleObject)]
pub struct EmailReportRow {
    /// A, B, C.
    pub variant: Option<String>,
    /// In UTC.
    pub hour: Option<DateTime<Utc>>,
    pub domain: Option<String>,
    /// Its number in its variant.
    pub link: Option<i32>,
    /// What a link is called, or where it leads.
    pub name: Option<String>,
    pub figures: EmailFigures,
}

impl EmailReportRow {
    fn of(row: Row, links: &LinkNames) -> Self {
        EmailReportRow {
            // Mails of a campaign without variants are as those of its first.
            name: row.link.and_then(|link| links.get(&(row.variant.unwrap_or_default(), link)).cloned()),
            variant: row.variant.map(|place| key_of(place).to_string()),
            hour: row.hour,
            domain: row.domain,
            link: row.link,
            figures: row.figures.into(),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct EmailReport {
    pub total: EmailFigures,
    pub rows: Vec<EmailReportRow>,
    /// Of domains: all others together.
    pub rest: Option<EmailFigures>,
    /// The position in `x-pivotal-after` was not reached in time: the figures may be older than your last write.
    pub stale: bool,
}

impl EmailReport {
    pub fn of(report: Report, links: &LinkNames, stale: bool) -> Self {
        EmailReport {
            total: report.total.into(),
            rows: report.rows.into_iter().map(|row| EmailReportRow::of(row, links)).collect(),
            rest: report.rest.map(EmailFigures::from),
            stale,
        }
    }
}

/// A campaign by mail among others: its ledger, and what came of it.
#[derive(Debug, SimpleObject)]
pub struct EmailCampaignReport {
    pub campaign_id: Uuid,
    pub name: String,
    pub launched_at: Option<DateTime<Utc>>,
    pub ledger: EmailLedger,
    pub total: EmailFigures,
}

impl EmailCampaignReport {
    pub fn of(one: Compared, stale: bool) -> Self {
        EmailCampaignReport {
            campaign_id: one.id,
            name: one.name,
            launched_at: one.launched_at,
            ledger: EmailLedger::of(one.ledger, stale),
            total: one.total.into(),
        }
    }
}
