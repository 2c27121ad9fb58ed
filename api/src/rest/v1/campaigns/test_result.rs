//! How the variants of a campaign's test stand.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use pivotal_commands::campaigns::campaigns::test_result::{TestResult, test_result};
use pivotal_domain::email::sending::variants::{key_of, words};
use pivotal_domain::email::statistics::proportion::percent;
use pivotal_domain::email::statistics::{Decision, Rules, Standing, TEST};
use pivotal_projections::campaigns::campaigns::SPEC;
use pivotal_projections::email::tracking;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::By;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, stale};

/// How the variants of a campaign's test stand.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CampaignTestResult {
    pub metric: By,
    /// When its time is over; null: it has not begun.
    pub ends_at: Option<DateTime<Utc>>,
    /// A to H; null: nobody and nothing decided yet.
    pub winner: Option<char>,
    pub variants: Vec<CampaignTestVariant>,
    /// Opens and clicks of which nobody knows yet whether a person made them. They count for nothing.
    pub being_judged: u64,
    /// People that each variant must have reached before the test can tell.
    pub minimum: u64,
    /// Whether it is over and reached enough people to tell.
    pub enough: bool,
    /// Name of the statistical test.
    pub test: &'static str,
    /// What it says, in a sentence.
    pub words: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CampaignTestVariant {
    /// A to H.
    pub key: char,
    /// People it was delivered to, or sent where nobody tells of delivery.
    pub reached: u64,
    /// Those of them who did it.
    pub successes: u64,
    pub percent: f64,
    /// Between this and highPercent the true share lies, 19 times in 20.
    pub low_percent: f64,
    pub high_percent: f64,
    /// How likely a difference as large as that to the best of the others is by chance. null before the test is over.
    pub p: Option<f64>,
}

impl From<TestResult> for CampaignTestResult {
    fn from(result: TestResult) -> Self {
        let TestResult { metric, ends_at, is_over, winner, unjudged, outcome } = result;
        let variant = |(place, standing): (u8, &Standing)| CampaignTestVariant {
            key: key_of(place),
            reached: standing.share.trials,
            successes: standing.share.successes,
            percent: percent(standing.rate),
            low_percent: percent(standing.interval.low),
            high_percent: percent(standing.interval.high),
            p: is_over.then_some(standing.p),
        };
        CampaignTestResult {
            metric: metric.into(),
            ends_at,
            winner,
            variants: (0_u8..).zip(&outcome.standings).map(variant).collect(),
            being_judged: unjudged,
            minimum: Rules::default().minimum,
            enough: !matches!(outcome.decision, Decision::TooEarly(_)),
            test: TEST,
            words: words(outcome.decision),
        }
    }
}

/// How the variants of its test stand.
#[utoipa::path(get, path = "/{id}/test", operation_id = "get_campaign_test", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = CampaignTestResult), (status = 403, body = Problem), (status = 404, description = "There is no such campaign, or it tests nothing.", body = Problem)))]
pub async fn result(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<CampaignTestResult>> {
    stale(&app, &headers, &[SPEC.name, tracking::SPEC.name]).await?;
    let result = test_result(&app.context, app.campaigns.figures.as_ref(), &actor, id).await?;
    result.map(|result| Json(result.into())).ok_or_else(|| ApiError::not_found("test"))
}
