//! The bus against a real broker, including one that stops and comes back.

use std::process::Command;
use std::time::Duration;

use futures::StreamExt;
use lapin::options::{
    BasicConsumeOptions, BasicPublishOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions,
};
use lapin::types::FieldTable;
use lapin::{BasicProperties, Channel, Connection, ConnectionProperties};
use pivotal_infra::rabbitmq::{Names, RabbitMqBus, RabbitMqSettings};
use pivotal_projections::bus::{Bus, BusError, Doorbell, EventMessage, RangeMessage};
use tokio::sync::RwLock;
use uuid::Uuid;

use crate::support::{amqp_url, scripts, until};

/// One test stops the broker: the others must not run meanwhile.
static BROKER: RwLock<()> = RwLock::const_new(());

/// A bus with names of its own, whose queues and exchanges are removed at the end.
struct Deployment {
    bus: RabbitMqBus,
    names: Names,
}

impl Deployment {
    async fn new(projections: &[&str]) -> Self {
        let bus = second_process(&format!("test-{}", Uuid::now_v7()));
        bus.declare(&names(projections)).await.unwrap();
        Self { names: bus.names().clone(), bus }
    }

    async fn remove(self, projections: &[&str]) {
        let (channel, _connection) = outsider().await;
        let queues = projections.iter().map(|name| self.names.queue(name)).chain([self.names.dead.clone()]);
        for queue in queues {
            channel.queue_delete(queue.into(), QueueDeleteOptions::default()).await.unwrap();
        }
        for exchange in [self.names.events, self.names.ranges, self.names.dead] {
            channel.exchange_delete(exchange.into(), Default::default()).await.unwrap();
        }
    }
}

fn second_process(prefix: &str) -> RabbitMqBus {
    RabbitMqBus::new(RabbitMqSettings { url: amqp_url(), prefix: prefix.into() }).unwrap()
}

fn names(projections: &[&str]) -> Vec<String> {
    projections.iter().map(ToString::to_string).collect()
}

/// A client that knows nothing of Pivotal but its exchange's name.
async fn outsider() -> (Channel, Connection) {
    let connection = Connection::connect(&amqp_url(), ConnectionProperties::default()).await.unwrap();
    (connection.create_channel().await.unwrap(), connection)
}

fn range(from: i64, to: i64) -> RangeMessage {
    RangeMessage { epoch: Uuid::nil(), from, to }
}

fn events(positions: std::ops::Range<i64>) -> Vec<EventMessage> {
    let event = |position| EventMessage {
        position,
        routing_key: if position % 2 == 0 { "contact.ContactCreated" } else { "account.AccountCreated" }
            .into(),
        body: format!("{{\"position\":{position}}}").into_bytes(),
    };
    positions.map(event).collect()
}

async fn rings(bell: &mut Doorbell) {
    tokio::time::timeout(Duration::from_secs(20), bell.wait()).await.expect("the bell should have rung");
}

async fn stays_silent(bell: &mut Doorbell) {
    let rang = tokio::time::timeout(Duration::from_millis(300), bell.wait()).await.is_ok();
    assert!(!rang, "the bell should have stayed silent");
}

/// A doorbell rings once by itself when it connects.
async fn listening(bus: &RabbitMqBus, projection: &str) -> Doorbell {
    let mut bell = bus.doorbell(projection).await.unwrap();
    rings(&mut bell).await;
    bell
}

#[tokio::test]
async fn a_ring_reaches_every_projection_and_repeated_or_reordered_rings_do_no_harm() {
    let _broker = BROKER.read().await;
    let deployment = Deployment::new(&["contacts", "accounts"]).await;
    let mut contacts = listening(&deployment.bus, "contacts").await;
    let mut accounts = listening(&deployment.bus, "accounts").await;
    deployment.bus.ring(range(1, 250)).await.unwrap();
    rings(&mut contacts).await;
    rings(&mut accounts).await;
    for shuffled in [range(501, 750), range(1, 250), range(251, 500), range(251, 500)] {
        deployment.bus.ring(shuffled).await.unwrap();
    }
    rings(&mut contacts).await;
    rings(&mut accounts).await;
    drop((contacts, accounts));
    deployment.remove(&["contacts", "accounts"]).await;
}

#[tokio::test]
async fn only_one_of_two_processes_is_rung_and_the_other_takes_over() {
    let _broker = BROKER.read().await;
    let deployment = Deployment::new(&["contacts"]).await;
    let mut first = listening(&deployment.bus, "contacts").await;
    let mut second = listening(&deployment.bus, "contacts").await;
    deployment.bus.ring(range(1, 1)).await.unwrap();
    rings(&mut first).await;
    stays_silent(&mut second).await;
    drop(first);
    deployment.bus.ring(range(2, 2)).await.unwrap();
    rings(&mut second).await;
    drop(second);
    deployment.remove(&["contacts"]).await;
}

#[tokio::test]
async fn a_deleted_queue_is_noticed_by_the_returned_message_and_put_back() {
    let _broker = BROKER.read().await;
    let deployment = Deployment::new(&["contacts", "accounts"]).await;
    let (channel, _connection) = outsider().await;
    let queue = deployment.names.queue("contacts");
    channel.queue_delete(queue.into(), QueueDeleteOptions::default()).await.unwrap();
    deployment.bus.ring(range(1, 1)).await.unwrap();
    let mut bell = listening(&deployment.bus, "contacts").await;
    deployment.bus.ring(range(2, 2)).await.unwrap();
    rings(&mut bell).await;
    drop(bell);
    deployment.remove(&["contacts", "accounts"]).await;
}

