//! How variants fare, read from the read models.

use async_trait::async_trait;
use pivotal_commands::ports::record_lists::ListError;
use pivotal_commands::ports::test_figures::{Figures, TestFigures};
use pivotal_domain::campaigns::campaigns::content::Metric;
use pivotal_log::pools::Pools;
use pivotal_projections::email::sending::figures::of_test;
use uuid::Uuid;

/// As they are by now: a test that was just over is decided a look later.
#[derive(Debug, Clone)]
pub struct ReadFigures(pub Pools);

#[async_trait]
impl TestFigures for ReadFigures {
    async fn of(&self, campaign: Uuid, metric: Metric, variants: usize) -> Result<Figures, ListError> {
        let (variants, unjudged) = of_test(&self.0.read, campaign, metric, variants)
            .await
            .map_err(|error| ListError::Unavailable(Box::new(error)))?;
        Ok(Figures { variants, unjudged })
    }
}
