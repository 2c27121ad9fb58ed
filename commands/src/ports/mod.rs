//! What use cases need from the outside. Adapters live in `pivotal-infra`.

pub mod blob_store;
pub mod record_lists;
