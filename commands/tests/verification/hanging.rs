//! Mail servers that take the connection and then say nothing, and what happens to a run meanwhile: it stays bounded, the others go
//! on, it is cancelled at once, and who is erased while they are asked about is not remembered.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pivotal_commands::audience::contact_runs::progress::ended;
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_commands::audience::email_verification::cancel::cancel_verification;
use pivotal_commands::audience::email_verification::forget::forget;
use pivotal_commands::audience::imports::person::Person;
use pivotal_commands::ports::mailbox_probe::{Trouble, WrittenHost};
use pivotal_domain::audience::contact_runs::{End, RunCounts};
use pivotal_domain::audience::email_verification::facts::EmailVerificationFact;
use tokio::sync::Semaphore;

use crate::support::{World, holding, hosts};

/// How long a conversation with one that hangs takes, until the port gives it up.
const GIVEN_UP_AFTER: Duration = Duration::from_millis(500);

fn addresses(count: usize, domain: &str) -> Vec<String> {
    (0..count).map(|n| format!("p{n}@{domain}")).collect()
}

fn asked_of(world: &World, host: &str) -> usize {
    let asked = world.probe.as_ref().unwrap().asked.lock().unwrap();
    asked.iter().filter(|question| question.host == host).count()
}

/// 2,000 addresses at two of them: each costs what three conversations with it take, however many addresses it has.
#[tokio::test]
async fn a_run_over_hosts_that_hang_is_over_soon_and_the_others_are_asked() {
    let names = ["hangs.test", "stuck.test"];
    let mut domains: Vec<_> = names.map(|name| (name, hosts(&[format!("mx.{name}").as_str()]))).into();
    domains.push(("norhavn.test", hosts(&["mx.norhavn.test"])));
    let mut world = World::new(domains, None).await;
    let people = addresses(100, "norhavn.test");
    let permits = Arc::new(Semaphore::new(0));
    let silent = WrittenHost::Troubled(Trouble::Silent);
    world.probe = Some(holding(
        &[
            ("mx.hangs.test", silent.clone()),
            ("mx.stuck.test", silent),
            ("mx.norhavn.test", WrittenHost::Knows(people.clone())),
        ],
        &[("mx.hangs.test", &permits), ("mx.stuck.test", &permits)],
    ));
    for name in names {
        world.contacts(&addresses(1_000, name)).await;
    }
    // Behind all of theirs.
    world.contacts(&people).await;
    let gives_up = tokio::spawn({
        let permits = Arc::clone(&permits);
        async move {
            loop {
                tokio::time::sleep(GIVEN_UP_AFTER).await;
                permits.add_permits(1);
            }
        }
    });
    let began = Instant::now();
    let (_, ended) = world.done(false).await;
    gives_up.abort();
    assert_eq!((ended.end, ended.counts.unknown, ended.counts.valid), (End::Completed, 2_000, 100));
    assert_eq!(ended.counts.done(), 2_100, "each is told of");
    for host in ["mx.hangs.test", "mx.stuck.test"] {
        assert_eq!(asked_of(&world, host), 3, "{host} is left alone after that");
    }
    // Six conversations are 3 s; one for every twenty addresses would be 50 s.
    assert!(began.elapsed() < Duration::from_secs(40), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_run_that_waits_for_one_that_hangs_is_cancelled_at_once() {
    let mut world = World::new(vec![("hangs.test", hosts(&["mx.hangs.test"]))], None).await;
    let never = Arc::new(Semaphore::new(0));
    let silent = WrittenHost::Troubled(Trouble::Silent);
    world.probe = Some(holding(&[("mx.hangs.test", silent)], &[("mx.hangs.test", &never)]));
    world.contacts(&addresses(2_000, "hangs.test")).await;
    let working = world.work();
    let id = world.start(false).await;
    world.until(|| async { (asked_of(&world, "mx.hangs.test") > 0).then_some(()) }).await;
    let began = Instant::now();
    cancel_verification(&world.ctx, &world.actor, id).await.unwrap();
    let ended = world.until(|| async { ended::<EmailVerificationFact>(&world.ctx, id).await.unwrap() }).await;
    // The host never says anything: whoever waited for it would wait for good.
    assert!(began.elapsed() < Duration::from_secs(30), "nobody waits for the host: {:?}", began.elapsed());
    working.stop().await;
    assert_eq!((ended.end, ended.counts.done(), ended.counts.not_run), (End::Cancelled, 0, 2_000));
    let free: i64 = sqlx::query_scalar(
        "select count(*) from jobs.mail_hosts where host = 'mx.hangs.test' and held_until is not null",
    )
    .fetch_one(&world.log.pools.write)
    .await
    .unwrap();
    assert_eq!(free, 0, "the host is given back");
}

/// The answer comes when the erasure has cleared what was known: it must not be remembered then.
#[tokio::test]
async fn what_a_host_says_of_somebody_who_was_erased_meanwhile_is_not_kept() {
    let mut world = World::new(vec![("norhavn.test", hosts(&["mx.norhavn.test"]))], None).await;
    let permits = Arc::new(Semaphore::new(0));
    let knows = WrittenHost::Knows(vec!["ada@norhavn.test".into(), "bob@norhavn.test".into()]);
    world.probe = Some(holding(&[("mx.norhavn.test", knows)], &[("mx.norhavn.test", &permits)]));
    let ids = world.contacts(&["ada@norhavn.test".to_owned(), "bob@norhavn.test".to_owned()]).await;
    let working = world.work();
    let id = world.start(false).await;
    world.until(|| async { (asked_of(&world, "mx.norhavn.test") > 0).then_some(()) }).await;
    let erase = EraseContact { id: ids[0], request: "r-1".into(), confirm: true };
    erase_contact(&world.ctx, &world.actor, erase).await.unwrap();
    let hers: BTreeSet<String> = ["ada@norhavn.test".to_owned()].into();
    forget(&world.ctx, &hers, &Person::new(hers.clone()), &BTreeSet::new()).await.unwrap();
    permits.add_permits(100);
    let ended = world.until(|| async { ended::<EmailVerificationFact>(&world.ctx, id).await.unwrap() }).await;
    working.stop().await;
    assert_eq!((ended.counts.valid, ended.counts.refused), (1, 1), "{:?}", ended.counts);
    assert_eq!(world.said(ids[0]).await, (None, None));
    let remembered: i64 = sqlx::query_scalar("select count(*) from jobs.mailbox_verdicts")
        .fetch_one(&world.log.pools.write)
        .await
        .unwrap();
    assert_eq!(remembered, 1, "only what was said of the other");
}
