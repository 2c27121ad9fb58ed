use futures::FutureExt;
use pivotal_projections::bus::{Bus, BusError, InProcessBus, RangeMessage};
use uuid::Uuid;

fn range(from: i64, to: i64) -> RangeMessage {
    RangeMessage { epoch: Uuid::nil(), from, to }
}

async fn bus() -> InProcessBus {
    let bus = InProcessBus::default();
    bus.declare(&["contacts".into(), "accounts".into()]).await.unwrap();
    bus
}

#[tokio::test]
async fn a_ring_reaches_every_declared_projection() {
    let bus = bus().await;
    let mut contacts = bus.doorbell("contacts").await.unwrap();
    let mut accounts = bus.doorbell("accounts").await.unwrap();
    bus.ring(range(1, 2)).await.unwrap();
    contacts.wait().await;
    accounts.wait().await;
}

#[tokio::test]
async fn rings_while_nobody_waits_melt_into_one() {
    let bus = bus().await;
    let mut bell = bus.doorbell("contacts").await.unwrap();
    bus.ring(range(1, 2)).await.unwrap();
    bus.ring(range(3, 4)).await.unwrap();
    bell.wait().await;
    assert!(bell.wait().now_or_never().is_none());
}

#[tokio::test]
async fn declaring_twice_keeps_the_listeners() {
    let bus = bus().await;
    let mut bell = bus.doorbell("contacts").await.unwrap();
    bus.declare(&["contacts".into()]).await.unwrap();
    bus.ring(range(1, 1)).await.unwrap();
    bell.wait().await;
}

#[tokio::test]
async fn an_undeclared_projection_has_no_doorbell() {
    let error = bus().await.doorbell("orders").await.err().unwrap();
    assert!(matches!(error, BusError::UnknownProjection(name) if name == "orders"));
}

#[tokio::test]
async fn a_doorbell_that_outlives_its_bus_stays_silent() {
    let bus = bus().await;
    let mut bell = bus.doorbell("contacts").await.unwrap();
    drop(bus);
    assert!(bell.wait().now_or_never().is_none());
}
