//! What the workers of a process read together.

use std::sync::Arc;

use pivotal_log::append::{Append, Lane};
use pivotal_log::reader::{Batch, Interest};
use pivotal_projections::runner::checkpoint::{Checkpoint, State};
use pivotal_projections::runner::feed::Feed;
use pivotal_projections::runner::{Projection, Spec};
use sqlx::{ConnectOptions, PgConnection};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::notes::{Notes, note, seen, write};

const ONLY_SEEN: Spec = Spec {
    name: "seen",
    version: 1,
    tables: &[],
    interest: Interest { aggregates: &[], facts: &["note_seen"] },
};

fn at(position: i64, epoch: Uuid) -> Checkpoint {
    Checkpoint { version: 1, position, epoch, state: State::Live }
}

fn positions(batch: &Batch) -> Vec<i64> {
    batch.entries.iter().map(|entry| entry.position).collect()
}

/// A feed for notes, a connection to their log, and one to a log in which nothing was ever written: who reads over it
/// and finds something has it from memory.
struct Reading {
    ground: Ground,
    elsewhere: Ground,
    feed: Feed,
    notes: Spec,
}

impl Reading {
    async fn new() -> Self {
        let notes: Arc<dyn Projection> = Arc::new(Notes::default());
        let (feed, notes) = (Feed::of(std::slice::from_ref(&notes)), notes.spec());
        Reading { ground: Ground::new().await, elsewhere: Ground::new().await, feed, notes }
    }

    async fn log(&self) -> PgConnection {
        self.ground.test.pools.options().connect().await.unwrap()
    }

    async fn empty(&self) -> PgConnection {
        self.elsewhere.test.pools.options().connect().await.unwrap()
    }
}

#[tokio::test]
async fn what_one_has_fetched_the_others_find_in_memory_by_what_they_want() {
    let reading = Reading::new().await;
    let id = Uuid::now_v7();
    let mut append = Append::new(Lane::Interactive);
    append.events = vec![note(id, 1, "one"), note(id, 2, "two")];
    append.facts = vec![seen(id)];
    let last = reading.ground.test.log.append(append).await.unwrap();
    let (start, epoch) = (at(0, Uuid::now_v7()), Uuid::now_v7());
    let start = Checkpoint { epoch, ..start };

    let fetched =
        reading.feed.read(&mut reading.log().await, &start, last, 10, &reading.notes).await.unwrap();
    assert_eq!(fetched.entries.len(), 3);
    let mut empty = reading.empty().await;
    let remembered = reading.feed.read(&mut empty, &start, last, 10, &reading.notes).await.unwrap();
    assert_eq!(positions(&remembered), positions(&fetched));
    assert_eq!((remembered.to, remembered.head), (last, last));

    let facts = reading.feed.read(&mut empty, &start, last, 10, &ONLY_SEEN).await.unwrap();
    assert_eq!(positions(&facts), [last]);

    let short = reading.feed.read(&mut empty, &start, last, 2, &reading.notes).await.unwrap();
    assert_eq!(
        (positions(&short).len(), short.to),
        (2, last - 1),
        "the cursor stops at the last that was given"
    );
    let rest = reading.feed.read(&mut empty, &at(short.to, epoch), last, 2, &reading.notes).await.unwrap();
    assert_eq!((positions(&rest), rest.to), (vec![last], last));
}

#[tokio::test]
async fn what_came_since_is_fetched_and_nobody_is_told_of_an_older_end() {
    let reading = Reading::new().await;
    let mut log = reading.log().await;
    let epoch = Uuid::now_v7();
    let first = write(&reading.ground.test.log, &["one"]).await;
    reading.feed.read(&mut log, &at(0, epoch), first, 10, &reading.notes).await.unwrap();
    let second = write(&reading.ground.test.log, &["two"]).await;

    let behind = reading.feed.read(&mut log, &at(0, epoch), second, 10, &reading.notes).await.unwrap();
    assert_eq!((behind.to, behind.head), (first, second), "there is more to come");
    let next = reading.feed.read(&mut log, &at(first, epoch), second, 10, &reading.notes).await.unwrap();
    assert_eq!((positions(&next), next.to), (vec![second], second));
}

#[tokio::test]
async fn who_is_behind_what_is_kept_or_on_another_log_reads_for_itself() {
    let reading = Reading::new().await;
    let mut log = reading.log().await;
    let epoch = Uuid::now_v7();
    let last = write(&reading.ground.test.log, &["one", "two", "three"]).await;
    reading.feed.read(&mut log, &at(last - 1, epoch), last, 10, &reading.notes).await.unwrap();

    let behind = reading.feed.read(&mut log, &at(0, epoch), last, 10, &reading.notes).await.unwrap();
    assert_eq!(behind.entries.len(), 3);

    let mut empty = reading.empty().await;
    let restored =
        reading.feed.read(&mut empty, &at(0, Uuid::now_v7()), 0, 10, &reading.notes).await.unwrap();
    assert_eq!(restored.entries.len(), 0, "nothing of the log before is served as this one's");
}
