//! Why something about the rules was refused.

use super::order::SourceKind;
use super::rules::FIELDS_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SurvivorshipError {
    #[error("\"{0}\" is no source. There are person, automation, import, sample and system.")]
    UnknownSource(String),
    #[error("{} stand in two places. Leave them in one.", .0.label())]
    SourceTwice(SourceKind),
    #[error("{} have no place. Every source needs one.", .0.label())]
    SourceMissing(SourceKind),
    #[error("There is no field \"{0}\" to which values can be written. Leave it out, or name another.")]
    UnknownField(String),
    #[error(
        "{0} fields have rules of their own; at most {FIELDS_MAX} can. Change the order for all fields instead."
    )]
    TooManyFields(usize),
    #[error("Somebody changed the rules meanwhile. Nothing was changed: load them again, then decide.")]
    Stale,
    #[error("These rules were not looked at yet. Preview what they would change, then apply them.")]
    NotPreviewed,
    #[error("A preview is being made. Wait for it, or cancel it.")]
    Previewing,
    #[error("No preview is being made.")]
    NotPreviewing,
    #[error("There is no preview, or it is older than a day. Make one.")]
    NoPreview,
}

impl SurvivorshipError {
    pub fn code(&self) -> &'static str {
        match self {
            SurvivorshipError::UnknownSource(_) => "SURVIVORSHIP_SOURCE",
            SurvivorshipError::SourceTwice(_) => "SURVIVORSHIP_SOURCE_TWICE",
            SurvivorshipError::SourceMissing(_) => "SURVIVORSHIP_SOURCE_MISSING",
            SurvivorshipError::UnknownField(_) => "SURVIVORSHIP_FIELD",
            SurvivorshipError::TooManyFields(_) => "SURVIVORSHIP_TOO_MANY_FIELDS",
            SurvivorshipError::Stale => "SURVIVORSHIP_STALE",
            SurvivorshipError::NotPreviewed => "SURVIVORSHIP_NOT_PREVIEWED",
            SurvivorshipError::Previewing => "SURVIVORSHIP_PREVIEWING",
            SurvivorshipError::NotPreviewing => "SURVIVORSHIP_NOT_PREVIEWING",
            SurvivorshipError::NoPreview => "SURVIVORSHIP_NO_PREVIEW",
        }
    }

    /// The input concerned.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            SurvivorshipError::UnknownSource(_)
            | SurvivorshipError::SourceTwice(_)
            | SurvivorshipError::SourceMissing(_)
            | SurvivorshipError::UnknownField(_)
            | SurvivorshipError::TooManyFields(_) => Some("rules"),
            SurvivorshipError::Stale
            | SurvivorshipError::NotPreviewed
            | SurvivorshipError::Previewing
            | SurvivorshipError::NotPreviewing
            | SurvivorshipError::NoPreview => None,
        }
    }
}
