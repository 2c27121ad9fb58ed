//! Taking an import back, on a real log: everything of it, only what is its own, and once.

use std::collections::BTreeMap;

use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::imports::undo::{
    UndoImport, cancel_undo, preview_undo, undo_import, undo_rows,
};
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::{UndoList, UndoRow};
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::undo::{Chosen, UndoOutcome, UndoResult};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::json;
use uuid::Uuid;

use crate::support::World;

type Values = BTreeMap<String, FieldValue>;

fn fields(value: serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    value.as_object().unwrap().clone()
}

async fn contact(world: &World, of: serde_json::Value) -> Uuid {
    let new = CreateContact { fields: fields(of), account_id: None, idempotency_key: None };
    create_contact(&world.ctx, &world.actor, new).await.unwrap().id
}

async fn edit(world: &World, id: Uuid, of: serde_json::Value) {
    let edit = UpdateContact {
        id,
        fields: fields(of),
        account_id: None,
        unlink_account: false,
        expected_version: None,
        idempotency_key: None,
    };
    update_contact(&world.ctx, &world.actor, edit).await.unwrap();
}

/// Undoes to the end; what it came to.
async fn undone(world: &World, id: Uuid, chosen: Chosen) -> UndoResult {
    undo_import(&world.ctx, &world.actor, UndoImport { id, chosen }).await.unwrap();
    world.until_idle().await;
    assert_eq!(world.ctx.log.load::<Import>(id).await.unwrap().state.state, ImportState::Undone);
    let payload: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1 and event_type = 'ImportUndone' order by sequence desc limit 1")
        .bind(id.to_string()).fetch_one(&world.log.pools.write).await.unwrap();
    let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
    serde_json::from_value(payload["ImportUndone"].clone()).unwrap()
}

fn values(contact: &Contact) -> Values {
    contact.record.fields.iter().map(|(key, held)| (key.clone(), held.value.clone())).collect()
}

async fn active(world: &World) -> usize {
    world.contacts().await.iter().filter(|(_, contact)| contact.record.is_active()).count()
}

fn file(rows: std::ops::Range<usize>, city: &str) -> String {
    let row =
        |n: usize| format!("p{n}@firm{}.test,Person,N{n},{city},Firm {},firm{}.test\n", n % 9, n % 9, n % 9);
    let rows: String = rows.map(row).collect();
    format!("Email,First name,Last name,City,Company,Website\n{rows}")
}

#[tokio::test]
async fn everything_is_as_before_and_the_corrected_file_goes_in() {
    let world = World::new().await;
    let working = world.work();
    world.import_by(&working, file(0..300, "Ribe")).await;
    let typed = contact(&world, json!({"email": "p700@firm7.test", "city": "Skagen"})).await;
    let before: BTreeMap<Uuid, Values> =
        world.contacts().await.iter().map(|(id, contact)| (*id, values(contact))).collect();

    let bad = world.import_by(&working, file(100..800, "Wrong")).await;
    let looked = undo_look(&world, bad).await;
    let result = undone(&world, bad, Chosen::None).await;
    assert_eq!(looked, result, "what the look told is what happened");
    assert_eq!(result.contacts.archived, 499, "{result:?}");
    assert_eq!(result.contacts.kept + result.contacts.partly, 0);
    for (id, contact) in world.contacts().await {
        match before.get(&id) {
            Some(before) => assert_eq!(&values(&contact), before),
            None => assert!(!contact.record.is_active()),
        }
    }
    let again = undo_import(&world.ctx, &world.actor, UndoImport { id: bad, chosen: Chosen::All }).await;
    assert_eq!(code(again.unwrap_err()), "IMPORT_UNDONE", "there is nothing left to do");
    assert_eq!(code(preview_undo(&world.ctx, &world.actor, bad).await.unwrap_err()), "IMPORT_UNDONE");

    // What a file said gives way to the next file; what a person typed does not.
    world.import_by(&working, file(100..800, "Varde")).await;
    let city = async |id| {
        world.ctx.log.load::<Contact>(id).await.unwrap().state.record.text("city").map(str::to_owned)
    };
    assert_eq!(city(typed).await.as_deref(), Some("Skagen"));
    let corrected = world.contacts().await;
    let of_both =
        corrected.iter().find(|(_, contact)| contact.record.text("email") == Some("p150@firm6.test"));
    assert_eq!(of_both.unwrap().1.record.text("city"), Some("Varde"));
    working.stop().await;
}

fn code(error: CommandError) -> String {
    match error {
        CommandError::Rejected(rejections) => rejections[0].code.clone(),
        other => panic!("{other:?}"),
    }
}

async fn undo_look(world: &World, id: Uuid) -> UndoResult {
    preview_undo(&world.ctx, &world.actor, id).await.unwrap();
    world.until_idle().await;
    let payload: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1 and event_type = 'ImportUndoPreviewed' order by sequence desc limit 1")
        .bind(id.to_string()).fetch_one(&world.log.pools.write).await.unwrap();
    let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
    serde_json::from_value(payload["ImportUndoPreviewed"].clone()).unwrap()
}

async fn list(world: &World, id: Uuid, list: UndoList) -> Vec<UndoRow> {
    let read = ReadUndo { id, list, after: 0, first: 500 };
    undo_rows(&world.ctx, &world.actor, read).await.unwrap().rows.into_iter().map(|(_, row)| row).collect()
}

