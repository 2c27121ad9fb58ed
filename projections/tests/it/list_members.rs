//! Who is in a list, and who was: added, removed, merged, erased, taken back, rebuilt.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::exports::list::InLists;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::events::ListEvent;
use pivotal_domain::audience::lists::facts::{ABOUT, ListFact, Named};
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::lists::{List, Made};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::{self as contacts, ContactFilter};
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::audience::lists::members;
use pivotal_projections::audience::lists::project::Lists;
use pivotal_projections::audience::lists::query::{self, ListsFilter};
use pivotal_projections::audience::lists::used_by::used_by;
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::records::{
    ADA, account_created, admin, agent, client_user, contact_created, fields, metadata, minute,
};
use crate::support::{Ground, settle};

const LIST: Uuid = Uuid::from_u128(0x11);
const OTHER: Uuid = Uuid::from_u128(0x12);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn made(name: &str, owner: Uuid, sharing: Sharing) -> ListEvent {
    let details = Details { name: name.into(), sharing, tags: vec!["Berlin".into()] };
    let made = Made { owner, entity: Entity::Contact, source: ListSource::Selection, fill: None, details };
    ListEvent::ListCreated { at: minute(0), made }
}

async fn fact(ground: &Ground, fact: ListFact) {
    let (kind, version) = fact.kind();
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind,
        version,
        about_type: ABOUT,
        about_id: fact.named().change,
        payload: serde_json::to_value(&fact).unwrap(),
        metadata: metadata(&Source::Ui),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

fn named(list_id: Uuid, change: u128, at: i64, ids: &[u128]) -> Named {
    let ids = ids.iter().map(|n| id(*n)).collect();
    Named { list_id, entity: Entity::Contact, change: id(change), at: minute(at), ids }
}

async fn moves(ground: &Ground, verb: Verb, list: Uuid, (change, at): (u128, i64), ids: &[u128]) {
    fact(ground, ListFact::of(verb, named(list, change, at, ids))).await;
}

async fn undone(ground: &Ground, list: Uuid, (change, at): (u128, i64), ids: &[u128]) {
    fact(ground, ListFact::ListChangeUndone(named(list, change, at, ids))).await;
}

/// Who is in a list, and the number that is said of it.
async fn members_of(ground: &Ground, list: Uuid) -> (Vec<u128>, i64) {
    let row = query::get(&ground.test.pools.read, &admin(), list).await.unwrap().unwrap();
    let args = PageArgs::first(100);
    let page = members::page(&ground.test.pools.read, &admin(), &row, None, &args).await.unwrap();
    (page.rows.iter().map(|(_, row)| row.record_id.as_u128()).collect(), row.members)
}

async fn contact(ground: &Ground, n: u128, events: Vec<ContactEvent>) {
    ground.contact(id(n), events).await;
}

fn created(n: u128) -> ContactEvent {
    contact_created(fields(&[("full_name", &format!("Person {n}"))]), None)
}

fn merged_into(survivor: u128) -> ContactEvent {
    ContactEvent::ContactMergedInto { source: Source::Ui, at: minute(20), survivor: id(survivor) }
}

fn unmerged(survivor: u128) -> ContactEvent {
    ContactEvent::ContactUnmerged { source: Source::Ui, at: minute(30), survivor: id(survivor) }
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Lists], |_| {}).await.unwrap();
    report.differences.into_iter().map(|difference| difference.what).collect()
}

#[tokio::test]
async fn records_come_and_go_and_a_past_moment_shows_who_was_there() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Lists);
    ground.append::<List>(LIST, vec![made("Fair", ADA, Sharing::Private)], &Source::Ui).await;
    moves(&ground, Verb::Add, LIST, (100, 1), &[1, 2, 3]).await;
    // Whoever is in already stays as it came in; whoever is not does not leave.
    moves(&ground, Verb::Add, LIST, (101, 2), &[3, 4]).await;
    moves(&ground, Verb::Remove, LIST, (102, 5), &[2, 9]).await;
    moves(&ground, Verb::Add, LIST, (103, 8), &[2]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1, 2, 3, 4], 4));
    let pool = &ground.test.pools.read;
    let row = query::get(pool, &admin(), LIST).await.unwrap().unwrap();
    for (at, expected) in
        [(0, vec![]), (1, vec![1, 2, 3]), (4, vec![1, 2, 3, 4]), (6, vec![1, 3, 4]), (9, vec![1, 2, 3, 4])]
    {
        let page =
            members::page(pool, &admin(), &row, Some(minute(at)), &PageArgs::first(100)).await.unwrap();
        let found: Vec<u128> = page.rows.iter().map(|(_, row)| row.record_id.as_u128()).collect();
        assert_eq!(found, expected, "minute {at}");
        let counted = members::count_at(pool, LIST, minute(at)).await.unwrap();
        assert_eq!(counted, expected.len() as i64, "minute {at}");
    }
    assert_eq!(members::moved_by(pool, LIST, id(101), &[id(3), id(4)]).await.unwrap(), 1);
    let first = members::page(pool, &admin(), &row, None, &PageArgs::first(3)).await.unwrap();
    assert!(first.has_next);
    let args = PageArgs { after: Some(first.rows[2].0.clone()), ..PageArgs::first(3) };
    let rest = members::page(pool, &admin(), &row, None, &args).await.unwrap();
    assert_eq!((rest.rows.len(), rest.rows[0].1.record_id, rest.has_next), (1, id(4), false));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.execute("update read.list_counts set members = 7").await;
    assert_eq!(differences(&ground).await, ["the count differs from the members there are"]);
}

