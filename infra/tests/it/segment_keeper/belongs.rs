//! Segments that ask what records belong to follow at once: lists, others by way of segments, domain sets; and what stands still holds
//! up only those who ask it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use pivotal_commands::audience::domain_sets::judge::{JudgeItem, judge_item};
use pivotal_commands::audience::domain_sets::matched::write_matched;
use pivotal_commands::audience::domain_sets::retract::{RetractWord, retract_word};
use pivotal_commands::audience::domain_sets::take_in::{Lines, TakeIn, take_in};
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, Found, ITEMS_READ, ITEMS_READ_VERSION, ItemMatched, ItemRead, ItemsRead, Verdict,
};
use pivotal_domain::audience::domain_sets::matching::Via;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::log::metadata::Metadata;
use pivotal_infra::segment_keeper::{SegmentKeeper, Step};
use pivotal_projections::audience::segments::query;
use serde_json::{Value, json};
use uuid::Uuid;

use super::ground::{Ground, actor};

const ADA: Uuid = Uuid::from_u128(1);
const BEN: Uuid = Uuid::from_u128(2);
const ACME: Uuid = Uuid::from_u128(3);
const OTHER: Uuid = Uuid::from_u128(4);

fn of(ids: &[Uuid]) -> BTreeSet<Uuid> {
    ids.iter().copied().collect()
}

fn within(field: &str, id: Uuid) -> Value {
    json!({"field": field, "op": "any_of", "value": [id.to_string()]})
}

fn named(ground: &Ground, (list, entity): (Uuid, Entity), ids: Vec<Uuid>) -> Named {
    Named { list_id: list, entity, change: Uuid::now_v7(), at: ground.ctx.now(), ids }
}

#[tokio::test]
async fn whoever_comes_into_a_list_or_leaves_it_moves_at_once_and_so_do_those_defined_by_it() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_account(ACME, &[("name", "Acme")]).await;
    ground.new_contact(ADA, &[("country", "DE")], Some(ACME)).await;
    ground.new_contact(BEN, &[("country", "AT")], None).await;
    let people = (ground.list(Entity::Contact).await, Entity::Contact);
    let listed = ground.segment(Entity::Contact, "Listed", within("lists", people.0)).await;
    let chain = ground.segment(Entity::Contact, "Chain", within("segments", listed)).await;
    let others = json!({"not": within("segments", chain)});
    let others = ground.segment(Entity::Contact, "Others", others).await;
    let employers = json!({"contacts": {"filter": within("lists", people.0)}});
    let employers = ground.segment(Entity::Account, "Employers", employers).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(others).await, of(&[ADA, BEN]));

    let added = named(&ground, people, vec![ADA, BEN]);
    let change = added.change;
    ground.listed(ListFact::ListRecordsAdded(added)).await;
    ground.settle(&mut keeper).await;
    for segment in [listed, chain] {
        assert_eq!(ground.members(segment).await, of(&[ADA, BEN]));
    }
    assert_eq!(ground.members(others).await, of(&[]));
    assert_eq!(ground.members(employers).await, of(&[ACME]));

    let removed = named(&ground, people, vec![BEN]);
    ground.listed(ListFact::ListRecordsRemoved(removed)).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(chain).await, of(&[ADA]));
    let undone = Named { change, ..named(&ground, people, vec![ADA, BEN]) };
    ground.listed(ListFact::ListChangeUndone(undone)).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(chain).await, of(&[]));
    assert_eq!(ground.members(others).await, of(&[ADA, BEN]));
    assert_eq!(ground.members(employers).await, of(&[]));
    ground.end().await;
}

