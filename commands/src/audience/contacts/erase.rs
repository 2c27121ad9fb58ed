//! Erasing a person: the event makes every read model forget at once; a job then clears the files and destroys the key.
//!
//! The erasure map, place by place:
//! - log: personal parts become unreadable when the key is destroyed (last step, so that the job can resume);
//! - read models: forget when they fold `ContactErased`;
//! - search index: the document goes when the event is folded. Embedded: every part of the index that still holds deleted words
//!   is written anew and the old files are deleted, when the index rests, at the latest after five minutes. Meilisearch: the
//!   document is asked for after its deletion and must be gone; backups of Meilisearch are not ours to clear;
//! - guard tables: claims and keys are released in the erasing append;
//! - import files and reject files: rows that hold the person are blanked by the job, also those that no contact came of; an answer to
//!   their request counts the rows before, and an answer to a request for access tells what stands in them (`imports/held_rows`). Of
//!   an import that is at work, rows that it has not come to do not go in, and stand blank in its reject file; the job waits for its
//!   end, and the key with it;
//! - lists of import previews: removed whole by the job, whoever they tell of; what a preview decided before it ended lies
//!   in a file without a name that is gone with the process;
//! - mended rows of an import: they lie in a file of their own, which is blanked like any import's; facts of an undo hold ids and
//!   names of fields, and its lists are previews' lists;
//! - export files: those of contacts that were written before are deleted by the job, and filters of exports that name the
//!   person lose their key; one that is being written at that moment is looked at again;
//! - bulk changes: values that were set, texts and proofs of a basis that was recorded, and filters, that name the person lose their key; what an undo left holds ids and names of
//!   fields, and outcomes hold ids: names beside them are those the records have now;
//! - segments: facts and rows of who is in them hold ids; the keeper writes that the person left, of segments that stand still, too;
//! - lists of records: facts and rows of who is in them hold ids; the person leaves them when the event is folded;
//! - what happened between us and them: facts hold ids, kinds and moments, and the keys of entries are hashes; their rows go when the event
//!   is folded, and only the id stays, so that nothing that is told of their mails later becomes a row;
//! - tasks and notes about the person: sealed with the person's key; their rows lose the text when the event is folded, and so do
//!   those about records that were merged with theirs. Text about accounts, and tasks about no record, has a key of its own each:
//!   the job destroys those whose text names the person;
//! - uploaded workbooks: deleted whole by the job, as only the table made of one was ever read;
//! - records that were merged into the person's, and the one it was merged into, are erased with it: they tell of one person;
//! - suppressions of their emails and phone numbers: the value goes with a key of its own, the keyed hash stays and keeps them
//!   suppressed;
//! - requests for access and erasure: who asked lies under a key of the request's own, which the job destroys; the file with an
//!   answer goes; kind, moments, outcome and keyed hashes stay as the account. An erasure that is still to be done forgets at its end;
//! - consents: words and proofs lie under the person's own key, basis and moments stay as the account of what was done; rows lose
//!   the words when the event is folded, and files that were attached as proof are deleted by the job;
//! - what mail servers said about their addresses: keyed by a hash, deleted by the job, and by the run that hears it later; runs of email verification hold ids and codes, and
//!   the list of one that is under way loses its words when they name the person;
//! - what carriers said about their numbers: keyed by a hash, deleted by the job, and by the run that hears it later; runs of look-ups hold ids and codes, and the list of
//!   one that is under way loses its words when they name the person;
//! - files of suppressions: deleted when their job ends; of refused lines only numbers are kept;
//! - domain sets: what lines say beside domain and company lies under a key of the set's own, which the job destroys when a line names
//!   the person; their files are deleted once they are read, and the job waits for that. Who belongs to one is asked of where contacts
//!   are, so the person is in none once the event is folded;
//! - pairs of likely duplicates: the finder's keys and reasons go with the next look, and tell ids only;
//! - notifications: ids and numbers only; names beside them are those that records have now. Digests and mails are
//!   written when they are sent, of what can be read then;
//! - tests of email templates and of campaigns: jobs hold ids; mails that showed the person and are kept in the test mailbox are deleted by the job.
//!   Templates themselves say nothing of anybody: where they would, a merge tag stands;
//! - what came back about mails: facts and rows hold ids, codes, moments and keyed hashes; what servers said of their mails is deleted by the
//!   job; webhooks and mails that came in are deleted when they are read, at the latest after a week;
//! - replies to campaigns: sealed with the person's key, or with one of their own where it was not known whose they are, which the job
//!   destroys; their rows lose the words;
//! - recipients of campaigns: ids, codes and keyed hashes of addresses, which stay, so that nobody is sent to twice; where the person
//!   still waits, the job tells them to be left out. A mail that is made is made of what the log says then;
//! - legal holds: none stands over who is erased. Words of those that were lifted lie under the person's own key, and their rows lose
//!   them in the job. Words of holds over an account or a kind of data are kept as the account of a duty, and name a case;
//! - dry runs and runs of retention: ids, moments and numbers only;
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
use crate::execute::{ATTEMPTS, Caused, Executed, write};
use crate::jobs::kinds;
use crate::suppression::legal_holds::guard::refuse_held;

