//! RabbitMQ goes away in the middle of an import and comes back.

use crate::support::alone;
use crate::support::home::fresh;
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;
use crate::support::services::broker;

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_a_broker_that_is_stopped_and_started_leaves_no_lag() {
    let fresh = fresh().await;
    let _alone = alone().await;
    let url = std::env::var("TEST_AMQP_URL").expect(
        "TEST_AMQP_URL is not set. `make test` sets it; by hand: eval \"$(scripts/test-services start)\"",
    );
    let home = fresh.copy();
    let prefix = format!("faults-{}", std::process::id());
    let settings = [("AMQP_URL", url.as_str()), ("PIVOTAL_AMQP_PREFIX", prefix.as_str())];
    let mut pivotal = Pivotal::start_with(&home, &settings);
    assert!(pivotal.is_ready().await);
    let mut journey = Journey::new();
    journey.until_it_runs(&mut pivotal).await;
    broker("stop_app");
    // The log is the delivery: without the broker people's work and the import go on.
    for _ in 0..5 {
        journey.add_contact(&pivotal.url).await;
    }
    broker("start_app");
    assert!(journey.go_on(&mut pivotal).await);
    Oracle::of(&home).await.check(&home, &journey).await;
    pivotal.stop().await;
}
