//! What is kept of running campaigns: queues that empty by themselves, ends, pauses, the winner of a test.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use pivotal_commands::campaigns::campaigns::choose_winner::choose_winner;
use pivotal_commands::campaigns::campaigns::test_result::test_result;
use pivotal_commands::email::sending::gauges::{Standing, standing};
use pivotal_commands::email::sending::health::{Counts, count};
use pivotal_commands::email::sending::stop::forget_recipients;
use pivotal_commands::email::templates::forget::forget as forget_tests;
use pivotal_commands::email::tracking::unsubscribe::{Choice, leave};
use pivotal_commands::email::tracking::upkeep::forget;
use pivotal_commands::error::CommandError;
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::ports::test_figures::{Figures, FixedFigures};
use pivotal_commands::suppression::guard::{Contacted, suppressed};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::campaigns::campaigns::content::{AbTest, Decides, Metric, Otherwise};
use pivotal_domain::campaigns::campaigns::happened::PauseReason;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::email::sending::variants::variant_of;
use pivotal_domain::email::statistics::proportion::Share;
use pivotal_domain::email::statistics::{Decision, TooEarly};
use pivotal_domain::email::tracking::unsubscribe::token;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::append::{Append, Lane, NewJob};
use uuid::Uuid;

use crate::support::{ACCOUNT, Launch, World, address, states};

