//! Campaigns: rows, audience versions with who was in them, and the guard that the log keeps.

mod audiences;

use std::collections::BTreeMap;

use pivotal_domain::audience::record::source::Source as From;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::{
    ABOUT, AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, CampaignFact,
};
use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::campaigns::campaigns::switch::events::SendingSwitchEvent;
use pivotal_domain::campaigns::campaigns::switch::{ID as SWITCH, SendingSwitch};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::campaigns::campaigns::project::Campaigns;
use pivotal_projections::campaigns::campaigns::query::{self, CampaignsFilter};
use pivotal_projections::campaigns::campaigns::{members, story};
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::{Part, Verifier};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{ADA, admin, agent, client_user, metadata, minute};

const SPRING: Uuid = Uuid::from_u128(0xca1);
const TAKE: Uuid = Uuid::from_u128(0x7a4e);
const DEAD: Uuid = Uuid::from_u128(0xdead);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn definition() -> AudienceDefinition {
    AudienceDefinition { include: vec![Source::List(id(11))], exclude: vec![] }
}

fn launched() -> CampaignEvent {
    let variants = vec![Variant { key: 'A', template: id(21), version: 1, subject: None, weight: 1 }];
    CampaignEvent::CampaignLaunched {
        at: minute(3),
        pinned: Box::new(Pinned {
            sender: id(20),
            account: "test".into(),
            from_domain: "norhavn.example".into(),
            brand: id(3),
            variants,
            links: vec![],
            digest: "d".into(),
            sender_version: None,
        }),
        client: None,
        brand: id(3),
        per_second: Some(50),
        windows: None,
        respects_cap: true,
        epoch: id(7),
        asked_by: ADA,
    }
}

fn taken(people: &[Uuid]) -> CampaignEvent {
    let mut hash = Sha256::new();
    people.iter().for_each(|id| hash.update(id.as_bytes()));
    CampaignEvent::AudienceVersionTaken {
        at: minute(4),
        version: 1,
        take: TAKE,
        position: 1,
        as_of: minute(4),
        definition: definition(),
        count: people.len() as u64,
        accounts: 1,
        hash: hex::encode(hash.finalize()),
        chunks: 1,
        pending: people.len() as u64,
        excluded: BTreeMap::from([("suppressed".into(), 1)]),
    }
}

async fn append(ground: &Ground, events: Vec<CampaignEvent>) {
    ground.append::<Campaign>(SPRING, events, &From::Ui).await;
}

