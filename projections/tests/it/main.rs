//! Tests of the read side on a real Postgres; `TEST_DATABASE_URL` says where.

mod freshness;
mod identity;
mod relay;
mod runner;
mod support;