pub const KIND: &str = kinds::ERASE_CONTACT.name;

/// Of the job of an erasure that somebody asked for.
const PRIORITY: i16 = 5;

/// Tries that may fail. Waiting for an import that is at work is none.
const TRIES: i32 = 30;

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
    authorise_on(actor, Entity::Contact, Permission::ContactsErase)?.over::<Contact>(ctx, input.id).await?;
    if !input.confirm {
        return Err(CommandError::rejected(Rejection::of_field(
            "confirm",
            "CONFIRM_ERASURE",
            "Erasing cannot be undone. Set confirm to true to go ahead.",
        )));
    }
    erase_person(ctx, actor, input.id, input.request.trim(), PRIORITY).await
}

/// Everything of a person, whoever asks for it: somebody, or a rule of retention. Refused while a legal hold stands.
pub(crate) async fn erase_person(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    request: &str,
    priority: i16,
) -> Result<Executed<Contact>, CommandError> {
    // Records that were merged are one person: what is left of each goes, the one that leads the others last.
    let (mut wanted, mut erased, mut done) = (vec![id], Vec::new(), None);
    while let Some(next) = wanted.pop() {
        let mut person = one_person(ctx, next).await?;
        person.retain(|one| !erased.contains(one));
        // Before the first of them goes: each is asked about once more when it does.
        refuse_held(ctx, &person).await?;
        for one in &person {
            let (executed, merged) = erase_one(ctx, actor, *one, &person, request, priority).await?;
            // With whom it was merged since it was looked at, by a change that was faster: they are this person, too.
            let since = merged.into_iter().filter(|other| !person.contains(other) && !erased.contains(other));
            wanted.extend(since);
            done = Some(executed);
        }
        erased.extend(person);
    }
    done.ok_or_else(|| CommandError::unexpected("nobody to erase"))
}

/// Everything that was merged into the record, or into the one that it was merged into; that one last.
pub(crate) async fn one_person(ctx: &Context, id: Uuid) -> Result<Vec<Uuid>, CommandError> {
    let mut top = id;
    let mut known = vec![id];
    while let Some(into) = ctx.log.load::<Contact>(top).await?.state.record.merged_into {
        if known.contains(&into) {
            break;
        }
        known.push(into);
        top = into;
    }
    let mut all = vec![top];
    let mut next = 0;
    while let Some(one) = all.get(next).copied() {
        next += 1;
        let absorbed = ctx.log.load::<Contact>(one).await?.state.record.absorbed;
        for (id, loaded) in absorbed.iter().zip(ctx.log.load_many::<Contact>(&absorbed).await?) {
            if loaded.state.record.merged_into == Some(one) && !all.contains(id) {
                all.push(*id);
            }
        }
    }
    all.reverse();
    Ok(all)
}

/// With whom the record was merged at the moment it was erased, beside it. `person` is everybody who is erased with it.
///
/// Refused for a hold over any of them, also for one that was placed when this had begun: check and append are one.
async fn erase_one(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    person: &[Uuid],
    request: &str,
    priority: i16,
) -> Result<(Executed<Contact>, Vec<Uuid>), CommandError> {
    let reach =
        authorise_on(actor, Entity::Contact, Permission::ContactsErase)?.over::<Contact>(ctx, id).await?;
    let at = ctx.now();
    let job = |_: &Contact, _: &Contact| -> Result<Vec<NewJob>, CommandError> {
        let mut job = NewJob::new(Uuid::now_v7(), KIND, "Erase a contact", EraseJob { contact_id: id })?;
        job.unique_key = Some(format!("{KIND}:{id}"));
        job.max_attempts = TRIES;
        job.priority = priority;
        job.created_by = Some(actor.user_id);
        Ok(vec![job])
    };
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<Contact>(id).await?;
        reach.check(&loaded.state.record)?;
        // After it was loaded: if it is merged or comes to work elsewhere from here on, that is a conflict as well.
        let unheld = refuse_held(ctx, person).await?;
        let erase = ContactCommand::Erase { source: source_of(actor), at, request: request.to_owned() };
        let events = loaded.state.decide(erase)?;
        // Erased, it does not know any more with whom it was merged.
        let (merged_into, absorbed) = (loaded.state.record.merged_into, loaded.state.record.absorbed.clone());
        let executed = if events.is_empty() {
            Executed { id, state: loaded.state, sequence: loaded.sequence, position: None }
        } else {
            let caused = Caused { guards: vec![unheld], jobs: &job };
            match write(ctx, id, &actor.metadata(), None, loaded, events, caused).await {
                Err(CommandError::Conflict) => continue,
                written => written?,
            }
        };
        let mut merged: Vec<Uuid> = merged_into.into_iter().collect();
        for (other, loaded) in absorbed.iter().zip(ctx.log.load_many::<Contact>(&absorbed).await?) {
            merged.extend((loaded.state.record.merged_into == Some(id)).then_some(*other));
        }
        return Ok((executed, merged));
    }
    Err(CommandError::Conflict)
}
