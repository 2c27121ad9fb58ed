//! A report as REST shows it.

use chrono::{DateTime, Utc};
use pivotal_domain::email::sending::variants::key_of;
use pivotal_projections::campaigns::campaigns::query::CampaignRow;
use pivotal_projections::email::reports::figures::{Figures, Rates};
use pivotal_projections::email::reports::query::{Report, Row};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::email::reports::query::{Compared, LinkNames};
use crate::graphql::email::reports::types::EmailReportBy;
use crate::rest::v1::email_sending::types::EmailLedger;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ReportWanted {
    /// What the rows are of: variant (if not said), hour, domain, link.
    pub by: Option<String>,
    /// Of domains: so many, those with the most emails; 50 if not said, at most 200.
    pub top: Option<i32>,
}

pub fn part_of(text: Option<&str>) -> ApiResult<EmailReportBy> {
    match text {
        None | Some("variant") => Ok(EmailReportBy::Variant),
        Some("hour") => Ok(EmailReportBy::Hour),
        Some("domain") => Ok(EmailReportBy::Domain),
        Some("link") => Ok(EmailReportBy::Link),
        Some(_) => Err(ApiError::new(BAD_FILTER, "`by` is variant, hour, domain or link.")),
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CompareWanted {
    /// Ids of two to five campaigns, with commas.
    pub campaigns: String,
}

impl CompareWanted {
    pub fn ids(&self) -> ApiResult<Vec<Uuid>> {
        let named = self.campaigns.split(',').map(str::trim).filter(|id| !id.is_empty());
        let refused = |_| ApiError::new(BAD_FILTER, "`campaigns` are ids of campaigns, with commas.");
        named.map(|id| id.parse::<Uuid>().map_err(refused)).collect()
    }
}

/// Emails by what became of them. Opens and clicks of people, and beside them those of programs, which are never added.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
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

/// Shares in percent, with two digits; none of nothing. Of what was delivered (of what was sent where nobody tells of delivery), but for
/// those that say of what they are.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailRates {
    /// Delivered, of sent; null where nobody told of a delivery.
    pub delivery: Option<f64>,
    pub open: Option<f64>,
    pub click: Option<f64>,
    /// Clicked, of opened.
    pub click_to_open: Option<f64>,
    pub reply: Option<f64>,
    pub unsubscribe: Option<f64>,
    pub complaint: Option<f64>,
    /// For good and for now, of sent.
    pub bounce: Option<f64>,
}

impl From<Rates> for EmailRates {
    fn from(rates: Rates) -> Self {
        EmailRates {
            delivery: rates.delivery,
            open: rates.open,
            click: rates.click,
            click_to_open: rates.click_to_open,
            reply: rates.reply,
            unsubscribe: rates.unsubscribe,
            complaint: rates.complaint,
            bounce: rates.bounce,
        }
    }
}

/// One row of a report; only what it is of is there.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
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
    /// Of variants and domains: what happened in an hour is of emails of any hour, and a link has clicks alone.
    pub rates: Option<EmailRates>,
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
            rates: (row.hour.is_none() && row.link.is_none()).then(|| row.figures.rates().into()),
            figures: row.figures.into(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailReport {
    pub total: EmailFigures,
    /// Of the whole.
    pub rates: EmailRates,
    pub rows: Vec<EmailReportRow>,
    /// Of domains: all others together.
    pub rest: Option<EmailFigures>,
}

impl EmailReport {
    pub fn of(report: Report, links: &LinkNames) -> Self {
        EmailReport {
            rates: report.total.rates().into(),
            total: report.total.into(),
            rows: report.rows.into_iter().map(|row| EmailReportRow::of(row, links)).collect(),
            rest: report.rest.map(EmailFigures::from),
        }
    }
}

/// A campaign by mail among others: its ledger, and what came of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailCampaignReport {
    pub campaign_id: Uuid,
    pub name: String,
    pub launched_at: Option<DateTime<Utc>>,
    pub ledger: EmailLedger,
    pub total: EmailFigures,
    pub rates: EmailRates,
}

impl From<Compared> for EmailCampaignReport {
    fn from(one: Compared) -> Self {
        EmailCampaignReport {
            campaign_id: one.id,
            name: one.name,
            launched_at: one.launched_at,
            ledger: one.ledger.into(),
            rates: one.total.rates().into(),
            total: one.total.into(),
        }
    }
}

/// A campaign by mail, and what came of it as a whole.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EmailCampaignTotals {
    pub campaign_id: Uuid,
    pub name: String,
    /// launching, running, paused, completed or stopped.
    pub state: &'static str,
    pub launched_at: Option<DateTime<Utc>>,
    /// When it was completed or stopped.
    pub ended_at: Option<DateTime<Utc>>,
    /// In all its audience versions.
    pub audience: i64,
    pub total: EmailFigures,
    pub rates: EmailRates,
}

impl EmailCampaignTotals {
    /// `None`: it was never created.
    pub fn of(row: CampaignRow, total: Figures) -> Option<Self> {
        let made = row.campaign.0.made?;
        Some(EmailCampaignTotals {
            campaign_id: row.id,
            name: made.details.name,
            state: made.state.as_str(),
            launched_at: row.launched_at,
            ended_at: row.ended_at,
            audience: row.audience_count,
            rates: total.rates().into(),
            total: total.into(),
        })
    }
}
