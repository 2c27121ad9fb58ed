//! What becomes of contacts, how hosts are treated, and what happens to a run that is stopped.

use pivotal_commands::audience::contact_runs::progress::asked;
use pivotal_commands::audience::email_verification::Limits;
use pivotal_commands::audience::email_verification::after_import::verify_after_import;
use pivotal_commands::audience::email_verification::cancel::cancel_verification;
use pivotal_commands::audience::email_verification::start::{VerifyEmails, verify_emails};
use pivotal_commands::audience::record::asker::Asker;
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::mailbox_probe::{Trouble, WrittenHost};
use pivotal_domain::audience::contact_runs::{End, RunCounts};
use pivotal_domain::audience::email_verification::facts::EmailVerificationFact;
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;
use pivotal_domain::audience::email_verification::reply::Said;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use crate::support::{World, hasty, hosts};

fn texts(emails: &[&str]) -> Vec<String> {
    emails.iter().map(|email| (*email).to_owned()).collect()
}

fn knows(emails: &[&str]) -> WrittenHost {
    WrittenHost::Knows(texts(emails))
}

#[tokio::test]
async fn each_contact_says_what_was_found_out_and_why() {
    let domains = vec![
        ("norhavn.test", hosts(&["mx.norhavn.test"])),
        ("all.test", hosts(&["mx.all.test"])),
        ("never.test", Some(MailDomain::RefusesMail)),
        ("silent.test", None),
        ("slow.test", hosts(&["mx.slow.test"])),
        ("inside.test", hosts(&["mx.inside.test"])),
        ("second.test", hosts(&["mx.away.test", "mx.norhavn.test"])),
    ];
    let probe = vec![
        ("mx.norhavn.test", knows(&["ada@norhavn.test", "bob@second.test"])),
        ("mx.all.test", WrittenHost::TakesAll),
        ("mx.slow.test", WrittenHost::Says(Said::Later)),
        ("mx.inside.test", WrittenHost::Troubled(Trouble::Private)),
    ];
    let mut world = World::new(domains, Some(probe)).await;
    let expected = [
        ("ada@norhavn.test", "valid", "accepted"),
        ("gone@norhavn.test", "invalid", "no_mailbox"),
        ("any@all.test", "catch_all", "catch_all"),
        ("any@never.test", "invalid", "no_mail_accepted"),
        ("any@nowhere.test", "invalid", "no_domain"),
        ("any@silent.test", "unknown", "dns_failed"),
        ("any@slow.test", "unknown", "greylisted"),
        ("any@inside.test", "unknown", "private_host"),
        ("bob@second.test", "valid", "accepted"),
        ("ada@mailinator.com", "disposable", "disposable_domain"),
        ("not an address", "invalid", "bad_syntax"),
    ];
    let ids = world.contacts(&expected.map(|(email, ..)| email.to_owned())).await;
    let nameless = world.contacts(&texts(&[""])).await[0];
    let (id, ended) = world.done(false).await;
    for (contact, (email, status, reason)) in ids.iter().zip(expected) {
        let said = (Some(status.to_owned()), Some(reason.to_owned()));
        assert_eq!(world.said(*contact).await, said, "{email}");
    }
    assert_eq!(world.said(nameless).await, (None, None));
    assert_eq!(ended.end, End::Completed);
    assert_eq!((ended.counts.done(), ended.counts.no_email, ended.counts.not_run), (12, 1, 0));
    assert_eq!(world.progressed(id).await.counts, ended.counts);
    // Nobody is asked by name who the sender is: only RCPT, and a stranger first.
    let asked = world.probe.as_ref().unwrap().asked.lock().unwrap().clone();
    assert!(asked.iter().all(|question| {
        question.stranger.as_ref().is_none_or(|one| one.split('@').next().unwrap().len() == 15)
    }));
}

