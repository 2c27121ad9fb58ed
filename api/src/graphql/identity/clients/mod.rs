//! Client organisations.

pub mod brands;
pub mod lists;
pub mod mutation;
pub mod query;
pub mod record;
pub mod terms;
pub mod types;
pub mod view;
