//! What came of campaigns by mail.

pub mod query;
pub mod types;
