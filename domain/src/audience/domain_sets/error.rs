//! Why something about a domain set was refused.

use super::TAGS_MAX;
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DomainSetError {
    #[error("There is no such domain set.")]
    NotFound,
    #[error("This domain set exists already.")]
    Exists,
    #[error("This domain set is archived. Restore it first.")]
    Archived,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("A domain set takes at most {TAGS_MAX} tags; this one would have {0}. Leave some out.")]
    TooManyTags(usize),
    #[error("The tag \"{0}...\" is too long: at most 50 characters are kept. Shorten it.")]
    TagTooLong(String),
    #[error("You are not a member of this team, so its domain sets are not yours to add to.")]
    NotInTeam,
    #[error("This domain set is being matched already. Wait until that is done, or cancel it.")]
    Matching,
    #[error(
        "This domain set is still being matched, so a list of it would be incomplete. Wait until that is done, or cancel it."
    )]
    StillMatching,
    #[error(
        "Title, seniority, department and email are of people. Leave them out, or make a list of contacts."
    )]
    OfPeople,
    #[error("The lines of this domain set were not read to their end. Upload the file again.")]
    NotRead,
    #[error("There is no item {0} in this domain set.")]
    NoSuchItem(u32),
    #[error("There is no active account with this id. Choose another.")]
    NoSuchAccount,
    #[error("Nothing was pasted. Paste one domain a line.")]
    NothingPasted,
    #[error("Nobody said which account item {0} is, so there is nothing to take back.")]
    NothingSaid(u32),
    #[error("Something else was said of item {0} since. Look at it again before you change it.")]
    SaidSince(u32),
    #[error("{count} segments are defined by this domain set: {names}. Change their definitions first.", count = .0, names = .1)]
    Used(usize, String),
}

impl DomainSetError {
    pub fn code(&self) -> &'static str {
        match self {
            DomainSetError::NotFound => "DOMAIN_SET_NOT_FOUND",
            DomainSetError::Exists => "DOMAIN_SET_EXISTS",
            DomainSetError::Archived => "DOMAIN_SET_ARCHIVED",
            DomainSetError::Name(NameError::Empty) => "NAME_EMPTY",
            DomainSetError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            DomainSetError::TooManyTags(_) => "DOMAIN_SET_TOO_MANY_TAGS",
            DomainSetError::TagTooLong(_) => "DOMAIN_SET_TAG_TOO_LONG",
            DomainSetError::NotInTeam => "DOMAIN_SET_NOT_IN_TEAM",
            DomainSetError::Matching => "DOMAIN_SET_MATCHING",
            DomainSetError::StillMatching => "DOMAIN_SET_STILL_MATCHING",
            DomainSetError::OfPeople => "DOMAIN_SET_OF_PEOPLE",
            DomainSetError::NotRead => "DOMAIN_SET_NOT_READ",
            DomainSetError::NoSuchItem(_) => "DOMAIN_SET_NO_SUCH_ITEM",
            DomainSetError::NoSuchAccount => "DOMAIN_SET_NO_SUCH_ACCOUNT",
            DomainSetError::NothingPasted => "DOMAIN_SET_NOTHING_PASTED",
            DomainSetError::NothingSaid(_) => "DOMAIN_SET_NOTHING_SAID",
            DomainSetError::SaidSince(_) => "DOMAIN_SET_SAID_SINCE",
            DomainSetError::Used(..) => "DOMAIN_SET_USED",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            DomainSetError::Name(_) => Some("name"),
            DomainSetError::TooManyTags(_) | DomainSetError::TagTooLong(_) => Some("tags"),
            DomainSetError::NotInTeam => Some("sharing"),
            DomainSetError::NoSuchItem(_) | DomainSetError::NothingSaid(_) | DomainSetError::SaidSince(_) => {
                Some("item")
            }
            DomainSetError::NoSuchAccount => Some("accountId"),
            DomainSetError::NothingPasted => Some("text"),
            DomainSetError::OfPeople => Some("contacts"),
            DomainSetError::NotFound
            | DomainSetError::Exists
            | DomainSetError::Archived
            | DomainSetError::Matching
            | DomainSetError::StillMatching
            | DomainSetError::NotRead
            | DomainSetError::Used(..) => None,
        }
    }
}
