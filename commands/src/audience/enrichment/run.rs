//! The job that looks at a list of accounts, chunk by chunk. Cut off anywhere it begins again: what was suggested already is
//! nothing to suggest, and a model is not asked a second time about what it has said.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::{StreamExt, stream};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::command::EnrichmentCommand;
use pivotal_domain::audience::enrichment::events::{
    AskedOutside, ENRICHMENT_ASKED, ENRICHMENT_ASKED_VERSION, ENRICHMENT_ENDED, ENRICHMENT_ENDED_VERSION,
    EnrichmentFact, LookEnded, Suggested,
};
use pivotal_domain::audience::enrichment::evidence::Evidence;
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::users::User;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::custom_fields::vocabulary;
use crate::audience::record::asker::Asker;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::industry_classifier::{Answer, ClassifierError, IndustryClassifier, OutsideCall, Rules};
use crate::ports::record_lists::{ListAsked, ListError, RecordLists};

/// Accounts of one append.
const CHUNK: usize = 250;
/// The same while a model is asked: what it said should not wait long to be kept.
const CHUNK_OUTSIDE: usize = 20;
/// Questions under way at once.
const AT_ONCE: usize = 4;
/// So many unanswered questions one after the other, and the job is given up until later.
const IN_VAIN: u32 = 8;
/// Longest that a model may ask to be left alone before its question counts as unanswered.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often one question is asked.
const TRIES: u32 = 3;
const ATTEMPTS: usize = 8;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunEnrichment {
    #[serde(flatten)]
    pub asker: Asker,
    pub filter: ListFilter,
    pub outside: bool,
    pub asked_at: DateTime<Utc>,
}

/// The handler.
#[derive(Clone)]
pub struct RunEnrichments {
    pub ctx: Context,
    pub lists: Arc<dyn RecordLists>,
    /// The model outside, where one is set up.
    pub outside: Option<Arc<dyn IndustryClassifier>>,
}

impl JobHandler for RunEnrichments {
    const KIND: &'static str = kinds::ENRICHMENT_RUN.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunEnrichment = job.payload()?;
        let user = self.ctx.log.load::<User>(run.asker.user).await?.state;
        let actor = run.asker.actor(&user);
        let classifier: Arc<dyn IndustryClassifier> = match (run.outside, &self.outside) {
            (false, _) => Arc::new(Rules),
            (true, Some(model)) => model.clone(),
            (true, None) => {
                return Err(JobError::permanent(anyhow::anyhow!("no model outside is set up any more")));
            }
        };
        let asked = ListAsked {
            actor: actor.clone(),
            entity: Entity::Account,
            filter: run.filter.clone(),
            sort: ListSort::default(),
            keys: Vec::new(),
            vocabulary: vocabulary(&self.ctx).await?,
            asked_at: run.asked_at,
        };
        let mut read = match self.lists.ids(asked).await {
            Ok(read) => read,
            Err(ListError::Refused(error)) => return Err(JobError::permanent(anyhow::anyhow!(error))),
            Err(error) => return Err(error.into()),
        };
        let metadata = Metadata { correlation: Some(job.id), ..actor.metadata() };
        let chunk = if run.outside { CHUNK_OUTSIDE } else { CHUNK };
        let mut looking =
            Looking { ctx: &self.ctx, job, classifier, metadata, seen: 0, suggested: 0, in_vain: 0 };
        while let Some(ids) = read.pages.next().await {
            for ids in ids?.chunks(chunk) {
                match job.stop() {
                    None => {}
                    Some(Stop::Cancelled) => return Ok(JobEnd::Cancelled),
                    Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
                }
                looking.chunk(ids, read.total as i64).await?;
            }
        }
        looking.tell_end().await?;
        let (seen, suggested) = (looking.seen as i64, looking.suggested);
        job.report(seen, Some(seen), Some(&format!("{suggested} suggested"))).await?;
        Ok(JobEnd::Done)
    }
}

struct Looking<'a> {
    ctx: &'a Context,
    job: &'a RunningJob,
    classifier: Arc<dyn IndustryClassifier>,
    metadata: Metadata,
    seen: u64,
    suggested: u64,
    /// Questions in a row that nobody answered.
    in_vain: u32,
}

/// What came of one account, before it is known whether it is news.
struct Looked {
    id: Uuid,
    suggested: Option<Suggested>,
    calls: Vec<OutsideCall>,
}

