//! Why something about a segment was refused.

use super::{DESCRIPTION_LONGEST, TAG_LONGEST, TAGS_MAX};
use crate::audience::saved_views::error::SavedViewError;
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SegmentError {
    #[error("There is no such segment.")]
    Unknown,
    #[error("This segment exists already.")]
    Exists,
    #[error("This segment is archived. Restore it first.")]
    Archived,
    #[error("This segment is switched off, so its members stand still. Switch it on first.")]
    SwitchedOff,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(
        "Another of your segments is called \"{0}\". Choose a name that tells them apart, or change that segment."
    )]
    NameTaken(String),
    #[error("The description has {0} characters; at most {DESCRIPTION_LONGEST} are kept. Shorten it.")]
    DescriptionTooLong(usize),
    #[error("The tag \"{0}…\" is longer than {TAG_LONGEST} characters. Shorten it.")]
    TagTooLong(String),
    #[error("A segment has at most {TAGS_MAX} tags; this one has {0}. Leave some out.")]
    TooManyTags(usize),
    #[error(
        "This segment belongs to somebody else, who decides with whom it is shared. Ask them, or make one of your own."
    )]
    NotYours,
    #[error("You are not a member of this team, so its segments are not yours to add to.")]
    NotInTeam,
    #[error(
        "Your role may not share segments with everyone. Share it with your team, or ask a campaign manager or data specialist."
    )]
    MayNotShareWithEveryone,
    #[error(
        "\"me\" is whoever looks, and nobody in particular looks at a segment. Choose the user that is meant."
    )]
    Me,
    #[error(
        "The definition takes {0} bytes; a segment keeps at most 65,536. Put long lists of values into a list."
    )]
    TooLarge(usize),
    #[error(
        "The definition names the segment {0}, which does not exist. Remove that condition or choose another segment."
    )]
    UsesUnknown(String),
    #[error(
        "The definition names the segment \"{0}\", which is archived. Remove that condition, or restore the segment."
    )]
    UsesArchived(String),
    #[error(
        "The definition names the domain set \"{0}\", which is archived. Remove that condition, or restore the domain set."
    )]
    UsesArchivedSet(String),
    #[error(
        "The definition names the list \"{0}\", which is archived. Remove that condition, or restore the list."
    )]
    UsesArchivedList(String),
    #[error(
        "The definition names the segment \"{0}\", which is of the other kind of records. Remove that condition."
    )]
    UsesOther(String),
    #[error(
        "A segment cannot contain itself: {0}. Take one of these out of the definition of the one before it."
    )]
    Circle(String),
    #[error("{count} other segments are defined by this one: {names}. Change their definitions first.", count = .0, names = .1)]
    Used(usize, String),
}

impl SegmentError {
    pub fn code(&self) -> &'static str {
        match self {
            SegmentError::Unknown => "SEGMENT_NOT_FOUND",
            SegmentError::Exists => "SEGMENT_EXISTS",
            SegmentError::Archived => "SEGMENT_ARCHIVED",
            SegmentError::SwitchedOff => "SEGMENT_SWITCHED_OFF",
            SegmentError::Name(NameError::Empty) => "NAME_EMPTY",
            SegmentError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            SegmentError::NameTaken(_) => "SEGMENT_NAME_TAKEN",
            SegmentError::DescriptionTooLong(_) => "SEGMENT_DESCRIPTION_TOO_LONG",
            SegmentError::TagTooLong(_) => "SEGMENT_TAG_TOO_LONG",
            SegmentError::TooManyTags(_) => "SEGMENT_TOO_MANY_TAGS",
            SegmentError::NotYours => "SEGMENT_NOT_YOURS",
            SegmentError::NotInTeam => "SEGMENT_NOT_IN_TEAM",
            SegmentError::MayNotShareWithEveryone => "SEGMENT_MAY_NOT_SHARE",
            SegmentError::Me => "SEGMENT_ME",
            SegmentError::TooLarge(_) => "SEGMENT_TOO_LARGE",
            SegmentError::UsesUnknown(_) => "SEGMENT_USES_UNKNOWN",
            SegmentError::UsesArchived(_) => "SEGMENT_USES_ARCHIVED",
            SegmentError::UsesArchivedSet(_) => "SEGMENT_USES_ARCHIVED_DOMAIN_SET",
            SegmentError::UsesArchivedList(_) => "SEGMENT_USES_ARCHIVED_LIST",
            SegmentError::UsesOther(_) => "SEGMENT_USES_OTHER",
            SegmentError::Circle(_) => "SEGMENT_CIRCLE",
            SegmentError::Used(..) => "SEGMENT_USED",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            SegmentError::Name(_) | SegmentError::NameTaken(_) => Some("name"),
            SegmentError::DescriptionTooLong(_) => Some("description"),
            SegmentError::TagTooLong(_) | SegmentError::TooManyTags(_) => Some("tags"),
            SegmentError::NotYours | SegmentError::NotInTeam | SegmentError::MayNotShareWithEveryone => {
                Some("sharing")
            }
            SegmentError::Me
            | SegmentError::TooLarge(_)
            | SegmentError::UsesUnknown(_)
            | SegmentError::UsesArchived(_)
            | SegmentError::UsesArchivedSet(_)
            | SegmentError::UsesArchivedList(_)
            | SegmentError::UsesOther(_)
            | SegmentError::Circle(_) => Some("filter"),
            SegmentError::Unknown
            | SegmentError::Exists
            | SegmentError::Archived
            | SegmentError::SwitchedOff
            | SegmentError::Used(..) => None,
        }
    }
}

/// The same rule of sharing, in the words of segments.
pub fn of_sharing(error: &SavedViewError) -> SegmentError {
    match error {
        SavedViewError::NotInTeam => SegmentError::NotInTeam,
        _ => SegmentError::MayNotShareWithEveryone,
    }
}
