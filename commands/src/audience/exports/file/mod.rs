//! The file of an export, written a page of rows at a time.

mod cell;
mod csv;
mod json;
pub mod pump;
#[cfg(test)]
mod tests;
pub mod xlsx;

use bytes::Bytes;
use pivotal_domain::audience::exports::columns::columns;
use pivotal_domain::audience::exports::events::{ExportFormat, Request};

use crate::ports::record_lists::Rows;

/// A file that cannot be written is a fault of ours or of the disk, never of the rows.
#[derive(Debug, thiserror::Error)]
#[error("the file cannot be written: {0}")]
pub struct WriteError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl WriteError {
    pub(super) fn of(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        WriteError(error.into())
    }
}

/// What stands behind the last row.
pub enum Tail {
    Bytes(Bytes),
    /// The whole file, at its beginning.
    File(std::fs::File),
}

/// Writes one format. Holds a page at most; what XLSX needs beyond that lies in a nameless temporary file.
pub enum Writer {
    Csv(csv::Csv),
    Json(json::Json),
    Xlsx(Box<xlsx::Xlsx>),
}

impl Writer {
    pub fn new(request: &Request) -> Result<Self, WriteError> {
        let columns = columns(request.entity, &request.columns, request.format);
        Ok(match request.format {
            ExportFormat::Csv => Writer::Csv(csv::Csv::new(columns, request.byte_order_mark)),
            ExportFormat::Json => Writer::Json(json::Json::new(columns)),
            ExportFormat::Xlsx => Writer::Xlsx(Box::new(xlsx::Xlsx::new(request.entity, columns)?)),
        })
    }

    pub fn rows(&mut self, rows: Rows) -> Result<Bytes, WriteError> {
        match self {
            Writer::Csv(csv) => Ok(csv.rows(&rows)),
            Writer::Json(json) => json.rows(rows),
            Writer::Xlsx(xlsx) => xlsx.rows(&rows).map(|()| Bytes::new()),
        }
    }

    /// Takes its time: an XLSX is packed here.
    pub fn end(self) -> Result<(Tail, u64), WriteError> {
        match self {
            Writer::Csv(csv) => Ok((Tail::Bytes(csv.end()), 0)),
            Writer::Json(json) => Ok((Tail::Bytes(json.end()), 0)),
            Writer::Xlsx(xlsx) => xlsx.end().map(|(file, cut)| (Tail::File(file), cut)),
        }
    }
}
