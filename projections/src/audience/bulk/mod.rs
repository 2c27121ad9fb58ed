//! Bulk changes as their list and their pages show them. Reads events and facts together.

mod chunks;
pub mod preview;
pub mod project;
pub mod query;
pub mod records;

use pivotal_domain::audience::bulk::facts::{BULK_CHUNK_RAN, BULK_CHUNK_UNDONE};
use pivotal_log::reader::Interest;

use crate::audience::undo::Tables;
use crate::runner::Spec;

pub const SPEC: Spec = Spec {
    name: "bulk",
    version: 1,
    tables: &["bulks", "bulk_records", "bulk_undo_left"],
    interest: Interest { aggregates: &["bulk"], facts: &[BULK_CHUNK_RAN, BULK_CHUNK_UNDONE] },
};

const TABLES: Tables = Tables { work: "bulks", left: "bulk_undo_left", id: "bulk_id" };