#[tokio::test]
async fn what_is_known_is_not_asked_again_unless_somebody_wants_it() {
    let domains = vec![("norhavn.test", hosts(&["mx.norhavn.test"]))];
    let mut world = World::new(domains, Some(vec![("mx.norhavn.test", knows(&["ada@norhavn.test"]))])).await;
    world.contacts(&texts(&["ada@norhavn.test", "gone@norhavn.test"])).await;
    world.done(false).await;
    let asked = || world.probe.as_ref().unwrap().asked.lock().unwrap().len();
    let (first, names) = (asked(), world.dns.asked.lock().unwrap().len());
    let (_, second) = world.done(false).await;
    assert_eq!((asked(), world.dns.asked.lock().unwrap().len()), (first, names));
    assert_eq!((second.counts.known, second.counts.changed), (2, 0));
    let (_, third) = world.done(true).await;
    assert!(asked() > first && third.counts.known == 0);
}

#[tokio::test]
async fn without_mail_servers_only_what_name_servers_say_is_known() {
    let domains =
        vec![("norhavn.test", hosts(&["mx.norhavn.test"])), ("never.test", Some(MailDomain::NoServer))];
    let mut world = World::new(domains, None).await;
    let ids = world.contacts(&texts(&["ada@norhavn.test", "any@never.test"])).await;
    world.done(false).await;
    assert_eq!(world.said(ids[0]).await.1.as_deref(), Some("not_asked"));
    assert_eq!(world.said(ids[1]).await, (Some("invalid".into()), Some("no_mail_server".into())));
}

/// Its failures are counted, it is left alone, and the others do not wait for it.
#[tokio::test]
async fn a_host_that_never_answers_holds_up_nobody() {
    let domains =
        vec![("hangs.test", hosts(&["mx.hangs.test"])), ("norhavn.test", hosts(&["mx.norhavn.test"]))];
    let probe = vec![
        ("mx.hangs.test", WrittenHost::Troubled(Trouble::Silent)),
        ("mx.norhavn.test", knows(&["ada@norhavn.test"])),
    ];
    let mut world = World::new(domains, Some(probe)).await;
    world.contacts(&(0..2_000).map(|n| format!("p{n}@hangs.test")).collect::<Vec<_>>()).await;
    let ada = world.contacts(&texts(&["ada@norhavn.test"])).await[0];
    let (_, ended) = world.done(false).await;
    assert_eq!((ended.counts.unknown, ended.counts.valid), (2_000, 1));
    assert_eq!(world.said(ada).await.0.as_deref(), Some("valid"));
    let asked = world.probe.as_ref().unwrap().asked.lock().unwrap().clone();
    let hung = asked.iter().filter(|question| question.host == "mx.hangs.test").count();
    assert_eq!(hung, 3, "and then it was left alone");
}

#[tokio::test]
async fn one_run_asks_one_host_only_so_much_and_in_small_conversations() {
    let domains = vec![("norhavn.test", hosts(&["mx.norhavn.test"]))];
    let everybody: Vec<String> = (0..90).map(|n| format!("p{n}@norhavn.test")).collect();
    let probe = vec![("mx.norhavn.test", WrittenHost::Knows(everybody.clone()))];
    let mut world = World::new(domains, Some(probe)).await;
    world.limits = Limits { mailboxes: 10, host_budget: 41, ..hasty() };
    world.contacts(&everybody).await;
    let (_, ended) = world.done(false).await;
    assert_eq!((ended.counts.valid, ended.counts.unknown), (40, 50));
    let asked = world.probe.as_ref().unwrap().asked.lock().unwrap().clone();
    assert_eq!(asked.iter().map(|question| question.mailboxes.len()).collect::<Vec<_>>(), [10; 4]);
    assert_eq!(asked.iter().filter(|question| question.stranger.is_some()).count(), 1);
}

