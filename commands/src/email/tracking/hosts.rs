//! Which hosts are tracking domains of senders in use: mails lead there, and nothing but what a mail needs is to be found there.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use pivotal_domain::email::senders::SenderProfile;

use crate::context::Context;
use crate::email::senders::check::senders_in_use;
use crate::error::CommandError;

/// How long what was read holds: a new sender is checked before anybody sends with it, which takes longer.
const HOLDS: Duration = Duration::from_secs(60);

/// Read when a host is asked for that is not our own, and kept for a while. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct TrackingHosts(Arc<Mutex<Known>>);

#[derive(Debug, Clone, Default)]
struct Known {
    read_at: Option<Instant>,
    hosts: Arc<HashSet<String>>,
}

impl TrackingHosts {
    /// `host` in small letters and without a port. Where the log cannot be read, what was known before holds.
    pub async fn has(&self, ctx: &Context, host: &str) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if known.read_at.is_some_and(|at| at.elapsed() < HOLDS) {
            return known.hosts.contains(host);
        }
        match in_use(ctx).await {
            Ok(hosts) => {
                let has = hosts.contains(host);
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
                    Known { read_at: Some(Instant::now()), hosts: Arc::new(hosts) };
                has
            }
            Err(error) => {
                tracing::warn!(%error, "the tracking domains of senders could not be read");
                known.hosts.contains(host)
            }
        }
    }
}

async fn in_use(ctx: &Context) -> Result<HashSet<String>, CommandError> {
    let senders = senders_in_use(ctx).await?;
    let senders = ctx.log.load_many::<SenderProfile>(&senders).await?;
    Ok(senders.into_iter().filter_map(|loaded| loaded.state.setup?.tracking_domain).collect())
}
