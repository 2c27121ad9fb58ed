use std::time::Duration;

use pivotal_commands::audience::segments::membership::{Written, write_members};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::facts::{Cause, MembersChanged, Moved};
use pivotal_infra::segment_keeper::Step;
use pivotal_projections::audience::segments::keeper::{known_to, position};
use serde_json::json;
use uuid::Uuid;

use super::ground::Ground;

const PEOPLE: u128 = 4_500;

/// Rows as the projection would have written them, without an event for each.
async fn people(ground: &Ground) {
    let ids: Vec<Uuid> = (1..=PEOPLE).map(Uuid::from_u128).collect();
    sqlx::query(
        "insert into read.contacts (id, sequence, position, archived, erased, created_at, updated_at, email_status, phone_status, country)
         select id, 1, 0, false, false, now(), now(), 'none', 'none', 'DE' from unnest($1::uuid[]) as u(id)",
    )
    .bind(&ids)
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
}

#[tokio::test]
async fn a_keeper_that_is_killed_in_the_middle_of_a_look_loses_nobody_and_moves_nobody_twice() {
    let ground = Ground::new().await;
    people(&ground).await;
    let germans = json!({"field": "country", "op": "equals", "value": "DE"});
    let segment = ground.segment(Entity::Contact, "Germans", germans).await;
    // Killed after one step, the next after two, and so on: somewhere in every page.
    for steps in 1..6 {
        let mut keeper = ground.keeper();
        let mut done = 0;
        while done < steps {
            // The lock of the one before goes with its connection.
            match keeper.step().await.unwrap() {
                Step::Standby => tokio::time::sleep(Duration::from_millis(5)).await,
                Step::Worked | Step::Idle => done += 1,
            }
        }
        // What it wrote down last about how far it is was lost with it.
        sqlx::query("update jobs.segment_refreshes set after = '00000000-0000-0000-0000-000000000000' where looking_for is not null")
            .execute(&ground.test.pools.write)
            .await
            .unwrap();
    }
    ground.settle(&mut ground.keeper()).await;
    assert_eq!(ground.members(segment).await.len() as u128, PEOPLE);
    let named: i64 = sqlx::query_scalar(
        "select sum(json_array_length(payload -> 'SegmentMembersChanged' -> 'entered'))::bigint from log.facts where kind = 'segment_members_changed'",
    )
    .fetch_one(&ground.test.pools.read)
    .await
    .unwrap();
    assert_eq!(named as u128, PEOPLE);
    ground.end().await;
}

#[tokio::test]
async fn what_was_written_before_the_position_moved_is_not_written_again() {
    let ground = Ground::new().await;
    let germans = json!({"field": "country", "op": "equals", "value": "DE"});
    let segment = ground.segment(Entity::Contact, "Germans", germans).await;
    let mut keeper = ground.keeper();
    ground.settle(&mut keeper).await;
    let pool = &ground.test.pools.write;
    let (before, _) = position(pool).await.unwrap().unwrap();
    for n in 1..=20 {
        ground.new_contact(Uuid::from_u128(n), &[("country", "DE")], None).await;
    }
    ground.settle(&mut keeper).await;
    let facts = ground.facts().await;
    drop(keeper);
    sqlx::query("update jobs.segment_keeper set position = $1").bind(before).execute(pool).await.unwrap();
    ground.settle(&mut ground.keeper()).await;
    assert_eq!((ground.facts().await, ground.members(segment).await.len()), (facts, 20));
    ground.end().await;
}

#[tokio::test]
async fn one_keeper_is_at_work_and_another_that_is_late_writes_nothing() {
    let ground = Ground::new().await;
    let (mut first, mut second) = (ground.keeper(), ground.keeper());
    assert_ne!(first.step().await.unwrap(), Step::Standby);
    assert_eq!(second.step().await.unwrap(), Step::Standby);

    let germans = json!({"field": "country", "op": "equals", "value": "DE"});
    let segment = ground.segment(Entity::Contact, "Germans", germans).await;
    let known = known_to(&ground.test.pools.write).await.unwrap();
    ground.new_contact(Uuid::from_u128(1), &[("country", "DE")], None).await;
    ground.settle(&mut first).await;
    // It worked this out before the other one wrote.
    let late = MembersChanged {
        segment,
        at: ground.ctx.now(),
        definition: 1,
        cause: Cause::Change,
        entered: vec![Moved { id: Uuid::from_u128(1), by: None, conditions: vec![] }],
        left: vec![],
    };
    let facts = ground.facts().await;
    assert_eq!(write_members(&ground.ctx, known, vec![late]).await.unwrap(), Written::Behind);
    assert_eq!(ground.facts().await, facts);
    ground.end().await;
}
