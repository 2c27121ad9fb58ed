//! kill -9 at every named place in the code.

use std::sync::Arc;

use futures::StreamExt;
use pivotal_log::failpoint::{ENABLED, Failpoint};

use crate::support::file::sample;
use crate::support::home::{Home, fresh};
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;
use crate::support::side_by_side;

/// Whether the point was reached. The end must be right in either case.
async fn round(fresh: &Home, mut journey: Journey, point: Failpoint, nth: u64) -> bool {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let home = fresh.copy();
    let failpoint = format!("{}:{nth}", point.name());
    let mut pivotal = Pivotal::start_with(&home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    let ended = pivotal.is_ready().await && journey.go_on(&mut pivotal).await;
    if !ended {
        assert!(!pivotal.lives());
        pivotal = Pivotal::start(&home).await;
        assert!(journey.go_on(&mut pivotal).await, "it died again, with no failpoint set");
    }
    Oracle::of(&home).await.check(&home, &journey).await;
    pivotal.stop().await;
    !ended
}

/// All of `rounds` side by side; how many died on the way.
async fn run(rounds: impl Iterator<Item = (Failpoint, u64)>) -> u64 {
    let fresh = fresh().await;
    futures::stream::iter(rounds)
        .map(|(point, nth)| {
            let fresh: Arc<Home> = fresh.clone();
            // A task of its own, so that a round which blocks holds up none but itself.
            let round = tokio::spawn(async move {
                let _room = side_by_side().await;
                let began = std::time::Instant::now();
                let died = round(&fresh, Journey::new(), point, nth).await;
                eprintln!(
                    "{}:{nth} {} after {:.1?}",
                    point.name(),
                    if died { "died and recovered" } else { "was not reached" },
                    began.elapsed()
                );
                u64::from(died)
            });
            async move { round.await.unwrap() }
        })
        .buffer_unordered(8)
        .fold(0, |all, died| async move { all + died })
        .await
}

/// Nobody takes an import back on it, changes records in bulk, asks to be erased, deletes by a rule, gets a digest, takes domains in, sends a
/// campaign or hears what came back of one: those have tests of their own.
fn on_the_journey() -> impl Iterator<Item = Failpoint> {
    let elsewhere = [
        Failpoint::UndoAfterChunk,
        Failpoint::BulkAfterChunk,
        Failpoint::RequestAfterStep,
        Failpoint::RetentionAfterChunk,
        Failpoint::DigestBeforeCommit,
        Failpoint::DomainSetAfterLines,
        Failpoint::DomainSetAfterMatches,
        Failpoint::EmailAfterSignals,
        Failpoint::EmailAfterAudienceChunk,
        Failpoint::EmailBeforeLive,
        Failpoint::EmailAfterLease,
        Failpoint::EmailAfterMark,
        Failpoint::EmailMidHandOver,
        Failpoint::EmailAfterHandOver,
        Failpoint::EmailAfterSettle,
        Failpoint::EmailAfterStopChunk,
        Failpoint::EmailAfterWinner,
    ];
    Failpoint::ALL.into_iter().filter(move |point| !elsewhere.contains(point))
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_at_each_named_point_once() {
    let rounds = on_the_journey().map(|point| {
        // Far enough in to be in the middle of the work, where there is a middle.
        let nth = match point {
            Failpoint::UploadAfterPut
            | Failpoint::ExportAfterPut
            | Failpoint::JobBeforeDone
            | Failpoint::DigestBeforeCommit
            | Failpoint::EmailAfterSignals => 1,
            Failpoint::ImportAfterChunk
            | Failpoint::UndoAfterChunk
            | Failpoint::BulkAfterChunk
            | Failpoint::RequestAfterStep
            | Failpoint::RetentionAfterChunk
            | Failpoint::DomainSetAfterLines
            | Failpoint::DomainSetAfterMatches
            | Failpoint::EmailAfterAudienceChunk
            | Failpoint::EmailBeforeLive
            | Failpoint::EmailAfterLease
            | Failpoint::EmailAfterMark
            | Failpoint::EmailMidHandOver
            | Failpoint::EmailAfterHandOver
            | Failpoint::EmailAfterSettle
            | Failpoint::EmailAfterStopChunk
            | Failpoint::EmailAfterWinner => 2,
            Failpoint::AppendBeforeCommit | Failpoint::AppendAfterCommit => 7,
            Failpoint::RelayAfterPublish
            | Failpoint::ProjectionBeforeCommit
            | Failpoint::ProjectionAfterCommit => 5,
        };
        (point, nth)
    });
    assert_eq!(run(rounds).await, on_the_journey().count() as u64, "a point was never reached");
}

/// `FAULT_ROUNDS` more, at the first, second ... time each point is reached.
#[tokio::test(flavor = "multi_thread")]
async fn fault_rounds() {
    let rounds: u64 = std::env::var("FAULT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(0);
    if rounds == 0 {
        return;
    }
    let points = (0..rounds).map(|n| {
        let points: Vec<Failpoint> = on_the_journey().collect();
        let point = points[n as usize % points.len()];
        let often = match point {
            Failpoint::UploadAfterPut
            | Failpoint::ExportAfterPut
            | Failpoint::JobBeforeDone
            | Failpoint::DigestBeforeCommit => 1,
            // Chunks of the file.
            Failpoint::ImportAfterChunk => 4,
            _ => 10,
        };
        (point, 1 + n / points.len() as u64 % often)
    });
    let reached = run(points).await;
    eprintln!("{rounds} rounds, {reached} of them died on the way");
    assert!(reached * 10 >= rounds * 9, "a round that does not hurt tells nothing: {reached} of {rounds}");
}

/// Also of a file with everything wrong in it the end is what it would have been without the kill.
#[tokio::test(flavor = "multi_thread")]
async fn fault_in_the_middle_of_a_messy_file() {
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let folder = fresh.copy();
    let journey = Journey::with(sample(1_500, 11, &folder.folder.join("sample")));
    assert!(round(&folder, journey, Failpoint::ImportAfterChunk, 3).await);
}
