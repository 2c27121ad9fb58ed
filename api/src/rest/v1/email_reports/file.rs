//! The figures of reports as files. They name nobody.

use std::mem::take;

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::email::sending::variants::key_of;
use pivotal_projections::email::reports::figures::Figures;
use pivotal_projections::email::reports::query::{By, Row};
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{CompareWanted, part_of};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::reports::query::{Compared, LinkNames, by_of, compared, shown};
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, send};
use crate::rest::v1::page::{Id, Query};

/// Domains of one file; all others stand in one row.
const DOMAINS_MOST: i64 = 10_000;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
    /// What the rows are of: variant (if not said), hour, domain, link.
    pub by: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CompareFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

type Heading = (&'static str, &'static str);
type Figure = (Heading, fn(&Figures) -> Value);

/// Emails by what became of them.
const EMAILS: [Figure; 14] = [
    (("sent", "Sent"), |of| json!(of.sent)),
    (("accepted", "Taken by the provider"), |of| json!(of.accepted)),
    (("delivered", "Delivered"), |of| json!(of.delivered)),
    (("bounced_hard", "Bounced for good"), |of| json!(of.bounced_hard)),
    (("bounced_soft", "Bounced for now"), |of| json!(of.bounced_soft)),
    (("dropped", "Dropped by the provider"), |of| json!(of.dropped)),
    (("opened", "Opened"), |of| json!(of.opened)),
    (("clicked", "Clicked"), |of| json!(of.clicked)),
    (("replied", "Replied"), |of| json!(of.replied)),
    (("auto_replied", "Answered by programs"), |of| json!(of.auto_replied)),
    (("unsubscribed", "Unsubscribed"), |of| json!(of.unsubscribed)),
    (("complained", "Complained"), |of| json!(of.complained)),
    (("machine_opened", "Opened by programs"), |of| json!(of.machine_opened)),
    (("machine_clicked", "Clicked by programs"), |of| json!(of.machine_clicked)),
];

/// How often, and shares.
const TIMES: [Figure; 13] = [
    (("opens", "Opens"), |of| json!(of.opens)),
    (("clicks", "Clicks"), |of| json!(of.clicks)),
    (("machine_opens", "Opens by programs"), |of| json!(of.machine_opens)),
    (("machine_clicks", "Clicks by programs"), |of| json!(of.machine_clicks)),
    (("unjudged", "Not judged yet"), |of| json!(of.unjudged)),
    (("delivery_percent", "Delivered %"), |of| json!(of.rates().delivery)),
    (("open_percent", "Opened %"), |of| json!(of.rates().open)),
    (("click_percent", "Clicked %"), |of| json!(of.rates().click)),
    (("click_to_open_percent", "Clicked of opened %"), |of| json!(of.rates().click_to_open)),
    (("reply_percent", "Replied %"), |of| json!(of.rates().reply)),
    (("unsubscribe_percent", "Unsubscribed %"), |of| json!(of.rates().unsubscribe)),
    (("complaint_percent", "Complained %"), |of| json!(of.rates().complaint)),
    (("bounce_percent", "Bounced %"), |of| json!(of.rates().bounce)),
];

/// What there is of a link.
const CLICKS: [Figure; 3] = [
    (("clicked", "Emails"), |of| json!(of.clicked)),
    (("clicks", "Clicks"), |of| json!(of.clicks)),
    (("machine_clicks", "Clicks by programs"), |of| json!(of.machine_clicks)),
];

/// The figures of a campaign as a file. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/campaigns/{id}/file", operation_id = "download_email_report", tag = "campaigns", params(("id" = Uuid, Path), ReportFileWanted), security(("bearer" = ["REPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(ReportFileWanted { format, by }): Query<ReportFileWanted>,
) -> ApiResult<Response> {
    let by = match by_of(part_of(by.as_deref())?, 1) {
        By::Domain { .. } => By::Domain { most: DOMAINS_MOST },
        by => by,
    };
    let shown = shown(&app, &actor, id, by).await?;
    let (report, links) = shown.ok_or_else(|| ApiError::not_found("campaign"))?;
    let figures = figures_of(by);
    let mut rows: Vec<Vec<Value>> =
        report.rows.iter().map(|row| filled(head_of(by, row, &links), &figures, &row.figures)).collect();
    if let Some(rest) = report.rest.filter(|rest| *rest != Figures::default()) {
        rows.push(filled(vec![json!("All others")], &figures, &rest));
    }
    let columns: Vec<Heading> =
        heads_of(by).iter().copied().chain(figures.iter().map(|(heading, _)| *heading)).collect();
    let file = ListFile {
        about_type: "campaign",
        about: id,
        name: "campaign-report",
        sheet: "Report",
        columns: &columns,
        format,
    };
    send(&app, &actor, file, once(rows)).await
}

