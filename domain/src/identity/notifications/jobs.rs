//! A piece of work that somebody asked for has ended. Events of its end carry who asked as their actor.

use serde_json::Error;

use super::news::{Details, Happened, News, Outcome, SubjectKind};
use super::words::{Shown, Tone, Words, counted, grouped};
use crate::audience::bulk::events::BulkEvent;
use crate::audience::bulk::outcome::BulkCounts;
use crate::audience::contact_runs::{End, RunCounts};
use crate::audience::duplicates::facts::LookFact;
use crate::audience::email_verification::facts::EmailVerificationFact;
use crate::audience::enrichment::events::EnrichmentFact;
use crate::audience::exports::events::ExportEvent;
use crate::audience::fields::catalogue::Entity;
use crate::audience::imports::events::ImportEvent;
use crate::audience::imports::outcome::Outcomes;
use crate::audience::record::undo::{UndoCounts, UndoResult};
use crate::audience::survivorship::events::SurvivorshipEvent;
use crate::audience::survivorship::id_of;

/// A bulk change of up to so many records that simply went well is done before who asked for it has looked away.
pub const QUIET_UP_TO: u64 = 250;

pub fn import_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (outcome, outcomes) = match happened.read()? {
        ImportEvent::ImportCompleted { result, .. } => {
            (Outcome::clean_if(result.outcomes.rejected == 0), result.outcomes)
        }
        ImportEvent::ImportCancelled { result, .. } => (Outcome::Stopped, result.outcomes),
        ImportEvent::ImportFailed { result, .. } => (Outcome::Failed, result.outcomes),
        _ => return Ok(Vec::new()),
    };
    let Outcomes { created, updated, rejected, not_run, read, .. } = outcomes;
    let numbers = [
        ("created", created),
        ("updated", updated),
        ("rejected", rejected),
        ("not_run", not_run),
        ("rows", read),
    ];
    Ok(happened.to_asker(Some(SubjectKind::Import), Details::of(outcome, &numbers)))
}

pub fn import_words(shown: &Shown<'_>) -> Words {
    let sums = shown.sums(&[
        ("created", "created"),
        ("updated", "updated"),
        ("rejected", "rejected"),
        ("not_run", "not run"),
    ]);
    let rows = counted(shown.details.number("rows"), "row", "rows");
    Words {
        title: shown.ended("Import", "finished"),
        text: Some(sums.unwrap_or_else(|| format!("{rows}, nothing to change"))),
        link: shown.link("/contacts/imports"),
        tone: shown.details.outcome.into(),
    }
}

pub fn import_undone(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (outcome, result) = match happened.read()? {
        ImportEvent::ImportUndone { result, .. } => (Outcome::clean_if(result.left() == 0), result),
        ImportEvent::ImportUndoStopped { result, .. } => (Outcome::Stopped, result),
        _ => return Ok(Vec::new()),
    };
    Ok(happened.to_asker(Some(SubjectKind::Import), undo_details(outcome, result)))
}

pub fn import_undo_words(shown: &Shown<'_>) -> Words {
    undo_words(shown, "Undo of an import", "/contacts/imports")
}

pub fn bulk_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (outcome, counts) = match happened.read()? {
        BulkEvent::BulkCompleted { counts, .. } if counts.refused > 0 => (Outcome::Attention, counts),
        BulkEvent::BulkCompleted { counts, .. } if counts.selected <= QUIET_UP_TO => return Ok(Vec::new()),
        BulkEvent::BulkCompleted { counts, .. } => (Outcome::Done, counts),
        BulkEvent::BulkCancelled { counts, .. } => (Outcome::Stopped, counts),
        BulkEvent::BulkFailed { counts, .. } => (Outcome::Failed, counts),
        _ => return Ok(Vec::new()),
    };
    let BulkCounts { changed, unchanged, refused, not_run, .. } = counts;
    let numbers =
        [("changed", changed), ("unchanged", unchanged), ("refused", refused), ("not_run", not_run)];
    Ok(happened.to_asker(Some(SubjectKind::Bulk), Details::of(outcome, &numbers)))
}

pub fn bulk_words(shown: &Shown<'_>) -> Words {
    Words {
        title: shown.ended("Bulk change", "finished"),
        text: shown.sums(&[
            ("changed", "changed"),
            ("unchanged", "unchanged"),
            ("refused", "refused"),
            ("not_run", "not run"),
        ]),
        link: shown.link("/bulk"),
        tone: shown.details.outcome.into(),
    }
}

pub fn bulk_undone(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (outcome, result) = match happened.read()? {
        BulkEvent::BulkUndone { result, .. } => (Outcome::clean_if(result.left() == 0), result),
        BulkEvent::BulkUndoStopped { result, .. } => (Outcome::Stopped, result),
        _ => return Ok(Vec::new()),
    };
    let details = undo_details(outcome, result);
    if outcome == Outcome::Done && details.number("taken_back") <= QUIET_UP_TO {
        return Ok(Vec::new());
    }
    Ok(happened.to_asker(Some(SubjectKind::Bulk), details))
}

pub fn bulk_undo_words(shown: &Shown<'_>) -> Words {
    undo_words(shown, "Undo of a bulk change", "/bulk")
}

fn undo_details(outcome: Outcome, result: UndoResult) -> Details {
    let done = |counts: &UndoCounts| counts.archived + counts.reverted + counts.partly;
    let taken_back = done(&result.contacts) + done(&result.accounts);
    Details::of(outcome, &[("taken_back", taken_back), ("left", result.left())])
}

