//! The doorbell and the way out: how the relay tells projections that the log has grown, and how
//! whole events leave for consumers outside Pivotal.
//!
//! The log is the delivery. A worker reads it by position, so a ring that is lost, repeated or
//! reordered costs at most one polling interval. Nothing here carries truth.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use uuid::Uuid;

/// "Positions `from..=to` of this log are sealed in order and can be read."
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeMessage {
    /// The log's epoch: another one means the log was restored and positions mean other events.
    pub epoch: Uuid,
    pub from: i64,
    pub to: i64,
}

/// One event on its way to consumers outside Pivotal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventMessage {
    /// Position in the log; consumers drop a position they have already seen.
    pub position: i64,
    /// `<aggregate>.<EventType>`, for example `contact.ContactCreated`.
    pub routing_key: String,
    /// JSON. Sealed personal data stays sealed.
    pub body: Vec<u8>,
}

/// Why a bus could not do what the relay or a worker asked. The caller tries again from its cursor.
#[derive(Debug, thiserror::Error)]
pub enum BusError {
    #[error(
        "the message bus cannot be reached: {0}. Publishing goes on from the same position once it is back"
    )]
    Unavailable(String),
    #[error("the message bus returned a message for `{0}`: no queue takes it. Declare the projections again")]
    Unroutable(String),
    #[error("the message bus refused a message for `{0}`")]
    Refused(String),
    #[error("no projection `{0}` was declared on the message bus")]
    UnknownProjection(String),
}

/// The port. Adapters: [`InProcessBus`] and RabbitMQ in `pivotal-infra`.
#[async_trait]
pub trait Bus: Send + Sync {
    /// Makes sure that each projection has its queue. Safe to repeat.
    async fn declare(&self, projections: &[String]) -> Result<(), BusError>;

    /// Rings at every declared projection; returns when the broker has confirmed all of them.
    async fn ring(&self, range: RangeMessage) -> Result<(), BusError>;

    /// Hands events to outside consumers, in order; returns when all are confirmed. Nobody
    /// listening is no error. After an error any part may have gone out: publish all again.
    async fn publish(&self, events: Vec<EventMessage>) -> Result<(), BusError>;

    /// The bell of one projection.
    async fn doorbell(&self, projection: &str) -> Result<Doorbell, BusError>;

    /// For screens, logs and metrics.
    fn name(&self) -> &'static str;

    /// Whether [`Bus::publish`] leads anywhere; if not, the relay need not read bodies.
    fn wants_bodies(&self) -> bool;
}

/// Resolves when there may be news; a lost ring is harmless, the worker polls as well.
pub struct Doorbell {
    rings: watch::Receiver<u64>,
    /// Whatever must live as long as somebody listens (a broker's consumer, for example).
    _listener: Option<Box<dyn Send + Sync>>,
}

impl Doorbell {
    /// `rings` counts rings; rings that arrive while nobody waits melt into one.
    /// `listener` is dropped together with the doorbell.
    pub fn new(rings: watch::Receiver<u64>, listener: Option<Box<dyn Send + Sync>>) -> Self {
        Self { rings, _listener: listener }
    }

    /// Waits for the next ring, or returns at once if it rang since the last wait. Cancel-safe.
    /// When the bus is gone it never resolves: the worker's poll goes on.
    pub async fn wait(&mut self) {
        if self.rings.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The bus of a single process: rings go through memory, nothing goes out.
#[derive(Debug, Default)]
pub struct InProcessBus {
    bells: Mutex<BTreeMap<String, watch::Sender<u64>>>,
}

impl InProcessBus {
    fn bells(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, watch::Sender<u64>>> {
        // A counter cannot be left half written, so a poisoned lock holds nothing bad.
        self.bells.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Bus for InProcessBus {
    async fn declare(&self, projections: &[String]) -> Result<(), BusError> {
        let mut bells = self.bells();
        for name in projections {
            bells.entry(name.clone()).or_insert_with(|| watch::Sender::new(0));
        }
        Ok(())
    }

    async fn ring(&self, _range: RangeMessage) -> Result<(), BusError> {
        for bell in self.bells().values() {
            bell.send_modify(|rings| *rings += 1);
        }
        Ok(())
    }

    async fn publish(&self, _events: Vec<EventMessage>) -> Result<(), BusError> {
        Ok(())
    }

    async fn doorbell(&self, projection: &str) -> Result<Doorbell, BusError> {
        match self.bells().get(projection) {
            Some(bell) => Ok(Doorbell::new(bell.subscribe(), None)),
            None => Err(BusError::UnknownProjection(projection.to_owned())),
        }
    }

    fn name(&self) -> &'static str {
        "in-process"
    }

    fn wants_bodies(&self) -> bool {
        false
    }
}
