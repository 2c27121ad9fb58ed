//! What Pivotal has on the broker. Declaring is idempotent; changing an argument of an existing
//! queue is refused by RabbitMQ, so a change here needs a new name.

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable, LongString};
use lapin::{Channel, ExchangeKind};

/// A projection that is switched off for good must not fill the disk; old rings are worth nothing.
const MOST_RINGS: i32 = 100_000;
const MOST_DEAD: i32 = 10_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Durable topic exchange with every event, key `<aggregate>.<EventType>`. Outside consumers bind it.
    pub events: String,
    /// Direct exchange: one ring per projection, so that a missing queue is noticed by name.
    pub ranges: String,
    /// Fanout exchange and queue for messages that could not be understood.
    pub dead: String,
    queue_prefix: String,
}

impl Names {
    pub fn new(prefix: &str) -> Self {
        Self {
            events: format!("{prefix}.events"),
            ranges: format!("{prefix}.ranges"),
            dead: format!("{prefix}.dead"),
            queue_prefix: format!("{prefix}.projection."),
        }
    }

    pub fn queue(&self, projection: &str) -> String {
        format!("{}{projection}", self.queue_prefix)
    }
}

pub async fn declare(channel: &Channel, names: &Names, projections: &[String]) -> lapin::Result<()> {
    exchange(channel, &names.events, ExchangeKind::Topic).await?;
    exchange(channel, &names.ranges, ExchangeKind::Direct).await?;
    exchange(channel, &names.dead, ExchangeKind::Fanout).await?;
    queue(channel, &names.dead, quorum(MOST_DEAD)).await?;
    bind(channel, &names.dead, &names.dead, "").await?;
    for projection in projections {
        let name = names.queue(projection);
        let mut arguments = quorum(MOST_RINGS);
        // One worker at a time is rung, so two processes do not race for the same range.
        arguments.insert("x-single-active-consumer".into(), AMQPValue::Boolean(true));
        arguments.insert("x-dead-letter-exchange".into(), text(&names.dead));
        arguments.insert("x-delivery-limit".into(), AMQPValue::LongInt(5));
        queue(channel, &name, arguments).await?;
        bind(channel, &name, &names.ranges, projection).await?;
    }
    Ok(())
}

async fn exchange(channel: &Channel, name: &str, kind: ExchangeKind) -> lapin::Result<()> {
    let options = ExchangeDeclareOptions { durable: true, ..Default::default() };
    channel.exchange_declare(name.into(), kind, options, FieldTable::default()).await
}

async fn queue(channel: &Channel, name: &str, arguments: FieldTable) -> lapin::Result<()> {
    channel.queue_declare(name.into(), QueueDeclareOptions::durable(), arguments).await.map(drop)
}

async fn bind(channel: &Channel, queue: &str, exchange: &str, key: &str) -> lapin::Result<()> {
    let options = QueueBindOptions::default();
    channel.queue_bind(queue.into(), exchange.into(), key.into(), options, FieldTable::default()).await
}

/// Replicated and flushed to disk before it confirms; when full, the oldest go.
fn quorum(most: i32) -> FieldTable {
    let mut arguments = FieldTable::default();
    arguments.insert("x-queue-type".into(), text("quorum"));
    arguments.insert("x-max-length".into(), AMQPValue::LongInt(most));
    arguments
}

fn text(value: &str) -> AMQPValue {
    AMQPValue::LongString(LongString::from(value))
}
