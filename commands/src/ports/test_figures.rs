//! How the variants of a campaign fare, as the read models show it. Commands know no read models; the adapter reads them.

use async_trait::async_trait;
use pivotal_domain::campaigns::campaigns::content::Metric;
use pivotal_domain::email::statistics::proportion::Share;
use uuid::Uuid;

use super::record_lists::ListError;

/// What is known of a test by now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// By the places of the variants: people who did it, of the mails that were delivered, or sent where nobody tells of delivery.
    pub variants: Vec<Share>,
    /// Opens and clicks of which nobody knows yet whether a person made them.
    pub unjudged: u64,
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait TestFigures: Send + Sync {
    async fn of(&self, campaign: Uuid, metric: Metric, variants: usize) -> Result<Figures, ListError>;
}

/// For tests: the same for every campaign.
#[derive(Debug, Clone, Default)]
pub struct FixedFigures(pub Figures);

#[async_trait]
impl TestFigures for FixedFigures {
    async fn of(&self, _campaign: Uuid, _metric: Metric, _variants: usize) -> Result<Figures, ListError> {
        Ok(self.0.clone())
    }
}
