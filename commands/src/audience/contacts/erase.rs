//! Erasing a person: the event makes every read model forget at once; a job then clears the files and destroys the key.
//!
//! The erasure map, place by place:
//! - log: personal parts become unreadable when the key is destroyed (last step, so that the job can resume);
//! - read models: forget when they fold `ContactErased`;
//! - search index: the document goes when the event is folded. Embedded: every part of the index that still holds deleted words
//!   is written anew and the old files are deleted, when the index rests, at the latest after five minutes. Meilisearch: the
//!   document is asked for after its deletion and must be gone; backups of Meilisearch are not ours to clear;
//! - guard tables: claims and keys are released in the erasing append;
//! - import files and reject files: rows that hold the person are blanked by the job;
//! - lists of import previews: removed whole by the job, whoever they tell of; what a preview decided before it ended lies
//!   in a file without a name that is gone with the process;
//! - mended rows of an import: they lie in a file of their own, which is blanked like any import's; facts of an undo hold ids and
//!   names of fields, and its lists are previews' lists;
//! - export files: those of contacts that were written before are deleted by the job, and filters of exports that name the
//!   person lose their key; one that is being written at that moment is looked at again;
//! - bulk changes: values that were set, and filters, that name the person lose their key; what an undo left holds ids and names of
//!   fields, and outcomes hold ids: names beside them are those the records have now;
//! - uploaded workbooks: deleted whole by the job, as only the table made of one was ever read;
//! - memory: key caches forget when they fold the event, at the latest after 30 s.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::source_of;
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute};
use crate::jobs::kinds;

pub const KIND: &str = kinds::ERASE_CONTACT.name;

/// What the job is told: ids only. Who the person was, it reads from the log while the key still exists.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EraseJob {
    pub contact_id: Uuid,
}

#[derive(Debug, Clone)]
pub struct EraseContact {
    pub id: Uuid,
    /// The request of the person this carries out, e.g. a ticket number. Kept as proof: no personal data.
    pub request: String,
    /// This cannot be undone, so it is asked for twice.
    pub confirm: bool,
}

pub async fn erase_contact(
    ctx: &Context,
    actor: &Actor,
    input: EraseContact,
) -> Result<Executed<Contact>, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, Permission::ContactsErase)?
        .over::<Contact>(ctx, input.id)
        .await?;
    if !input.confirm {
        return Err(CommandError::rejected(Rejection::of_field(
            "confirm",
            "CONFIRM_ERASURE",
            "Erasing cannot be undone. Set confirm to true to go ahead.",
        )));
    }
    let (source, at) = (source_of(actor), ctx.now());
    execute::<Contact, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        None,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(ContactCommand::Erase {
                source: source.clone(),
                at,
                request: input.request.trim().to_owned(),
            })?)
        },
        |_, _| {
            let mut job =
                NewJob::new(Uuid::now_v7(), KIND, "Erase a contact", EraseJob { contact_id: input.id })?;
            job.unique_key = Some(format!("{KIND}:{}", input.id));
            job.max_attempts = 30;
            job.priority = 5;
            job.created_by = Some(actor.user_id);
            Ok(vec![job])
        },
    )
    .await
}
