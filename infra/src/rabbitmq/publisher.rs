//! Publishing with every confirm awaited. An error throws the connection away; the next call makes
//! a new one and declares everything again.

use std::time::Duration;

use lapin::options::{BasicPublishOptions, ConfirmSelectOptions};
use lapin::{BasicProperties, Channel, Confirmation, Connection, PublisherConfirm};
use pivotal_projections::bus::{BusError, EventMessage, RangeMessage};

use super::{Broker, topology, unavailable};

/// Confirms in flight at once: enough for full speed, little enough to hold in memory.
const WINDOW: usize = 1_000;
const CONFIRM_WITHIN: Duration = Duration::from_secs(30);
const PERSISTENT: u8 = 2;

#[derive(Debug)]
pub struct Publisher {
    broker: Broker,
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    channel: Channel,
    /// Dropping it would close the channel.
    _connection: Connection,
}

struct Message<'a> {
    exchange: &'a str,
    routing_key: &'a str,
    id: String,
    kind: &'static str,
    body: &'a [u8],
    /// Whether nobody taking it is an error.
    mandatory: bool,
}

impl Publisher {
    pub fn new(broker: Broker) -> Self {
        Self { broker, open: None }
    }

    pub async fn declare(&mut self, projections: &[String]) -> Result<(), BusError> {
        let channel = self.channel(projections).await?;
        let result = topology::declare(&channel, &self.broker.names, projections).await.map_err(unavailable);
        self.keep_if_ok(result)
    }

    pub async fn ring(&mut self, range: RangeMessage, projections: &[String]) -> Result<(), BusError> {
        match self.ring_once(range, projections).await {
            // Somebody deleted a queue: put it back, then ring again (twice is harmless).
            Err(BusError::Unroutable(queue)) => {
                tracing::warn!(queue, "a projection's queue was missing: declaring it again");
                self.declare(projections).await?;
                self.ring_once(range, projections).await
            }
            result => result,
        }
    }

    async fn ring_once(&mut self, range: RangeMessage, projections: &[String]) -> Result<(), BusError> {
        let body = serde_json::to_vec(&range).expect("a range of plain numbers is always JSON");
        let exchange = self.broker.names.ranges.clone();
        let messages = projections.iter().map(|projection| Message {
            exchange: &exchange,
            routing_key: projection,
            id: format!("{}-{}", range.from, range.to),
            kind: "range",
            body: &body,
            mandatory: true,
        });
        self.send(messages.collect(), projections).await
    }

    pub async fn publish(
        &mut self,
        events: Vec<EventMessage>,
        projections: &[String],
    ) -> Result<(), BusError> {
        let exchange = self.broker.names.events.clone();
        for window in events.chunks(WINDOW) {
            let messages = window.iter().map(|event| Message {
                exchange: &exchange,
                routing_key: &event.routing_key,
                id: event.position.to_string(),
                kind: "event",
                body: &event.body,
                mandatory: false,
            });
            self.send(messages.collect(), projections).await?;
        }
        Ok(())
    }

    async fn send(&mut self, messages: Vec<Message<'_>>, projections: &[String]) -> Result<(), BusError> {
        let channel = self.channel(projections).await?;
        let result = match tokio::time::timeout(CONFIRM_WITHIN, send_all(&channel, &messages)).await {
            Ok(result) => result,
            Err(_) => Err(BusError::Unavailable(format!("no confirm within {} s", CONFIRM_WITHIN.as_secs()))),
        };
        self.keep_if_ok(result)
    }

    /// An unroutable message says nothing about the connection; any other error ends it.
    fn keep_if_ok(&mut self, result: Result<(), BusError>) -> Result<(), BusError> {
        if !matches!(result, Ok(()) | Err(BusError::Unroutable(_))) {
            self.open = None;
        }
        result
    }

    async fn channel(&mut self, projections: &[String]) -> Result<Channel, BusError> {
        if let Some(open) = self.open.as_ref().filter(|open| open.channel.status().connected()) {
            return Ok(open.channel.clone());
        }
        self.open = None;
        let connection = self.broker.connect("publisher").await?;
        let channel = connection.create_channel().await.map_err(unavailable)?;
        channel.confirm_select(ConfirmSelectOptions::default()).await.map_err(unavailable)?;
        topology::declare(&channel, &self.broker.names, projections).await.map_err(unavailable)?;
        metrics::counter!("pivotal_bus_connections_total", "role" => "publisher").increment(1);
        self.open = Some(Open { channel: channel.clone(), _connection: connection });
        Ok(channel)
    }
}

async fn send_all(channel: &Channel, messages: &[Message<'_>]) -> Result<(), BusError> {
    let mut confirms: Vec<(&str, PublisherConfirm)> = Vec::with_capacity(messages.len());
    for message in messages {
        let properties = BasicProperties::default()
            .with_delivery_mode(PERSISTENT)
            .with_content_type("application/json".into())
            .with_message_id(message.id.as_str().into())
            .with_type(message.kind.into())
            .with_app_id("pivotal".into());
        let options = BasicPublishOptions { mandatory: message.mandatory, ..Default::default() };
        let confirm = channel
            .basic_publish(
                message.exchange.into(),
                message.routing_key.into(),
                options,
                message.body,
                properties,
            )
            .await
            .map_err(unavailable)?;
        confirms.push((message.routing_key, confirm));
    }
    for (routing_key, confirm) in confirms {
        match confirm.await.map_err(unavailable)? {
            Confirmation::Ack(None) => {}
            // An unroutable message is *acknowledged*; only its return tells.
            Confirmation::Ack(Some(_)) => return Err(BusError::Unroutable(routing_key.to_owned())),
            Confirmation::Nack(_) | Confirmation::NotRequested => {
                return Err(BusError::Refused(routing_key.to_owned()));
            }
        }
    }
    Ok(())
}
