//! Why an import refuses a command, in words for the person who asked.

use super::kind::ImportKind;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("There is no import with this id.")]
    NotFound,
    #[error("This file was uploaded already.")]
    AlreadyUploaded,
    #[error("Map the file's columns first, then start the import.")]
    NotMapped,
    #[error("The import is running. Cancel it, or wait for its result.")]
    Running,
    #[error("The import is not running.")]
    NotRunning,
    #[error("This import has ended. Upload the file again to run it with other settings.")]
    Finished,
    #[error("Column {column} does not exist in this file.")]
    UnknownColumn { column: u32 },
    #[error("There is no field {field:?} that a file can fill.")]
    UnknownField { field: String },
    #[error("Two columns are mapped to {field}. Choose one of them and leave the other out.")]
    FieldTwice { field: String },
    #[error(
        "Map at least one column that identifies a contact: email, LinkedIn, or a name together with the account."
    )]
    NoKeyColumn,
    #[error("Map at least one column that identifies an account: its name or its website.")]
    NoAccountKeyColumn,
    #[error("{}", not_of_kind(field, *kind))]
    FieldNotOfKind { field: String, kind: ImportKind },
    #[error("This file is no workbook with several sheets, so there is none to choose.")]
    NoSheets,
    #[error("The import has not ended yet. Wait for its result first.")]
    NotEnded,
    #[error("The import is being undone. Wait until that has ended, or cancel it.")]
    Undoing,
    #[error(
        "This import was undone, and nothing of it is left. To bring it about again, run the file as a new import."
    )]
    Undone,
    #[error("The import is not being undone.")]
    NotUndoing,
    #[error("There is no preview of this import, or its time is over. Preview it again.")]
    NoPreview,
    #[error("The files of this import were deleted by a rule of retention. Upload the file again.")]
    FilesRemoved,
    #[error("The outcomes do not add up to the rows read.")]
    DoesNotAddUp,
}

impl ImportError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            ImportError::NotFound => "IMPORT_NOT_FOUND",
            ImportError::AlreadyUploaded => "IMPORT_EXISTS",
            ImportError::NotMapped => "IMPORT_NOT_MAPPED",
            ImportError::Running => "IMPORT_RUNNING",
            ImportError::NotRunning => "IMPORT_NOT_RUNNING",
            ImportError::Finished => "IMPORT_FINISHED",
            ImportError::UnknownColumn { .. } => "IMPORT_UNKNOWN_COLUMN",
            ImportError::UnknownField { .. } => "IMPORT_UNKNOWN_FIELD",
            ImportError::FieldTwice { .. } => "IMPORT_FIELD_TWICE",
            ImportError::NoKeyColumn => "IMPORT_NO_KEY_COLUMN",
            ImportError::NoAccountKeyColumn => "IMPORT_NO_ACCOUNT_KEY_COLUMN",
            ImportError::FieldNotOfKind { .. } => "IMPORT_FIELD_NOT_OF_KIND",
            ImportError::NoSheets => "IMPORT_NO_SHEETS",
            ImportError::NotEnded => "IMPORT_NOT_ENDED",
            ImportError::Undoing => "IMPORT_UNDOING",
            ImportError::Undone => "IMPORT_UNDONE",
            ImportError::NotUndoing => "IMPORT_NOT_UNDOING",
            ImportError::NoPreview => "IMPORT_NO_PREVIEW",
            ImportError::FilesRemoved => "IMPORT_FILES_REMOVED",
            ImportError::DoesNotAddUp => "IMPORT_DOES_NOT_ADD_UP",
        }
    }
}

fn not_of_kind(field: &str, kind: ImportKind) -> String {
    match kind {
        ImportKind::Contacts => format!(
            "An import of contacts does not write {field} of an account. Import contacts and accounts together, or leave the column out."
        ),
        ImportKind::Accounts | ImportKind::Both => format!(
            "An import of accounts does not write {field} of a contact. Import contacts and accounts together, or leave the column out."
        ),
    }
}
