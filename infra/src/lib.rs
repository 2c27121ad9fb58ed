//! The outside: adapters behind the ports of `commands` and `projections`.

pub mod blob_store;
pub mod embedded_postgres;
pub mod rabbitmq;
pub mod record_lists;
pub mod sample;
pub mod search;