#[tokio::test]
async fn a_run_that_is_cancelled_keeps_what_it_found_and_counts_the_rest() {
    let mut world = World::new(vec![], None).await;
    world.contacts(&texts(&["a@nowhere.test", "b@nowhere.test"])).await;
    let id = world.start(false).await;
    cancel_verification(&world.ctx, &world.actor, id).await.unwrap();
    let working = world.work();
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    assert_eq!((ended.end, ended.counts.done() + ended.counts.not_run), (End::Cancelled, 2));
    // Again is no mistake; of one that has run out it is.
    cancel_verification(&world.ctx, &world.actor, id).await.unwrap();
    let (over, _) = world.done(false).await;
    assert!(matches!(
        cancel_verification(&world.ctx, &world.actor, over).await,
        Err(CommandError::Rejected(_))
    ));
    let nothing = cancel_verification(&world.ctx, &world.actor, Uuid::now_v7()).await;
    assert!(matches!(nothing, Err(CommandError::NotFound(_))));
}

#[tokio::test]
async fn the_list_is_not_kept_when_the_run_is_over_and_the_log_holds_no_address() {
    let mut world = World::new(vec![], None).await;
    world.contacts(&texts(&["ada@nowhere.test"])).await;
    world.done(false).await;
    let kept: i64 =
        sqlx::query_scalar("select count(*) from jobs.queue where payload -> 'filter' <> 'null'::jsonb")
            .fetch_one(&world.log.pools.write)
            .await
            .unwrap();
    assert_eq!(kept, 0);
    let told: Vec<String> = sqlx::query_scalar("select payload::text from log.facts")
        .fetch_all(&world.log.pools.write)
        .await
        .unwrap();
    assert!(told.len() == 3 && told.iter().all(|fact| !fact.contains("nowhere")), "{told:?}");
}

#[tokio::test]
async fn a_run_that_an_import_asked_for_is_told_when_its_turn_comes() {
    let mut world = World::new(vec![], None).await;
    world.contacts(&texts(&["ada@nowhere.test"])).await;
    let import = Uuid::now_v7();
    let job = verify_after_import(import, &Asker::of(&world.actor), world.ctx.now()).unwrap();
    let id: Uuid = serde_json::from_value(job.payload["run"].clone()).unwrap();
    world.queue.enqueue(&job).await.unwrap();
    assert_eq!(asked::<EmailVerificationFact>(&world.ctx, id).await.unwrap(), None);
    let working = world.work();
    world.queue.wake();
    let ended = world.until(|| world.ended(id)).await;
    working.stop().await;
    let asked = asked::<EmailVerificationFact>(&world.ctx, id).await.unwrap().unwrap();
    assert_eq!((asked.import, asked.job, asked.by), (Some(import), job.id, world.actor.user_id));
    assert_eq!((ended.end, ended.counts.done()), (End::Completed, 1));
}

#[tokio::test]
async fn who_may_not_verify_is_refused_and_nothing_is_no_list() {
    let world = World::new(vec![], None).await;
    let verify = |ids: Option<Vec<Uuid>>| VerifyEmails {
        filter: ListFilter { ids, ..ListFilter::default() },
        expected: None,
        again: false,
        mailboxes: false,
    };
    for role in [Role::QaAnalyst, Role::Agent, Role::ClientUser] {
        let client_id = role.is_client().then_some(Uuid::from_u128(5));
        let actor = Actor { role, client_id, ..world.actor.clone() };
        let refused = verify_emails(&world.ctx, &actor, verify(None), None).await;
        assert!(matches!(refused, Err(CommandError::Forbidden(_))), "{role:?}");
    }
    let refused = verify_emails(&world.ctx, &world.actor, verify(Some(vec![])), None).await;
    assert!(matches!(refused, Err(CommandError::Rejected(_))));
    let key = Some("once");
    let first = verify_emails(&world.ctx, &world.actor, verify(None), key).await.unwrap();
    assert_eq!(verify_emails(&world.ctx, &world.actor, verify(None), key).await.unwrap().id, first.id);
}
