//! The slow part of an erasure: files forget the person, then their key is destroyed. The key goes last, because it is
//! what tells whom to look for; killed anywhere, the job does it again.

use std::collections::BTreeSet;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_log::reader;
use uuid::Uuid;

use super::alone::Alone;
use super::erase::{EraseJob, KIND};
use crate::audience::bulk;
use crate::audience::domain_sets;
use crate::audience::email_verification;
use crate::audience::exports::forget::forget;
use crate::audience::imports::person::Person;
use crate::audience::imports::preview;
use crate::audience::imports::scrub::scrub;
use crate::audience::phone_validity;
use crate::audience::survivorship;
use crate::context::Context;
use crate::email::{replies, sending, templates, tracking};
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::running::RunningJob;
use crate::suppression::legal_holds::guard::Holds;
use crate::suppression::{consents, legal_holds, requests, suppressions};
use crate::work;

/// Imports looked at together.
const BATCH: usize = 200;

/// In which imports' files a person is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Files {
    All,
    /// Of imports that something happened to behind this position; the others were cleared of the same person before.
    ChangedSince(i64),
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct EraseContacts(pub Context);

impl JobHandler for EraseContacts {
    const KIND: &'static str = KIND;

    /// One clears at a time anyway; the others would only hold places that an import they wait for may need.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let EraseJob { contact_id } = job.payload()?;
        let ctx = &self.0;
        let (values, names) = who(ctx, contact_id).await?;
        clear(ctx, job, contact_id, Files::All, &values, &names).await?;
        ctx.log.keys.destroy(contact_id).await?;
        Ok(JobEnd::Done)
    }
}

/// Every place but the key forgets the person: files, queues, filters, words. `names` are folded. Can be done again.
///
/// Also for who is no contact but stands in files and registers: then nothing has the id.
pub(crate) async fn clear(
    ctx: &Context,
    job: &RunningJob,
    contact_id: Uuid,
    files: Files,
    values: &BTreeSet<String>,
    names: &BTreeSet<String>,
) -> Result<(), JobError> {
    // Files are read and written anew: of two that did so at once, the later would put back whom the earlier took out.
    let _alone = Alone::among_erasures(ctx, job).await?;
    let person = Person::new(values.clone());
    let imports = match files {
        Files::All => imports(ctx).await?,
        Files::ChangedSince(position) => changed_since(ctx, position).await?,
    };
    let total = imports.len() as i64 + 1;
    unheld(ctx).await?;
    // Before any file is read: it comes again as often as it takes, and files are large.
    for ids in imports.chunks(BATCH) {
        for import in ctx.log.load_many::<Import>(ids).await? {
            not_at_work(&import.state)?;
        }
    }
    for (done, import) in (0..).zip(&imports) {
        job.report(done, Some(total), Some("Clearing files")).await?;
        let loaded = ctx.log.load::<Import>(*import).await?.state;
        not_at_work(&loaded)?;
        scrub(ctx, *import, &loaded, contact_id, &person).await?;
        // Started meanwhile, it may be reading the file as it was.
        if may_start(loaded.state) && !may_start(ctx.log.load::<Import>(*import).await?.state.state) {
            return Err(JobError::waits(format!(
                "the import {} was started while its file was cleared; it is looked at again",
                loaded.name
            )));
        }
        if !preview::forget::forget(ctx, *import, &loaded).await? {
            return Err(JobError::waits(format!(
                "the import {} is being previewed; its lists are removed when that has ended",
                loaded.name
            )));
        }
    }
    if !forget(ctx, &person, names).await? {
        return Err(JobError::waits(
            "an export is being written that may hold the person; its file is removed when it has ended",
        ));
    }
    if !bulk::forget::forget(ctx, contact_id, &person, names).await? {
        return Err(JobError::waits(
            "a bulk change is at work that may name the person; its words are forgotten when it has ended",
        ));
    }
    if !survivorship::forget::forget(ctx).await? {
        return Err(JobError::waits(
            "rules are being previewed on all contacts; the lists are removed when that has ended",
        ));
    }
    if !domain_sets::forget::forget(ctx, &person, names).await? {
        return Err(JobError::waits(
            "the lines of a domain set are being read, which may name the person; they are looked at when that has ended",
        ));
    }
    work::forget::forget(ctx, &person, names).await?;
    email_verification::forget::forget(ctx, values, &person, names).await?;
    phone_validity::forget::forget(ctx, values, &person, names).await?;
    templates::forget::forget(ctx, contact_id).await?;
    replies::forget::forget(ctx, contact_id, values).await?;
    tracking::upkeep::forget(ctx, contact_id, values).await?;
    sending::stop::forget_recipients(ctx, contact_id).await?;
    suppressions::forget::forget(ctx, values.iter()).await?;
    consents::forget::forget(ctx, contact_id).await?;
    legal_holds::forget::forget(ctx, contact_id).await?;
    requests::forget::forget(ctx, contact_id, values).await?;
    job.report(total, Some(total), Some("Cleared")).await?;
    Ok(())
}

