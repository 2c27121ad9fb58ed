//! How the variants of a test stand.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use pivotal_commands::campaigns::campaigns::test_result::TestResult;
use pivotal_domain::email::sending::variants::{key_of, words};
use pivotal_domain::email::statistics::proportion::percent;
use pivotal_domain::email::statistics::{Decision, Rules, Standing, TEST};

use super::content::WinnerMetric;

/// How the variants of a campaign's test stand.
#[derive(Debug, SimpleObject)]
pub struct CampaignTestResult {
    pub metric: WinnerMetric,
    /// When its time is over; null: it has not begun.
    pub ends_at: Option<DateTime<Utc>>,
    /// A to H; null: nobody and nothing decided yet.
    pub winner: Option<String>,
    pub variants: Vec<CampaignTestVariant>,
    /// Opens and clicks of which nobody knows yet whether a person made them. They count for nothing.
    pub being_judged: i64,
    /// People that each variant must have reached before the test can tell.
    pub minimum: i64,
    /// Whether it is over and reached enough people to tell.
    pub enough: bool,
    /// Name of the statistical test.
    pub test: String,
    /// What it says, in a sentence.
    pub words: String,
}

#[derive(Debug, SimpleObject)]
pub struct CampaignTestVariant {
    /// A to H.
    pub key: String,
    /// People it was delivered to, or sent where nobody tells of delivery.
    pub reached: i64,
    /// Those of them who did it.
    pub successes: i64,
    pub percent: f64,
    /// Between this and highPercent the true share lies, 19 times in 20.
    pub low_percent: f64,
    pub high_percent: f64,
    /// How likely a difference as large as that to the best of the others is by chance. Null before the test is over: who looks again and again finds differences that are none.
    pub p: Option<f64>,
}

impl From<TestResult> for CampaignTestResult {
    fn from(result: TestResult) -> Self {
        let TestResult { metric, ends_at, is_over, winner, unjudged, outcome } = result;
        let variants = (0_u8..).zip(&outcome.standings);
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        CampaignTestResult {
            metric: metric.into(),
            ends_at,
            winner: winner.map(String::from),
            variants: variants.map(|(place, standing)| variant(place, standing, is_over)).collect(),
            being_judged: count(unjudged),
            minimum: count(Rules::default().minimum),
            enough: !matches!(outcome.decision, Decision::TooEarly(_)),
            test: TEST.to_owned(),
            words: words(outcome.decision),
        }
    }
}

fn variant(place: u8, standing: &Standing, is_over: bool) -> CampaignTestVariant {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    CampaignTestVariant {
        key: key_of(place).to_string(),
        reached: count(standing.share.trials),
        successes: count(standing.share.successes),
        percent: percent(standing.rate),
        low_percent: percent(standing.interval.low),
        high_percent: percent(standing.interval.high),
        p: is_over.then_some(standing.p),
    }
}