#[tokio::test]
async fn a_change_is_taken_back_and_other_changes_stay() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Lists);
    ground.append::<List>(LIST, vec![made("Fair", ADA, Sharing::Private)], &Source::Ui).await;
    moves(&ground, Verb::Add, LIST, (100, 1), &[1, 2]).await;
    moves(&ground, Verb::Add, LIST, (101, 2), &[2, 3, 4]).await;
    // One that it brought in was taken out by hand and brought in again: that is not its own any more.
    moves(&ground, Verb::Remove, LIST, (102, 3), &[4]).await;
    moves(&ground, Verb::Add, LIST, (103, 4), &[4]).await;
    undone(&ground, LIST, (101, 5), &[2, 3, 4]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1, 2, 4], 3));
    moves(&ground, Verb::Remove, LIST, (104, 6), &[1, 2]).await;
    undone(&ground, LIST, (104, 7), &[1, 2]).await;
    // Once more changes nothing, not even when one of them left for another reason since.
    moves(&ground, Verb::Remove, LIST, (105, 8), &[2]).await;
    undone(&ground, LIST, (104, 9), &[1, 2]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1, 4], 2));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
}

#[tokio::test]
async fn who_is_merged_follows_the_survivor_and_comes_back_with_the_undo() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Lists);
    for list in [LIST, OTHER] {
        ground.append::<List>(list, vec![made("Fair", ADA, Sharing::Private)], &Source::Ui).await;
    }
    for n in 1..=3 {
        contact(&ground, n, vec![created(n)]).await;
    }
    moves(&ground, Verb::Add, LIST, (100, 1), &[2, 3]).await;
    moves(&ground, Verb::Add, OTHER, (101, 1), &[1, 2]).await;
    contact(&ground, 2, vec![merged_into(1)]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1, 3], 2), "as the survivor");
    assert_eq!(members_of(&ground, OTHER).await, (vec![1], 1), "who was there already, once");
    contact(&ground, 3, vec![merged_into(1)]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1], 1));
    contact(&ground, 2, vec![unmerged(1)]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![1, 2], 2), "the survivor still stands for the third");
    assert_eq!(members_of(&ground, OTHER).await, (vec![1, 2], 2));
    contact(&ground, 3, vec![unmerged(1)]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![2, 3], 2));
    assert_eq!(members_of(&ground, OTHER).await, (vec![1, 2], 2), "it was there by itself");
    assert_eq!(differences(&ground).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_survivor_that_is_taken_out_and_an_undone_change_leave_nobody_to_come_back() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Lists);
    for list in [LIST, OTHER] {
        ground.append::<List>(list, vec![made("Fair", ADA, Sharing::Private)], &Source::Ui).await;
    }
    for n in 1..=2 {
        contact(&ground, n, vec![created(n)]).await;
    }
    moves(&ground, Verb::Add, LIST, (100, 1), &[2]).await;
    moves(&ground, Verb::Add, OTHER, (101, 1), &[2]).await;
    contact(&ground, 2, vec![merged_into(1)]).await;
    moves(&ground, Verb::Remove, LIST, (102, 21), &[1]).await;
    undone(&ground, OTHER, (101, 22), &[2]).await;
    contact(&ground, 2, vec![unmerged(1)]).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![], 0));
    assert_eq!(members_of(&ground, OTHER).await, (vec![], 0));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_erased_leave_and_accounts_follow_theirs() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Lists);
    for list in [LIST, OTHER] {
        ground.append::<List>(list, vec![made("Fair", ADA, Sharing::Private)], &Source::Ui).await;
    }
    contact(&ground, 1, vec![created(1)]).await;
    moves(&ground, Verb::Add, LIST, (100, 1), &[1]).await;
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: "DSR-17".into() };
    contact(&ground, 1, vec![erased]).await;
    ground.append::<Account>(id(7), vec![account_created(fields(&[("name", "Norhavn")]))], &Source::Ui).await;
    moves(&ground, Verb::Add, OTHER, (101, 1), &[7]).await;
    let merged = AccountEvent::AccountMergedInto { source: Source::Ui, at: minute(20), survivor: id(8) };
    ground.append::<Account>(id(7), vec![merged], &Source::Ui).await;
    settle(&mut worker).await;
    assert_eq!(members_of(&ground, LIST).await, (vec![], 0));
    assert_eq!(members_of(&ground, OTHER).await, (vec![8], 1));
}

