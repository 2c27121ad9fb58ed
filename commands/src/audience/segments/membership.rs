//! Who entered and who left, written to the log.
//!
//! Facts about members are one chain: each append names the position of the last fact that was known when it was worked out, and
//! only one append can follow a position. So two keepers, or one that was killed after it wrote, never write the same twice.

use pivotal_domain::audience::segments::facts::{
    MembersChanged, SEGMENT_MEMBERS_CHANGED, SEGMENT_MEMBERS_CHANGED_VERSION, SegmentFact,
};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::Value;

use crate::context::Context;
use crate::error::CommandError;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The position of the last of them.
    At(i64),
    /// Facts that were not known stand behind that position already: look at the members again.
    Behind,
}

/// Appends facts that were worked out from all members up to a position.
pub async fn write_members(
    ctx: &Context,
    known_to: i64,
    changes: Vec<MembersChanged>,
) -> Result<Written, CommandError> {
    let metadata = Metadata::system("system");
    let mut append = Append::new(Lane::Bulk);
    for changed in changes {
        let about_id = changed.segment;
        append.facts.push(NewFact {
            kind: SEGMENT_MEMBERS_CHANGED,
            version: SEGMENT_MEMBERS_CHANGED_VERSION,
            about_type: "segment",
            about_id,
            payload: serde_json::to_value(SegmentFact::SegmentMembersChanged(changed))?,
            metadata: metadata.clone(),
            personal: &[],
            subject: None,
        });
    }
    if append.is_empty() {
        return Ok(Written::At(known_to));
    }
    append.idempotency = Some(IdempotencyKey {
        key: format!("segment_members:{known_to}"),
        fingerprint: Vec::new(),
        result: Value::Null,
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(Written::At(position)),
        Err(LogError::Repeated(_) | LogError::Conflict) => Ok(Written::Behind),
        Err(error) => Err(error.into()),
    }
}
