//! What every use case is given: the log, the clock, the ports to the outside.

use std::sync::Arc;

use pivotal_log::clock::SharedClock;
use pivotal_log::event_log::EventLog;

use crate::ports::blob_store::BlobStore;

/// Cheap to clone.
#[derive(Clone)]
pub struct Context {
    pub log: EventLog,
    pub clock: SharedClock,
    pub blobs: Arc<dyn BlobStore>,
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Context(..)")
    }
}

impl Context {
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        // Microseconds: what Postgres keeps. A time that changes on its way through the database would compare unequal.
        let now = self.clock.now();
        chrono::SubsecRound::trunc_subsecs(now, 6)
    }
}
