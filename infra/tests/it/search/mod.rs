//! Both indexes: what is found, and what a crash, a lost task or an erasure leaves.

mod embedded;
mod meilisearch;
mod records;
mod stub;
mod stub_store;