#[tokio::test]
async fn whoever_is_suppressed_leaves_the_queue_before_their_turn() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(3).await)).await;
    world.suppress(&address(1)).await;
    world.keep().await;
    assert_eq!(world.states(campaign).await, states(&[("excluded: suppressed", 1), ("pending", 2)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn whoever_is_suppressed_in_the_campaign_or_for_its_brand_leaves_it_and_no_other() {
    let world = World::new().await;
    let members = world.people(4).await;
    let campaign = world.launched(world.launch(members.clone())).await;
    let other = world.launched(world.launch(members)).await;
    let made = world.ctx.log.load::<Campaign>(campaign).await.unwrap().state.made.unwrap();
    world.suppress_within(&address(1), Reach::Campaign(campaign)).await;
    // Twice over, and left out once.
    world.suppress_within(&address(2), Reach::Campaign(campaign)).await;
    world.suppress_within(&address(2), Reach::Brand(made.brand)).await;
    world.keep().await;
    assert_eq!(world.states(campaign).await, states(&[("excluded: suppressed", 2), ("pending", 2)]));
    assert_eq!(world.states(other).await, states(&[("excluded: suppressed", 1), ("pending", 3)]));
    world.must_balance(campaign).await;
    world.must_balance(other).await;
}

#[tokio::test]
async fn a_stopped_campaign_has_nobody_waiting() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(700).await)).await;
    world.command(campaign, CampaignCommand::Stop { reason: None, at: world.ctx.now() }).await;
    world.must_balance(campaign).await;
    world.keep().await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("excluded: stopped", 700)]));
    assert!(world.taken_for().is_empty());
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn whoever_is_erased_waits_no_longer() {
    let world = World::new().await;
    let members = world.people(2).await;
    let campaign = world.launched(world.launch(members.clone())).await;
    forget_recipients(&world.ctx, members[0].contact).await.unwrap();
    forget_recipients(&world.ctx, members[0].contact).await.unwrap();
    assert_eq!(world.states(campaign).await, states(&[("excluded: erased", 1), ("pending", 1)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn how_long_the_first_waits_and_what_is_on_its_way_is_known_by_account() {
    let world = World::new().await;
    assert!(standing(&world.sending).await.unwrap().is_empty());
    world.launched(world.launch(world.people(3).await)).await;
    world.log.clock.advance(TimeDelta::seconds(90));
    let waiting = standing(&world.sending).await.unwrap()[ACCOUNT];
    assert_eq!(waiting.queue_age.num_seconds(), 90);
    assert_eq!((waiting.handing_over, waiting.handing_over_age), (0, TimeDelta::zero()));
    sqlx::query("update guard.email_recipients set state = 'sending', message = contact, marked_at = $1")
        .bind(world.ctx.now() - TimeDelta::seconds(20))
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    let marked = standing(&world.sending).await.unwrap()[ACCOUNT];
    assert_eq!((marked.handing_over, marked.handing_over_age.num_seconds()), (3, 20));
    assert_eq!(marked.queue_age, Standing::default().queue_age, "nobody waits");
}

#[tokio::test]
async fn what_an_erased_person_was_sent_leaves_the_test_mailbox() {
    let world = World::new().await;
    let members = world.people(2).await;
    world.launched(world.launch(members.clone())).await;
    world.send_all().await;
    sqlx::query(
        "insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body, html) select message, marked_at, '', 'somebody', '', '', 'to somebody' from guard.email_recipients",
    )
    .execute(&world.log.pools.write)
    .await
    .unwrap();
    forget(&world.ctx, members[0].contact, &BTreeSet::new()).await.unwrap();
    let left: Vec<Uuid> = sqlx::query_scalar(
        "select r.contact from mail.mailbox m join guard.email_recipients r on r.message = m.id",
    )
    .fetch_all(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(left, [members[1].contact]);
}

#[tokio::test]
async fn tests_that_showed_an_erased_person_leave_the_test_mailbox() {
    let world = World::new().await;
    let [erased, other] = [Uuid::from_u128(0xdead), Uuid::from_u128(0xbeef)];
    let queue = JobQueue::new(world.log.pools.write.clone(), world.ctx.clock.clone());
    let mut stays = Vec::new();
    for kind in [kinds::EMAIL_TEST_SEND, kinds::CAMPAIGN_SEED_TEST] {
        for contact in [erased, other] {
            let payload = serde_json::json!({ "contact": contact });
            let job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, payload).unwrap();
            queue.enqueue(&job).await.unwrap();
            sqlx::query("insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body, html) values ($1, now(), '', 'us', '', '', 'of somebody')")
                .bind(job.id)
                .execute(&world.log.pools.write)
                .await
                .unwrap();
            if contact == other {
                stays.push(job.id);
            }
        }
    }
    forget_tests(&world.ctx, erased).await.unwrap();
    let left: Vec<Uuid> = sqlx::query_scalar("select id from mail.mailbox order by id")
        .fetch_all(&world.log.pools.read)
        .await
        .unwrap();
    stays.sort_unstable();
    assert_eq!(left, stays);
}

#[tokio::test]
async fn who_leaves_after_a_merge_leaves_with_the_address_that_was_written_to() {
    let world = World::new().await;
    let members = world.people(2).await;
    let campaign = world.launched(world.launch(members[..1].to_vec())).await;
    world.send_all().await;
    let mail = world.provider.taken().remove(0);
    let (at, survivor) = (world.ctx.now(), members[1].contact);
    let mut append = Append::new(Lane::Bulk);
    let merged = ContactEvent::ContactMergedInto { source: Source::Ui, at, survivor };
    append.events::<Contact>(members[0].contact, 1, vec![merged], &world.actor.metadata()).unwrap();
    world.ctx.log.append(append).await.unwrap();
    let key = &world.sending.links.key;
    leave(&world.ctx, key, &token(campaign, mail.id, key), Choice::Everything).await.unwrap().unwrap();
    let asked = [0, 1].map(|n| Contacted { email: Some(address(n)), ..Contacted::default() });
    let held = suppressed(&world.log.pools.write, &world.ctx.log.blind, &asked, at).await.unwrap();
    let numbers: Vec<usize> = held.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [0, 1], "the person, and the address that nobody has any more");
}

#[tokio::test]
async fn a_campaign_that_ends_leaves_the_rest_out() {
    let world = World::new().await;
    let launch = world.launch(world.people(4).await);
    let mut schedule = launch.schedule.clone();
    schedule.ends = Some(world.ctx.now() + TimeDelta::hours(1));
    let campaign = world.launched(Launch { schedule, ..launch }).await;
    world.log.clock.advance(TimeDelta::hours(1));
    world.send_all().await;
    world.keep().await;
    assert_eq!(world.states(campaign).await, states(&[("excluded: not_in_window", 4)]));
    assert_eq!(world.state(campaign).await, State::Completed);
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn too_many_bounces_and_complaints_pause_with_their_numbers() {
    let world = World::new().await;
    let pool = world.sending.claims.pool().clone();
    for (counts, reason) in [
        (Counts { sent: 180, hard: 20, ..Counts::default() }, PauseReason::Bounces),
        (Counts { sent: 2_000, complaints: 8, ..Counts::default() }, PauseReason::Complaints),
    ] {
        let campaign = world.launched(world.launch(world.people(1).await)).await;
        count(&pool, campaign, "norhavn.example", counts, world.ctx.now()).await.unwrap();
        world.keep().await;
        let made = world.made(campaign).await;
        assert_eq!((made.state, made.paused), (State::Paused, Some(reason)));
        assert!(world.taken_for().is_empty());
    }
}

#[tokio::test]
async fn who_is_resumed_is_judged_by_what_comes_after() {
    let world = World::new().await;
    let pool = world.sending.claims.pool().clone();
    let campaign = world.launched(world.launch(world.people(1).await)).await;
    let counts = Counts { sent: 2_000, complaints: 8, ..Counts::default() };
    count(&pool, campaign, "norhavn.example", counts, world.ctx.now()).await.unwrap();
    world.keep().await;
    let made = world.made(campaign).await;
    assert_eq!((made.state, made.paused), (State::Paused, Some(PauseReason::Complaints)));
    let resume = CampaignCommand::Resume {
        epoch: made.launched.unwrap().epoch,
        accepted_after_restore: false,
        reason: Some("The list it came from is gone".into()),
        at: world.ctx.now(),
    };
    world.command(campaign, resume).await;
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Running, "somebody knew of these");
    world.log.clock.advance(TimeDelta::minutes(2));
    count(&pool, campaign, "norhavn.example", counts, world.ctx.now()).await.unwrap();
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Paused);
}

fn tested(world: &World, share_percent: u8, otherwise: Otherwise) -> Launch {
    let mut launch = world.launch(Vec::new());
    launch.content.variants.push(world.variant('B'));
    launch.content.test = Some(AbTest {
        metric: Metric::Clicked,
        share_percent,
        runs_for_minutes: 60,
        decides: Decides::Test { otherwise },
    });
    launch
}

/// Subjects of what was taken, by how many there are.
fn subjects(world: &World) -> BTreeMap<String, usize> {
    let mut subjects = BTreeMap::new();
    for email in world.provider.taken() {
        *subjects.entry(email.written().subject.as_str().to_owned()).or_default() += 1;
    }
    subjects
}

#[tokio::test]
async fn the_rest_gets_the_winner_once_the_test_is_over() {
    let world = World::new().await;
    let launch = Launch { members: world.people(200).await, ..tested(&world, 50, Otherwise::Wait) };
    let campaign = world.launched(launch).await;
    world.send_all().await;
    let tried = subjects(&world);
    let sent: usize = tried.values().sum();
    assert!((60..140).contains(&sent) && tried.len() == 2, "about a half, in two: {tried:?}");
    let figures = Figures { variants: vec![Share::new(20, 500), Share::new(80, 500)], unjudged: 0 };
    world.keep_with(figures.clone()).await;
    assert_eq!(world.made(campaign).await.winner, None, "it is not over");
    assert_eq!(world.state(campaign).await, State::Running, "others wait for it");
    world.log.clock.advance(TimeDelta::minutes(60));
    world.keep_with(Figures { unjudged: 1, ..figures.clone() }).await;
    assert_eq!(world.made(campaign).await.winner, None, "hits of the last moments are not judged");
    world.keep_with(figures).await;
    assert_eq!(world.made(campaign).await.winner, Some('B'));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 200)]));
    assert_eq!(subjects(&world)["Variant A"], tried["Variant A"], "the rest got the winner");
    world.must_balance(campaign).await;
}

