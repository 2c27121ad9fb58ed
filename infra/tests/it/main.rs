//! One binary for all of infra's tests against real servers: each test binary links the world.
#![allow(clippy::unwrap_used, reason = "a failing test should panic where it failed")]

mod blob_store;
mod embedded_postgres;
mod rabbitmq;
mod search;
mod support;
