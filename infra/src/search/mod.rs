//! The index behind universal search: inside this process, or Meilisearch.

pub mod embedded;
pub mod meilisearch;
