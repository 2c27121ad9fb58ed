//! What a preview foretells is what the run does, as long as nothing changes in between.

use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::imports::cancel::cancel_import;
use pivotal_commands::audience::imports::preview::lists::List;
use pivotal_commands::audience::imports::preview::read::{ReadPreview, preview_rows};
use pivotal_commands::audience::imports::preview::start::preview_import;
use pivotal_commands::audience::imports::preview::tell::PreviewRow;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::record::lists::ListPage;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::imports::events::Previewed;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_domain::audience::imports::{Import, ImportState};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use uuid::Uuid;

use crate::support::{Ended, World};

async fn contact(world: &World, fields: serde_json::Value) -> Uuid {
    let fields = fields.as_object().unwrap().clone();
    let new = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(&world.ctx, &world.actor, new).await.unwrap().id
}

async fn previewed(world: &World, id: Uuid) -> Previewed {
    preview_import(&world.ctx, &world.actor, id).await.unwrap();
    world.queue.wake();
    world.until_previewed(id).await;
    let payload: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1 and event_type = 'ImportPreviewed' order by sequence desc limit 1")
        .bind(id.to_string()).fetch_one(&world.log.pools.write).await.unwrap();
    let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
    serde_json::from_value(payload["ImportPreviewed"].clone()).unwrap()
}

async fn list(world: &World, id: Uuid, list: List) -> Vec<PreviewRow> {
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let read = ReadPreview { id, list, after, first: 3 };
        let ListPage { rows: page, more } = preview_rows(&world.ctx, &world.actor, read).await.unwrap();
        after = page.last().map_or(after, |(place, _)| *place);
        rows.extend(page.into_iter().map(|(_, row)| row));
        if !more {
            return rows;
        }
    }
}

fn outcome_lists() -> [(List, RowOutcome); 6] {
    [
        (List::Created, RowOutcome::Created),
        (List::Updated, RowOutcome::Updated),
        (List::Unchanged, RowOutcome::Unchanged),
        (List::MergedInFile, RowOutcome::MergedInFile),
        (List::MatchesArchived, RowOutcome::MatchesArchived),
        (List::Rejected, RowOutcome::Rejected),
    ]
}

/// Previews, runs, and holds one against the other: counts, and every row's outcome.
async fn preview_and_run(world: &World, id: Uuid) -> (Previewed, Ended) {
    let foretold = previewed(world, id).await;
    let mut rows = Vec::new();
    for (name, outcome) in outcome_lists() {
        rows.extend(list(world, id, name).await.into_iter().map(|row| (row.row, outcome, row.into)));
    }
    rows.sort_unstable_by_key(|(row, ..)| *row);
    let sides = (
        list(world, id, List::AccountsCreated).await.len() as u64,
        list(world, id, List::AccountsUpdated).await.len() as u64,
        list(world, id, List::Warnings).await.len() as u64,
    );
    start_import(&world.ctx, &world.actor, id, false).await.unwrap();
    world.queue.wake();
    let ended = world.ended(id).await;
    assert_eq!(foretold.result.outcomes, ended.outcomes());
    assert_eq!(foretold.result.accounts_created, ended.result["accounts_created"].as_u64().unwrap());
    assert_eq!(foretold.result.accounts_updated, ended.result["accounts_updated"].as_u64().unwrap());
    let ran = ended.rows.iter().flat_map(|chunk| &chunk.records);
    let ran: Vec<_> = ran.map(|record| (record.row, record.outcome, record.into)).collect();
    assert_eq!(rows, ran, "every row stands in the list of its outcome");
    let result = &foretold.result;
    assert_eq!(sides, (result.accounts_created, result.accounts_updated, result.outcomes.warnings));
    (foretold, ended)
}

const MIXED: &str = "Email,First name,Last name,City,Company,Website,LinkedIn URL\n\
    ada@norhavn.test,Ada,Vester,Odense,Norhavn,norhavn.test,\n\
    bo@norhavn.test,Bo,Lind,Aarhus,Norhavn,norhavn.test,\n\
    BO@norhavn.test,Bo,Lind,Ribe,Norhavn,norhavn.test,\n\
    gone@norhavn.test,Carl,Holm,,,,\n\
    not-an-address,Dora,Krag,,,,\n\
    ,Else,,,,,\n\
    same@norhavn.test,,,Vejle,,,\n";

async fn mixed_world() -> World {
    let world = World::new().await;
    contact(&world, json!({"email": "ada@norhavn.test", "full_name": "Ada Vester", "city": "Skagen"})).await;
    contact(&world, json!({"email": "same@norhavn.test", "city": "Vejle"})).await;
    let id = contact(&world, json!({"email": "gone@norhavn.test"})).await;
    let archive = ArchiveContact { id, reason: None, idempotency_key: None };
    archive_contact(&world.ctx, &world.actor, archive).await.unwrap();
    world
}

