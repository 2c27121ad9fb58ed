//! The face: settings, the command line, GraphQL, REST, signing in, and the web app's files.
//!
//! Puts the crates together and translates between them and the outside. Holds no business rule and no SQL.

// The types of the GraphQL schema and of its futures are nested deeper than the compiler expects.
#![recursion_limit = "256"]

pub mod app;
pub mod asked;
pub mod auth;
pub mod cli;
pub mod compose;
pub mod config;
pub mod directory;
pub mod errors;
pub mod graphql;
pub mod http;
pub mod policy;
pub mod providers;
pub mod qr;
pub mod rest;
pub mod run_command;
pub mod seed;
pub mod suppressions;
