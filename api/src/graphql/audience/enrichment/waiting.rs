//! Suggestions that wait and are meant by one decision: named one by one, or all of an industry that are sure enough.

use pivotal_commands::context::Context;
use pivotal_domain::audience::exports::list::SELECTED_MAX;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::enrichment::query::{self, SuggestionFilter};
use uuid::Uuid;

use crate::errors::ApiResult;
use crate::graphql::audience::bulk::input::but_for;

pub struct Waiting {
    /// These accounts; else all that fit.
    pub named: Option<Vec<Uuid>>,
    pub industry: Option<String>,
    /// Percent.
    pub at_least: i16,
    pub except: Vec<Uuid>,
}

impl Waiting {
    /// The surest first, and no more than one change takes.
    pub async fn ids(self, context: &Context, actor: &Actor) -> ApiResult<Vec<Uuid>> {
        let Waiting { named, industry, at_least, except } = self;
        if let Some(named) = named {
            return Ok(but_for(named, &except));
        }
        let filter =
            SuggestionFilter { decision: Some("pending".to_owned()), industry, at_least: Some(at_least) };
        let most = i64::try_from(SELECTED_MAX + except.len()).unwrap_or(i64::MAX);
        let mut ids = but_for(query::ids(&context.log.pools.read, actor, &filter, most).await?, &except);
        ids.truncate(SELECTED_MAX);
        Ok(ids)
    }
}
