//! An audience becomes rows of the guard and facts, once, and counts with one event.

use chrono::TimeDelta;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::schedule::Windows;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{CampaignCommand, VersionTaken};
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_log::reader;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Launch, World, address, states};

async fn versions(world: &World, campaign: Uuid) -> Vec<VersionTaken> {
    let entries = reader::read_record(&world.log.pools.write, "campaign", campaign).await.unwrap();
    let keys = reader::keys_for(&world.ctx.log.keys, &entries).await.unwrap();
    let events = entries.iter().map(|entry| entry.event(&keys, world.ctx.log.upcasters()).unwrap());
    let taken = events.filter_map(|event: CampaignEvent| match event {
        CampaignEvent::AudienceVersionTaken {
            version,
            take,
            position,
            as_of,
            definition,
            count,
            accounts,
            hash,
            chunks,
            pending,
            excluded,
            ..
        } => Some(VersionTaken {
            version,
            take,
            position,
            as_of,
            definition,
            count,
            accounts,
            hash,
            chunks,
            pending,
            excluded,
        }),
        _ => None,
    });
    taken.collect()
}

#[tokio::test]
async fn whoever_must_not_be_written_to_is_left_out_from_the_start_and_told_why() {
    let world = World::new().await;
    let mut members = world.people(8).await;
    world.suppress(&address(0)).await;
    members[1].email = None;
    members[1].email_status = "none".into();
    members[2].email_status = "invalid".into();
    members[3].email_status = "bounced".into();
    members[4].consent = Standing::Withdrawn;
    members[5].restriction = Some(Uuid::from_u128(4));
    // Two with one address: the first of them has it.
    members[7].email = members[6].email.clone();
    let campaign = world.launched(world.launch(members.clone())).await;
    assert_eq!(
        world.states(campaign).await,
        states(&[
            ("excluded: bounced", 1),
            ("excluded: duplicate", 1),
            ("excluded: invalid_address", 1),
            ("excluded: no_address", 1),
            ("excluded: no_consent", 1),
            ("excluded: restricted", 1),
            ("excluded: suppressed", 1),
            ("pending", 1),
        ])
    );
    world.must_balance(campaign).await;
    let taken = versions(&world, campaign).await;
    let [taken] = taken.as_slice() else { panic!("{taken:?}") };
    assert_eq!((taken.count, taken.pending, taken.chunks), (8, 1, 1));
    assert_eq!(taken.excluded.values().sum::<u64>(), 7);
    let mut ids: Vec<Uuid> = members.iter().map(|member| member.contact).collect();
    ids.sort_unstable();
    let mut hash = Sha256::new();
    ids.iter().for_each(|id| hash.update(id.as_bytes()));
    assert_eq!(taken.hash, hex::encode(hash.finalize()), "anybody can count and hash again");
    assert_eq!(world.state(campaign).await, State::Running);
}

#[tokio::test]
async fn a_take_that_died_leaves_nobody_behind() {
    let world = World::new().await;
    let members = world.people(3).await;
    let launch = world.launch(members.clone());
    let campaign = world.launching(&launch).await;
    // What a take left that never went live: somebody who is in no audience any more.
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, variant, due_at) values ($1, $2, 1, 'pending', 'x', 0, now())",
    )
    .bind(campaign)
    .bind(Uuid::now_v7())
    .execute(&world.log.pools.write)
    .await
    .unwrap();
    world.send_all().await;
    assert!(world.taken_for().is_empty(), "nobody of a version that is not live is written to");
    world.taken(campaign, 1, members).await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 3)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn a_top_up_takes_whom_no_earlier_version_has() {
    let world = World::new().await;
    let members = world.people(5).await;
    let campaign = world.launched(world.launch(members[..3].to_vec())).await;
    world.send_all().await;
    let asked = CampaignCommand::TopUp { definition: None, asked_by: Uuid::nil(), at: world.ctx.now() };
    world.command(campaign, asked).await;
    world.taken(campaign, 2, members[3..].to_vec()).await;
    world.must_balance(campaign).await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 5)]));
    assert_eq!(world.taken_for().len(), 5);
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn a_top_up_that_cannot_be_taken_keeps_no_campaign_from_its_end() {
    let world = World::new().await;
    let members = world.people(5).await;
    let campaign = world.launched(world.launch(members[..3].to_vec())).await;
    world.send_all().await;
    // Of somebody who has no access.
    let asked_by = Uuid::from_u128(9);
    let asked = CampaignCommand::TopUp { definition: None, asked_by, at: world.ctx.now() };
    world.command(campaign, asked).await;
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Running, "somebody may join");
    world.taken(campaign, 2, members[3..].to_vec()).await;
    let made = world.made(campaign).await;
    assert_eq!((made.versions, made.taking), (vec![3, 0], None));
    world.must_balance(campaign).await;
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Completed);
}

#[tokio::test]
async fn nobody_is_due_before_their_hours_or_after_the_end() {
    let world = World::new().await;
    let mut members = world.people(2).await;
    let launch = world.launch(Vec::new());
    let mut schedule = launch.schedule.clone();
    // It is noon in Greenwich on a Monday: nine in the evening in Tokyo.
    schedule.in_recipients_zone = true;
    schedule.windows = Some(Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 17 * 60 });
    members[1].zone = Some("Asia/Tokyo".into());
    let launch = Launch { schedule, members: members.clone(), ..launch };
    let campaign = world.launched(launch.clone()).await;
    world.send_all().await;
    assert_eq!(world.taken_for(), [address(0)]);
    assert_eq!(world.states(campaign).await, states(&[("pending", 1), ("sent", 1)]));
    let mut ending = launch;
    ending.schedule.ends = Some(world.ctx.now() + TimeDelta::hours(1));
    let campaign = world.launched(ending).await;
    assert_eq!(world.states(campaign).await, states(&[("excluded: not_in_window", 1), ("pending", 1)]));
    world.must_balance(campaign).await;
}
