//! Where a record's values come from, and what the record was at any moment. Nothing is stored for it: one record's
//! events are read from the log and folded, so what is shown is what the log says.

pub mod moment;
pub mod query;
pub mod since;
