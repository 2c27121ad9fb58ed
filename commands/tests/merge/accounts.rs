//! Two accounts that are one, and what points at them.

use pivotal_commands::audience::bulk::undo::{UndoBulk, undo_bulk};
use pivotal_commands::audience::merge::many::{MergeMany, merge_many};
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::contacts::events::LinkKind;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Keep, Rule};
use pivotal_domain::audience::record::undo::Chosen;
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, code, group};

#[tokio::test]
async fn contacts_and_accounts_below_move_and_come_back() {
    let world = World::new().await;
    let ours = world.account(json!({ "name": "Norhavn", "domain": "norhavn.test" })).await;
    let theirs = world.account(json!({ "name": "Norhavn ApS", "domain": "norhavn-aps.test" })).await;
    let below = world.account(json!({ "name": "Norhavn Syd", "parent": theirs })).await;
    let by_email = world.contact(json!({ "full_name": "Ada", "email": "ada@norhavn-aps.test" })).await;
    let by_hand = world.contact_at(json!({ "full_name": "Bo", "email": "bo@example.test" }), theirs).await;
    let id = world.merge(Entity::Account, group(ours, &[theirs])).await.unwrap();
    for (contact, how) in [(by_email, LinkKind::Auto), (by_hand, LinkKind::Manual)] {
        let link = world.is(contact).await.account.unwrap();
        assert_eq!((link.account_id, link.how), (ours, how));
    }
    assert_eq!(world.firm(below).await.record.text("parent"), Some(ours.to_string().as_str()));
    assert_eq!(world.firm(ours).await.record.texts("alternate_domains"), ["norhavn-aps.test"]);
    // Who comes now by the old domain comes to the survivor.
    let late = world.contact(json!({ "full_name": "Late", "email": "late@norhavn-aps.test" })).await;
    assert_eq!(world.is(late).await.account.map(|link| link.account_id), Some(ours));
    world.undo(id).await;
    for (contact, how) in [(by_email, LinkKind::Auto), (by_hand, LinkKind::Manual)] {
        let link = world.is(contact).await.account.unwrap();
        assert_eq!((link.account_id, link.how), (theirs, how));
    }
    assert_eq!(world.firm(below).await.record.text("parent"), Some(theirs.to_string().as_str()));
    assert!(world.firm(ours).await.record.texts("alternate_domains").is_empty());
    assert!(world.firm(theirs).await.record.is_active());
}

#[tokio::test]
async fn a_circle_is_refused() {
    let world = World::new().await;
    let top = world.account(json!({ "name": "Norhavn Holding" })).await;
    let middle = world.account(json!({ "name": "Norhavn Midt", "parent": top })).await;
    let bottom = world.account(json!({ "name": "Norhavn", "parent": middle })).await;
    let refused = world.merge(Entity::Account, group(bottom, &[top])).await;
    assert_eq!(code(refused.unwrap_err()), "MERGE_PARENT_CYCLE");
    // The other way round the one at the bottom goes, and nothing hangs below it.
    world.merge(Entity::Account, group(top, &[bottom])).await.unwrap();
    assert_eq!(world.firm(middle).await.record.text("parent"), Some(top.to_string().as_str()));
}

/// An account that goes, with contacts and accounts below it, and what they hold before that.
async fn large(world: &World) -> (Uuid, Vec<Uuid>, Vec<Uuid>) {
    let theirs = world.account(json!({ "name": "Norhavn ApS", "domain": "norhavn-aps.test" })).await;
    let (mut contacts, mut below) = (Vec::new(), Vec::new());
    for n in 0..7 {
        let of = json!({ "full_name": format!("P{n}"), "email": format!("p{n}@norhavn-aps.test") });
        contacts.push(world.contact(of).await);
    }
    for n in 0..3 {
        below.push(world.account(json!({ "name": format!("Norhavn {n}"), "parent": theirs })).await);
    }
    (theirs, contacts, below)
}

