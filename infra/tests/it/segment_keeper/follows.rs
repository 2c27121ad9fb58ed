use std::collections::BTreeSet;

use chrono::Duration;
use pivotal_commands::audience::segments::change::define_segment;
use pivotal_commands::audience::segments::switch::{refresh_segment, switch_segment};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::segments::explain;
use pivotal_projections::audience::segments::members::{self, Way};
use pivotal_projections::page::PageArgs;
use serde_json::{Value, json};
use uuid::Uuid;

use super::ground::{Ground, actor};

const ADA: Uuid = Uuid::from_u128(1);
const BEN: Uuid = Uuid::from_u128(2);
const ACME: Uuid = Uuid::from_u128(3);

fn country(code: &str) -> Value {
    json!({"field": "country", "op": "equals", "value": code})
}

fn of(ids: &[Uuid]) -> BTreeSet<Uuid> {
    ids.iter().copied().collect()
}

#[tokio::test]
async fn whoever_changes_enters_and_leaves_and_the_segment_says_why() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE"), ("city", "Berlin")], None).await;
    let segment = ground
        .segment(
            Entity::Contact,
            "Berlin",
            json!({"all": [country("DE"), {"field": "city", "op": "equals", "value": "Berlin"}]}),
        )
        .await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA]));

    ground.test.clock.advance(Duration::minutes(1));
    let before = ground.ctx.now();
    let by = ground.change_contact(ADA, "city", Some("Berlin"), Some("Köln")).await;
    let came = ground.new_contact(BEN, &[("country", "DE"), ("city", "Berlin")], None).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[BEN]));

    let pool = &ground.test.pools.read;
    let stays = members::stays(pool, segment, ADA).await.unwrap();
    let left = stays[0].left_because.clone().unwrap();
    assert_eq!((stays.len(), stays[0].left_at), (1, Some(before)));
    assert_eq!(
        left,
        json!({"cause": "change", "defined": 1, "by": by, "conditions": [{"n": 1, "holds": false}]})
    );
    assert_eq!(stays[0].entered_because, json!({"cause": "defined", "defined": 1}));
    let stays = members::stays(pool, segment, BEN).await.unwrap();
    assert_eq!(stays[0].entered_because, json!({"cause": "change", "defined": 1, "by": came}));

    // As of a moment, and since one.
    let at = Some(before - Duration::seconds(1));
    assert_eq!(members::count(pool, segment, at).await.unwrap(), 1);
    let page = members::page(pool, segment, at, &PageArgs::first(10)).await.unwrap();
    assert_eq!(page.rows[0].1.record_id, ADA);
    assert_eq!(members::moved_counts(pool, segment, before).await.unwrap(), (1, 1));
    let out = members::moved_since(pool, segment, (Way::Out, before), &PageArgs::first(10)).await.unwrap();
    assert_eq!(out.rows.iter().map(|(_, stay)| stay.record_id).collect::<Vec<_>>(), [ADA]);
    let day = before.date_naive();
    let days = members::days(pool, segment, day, day).await.unwrap();
    assert_eq!((days[0].members, days[0].entered, days[0].left_again), (1, 2, 1));

    let definition = explain::definition(pool, segment, 1).await.unwrap().unwrap();
    let filter = pivotal_domain::audience::filter::parse::parse(Entity::Contact, &definition).unwrap();
    let (conditions, whole) = explain::conditions(pool, &filter, ADA, before).await.unwrap();
    let holds: Vec<Option<bool>> = conditions.iter().map(|one| one.holds).collect();
    assert_eq!((holds, whole), (vec![Some(true), Some(false)], false));
    ground.end().await;
}

#[tokio::test]
async fn a_change_of_the_company_moves_its_contacts_and_the_other_way_round() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_account(ACME, &[("name", "Acme"), ("industry", "Software")]).await;
    ground.new_contact(ADA, &[("country", "DE")], Some(ACME)).await;
    let at_software = json!({"field": "account.industry", "op": "equals", "value": "Software"});
    let of_software = ground.segment(Entity::Contact, "Software", at_software).await;
    let counted = json!({"contacts": {"at_least": 1, "filter": country("DE")}});
    let with_germans = ground.segment(Entity::Account, "With Germans", counted).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(of_software).await, of(&[ADA]));
    assert_eq!(ground.members(with_germans).await, of(&[ACME]));

    let by = ground.change_account(ACME, "industry", Some("Software"), None).await;
    ground.change_contact(ADA, "country", Some("DE"), Some("AT")).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(of_software).await, of(&[]));
    assert_eq!(ground.members(with_germans).await, of(&[]));
    let stays = members::stays(&ground.test.pools.read, of_software, ADA).await.unwrap();
    let because = stays[0].left_because.clone().unwrap();
    assert_eq!((because["by"].as_i64(), &because["conditions"][0]["holds"]), (Some(by), &json!(false)));
    ground.end().await;
}