/// A hold over all files keeps those that hold the person as well. The key stays with them: it tells whom to look for then.
async fn unheld(ctx: &Context) -> Result<(), JobError> {
    let holds = Holds::read(ctx).await?;
    for kind in [Kind::ImportFiles, Kind::ExportFiles] {
        if holds.data.contains_key(&kind.data()) {
            return Err(JobError::waits(format!(
                "a legal hold stands over {}; those that may hold the person go when it is lifted",
                kind.label().to_lowercase()
            )));
        }
    }
    Ok(())
}

fn not_at_work(import: &Import) -> Result<(), JobError> {
    if import.state == ImportState::Running {
        return Err(JobError::waits(format!(
            "the import {} is still reading its file; its rows are cleared when it has ended",
            import.name
        )));
    }
    Ok(())
}

/// Whether no run has read the file yet.
fn may_start(state: ImportState) -> bool {
    matches!(state, ImportState::Uploaded | ImportState::Mapped | ImportState::Previewed)
}

/// Everything the log knows by which a row of a file could be this person's, and their names, which say less. Empty once
/// the key is gone.
pub(crate) async fn who(
    ctx: &Context,
    contact_id: Uuid,
) -> Result<(BTreeSet<String>, BTreeSet<String>), CommandError> {
    let entries = reader::read_record(&ctx.log.pools.write, "contact", contact_id).await?;
    let keys = reader::keys_for(&ctx.log.keys, &entries).await?;
    let (mut values, mut names) = (BTreeSet::new(), BTreeSet::new());
    let mut note = |key: &str, value: &FieldValue| note(key, value, &mut values, &mut names);
    for entry in &entries {
        match entry.event::<ContactEvent>(&keys, ctx.log.upcasters())? {
            ContactEvent::ContactCreated { fields, .. } => {
                fields.iter().for_each(|(key, value)| note(key, value))
            }
            ContactEvent::ContactFieldsChanged { changes, kept, .. } => {
                for (key, change) in &changes {
                    change.old.iter().chain(&change.new).for_each(|value| note(key, value));
                }
                kept.iter().for_each(|(key, kept)| note(key, &kept.candidate));
            }
            ContactEvent::ContactAccountLinked { .. }
            | ContactEvent::ContactAccountUnlinked { .. }
            | ContactEvent::ContactArchived { .. }
            | ContactEvent::ContactRestored { .. }
            | ContactEvent::ContactErased { .. }
            | ContactEvent::ContactMerged { .. }
            | ContactEvent::ContactMergedInto { .. }
            | ContactEvent::ContactUnmerged { .. } => {}
        }
    }
    Ok((values, names))
}

fn note(key: &str, value: &FieldValue, values: &mut BTreeSet<String>, names: &mut BTreeSet<String>) {
    if matches!(key, "full_name" | "last_name") {
        names.extend(value.texts().iter().map(|name| fold(name)));
    }
    if matches!(
        key,
        "email"
            | "secondary_emails"
            | "direct_phone_e164"
            | "mobile_phone"
            | "secondary_phones"
            | "linkedin_url"
    ) {
        values.extend(value.texts().iter().cloned());
    }
}

/// Every import that there ever was.
pub(crate) async fn imports(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!("select aggregate_id from log.events where aggregate_type = 'import' and sequence = 1 order by global_position").fetch_all(&ctx.log.pools.write).await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

async fn changed_since(ctx: &Context, position: i64) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select distinct aggregate_id from log.events where aggregate_type = 'import' and global_position > $1 order by aggregate_id",
        position
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
