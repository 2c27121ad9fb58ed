//! What happens to an import. Cells of the file never stand here: they are personal and live in the file alone.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kind::ImportKind;
use super::mapping::ColumnMapping;
use super::outcome::RunResult;
use crate::audience::record::previews::PreviewRemoval;
use crate::audience::record::undo::state::UndoPreviewed;
use crate::audience::record::undo::{Chosen, UndoResult};
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// How the bytes of a file are to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFormat {
    /// WHATWG name, e.g. `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: String,
    pub delimiter: char,
    /// 1 when the first row names the columns; 0 when the file has no header.
    pub header_row: u32,
    /// As in the file; `Column 1` ... when it has none.
    pub headers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    pub name: String,
    pub file_name: String,
    /// Where the object store keeps the file.
    pub file_key: String,
    /// Bytes.
    pub file_size: u64,
    /// SHA-256, hex.
    pub file_hash: String,
    pub format: FileFormat,
    /// Of a workbook: the sheets there are to choose from, and the one that was taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<SheetOf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The import this one was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Parent>,
}

/// An import that another was made of: its rejected rows were mended, or it was run once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    pub import: Uuid,
    /// Its rows that were mended, in the order they stand here; none when it was run once more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<u32>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOf {
    pub name: String,
    /// Rows with something in them, the heading included.
    pub rows: u32,
}

/// A sheet that is read, and where its table lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenSheet {
    /// Of the import from now on.
    pub name: String,
    pub sheet: String,
    pub file_key: String,
    pub format: FileFormat,
}

/// What a preview is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Previewed {
    /// The job that made it; its lists are stored under this id.
    pub job: Uuid,
    pub expires_at: DateTime<Utc>,
    #[serde(flatten)]
    pub result: RunResult,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ImportEvent {
    ImportUploaded {
        at: DateTime<Utc>,
        #[serde(flatten)]
        upload: Upload,
    },
    ImportMapped {
        at: DateTime<Utc>,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        default_country: Option<String>,
        mapping: Vec<ColumnMapping>,
        #[serde(default, skip_serializing_if = "ImportKind::is_default")]
        kind: ImportKind,
        /// The client whose file it is: what it makes may be used for that client only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        supplied_by: Option<Uuid>,
    },
    /// Another sheet of the workbook is read instead; what was mapped is forgotten.
    ImportSheetChosen {
        at: DateTime<Utc>,
        #[serde(flatten)]
        sheet: ChosenSheet,
    },
    ImportPreviewStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    ImportPreviewed {
        at: DateTime<Utc>,
        #[serde(flatten)]
        preview: Previewed,
    },
    /// Without an error it was cancelled.
    ImportPreviewStopped {
        at: DateTime<Utc>,
        job: Uuid,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<String>,
    },
    ImportPreviewRemoved {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    ImportStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    ImportCompleted {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
    },
    ImportCancelled {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
    },
    ImportFailed {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
        error: String,
    },
    ImportUndoPreviewStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    ImportUndoPreviewed {
        at: DateTime<Utc>,
        #[serde(flatten)]
        preview: UndoPreviewed,
    },
    ImportUndoPreviewStopped {
        at: DateTime<Utc>,
        job: Uuid,
    },
    ImportUndoStarted {
        at: DateTime<Utc>,
        job: Uuid,
        chosen: Chosen,
    },
    ImportUndone {
        at: DateTime<Utc>,
        job: Uuid,
        #[serde(flatten)]
        result: UndoResult,
    },
    /// Cancelled: what was taken back until then stays so.
    ImportUndoStopped {
        at: DateTime<Utc>,
        job: Uuid,
        #[serde(flatten)]
        result: UndoResult,
    },
    /// A rule of retention took the uploaded file and the reject file. What was imported stays.
    ImportFilesRemoved {
        at: DateTime<Utc>,
    },
}

event_names!(ImportEvent {
    ImportUploaded,
    ImportMapped,
    ImportSheetChosen,
    ImportPreviewStarted,
    ImportPreviewed,
    ImportPreviewStopped,
    ImportPreviewRemoved,
    ImportStarted,
    ImportCompleted,
    ImportCancelled,
    ImportFailed,
    ImportUndoPreviewStarted,
    ImportUndoPreviewed,
    ImportUndoPreviewStopped,
    ImportUndoStarted,
    ImportUndone,
    ImportUndoStopped,
    ImportFilesRemoved,
});

impl DomainEvent for ImportEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ImportEvent {
    const AGGREGATE: &'static str = "import";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
