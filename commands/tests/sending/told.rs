//! A campaign that is told of at once, as sample data is.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use pivotal_commands::email::sending::told::{ToldCampaign, ToldRecipient, tell_campaign};
use pivotal_commands::email::tracking::brought::Said;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::email::replies::{Who, Words};
use pivotal_domain::email::sending::outcome::Reason;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::support::{ACCOUNT, World, address, states};

const SAID: &str = "select s ->> 'k', count(*) from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') s
    where f.kind = 'email_signals_recorded' group by 1 order by 1";
const JUDGED: &str = "select (v ->> 'h')::boolean, count(*) from log.facts f, json_array_elements(f.payload -> 'EmailHitsJudged' -> 'verdicts') v
    where f.kind = 'email_hits_judged' group by 1 order by 1";

/// What came back of somebody's mail.
fn said(n: usize) -> Vec<(Said, TimeDelta)> {
    let who = Who { address: address(n), name: None };
    let words = Words { subject: "Re: News".into(), text: "Call me".into() };
    let said = match n {
        0 => vec![Said::Opened, Said::Clicked(1), Said::Replied { who, words }],
        1 => vec![Said::Fetched],
        2 => vec![Said::BouncedHard],
        3 => vec![Said::Opened, Said::Unsubscribed],
        4 => vec![Said::Complained],
        _ => Vec::new(),
    };
    said.into_iter().zip(1..).map(|(said, minutes)| (said, TimeDelta::minutes(minutes))).collect()
}

async fn campaign(world: &World) -> ToldCampaign {
    let content = world.content();
    let pinned = Pinned {
        sender: world.sender,
        account: ACCOUNT.into(),
        from_domain: "norhavn.example".into(),
        brand: Uuid::now_v7(),
        variants: content.variants.clone(),
        links: Vec::new(),
        digest: content.digest(),
        sender_version: None,
    };
    let people = world.people(20).await.into_iter().enumerate();
    let recipients = people.map(|(n, member)| ToldRecipient {
        contact: member.contact,
        account: None,
        address: EmailAddress::parse(&address(n)).unwrap(),
        left_out: (n == 19).then_some(Reason::NoConsent),
        answers: said(n),
    });
    ToldCampaign {
        id: Uuid::now_v7(),
        name: "Spring".into(),
        definition: AudienceDefinition { include: vec![Source::Filter(Box::default())], exclude: Vec::new() },
        schedule: Schedule::at_once("UTC"),
        at: world.ctx.now() - TimeDelta::days(9),
        recipients: recipients.collect(),
        content,
        pinned,
    }
}

#[tokio::test]
async fn it_is_sent_answered_and_over_and_nobody_was_written_to() {
    let world = World::new().await;
    let told = campaign(&world).await;
    let id = told.id;
    // A telling that broke off left a row.
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, variant, due_at) values ($1, $2, 1, 'pending', $3, 0, now())",
    )
    .bind(id)
    .bind(told.recipients[0].contact)
    .bind(vec![1_u8; 32])
    .execute(&world.log.pools.write)
    .await
    .unwrap();
    let seeder = Actor::system("seed");
    assert!(tell_campaign(&world.ctx, &seeder, told.clone()).await.unwrap().is_some());
    assert_eq!(tell_campaign(&world.ctx, &seeder, told).await.unwrap(), None, "told before");

    world.send_all().await;
    world.keep().await;
    assert!(world.taken_for().is_empty());
    assert_eq!(world.states(id).await, states(&[("excluded: no_consent", 1), ("sent", 19)]));
    assert_eq!(world.state(id).await, State::Completed);
    world.must_balance(id).await;

    let pool = &world.log.pools.read;
    let told: Vec<(String, i64)> = sqlx::query_as(SAID).fetch_all(pool).await.unwrap();
    let expected: BTreeMap<&str, i64> = BTreeMap::from([
        ("bounced_hard", 1),
        ("clicked", 1),
        ("complained", 1),
        ("opened", 3),
        ("replied", 1),
        ("unsubscribed", 1),
    ]);
    assert_eq!(
        told.iter().map(|(kind, count)| (kind.as_str(), *count)).collect::<BTreeMap<_, _>>(),
        expected
    );
    let judged: Vec<(bool, i64)> = sqlx::query_as(JUDGED).fetch_all(pool).await.unwrap();
    assert_eq!(judged, [(false, 3), (true, 1)], "all of them, and one was a program's");
}
