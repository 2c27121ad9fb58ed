//! Why something about a campaign was refused.

use super::audience::SOURCES_MAX;
use super::content::{LABEL_MAX, SUBJECT_MAX};
use super::details::{TAG_LONGEST, TAGS_MAX};
use super::schedule::PER_SECOND_MAX;
use super::state::State;
use crate::email::schedule::window::WindowError;
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CampaignError {
    #[error("There is no such campaign.")]
    NotFound,
    #[error("This campaign exists already.")]
    Exists,
    #[error("This campaign is archived. Restore it first.")]
    Archived,
    #[error("{}", .0.words())]
    State(State),
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("A campaign has at most {TAGS_MAX} tags; {count} were given. Leave some out.")]
    TooManyTags { count: usize },
    #[error("The tag that begins with \"{tag}\" has more than {TAG_LONGEST} characters. Shorten it.")]
    TagTooLong { tag: String },
    #[error("For whom a campaign is done can be changed while it is a draft only.")]
    ClientFixed,
    #[error("Choose at least one list, segment, domain set or filter to include.")]
    AudienceMissing,
    #[error(
        "At most {SOURCES_MAX} sources can be included, and as many left out; {count} were chosen. Combine some into a list first."
    )]
    TooManySources { count: usize },
    #[error("The filter beside a domain set names a domain set itself. Choose one of them.")]
    DomainSetTwice,
    #[error("{0}")]
    VariantsInvalid(&'static str),
    #[error("A subject is one line of 1 to {SUBJECT_MAX} characters. Shorten it and take out line breaks.")]
    SubjectInvalid,
    #[error("{0}")]
    TestInvalid(&'static str),
    #[error("Names of links and UTM tags are single lines of at most {LABEL_MAX} characters.")]
    LabelInvalid,
    #[error("\"{0}\" is not a time zone. Choose one like Europe/Berlin.")]
    ZoneUnknown(String),
    #[error("Enter a pace of 1 to {PER_SECOND_MAX} a second, or none.")]
    PaceInvalid,
    #[error(transparent)]
    Window(WindowError),
    #[error("Enter times of the day from 00:00 to 24:00.")]
    WindowTimeInvalid,
    #[error("Define the content of this campaign first.")]
    ContentMissing,
    #[error("The content was changed since the test was sent. Send the test again.")]
    ContentChanged,
    #[error("Choose one to ten colleagues to send the test to.")]
    SeedRecipients,
    #[error("Only a campaign with a client can be confirmed on a client's behalf.")]
    NoClient,
    #[error(
        "This log was restored from a backup. Mail may have left since that it does not know of. Confirm that you accept that some people may get it twice, then resume."
    )]
    RestoreNotAccepted,
    #[error("It was paused because too many recipients complained. Say why it may go on.")]
    ReasonMissing,
    #[error("An audience version is being taken already. Wait until it is in.")]
    TakeUnderWay,
    #[error("This campaign has no variant {0} to choose.")]
    NoSuchVariant(char),
    #[error("The winner was chosen already.")]
    WinnerChosen,
    #[error("This is not the audience version that was asked for.")]
    OtherVersion,
}

impl CampaignError {
    pub fn code(&self) -> &'static str {
        match self {
            CampaignError::NotFound => "CAMPAIGN_NOT_FOUND",
            CampaignError::Exists => "CAMPAIGN_EXISTS",
            CampaignError::Archived => "CAMPAIGN_ARCHIVED",
            CampaignError::State(_) => "CAMPAIGN_STATE",
            CampaignError::Name(NameError::Empty) => "NAME_EMPTY",
            CampaignError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            CampaignError::TooManyTags { .. } => "TOO_MANY_TAGS",
            CampaignError::TagTooLong { .. } => "TAG_TOO_LONG",
            CampaignError::ClientFixed => "CAMPAIGN_CLIENT_FIXED",
            CampaignError::AudienceMissing => "CAMPAIGN_AUDIENCE_MISSING",
            CampaignError::TooManySources { .. } => "CAMPAIGN_TOO_MANY_SOURCES",
            CampaignError::DomainSetTwice => "CAMPAIGN_DOMAIN_SET_TWICE",
            CampaignError::VariantsInvalid(_) => "CAMPAIGN_VARIANTS_INVALID",
            CampaignError::SubjectInvalid => "CAMPAIGN_SUBJECT_INVALID",
            CampaignError::TestInvalid(_) => "CAMPAIGN_TEST_INVALID",
            CampaignError::LabelInvalid => "CAMPAIGN_LABEL_INVALID",
            CampaignError::ZoneUnknown(_) => "CAMPAIGN_ZONE_UNKNOWN",
            CampaignError::PaceInvalid => "CAMPAIGN_PACE_INVALID",
            CampaignError::Window(_) | CampaignError::WindowTimeInvalid => "CAMPAIGN_WINDOW_INVALID",
            CampaignError::ContentMissing => "CAMPAIGN_CONTENT_MISSING",
            CampaignError::ContentChanged => "CAMPAIGN_CONTENT_CHANGED",
            CampaignError::SeedRecipients => "CAMPAIGN_SEED_RECIPIENTS",
            CampaignError::NoClient => "CAMPAIGN_NO_CLIENT",
            CampaignError::RestoreNotAccepted => "CAMPAIGN_RESTORE_NOT_ACCEPTED",
            CampaignError::ReasonMissing => "CAMPAIGN_REASON_MISSING",
            CampaignError::TakeUnderWay => "CAMPAIGN_TAKE_UNDER_WAY",
            CampaignError::NoSuchVariant(_) => "CAMPAIGN_NO_SUCH_VARIANT",
            CampaignError::WinnerChosen => "CAMPAIGN_WINNER_CHOSEN",
            CampaignError::OtherVersion => "CAMPAIGN_OTHER_VERSION",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            CampaignError::Name(_) => Some("name"),
            CampaignError::TooManyTags { .. } | CampaignError::TagTooLong { .. } => Some("tags"),
            CampaignError::ClientFixed => Some("clientId"),
            CampaignError::AudienceMissing
            | CampaignError::TooManySources { .. }
            | CampaignError::DomainSetTwice => Some("include"),
            CampaignError::VariantsInvalid(_) | CampaignError::NoSuchVariant(_) => Some("variants"),
            CampaignError::SubjectInvalid => Some("subject"),
            CampaignError::TestInvalid(_) => Some("test"),
            CampaignError::LabelInvalid => Some("utm"),
            CampaignError::ZoneUnknown(_) => Some("zone"),
            CampaignError::PaceInvalid => Some("perSecond"),
            CampaignError::Window(_) | CampaignError::WindowTimeInvalid => Some("windows"),
            CampaignError::SeedRecipients => Some("to"),
            CampaignError::RestoreNotAccepted => Some("acceptedAfterRestore"),
            CampaignError::ReasonMissing => Some("reason"),
            CampaignError::NotFound
            | CampaignError::Exists
            | CampaignError::Archived
            | CampaignError::State(_)
            | CampaignError::ContentMissing
            | CampaignError::ContentChanged
            | CampaignError::NoClient
            | CampaignError::TakeUnderWay
            | CampaignError::WinnerChosen
            | CampaignError::OtherVersion => None,
        }
    }
}
