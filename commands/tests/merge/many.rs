//! Many groups as a job.

use pivotal_commands::audience::merge::many::{MergeMany, merge_many};
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Keep, Rule};
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, code};

fn many(groups: Vec<Vec<Uuid>>) -> MergeMany {
    MergeMany {
        entity: Entity::Contact,
        groups,
        keep: Keep::MostComplete,
        rule: Rule::BySource,
        idempotency_key: None,
    }
}

#[tokio::test]
async fn many_groups_are_merged_and_taken_back_and_one_that_cannot_be_is_told() {
    let world = World::new().await;
    let mut groups = Vec::new();
    for n in 0..130 {
        let little =
            world.contact(json!({ "full_name": "Ada", "email": format!("a{n}@norhavn.test") })).await;
        let much = json!({ "full_name": "Ada", "email": format!("b{n}@norhavn.test"), "city": "Ribe", "job_title": "CTO" });
        groups.push(vec![little, world.contact(much).await]);
    }
    let stop = world.work();
    let id = merge_many(&world.ctx, &world.actor, many(groups.clone())).await.unwrap().id;
    world.until_idle().await;
    stop.cancel();
    let bulk = world.bulk(id).await;
    assert_eq!((bulk.state, bulk.counts.changed, bulk.counts.refused), (BulkState::Completed, 130, 0));
    for (n, members) in groups.iter().enumerate() {
        assert_eq!(world.is(members[0]).await.record.merged_into, Some(members[1]), "the fuller one stays");
        assert_eq!(world.found(&format!("a{n}@norhavn.test")).await, Some(members[1]));
    }
    // Those that are one already are told, the new one is merged.
    let extra = world.contact(json!({ "full_name": "Ada", "email": "extra@norhavn.test" })).await;
    let stop = world.work();
    let next = vec![groups[0].clone(), vec![groups[1][1], extra]];
    let other = merge_many(&world.ctx, &world.actor, many(next)).await.unwrap().id;
    world.until_idle().await;
    stop.cancel();
    let bulk = world.bulk(other).await;
    assert_eq!((bulk.counts.changed, bulk.counts.refused), (1, 1));
    world.undo(other).await;
    world.undo(id).await;
    for (n, members) in groups.iter().enumerate() {
        assert!(world.is(members[0]).await.record.is_active());
        assert_eq!(world.found(&format!("a{n}@norhavn.test")).await, Some(members[0]));
    }
}

#[tokio::test]
async fn groups_that_share_a_record_are_refused() {
    let world = World::new().await;
    let id = Uuid::from_u128;
    let refused = async |groups| code(merge_many(&world.ctx, &world.actor, many(groups)).await.unwrap_err());
    assert_eq!(refused(vec![vec![id(1), id(2)], vec![id(2), id(3)]]).await, "MERGE_GROUPS_OVERLAP");
    assert_eq!(refused(vec![]).await, "BULK_NOTHING_SELECTED");
    assert_eq!(refused(vec![vec![id(1)]]).await, "MERGE_TOO_FEW");
}
