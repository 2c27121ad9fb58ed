//! What happened to a list itself; who came and went stands with its members.

use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::events::ListEvent;
use pivotal_domain::audience::lists::source::{ListSource, Operation};
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the list.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<ListEvent>(reading, id, words).await
}

fn words(event: ListEvent) -> Words {
    match event {
        ListEvent::ListCreated { made, .. } => (created(&made.source), of_details(None, &made.details)),
        ListEvent::ListDetailsChanged { details, previous, .. } => {
            story::details(of_details(Some(&previous), &details))
        }
        ListEvent::ListArchived { .. } => plain("Archived"),
        ListEvent::ListRestored { .. } => plain("Restored"),
    }
}

fn created(source: &ListSource) -> String {
    match source {
        ListSource::ManualUpload => "Created from what was pasted".to_owned(),
        ListSource::Selection => "Created".to_owned(),
        ListSource::Filter => "Created from a filter".to_owned(),
        ListSource::Segment { .. } => "Created from a segment".to_owned(),
        ListSource::DomainSet { .. } => "Created from a domain set".to_owned(),
        ListSource::Combination { operation, lists } => {
            let how = match operation {
                Operation::Union => "all that are in any of",
                Operation::Intersect => "those that are in each of",
                Operation::Subtract => "the first without the others of",
            };
            format!("Created from {how} {} lists", lists.len())
        }
        ListSource::Snapshot { .. } => "Created as a frozen copy".to_owned(),
    }
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
