//! All workers of a process.

use std::sync::Arc;
use std::time::Duration;

use pivotal_log::pools::Pools;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::Projection;
use super::feed::Feed;
use super::opened::Opener;
use super::positions::Positions;
use super::worker::Worker;
use crate::bus::Bus;

const RESTART_AFTER: Duration = Duration::from_secs(1);

/// What is needed to keep projections up to date. Any number of processes may do so side by side.
pub struct Workers {
    pub pools: Pools,
    pub opener: Opener,
    pub bus: Arc<dyn Bus>,
    pub positions: Positions,
    pub projections: Vec<Arc<dyn Projection>>,
}

/// The running workers.
pub struct Running {
    tasks: JoinSet<()>,
    stop: CancellationToken,
}

impl Workers {
    /// Starts one worker per projection. Needs no database or broker to be up: each worker waits for them.
    pub fn start(self) -> Running {
        let stop = CancellationToken::new();
        let mut tasks = JoinSet::new();
        let names: Vec<String> =
            self.projections.iter().map(|projection| projection.spec().name.to_owned()).collect();
        tasks.spawn(declare(self.bus.clone(), names, stop.clone()));
        let feed = Feed::of(&self.projections);
        for projection in self.projections {
            let (options, opener, feed, positions, bus, stop) = (
                self.pools.options(),
                self.opener.clone(),
                feed.clone(),
                self.positions.clone(),
                self.bus.clone(),
                stop.clone(),
            );
            tasks.spawn(async move {
                while !stop.is_cancelled() {
                    let worker = Worker::new(
                        projection.clone(),
                        options.clone(),
                        opener.clone(),
                        feed.clone(),
                        &positions,
                    );
                    // A task of its own: a panic in a projection must not take the others with it, nor end in silence.
                    if let Err(error) = tokio::spawn(worker.run(bus.clone(), stop.clone())).await {
                        metrics::counter!("pivotal_projection_panics_total", "projection" => projection.spec().name).increment(1);
                        tracing::error!(projection = projection.spec().name, %error, "a projection's worker died; starting another");
                        tokio::time::sleep(RESTART_AFTER).await;
                    }
                }
            });
        }
        Running { tasks, stop }
    }
}

impl Running {
    /// Lets every worker finish its batch.
    pub async fn stop(mut self) {
        self.stop.cancel();
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Doorbells are declared once the broker can be reached; until then the workers poll.
async fn declare(bus: Arc<dyn Bus>, names: Vec<String>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match bus.declare(&names).await {
            Ok(()) => return,
            Err(error) => tracing::warn!(%error, "the projections' doorbells are not declared yet"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(RESTART_AFTER) => {}
        }
    }
}
