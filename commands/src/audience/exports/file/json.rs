//! JSON: one array with a record per line, values in their natural types, empty fields left out.

use bytes::Bytes;
use pivotal_domain::audience::exports::columns::Column;
use serde_json::{Map, Value};

use super::WriteError;
use crate::ports::record_lists::Rows;

pub struct Json {
    columns: Vec<Column>,
    empty: bool,
}

impl Json {
    pub fn new(columns: Vec<Column>) -> Self {
        Json { columns, empty: true }
    }

    pub fn rows(&mut self, rows: Rows) -> Result<Bytes, WriteError> {
        let mut lines = Vec::new();
        for row in rows {
            lines.extend_from_slice(if self.empty { b"[\n" } else { b",\n" });
            self.empty = false;
            let values = self.columns.iter().zip(row).filter(|(_, value)| !value.is_null());
            let record: Map<String, Value> =
                values.map(|(column, value)| (column.key.clone(), value)).collect();
            serde_json::to_writer(&mut lines, &record).map_err(WriteError::of)?;
        }
        Ok(Bytes::from(lines))
    }

    pub fn end(self) -> Bytes {
        Bytes::from_static(if self.empty { b"[]\n" } else { b"\n]\n" })
    }
}
