//! A rule is set with its dry run, carried out by the job, and stops before what is held.

use std::sync::Arc;
use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::email::replies::{EmailReply, Matched, Received, ReplyCommand, ReplyKind, Who, Words};
use pivotal_domain::identity::role::Role;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::keep::{Keep, Unit};
use pivotal_domain::suppression::retention::kind::{Data, Kind};
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::dry_run::DryRunsRetention;
use super::goes_before;
use super::run::RunsRetention;
use super::set::{SetRetentionRule, set_retention_rule};
use super::start::{start_dry_run, start_run};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::email::replies::expire::expire_reply;
use crate::execute::{execute, no_jobs};
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::jobs::handler::Registry;
use crate::jobs::job::JobState;
use crate::jobs::queue::JobQueue;
use crate::jobs::worker::{Worker, WorkerConfig};
use crate::ports::old_contacts::{FixedContacts, OldContact, OldContacts};
use crate::suppression::legal_holds::place::{PlaceLegalHold, place_legal_hold};

const YEAR: Keep = Keep::For { count: 1, unit: Unit::Years };

fn queue(t: &Setup) -> JobQueue {
    JobQueue::new(t.test.pools.write.clone(), t.test.clock.clone())
}

fn rule(kind: Kind, keep: Keep, dry_run: Option<Uuid>) -> SetRetentionRule {
    SetRetentionRule { kind, keep, dry_run, note: None }
}

/// Works until the job is over.
async fn work(t: &Setup, contacts: &FixedContacts, job: Uuid) -> JobState {
    let contacts: Arc<dyn OldContacts> = Arc::new(contacts.clone());
    let registry = Registry::default()
        .with(RunsRetention { ctx: t.ctx.clone(), contacts: contacts.clone() })
        .with(DryRunsRetention { ctx: t.ctx.clone(), contacts });
    let (queue, stop) = (queue(t), CancellationToken::new());
    let worker = Worker::new(queue.clone(), registry, WorkerConfig::default());
    let worker = tokio::spawn(worker.run(stop.clone()));
    let state = loop {
        let state = queue.find(job).await.unwrap().unwrap().state;
        if state.is_over() || state == JobState::Parked {
            break state;
        }
        tokio::time::sleep(Wait::from_millis(10)).await;
    };
    stop.cancel();
    worker.await.unwrap();
    state
}

/// Two contacts that were made long ago, as the clock of the test has it.
async fn old(t: &Setup) -> FixedContacts {
    let mut made = Vec::new();
    for email in ["ada@example.com", "bob@example.com"] {
        let fields = serde_json::json!({ "email": email }).as_object().unwrap().clone();
        let input = CreateContact { fields, account_id: None, idempotency_key: None };
        let id = create_contact(&t.ctx, &system(), input).await.unwrap().id;
        made.push(OldContact { id, since: t.ctx.now(), account: None });
    }
    t.test.clock.advance(Duration::days(400));
    FixedContacts(made)
}

async fn standing(t: &Setup, contact: Uuid) -> Standing {
    t.ctx.log.load::<Contact>(contact).await.unwrap().state.record.standing
}

#[tokio::test]
async fn what_is_old_is_erased_once_its_rule_was_looked_at_and_who_is_held_stays() {
    let t = Setup::new().await;
    let contacts = old(&t).await;
    let (ada, bob) = (contacts.0[0].id, contacts.0[1].id);
    let hold = PlaceLegalHold {
        over: Over::Contact(bob),
        reason: "a claim".into(),
        reference: String::new(),
        idempotency_key: None,
    };
    place_legal_hold(&t.ctx, &system(), hold).await.unwrap();
    let kind = Kind::InactiveContacts;
    let refused = set_retention_rule(&t.ctx, &system(), rule(kind, YEAR, None)).await;
    assert_eq!(code(refused), "RETENTION_DRY_RUN_NEEDED");
    let dry_run = start_dry_run(&queue(&t), &system(), kind, YEAR).await.unwrap();
    assert_eq!(work(&t, &contacts, dry_run).await, JobState::Done);
    assert_eq!(standing(&t, ada).await, Standing::Active, "a dry run deletes nothing");
    set_retention_rule(&t.ctx, &system(), rule(kind, YEAR, Some(dry_run))).await.unwrap();
    let run = start_run(&queue(&t), &system()).await.unwrap();
    assert_eq!(work(&t, &contacts, run).await, JobState::Done);
    assert_eq!((standing(&t, ada).await, standing(&t, bob).await), (Standing::Erased, Standing::Active));
    assert_eq!(t.ctx.log.load::<RetentionRules>(ID).await.unwrap().state.last_run, Some(run));
}

async fn reply(t: &Setup, from: &str, contact: Option<Uuid>, at: DateTime<Utc>) -> Uuid {
    let received = Received {
        at,
        message: None,
        campaign: None,
        contact,
        matched: Matched::None,
        kind: ReplyKind::Person,
        away_until: None,
        who: Who { address: from.into(), name: None },
        words: Words { subject: "Re: Offer".into(), text: "Yes".into() },
    };
    let id = Uuid::now_v7();
    let receive = || ReplyCommand::Receive(Box::new(received.clone()));
    execute::<EmailReply, _, _>(
        &t.ctx,
        id,
        &Metadata::system("test"),
        None,
        |loaded| Ok(loaded.state.decide(receive())?),
        no_jobs,
    )
    .await
    .unwrap();
    id
}

fn hold(over: Over) -> PlaceLegalHold {
    PlaceLegalHold { over, reason: "a claim".into(), reference: String::new(), idempotency_key: None }
}

