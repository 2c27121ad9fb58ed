//! Universal search over accounts and contacts: the projection that keeps an index up to date, the port to that index,
//! and the question to it. The index holds words and ids; what a hit shows is read from the records' rows. Segments, lists and domain
//! sets are found beside it ([`audiences`]).

pub mod audiences;
pub mod documents;
pub mod hit;
pub mod memory;
pub mod port;
pub mod project;
pub mod query;

use pivotal_log::reader::Interest;

use crate::runner::Spec;

/// No tables: what it builds stands in the index, see [`port::SearchIndex`].
pub const SPEC: Spec = Spec {
    name: "search",
    version: 1,
    tables: &[],
    interest: Interest { aggregates: &["contact", "account"], facts: &[] },
};
