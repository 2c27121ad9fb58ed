//! Asking for suggestions over a list of accounts. Nothing is written to them: a job looks, and people decide.

use pivotal_domain::audience::enrichment::error::EnrichmentError;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::run::RunEnrichment;
use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::kinds::ENRICHMENT_RUN;
use crate::jobs::queue::{Enqueued, JobQueue};

#[derive(Debug, Clone)]
pub struct SuggestIndustries {
    /// Which accounts, as their list takes it.
    pub filter: ListFilter,
    /// Ask the model outside instead of the rules.
    pub outside: bool,
    /// Whether there is one.
    pub has_model: bool,
}

/// Answers with the job. Asked for twice by the same person, it is done once.
pub async fn suggest_industries(
    ctx: &Context,
    queue: &JobQueue,
    actor: &Actor,
    input: SuggestIndustries,
) -> Result<Uuid, CommandError> {
    authorise(actor, Permission::RecordsBulk).map(drop)?;
    authorise(actor, Permission::AccountsEdit).map(drop)?;
    if input.outside && !input.has_model {
        return Err(EnrichmentError::NoModel.into());
    }
    let run = RunEnrichment {
        asker: Asker::of(actor),
        filter: input.filter,
        outside: input.outside,
        asked_at: ctx.now(),
    };
    let mut job = NewJob::new(Uuid::now_v7(), ENRICHMENT_RUN.name, "Suggest industries".to_owned(), run)?;
    job.unique_key = Some(format!("{}:{}", ENRICHMENT_RUN.name, actor.user_id));
    job.link = Some("/accounts/industry-suggestions".to_owned());
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    match queue.enqueue(&job).await.map_err(CommandError::unexpected)? {
        Enqueued::New(id) | Enqueued::AlreadyOpen(id) => Ok(id),
    }
}
