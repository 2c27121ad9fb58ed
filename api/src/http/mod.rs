//! HTTP: the router and what surrounds every request. What the routes do is in `rest` and `graphql`.

pub mod body;
pub mod connection;
pub mod email;
pub mod headers;
pub mod health;
pub mod metrics;
pub mod panic;
pub mod request_id;
pub mod request_log;
pub mod router;
pub mod serve;
pub mod web_app;
