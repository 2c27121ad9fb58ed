//! Doors for whoever holds a mail, and for the providers that sent it: no session, no cookie, no script.

pub mod hosts;
pub mod inbound;
pub mod leave;
pub mod tracking;
pub mod view;
pub mod webhooks;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::app::App;

/// Largest mail that is taken in.
const MAIL_MAX: usize = 25 << 20;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/t/o/{token}", get(tracking::pixel))
        .route("/t/c/{token}", get(tracking::click))
        .route("/t/x/{token}", get(tracking::trap))
        // Whoever holds a mail, or their mail program: nobody signs in for it.
        .route("/u/{token}", get(leave::show).post(leave::end))
        .route("/v/{token}", get(view::show))
        .route("/webhooks/email/{provider}", post(webhooks::only))
        .route("/webhooks/email/{provider}/{account}", post(webhooks::named))
        .route(
            "/webhooks/email/inbound/{account}",
            post(inbound::receive).layer(DefaultBodyLimit::max(MAIL_MAX)),
        )
}

/// How often one address may come within a window. In memory and of one process: it keeps a flood from becoming millions of facts, and
/// a link that is not counted leads on all the same.
#[derive(Debug)]
pub struct ByAddress {
    most: u32,
    window: Duration,
    seen: Mutex<Seen>,
}

#[derive(Debug)]
struct Seen {
    since: Instant,
    times: HashMap<IpAddr, u32>,
}

/// Addresses that are told apart; of more, in one window, all are let through.
const ADDRESSES: usize = 50_000;

impl ByAddress {
    pub fn new(most: u32, window: Duration) -> Self {
        ByAddress { most, window, seen: Mutex::new(Seen { since: Instant::now(), times: HashMap::new() }) }
    }

    /// Counts it. Whether it is still within the limit; who has no address always is.
    pub fn let_in(&self, ip: Option<IpAddr>) -> bool {
        let Some(ip) = ip else { return true };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.since.elapsed() >= self.window {
            *seen = Seen { since: Instant::now(), times: HashMap::new() };
        }
        if seen.times.len() >= ADDRESSES && !seen.times.contains_key(&ip) {
            return true;
        }
        let times = seen.times.entry(ip).or_default();
        *times = times.saturating_add(1);
        *times <= self.most
    }
}