#[tokio::test]
async fn what_somebody_touched_since_is_listed_and_left_unless_it_is_chosen() {
    let world = World::new().await;
    let working = world.work();
    let existing = contact(&world, json!({"email": "old@norhavn.test", "city": "Skagen"})).await;
    let rows = "new@norhavn.test,Ribe,6760\nold@norhavn.test,Ribe,6760\nother@norhavn.test,Ribe,6760\n";
    let id = world.import_by(&working, format!("Email,City,Postal code\n{rows}")).await;
    let made = world.contacts().await.iter().map(|(id, _)| *id).find(|id| *id != existing).unwrap();
    edit(&world, made, json!({"city": "Varde"})).await;
    edit(&world, existing, json!({"postal_code": "6800"})).await;

    undo_look(&world, id).await;
    let conflicts = list(&world, id, UndoList::Conflicts).await;
    let mut left: Vec<_> = conflicts.iter().map(|row| (row.record, row.outcome)).collect();
    left.sort_unstable_by_key(|(id, _)| *id);
    assert!(left.contains(&(made, UndoOutcome::Kept)), "{conflicts:?}");
    assert_eq!(active(&world).await, 3, "a look changes nothing");

    let result = undone(&world, id, Chosen::None).await;
    assert_eq!(
        (result.contacts.archived, result.contacts.kept + result.contacts.partly),
        (1, left.len() as u64)
    );
    assert_eq!(active(&world).await, 2);
    let result = undone(&world, id, Chosen::Records(vec![made])).await;
    assert_eq!(result.contacts.archived, 1);
    assert_eq!(active(&world).await, 1, "the one that was there before");
    working.stop().await;
}

#[tokio::test]
async fn accounts_are_archived_unless_somebody_elses_contact_is_theirs() {
    let world = World::new().await;
    let working = world.work();
    let file = "Email,Company,Website\na@norhavn.test,Norhavn,norhavn.test\nb@vesthavn.test,Vesthavn,vesthavn.test\n";
    let id = world.import_by(&working, file).await;
    contact(&world, json!({"email": "late@norhavn.test"})).await;
    let result = undone(&world, id, Chosen::None).await;
    assert_eq!((result.accounts.archived, result.accounts.kept), (1, 1), "{result:?}");
    let accounts: Vec<String> = sqlx::query_scalar(
        "select aggregate_id from log.events where aggregate_type = 'account' and sequence = 1",
    )
    .fetch_all(&world.log.pools.write)
    .await
    .unwrap();
    for account in accounts {
        let account = world.ctx.log.load::<Account>(account.parse().unwrap()).await.unwrap().state;
        assert_eq!(account.record.is_active(), account.record.text("name") == Some("Norhavn"));
    }
    working.stop().await;
}

#[tokio::test]
async fn a_value_that_another_record_has_now_stays_with_it() {
    let world = World::new().await;
    let working = world.work();
    let company = |name: &str, domain: &str| CreateAccount {
        fields: fields(json!({"name": name, "domain": domain})),
        idempotency_key: None,
    };
    let person =
        contact(&world, json!({"linkedin_url": "https://www.linkedin.com/in/ada", "email": "a@x.test"}))
            .await;
    create_account(&world.ctx, &world.actor, company("X", "x.test")).await.unwrap();
    let id = world
        .import_by(&working, "LinkedIn URL,Secondary emails,City\nlinkedin.com/in/ada,a@x.test,Ribe\n")
        .await;
    edit(&world, person, json!({"email": "b@x.test"})).await;
    contact(&world, json!({"email": "a@x.test"})).await;
    let result = undone(&world, id, Chosen::None).await;
    assert_eq!(
        result.contacts.reverted, 1,
        "a value the import did not write is nobody's business: {result:?}"
    );
    working.stop().await;
}

#[tokio::test]
async fn cancelled_or_cut_off_it_is_gone_on_with() {
    let world = World::new().await;
    let working = world.work();
    let id = world.import_by(&working, file(0..3_000, "Ribe")).await;
    undo_import(&world.ctx, &world.actor, UndoImport { id, chosen: Chosen::None }).await.unwrap();
    world.queue.wake();
    until_archived(&world, 1).await;
    working.stop().await;
    let working = world.work();
    until_archived(&world, 600).await;
    cancel_undo(&world.ctx, &world.actor, id).await.unwrap();
    world.until_idle().await;
    let import = world.ctx.log.load::<Import>(id).await.unwrap().state;
    if import.state != ImportState::Undone {
        assert_eq!((import.state, import.undoing.running), (ImportState::Completed, None));
        undone(&world, id, Chosen::None).await;
    }
    assert_eq!(active(&world).await, 0);
    let archived: i64 =
        sqlx::query_scalar("select count(*) from log.events where event_type = 'ContactArchived'")
            .fetch_one(&world.log.pools.write)
            .await
            .unwrap();
    assert_eq!(archived, 3_000, "each once");
    working.stop().await;
}

async fn until_archived(world: &World, most: i64) {
    let count = "select count(*) from log.events where event_type = 'ContactArchived'";
    while sqlx::query_scalar::<_, i64>(count).fetch_one(&world.log.pools.write).await.unwrap() < most {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn whoever_may_not_undo_is_refused() {
    let world = World::new().await;
    let working = world.work();
    let id = world.import_by(&working, file(0..2, "Ribe")).await;
    let agent = Actor { role: Role::CampaignManager, ..Actor::system("ui") };
    assert!(undo_import(&world.ctx, &agent, UndoImport { id, chosen: Chosen::None }).await.is_err());
    assert!(preview_undo(&world.ctx, &agent, id).await.is_err());
    working.stop().await;
}
