//! Answering a request for erasure: the person is suppressed, every contact of theirs is erased by the erasure of contacts, and what
//! is held of them without a contact is cleared. What was done is proved by numbers, ids, positions and keyed hashes.
//!
//! Suppressed first, so that nothing that is sent or imported meanwhile finds them; counted before, because nothing can be after.

pub mod proof;

use std::time::Duration;

use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::users::User;
use pivotal_domain::suppression::requests::outcome::{Holdings, Outcome, RowsHeld};
use pivotal_domain::suppression::requests::received::Subject;
use pivotal_domain::suppression::requests::{Request, RequestState, Taken};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::Lane;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::answer_job::{AnswerJob, AnswerRequests};
use super::find::{contacts_of, events, find, keys_of, loaded};
use super::forget::forget_one;
use super::rows::{counted, known_by_contacts, rows_in_files, who};
use crate::audience::contacts::erase::{EraseContact, erase_contact};
use crate::audience::contacts::erase_job::{Files, clear};
use crate::audience::record::asker::asked_for;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError};
use crate::jobs::running::RunningJob;
use crate::suppression::legal_holds::guard::{HELD, refuse_held};
use crate::suppression::suppressions::add::{CHUNK, Terms, add_chunk};

/// How long one life of the job waits for the erasures of the contacts; after that it makes room and comes again.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(200);
const STEPS: Option<i64> = Some(4);

/// What a later life of the job needs to go on: nothing personal.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Counted {
    holdings: Holdings,
    contacts: Vec<Uuid>,
    #[serde(default)]
    rows: Vec<RowsHeld>,
    /// `None`: not suppressed yet.
    suppressions: Option<Vec<Uuid>>,
    /// Of those that an earlier life found.
    #[serde(default)]
    suppressed_before: Vec<Uuid>,
    /// The contacts are known by everything that the request names the person by.
    #[serde(default)]
    known_by_contacts: bool,
}

pub(super) async fn answer(
    at_work: &AnswerRequests,
    job: &RunningJob,
    asked: &AnswerJob,
    request: &Request,
    taken: &Taken,
) -> Result<JobEnd, JobError> {
    let (ctx, id) = (&at_work.ctx, asked.request);
    if request.state == RequestState::InProgress {
        let held = count(at_work, job, taken).await?;
        let held = suppress(ctx, job, &taken.subject, held).await?;
        hit(Failpoint::RequestAfterStep);
        // One that was placed since the answer was begun: the job comes again until it is lifted.
        refuse_held(ctx, &held.contacts).await.map_err(until_lifted)?;
        let actor = asked.asker.actor(&ctx.log.load::<User>(asked.asker.user).await?.state);
        for contact in &held.contacts {
            let erase = EraseContact { id: *contact, request: id.to_string(), confirm: true };
            erase_contact(ctx, &actor, erase).await.map_err(until_lifted)?;
            hit(Failpoint::RequestAfterStep);
        }
        job.report(2, STEPS, Some("Waiting for files to be cleared")).await?;
        if !keys_are_gone(ctx, job, &held.contacts).await? {
            return Ok(JobEnd::Stopped);
        }
        // What stands in files and registers without being a contact. Nothing has the request's id, so none is taken for it.
        let (values, names) = who(&taken.subject);
        clear(ctx, job, id, files(ctx, &held).await?, &values, &names).await?;
        hit(Failpoint::RequestAfterStep);
        // An import that was at work, and that clearing had to wait for, knew nothing of this and may have brought them in.
        if !contacts_of(ctx, at_work.book.as_ref(), taken).await?.is_empty() {
            return Err(anyhow::anyhow!("the person came in again meanwhile and is erased again").into());
        }
        let Counted { holdings, contacts, rows, suppressions, .. } = held;
        let suppressions = suppressions.unwrap_or_default();
        let positions = positions(ctx, &contacts, &suppressions).await?;
        let outcome = Outcome { holdings, contacts, suppressions, rows, positions, file: None };
        at_work.finish(job, id, outcome).await?;
        hit(Failpoint::RequestAfterStep);
    }
    if request.state != RequestState::Refused {
        forget_one(ctx, id).await?;
    }
    job.report(4, STEPS, Some("Forgotten")).await?;
    Ok(JobEnd::Done)
}

