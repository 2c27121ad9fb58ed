//! The dry run of an import: the same rows, the same matching, the same decisions, and nothing is written.

pub mod forget;
pub mod lists;
pub mod overlay;
pub mod read;
pub mod run;
pub mod start;
pub mod tell;
