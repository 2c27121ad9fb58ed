//! What happens to an export: who took what out of the product, and what became of the file.
//!
//! What somebody searched for may name a person, so the filter is sealed with a key of the export's own; when somebody who is
//! named in it is erased, that key goes.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::list::{ListFilter, ListSort};
use crate::audience::fields::catalogue::Entity;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// RFC 4180, UTF-8, headings in the first line.
    Csv,
    /// One sheet.
    Xlsx,
    /// One array, a record per line.
    Json,
}

impl ExportFormat {
    pub const fn as_str(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Json => "json",
        }
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            ExportFormat::Csv => "text/csv; charset=utf-8",
            ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ExportFormat::Json => "application/json",
        }
    }
}

/// What becomes of records that a client supplied for its own use only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Restricted {
    /// What nobody said anything about, before it could be said, went in.
    #[default]
    Include,
    LeaveOut,
}

impl Restricted {
    fn is_default(&self) -> bool {
        *self == Restricted::default()
    }
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub entity: Entity,
    pub format: ExportFormat,
    /// Keys of the catalogue and `custom.*`, in the order of the file.
    pub columns: Vec<String>,
    #[serde(default)]
    pub sort: ListSort,
    /// Absent once somebody named in it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Box<ListFilter>>,
    /// CSV only: the mark by which some spreadsheets know UTF-8.
    #[serde(default)]
    pub byte_order_mark: bool,
    #[serde(default, skip_serializing_if = "Restricted::is_default")]
    pub restricted: Restricted,
}

/// The finished file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Records, without the headings.
    pub rows: u64,
    /// The moment whose records the file holds: all of them as they were then.
    pub as_of: DateTime<Utc>,
    /// Position in the log up to which they are folded.
    pub position: i64,
    /// Where the object store keeps the file.
    pub file_key: String,
    /// Bytes.
    pub file_size: u64,
    /// SHA-256, hex.
    pub file_hash: String,
    /// XLSX: texts cut to what a cell can hold.
    #[serde(default)]
    pub cut_cells: u64,
    /// Records of the list that are not in the file: a client supplied them for its own use only.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u64,
    /// From then on the file is gone.
    pub expires_at: DateTime<Utc>,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// Why a file is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    /// Its time was over.
    Expired,
    /// A person who may be in it was erased.
    Erasure,
}

impl Removal {
    pub const fn as_str(self) -> &'static str {
        match self {
            Removal::Expired => "expired",
            Removal::Erasure => "erasure",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ExportEvent {
    ExportRequested {
        at: DateTime<Utc>,
        by: Uuid,
        #[serde(flatten)]
        request: Request,
        job: Uuid,
    },
    ExportCompleted {
        at: DateTime<Utc>,
        #[serde(flatten)]
        written: Written,
    },
    ExportCancelled {
        at: DateTime<Utc>,
    },
    ExportFailed {
        at: DateTime<Utc>,
        error: String,
    },
    ExportFileRemoved {
        at: DateTime<Utc>,
        reason: Removal,
    },
    /// Somebody named in the filter was erased.
    ExportFilterForgotten {
        at: DateTime<Utc>,
    },
}

event_names!(ExportEvent {
    ExportRequested,
    ExportCompleted,
    ExportCancelled,
    ExportFailed,
    ExportFileRemoved,
    ExportFilterForgotten,
});

impl DomainEvent for ExportEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ExportEvent {
    const AGGREGATE: &'static str = "export";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            ExportEvent::ExportRequested { .. } => &[PersonalPart::Key("filter")],
            ExportEvent::ExportCompleted { .. }
            | ExportEvent::ExportCancelled { .. }
            | ExportEvent::ExportFailed { .. }
            | ExportEvent::ExportFileRemoved { .. }
            | ExportEvent::ExportFilterForgotten { .. } => &[],
        }
    }
}
