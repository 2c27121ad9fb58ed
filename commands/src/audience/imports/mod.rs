//! Importing a file of contacts with their accounts: upload, map, start, cancel, and the run itself.

pub mod again;
pub mod cancel;
pub mod child;
pub mod chunk;
pub mod converted;
pub mod ended;
pub mod erased;
pub mod estimate;
pub mod file;
pub mod fix;
pub mod held_rows;
pub mod map;
pub mod parsed;
pub mod person;
pub mod phones;
pub mod plan;
pub mod preview;
pub mod progress;
pub mod rejected;
pub mod rejects;
pub mod remove_files;
pub mod resolve;
pub mod row;
pub mod run;
pub mod scrub;
pub mod sheets;
pub mod start;
pub mod undo;
pub mod upload;

use pivotal_domain::audience::imports::Import;

use crate::execute::Guarded;

/// Rows of one transaction: larger chunks are no faster, and make people wait longer.
pub const CHUNK: usize = 250;

impl Guarded for Import {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
