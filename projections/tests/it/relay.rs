//! The relay: one at a time, in order, everything confirmed before its cursor moves.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use pivotal_log::append::{Append, Lane};
use pivotal_projections::bus::{Bus, BusError, Doorbell, EventMessage, RangeMessage};
use pivotal_projections::relay::{Relay, RelayError, Step};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::notes;

/// Keeps what it is given; can be told to refuse.
#[derive(Default)]
struct Recorder {
    bodies: bool,
    down: AtomicBool,
    rings: Mutex<Vec<(i64, i64)>>,
    events: Mutex<Vec<EventMessage>>,
}

#[async_trait]
impl Bus for Recorder {
    async fn declare(&self, _: &[String]) -> Result<(), BusError> {
        Ok(())
    }
    async fn ring(&self, range: RangeMessage) -> Result<(), BusError> {
        if self.down.load(Ordering::SeqCst) {
            return Err(BusError::Unavailable("test".into()));
        }
        self.rings.lock().unwrap().push((range.from, range.to));
        Ok(())
    }
    async fn publish(&self, events: Vec<EventMessage>) -> Result<(), BusError> {
        self.events.lock().unwrap().extend(events);
        Ok(())
    }
    async fn doorbell(&self, projection: &str) -> Result<Doorbell, BusError> {
        Err(BusError::UnknownProjection(projection.to_owned()))
    }
    fn name(&self) -> &'static str {
        "recorder"
    }
    fn wants_bodies(&self) -> bool {
        self.bodies
    }
}

async fn drain(relay: &mut Relay) {
    while let Step::Published { .. } = relay.step().await.unwrap() {}
}

#[tokio::test]
async fn one_ring_covers_all_that_is_new() {
    let ground = Ground::new().await;
    let bus = Arc::new(Recorder::default());
    let mut relay = Relay::new(ground.test.pools.clone(), bus.clone());
    notes::write(&ground.test.log, &["a", "b", "c"]).await;
    drain(&mut relay).await;
    notes::write(&ground.test.log, &["d"]).await;
    drain(&mut relay).await;
    assert_eq!(*bus.rings.lock().unwrap(), [(1, 3), (4, 4)]);
    assert!(bus.events.lock().unwrap().is_empty());
}

#[tokio::test]
async fn bodies_of_events_and_facts_go_out_in_the_order_of_the_log() {
    let ground = Ground::new().await;
    let bus = Arc::new(Recorder { bodies: true, ..Recorder::default() });
    let mut relay = Relay::new(ground.test.pools.clone(), bus.clone());
    let id = Uuid::now_v7();
    for sequence in 1..=600 {
        let mut append = Append::new(Lane::Interactive);
        append.events = vec![notes::note(id, sequence, "x")];
        if sequence % 100 == 0 {
            append.facts = vec![notes::seen(id)];
        }
        ground.test.log.append(append).await.unwrap();
    }
    drain(&mut relay).await;

    let events = bus.events.lock().unwrap();
    assert_eq!(events.iter().map(|event| event.position).collect::<Vec<_>>(), (1..=606).collect::<Vec<_>>());
    assert_eq!(events[0].routing_key, "note.NoteWritten");
    let body: serde_json::Value = serde_json::from_slice(&events[100].body).unwrap();
    assert_eq!(
        (&body["kind"], &body["type"], &body["position"], &body["payload"]["NoteSeen"]["text"]),
        (&"fact".into(), &"note_seen".into(), &101.into(), &"seen".into())
    );
    assert_eq!(*bus.rings.lock().unwrap(), [(1, 500), (501, 606)]);
}

#[tokio::test]
async fn what_was_not_confirmed_is_published_again() {
    let ground = Ground::new().await;
    let bus = Arc::new(Recorder { bodies: true, ..Recorder::default() });
    let mut relay = Relay::new(ground.test.pools.clone(), bus.clone());
    notes::write(&ground.test.log, &["a", "b"]).await;

    bus.down.store(true, Ordering::SeqCst);
    assert!(matches!(relay.step().await, Err(RelayError::Bus(_))));
    bus.down.store(false, Ordering::SeqCst);
    drain(&mut relay).await;

    let positions: Vec<i64> = bus.events.lock().unwrap().iter().map(|event| event.position).collect();
    assert_eq!(positions, [1, 2, 1, 2], "again, in order, and nothing less");
    assert_eq!(*bus.rings.lock().unwrap(), [(1, 2)]);
}

#[tokio::test]
async fn one_relay_is_active_and_the_next_takes_over_when_it_is_cut_off() {
    let ground = Ground::new().await;
    let bus = Arc::new(Recorder::default());
    let mut first = Relay::new(ground.test.pools.clone(), bus.clone());
    let mut second = Relay::new(ground.test.pools.clone(), bus.clone());
    notes::write(&ground.test.log, &["a"]).await;
    drain(&mut first).await;
    notes::write(&ground.test.log, &["b"]).await;
    assert_eq!(second.step().await.unwrap(), Step::Standby);

    ground.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'pivotal relay' and query <> ''").await;
    // The server lets go of the lock when the backend has ended, a moment after it was told to.
    loop {
        match second.step().await.unwrap() {
            Step::Standby => tokio::task::yield_now().await,
            step => break assert_eq!(step, Step::Published { to: 2, more: false }),
        }
    }
    assert!(first.step().await.is_err());
    assert_eq!(first.step().await.unwrap(), Step::Standby);
    assert_eq!(*bus.rings.lock().unwrap(), [(1, 1), (2, 2)]);
}
