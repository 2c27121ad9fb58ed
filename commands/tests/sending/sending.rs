//! From a running campaign to mails that were taken, once each.

use chrono::TimeDelta;
use pivotal_commands::email::sending::look_up::look;
use pivotal_commands::email::sending::pipeline::Pipeline;
use pivotal_commands::ports::email_provider::HandOver;
use pivotal_domain::campaigns::campaigns::CampaignCommand;
use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::email::tracking::token::{Kind, Token};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::{World, address, states};

fn addresses(count: usize) -> Vec<String> {
    let mut all: Vec<String> = (0..count).map(address).collect();
    all.sort_unstable();
    all
}

#[tokio::test]
async fn everybody_is_written_to_once_and_the_campaign_completes() {
    let world = World::new().await;
    let members = world.people(130).await;
    let campaign = world.launched(world.launch(members)).await;
    world.send_all().await;
    assert_eq!(world.taken_for(), addresses(130));
    world.must_balance(campaign).await;
    assert_eq!(world.state(campaign).await, State::Running);
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Completed);
    assert_eq!(world.states(campaign).await, states(&[("sent", 130)]));
}

#[tokio::test]
async fn a_mail_says_what_its_template_does_and_leads_out() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(1).await)).await;
    world.send_all().await;
    let taken = world.provider.taken();
    let [mail] = taken.as_slice() else { panic!("{} mails", taken.len()) };
    let written = mail.written();
    assert_eq!(written.subject.as_str(), "Variant A");
    assert!(
        written.html.contains("Hello Person0") && written.text.contains("Hello Person0"),
        "{}",
        written.html
    );
    assert!(
        written.html.contains("Norhavn AS, 0150 Oslo") && !written.html.contains("{{"),
        "{}",
        written.html
    );
    assert_eq!((mail.from.name.as_str(), mail.to.name.as_str()), ("Ada of Norhavn", "Person 0"));
    let headers = mail.extra_headers();
    let (_, way_out) = headers.iter().find(|(name, _)| *name == "List-Unsubscribe").unwrap();
    let token = way_out.trim_matches(['<', '>']).strip_prefix("https://pivotal.example/u/").unwrap();
    let read = Token::read_as(Kind::Unsubscribe, token, &world.sending.links.key).unwrap();
    assert_eq!((read.campaign, read.recipient), (campaign, mail.id));
    assert!(written.html.contains(token) && written.html.contains("https://pivotal.example/t/o/"));
}

#[tokio::test]
async fn several_processes_share_the_work() {
    let world = World::new().await;
    let members = world.people(600).await;
    let campaign = world.launched(world.launch(members)).await;
    let worker = || async {
        let mut pipeline = Pipeline::new(world.sending.clone());
        for _ in 0..4 {
            pipeline.turn(&CancellationToken::new()).await.unwrap();
        }
    };
    tokio::join!(worker(), worker(), worker());
    world.send_all().await;
    assert_eq!(world.taken_for(), addresses(600));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn nothing_leaves_while_a_campaign_is_paused_or_all_sending_is_stopped() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(3).await)).await;
    let pause = CampaignCommand::Pause {
        reason: PauseReason::Person,
        detail: PauseDetail::default(),
        at: world.ctx.now(),
    };
    world.command(campaign, pause).await;
    world.send_all().await;
    assert!(world.taken_for().is_empty());
    let made = world.made(campaign).await;
    let resume = CampaignCommand::Resume {
        epoch: made.launched.unwrap().epoch,
        accepted_after_restore: false,
        reason: None,
        at: world.ctx.now(),
    };
    world.command(campaign, resume).await;
    sqlx::query("update guard.sending_switch set stopped = true")
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.send_all().await;
    assert!(world.taken_for().is_empty());
    sqlx::query("update guard.sending_switch set stopped = false")
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.send_all().await;
    assert_eq!(world.taken_for(), addresses(3));
}

#[tokio::test]
async fn who_is_suppressed_while_they_wait_is_left_out() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(4).await)).await;
    world.suppress(&address(1)).await;
    world.suppress("firm2.com").await;
    world.send_all().await;
    let mut left = vec![address(0), address(3)];
    left.sort_unstable();
    assert_eq!(world.taken_for(), left);
    assert_eq!(world.states(campaign).await, states(&[("excluded: suppressed", 2), ("sent", 2)]));
    world.must_balance(campaign).await;
    let because: i64 = sqlx::query_scalar(
        "select count(*) from log.facts f, json_array_elements(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') o
         where f.kind = 'email_outcomes_recorded' and o ->> 'w' is not null",
    )
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(because, 2, "each says which suppression it was");
}

#[tokio::test]
async fn after_a_restore_nothing_leaves_by_itself() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(2).await)).await;
    sqlx::query("update log.epoch set id = $1")
        .bind(Uuid::now_v7())
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.send_all().await;
    assert!(world.taken_for().is_empty());
    world.keep().await;
    let made = world.made(campaign).await;
    assert_eq!((made.state, made.paused), (State::Paused, Some(PauseReason::Restore)));
}

#[tokio::test]
async fn what_is_marked_and_never_answered_for_is_looked_up_and_not_sent_twice() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(2).await)).await;
    // The process died when one of them had left and the other had not.
    let unknown = HandOver::Unknown { said: "no answer".into() };
    world.says(&address(0), vec![unknown.clone()]);
    world.says(&address(1), vec![unknown]);
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sending", 2)]));
    world.must_balance(campaign).await;
    let message: Uuid = sqlx::query_scalar(
        "select r.message from guard.email_recipients r where r.campaign = $1 order by contact limit 1",
    )
    .bind(campaign)
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    arrived(&world, message);
    world.log.clock.advance(TimeDelta::minutes(6));
    let mut after = None;
    while let Some(last) = look(&world.sending, after).await.unwrap() {
        after = Some(last);
    }
    assert_eq!(world.states(campaign).await, states(&[("pending", 1), ("sent", 1)]));
    world.log.clock.advance(TimeDelta::minutes(2));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 2)]));
    world.must_balance(campaign).await;
}

/// The mail with this id reached the provider after all.
fn arrived(world: &World, message: Uuid) {
    use std::sync::Arc;

    use pivotal_commands::ports::email_provider::content::Content;
    use pivotal_commands::ports::email_provider::email::{Email, Party};
    use pivotal_domain::audience::values::email::EmailAddress;

    let address = |text: &str| EmailAddress::parse(text).unwrap();
    world.provider.arrived(Email {
        id: message,
        campaign: None,
        from: Party::new("", address("news@norhavn.example")),
        reply_to: None,
        to: Party::new("", address("somebody@example.com")),
        bounces_to: None,
        unsubscribe: None,
        headers: Vec::new(),
        content: Arc::new(Content::fixed("s", "h", "t")),
        values: Vec::new(),
    });
}
