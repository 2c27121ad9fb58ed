//! The slow part of an erasure: files forget the person, then their key is destroyed. The key goes last, because it is
//! what tells whom to look for; killed anywhere, the job does it again.

use std::collections::BTreeSet;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::values::fold::fold;
use pivotal_log::reader;
use uuid::Uuid;

use super::erase::{EraseJob, KIND};
use crate::audience::bulk;
use crate::audience::exports::forget::forget;
use crate::audience::imports::person::Person;
use crate::audience::imports::preview;
use crate::audience::imports::scrub::scrub;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::running::RunningJob;

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct EraseContacts(pub Context);

impl JobHandler for EraseContacts {
    const KIND: &'static str = KIND;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let EraseJob { contact_id } = job.payload()?;
        let ctx = &self.0;
        let (person, names) = who(ctx, contact_id).await?;
        let imports = imports(ctx).await?;
        let total = imports.len() as i64 + 1;
        for (done, import) in (0..).zip(&imports) {
            job.report(done, Some(total), Some("Clearing files")).await?;
            let loaded = ctx.log.load::<Import>(*import).await?.state;
            if loaded.state == ImportState::Running {
                return Err(anyhow::anyhow!(
                    "the import {} is still reading its file; its rows are cleared when it has ended",
                    loaded.name
                )
                .into());
            }
            scrub(ctx, *import, &loaded, contact_id, &person).await?;
            if !preview::forget::forget(ctx, *import, &loaded).await? {
                return Err(anyhow::anyhow!(
                    "the import {} is being previewed; its lists are removed when that has ended",
                    loaded.name
                )
                .into());
            }
        }
        if !forget(ctx, &person, &names).await? {
            return Err(anyhow::anyhow!(
                "an export is being written that may hold the person; its file is removed when it has ended"
            )
            .into());
        }
        if !bulk::forget::forget(ctx, contact_id, &person, &names).await? {
            return Err(anyhow::anyhow!(
                "a bulk change is at work that may name the person; its words are forgotten when it has ended"
            )
            .into());
        }
        ctx.log.keys.destroy(contact_id).await?;
        job.report(total, Some(total), Some("Key destroyed")).await?;
        Ok(JobEnd::Done)
    }
}

/// Everything the log knows by which a row of a file could be this person's, and their names, which say less. Empty once
/// the key is gone.
async fn who(ctx: &Context, contact_id: Uuid) -> Result<(Person, BTreeSet<String>), CommandError> {
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
            | ContactEvent::ContactErased { .. } => {}
        }
    }
    Ok((Person::new(values), names))
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

async fn imports(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!("select aggregate_id from log.events where aggregate_type = 'import' and sequence = 1 order by global_position").fetch_all(&ctx.log.pools.write).await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
