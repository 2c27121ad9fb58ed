//! How an audience divides and can be reached: every part is what the list finds with its filter, and the parts add up.

use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, field};
use pivotal_domain::audience::segments::exclusions::filter as part_of;
use pivotal_domain::identity::actor::{Actor, HeldKey};
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::audience::segments::breakdown::{Breakdown, breakdown};
use pivotal_projections::audience::segments::exclusions::{Reach, reach};
use pivotal_projections::audience::segments::preview;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{asked, people};
use crate::support::Ground;
use crate::support::records::{admin, agent, client_user};

/// Of every kind of gap: without an address, with one that reaches nobody, in more departments than a chart tells one by one.
async fn ground() -> Ground {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 24).await;
    people::people(&ground, &companies[..16], 240).await;
    let FieldKind::Choice(departments) = field(Entity::Contact, "department").unwrap().kind else {
        panic!("departments are chosen from a list");
    };
    assert!(departments.len() >= 11, "{departments:?}");
    let departments = departments[..11].join("', '");
    ground
        .execute(&format!(
            "update read.contacts c set department = (array['{departments}'])[(1 + n % 12)::int],
               email_status = case when n % 9 = 0 and c.email is not null then 'invalid' else c.email_status end,
               phone_status = case when n % 8 = 0 and c.mobile_phone is not null then 'invalid' else c.phone_status end
             from (select id, row_number() over (order by id) as n from read.contacts) as numbered where numbered.id = c.id"
        ))
        .await;
    ground
}

async fn divided(ground: &Ground, actor: &Actor, entity: Entity, filter: &Value) -> Breakdown {
    breakdown(&ground.test.pools.lists, actor, &asked(entity, filter)).await.unwrap()
}

async fn reached(ground: &Ground, actor: &Actor, filter: &Value) -> Reach {
    reach(&ground.test.pools.lists, actor, &asked(Entity::Contact, filter)).await.unwrap()
}

/// What the list says.
async fn counted(ground: &Ground, entity: Entity, filter: &Value, also: &Value) -> i64 {
    let both = json!({"all": [filter, also]});
    preview::count(&ground.test.pools.lists, &admin(), &asked(entity, &both)).await.unwrap()
}

fn germans() -> Value {
    json!({"field": "country", "op": "in", "value": ["DE", "AT"]})
}

fn everybody() -> Value {
    json!({"not": {"field": "created_at", "op": "is_empty"}})
}

#[tokio::test]
async fn whom_nobody_may_contact_is_left_out_for_one_reason_and_the_parts_add_up() {
    let ground = ground().await;
    for filter in [germans(), everybody(), json!({"field": "score", "op": "at_least", "value": 2})] {
        let Reach { count, channels } = reached(&ground, &admin(), &filter).await;
        assert!(count > 10, "{filter}");
        for by in channels {
            let what = format!("{filter} by {:?}", by.channel);
            let excluded: i64 = by.excluded.iter().map(|(_, count)| count).sum();
            assert_eq!(by.reachable + excluded, count, "{what}");
            let reachable = counted(&ground, Entity::Contact, &filter, &part_of(by.channel, None)).await;
            assert_eq!(by.reachable, reachable, "{what}");
            for (reason, count) in by.excluded {
                let found = part_of(by.channel, Some(reason));
                assert_eq!(
                    count,
                    counted(&ground, Entity::Contact, &filter, &found).await,
                    "{what}: {reason:?}"
                );
            }
        }
    }
    let all = reached(&ground, &admin(), &everybody()).await;
    for by in &all.channels {
        assert!(by.reachable > 0, "{by:?}");
        assert!(by.excluded.iter().all(|(_, count)| *count > 0), "{by:?}");
    }
}

#[tokio::test]
async fn every_chart_divides_all_of_them() {
    let ground = ground().await;
    for (entity, filter) in [
        (Entity::Contact, germans()),
        (Entity::Contact, everybody()),
        (Entity::Account, json!({"field": "industry", "op": "not_equals", "value": "Banking"})),
    ] {
        let Breakdown { count, charts } = divided(&ground, &admin(), entity, &filter).await;
        assert!(count > 3, "{filter}");
        for chart in charts {
            let told: i64 = chart.groups.iter().map(|group| group.count).sum();
            assert_eq!(told + chart.others + chart.none, count, "{filter} {chart:?}");
            assert!(chart.groups.is_sorted_by(|a, b| a.count >= b.count), "{chart:?}");
            assert_eq!(chart.others > 0, chart.other_values > 0, "{chart:?}");
            for group in &chart.groups {
                let one = json!({"field": chart.field, "op": "equals", "value": group.value});
                assert_eq!(group.count, counted(&ground, entity, &filter, &one).await, "{filter} {one}");
            }
            let none = json!({"field": chart.field, "op": "is_empty"});
            assert_eq!(chart.none, counted(&ground, entity, &filter, &none).await, "{filter} {none}");
        }
    }
    let all = divided(&ground, &admin(), Entity::Contact, &everybody()).await;
    let departments = all.charts.iter().find(|chart| chart.field == "department").unwrap();
    assert_eq!((departments.groups.len(), departments.other_values), (8, 3), "{departments:?}");
    assert!(departments.none > 0, "{departments:?}");
}

#[tokio::test]
async fn nobody_is_nowhere() {
    let ground = ground().await;
    let nobody = json!({"field": "created_at", "op": "is_empty"});
    let Breakdown { count, charts } = divided(&ground, &admin(), Entity::Contact, &nobody).await;
    assert_eq!(count, 0);
    assert!(charts.iter().all(|chart| chart.groups.is_empty() && chart.none == 0 && chart.others == 0));
    let Reach { count, channels } = reached(&ground, &admin(), &nobody).await;
    assert_eq!(count, 0);
    assert!(channels.iter().all(|by| by.reachable == 0 && by.excluded.iter().all(|(_, count)| *count == 0)));
}

#[tokio::test]
async fn nothing_is_told_of_records_that_the_viewer_may_not_see() {
    let ground = ground().await;
    for viewer in [agent(Uuid::from_u128(9)), client_user()] {
        assert_eq!(divided(&ground, &viewer, Entity::Contact, &everybody()).await.count, 0);
        assert_eq!(divided(&ground, &viewer, Entity::Account, &json!({})).await.count, 0);
        assert_eq!(reached(&ground, &viewer, &everybody()).await.count, 0);
    }
    let key = HeldKey { id: Uuid::from_u128(7), scopes: vec![Permission::ContactsView] };
    let program = Actor { key: Some(key), ..admin() };
    let Breakdown { count, charts } = divided(&ground, &program, Entity::Contact, &everybody()).await;
    let fields: Vec<&str> = charts.iter().map(|chart| chart.field).collect();
    assert_eq!(fields, ["seniority_level", "department", "country"], "nothing of companies");
    assert_eq!(count, divided(&ground, &admin(), Entity::Contact, &everybody()).await.count);
}
