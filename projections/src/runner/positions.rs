//! Positions of the projections this process works on, for those who wait for their own writes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Notify, watch};

/// What was last seen of a projection's checkpoint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    pub position: i64,
    /// Stopped or waiting for a rebuild: it will not move by itself.
    pub stopped: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub seen: Arc<watch::Sender<Seen>>,
    pub nudge: Arc<Notify>,
}

/// Cheap to clone; all clones are one.
#[derive(Debug, Clone, Default)]
pub struct Positions(Arc<Mutex<HashMap<&'static str, Slot>>>);

impl Positions {
    /// The committed positions of a projection, as long as a worker of this process looks after it.
    pub fn watch(&self, name: &str) -> Option<watch::Receiver<Seen>> {
        self.slots().get(name).map(|slot| slot.seen.subscribe())
    }

    /// Asks the worker of this process, if there is one, to look for news now.
    pub fn nudge(&self, name: &str) {
        if let Some(slot) = self.slots().get(name) {
            slot.nudge.notify_one();
        }
    }

    pub(crate) fn slot(&self, name: &'static str) -> Slot {
        let new =
            || Slot { seen: Arc::new(watch::Sender::new(Seen::default())), nudge: Arc::new(Notify::new()) };
        self.slots().entry(name).or_insert_with(new).clone()
    }

    fn slots(&self) -> std::sync::MutexGuard<'_, HashMap<&'static str, Slot>> {
        // Only whole entries are put in, so a poisoned lock holds nothing bad.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
