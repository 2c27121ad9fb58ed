//! Files as people have them: whatever the encoding, the delimiter, the defects; read as a stream in bounded memory.

pub mod decode;
pub mod detect;
mod header;
pub mod known_kinds;
pub mod record;
pub mod reject_file;
pub mod rows;
#[cfg(test)]
mod tests;
pub mod workbook;

/// Bytes a file may have: a million rows with every field filled are some 600 MB.
pub const MOST_BYTES: u64 = 2048 * 1024 * 1024;
/// Rows a file may have.
pub const MOST_ROWS: u32 = 1_100_000;
pub const MOST_COLUMNS: usize = 500;
/// Bytes one cell may have (as UTF-8).
pub const MOST_CELL_BYTES: usize = 64 * 1024;
/// Bytes of a record that is still without an end: past this the reader gives up on it and goes on at the next line.
/// Also the most that the reader holds, beside one piece of the file.
pub const MOST_RECORD_BYTES: usize = 2 * 1024 * 1024;
/// How much of a file is looked at to find out what it is.
pub const HEAD_BYTES: usize = 256 * 1024;

/// Why a file cannot be read at all, for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FileProblem {
    /// Public and stable.
    pub code: &'static str,
    pub message: String,
}

/// The store did not give the file: the file itself may be fine.
const UNREADABLE: &str = "file_unreadable";

impl FileProblem {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        FileProblem { code, message: message.into() }
    }

    fn unreadable(error: &std::io::Error) -> Self {
        FileProblem::new(
            UNREADABLE,
            format!("The stored file cannot be read at the moment: {error}. Try again later."),
        )
    }

    /// Whether reading again later can help: true when the store failed, false when the file is at fault.
    pub fn is_passing(&self) -> bool {
        self.code == UNREADABLE
    }
}