#[tokio::test]
async fn a_fill_of_more_than_is_followed_at_once_leaves_nobody_out() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "DE")], None).await;
    ground.new_contact(BEN, &[("country", "AT")], None).await;
    let people = (ground.list(Entity::Contact).await, Entity::Contact);
    let listed = ground.segment(Entity::Contact, "Listed", within("lists", people.0)).await;
    ground.settle(&mut keeper).await;
    for chunk in 0..25u128 {
        let mut ids: Vec<Uuid> =
            (0..1_000).map(|n| Uuid::from_u128(0xf111_0000_0000 + chunk * 1_000 + n)).collect();
        ids.extend((chunk == 0).then_some(ADA));
        ids.extend((chunk == 24).then_some(BEN));
        ground.listed(ListFact::ListRecordsAdded(named(&ground, people, ids))).await;
    }
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(listed).await, of(&[ADA, BEN]));
    ground.end().await;
}

/// A set of two domains whose matching did not begin.
async fn domain_set(ground: &Ground) -> Uuid {
    let lines = Lines::Pasted("acme.example\nnowhere.example\n".into());
    let input = TakeIn {
        name: Some("Targets".into()),
        sharing: Sharing::Private,
        tags: Vec::new(),
        stubs: false,
        lines,
    };
    let id = take_in(&ground.ctx, &actor(), input).await.unwrap().id;
    let item = |number: u32, domain: &str| ItemRead {
        number,
        domain: domain.into(),
        account_name: None,
        repaired: false,
        resembles: None,
    };
    let read = DomainSetFact::DomainSetItemsRead(ItemsRead {
        domain_set_id: id,
        chunk: 0,
        items: vec![item(1, "acme.example"), item(2, "nowhere.example")],
        invalid: Vec::new(),
        repeated: 0,
        texts: Vec::new(),
    });
    let payload = serde_json::to_value(read).unwrap();
    ground.fact((ITEMS_READ, ITEMS_READ_VERSION), ("domain_set", id), payload).await;
    id
}

async fn matched(ground: &Ground, set: Uuid, account: Option<Uuid>) {
    let hit =
        account.map(|account| Found { account, via: Via::Domain, confidence: 100, by: None, stub: false });
    let items = vec![ItemMatched { number: 1, hit }];
    write_matched(&ground.ctx, (set, Uuid::now_v7()), items, &Metadata::system("system"), None)
        .await
        .unwrap();
}

#[tokio::test]
async fn whom_a_matching_finds_enters_at_once_and_whom_it_drops_leaves_at_once() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_account(ACME, &[("name", "Acme"), ("domain", "acme.example")]).await;
    ground.new_contact(ADA, &[("email", "ada@elsewhere.example")], Some(ACME)).await;
    ground.new_contact(BEN, &[("email", "ben@nowhere.example")], None).await;
    let set = domain_set(&ground).await;
    let firms = ground.segment(Entity::Account, "Firms", within("domain_sets", set)).await;
    let people = ground.segment(Entity::Contact, "People", within("domain_sets", set)).await;
    let staff = ground.segment(Entity::Contact, "Staff", within("account.domain_sets", set)).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(firms).await, of(&[]));
    assert_eq!(ground.members(people).await, of(&[BEN]), "by the domain of the email");

    matched(&ground, set, Some(ACME)).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(firms).await, of(&[ACME]));
    assert_eq!(ground.members(people).await, of(&[ADA, BEN]));
    assert_eq!(ground.members(staff).await, of(&[ADA]));

    let mut email = "ben@nowhere.example";
    // A host below the domain is at the company; a name that ends alike is another's.
    for (next, wanted) in [
        ("ben@elsewhere.example", of(&[ADA])),
        ("ben@mail.nowhere.example", of(&[ADA, BEN])),
        ("ben@evilnowhere.example", of(&[ADA])),
    ] {
        ground.change_contact(BEN, "email", Some(email), Some(next)).await;
        ground.settle(&mut keeper).await;
        assert_eq!(ground.members(people).await, wanted, "{next}");
        email = next;
    }

    matched(&ground, set, None).await;
    ground.settle(&mut keeper).await;
    for segment in [firms, people, staff] {
        assert_eq!(ground.members(segment).await, of(&[]));
    }
    ground.end().await;
}