#[tokio::test]
async fn lists_are_found_by_whom_they_are_shared_with_and_records_by_their_lists() {
    let ground = Ground::new().await;
    let (mut worker, mut rows) = (ground.worker(Lists), ground.worker(Contacts));
    let team = id(0x77);
    ground.append::<List>(LIST, vec![made("Trade fair", ADA, Sharing::Team { team })], &Source::Ui).await;
    ground.append::<List>(OTHER, vec![made("Hidden", id(5), Sharing::Private)], &Source::Ui).await;
    for n in 1..=3 {
        contact(&ground, n, vec![created(n)]).await;
    }
    moves(&ground, Verb::Add, LIST, (100, 1), &[1, 2]).await;
    moves(&ground, Verb::Add, OTHER, (101, 1), &[2, 3]).await;
    settle(&mut worker).await;
    settle(&mut rows).await;
    let pool = &ground.test.pools.read;
    let by_name = Sort { field: "name".into(), direction: Direction::Ascending };
    let names = async |who, filter: ListsFilter| {
        let page = query::page(pool, &who, &filter, &by_name, &PageArgs::first(10)).await.unwrap();
        assert_eq!(query::count(pool, &who, &filter).await.unwrap(), page.rows.len() as i64);
        page.rows.into_iter().map(|(_, row)| row.name).collect::<Vec<_>>()
    };
    assert_eq!(names(admin(), ListsFilter::default()).await, ["Trade fair"]);
    let found = ListsFilter { q: Some("FAIR".into()), tag: Some("berlin".into()), ..ListsFilter::default() };
    assert_eq!(names(admin(), found).await, ["Trade fair"]);
    let accounts = ListsFilter { entity: Some(Entity::Account), ..ListsFilter::default() };
    assert_eq!(names(admin(), accounts).await, Vec::<String>::new());
    assert_eq!(names(agent(id(6)), ListsFilter::default()).await, Vec::<String>::new());
    assert_eq!(query::get(pool, &client_user(), LIST).await.unwrap(), None);

    let in_lists = async |in_lists: InLists| {
        let filter = ContactFilter { in_lists: Some(in_lists), ..ContactFilter::default() };
        let sort = Sort { field: "full_name".into(), direction: Direction::Ascending };
        let page = contacts::page(pool, &admin(), &filter, &sort, &PageArgs::first(10)).await.unwrap();
        page.rows.into_iter().map(|(_, row)| row.id.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(in_lists(InLists { any: vec![LIST], ..InLists::default() }).await, [1, 2]);
    assert_eq!(in_lists(InLists { none: vec![LIST], ..InLists::default() }).await, [3]);
    let as_of = InLists { any: vec![LIST], as_of: Some(minute(0)), ..InLists::default() };
    assert_eq!(in_lists(as_of).await, Vec::<u128>::new());
    // Who is in a list that is not shared with one is nobody's business.
    assert_eq!(in_lists(InLists { any: vec![OTHER], ..InLists::default() }).await, Vec::<u128>::new());
    let both = InLists { all: vec![LIST, OTHER], ..InLists::default() };
    assert_eq!(in_lists(both).await, Vec::<u128>::new());

    let source = ListSource::Snapshot { list: LIST, as_of: minute(2) };
    let details = Details { name: "Copy".into(), sharing: Sharing::Everyone, tags: Vec::new() };
    let copy = Made { owner: ADA, entity: Entity::Contact, source, fill: None, details };
    ground
        .append::<List>(id(0x13), vec![ListEvent::ListCreated { at: minute(3), made: copy }], &Source::Ui)
        .await;
    settle(&mut worker).await;
    let uses = used_by(pool, &admin(), LIST).await.unwrap();
    assert_eq!(uses.iter().map(|used| used.name.as_str()).collect::<Vec<_>>(), ["Copy"]);
    assert_eq!(used_by(pool, &admin(), OTHER).await.unwrap(), Vec::new());
}
