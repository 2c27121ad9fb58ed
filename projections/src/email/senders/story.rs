//! What happened to a sender, in words, read from the log itself: who changed what, and when a check came to something else than the
//! one before. Daily checks that say the same again are left out.

use chrono::{DateTime, Utc};
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::{Check, Subject, overall};
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::reader;
use uuid::Uuid;

use super::query::sees;
use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// Enough for any honest sender; the log keeps all.
pub const MOST: usize = 500;

/// One event of a sender, or of its brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    /// What it was before, or what a check found.
    pub text: Option<String>,
}

/// What happened to a sender, newest first; nothing for whoever does not see senders.
pub async fn of_sender(
    Reading { pool, opener }: Reading<'_>,
    actor: &Actor,
    id: Uuid,
) -> Result<Vec<Told>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    let entries = reader::read_record(pool, "sender_profile", id).await.map_err(QueryError::Database)?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told = Vec::new();
    let mut before: Vec<Check> = Vec::new();
    for entry in opened.entries() {
        // An event of a newer release is shown as what it is called.
        let words = match opened.event::<SenderProfileEvent>(entry) {
            Ok(SenderProfileEvent::SenderProfileChecked { checks, .. }) => {
                let words = of_checks(&before, &checks);
                before = checks;
                words
            }
            Ok(event) => Some(of_event(event)),
            Err(_) => Some((entry.name.clone(), None)),
        };
        let Some((title, text)) = words else { continue };
        let metadata = entry.metadata();
        told.push(Told {
            position: entry.position,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            text,
        });
    }
    told.reverse();
    told.truncate(MOST);
    Ok(told)
}

/// What happened to a brand, newest first; nothing for whoever does not see senders.
pub async fn of_brand(
    Reading { pool, opener }: Reading<'_>,
    actor: &Actor,
    id: Uuid,
) -> Result<Vec<Told>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    let entries = reader::read_record(pool, <Brand as cqrs_es::Aggregate>::TYPE, id)
        .await
        .map_err(QueryError::Database)?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told = Vec::new();
    for entry in opened.entries() {
        let event = opened.event::<EmailBrandEvent>(entry);
        let (title, text) = event.map_or_else(|_| (entry.name.clone(), None), of_brand_event);
        let metadata = entry.metadata();
        told.push(Told {
            position: entry.position,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: metadata.actor,
            text,
        });
    }
    told.reverse();
    told.truncate(MOST);
    Ok(told)
}

/// Title and free text.
fn of_event(event: SenderProfileEvent) -> (String, Option<String>) {
    match event {
        SenderProfileEvent::SenderProfileCreated { who, .. } => {
            (format!("Created as {} <{}>", who.from_name, who.from_address), None)
        }
        SenderProfileEvent::SenderProfileChanged { who, setup, previous_who, previous, .. } => {
            let changes = changes(&who, &setup, &previous_who, &previous);
            ("Changed".to_owned(), Some(changes.join("\n")).filter(|text| !text.is_empty()))
        }
        SenderProfileEvent::SenderProfileArchived { .. } => ("Archived".to_owned(), None),
        SenderProfileEvent::SenderProfileRestored { .. } => ("Restored".to_owned(), None),
        SenderProfileEvent::SenderProfileChecked { .. } => ("Checked".to_owned(), None),
    }
}

fn of_brand_event(event: EmailBrandEvent) -> (String, Option<String>) {
    match event {
        EmailBrandEvent::EmailBrandCreated { look, .. } => (format!("Created as {}", look.name), None),
        EmailBrandEvent::EmailBrandChanged { look, previous, .. } if look.name != previous.name => {
            (format!("Renamed to {}", look.name), Some(format!("Before: {}", previous.name)))
        }
        EmailBrandEvent::EmailBrandChanged { .. } => ("Logo or colour changed".to_owned(), None),
        EmailBrandEvent::EmailBrandDefaultSet { sender: Some(_), .. } => {
            ("Default sender chosen".to_owned(), None)
        }
        EmailBrandEvent::EmailBrandDefaultSet { sender: None, .. } => {
            ("Default sender removed".to_owned(), None)
        }
        EmailBrandEvent::EmailBrandArchived { .. } => ("Archived".to_owned(), None),
        EmailBrandEvent::EmailBrandRestored { .. } => ("Restored".to_owned(), None),
    }
}

/// A line for each thing that is another.
fn changes(who: &Who, setup: &Setup, was: &Who, before: &Setup) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |what: &str, now: &str, then: &str| {
        if now != then {
            let shown =
                |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.replace('\n', ", ") };
            lines.push(format!("{what}: {}, before: {}", shown(now), shown(then)));
        }
    };
    let text = |held: &Option<String>| held.clone().unwrap_or_default();
    line("From name", &who.from_name, &was.from_name);
    line("From address", &who.from_address, &was.from_address);
    line("Reply-to", &text(&who.reply_to), &text(&was.reply_to));
    line("Physical address", &setup.physical_address, &before.physical_address);
    line("Tracking domain", &text(&setup.tracking_domain), &text(&before.tracking_domain));
    line("Provider account", &account(setup), &account(before));
    line("DKIM selector", selector(setup), selector(before));
    line("Warm-up", &ramp(setup), &ramp(before));
    if setup.brand != before.brand {
        lines.push("Moved to another brand".to_owned());
    }
    lines
}

fn account(setup: &Setup) -> String {
    format!("{} ({})", setup.account, setup.provider.label())
}

fn selector(setup: &Setup) -> &str {
    setup.dkim.as_ref().map_or("", |key| key.selector.as_str())
}

fn ramp(setup: &Setup) -> String {
    setup.ramp.map_or_else(String::new, |ramp| {
        format!(
            "{} a day from {}, {}% more each day, at most {}",
            ramp.start_per_day, ramp.first_day, ramp.growth_percent, ramp.limit_per_day
        )
    })
}

/// Nothing, when it says what the one before said.
fn of_checks(before: &[Check], now: &[Check]) -> Option<(String, Option<String>)> {
    let reasons = |checks: &[Check]| -> Vec<(Subject, Reason)> {
        checks.iter().map(|check| (check.subject, check.reason)).collect()
    };
    let (was, is) = (reasons(before), reasons(now));
    if was == is {
        return None;
    }
    let new = now.iter().filter(|check| !was.contains(&(check.subject, check.reason)));
    let lines: Vec<String> =
        new.map(|check| format!("{}: {}", check.subject.label(), check.reason.words())).collect();
    Some((
        format!("Checked: {}", overall(now).label()),
        Some(lines.join("\n")).filter(|text| !text.is_empty()),
    ))
}