/// A person's word on a test: whether it was news, or why not.
async fn choose(world: &World, campaign: Uuid, variant: char) -> Result<bool, String> {
    let figures = FixedFigures::default();
    match choose_winner(&world.ctx, &figures, &world.actor, campaign, variant).await {
        Ok(done) => Ok(done.position.is_some()),
        Err(CommandError::Rejected(rejections)) => Err(rejections[0].code.clone()),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_person_chooses_at_any_time_and_once() {
    let world = World::new().await;
    let members = world.people(100).await;
    let alone = world.launch(members[..1].to_vec());
    let launch = Launch { members, ..tested(&world, 50, Otherwise::Wait) };
    let campaign = world.launched(launch).await;
    world.send_all().await;
    let tried = subjects(&world);
    assert_eq!(choose(&world, campaign, 'C').await, Err("CAMPAIGN_NO_SUCH_VARIANT".to_owned()));
    assert_eq!(choose(&world, campaign, 'B').await, Ok(true));
    assert_eq!(choose(&world, campaign, 'B').await, Ok(false), "it is so already");
    assert_eq!(choose(&world, campaign, 'A').await, Err("CAMPAIGN_WINNER_CHOSEN".to_owned()));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 100)]));
    assert_eq!(subjects(&world)["Variant A"], tried["Variant A"], "the rest got what was chosen");
    let untested = world.launched(alone).await;
    assert_eq!(choose(&world, untested, 'A').await, Err("CAMPAIGN_NO_SUCH_VARIANT".to_owned()));
}

