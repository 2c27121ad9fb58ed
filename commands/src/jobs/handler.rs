//! What runs a kind of job, and how a run can end.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_log::masked::masked;

use super::running::RunningJob;

/// Runs the jobs of one kind. Effects must be repeatable: a run can be cut off anywhere and is then started again.
pub trait JobHandler: Send + Sync + 'static {
    /// One of [`super::kinds`].
    const KIND: &'static str;

    /// Jobs of this kind that one process runs at once, so that long ones leave room for short ones.
    fn at_once(&self) -> usize {
        usize::MAX
    }

    /// Looks at [`RunningJob::stop`] between its steps and gives way.
    fn run(&self, job: &RunningJob) -> impl Future<Output = Result<JobEnd, JobError>> + Send;
}

/// How a run ended without an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobEnd {
    Done,
    /// It was asked to cancel and has tidied up.
    Cancelled,
    /// It gave way to a shutdown. It goes on from its progress in the next worker; this try does not count.
    Stopped,
}

/// Why a run failed, told apart by whether another try can help. Any error turns into `Retry` by `?`.
#[derive(Debug)]
pub enum JobError {
    Retry(anyhow::Error),
    /// Another try would end the same way: parked at once.
    Permanent(anyhow::Error),
    /// Nothing failed: it comes again when what it waits for may be over, however often that takes. In words for a person.
    Waits(String),
}

/// Longest error kept on a row, in characters.
const ERROR_MAX: usize = 4_000;

impl JobError {
    pub fn permanent(error: impl Into<anyhow::Error>) -> Self {
        JobError::Permanent(error.into())
    }

    pub fn waits(what: impl Into<String>) -> Self {
        JobError::Waits(what.into())
    }

    /// All causes on one line, outermost first, and nobody named in it: it is logged, and kept with the job.
    pub fn chain(&self) -> String {
        let chain = match self {
            JobError::Retry(error) | JobError::Permanent(error) => masked(&format!("{error:#}")),
            JobError::Waits(what) => masked(what),
        };
        match chain.char_indices().nth(ERROR_MAX) {
            Some((cut, _)) => format!("{}...", &chain[..cut]),
            None => chain,
        }
    }
}

impl<E: Into<anyhow::Error>> From<E> for JobError {
    fn from(error: E) -> Self {
        JobError::Retry(error.into())
    }
}

/// The handlers of this process by kind.
#[derive(Clone, Default)]
pub struct Registry {
    handlers: HashMap<&'static str, Arc<dyn AnyHandler>>,
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.handlers.keys()).finish()
    }
}

impl Registry {
    /// With one more handler; a later one of the same kind takes the place of an earlier one.
    pub fn with<H: JobHandler>(mut self, handler: H) -> Self {
        self.handlers.insert(H::KIND, Arc::new(handler));
        self
    }

    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.handlers.keys().copied()
    }

    pub(super) fn get(&self, kind: &str) -> Option<Arc<dyn AnyHandler>> {
        self.handlers.get(kind).cloned()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &dyn AnyHandler)> {
        self.handlers.iter().map(|(kind, handler)| (*kind, handler.as_ref()))
    }
}

/// [`JobHandler`] without its constant, so that handlers of all kinds fit in one map.
pub(super) trait AnyHandler: Send + Sync {
    fn at_once(&self) -> usize;
    fn run<'a>(&'a self, job: &'a RunningJob) -> BoxFuture<'a, Result<JobEnd, JobError>>;
}

impl<H: JobHandler> AnyHandler for H {
    fn at_once(&self) -> usize {
        JobHandler::at_once(self)
    }

    fn run<'a>(&'a self, job: &'a RunningJob) -> BoxFuture<'a, Result<JobEnd, JobError>> {
        JobHandler::run(self, job).boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_keeps_its_causes_and_is_cut_at_a_character() {
        let error = JobError::from(anyhow::anyhow!("the disk is full").context("the file cannot be written"));
        assert_eq!(error.chain(), "the file cannot be written: the disk is full");
        let named = JobError::from(anyhow::anyhow!("550 <ada@example.com>: no such user"));
        assert_eq!(named.chain(), "550 <(address)>: no such user");
        let long = JobError::from(anyhow::anyhow!("é".repeat(5_000)));
        assert_eq!(long.chain().chars().count(), ERROR_MAX + 3);
    }
}
