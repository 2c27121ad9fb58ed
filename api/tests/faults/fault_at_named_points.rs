//! kill -9 at every named place in the code.

use pivotal_log::failpoint::{ENABLED, Failpoint};

use crate::support::alone;
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Home, Pivotal};

/// A Pivotal that was started once and has done nothing: each round begins there.
async fn fresh() -> Home {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let home = Home::new();
    Pivotal::start(&home).await.stop().await;
    home
}

/// Whether the point was reached. The end must be right in either case.
async fn round(fresh: &Home, point: Failpoint, nth: u64) -> bool {
    let home = fresh.copy();
    let failpoint = format!("{}:{nth}", point.name());
    let mut journey = Journey::new();
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

#[tokio::test(flavor = "multi_thread")]
async fn fault_at_each_named_point_once() {
    let _alone = alone().await;
    let fresh = fresh().await;
    for point in Failpoint::ALL {
        // Far enough in to be in the middle of the work, where there is a middle.
        let nth = match point {
            Failpoint::UploadAfterPut | Failpoint::JobBeforeDone => 1,
            Failpoint::ImportAfterChunk => 2,
            Failpoint::AppendBeforeCommit | Failpoint::AppendAfterCommit => 7,
            Failpoint::RelayAfterPublish
            | Failpoint::ProjectionBeforeCommit
            | Failpoint::ProjectionAfterCommit => 5,
        };
        assert!(round(&fresh, point, nth).await, "{} was never reached", point.name());
        eprintln!("{} passed", point.name());
    }
}

/// `FAULT_ROUNDS` more, at the first, second ... time each point is reached.
#[tokio::test(flavor = "multi_thread")]
async fn fault_rounds() {
    let rounds: u64 = std::env::var("FAULT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(0);
    if rounds == 0 {
        return;
    }
    let _alone = alone().await;
    let fresh = fresh().await;
    let mut reached = 0;
    for n in 0..rounds {
        let point = Failpoint::ALL[(n % Failpoint::ALL.len() as u64) as usize];
        let often = match point {
            Failpoint::UploadAfterPut | Failpoint::JobBeforeDone => 1,
            // Chunks of the file.
            Failpoint::ImportAfterChunk => 4,
            _ => 10,
        };
        let nth = 1 + n / Failpoint::ALL.len() as u64 % often;
        reached += u64::from(round(&fresh, point, nth).await);
        eprintln!("round {}: {}:{nth}", n + 1, point.name());
    }
    eprintln!("{rounds} rounds, {reached} of them died on the way");
    assert!(reached * 10 >= rounds * 9, "a round that does not hurt tells nothing: {reached} of {rounds}");
}
