//! Survivorship rules on records that are there: what a preview tells is what applying them does, and an undo takes all of it back.

use std::collections::BTreeMap;

use chrono::Duration;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::bulk::undo::{UndoBulk, undo_bulk};
use pivotal_commands::audience::survivorship::apply::apply_rules;
use pivotal_commands::audience::survivorship::change::{ChangeRules, change_rules};
use pivotal_commands::audience::survivorship::forget;
use pivotal_commands::audience::survivorship::preview::{cancel_preview, preview_rules};
use pivotal_commands::audience::survivorship::read::{preview_rows, survivorship};
use pivotal_commands::audience::survivorship::rows::WeighedRow;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::bulk::BulkState;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::audience::survivorship::order::Order;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_log::append::{Append, Lane};
use serde_json::json;
use uuid::Uuid;

use crate::support::World;

/// The newest department, whoever told it.
fn newest() -> Rules {
    let own = BTreeMap::from([("department".to_owned(), Order::newest())]);
    Rules::new(Entity::Contact, Order::default(), own).unwrap()
}

fn code(error: CommandError) -> String {
    match error {
        CommandError::Rejected(rejections) => rejections[0].code.clone(),
        CommandError::Forbidden(_) => "FORBIDDEN".into(),
        other => panic!("{other:?}"),
    }
}

/// So many contacts whose department a person typed; of the first few, a later file says another.
async fn world(contacts: usize, offered: usize) -> World {
    let mut world = World::new().await;
    world.listed = world.contacts(contacts, json!({ "department": "Sales" })).await;
    let mut append = Append::new(Lane::Bulk);
    for (id, loaded) in world.listed.iter().zip(world.all().await).take(offered) {
        let source = Source::Import { id: Uuid::from_u128(5), row: 2 };
        let value = Candidate::given("Finance".into(), WriteRule::BySource);
        let at = world.ctx.now() + Duration::days(1);
        let write = Write { source, at, values: BTreeMap::from([("department".to_owned(), value)]) };
        let events = loaded.decide(ContactCommand::Write(write)).unwrap();
        append.events::<Contact>(*id, 1, events, &world.actor.metadata()).unwrap();
    }
    world.log.log.append(append).await.unwrap();
    world
}

async fn rows(world: &World) -> Result<Vec<WeighedRow>, CommandError> {
    let page = preview_rows(&world.ctx, &world.actor, Entity::Contact, 0, 500).await?;
    Ok(page.rows.into_iter().map(|(_, row)| row).collect())
}

async fn departments(world: &World) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for contact in world.all().await {
        *counts.entry(contact.record.text("department").unwrap_or_default().to_owned()).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn what_the_preview_tells_is_what_applying_does_and_an_undo_takes_it_back() {
    let world = world(1_200, 3).await;
    let before = world.all().await;
    let working = world.work();
    preview_rules(&world.ctx, &world.actor, Entity::Contact, newest()).await.unwrap();
    world.until_idle().await;
    let told = survivorship(&world.ctx, &world.actor, Entity::Contact).await.unwrap().preview.unwrap();
    let difference = told.difference.clone().unwrap();
    assert_eq!((difference.records, difference.changed), (1_200, 3));
    assert_eq!(difference.fields, BTreeMap::from([("department".to_owned(), 3)]));
    let listed = rows(&world).await.unwrap();
    assert_eq!(listed.len(), 3);
    for row in &listed {
        assert!(world.listed[..3].contains(&row.record));
        assert_eq!(row.fields["department"].now, "Sales".into());
        assert_eq!(row.fields["department"].then, "Finance".into());
    }
    assert_eq!(world.all().await, before, "a preview writes nothing");

    let bulk = apply_rules(&world.ctx, &world.actor, Entity::Contact, told.job).await.unwrap();
    let again = apply_rules(&world.ctx, &world.actor, Entity::Contact, told.job).await.unwrap();
    assert_eq!(bulk, again, "asked for twice, it is one");
    let done = world.ended(bulk).await;
    assert_eq!((done.counts.changed, done.counts.unchanged), (3, 1_197));
    assert_eq!(departments(&world).await, BTreeMap::from([("Finance".into(), 3), ("Sales".into(), 1_197)]));
    let state = survivorship(&world.ctx, &world.actor, Entity::Contact).await.unwrap();
    assert_eq!(state.rules, newest());
    assert_eq!(world.contact(world.listed[0]).await.record.fields["department"].rank, 50, "a file's value");

    undo_bulk(&world.ctx, &world.actor, UndoBulk { id: bulk, chosen: Chosen::None }).await.unwrap();
    world.until_idle().await;
    assert_eq!(world.bulk(bulk).await.state, BulkState::Undone);
    for (before, after) in before.iter().zip(world.all().await) {
        let (before, after) = (&before.record.fields["department"], &after.record.fields["department"]);
        assert_eq!((&before.value, before.rank), (&after.value, after.rank));
    }
    working.stop().await;
}

#[tokio::test]
async fn rules_are_applied_only_as_previewed_and_only_by_who_keeps_the_settings() {
    let world = world(5, 1).await;
    let (ctx, admin) = (&world.ctx, &world.actor);
    let contact = Entity::Contact;
    let refused = apply_rules(ctx, admin, contact, Uuid::now_v7()).await.unwrap_err();
    assert_eq!(code(refused), "SURVIVORSHIP_NOT_PREVIEWED");
    assert_eq!(code(rows(&world).await.unwrap_err()), "SURVIVORSHIP_NO_PREVIEW");
    let asked = Asked::new(
        contact,
        BulkAction::Weigh { rules: newest() },
        Selection::Ids(world.listed.clone()),
        None,
    );
    assert_eq!(code(start_bulk(ctx, admin, asked, None).await.unwrap_err()), "BULK_NOT_BY_ITSELF");
    let agent = Actor { role: Role::CampaignManager, ..admin.clone() };
    assert_eq!(code(preview_rules(ctx, &agent, contact, newest()).await.unwrap_err()), "FORBIDDEN");
    let stale = ChangeRules { entity: contact, rules: newest(), expected: Some(newest()) };
    assert_eq!(code(change_rules(ctx, admin, stale).await.unwrap_err()), "SURVIVORSHIP_STALE");
    // Nobody works, so it waits; a second one is refused, and it can be stopped.
    preview_rules(ctx, admin, contact, newest()).await.unwrap();
    assert_eq!(
        code(preview_rules(ctx, admin, contact, newest()).await.unwrap_err()),
        "SURVIVORSHIP_PREVIEWING"
    );
    cancel_preview(ctx, admin, contact).await.unwrap();
    let working = world.work();
    world.until_idle().await;
    assert_eq!(code(cancel_preview(ctx, admin, contact).await.unwrap_err()), "SURVIVORSHIP_NOT_PREVIEWING");
    assert!(survivorship(ctx, admin, contact).await.unwrap().preview.is_none());
    working.stop().await;
}

#[tokio::test]
async fn the_list_of_a_preview_goes_with_an_erasure() {
    let world = world(5, 2).await;
    let working = world.work();
    preview_rules(&world.ctx, &world.actor, Entity::Contact, newest()).await.unwrap();
    world.until_idle().await;
    assert_eq!(rows(&world).await.unwrap().len(), 2);
    assert!(forget::forget(&world.ctx).await.unwrap());
    assert_eq!(code(rows(&world).await.unwrap_err()), "SURVIVORSHIP_NO_PREVIEW");
    let told = survivorship(&world.ctx, &world.actor, Entity::Contact).await.unwrap().preview.unwrap();
    assert!(told.difference.is_some(), "the numbers name nobody");
    working.stop().await;
}
