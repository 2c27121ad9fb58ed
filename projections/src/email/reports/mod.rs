//! What came of campaigns by mail, in numbers. Nothing is kept for it: all of it is read from what
//! [`email_responses`](crate::email::tracking) counts.

pub mod figures;
pub mod query;
