//! RabbitMQ behind the [`Bus`] port, for the distributed shape (AMQP_URL is set).
//!
//! Publishing connects when it has to and reports what failed: the relay repeats from its cursor.
//! Listening reconnects for ever by itself. Nothing here retries by NACK: it would break the order
//! of a queue with a single active consumer.

mod listener;
mod publisher;
mod topology;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use lapin::uri::AMQPUri;
use lapin::{Connection, ConnectionProperties};
use pivotal_projections::bus::{Bus, BusError, Doorbell, EventMessage, RangeMessage};

use self::publisher::Publisher;
pub use self::topology::Names;

#[derive(Clone)]
pub struct RabbitMqSettings {
    /// AMQP_URL, for example `amqp://user:password@host:5672/vhost` (`%2f` is the vhost `/`).
    pub url: String,
    /// Starts every exchange's and queue's name, so that deployments and tests share a broker.
    pub prefix: String,
}

impl fmt::Debug for RabbitMqSettings {
    /// Without the URL: it holds a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RabbitMqSettings").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub struct RabbitMqBus {
    broker: Broker,
    projections: Arc<Mutex<BTreeSet<String>>>,
    /// One channel for everything, because RabbitMQ keeps order per channel.
    publisher: tokio::sync::Mutex<Publisher>,
}

impl RabbitMqBus {
    /// Checks the URL only; a broker that is down now may be up later.
    pub fn new(settings: RabbitMqSettings) -> Result<Self, BusError> {
        let broker = Broker::parse(settings)?;
        Ok(Self {
            publisher: tokio::sync::Mutex::new(Publisher::new(broker.clone())),
            broker,
            projections: Arc::default(),
        })
    }

    /// What consumers outside Pivotal bind to, and what operators look for.
    pub fn names(&self) -> &Names {
        &self.broker.names
    }

    fn declared(&self) -> Vec<String> {
        self.projections.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

#[async_trait]
impl Bus for RabbitMqBus {
    /// Remembers the names even if the broker is down: they are declared at the next connection.
    async fn declare(&self, projections: &[String]) -> Result<(), BusError> {
        self.projections.lock().unwrap_or_else(PoisonError::into_inner).extend(projections.iter().cloned());
        let declared = self.declared();
        self.publisher.lock().await.declare(&declared).await
    }

    async fn ring(&self, range: RangeMessage) -> Result<(), BusError> {
        let projections = self.declared();
        self.publisher.lock().await.ring(range, &projections).await
    }

    async fn publish(&self, events: Vec<EventMessage>) -> Result<(), BusError> {
        let projections = self.declared();
        self.publisher.lock().await.publish(events, &projections).await
    }

    async fn doorbell(&self, projection: &str) -> Result<Doorbell, BusError> {
        if !self.declared().iter().any(|declared| declared == projection) {
            return Err(BusError::UnknownProjection(projection.to_owned()));
        }
        Ok(listener::listen(self.broker.clone(), projection.to_owned()))
    }

    fn name(&self) -> &'static str {
        "rabbitmq"
    }

    fn wants_bodies(&self) -> bool {
        true
    }
}

/// Where the broker is and what our things on it are called.
#[derive(Debug, Clone)]
struct Broker {
    uri: AMQPUri,
    names: Names,
}

impl Broker {
    fn parse(settings: RabbitMqSettings) -> Result<Self, BusError> {
        let mut uri: AMQPUri = settings
            .url
            .parse()
            .map_err(|reason| BusError::Unavailable(format!("AMQP_URL is not an AMQP address ({reason})")))?;
        // A connection cut without a word is noticed after two missed heartbeats.
        uri.query.heartbeat.get_or_insert(10);
        Ok(Self { uri, names: Names::new(&settings.prefix) })
    }

    async fn connect(&self, who: &str) -> Result<Connection, BusError> {
        let properties =
            ConnectionProperties::default().with_connection_name(format!("pivotal {who}").into());
        // Time limits around lapin are harmless, unlike around sqlx.
        tokio::time::timeout(Duration::from_secs(10), Connection::connect_uri(self.uri.clone(), properties))
            .await
            .map_err(|_| BusError::Unavailable("no answer within 10 s".into()))?
            .map_err(unavailable)
    }
}

fn unavailable(error: lapin::Error) -> BusError {
    BusError::Unavailable(error.to_string())
}