impl Looking<'_> {
    async fn chunk(&mut self, ids: &[Uuid], total: i64) -> Result<(), JobError> {
        let looked = self.look(ids).await?;
        self.seen += ids.len() as u64;
        for _ in 0..ATTEMPTS {
            match self.keep(&looked, total).await {
                Ok(suggested) => {
                    self.suggested += suggested;
                    return match self.in_vain {
                        lost if lost >= IN_VAIN => Err(anyhow::anyhow!("the model does not answer").into()),
                        _ => Ok(()),
                    };
                }
                // Somebody decided about one of them meanwhile.
                Err(CommandError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!("other people keep deciding about the same accounts").into())
    }

    /// Asks about those of which something is known, and nothing was said to the same evidence.
    async fn look(&mut self, ids: &[Uuid]) -> Result<Vec<Looked>, CommandError> {
        let accounts = self.ctx.log.load_many::<Account>(ids).await?;
        let held = self.ctx.log.load_many::<IndustrySuggestion>(ids).await?;
        let by = self.classifier.by();
        let open = ids.iter().zip(accounts).zip(held).filter_map(|((id, account), held)| {
            let evidence = Evidence::of(&account.state.record);
            let fingerprint = evidence.fingerprint();
            let said =
                held.state.latest.as_ref().is_some_and(|one| one.by == by && one.evidence == fingerprint);
            let asked = said || held.state.rejected.contains(&fingerprint);
            let open = account.state.record.is_active() && evidence.says_anything() && !asked;
            open.then_some((*id, evidence))
        });
        let questions: Vec<(Uuid, Evidence)> = open.collect();
        let classifier = self.classifier.as_ref();
        let mut looked = Vec::with_capacity(questions.len());
        let mut answers =
            stream::iter(questions)
                .map(|(id, evidence)| async move {
                    (id, evidence.fingerprint(), asked(classifier, &evidence).await)
                })
                .buffered(AT_ONCE);
        while let Some((id, evidence, (answer, calls))) = answers.next().await {
            self.in_vain = if answer.is_ok() { 0 } else { self.in_vain + 1 };
            if let Err(error) = &answer {
                tracing::warn!(%error, account = %id, "no industry was suggested");
            }
            let suggested = answer.ok().flatten().map(|found| Suggested {
                industry: found.industry,
                naics: found.naics,
                sic: found.sic,
                confidence: found.confidence,
                by: by.clone(),
                because: found.because,
                evidence,
            });
            looked.push(Looked { id, suggested, calls });
        }
        Ok(looked)
    }

    /// Suggestions that are news, and each question that left the house, in one append.
    async fn keep(&self, looked: &[Looked], total: i64) -> Result<u64, CommandError> {
        let ids: Vec<Uuid> = looked.iter().map(|one| one.id).collect();
        let held = self.ctx.log.load_many::<IndustrySuggestion>(&ids).await?;
        let accounts = self.ctx.log.load_many::<Account>(&ids).await?;
        let mut append = Append::new(Lane::Bulk);
        let mut suggested = 0;
        for ((one, held), account) in looked.iter().zip(held).zip(accounts) {
            for call in &one.calls {
                append.facts.push(self.fact(one.id, call)?);
            }
            let Some(new) = &one.suggested else { continue };
            let with = IndustrySuggestion { latest: Some(new.clone()), ..IndustrySuggestion::default() };
            if with.is_held(&account.state.record) {
                continue;
            }
            let command = EnrichmentCommand::Suggest { at: self.ctx.now(), suggested: new.clone() };
            let events = held.state.decide(command)?;
            suggested += events.len() as u64;
            append.events::<IndustrySuggestion>(one.id, held.sequence, events, &self.metadata)?;
        }
        append.progress = Some(self.job.progress(self.seen as i64, Some(total), Some("Looking"), None));
        match self.ctx.log.append(append).await {
            Ok(_) => Ok(suggested),
            Err(LogError::Conflict) => Err(CommandError::Conflict),
            Err(error) => Err(error.into()),
        }
    }

    /// Once, however often the job is run.
    async fn tell_end(&self) -> Result<(), CommandError> {
        let (job, at) = (self.job.id, self.ctx.now());
        let ended = LookEnded { job, at, seen: self.seen, suggested: self.suggested };
        let mut append = Append::new(Lane::Bulk);
        append.facts.push(NewFact {
            kind: ENRICHMENT_ENDED,
            version: ENRICHMENT_ENDED_VERSION,
            about_type: "industry_suggestions",
            about_id: job,
            payload: serde_json::to_value(EnrichmentFact::EnrichmentEnded(ended))?,
            metadata: self.metadata.clone(),
            personal: &[],
            subject: None,
        });
        append.idempotency = Some(IdempotencyKey {
            key: format!("enrichment:{job}:ended"),
            fingerprint: Vec::new(),
            result: serde_json::Value::Null,
        });
        match self.ctx.log.append(append).await {
            Ok(_) | Err(LogError::Repeated(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn fact(&self, account_id: Uuid, call: &OutsideCall) -> Result<NewFact, CommandError> {
        let OutsideCall { host, model, fields, sent, received, millis, outcome } = call.clone();
        let job = self.job.id;
        let asked = AskedOutside { account_id, job, host, model, fields, sent, received, millis, outcome };
        Ok(NewFact {
            kind: ENRICHMENT_ASKED,
            version: ENRICHMENT_ASKED_VERSION,
            about_type: "account",
            about_id: account_id,
            payload: serde_json::to_value(EnrichmentFact::EnrichmentAsked(asked))?,
            metadata: self.metadata.clone(),
            personal: &[],
            subject: None,
        })
    }
}

type Said = Result<Option<crate::ports::industry_classifier::Classified>, ClassifierError>;

/// Asks until there is an answer, as often as is decent. Every try is told of.
async fn asked(classifier: &dyn IndustryClassifier, evidence: &Evidence) -> (Said, Vec<OutsideCall>) {
    let mut calls = Vec::new();
    for attempt in 1.. {
        let Answer { classified, call } = classifier.classify(evidence).await;
        calls.extend(call);
        let wait = match &classified {
            Err(ClassifierError::Busy { retry_after }) => retry_after.unwrap_or(Duration::from_secs(1)),
            Err(ClassifierError::Unavailable(_)) => Duration::from_millis(250),
            Ok(_) | Err(ClassifierError::Unreadable(_)) => return (classified, calls),
        };
        if attempt >= TRIES || wait > PATIENCE {
            return (classified, calls);
        }
        tokio::time::sleep(wait).await;
    }
    (Ok(None), calls)
}