/// Where all of them are.
async fn all_at(world: &World, account: Uuid, contacts: &[Uuid], below: &[Uuid]) {
    for contact in contacts {
        assert_eq!(world.is(*contact).await.account.map(|link| link.account_id), Some(account));
    }
    for child in below {
        assert_eq!(world.firm(*child).await.record.text("parent"), Some(account.to_string().as_str()));
    }
}

#[tokio::test]
async fn what_is_too_much_for_one_transaction_follows_in_further_ones_and_comes_back_whole() {
    let mut world = World::new().await;
    world.linked_most = 2;
    let ours = world.account(json!({ "name": "Norhavn", "domain": "norhavn.test" })).await;
    let (theirs, contacts, below) = large(&world).await;
    let id = world.merge(Entity::Account, group(ours, &[theirs])).await.unwrap();
    // The merge itself is done, and nothing is found under the account that went.
    assert_eq!(world.firm(theirs).await.record.merged_into, Some(ours));
    let mut moved = 0;
    for child in &below {
        let above = world.firm(*child).await.record.text("parent").map(str::to_owned);
        moved += usize::from(above == Some(ours.to_string()));
    }
    assert_eq!((world.bulk(id).await.state, moved), (BulkState::Running, 2));
    let early = UndoBulk { id, chosen: Chosen::None };
    assert_eq!(code(undo_bulk(&world.ctx, &world.actor, early).await.unwrap_err()), "BULK_NOT_ENDED");

    let stop = world.work();
    world.until_idle().await;
    stop.cancel();
    let bulk = world.bulk(id).await;
    assert_eq!((bulk.state, bulk.counts.selected, bulk.counts.changed), (BulkState::Completed, 1, 1));
    all_at(&world, ours, &contacts, &below).await;
    // The first two in the merge, then one account, then seven contacts, two by two.
    assert_eq!(world.chunks(id).await, 1 + 1 + 4);

    world.undo(id).await;
    all_at(&world, theirs, &contacts, &below).await;
    assert!(world.firm(theirs).await.record.is_active());
    assert!(world.firm(ours).await.record.texts("alternate_domains").is_empty());
}

#[tokio::test]
async fn a_large_one_among_many_is_moved_before_the_next_and_a_cancelled_job_carries_it_through() {
    let mut world = World::new().await;
    world.linked_most = 3;
    let ours = world.account(json!({ "name": "Norhavn" })).await;
    let (theirs, contacts, below) = large(&world).await;
    let others = [
        world.account(json!({ "name": "Vestkyst" })).await,
        world.account(json!({ "name": "Vestkyst ApS" })).await,
    ];
    let keep = if ours < theirs { Keep::Oldest } else { Keep::Newest };
    let many = MergeMany {
        entity: Entity::Account,
        groups: vec![vec![ours, theirs], others.to_vec()],
        keep,
        rule: Rule::Survivor,
        idempotency_key: None,
    };
    let id = merge_many(&world.ctx, &world.actor, many).await.unwrap().id;
    let stop = world.work();
    world.until_idle().await;
    stop.cancel();
    let bulk = world.bulk(id).await;
    assert_eq!((bulk.state, bulk.counts.changed, bulk.counts.refused), (BulkState::Completed, 2, 0));
    all_at(&world, ours, &contacts, &below).await;
    world.undo(id).await;
    all_at(&world, theirs, &contacts, &below).await;

    // One at once, whose job is cancelled before it begins: what was merged is whole all the same.
    let id = world.merge(Entity::Account, group(ours, &[theirs])).await.unwrap();
    let job = world.bulk(id).await.job.unwrap();
    world.queue.cancel(job).await.unwrap();
    let stop = world.work();
    world.until_idle().await;
    stop.cancel();
    all_at(&world, ours, &contacts, &below).await;
    assert_eq!(world.bulk(id).await.state, BulkState::Completed);
}
