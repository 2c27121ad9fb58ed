//! The face: settings, the command line, GraphQL, REST, signing in, and the web app's files.
//!
//! Puts the crates together and translates between them and the outside. Holds no business rule and no SQL.

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
pub mod rest;
pub mod run_command;
pub mod seed;
