//! Imports as lists and their result pages show them. The read model that reads events and facts together.

mod chunks;
pub mod fixes;
pub mod preview;
pub mod project;
pub mod query;
pub mod undo;
pub mod used_before;

use pivotal_domain::audience::imports::facts::IMPORT_CHUNK_RAN;
use pivotal_domain::audience::imports::undo::facts::IMPORT_CHUNK_UNDONE;
use pivotal_log::reader::Interest;

use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "imports",
    version: 1,
    tables: &["imports", "import_problems", "import_rows", "import_fixes", "import_undo_left"],
    interest: Interest { aggregates: &["import"], facts: &[IMPORT_CHUNK_RAN, IMPORT_CHUNK_UNDONE] },
};
