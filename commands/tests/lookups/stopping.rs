//! Stopped, killed, cancelled: no contact twice, no question twice, and the numbers add up.

use std::sync::atomic::Ordering;

use chrono::TimeDelta;
use pivotal_commands::audience::phone_validity::cancel::cancel_lookup;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::contact_runs::{End, RunCounts};
use uuid::Uuid;

use crate::support::{HASTY, SLOW, World, number};

#[tokio::test]
async fn a_run_that_is_stopped_goes_on_where_it_was() {
    let mut world = World::new().await;
    let phones: Vec<String> = (0..45).map(number).collect();
    world.contacts(&phones).await;
    world.pace = SLOW;
    let first = world.work();
    let id = world.start(false).await;
    world.asked_at_least(1).await;
    first.stop().await;
    assert_eq!(world.ended(id).await, None);
    let kept = world.progressed(id).await;
    assert_eq!((kept.chunks, kept.counts.done()), (1, 1), "what was paid for is on its contact");
    world.pace = HASTY;
    let second = world.work();
    let ended = world.until(|| world.ended(id)).await;
    second.stop().await;
    assert_eq!((ended.end, ended.counts.mobile, ended.counts.known), (End::Completed, 45, 0));
    assert_eq!(world.carrier.asked(), phones);
}

/// In the second chunk: the first is committed, and of the second nothing but what was paid for.
#[tokio::test]
async fn a_run_that_was_killed_between_two_questions_pays_for_none_of_them_again() {
    let mut world = World::new().await;
    let phones: Vec<String> = (0..45).map(number).collect();
    world.contacts(&phones).await;
    world.carrier.falls_over_at.store(25, Ordering::SeqCst);
    let working = world.work();
    let id = world.start(false).await;
    let fallen = || async {
        let jobs = world.log.jobs().await;
        jobs.iter()
            .any(|job| job.starts_with("phone_lookup_run: queued: ") && !job.ends_with(": "))
            .then_some(())
    };
    world.until(fallen).await;
    let kept = world.progressed(id).await;
    assert_eq!((kept.chunks, kept.counts.done()), (1, 20));
    // The next try comes after a pause.
    world.log.clock.advance(TimeDelta::hours(2));
    world.queue.wake();
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    assert_eq!((ended.end, ended.counts.mobile, ended.counts.not_run), (End::Completed, 45, 0));
    assert_eq!(ended.counts.known, 4, "of the second chunk, before it was killed");
    assert_eq!(world.progressed(id).await.counts, ended.counts);
    // It was killed before this one was answered.
    assert_eq!((world.carrier.asked().len(), world.carrier.times(&number(24))), (46, 2));
}

#[tokio::test]
async fn a_run_that_is_cancelled_midway_keeps_what_it_found_and_counts_the_rest() {
    let mut world = World::new().await;
    let phones: Vec<String> = (0..30).map(number).collect();
    let ids = world.contacts(&phones).await;
    world.pace = SLOW;
    let working = world.work();
    let id = world.start(false).await;
    world.asked_at_least(1).await;
    cancel_lookup(&world.ctx, &world.actor, id).await.unwrap();
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    assert_eq!((ended.end, ended.counts.done(), ended.counts.not_run), (End::Cancelled, 1, 29));
    assert_eq!(world.said(ids[0]).await.1.as_deref(), Some("mobile"));
    assert_eq!(world.said(ids[1]).await, (None, None));
    // Again is no mistake; of one that has run out it is.
    cancel_lookup(&world.ctx, &world.actor, id).await.unwrap();
    let nothing = cancel_lookup(&world.ctx, &world.actor, Uuid::now_v7()).await;
    assert!(matches!(nothing, Err(CommandError::NotFound(_))));
    world.pace = HASTY;
    let working = world.work();
    let over = world.start(false).await;
    assert_eq!(world.until(|| world.ended(over)).await.counts.known, 1);
    working.stop().await;
    let refused = cancel_lookup(&world.ctx, &world.actor, over).await;
    assert!(matches!(refused, Err(CommandError::Rejected(_))));
}