/// Two to five campaigns by mail beside one another as a file, in the order asked for; those that may not be seen are left out.
#[utoipa::path(get, path = "/compare/file", operation_id = "download_email_reports_compared", tag = "campaigns", params(CompareFileWanted, CompareWanted), security(("bearer" = ["REPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn compare_file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(CompareFileWanted { format }): Query<CompareFileWanted>,
    Query(wanted): Query<CompareWanted>,
) -> ApiResult<Response> {
    let campaigns = compared(&app, &actor, wanted.ids()?).await?;
    if campaigns.is_empty() {
        return Err(ApiError::not_found("campaign"));
    }
    let figures: Vec<Figure> = EMAILS.into_iter().chain(TIMES).collect();
    let rows = campaigns.iter().map(|one| filled(ledger_of(one), &figures, &one.total)).collect();
    let columns: Vec<Heading> =
        LEDGER.iter().copied().chain(figures.iter().map(|(heading, _)| *heading)).collect();
    let file = ListFile {
        about_type: "campaigns",
        about: Uuid::nil(),
        name: "campaigns-compared",
        sheet: "Campaigns",
        columns: &columns,
        format,
    };
    send(&app, &actor, file, once(rows)).await
}

const LEDGER: [Heading; 9] = [
    ("campaign_id", "Campaign ID"),
    ("campaign", "Campaign"),
    ("launched_at", "Launched"),
    ("audience", "Audience"),
    ("pending", "Waiting"),
    ("ledger_sent", "Handed over"),
    ("excluded", "Excluded"),
    ("failed", "Failed"),
    ("unknown", "Unknown"),
];

fn ledger_of(one: &Compared) -> Vec<Value> {
    let ledger = &one.ledger;
    vec![
        json!(one.id),
        json!(one.name),
        json!(one.launched_at),
        json!(ledger.audience),
        json!(ledger.pending),
        json!(ledger.sent),
        json!(ledger.excluded),
        json!(ledger.failed),
        json!(ledger.unknown),
    ]
}

fn heads_of(by: By) -> &'static [Heading] {
    match by {
        By::Variant => &[("variant", "Variant")],
        By::Hour => &[("hour", "Hour (UTC)")],
        By::Domain { .. } => &[("domain", "Domain")],
        By::Link => &[("variant", "Variant"), ("link", "Link"), ("name", "Name")],
    }
}

/// What a row is of.
fn head_of(by: By, row: &Row, links: &LinkNames) -> Vec<Value> {
    let variant = json!(row.variant.map(|place| key_of(place).to_string()));
    match by {
        By::Variant => vec![variant],
        By::Hour => vec![json!(row.hour)],
        By::Domain { .. } => vec![json!(row.domain)],
        By::Link => {
            // Mails of a campaign without variants are as those of its first.
            let place = row.variant.unwrap_or_default();
            vec![variant, json!(row.link), json!(row.link.and_then(|link| links.get(&(place, link))))]
        }
    }
}

/// An hour has no hits and no shares, and a link has clicks alone.
fn figures_of(by: By) -> Vec<Figure> {
    match by {
        By::Variant | By::Domain { .. } => EMAILS.into_iter().chain(TIMES).collect(),
        By::Hour => EMAILS.to_vec(),
        By::Link => CLICKS.to_vec(),
    }
}

fn filled(mut row: Vec<Value>, figures: &[Figure], of: &Figures) -> Vec<Value> {
    row.extend(figures.iter().map(|(_, figure)| figure(of)));
    row
}

/// All there is, as one page.
fn once(mut rows: Vec<Vec<Value>>) -> impl FnMut(PageArgs) -> BoxFuture<'static, PageRead> + Send + 'static {
    move |_| {
        let page: PageRead = Ok((take(&mut rows), None));
        async move { page }.boxed()
    }
}
