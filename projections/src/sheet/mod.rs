//! Rows on their way into a read table: every cell as Postgres would print it, or nothing.
//!
//! Wide tables whose columns follow the field catalogue are loaded, changed in memory and written back whole. Text is
//! the one form that loading, set-based upsert and COPY share, so a row that is loaded and written back is unchanged.

pub mod encode;
mod write;

use std::collections::HashMap;

/// A column and its Postgres type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub sql_type: &'static str,
}

/// A read table with `id uuid` as its key and `sequence bigint` as its guard: a row never goes back in time.
#[derive(Debug)]
pub struct Sheet {
    pub table: &'static str,
    pub columns: Vec<Column>,
    index: HashMap<&'static str, usize>,
}

/// The cells of one row, in the order of the sheet's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub Vec<Option<String>>);

impl Sheet {
    /// `columns` must hold `id` first and `sequence` somewhere.
    pub fn new(table: &'static str, columns: Vec<Column>) -> Self {
        let index = columns.iter().enumerate().map(|(at, column)| (column.name, at)).collect();
        Sheet { table, columns, index }
    }

    pub fn blank(&self) -> Row {
        Row(vec![None; self.columns.len()])
    }

    /// Where a column stands.
    pub fn at(&self, name: &str) -> usize {
        *self.index.get(name).unwrap_or_else(|| panic!("the sheet of {} has a column {name}", self.table))
    }

    pub fn find(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }
}

impl Row {
    pub fn get(&self, at: usize) -> Option<&str> {
        self.0[at].as_deref()
    }

    pub fn set(&mut self, at: usize, cell: Option<String>) {
        self.0[at] = cell;
    }
}
