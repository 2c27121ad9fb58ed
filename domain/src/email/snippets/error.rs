//! Why something about a snippet was refused.

use super::NAME_MAX;
use crate::email::templates::problems::Problem;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SnippetError {
    #[error("There is no such snippet.")]
    NotFound,
    #[error("This snippet exists already.")]
    Exists,
    #[error("This snippet is archived. Restore it first.")]
    Archived,
    #[error(
        "\"{0}\" cannot be the name of a snippet. Take at most {NAME_MAX} small letters and digits, with single hyphens between them, like legal-footer."
    )]
    NameInvalid(String),
    #[error(
        "Another snippet is called \"{0}\", perhaps an archived one. Choose a name that tells them apart."
    )]
    NameTaken(String),
    #[error("There is no such brand, or it is archived. Choose one that is in use.")]
    BrandNotInUse,
    #[error("A snippet without blocks would put nothing into an email. Add one.")]
    Empty,
    /// What is wrong with its blocks.
    #[error("{}", .0.first().map_or_else(|| "The snippet cannot be saved.".to_owned(), Problem::sentence))]
    Body(Vec<Problem>),
    #[error(
        "Somebody else saved the snippet meanwhile: it is version {now} by now. Nothing was saved. Copy what you wrote, load the snippet again, and put it in."
    )]
    Changed { now: u32 },
    /// The names of templates.
    #[error("These templates include it: {}. Take it out of them first; nothing was archived.", .0.join(", "))]
    InUse(Vec<String>),
}

impl SnippetError {
    pub fn code(&self) -> &'static str {
        match self {
            SnippetError::NotFound => "SNIPPET_NOT_FOUND",
            SnippetError::Exists => "SNIPPET_EXISTS",
            SnippetError::Archived => "SNIPPET_ARCHIVED",
            SnippetError::NameInvalid(_) => "SNIPPET_NAME_INVALID",
            SnippetError::NameTaken(_) => "SNIPPET_NAME_TAKEN",
            SnippetError::BrandNotInUse => "SNIPPET_BRAND",
            SnippetError::Empty => "SNIPPET_EMPTY",
            SnippetError::Body(_) => "SNIPPET_BODY",
            SnippetError::Changed { .. } => "SNIPPET_CHANGED",
            SnippetError::InUse(_) => "SNIPPET_IN_USE",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            SnippetError::NameInvalid(_) | SnippetError::NameTaken(_) => Some("name"),
            SnippetError::BrandNotInUse => Some("brandId"),
            SnippetError::Empty | SnippetError::Body(_) => Some("blocks"),
            SnippetError::Changed { .. } => Some("version"),
            SnippetError::NotFound
            | SnippetError::Exists
            | SnippetError::Archived
            | SnippetError::InUse(_) => None,
        }
    }
}
