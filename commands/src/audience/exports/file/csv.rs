//! CSV as RFC 4180 has it, in UTF-8, harmless in a spreadsheet.

use bytes::Bytes;
use pivotal_domain::audience::exports::columns::Column;

use super::cell;
use crate::audience::imports::file::reject_file::push_line;
use crate::ports::record_lists::Rows;

pub struct Csv {
    /// What was not given out yet: the headings, until the first rows come.
    head: String,
}

impl Csv {
    pub fn new(columns: Vec<Column>, byte_order_mark: bool) -> Self {
        let mut head = String::new();
        if byte_order_mark {
            head.push('\u{FEFF}');
        }
        push_line(&mut head, columns.iter().map(|column| column.heading.as_str()));
        Csv { head }
    }

    pub fn rows(&mut self, rows: &Rows) -> Bytes {
        let mut lines = std::mem::take(&mut self.head);
        for row in rows {
            let cells: Vec<_> = row.iter().map(cell::text).collect();
            push_line(&mut lines, cells.iter().map(AsRef::as_ref));
        }
        Bytes::from(lines)
    }

    pub fn end(self) -> Bytes {
        Bytes::from(self.head)
    }
}
