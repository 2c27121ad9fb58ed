//! A page of a list by name. The cursor is the id of a row: it says nothing about the row, and where that row stands is looked up.

use uuid::Uuid;

/// Largest page anybody gets.
const MOST: i64 = 200;

/// Which rows to answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    first: i64,
    pub after: Option<Uuid>,
}

impl PageRequest {
    /// `first` is brought into 1..=200.
    pub fn new(first: i64, after: Option<Uuid>) -> Self {
        PageRequest { first: first.clamp(1, MOST), after }
    }

    /// One row more than asked for tells whether another page follows.
    pub(super) fn limit(self) -> i64 {
        self.first + 1
    }

    pub(super) fn page<T>(self, mut rows: Vec<T>) -> Page<T> {
        let has_next = rows.len() as i64 > self.first;
        rows.truncate(self.first as usize);
        Page { rows, has_next }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub has_next: bool,
}
