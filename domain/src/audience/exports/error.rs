//! Why an export refuses a command, in words for the person who asked.

use super::list::SELECTED_MAX;

/// Most columns of a file.
pub const COLUMNS_MAX: usize = 300;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    #[error("There is no export with this id.")]
    NotFound,
    #[error("This export was asked for already.")]
    AlreadyRequested,
    #[error("Choose at least one column.")]
    NoColumns,
    #[error("A file holds at most {COLUMNS_MAX} columns, and {count} were chosen. Leave some out.")]
    TooManyColumns { count: usize },
    #[error("There is no field {column:?} any more. Leave this column out and export again.")]
    UnknownColumn { column: String },
    #[error(
        "The custom field \"{label}\" was archived. Leave this column out, or restore the field in the settings."
    )]
    ColumnArchived { label: String },
    #[error("The column {column} was chosen twice. Leave one of the two out.")]
    ColumnTwice { column: String },
    #[error("The list cannot be sorted by {field:?}. Choose a column that it can be sorted by.")]
    UnknownSort { field: String },
    #[error(
        "{count} records are selected, more than the {SELECTED_MAX} that can be named one by one. Export all that match a filter instead."
    )]
    TooManySelected { count: usize },
    #[error(
        "{count} records are left out of all that match, more than the {SELECTED_MAX} that can be named one by one. Narrow the filter instead."
    )]
    TooManyExcepted { count: usize },
    #[error("This export has ended.")]
    Ended,
    #[error("The file is not ready yet.")]
    NotReady,
    #[error("The file is gone: files are kept for seven days. Export the list again.")]
    Expired,
    #[error(
        "The file was removed because a person who may be in it was erased. Export the list again; the new file will not hold them."
    )]
    RemovedByErasure,
}

impl ExportError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            ExportError::NotFound => "EXPORT_NOT_FOUND",
            ExportError::AlreadyRequested => "EXPORT_EXISTS",
            ExportError::NoColumns => "EXPORT_NO_COLUMNS",
            ExportError::TooManyColumns { .. } => "EXPORT_TOO_MANY_COLUMNS",
            ExportError::UnknownColumn { .. } => "EXPORT_UNKNOWN_COLUMN",
            ExportError::ColumnArchived { .. } => "EXPORT_COLUMN_ARCHIVED",
            ExportError::ColumnTwice { .. } => "EXPORT_COLUMN_TWICE",
            ExportError::UnknownSort { .. } => "EXPORT_UNKNOWN_SORT",
            ExportError::TooManySelected { .. } => "EXPORT_TOO_MANY_SELECTED",
            ExportError::TooManyExcepted { .. } => "EXPORT_TOO_MANY_EXCEPTED",
            ExportError::Ended => "EXPORT_ENDED",
            ExportError::NotReady => "EXPORT_NOT_READY",
            ExportError::Expired => "EXPORT_EXPIRED",
            ExportError::RemovedByErasure => "EXPORT_REMOVED",
        }
    }

    /// The input concerned.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            ExportError::NoColumns
            | ExportError::TooManyColumns { .. }
            | ExportError::UnknownColumn { .. }
            | ExportError::ColumnArchived { .. }
            | ExportError::ColumnTwice { .. } => Some("columns"),
            ExportError::UnknownSort { .. } => Some("sort"),
            ExportError::TooManySelected { .. } => Some("ids"),
            ExportError::TooManyExcepted { .. } => Some("except"),
            ExportError::NotFound
            | ExportError::AlreadyRequested
            | ExportError::Ended
            | ExportError::NotReady
            | ExportError::Expired
            | ExportError::RemovedByErasure => None,
        }
    }
}
