//! What happened to a segment itself; who entered and left stands with its members.

use pivotal_domain::audience::segments::Details;
use pivotal_domain::audience::segments::events::SegmentEvent;
use serde_json::Value;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Said, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the segment.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<SegmentEvent>(reading, id, words).await
}

fn words(event: SegmentEvent) -> Words {
    match event {
        SegmentEvent::SegmentCreated { kept, .. } => {
            let title = if kept.active { "Created" } else { "Created, switched off" };
            let mut parts = of_details(None, &kept.details);
            parts.push(defined(None, kept.definition));
            (title.to_owned(), parts)
        }
        SegmentEvent::SegmentDetailsChanged { details, previous, .. } => {
            story::details(of_details(Some(&previous), &details))
        }
        SegmentEvent::SegmentDefinitionChanged { definition, previous, .. } => {
            ("Definition changed".to_owned(), vec![defined(Some(previous), definition)])
        }
        SegmentEvent::SegmentSwitched { active: true, .. } => plain("Switched on"),
        SegmentEvent::SegmentSwitched { active: false, .. } => plain("Switched off"),
        SegmentEvent::SegmentRefreshAsked { .. } => plain("Asked to look at every record again"),
        SegmentEvent::SegmentArchived { .. } => plain("Archived"),
        SegmentEvent::SegmentRestored { .. } => plain("Restored"),
    }
}

fn of_details(old: Option<&Details>, new: &Details) -> Vec<Changed> {
    [
        story::text("Name", old.map(|old| old.name.as_str()), &new.name),
        story::text("Description", old.map(|old| old.description.as_str()), &new.description),
        story::tags(old.map(|old| old.tags.as_slice()), &new.tags),
        story::sharing(old.map(|old| old.sharing), new.sharing),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn defined(old: Option<Value>, new: Value) -> Changed {
    Changed { label: "Definition", old: old.map(Said::Definition), new: Some(Said::Definition(new)) }
}
