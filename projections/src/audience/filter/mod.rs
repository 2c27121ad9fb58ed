//! Filters of the domain over the read tables: compiled to SQL, and what people may choose as values.

pub mod columns;
pub mod compile;
pub mod fields;
pub mod suggest;

use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::asking::Asking;

/// A filter with who asks and when, so that "today" and "me" mean something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub filter: Filter,
    pub asking: Asking,
}
