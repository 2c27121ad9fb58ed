//! An import made of another: its mended rows, or the same settings once more.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::events::{ImportEvent, Upload};
use uuid::Uuid;

/// Uploaded, mapped as its parent, and started if there is a job for it: one after the other, as if by hand.
pub fn decided(
    parent: &Import,
    at: DateTime<Utc>,
    upload: Upload,
    job: Option<Uuid>,
) -> Result<Vec<ImportEvent>, ImportError> {
    let map = ImportCommand::Map {
        at,
        name: None,
        default_country: parent.default_country.clone(),
        mapping: parent.mapping.clone(),
        kind: parent.kind,
        supplied_by: parent.supplied_by,
    };
    let start = job.map(|job| ImportCommand::Start { at, job });
    let (mut child, mut all) = (Import::default(), Vec::new());
    for command in [ImportCommand::Upload { at, upload }, map].into_iter().chain(start) {
        let events = child.decide(command)?;
        events.iter().for_each(|event| child.apply(event.clone()));
        all.extend(events);
    }
    Ok(all)
}
