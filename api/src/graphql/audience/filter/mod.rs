//! What a form needs to build a filter. Where a filter is used, it is the argument `where` of `contacts` and `accounts`.

pub mod query;
pub mod sentence;
pub mod types;
