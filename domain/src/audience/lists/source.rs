//! What a list was made from.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::ListError;
use crate::audience::exports::list::{InLists, InSegment, ListFilter};

/// Most lists that are combined at once.
pub const COMBINED_MAX: usize = 20;

/// Ids alone: what a filter looked for stands, sealed, in the bulk change that filled the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ListSource {
    /// Ids, emails or domains that somebody pasted.
    ManualUpload,
    /// Records chosen one by one.
    Selection,
    /// Everything that a list of records showed at that moment.
    Filter,
    /// The members of a segment at a moment.
    Segment {
        segment: Uuid,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_of: Option<DateTime<Utc>>,
    },
    /// What a domain set was matched with at that moment: its accounts, or their people.
    DomainSet { domain_set: Uuid },
    /// Other lists, combined.
    Combination { operation: Operation, lists: Vec<Uuid> },
    /// A frozen copy of a list as it was then.
    Snapshot { list: Uuid, as_of: DateTime<Utc> },
}

/// What is made of several lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Whoever is in any of them.
    Union,
    /// Whoever is in all of them.
    Intersect,
    /// Whoever is in the first and in none of the others.
    Subtract,
}

impl ListSource {
    pub const fn kind(&self) -> &'static str {
        match self {
            ListSource::ManualUpload => "manual_upload",
            ListSource::Selection => "selection",
            ListSource::Filter => "filter",
            ListSource::Segment { .. } => "segment",
            ListSource::DomainSet { .. } => "domain_set",
            ListSource::Combination { .. } => "combination",
            ListSource::Snapshot { .. } => "snapshot",
        }
    }

    /// Whether it stays as it was made.
    pub const fn is_frozen(&self) -> bool {
        matches!(self, ListSource::Snapshot { .. })
    }

    /// The lists it was made from.
    pub fn lists(&self) -> Vec<Uuid> {
        match self {
            ListSource::Combination { lists, .. } => lists.clone(),
            ListSource::Snapshot { list, .. } => vec![*list],
            ListSource::ManualUpload
            | ListSource::Selection
            | ListSource::Filter
            | ListSource::Segment { .. }
            | ListSource::DomainSet { .. } => Vec::new(),
        }
    }

    /// Which members of other lists are taken, when it is made from lists.
    pub fn members(&self) -> Option<InLists> {
        let (any, all, none, as_of) = match self {
            ListSource::Combination { operation: Operation::Union, lists } => {
                (lists.clone(), Vec::new(), Vec::new(), None)
            }
            ListSource::Combination { operation: Operation::Intersect, lists } => {
                (Vec::new(), lists.clone(), Vec::new(), None)
            }
            ListSource::Combination { operation: Operation::Subtract, lists } => {
                let (first, others) = lists.split_first()?;
                (vec![*first], Vec::new(), others.to_vec(), None)
            }
            ListSource::Snapshot { list, as_of } => (vec![*list], Vec::new(), Vec::new(), Some(*as_of)),
            ListSource::ManualUpload
            | ListSource::Selection
            | ListSource::Filter
            | ListSource::Segment { .. }
            | ListSource::DomainSet { .. } => return None,
        };
        Some(InLists { any, all, none, as_of })
    }

    /// All that its members are found by again, when what it was made from says that alone: whoever is in it was chosen by nothing
    /// else.
    pub fn filter(&self) -> Option<ListFilter> {
        if let ListSource::Segment { segment, as_of: Some(as_of) } = self {
            let in_segment = InSegment { segment: *segment, as_of: Some(*as_of) };
            return Some(ListFilter { in_segment: Some(in_segment), ..ListFilter::default() });
        }
        Some(ListFilter { in_lists: Some(self.members()?), ..ListFilter::default() })
    }

    /// Refuses what makes no list.
    pub fn check(&self) -> Result<(), ListError> {
        let ListSource::Combination { lists, .. } = self else { return Ok(()) };
        let different: BTreeSet<&Uuid> = lists.iter().collect();
        match different.len() {
            count if count < lists.len() => Err(ListError::SameList),
            count if count < 2 => Err(ListError::TooFewLists),
            count if count > COMBINED_MAX => Err(ListError::TooManyLists { count }),
            _ => Ok(()),
        }
    }
}