/// Nobody waits for the look at all that time brings: the clock stands still.
#[tokio::test]
async fn whoever_another_takes_the_place_of_leaves_at_once_whether_found_or_said() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_account(ACME, &[("name", "Acme"), ("domain", "acme.example")]).await;
    ground.new_account(OTHER, &[("name", "Other"), ("domain", "other.example")]).await;
    ground.new_contact(ADA, &[("email", "ada@elsewhere.example")], Some(ACME)).await;
    ground.new_contact(BEN, &[("email", "ben@elsewhere.example")], Some(OTHER)).await;
    let set = domain_set(&ground).await;
    let firms = ground.segment(Entity::Account, "Firms", within("domain_sets", set)).await;
    let people = ground.segment(Entity::Contact, "People", within("domain_sets", set)).await;
    ground.settle(&mut keeper).await;
    let judge = async |verdict: Verdict, account: Uuid| {
        let input = JudgeItem { domain_set_id: set, item: 1, verdict, account };
        judge_item(&ground.ctx, &actor(), input).await.unwrap();
    };
    for step in 0..5 {
        let (firm, person) = match step {
            0 => {
                matched(&ground, set, Some(ACME)).await;
                (ACME, ADA)
            }
            1 => {
                matched(&ground, set, Some(OTHER)).await;
                (OTHER, BEN)
            }
            2 => {
                judge(Verdict::Assigned, ACME).await;
                (ACME, ADA)
            }
            3 => {
                let word = RetractWord { domain_set_id: set, item: 1, account: ACME };
                retract_word(&ground.ctx, &actor(), word).await.unwrap();
                (OTHER, BEN)
            }
            _ => {
                judge(Verdict::Assigned, ACME).await;
                (ACME, ADA)
            }
        };
        ground.settle(&mut keeper).await;
        assert_eq!(ground.members(firms).await, of(&[firm]), "step {step}");
        assert_eq!(ground.members(people).await, of(&[person]), "step {step}");
    }
    ground.end().await;
}

/// Steps until somebody is in a segment; what else there is to do is left.
async fn until_in(ground: &Ground, keeper: &mut SegmentKeeper, segment: Uuid, wanted: &[Uuid]) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while ground.members(segment).await != of(wanted) {
        assert!(Instant::now() < deadline, "nobody moves");
        if keeper.step().await.unwrap() != Step::Worked {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

async fn behind(ground: &Ground, segment: Uuid) -> bool {
    let row = query::get(&ground.test.pools.read, &actor(), segment).await.unwrap();
    row.unwrap().behind_since.is_some()
}

#[tokio::test]
async fn a_read_model_that_stands_still_holds_up_only_those_who_ask_it() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    ground.new_contact(ADA, &[("country", "AT")], None).await;
    let people = (ground.list(Entity::Contact).await, Entity::Contact);
    let germans = json!({"field": "country", "op": "equals", "value": "DE"});
    let both = json!({"all": [germans, within("lists", people.0)]});
    let germans = ground.segment(Entity::Contact, "Germans", germans).await;
    let listed = ground.segment(Entity::Contact, "Listed Germans", both).await;
    ground.settle(&mut keeper).await;

    let stands = |state: &'static str| {
        sqlx::query("update read.checkpoints set state = $1::text, failed_position = case when $1::text = 'stopped' then position + 1 end where name = 'lists'")
            .bind(state)
            .execute(&ground.test.pools.write)
    };
    stands("stopped").await.unwrap();
    ground.listed(ListFact::ListRecordsAdded(named(&ground, people, vec![ADA]))).await;
    ground.change_contact(ADA, "country", Some("AT"), Some("DE")).await;
    until_in(&ground, &mut keeper, germans, &[ADA]).await;
    assert_eq!(ground.members(listed).await, of(&[]));
    assert_eq!((behind(&ground, listed).await, behind(&ground, germans).await), (true, false));

    stands("live").await.unwrap();
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(listed).await, of(&[ADA]));
    assert!(!behind(&ground, listed).await);
    ground.end().await;
}
