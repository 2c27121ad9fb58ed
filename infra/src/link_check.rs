//! Asks addresses of links whether there is something at them. Only those of the world outside are asked, and no redirect is followed;
//! of an answer only the status is read.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use futures::{StreamExt, future, stream};
use pivotal_commands::ports::link_check::LinkCheck;
use reqwest::StatusCode;

use crate::outbound::{Exceptions, Outbound};

/// So long an answer holds, and that nobody answered.
const KEPT: Duration = Duration::from_secs(10 * 60);
/// Addresses that are kept at once.
const MOST: usize = 1_000;
/// Of one answer.
const WITHIN: Duration = Duration::from_secs(5);
/// So long whoever asks waits for all of them.
const PATIENCE: Duration = Duration::from_millis(1_500);
const AT_ONCE: usize = 10;

/// Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct AskedLinks {
    exceptions: Exceptions,
    /// By address: whether there is nothing.
    known: Arc<Mutex<HashMap<String, (Instant, bool)>>>,
}

impl AskedLinks {
    pub fn new(exceptions: Exceptions) -> Self {
        AskedLinks { exceptions, ..AskedLinks::default() }
    }

    fn known(&self, address: &str) -> Option<bool> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(address).filter(|(since, _)| since.elapsed() < KEPT).map(|(_, dead)| *dead)
    }

    fn keep(&self, address: String, dead: bool) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(address, (Instant::now(), dead));
    }

    async fn ask(self, addresses: Vec<String>) {
        // Made for each time: it is asked when somebody looks at a campaign.
        let Ok(outbound) = Outbound::new(self.exceptions.clone(), WITHIN) else { return };
        let asked = addresses.into_iter().map(|address| self.clone().look(outbound.clone(), address));
        stream::iter(asked).buffer_unordered(AT_ONCE).for_each(|()| future::ready(())).await;
    }

    /// What may not be asked, and what nobody answers about, is not known to be dead.
    async fn look(self, outbound: Outbound, address: String) {
        let dead = match outbound.head(&address) {
            Ok(request) => request
                .send()
                .await
                .is_ok_and(|answer| [StatusCode::NOT_FOUND, StatusCode::GONE].contains(&answer.status())),
            Err(_) => false,
        };
        self.keep(address, dead);
    }
}

#[async_trait]
impl LinkCheck for AskedLinks {
    async fn dead(&self, addresses: &[String]) -> Vec<String> {
        let unknown = |address: &&String| self.known(address).is_none();
        let unknown: Vec<String> = addresses.iter().filter(unknown).cloned().collect();
        if !unknown.is_empty() {
            // It goes on when nobody waits for it any more.
            let asking = tokio::spawn(self.clone().ask(unknown));
            drop(tokio::time::timeout(PATIENCE, asking).await);
        }
        addresses.iter().filter(|address| self.known(address) == Some(true)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::routing::get;
    use tokio::net::TcpListener;

    use super::*;

    /// A site of two pages, one of which was taken away.
    async fn site() -> String {
        // Tests share a process: whoever is first installs it.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let site = Router::new()
            .route("/here", get(|| async { "Welcome" }))
            .route("/gone", get(|| async { axum::http::StatusCode::GONE }));
        tokio::spawn(async move { axum::serve(listener, site).await });
        format!("http://{address}")
    }

    #[tokio::test]
    async fn what_is_gone_is_told_and_what_may_not_be_asked_is_not() {
        let site = site().await;
        let [here, gone, never] = ["here", "gone", "never"].map(|page| format!("{site}/{page}"));
        let all = [here, gone.clone(), never.clone(), "https://10.0.0.1/".into(), "no address".into()];
        let links = AskedLinks::new(Exceptions::of(["127.0.0.1".to_owned()]).in_the_open(true));
        let deadline = Instant::now() + Duration::from_secs(30);
        while links.dead(&all).await != [gone.clone(), never.clone()] {
            assert!(Instant::now() < deadline, "it is never known");
        }
        // Ours are never asked.
        assert_eq!(AskedLinks::default().dead(&all).await, Vec::<String>::new());
    }
}
