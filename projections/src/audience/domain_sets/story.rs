//! What happened to a domain set: made, read, matched, renamed, archived.

use pivotal_domain::audience::domain_sets::Details;
use pivotal_domain::audience::domain_sets::events::{DomainSetEvent, Matched, Read, Source};
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the set. The name of its file is not told once an erasure took the set's words.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<DomainSetEvent>(reading, id, words).await
}

fn words(event: DomainSetEvent) -> Words {
    match event {
        DomainSetEvent::DomainSetCreated { details, source, file_name, stubs, .. } => {
            let title = match source {
                Source::File => "Created from a file",
                Source::Paste => "Created from what was pasted",
            };
            let mut parts = of_details(None, &details);
            parts.extend(story::text("File", None, file_name.as_deref().unwrap_or_default()));
            (format!("{title}{}", made_of_unknown(stubs)), parts)
        }
        DomainSetEvent::DomainSetChanged { details, previous, .. } => {
            story::details(of_details(Some(&previous), &details))
        }
        DomainSetEvent::DomainSetRead { read: Read { items, repeated, invalid }, .. } => {
            plain(format!("Read: {}, {repeated} repeated, {invalid} not read", many(items, "domain")))
        }
        DomainSetEvent::DomainSetMatchingStarted { stubs, .. } => {
            plain(format!("Matching started{}", made_of_unknown(stubs)))
        }
        DomainSetEvent::DomainSetMatched { matched: Matched { exact, fuzzy, unknown, stubs }, .. } => {
            let made = if stubs == 0 { String::new() } else { format!(", {} made", many(stubs, "account")) };
            plain(format!("Matched: {exact} exact, {fuzzy} fuzzy, {unknown} unknown{made}"))
        }
        DomainSetEvent::DomainSetMatchingStopped { .. } => plain("Matching cancelled"),
        DomainSetEvent::DomainSetMatchingFailed { error, .. } => {
            ("Matching failed".to_owned(), story::text("Why", None, &error).into_iter().collect())
        }
        DomainSetEvent::DomainSetArchived { .. } => plain("Archived"),
        DomainSetEvent::DomainSetRestored { .. } => plain("Restored"),
        DomainSetEvent::DomainSetWordsForgotten { .. } => {
            plain("Names and notes of its file erased with a person's data")
        }
    }
}

/// "1 domain", "3 domains"
fn many(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn made_of_unknown(stubs: bool) -> &'static str {
    if stubs { ", unknown companies become accounts" } else { "" }
}

fn of_details(old: Option<&Details>, new: &Details) -> Vec<Changed> {
    [
        story::text("Name", old.map(|old| old.name.as_str()), &new.name),
        story::tags(old.map(|old| old.tags.as_slice()), &new.tags),
        story::sharing(old.map(|old| old.sharing), new.sharing),
    ]
    .into_iter()
    .flatten()
    .collect()
}
