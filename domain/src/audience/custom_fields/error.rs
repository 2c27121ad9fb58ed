//! Why something about a custom field was refused.

use super::rules::{FIELDS_MAX, LABEL_MAX, OPTION_MAX, OPTIONS_MAX};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CustomFieldError {
    #[error("There is no such custom field.")]
    Unknown,
    #[error("The custom field \"{0}\" was archived. Restore it first.")]
    Archived(String),
    #[error("The field has no name. Enter one.")]
    LabelEmpty,
    #[error("The name has {0} characters; at most {LABEL_MAX} are kept. Shorten it.")]
    LabelTooLong(usize),
    #[error("Every {entity} has a field \"{label}\" already. Use that one, or choose another name.")]
    Reserved { entity: &'static str, label: String },
    #[error("Another custom field is called \"{0}\". Choose a name that tells them apart.")]
    LabelTaken(String),
    #[error("An archived custom field is called \"{0}\". Restore it, or choose another name.")]
    LabelArchived(String),
    #[error(
        "There are {FIELDS_MAX} custom fields already, the most there can be. Archive one that is not used."
    )]
    TooMany,
    #[error("A choice needs options. Add at least one that is not retired.")]
    NoOptions,
    #[error("Only a choice has options. Leave them out, or define the field as a choice.")]
    OptionsForType,
    #[error(
        "{0} options are more than the {OPTIONS_MAX} a choice can have. Define the field as text instead."
    )]
    TooManyOptions(usize),
    #[error("An option is empty. Name it or remove it.")]
    OptionEmpty,
    #[error("An option has {0} characters; at most {OPTION_MAX} are kept. Shorten it.")]
    OptionTooLong(usize),
    #[error("\"{0}\" is there twice. Options are told apart by their letters and digits.")]
    OptionTwice(String),
    #[error("\"{0}\" holds a ; or |, which stand between several values. Leave it out of the option.")]
    OptionSeparator(String),
    #[error("The option \"{0}\" cannot be removed: records may hold it. Retire it instead.")]
    OptionRemoved(String),
    #[error("A {0} cannot be unique: many records have the same. Choose another type, or leave it out.")]
    UniqueForType(&'static str),
    #[error("A field that only one record may have a value of can have no default. Choose one of the two.")]
    UniqueWithDefault,
    /// What the field says of the value.
    #[error("The default cannot be used: {0}")]
    DefaultInvalid(String),
    #[error("There is no option \"{0}\" to change. Load the field again.")]
    OptionUnknown(String),
}

impl CustomFieldError {
    pub fn code(&self) -> &'static str {
        match self {
            CustomFieldError::Unknown => "CUSTOM_FIELD_NOT_FOUND",
            CustomFieldError::Archived(_) => "CUSTOM_FIELD_ARCHIVED",
            CustomFieldError::LabelEmpty => "CUSTOM_FIELD_LABEL_EMPTY",
            CustomFieldError::LabelTooLong(_) => "CUSTOM_FIELD_LABEL_TOO_LONG",
            CustomFieldError::Reserved { .. } => "CUSTOM_FIELD_RESERVED",
            CustomFieldError::LabelTaken(_) => "CUSTOM_FIELD_LABEL_TAKEN",
            CustomFieldError::LabelArchived(_) => "CUSTOM_FIELD_LABEL_ARCHIVED",
            CustomFieldError::TooMany => "CUSTOM_FIELD_TOO_MANY",
            CustomFieldError::NoOptions => "CUSTOM_FIELD_NO_OPTIONS",
            CustomFieldError::OptionsForType => "CUSTOM_FIELD_OPTIONS_FOR_TYPE",
            CustomFieldError::TooManyOptions(_) => "CUSTOM_FIELD_TOO_MANY_OPTIONS",
            CustomFieldError::OptionEmpty => "CUSTOM_FIELD_OPTION_EMPTY",
            CustomFieldError::OptionTooLong(_) => "CUSTOM_FIELD_OPTION_TOO_LONG",
            CustomFieldError::OptionTwice(_) => "CUSTOM_FIELD_OPTION_TWICE",
            CustomFieldError::OptionSeparator(_) => "CUSTOM_FIELD_OPTION_SEPARATOR",
            CustomFieldError::OptionRemoved(_) => "CUSTOM_FIELD_OPTION_REMOVED",
            CustomFieldError::OptionUnknown(_) => "CUSTOM_FIELD_OPTION_UNKNOWN",
            CustomFieldError::UniqueForType(_) => "CUSTOM_FIELD_UNIQUE_FOR_TYPE",
            CustomFieldError::UniqueWithDefault => "CUSTOM_FIELD_UNIQUE_WITH_DEFAULT",
            CustomFieldError::DefaultInvalid(_) => "CUSTOM_FIELD_DEFAULT_INVALID",
        }
    }

    /// The input concerned.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            CustomFieldError::LabelEmpty
            | CustomFieldError::LabelTooLong(_)
            | CustomFieldError::Reserved { .. }
            | CustomFieldError::LabelTaken(_)
            | CustomFieldError::LabelArchived(_) => Some("label"),
            CustomFieldError::NoOptions
            | CustomFieldError::OptionsForType
            | CustomFieldError::TooManyOptions(_)
            | CustomFieldError::OptionEmpty
            | CustomFieldError::OptionTooLong(_)
            | CustomFieldError::OptionTwice(_)
            | CustomFieldError::OptionSeparator(_)
            | CustomFieldError::OptionRemoved(_)
            | CustomFieldError::OptionUnknown(_) => Some("options"),
            CustomFieldError::UniqueForType(_) => Some("unique"),
            CustomFieldError::UniqueWithDefault | CustomFieldError::DefaultInvalid(_) => Some("default"),
            CustomFieldError::Unknown | CustomFieldError::Archived(_) | CustomFieldError::TooMany => None,
        }
    }
}