/// Once: a later life finds less. It finds more where somebody came in meanwhile, and then counts those as well.
async fn count(at_work: &AnswerRequests, job: &RunningJob, taken: &Taken) -> Result<Counted, JobError> {
    let ctx = &at_work.ctx;
    let held = match job.resume_state::<Counted>()? {
        None => {
            let found = find(ctx, at_work.book.as_ref(), &taken.subject, taken.contact).await?;
            let rows = counted(&rows_in_files(ctx, &taken.subject, &found.contacts).await?);
            let holdings = Holdings { import_rows: RowsHeld::total(&rows), ..found.holdings };
            let known_by_contacts = known_by_contacts(ctx, &taken.subject, &found.contacts).await?;
            Counted { holdings, contacts: found.contacts, rows, known_by_contacts, ..Counted::default() }
        }
        Some(mut held) => {
            let mut more = contacts_of(ctx, at_work.book.as_ref(), taken).await?;
            more.retain(|id| !held.contacts.contains(id));
            if more.is_empty() {
                return Ok(held);
            }
            held.holdings.contacts += more.len() as u64;
            held.holdings.events += events(ctx, &more, &[]).await?;
            // Of those found before, files hold nothing any more.
            held.rows.extend(counted(&rows_in_files(ctx, &taken.subject, &more).await?));
            held.holdings.import_rows = RowsHeld::total(&held.rows);
            held.contacts.extend(more);
            held.suppressed_before.extend(held.suppressions.take().unwrap_or_default());
            held
        }
    };
    job.report_state(0, STEPS, Some("Found the person"), &held).await?;
    Ok(held)
}

async fn suppress(
    ctx: &Context,
    job: &RunningJob,
    subject: &Subject,
    mut counted: Counted,
) -> Result<Counted, JobError> {
    if counted.suppressions.is_some() {
        return Ok(counted);
    }
    let mut contacts = loaded(ctx, &counted.contacts).await?;
    contacts.retain(|(_, contact)| contact.record.standing != Standing::Erased);
    let terms = Terms {
        reach: Reach::Global,
        reason: Reason::ErasureRequest,
        until: None,
        note: None,
        source: "system".to_owned(),
    };
    let metadata = asked_for(ctx, job, "system").await?;
    let mut ids = std::mem::take(&mut counted.suppressed_before);
    for chunk in keys_of(subject, &contacts).chunks(CHUNK) {
        let mut more = add_chunk(ctx, Lane::Bulk, &metadata, &terms, chunk, |_| None).await?.ids;
        more.retain(|id| !ids.contains(id));
        ids.extend(more);
    }
    counted.suppressions = Some(ids);
    job.report_state(1, STEPS, Some("Suppressed"), &counted).await?;
    Ok(counted)
}

/// The erasure of each contact destroys its key last: then everything else is done. False: the job must give way.
async fn keys_are_gone(ctx: &Context, job: &RunningJob, contacts: &[Uuid]) -> Result<bool, JobError> {
    let until = tokio::time::Instant::now() + PATIENCE;
    loop {
        let left = keys_left(ctx, contacts).await?;
        if left == 0 {
            return Ok(true);
        }
        if tokio::time::Instant::now() >= until {
            let what = if left == 1 { "a contact".to_owned() } else { format!("{left} contacts") };
            return Err(JobError::waits(format!("the erasure of {what} is still under way")));
        }
        tokio::select! {
            _ = job.stopped() => return Ok(false),
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// However long a hold stands, the job comes again until it is lifted; any other refusal is a failure.
fn until_lifted(error: CommandError) -> JobError {
    match &error {
        CommandError::Rejected(why) if why.iter().any(|one| one.code == HELD) => {
            JobError::waits(error.to_string())
        }
        _ => error.into(),
    }
}

async fn keys_left(ctx: &Context, contacts: &[Uuid]) -> Result<i64, CommandError> {
    let left = sqlx::query_scalar!(
        r#"select count(*) as "left!" from log.person_keys where subject_id = any($1)"#,
        contacts
    );
    Ok(left.fetch_one(&ctx.log.pools.write).await?)
}

/// Files are large. Each erasure of a contact has just looked through all that were there when it was asked for, for all that the
/// contact was known by: where that is all there is to look for, what came or changed since is left.
async fn files(ctx: &Context, held: &Counted) -> Result<Files, CommandError> {
    let erased = match held.known_by_contacts {
        true => positions(ctx, &held.contacts, &[]).await?,
        false => Vec::new(),
    };
    Ok(erased.first().map_or(Files::All, |first| Files::ChangedSince(*first)))
}

/// Where the log says that they were erased.
async fn positions(
    ctx: &Context,
    contacts: &[Uuid],
    suppressions: &[Uuid],
) -> Result<Vec<i64>, CommandError> {
    let text = |ids: &[Uuid]| ids.iter().map(Uuid::to_string).collect::<Vec<String>>();
    let positions = sqlx::query_scalar!(
        "select global_position from log.events
         where (aggregate_type = 'contact' and event_type = 'ContactErased' and aggregate_id = any($1))
           or (aggregate_type = 'suppression' and event_type = 'SuppressionErased' and aggregate_id = any($2))
         order by global_position",
        &text(contacts),
        &text(suppressions)
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(positions)
}