#[tokio::test]
async fn replies_go_by_their_age_unless_whoever_wrote_them_is_held() {
    let t = Setup::new().await;
    let contacts = old(&t).await;
    let (ada, bob) = (contacts.0[0].id, contacts.0[1].id);
    let (now, long_ago) = (t.ctx.now(), t.ctx.now() - Duration::days(4 * 366));
    let of_ada = reply(&t, "ada@example.com", Some(ada), long_ago).await;
    let of_bob = reply(&t, "bob@home.example", Some(bob), long_ago).await;
    let nobodys_but_bobs = reply(&t, "BOB@example.com", None, long_ago).await;
    let of_a_stranger = reply(&t, "x@stranger.example", None, long_ago).await;
    let fresh = reply(&t, "ada@example.com", Some(ada), now).await;
    place_legal_hold(&t.ctx, &system(), hold(Over::Contact(bob))).await.unwrap();
    let run = start_run(&queue(&t), &system()).await.unwrap();
    assert_eq!(work(&t, &contacts, run).await, JobState::Done);
    let all = [of_ada, of_bob, nobodys_but_bobs, of_a_stranger, fresh];
    let loaded = t.ctx.log.load_many::<EmailReply>(&all).await.unwrap();
    let gone: Vec<bool> = loaded.iter().map(|reply| reply.state.forgotten).collect();
    assert_eq!(gone, [true, false, false, true, false]);
    assert!(loaded[0].state.words.text.is_empty() && loaded[3].state.who.address.is_empty());
    place_legal_hold(&t.ctx, &system(), hold(Over::Data(Data::Replies))).await.unwrap();
    assert!(!expire_reply(&t.ctx, fresh).await.unwrap(), "all of them are held");
}

#[tokio::test]
async fn a_sweep_goes_by_the_rule_and_not_at_all_while_all_is_held() {
    let t = Setup::new().await;
    let thirty = Some(t.ctx.now() - Duration::days(30));
    let goes = async || goes_before(&t.ctx, Kind::SignIns).await.unwrap().map(|(before, _)| before);
    assert_eq!(goes().await, thirty);
    let ninety = Keep::For { count: 90, unit: Unit::Days };
    set_retention_rule(&t.ctx, &system(), rule(Kind::SignIns, ninety, None)).await.unwrap();
    let before = Some(t.ctx.now() - Duration::days(90));
    assert_eq!(goes().await, before);
    let hold = PlaceLegalHold {
        over: Over::Data(Data::SignIns),
        reason: "an inquiry".into(),
        reference: String::new(),
        idempotency_key: None,
    };
    place_legal_hold(&t.ctx, &system(), hold).await.unwrap();
    assert_eq!(goes().await, None);
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    let t = Setup::new().await;
    for (role, answer) in [
        (Role::Admin, "accepted"),
        (Role::DataOps, "forbidden"),
        (Role::CampaignManager, "forbidden"),
        (Role::QaAnalyst, "forbidden"),
        (Role::Agent, "forbidden"),
    ] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        let longer = Keep::For { count: 60, unit: Unit::Days };
        let set = set_retention_rule(&t.ctx, &actor, rule(Kind::SignIns, longer, None)).await;
        assert_eq!(code(set), answer, "{role}");
        assert_eq!(code(start_run(&queue(&t), &actor).await), answer, "{role}");
        let dry_run = start_dry_run(&queue(&t), &actor, Kind::ImportFiles, YEAR).await;
        assert_eq!(code(dry_run), answer, "{role}");
    }
}

#[tokio::test]
async fn two_who_run_it_at_once_run_it_once() {
    let t = Setup::new().await;
    let (queue, actor) = (queue(&t), system());
    let (one, other) = tokio::join!(start_run(&queue, &actor), start_run(&queue, &actor));
    assert_eq!(one.unwrap(), other.unwrap());
    let keep = Keep::For { count: 1, unit: Unit::Days };
    let (one, other) = tokio::join!(
        start_dry_run(&queue, &actor, Kind::ExportFiles, keep),
        start_dry_run(&queue, &actor, Kind::ExportFiles, keep)
    );
    assert_eq!(one.unwrap(), other.unwrap());
}

#[tokio::test]
async fn a_rule_is_not_set_on_a_dry_run_of_another_nor_on_one_of_yesterday() {
    let t = Setup::new().await;
    let contacts = old(&t).await;
    let kind = Kind::InactiveContacts;
    let dry_run = start_dry_run(&queue(&t), &system(), kind, YEAR).await.unwrap();
    assert_eq!(work(&t, &contacts, dry_run).await, JobState::Done);
    // It deletes more than what was looked at.
    let shorter = Keep::For { count: 6, unit: Unit::Months };
    let more = set_retention_rule(&t.ctx, &system(), rule(kind, shorter, Some(dry_run))).await;
    assert_eq!(code(more), "RETENTION_DRY_RUN_OF_ANOTHER");
    let other =
        set_retention_rule(&t.ctx, &system(), rule(Kind::ArchivedContacts, YEAR, Some(dry_run))).await;
    assert_eq!(code(other), "RETENTION_DRY_RUN_OF_ANOTHER");
    t.test.clock.advance(Duration::hours(24) + Duration::minutes(1));
    let late = set_retention_rule(&t.ctx, &system(), rule(kind, YEAR, Some(dry_run))).await;
    assert_eq!(code(late), "RETENTION_DRY_RUN_TOO_OLD");
    assert_eq!(t.ctx.log.load::<RetentionRules>(ID).await.unwrap().state.keep(kind), Keep::Forever);
}
