//! The file of an export, written a page of rows at a time.

mod cell;
mod csv;
mod json;
pub mod pump;
#[cfg(test)]
mod tests;
pub mod xlsx;

use bytes::Bytes;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::exports::columns::{Column, columns};
use pivotal_domain::audience::exports::events::{ExportFormat, Request};
use pivotal_domain::audience::fields::catalogue::Entity;

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
pub struct Writer {
    file: FileOf,
    /// Columns whose values are called otherwise than they are kept. JSON is for programs and keeps them.
    said: Vec<(usize, Column)>,
}

enum FileOf {
    Csv(csv::Csv),
    Json(json::Json),
    Xlsx(Box<xlsx::Xlsx>),
}

impl Writer {
    /// Of a list that is not one of records: pairs, outcomes. `columns`: key in JSON and heading in the others.
    pub fn of_list(sheet: &str, columns: &[(&str, &str)], format: ExportFormat) -> Result<Self, WriteError> {
        let column = |(key, heading): &(&str, &str)| Column {
            key: (*key).to_owned(),
            heading: (*heading).to_owned(),
            choice: None,
        };
        let columns = columns.iter().map(column).collect();
        let file = match format {
            ExportFormat::Csv => FileOf::Csv(csv::Csv::new(columns, true)),
            ExportFormat::Json => FileOf::Json(json::Json::new(columns)),
            ExportFormat::Xlsx => FileOf::Xlsx(Box::new(xlsx::Xlsx::new(sheet, columns)?)),
        };
        Ok(Writer { file, said: Vec::new() })
    }

    pub fn new(request: &Request, definitions: &Definitions) -> Result<Self, WriteError> {
        let columns = columns(request.entity, &request.columns, request.format, definitions);
        let for_people = request.format != ExportFormat::Json;
        let said = columns.iter().enumerate().filter(|(_, column)| for_people && column.choice.is_some());
        let said = said.map(|(at, column)| (at, column.clone())).collect();
        let file = match request.format {
            ExportFormat::Csv => FileOf::Csv(csv::Csv::new(columns, request.byte_order_mark)),
            ExportFormat::Json => FileOf::Json(json::Json::new(columns)),
            ExportFormat::Xlsx => {
                let sheet = match request.entity {
                    Entity::Contact => "Contacts",
                    Entity::Account => "Accounts",
                };
                FileOf::Xlsx(Box::new(xlsx::Xlsx::new(sheet, columns)?))
            }
        };
        Ok(Writer { file, said })
    }

    pub fn rows(&mut self, mut rows: Rows) -> Result<Bytes, WriteError> {
        for (at, column) in &self.said {
            for value in rows.iter_mut().filter_map(|row| row.get_mut(*at)) {
                *value = column.said(value.take());
            }
        }
        match &mut self.file {
            FileOf::Csv(csv) => Ok(csv.rows(&rows)),
            FileOf::Json(json) => json.rows(rows),
            FileOf::Xlsx(xlsx) => xlsx.rows(&rows).map(|()| Bytes::new()),
        }
    }

    /// Takes its time: an XLSX is packed here.
    pub fn end(self) -> Result<(Tail, u64), WriteError> {
        match self.file {
            FileOf::Csv(csv) => Ok((Tail::Bytes(csv.end()), 0)),
            FileOf::Json(json) => Ok((Tail::Bytes(json.end()), 0)),
            FileOf::Xlsx(xlsx) => xlsx.end().map(|(file, cut)| (Tail::File(file), cut)),
        }
    }
}