#[tokio::test]
async fn what_is_switched_off_stands_still_but_for_those_who_are_gone() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "DE")], None).await;
    let segment = ground.segment(Entity::Contact, "Germans", country("DE")).await;
    ground.settle(&mut keeper).await;
    switch_segment(&ground.ctx, &actor(), segment, false).await.unwrap();
    ground.settle(&mut keeper).await;
    ground.change_contact(ADA, "country", Some("DE"), Some("AT")).await;
    let erased =
        ContactEvent::ContactErased { source: Source::Ui, at: ground.ctx.now(), request: "R-1".into() };
    ground.contact(BEN, erased).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA]));

    switch_segment(&ground.ctx, &actor(), segment, true).await.unwrap();
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[]));
    let stays = members::stays(&ground.test.pools.read, segment, ADA).await.unwrap();
    assert_eq!(stays[0].left_because.as_ref().unwrap()["cause"], "resumed");
    ground.end().await;
}

#[tokio::test]
async fn another_definition_moves_only_those_it_concerns() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "AT")], None).await;
    let segment = ground.segment(Entity::Contact, "Germans", country("DE")).await;
    ground.settle(&mut keeper).await;
    let facts = ground.facts().await;
    let both = json!({"field": "country", "op": "in", "value": ["DE", "AT"]});
    define_segment(&ground.ctx, &actor(), segment, both).await.unwrap();
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA, BEN]));
    assert_eq!(members::stays(&ground.test.pools.read, segment, ADA).await.unwrap().len(), 1);
    assert_eq!(ground.facts().await, facts + 1);

    // Nothing is said of a look that moves nobody.
    refresh_segment(&ground.ctx, &actor(), segment).await.unwrap();
    ground.settle(&mut keeper).await;
    assert_eq!(ground.facts().await, facts + 1);
    ground.end().await;
}

#[tokio::test]
async fn time_moves_those_whose_days_are_over() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    let fresh = json!({"field": "created_at", "op": "in_last_days", "value": 2});
    let segment = ground.segment(Entity::Contact, "New", fresh).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA]));
    ground.test.clock.advance(Duration::days(3));
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[]));
    let stays = members::stays(&ground.test.pools.read, segment, ADA).await.unwrap();
    assert_eq!(stays[0].left_because.as_ref().unwrap()["cause"], "time");
    ground.end().await;
}

#[tokio::test]
async fn whoever_is_emailed_leaves_who_was_not_for_long_and_comes_back_in_time() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "DE")], None).await;
    let rested = json!({"not": {"engagement": {"did": "sent", "within_days": 90}}});
    let segment = ground.segment(Entity::Contact, "Rested", rested).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA, BEN]));

    let by = ground.emailed(&[ADA]).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[BEN]));
    let stays = members::stays(&ground.test.pools.read, segment, ADA).await.unwrap();
    let left = stays[0].left_because.as_ref().unwrap();
    assert_eq!((&left["cause"], &left["by"]), (&json!("change"), &json!(by)));

    ground.test.clock.advance(Duration::days(92));
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, of(&[ADA, BEN]));
    ground.end().await;
}

#[tokio::test]
async fn fields_that_are_worked_out_from_what_happened_are_followed_and_forgotten_in_time() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "DE")], None).await;
    let emailed = json!({"field": "last_emailed_at", "op": "has_value"});
    let emailed = ground.segment(Entity::Contact, "Emailed", emailed).await;
    let lately = json!({"field": "emails_sent_30d", "op": "at_least", "value": 1});
    let lately = ground.segment(Entity::Contact, "Emailed lately", lately).await;
    ground.settle(&mut keeper).await;
    assert_eq!((ground.members(emailed).await, ground.members(lately).await), (of(&[]), of(&[])));

    let by = ground.emailed(&[ADA]).await;
    ground.settle(&mut keeper).await;
    assert_eq!((ground.members(emailed).await, ground.members(lately).await), (of(&[ADA]), of(&[ADA])));
    for segment in [emailed, lately] {
        let stays = members::stays(&ground.test.pools.read, segment, ADA).await.unwrap();
        let because =
            json!({"cause": "change", "defined": 1, "by": by, "conditions": [{"n": 0, "holds": true}]});
        assert_eq!(stays[0].entered_because, because);
    }

    ground.test.clock.advance(Duration::days(31));
    ground.settle(&mut keeper).await;
    assert_eq!((ground.members(emailed).await, ground.members(lately).await), (of(&[ADA]), of(&[])));
    let stays = members::stays(&ground.test.pools.read, lately, ADA).await.unwrap();
    assert_eq!(stays[0].left_because.as_ref().unwrap()["cause"], "time");
    ground.end().await;
}

#[tokio::test]
async fn a_segment_that_is_defined_by_another_follows_it() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "AT")], None).await;
    let germans = ground.segment(Entity::Contact, "Germans", country("DE")).await;
    let others = json!({"field": "segments", "op": "none_of", "value": [germans.to_string()]});
    let others = ground.segment(Entity::Contact, "Others", others).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(others).await, of(&[BEN]));
    ground.change_contact(ADA, "country", Some("DE"), None).await;
    ground.change_contact(BEN, "country", Some("AT"), Some("DE")).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(germans).await, of(&[BEN]));
    assert_eq!(ground.members(others).await, of(&[ADA]));
    ground.end().await;
}