#[tokio::test]
async fn how_a_test_stands_is_told_before_and_after_its_end() {
    let world = World::new().await;
    let members = world.people(10).await;
    let alone = world.launch(members[..1].to_vec());
    let launch = Launch { members, ..tested(&world, 50, Otherwise::Wait) };
    let campaign = world.launched(launch).await;
    let variants = vec![Share::new(20, 500), Share::new(80, 500)];
    let figures = FixedFigures(Figures { variants, unjudged: 3 });
    let before = test_result(&world.ctx, &figures, &world.actor, campaign).await.unwrap().unwrap();
    assert_eq!((before.is_over, before.winner, before.unjudged), (false, None, 3));
    assert_eq!(before.outcome.decision, Decision::TooEarly(TooEarly::Running));
    world.log.clock.advance(TimeDelta::minutes(60));
    let after = test_result(&world.ctx, &figures, &world.actor, campaign).await.unwrap().unwrap();
    assert_eq!((after.is_over, after.ends_at), (true, before.ends_at));
    assert_eq!(after.outcome.decision, Decision::Winner(1));
    let untested = world.launched(alone).await;
    assert_eq!(test_result(&world.ctx, &figures, &world.actor, untested).await.unwrap(), None);
}

#[tokio::test]
async fn without_a_difference_it_is_as_somebody_said_before() {
    for (otherwise, winner) in [(Otherwise::Wait, None), (Otherwise::Leader, Some('A'))] {
        let world = World::new().await;
        let launch = Launch { members: world.people(20).await, ..tested(&world, 50, otherwise) };
        let campaign = world.launched(launch).await;
        world.log.clock.advance(TimeDelta::minutes(61));
        let variants = vec![Share::new(21, 500), Share::new(20, 500)];
        world.keep_with(Figures { variants, unjudged: 0 }).await;
        assert_eq!(world.made(campaign).await.winner, winner);
    }
}

#[tokio::test]
async fn a_variant_that_nobody_got_yet_neither_wins_nor_loses() {
    let world = World::new().await;
    let launch = Launch { members: world.people(40).await, ..tested(&world, 50, Otherwise::Leader) };
    let campaign = world.launched(launch).await;
    world.log.clock.advance(TimeDelta::minutes(61));
    let nobody = Figures { variants: vec![Share::default(), Share::new(1, 7)], unjudged: 0 };
    world.keep_with(nobody.clone()).await;
    assert_eq!(world.made(campaign).await.winner, None, "it is not sent to its share yet");
    world.log.clock.advance(TimeDelta::minutes(10));
    world.keep_with(nobody.clone()).await;
    assert_eq!(world.made(campaign).await.winner, None, "nor later");
    world.send_all().await;
    // Nobody else will get it: the others must not wait for ever.
    world.keep_with(nobody).await;
    assert_eq!(world.made(campaign).await.winner, Some('B'));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 40)]));
}

#[tokio::test]
async fn everybody_in_a_test_of_all_has_a_variant_that_never_changes() {
    let world = World::new().await;
    let members = world.people(60).await;
    let launch = Launch { members: members.clone(), ..tested(&world, 100, Otherwise::Wait) };
    let campaign = world.launched(launch).await;
    let variants: Vec<(Uuid, i16)> = sqlx::query_as(
        "select contact, variant from guard.email_recipients where campaign = $1 order by contact",
    )
    .bind(campaign)
    .fetch_all(&world.log.pools.read)
    .await
    .unwrap();
    let share = Some(100);
    let worked_out = members.iter().map(|member| {
        let place = variant_of(campaign, member.contact, &[1, 1], share);
        (member.contact, i16::from(place.unwrap()))
    });
    assert_eq!(variants, worked_out.collect::<Vec<_>>());
}