fn undo_words(shown: &Shown<'_>, what: &str, list: &str) -> Words {
    let taken_back = counted(shown.details.number("taken_back"), "record", "records");
    let left = shown.sums(&[("left", "left as they are, in whole or in part")]);
    Words {
        title: shown.ended(what, "finished"),
        text: Some(
            [Some(format!("{taken_back} taken back")), left]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
        ),
        link: shown.link(list),
        tone: shown.details.outcome.into(),
    }
}

pub fn export_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let details = match happened.read()? {
        ExportEvent::ExportCompleted { written, .. } => Details::of(Outcome::Done, &[("rows", written.rows)]),
        ExportEvent::ExportFailed { .. } => Details::of(Outcome::Failed, &[]),
        _ => return Ok(Vec::new()),
    };
    Ok(happened.to_asker(Some(SubjectKind::Export), details))
}

pub fn export_words(shown: &Shown<'_>) -> Words {
    let ready = shown.details.outcome == Outcome::Done;
    let rows = counted(shown.details.number("rows"), "record", "records");
    Words {
        title: shown.ended("Export", "ready"),
        text: Some(if ready {
            format!("{rows}, kept for seven days")
        } else {
            "Nothing was kept. Start it again.".to_owned()
        }),
        link: "/exports".to_owned(),
        tone: shown.details.outcome.into(),
    }
}

pub fn duplicates_looked(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let LookFact::DuplicatesLooked(looked) = happened.read()?;
    let details =
        Details { entity: Some(looked.entity), ..Details::of(Outcome::Done, &[("records", looked.records)]) };
    Ok(happened.to_asker(None, details))
}

pub fn duplicates_words(shown: &Shown<'_>) -> Words {
    let (one, many) = nouns(shown.details.entity);
    let records = counted(shown.details.number("records"), one, many);
    Words {
        title: format!("The look for duplicate {many} is done"),
        text: Some(format!("{records} looked at")),
        link: format!("/{many}/duplicates"),
        tone: Tone::Good,
    }
}

pub fn enrichment_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let EnrichmentFact::EnrichmentEnded(ended) = happened.read()? else { return Ok(Vec::new()) };
    let numbers = [("seen", ended.seen), ("suggested", ended.suggested)];
    Ok(happened.to_asker(None, Details::of(Outcome::Done, &numbers)))
}

pub fn enrichment_words(shown: &Shown<'_>) -> Words {
    let suggested = shown.details.number("suggested");
    let seen = counted(shown.details.number("seen"), "account", "accounts");
    Words {
        title: match suggested {
            0 => "No new industries to suggest".to_owned(),
            some => format!("{} suggested", counted(some, "industry", "industries")),
        },
        text: Some(format!("{seen} looked at")),
        link: "/accounts/industry-suggestions".to_owned(),
        tone: if suggested == 0 { Tone::Neutral } else { Tone::Good },
    }
}

/// A few are done before who asked has looked away.
pub fn email_verification_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let EmailVerificationFact::EmailVerificationEnded(ended) = happened.read()? else {
        return Ok(Vec::new());
    };
    let counts = ended.counts;
    let outcome = match ended.end {
        End::Completed if counts.done() <= QUIET_UP_TO => return Ok(Vec::new()),
        End::Completed => Outcome::Done,
        End::Cancelled => Outcome::Stopped,
        End::Failed => Outcome::Failed,
    };
    let numbers = [
        ("verified", counts.done()),
        ("valid", counts.valid),
        ("invalid", counts.invalid + counts.disposable),
        ("unknown", counts.unknown),
    ];
    Ok(happened.to_asker(None, Details::of(outcome, &numbers)))
}

pub fn email_verification_words(shown: &Shown<'_>) -> Words {
    let sums = shown.sums(&[("valid", "valid"), ("invalid", "invalid"), ("unknown", "unknown")]);
    let looked_at = counted(shown.details.number("verified"), "contact", "contacts");
    Words {
        title: shown.ended("Email verification", "finished"),
        text: Some(sums.unwrap_or_else(|| format!("{looked_at} looked at"))),
        link: "/contacts/email-verifications".to_owned(),
        tone: shown.details.outcome.into(),
    }
}

pub fn survivorship_previewed(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let SurvivorshipEvent::SurvivorshipPreviewed { difference, .. } = happened.read()? else {
        return Ok(Vec::new());
    };
    let of_accounts = happened.about == id_of(Entity::Account);
    let entity = if of_accounts { Entity::Account } else { Entity::Contact };
    let numbers = [("records", difference.records), ("changed", difference.changed)];
    let details = Details { entity: Some(entity), ..Details::of(Outcome::Done, &numbers) };
    Ok(happened.to_asker(None, details))
}

pub fn survivorship_words(shown: &Shown<'_>) -> Words {
    let (one, many) = nouns(shown.details.entity);
    let records = counted(shown.details.number("records"), one, many);
    let changed = grouped(shown.details.number("changed"));
    Words {
        title: format!("The preview of the survivorship rules of {many} is ready"),
        text: Some(format!("{changed} of {records} would change")),
        link: format!("/survivorship?of={many}"),
        tone: Tone::Good,
    }
}

fn nouns(entity: Option<Entity>) -> (&'static str, &'static str) {
    match entity {
        Some(Entity::Account) => ("account", "accounts"),
        Some(Entity::Contact) | None => ("contact", "contacts"),
    }
}