async fn chunk(ground: &Ground, take: Uuid, people: &[Uuid]) {
    let fact = CampaignFact::CampaignAudienceTaken(AudienceTaken {
        campaign: SPRING,
        version: 1,
        take,
        chunk: 0,
        contacts: people.to_vec(),
        accounts: people.iter().map(|_| None).collect(),
        x: BTreeMap::new(),
        w: BTreeMap::new(),
    });
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: CAMPAIGN_AUDIENCE_TAKEN,
        version: CAMPAIGN_AUDIENCE_TAKEN_VERSION,
        about_type: ABOUT,
        about_id: SPRING,
        payload: serde_json::to_value(&fact).unwrap(),
        metadata: metadata(&From::Ui),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

/// A draft with an audience and a content.
async fn ground() -> Ground {
    let ground = Ground::new().await;
    let content = EmailContent {
        sender: id(20),
        variants: vec![Variant { key: 'A', template: id(21), version: 1, subject: None, weight: 1 }],
        test: None,
        utm: None,
        track_opens: true,
        track_links: true,
        named_links: BTreeMap::new(),
    };
    let created = CampaignEvent::CampaignCreated {
        at: minute(0),
        channel: Channel::Email,
        name: "Spring offer".into(),
        owner: ADA,
        client: None,
        brand: id(3),
        copied_from: None,
    };
    let events = vec![
        created,
        CampaignEvent::CampaignAudienceDefined { at: minute(1), definition: definition(), previous: None },
        CampaignEvent::CampaignContentDefined { at: minute(2), content: Box::new(content), previous: None },
        CampaignEvent::CampaignScheduled { at: minute(3), start: minute(3), faults_checked: "d".into() },
    ];
    append(&ground, events).await;
    ground.project(Campaigns).await;
    ground
}

async fn guard(ground: &Ground) -> Vec<(String, i16)> {
    sqlx::query_as("select state, live_version from guard.email_campaigns")
        .fetch_all(&ground.test.pools.read)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_campaign_and_its_guard_follow_the_log() {
    let ground = ground().await;
    let pool = &ground.test.pools.read;
    let row = query::get(pool, &admin(), SPRING).await.unwrap().unwrap();
    assert_eq!(row.campaign.0.made.as_ref().unwrap().state, State::Scheduled);
    assert_eq!((row.created_at, row.launched_at, row.audience_count), (minute(0), None, 0));
    assert_eq!(guard(&ground).await, []);

    // A take that died, and the one that counts.
    append(&ground, vec![launched()]).await;
    assert_eq!(guard(&ground).await, [("launching".to_owned(), 0)]);
    chunk(&ground, DEAD, &[id(1), id(2), id(9)]).await;
    chunk(&ground, TAKE, &[id(1), id(2)]).await;
    ground.project(Campaigns).await;
    let page = || async {
        let page = members::page(pool, &admin(), SPRING, 1, &PageArgs::first(10)).await.unwrap();
        page.rows.into_iter().map(|(_, row)| row.contact_id).collect::<Vec<_>>()
    };
    assert_eq!(page().await, Vec::<Uuid>::new(), "nobody, before the version is in");
    append(&ground, vec![taken(&[id(1), id(2)]), CampaignEvent::CampaignStarted { at: minute(4) }]).await;
    // The other was only held up.
    chunk(&ground, DEAD, &[id(1), id(9)]).await;
    ground.project(Campaigns).await;
    assert_eq!(page().await, [id(1), id(2)]);
    assert_eq!(guard(&ground).await, [("running".to_owned(), 1)]);
    let versions = query::versions(pool, SPRING).await.unwrap();
    assert_eq!((versions[0].count, &versions[0].definition), (2, &definition()));

    let paused = CampaignEvent::CampaignPaused {
        at: minute(5),
        reason: PauseReason::Bounces,
        detail: PauseDetail::default(),
        owner: ADA,
    };
    append(&ground, vec![paused]).await;
    ground.project(Campaigns).await;
    let row = query::get(pool, &admin(), SPRING).await.unwrap().unwrap();
    assert_eq!((row.paused.unwrap()["reason"].as_str(), row.paused_at), (Some("bounces"), Some(minute(5))));
    assert_eq!((row.launched_at, row.audience_count), (Some(minute(3)), 2));
    append(&ground, vec![CampaignEvent::CampaignStopped { at: minute(6), reason: None }]).await;
    ground.project(Campaigns).await;
    let row = query::get(pool, &admin(), SPRING).await.unwrap().unwrap();
    assert_eq!((row.paused, row.ended_at), (None, Some(minute(6))));
    assert_eq!(guard(&ground).await, [("stopped".to_owned(), 1)]);
}

#[tokio::test]
async fn a_launch_that_fails_leaves_no_guard() {
    let ground = ground().await;
    let failed = CampaignEvent::CampaignLaunchFailed {
        at: minute(4),
        code: "AUDIENCE_SOURCE_GONE".into(),
        words: "A list is archived.".into(),
        owner: ADA,
    };
    append(&ground, vec![launched(), failed]).await;
    assert_eq!(guard(&ground).await, []);
    ground.project(Campaigns).await;
    assert_eq!(differences(&ground).await, Vec::<String>::new());
}

#[tokio::test]
async fn campaigns_are_found_by_name_state_and_tag() {
    let ground = ground().await;
    let pool = &ground.test.pools.read;
    let sort = Sort { field: "created_at".into(), direction: Direction::Descending };
    for (filter, found) in [
        (CampaignsFilter { q: Some("OFFER spr".into()), ..CampaignsFilter::default() }, 1),
        (CampaignsFilter { q: Some("summer".into()), ..CampaignsFilter::default() }, 0),
        (CampaignsFilter { states: vec![State::Scheduled, State::Paused], ..CampaignsFilter::default() }, 1),
        (CampaignsFilter { states: vec![State::Draft], ..CampaignsFilter::default() }, 0),
        (CampaignsFilter { channel: Some(Channel::Call), ..CampaignsFilter::default() }, 0),
        (CampaignsFilter { owner: Some(ADA), archived: Some(false), ..CampaignsFilter::default() }, 1),
        (CampaignsFilter { tag: Some("none".into()), ..CampaignsFilter::default() }, 0),
    ] {
        let page = query::page(pool, &admin(), &filter, &sort, &PageArgs::first(10)).await.unwrap();
        assert_eq!(page.rows.len(), found, "{filter:?}");
        assert_eq!(query::count(pool, &admin(), &filter).await.unwrap(), found as i64, "{filter:?}");
    }
    // Who does not see all campaigns sees none of email.
    for actor in [agent(id(4)), client_user()] {
        assert_eq!(query::get(pool, &actor, SPRING).await.unwrap(), None);
        let all = CampaignsFilter::default();
        assert_eq!(query::count(pool, &actor, &all).await.unwrap(), 0);
        assert_eq!(query::names(pool, &actor, &[SPRING]).await.unwrap(), BTreeMap::new());
    }
}

#[tokio::test]
async fn a_story_is_told_newest_first() {
    let ground = ground().await;
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let told = story::told(reading, SPRING).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Scheduled", "Content defined", "Audience defined", "Created"]);
}

#[tokio::test]
async fn the_switch_is_known_to_the_guard_with_its_event() {
    let ground = Ground::new().await;
    let pool = &ground.test.pools.read;
    let stopped = "select stopped from guard.sending_switch";
    assert!(!query::switch(pool).await.unwrap().stopped);
    let stop = SendingSwitchEvent::SendingStopped { at: minute(1), reason: Some("A wrong price".into()) };
    ground.append::<SendingSwitch>(SWITCH, vec![stop], &From::Ui).await;
    assert!(sqlx::query_scalar::<_, bool>(stopped).fetch_one(pool).await.unwrap());
    ground.project(Campaigns).await;
    let row = query::switch(pool).await.unwrap();
    assert_eq!(
        (row.stopped, row.since, row.reason.as_deref()),
        (true, Some(minute(1)), Some("A wrong price"))
    );
    let allow = SendingSwitchEvent::SendingAllowed { at: minute(2) };
    ground.append::<SendingSwitch>(SWITCH, vec![allow], &From::Ui).await;
    assert!(!sqlx::query_scalar::<_, bool>(stopped).fetch_one(pool).await.unwrap());
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Campaigns], |_| {}).await.unwrap();
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    // Without the keys: these events are written past the commands that keep them.
    let told = report.differences.iter().filter(|one| !one.what.contains("match key"));
    let row = |record: &str| record.split(' ').next().unwrap_or_default().to_owned();
    told.map(|one| format!("{}: {}", row(&one.record), one.what)).collect()
}

#[tokio::test]
async fn damage_is_named() {
    let ground = ground().await;
    chunk(&ground, TAKE, &[id(1), id(2)]).await;
    let events = vec![launched(), taken(&[id(1), id(2)]), CampaignEvent::CampaignStarted { at: minute(4) }];
    append(&ground, events).await;
    ground.project(Campaigns).await;
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.execute("update read.campaigns set name = 'Another'").await;
    ground.execute("update guard.email_campaigns set state = 'paused'").await;
    ground
        .execute(
            "delete from read.campaign_members where contact_id = '00000000-0000-0000-0000-000000000002'",
        )
        .await;
    assert_eq!(
        differences(&ground).await,
        [
            "campaigns: the row differs",
            "email_campaigns: the guard differs",
            "campaign_versions: its members are not those that were taken"
        ]
    );
}
