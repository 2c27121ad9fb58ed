//! Waiting for the run, with a bar: rows, rows a second, time left. Works the job where nobody else does.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::imports::preview::run::RunPreviews;
use pivotal_commands::audience::imports::run::RunImports;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::job::{JobState, Progress};
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::cli::say::say;
use crate::compose::backend::Backend;
use crate::compose::signals::stop_asked;

const LOOK: Duration = Duration::from_millis(200);
/// A worker looks more often than this; who has not taken the job by then is not there, or busy.
const PATIENCE: Duration = Duration::from_secs(2);
/// Between lines where there is no terminal to draw on.
const QUIET: Duration = Duration::from_secs(10);
const BAR: usize = 30;

/// Follows a job of an import to its end.
pub async fn follow(backend: &Backend, job: Uuid) -> anyhow::Result<()> {
    let mut own: Option<Own> = None;
    let ended = watch(backend, job, &mut own).await;
    if let Some(own) = own {
        own.stop().await;
    }
    ended
}

async fn watch(backend: &Backend, id: Uuid, own: &mut Option<Own>) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let (asked, began) = (stop.clone(), Instant::now());
    tokio::spawn(async move {
        if stop_asked().await.is_ok() {
            asked.cancel();
        }
    });
    let mut bar = Bar::new();
    loop {
        let job = backend.queue.find(id).await?.context("the job of the import is gone")?;
        bar.show(&job.progress);
        match job.state {
            JobState::Done | JobState::Cancelled => {
                bar.end();
                return Ok(());
            }
            JobState::Parked => {
                bar.end();
                let why = job.error.unwrap_or_else(|| "no reason was kept".into());
                bail!(
                    "the import was set aside after several tries: {why}. Try it again on the System page."
                );
            }
            JobState::Queued if own.is_none() && began.elapsed() > PATIENCE => {
                *own = Some(Own::start(backend))
            }
            JobState::Queued | JobState::Running => {}
        }
        if stop.is_cancelled() {
            bar.end();
            let by =
                if own.is_some() { "when Pivotal works again" } else { "in the process that works on it" };
            bail!("you stopped watching; the import goes on {by}, see Contacts > Bulk Import");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// A worker in this process, for imports only. What else waits is left to the next full one.
struct Own {
    stop: CancellationToken,
    worker: JoinHandle<()>,
}

impl Own {
    fn start(backend: &Backend) -> Self {
        let (context, stop) = (&backend.context, CancellationToken::new());
        let registry = Registry::default()
            .with(RunImports(context.clone()))
            .with(RunPreviews(context.clone()))
            .with(LinkWaitingContacts(context.clone()));
        let config = WorkerConfig {
            lease: backend.config.work.lease,
            heartbeat: backend.config.work.lease / 4,
            ..WorkerConfig::default()
        };
        let worker = tokio::spawn(Worker::new(backend.queue.clone(), registry, config).run(stop.clone()));
        Own { stop, worker }
    }

    async fn stop(self) {
        self.stop.cancel();
        if let Err(error) = self.worker.await {
            tracing::error!(%error, "the worker broke");
        }
    }
}

/// One line, drawn over and over on a terminal; elsewhere a line now and then.
struct Bar {
    draws: bool,
    last: Option<Instant>,
}

impl Bar {
    fn new() -> Self {
        Bar { draws: std::io::stdout().is_terminal(), last: None }
    }

    fn show(&mut self, progress: &Progress) {
        if !self.draws && self.last.is_some_and(|last| last.elapsed() < QUIET) {
            return;
        }
        self.last = Some(Instant::now());
        if self.draws {
            // Back to the start of the line, and what is longer from before is cleared.
            let _ = write!(std::io::stdout(), "\r{}\x1B[K", line(progress));
            let _ = std::io::stdout().flush();
        } else if progress.done > 0 {
            say(line(progress));
        }
    }

    fn end(&self) {
        if self.draws {
            say("");
        }
    }
}

/// How far a job is, how fast it goes and how long it will take, in one line.
pub fn line(progress: &Progress) -> String {
    let Progress { done, total, rate, eta_seconds, .. } = progress;
    let Some(total) = total.filter(|total| *total > 0) else { return format!("{done} rows") };
    let part = (*done as f64 / total as f64).clamp(0.0, 1.0);
    let full = (part * BAR as f64).round() as usize;
    let mut line = format!(
        "[{}{}] {:>3.0} %  {done} of {total} rows",
        "#".repeat(full),
        ".".repeat(BAR - full),
        part * 100.0
    );
    if let Some(rate) = rate {
        line.push_str(&format!("  {rate:.0} rows/s"));
    }
    if let Some(left) = eta_seconds.filter(|left| left.is_finite() && *left >= 0.0) {
        let left = left.round() as u64;
        line.push_str(&format!("  {}:{:02} left", left / 60, left % 60));
    }
    line
}
