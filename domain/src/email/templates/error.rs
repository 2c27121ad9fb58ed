//! Why something about a template was refused.

use super::details::{TAG_LONGEST, TAGS_MAX};
use super::problems::Problem;
use crate::identity::name::NameError;

/// Longest reason for a return, in characters.
pub const REASON_MAX: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("There is no such email template.")]
    NotFound,
    #[error("This email template exists already.")]
    Exists,
    #[error("This email template is archived. Restore it first.")]
    Archived,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another email template is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
    #[error("A template has at most {TAGS_MAX} tags; {count} were given. Leave some out.")]
    TooManyTags { count: usize },
    #[error("The tag that begins with \"{tag}\" has more than {TAG_LONGEST} characters. Shorten it.")]
    TagTooLong { tag: String },
    #[error("The brand has more than {TAG_LONGEST} characters. Shorten it.")]
    BrandTooLong,
    /// Each of them with its line.
    #[error("{}", .0.first().map_or_else(|| "The template cannot be saved.".to_owned(), Problem::sentence))]
    Content(Vec<Problem>),
    #[error(
        "Somebody else saved the draft meanwhile: it is revision {now} by now. Nothing was saved. Copy what you wrote, load the draft again, and put it in."
    )]
    DraftChanged { now: u32 },
    #[error("There is no version {0} of this template.")]
    NoSuchVersion(u32),
    #[error("Version {0} is not under review any more. Look at the template again.")]
    NotInReview(u32),
    #[error("You wrote or submitted this version. Somebody else has to approve it.")]
    OwnWork,
    #[error("Say why it is returned, so that it can be mended.")]
    NoReason,
    #[error("The reason has more than {REASON_MAX} characters. Shorten it.")]
    ReasonTooLong,
}

impl TemplateError {
    pub fn code(&self) -> &'static str {
        match self {
            TemplateError::NotFound => "TEMPLATE_NOT_FOUND",
            TemplateError::Exists => "TEMPLATE_EXISTS",
            TemplateError::Archived => "TEMPLATE_ARCHIVED",
            TemplateError::Name(NameError::Empty) => "NAME_EMPTY",
            TemplateError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            TemplateError::NameTaken(_) => "TEMPLATE_NAME_TAKEN",
            TemplateError::TooManyTags { .. } => "TEMPLATE_TOO_MANY_TAGS",
            TemplateError::TagTooLong { .. } => "TEMPLATE_TAG_TOO_LONG",
            TemplateError::BrandTooLong => "TEMPLATE_BRAND_TOO_LONG",
            TemplateError::Content(_) => "TEMPLATE_CONTENT",
            TemplateError::DraftChanged { .. } => "TEMPLATE_DRAFT_CHANGED",
            TemplateError::NoSuchVersion(_) => "TEMPLATE_NO_SUCH_VERSION",
            TemplateError::NotInReview(_) => "TEMPLATE_NOT_IN_REVIEW",
            TemplateError::OwnWork => "TEMPLATE_OWN_WORK",
            TemplateError::NoReason => "TEMPLATE_NO_REASON",
            TemplateError::ReasonTooLong => "TEMPLATE_REASON_TOO_LONG",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            TemplateError::Name(_) | TemplateError::NameTaken(_) => Some("name"),
            TemplateError::TooManyTags { .. } | TemplateError::TagTooLong { .. } => Some("tags"),
            TemplateError::BrandTooLong => Some("brand"),
            TemplateError::DraftChanged { .. } => Some("revision"),
            TemplateError::NoSuchVersion(_) | TemplateError::NotInReview(_) => Some("version"),
            TemplateError::NoReason | TemplateError::ReasonTooLong => Some("reason"),
            TemplateError::NotFound
            | TemplateError::Exists
            | TemplateError::Archived
            | TemplateError::Content(_)
            | TemplateError::OwnWork => None,
        }
    }
}