#[tokio::test]
async fn a_preview_writes_nothing_and_opens_by_outcome() {
    let world = mixed_world().await;
    let working = world.work();
    let id = world.upload(MIXED).await.unwrap();
    world.map_by_itself(id).await;
    let foretold = previewed(&world, id).await;
    assert_eq!(world.contacts().await.len(), 3, "nothing was written");
    assert_eq!(foretold.result.outcomes.created, 1);

    let created = list(&world, id, List::Created).await;
    assert_eq!((created[0].row, created[0].name.as_deref(), created[0].record), (3, Some("Bo Lind"), None));
    assert_eq!(created[0].changes["city"].new, Some("Aarhus".into()));
    let updated = list(&world, id, List::Updated).await;
    assert_eq!(updated[0].row, 2);
    assert!(updated[0].record.is_some());
    let kept = &updated[0].kept["city"];
    assert_eq!((&kept.candidate, kept.stays.as_ref()), (&"Odense".into(), Some(&"Skagen".into())));
    let merged = list(&world, id, List::MergedInFile).await;
    assert_eq!((merged[0].row, merged[0].into), (4, Some(3)));
    assert_eq!(merged[0].changes["city"].old, Some("Aarhus".into()));
    let rejected = list(&world, id, List::Rejected).await;
    assert_eq!(rejected.iter().map(|row| row.row).collect::<Vec<_>>(), [6, 7]);
    assert_eq!(rejected[0].problems[0].code, "email_syntax");
    assert_eq!(list(&world, id, List::AccountsCreated).await[0].name.as_deref(), Some("Norhavn"));

    preview_and_run(&world, id).await;
    let again = ReadPreview { id, list: List::Created, after: 0, first: 3 };
    assert!(matches!(
        preview_rows(&world.ctx, &world.actor, again).await,
        Err(CommandError::Rejected(reasons)) if reasons[0].code == "IMPORT_NO_PREVIEW"
    ));
    working.stop().await;
}

#[tokio::test]
async fn rows_far_apart_in_the_file_meet_in_the_preview_too() {
    let world = mixed_world().await;
    let working = world.work();
    let row = |n: usize, city: &str| {
        format!("person{}@firm{}.test,Person,Of{},{city},Firm {},firm{}.test,\n", n, n % 7, n, n % 7, n % 7)
    };
    let mut file = MIXED.to_owned();
    (0..600).for_each(|n| file.push_str(&row(n, "Ribe")));
    (0..300).for_each(|n| file.push_str(&row(n * 2, if n % 3 == 0 { "Ribe" } else { "Varde" })));
    let id = world.upload(file).await.unwrap();
    world.map_by_itself(id).await;
    let (foretold, _) = preview_and_run(&world, id).await;
    assert!(foretold.result.outcomes.merged_in_file > 300, "{:?}", foretold.result.outcomes);
    working.stop().await;
}

/// Few people, companies and addresses, so that rows meet in every way there is.
fn any_file() -> impl Strategy<Value = String> {
    let email = prop_oneof![
        4 => (0..5u8).prop_map(|n| format!("p{n}@firm{}.test", n % 3)),
        1 => Just("nobody".to_owned()),
        1 => Just(String::new()),
    ];
    let name = prop_oneof![3 => (0..4u8).prop_map(|n| format!("Person N{n}")), 1 => Just(String::new())];
    let firm = prop_oneof![
        3 => (0..3u8).prop_map(|n| (format!("Firm {n}"), format!("firm{n}.test"))),
        1 => (0..3u8).prop_map(|n| (format!("Firm {n}"), String::new())),
        1 => Just((String::new(), String::new())),
    ];
    let linkedin =
        prop_oneof![3 => Just(String::new()), 1 => (0..3u8).prop_map(|n| format!("linkedin.com/in/p-{n}"))];
    let secondary =
        prop_oneof![4 => Just(String::new()), 1 => (0..5u8).prop_map(|n| format!("p{n}@firm{}.test", n % 3))];
    let row = (email, name, firm, linkedin, secondary, 0..4u8);
    proptest::collection::vec(row, 1..400).prop_map(|rows| {
        let mut file = "Email,Full name,Company,Website,LinkedIn URL,Secondary emails,City\n".to_owned();
        for (email, name, (firm, site), linkedin, secondary, city) in rows {
            file.push_str(&format!("{email},{name},{firm},{site},{linkedin},{secondary},City{city}\n"));
        }
        file
    })
}

#[test]
fn whatever_the_file_the_preview_is_the_run() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let config = Config { cases: 8, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let kinds = prop_oneof![Just(ImportKind::Both), Just(ImportKind::Accounts), Just(ImportKind::Contacts)];
    let outcome = runner.run(&(any_file(), any_file(), kinds), |(first, second, kind)| {
        runtime.block_on(async {
            let world = World::new().await;
            let working = world.work();
            for file in [first, second] {
                let id = world.upload(file).await.unwrap();
                if world.map_as(id, kind).await {
                    preview_and_run(&world, id).await;
                }
                world.until_idle().await;
            }
            working.stop().await;
        });
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn a_preview_is_stopped_by_a_cancel_another_mapping_or_the_run() {
    let world = World::new().await;
    let id = world.upload(MIXED).await.unwrap();
    world.map_by_itself(id).await;
    preview_import(&world.ctx, &world.actor, id).await.unwrap();
    cancel_import(&world.ctx, &world.actor, id).await.unwrap();
    let working = world.work();
    world.until_idle().await;
    let import = world.ctx.log.load::<Import>(id).await.unwrap().state;
    assert_eq!((import.state, import.previews.running), (ImportState::Mapped, None));
    working.stop().await;

    preview_import(&world.ctx, &world.actor, id).await.unwrap();
    start_import(&world.ctx, &world.actor, id, false).await.unwrap();
    let working = world.work();
    assert_eq!(world.ended(id).await.outcomes().read, 7);
    world.until_idle().await;
    let import = world.ctx.log.load::<Import>(id).await.unwrap().state;
    assert!(import.previews.kept.is_empty(), "what nobody can read any more is not kept");
    working.stop().await;
}