#[tokio::test]
async fn a_message_that_is_no_range_goes_to_the_dead_letter_queue() {
    let _broker = BROKER.read().await;
    let deployment = Deployment::new(&["contacts"]).await;
    let bell = listening(&deployment.bus, "contacts").await;
    let (channel, _connection) = outsider().await;
    let exchange = deployment.names.ranges.as_str().into();
    channel
        .basic_publish(
            exchange,
            "contacts".into(),
            BasicPublishOptions::default(),
            b"nonsense",
            BasicProperties::default(),
        )
        .await
        .unwrap();
    let dead = deployment.names.dead.as_str();
    let mut buried = channel
        .basic_consume(dead.into(), "".into(), BasicConsumeOptions::default(), FieldTable::default())
        .await
        .unwrap();
    let delivery =
        tokio::time::timeout(Duration::from_secs(20), buried.next()).await.unwrap().unwrap().unwrap();
    assert_eq!(delivery.data, b"nonsense");
    assert!(delivery.properties.headers().as_ref().unwrap().contains_key("x-death"));
    drop(bell);
    deployment.remove(&["contacts"]).await;
}

/// An outside queue bound to one kind of event.
async fn bind_contacts(channel: &Channel, names: &Names) -> lapin::Consumer {
    let queue = channel
        .queue_declare("".into(), QueueDeclareOptions::exclusive(), FieldTable::default())
        .await
        .unwrap();
    let queue = queue.name().clone();
    let exchange = names.events.as_str().into();
    channel
        .queue_bind(
            queue.clone(),
            exchange,
            "contact.*".into(),
            QueueBindOptions::default(),
            FieldTable::default(),
        )
        .await
        .unwrap();
    let options = BasicConsumeOptions { no_ack: true, ..Default::default() };
    channel.basic_consume(queue, "".into(), options, FieldTable::default()).await.unwrap()
}

#[tokio::test]
async fn an_outside_consumer_gets_the_events_it_bound_in_order() {
    let _broker = BROKER.read().await;
    let deployment = Deployment::new(&[]).await;
    deployment.bus.publish(events(1..10)).await.expect("nobody listening is no error");
    let (channel, _connection) = outsider().await;
    let mut consumer = bind_contacts(&channel, &deployment.names).await;
    deployment.bus.publish(events(10..3_000)).await.unwrap();
    let mut seen = Vec::new();
    while seen.last() != Some(&2_998) {
        let delivery =
            tokio::time::timeout(Duration::from_secs(20), consumer.next()).await.unwrap().unwrap().unwrap();
        assert_eq!(delivery.routing_key.as_str(), "contact.ContactCreated");
        let position = delivery.properties.message_id().clone().unwrap().to_string().parse::<i64>().unwrap();
        assert_eq!(delivery.data, format!("{{\"position\":{position}}}").as_bytes());
        seen.push(position);
    }
    assert_eq!(seen, (10..3_000).filter(|position| position % 2 == 0).collect::<Vec<_>>());
    deployment.remove(&[]).await;
}

#[tokio::test]
async fn an_undeclared_projection_has_no_doorbell_and_a_wrong_address_is_named() {
    let bus = second_process("unused");
    assert!(matches!(bus.doorbell("orders").await.err(), Some(BusError::UnknownProjection(_))));
    let wrong = RabbitMqBus::new(RabbitMqSettings { url: "http://nowhere".into(), prefix: "x".into() });
    assert!(wrong.unwrap_err().to_string().contains("AMQP_URL"));
}

#[tokio::test]
async fn a_broker_that_stops_and_returns_gets_every_event_and_rings_again() {
    let _broker = BROKER.write().await;
    let deployment = Deployment::new(&["contacts"]).await;
    let mut bell = listening(&deployment.bus, "contacts").await;
    deployment.bus.publish(events(1..100)).await.unwrap();

    rabbitmqctl("stop_app").await;
    let error = deployment.bus.publish(events(100..200)).await.unwrap_err();
    assert!(matches!(error, BusError::Unavailable(_)), "{error}");
    assert!(deployment.bus.ring(range(100, 199)).await.is_err());
    rabbitmqctl("start_app").await;

    // A queue of one's own lives as long as its connection, so the outsider binds after the restart.
    let (channel, _connection) = outsider().await;
    let mut consumer = bind_contacts(&channel, &deployment.names).await;
    // What the relay does: the same range again until it is confirmed.
    until("the bus publishes again", || async { deployment.bus.publish(events(100..200)).await.is_ok() })
        .await;
    rings(&mut bell).await;
    deployment.bus.ring(range(100, 199)).await.unwrap();
    rings(&mut bell).await;
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < 50 {
        let delivery =
            tokio::time::timeout(Duration::from_secs(20), consumer.next()).await.unwrap().unwrap().unwrap();
        seen.insert(delivery.properties.message_id().clone().unwrap().to_string());
    }
    drop(bell);
    deployment.remove(&["contacts"]).await;
}

async fn rabbitmqctl(command: &'static str) {
    let run = move || Command::new(scripts("test-services")).args(["broker", command]).output().unwrap();
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
