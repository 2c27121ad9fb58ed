//! Who is who: keys strongest first, duplicates inside the file and against the database, links to accounts.

use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_domain::audience::contacts::events::LinkKind;
use pivotal_domain::audience::imports::ImportState;
use pivotal_domain::audience::imports::outcome::RowOutcome::*;
use serde_json::json;

use crate::support::World;

fn fields(value: serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    value.as_object().unwrap().clone()
}

#[tokio::test]
async fn new_people_come_in_with_their_company_once() {
    let world = World::new().await;
    let ended = world.import("First name,Last name,Email,Company,Website,Job title\nAda,Vester,ada@norhavn.test,Norhavn Freight,https://www.norhavn.test,VP Operations\nBo,Lind,bo@norhavn.test,Norhavn Freight,norhavn.test,Director\n").await;
    assert_eq!(ended.state, ImportState::Completed);
    assert_eq!((ended.outcomes().created, ended.outcomes().read), (2, 2));
    assert_eq!(ended.result["accounts_created"], 1);
    let contacts = world.contacts().await;
    assert_eq!(contacts[0].1.record.text("full_name"), Some("Ada Vester"));
    assert_eq!(contacts[0].1.record.text("seniority_level"), Some("VP"));
    assert_eq!(contacts[0].1.account, contacts[1].1.account);
    assert_eq!(contacts[0].1.account.unwrap().how, LinkKind::Import);
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let world = World::new().await;
    let file = "Email,First name,Last name,City\nada@norhavn.test,Ada,Vester,Aarhus\nbo@norhavn.test,Bo,Lind,Odense\n";
    world.import(file).await;
    let again = world.import(file).await;
    assert_eq!((again.outcomes().unchanged, again.outcomes().read), (2, 2));
    assert_eq!(world.contacts().await.len(), 2);
}

#[tokio::test]
async fn a_row_that_is_an_earlier_rows_person_is_merged_into_it() {
    let world = World::new().await;
    let ended = world.import("Email,First name,Last name,City\nada@norhavn.test,Ada,Vester,\nADA@norhavn.test,Ada,Vester,Aarhus\n").await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Created, MergedInFile));
    let record = ended.rows[0].records[1].clone();
    assert_eq!(record.into, Some(2));
    let contacts = world.contacts().await;
    assert_eq!(contacts.len(), 1);
    assert_eq!(
        contacts[0].1.record.text("city"),
        Some("Aarhus"),
        "what the later row knows more is not lost"
    );
}

#[tokio::test]
async fn an_existing_contact_is_updated_and_a_persons_own_words_stay() {
    let world = World::new().await;
    create_contact(
        &world.ctx,
        &world.actor,
        CreateContact {
            fields: fields(json!({"email": "ada@norhavn.test", "full_name": "Ada Vester", "city": "Aarhus"})),
            account_id: None,
            idempotency_key: None,
        },
    )
    .await
    .unwrap();
    let ended = world.import("Email,City,Job title\nada@norhavn.test,Odense,VP\n").await;
    assert_eq!(ended.outcome_of(2), Updated);
    let contact = &world.contacts().await[0].1;
    assert_eq!((contact.record.text("city"), contact.record.text("job_title")), (Some("Aarhus"), Some("VP")));
}

#[tokio::test]
async fn a_row_that_is_an_archived_contact_writes_nothing() {
    let world = World::new().await;
    let made = create_contact(
        &world.ctx,
        &world.actor,
        CreateContact {
            fields: fields(json!({"email": "ada@norhavn.test"})),
            account_id: None,
            idempotency_key: None,
        },
    )
    .await
    .unwrap();
    archive_contact(
        &world.ctx,
        &world.actor,
        ArchiveContact { id: made.id, reason: None, idempotency_key: None },
    )
    .await
    .unwrap();
    let ended = world.import("Email,City\nada@norhavn.test,Odense\n").await;
    assert_eq!(ended.outcome_of(2), MatchesArchived);
    assert_eq!(world.contacts().await[0].1.record.text("city"), None);
}

#[tokio::test]
async fn the_same_email_under_another_name_keeps_the_name_and_says_so() {
    let world = World::new().await;
    world.import("Email,First name,Last name\nada@norhavn.test,Ada,Vester\n").await;
    let ended = world.import("Email,First name,Last name\nada@norhavn.test,Wilma,Krag\n").await;
    assert_eq!(ended.problems_of(2), ["name_differs"]);
    assert_eq!(world.contacts().await[0].1.record.text("full_name"), Some("Ada Vester"));
}

#[tokio::test]
async fn another_email_with_the_same_linkedin_is_a_new_record_and_a_possible_duplicate() {
    let world = World::new().await;
    let ended = world.import("Email,LinkedIn URL\nada@norhavn.test,https://linkedin.com/in/ada-vester\nada@other.test,https://www.linkedin.com/in/ada-vester/\n").await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Created, Created));
    assert_eq!(ended.problems_of(3), ["possible_duplicate"]);
}

#[tokio::test]
async fn without_an_email_a_name_at_a_company_is_a_key() {
    let world = World::new().await;
    let file = "Full name,Company,Website\nAda Vester,Norhavn Freight,norhavn.test\n";
    world.import(file).await;
    let again = world.import(file).await;
    assert_eq!(again.outcome_of(2), Unchanged);
    assert_eq!(world.contacts().await.len(), 1);
}

#[tokio::test]
async fn a_name_in_parts_at_a_company_is_a_key_too() {
    let world = World::new().await;
    let head = "First name,Middle name,Last name,Email,Company,Website\n";
    let ada = "Ada,,Vester,ada@norhavn.test,Norhavn Freight,norhavn.test\n";
    let without_email = "ADA,Maria,Vester,,Norhavn Freight,norhavn.test\n";
    let ended = world.import(format!("{head}{ada}{without_email}")).await;
    assert_eq!((ended.outcome_of(3), ended.rows[0].records[1].into), (MergedInFile, Some(2)));
    let again = world.import(format!("{head}{without_email}")).await;
    assert_ne!(again.outcome_of(2), Created, "and against what was there before");
    assert_eq!(world.contacts().await.len(), 1);
}

#[tokio::test]
async fn a_name_at_a_company_is_nobody_with_another_linkedin() {
    let world = World::new().await;
    let head = "First name,Last name,LinkedIn URL,Company,Website\n";
    let of = |n| format!("Ada,Vester,https://linkedin.com/in/ada-{n},Norhavn Freight,norhavn.test\n");
    let ended = world.import(format!("{head}{}{}", of(1), of(2))).await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Created, Created));
    assert_eq!(ended.problems_of(3), ["possible_duplicate"]);
    let again = world.import(format!("{head}{}{}", of(3), of(2))).await;
    assert_eq!((again.outcome_of(2), again.outcome_of(3)), (Created, Unchanged));
    assert_eq!(again.problems_of(2), ["possible_duplicate"]);
}

#[tokio::test]
async fn a_secondary_email_finds_an_earlier_row_of_the_same_chunk() {
    let world = World::new().await;
    let ended = world.import("Email,Secondary emails,Last name\nada@norhavn.test,,Vester\n,ada@norhavn.test,Vester\nbo@norhavn.test,ada@norhavn.test,Lind\n").await;
    assert_eq!((ended.outcome_of(3), ended.rows[0].records[1].into), (MergedInFile, Some(2)));
    assert_eq!((ended.outcome_of(4), ended.problems_of(4)), (Created, vec!["possible_duplicate"]));
}

#[tokio::test]
async fn a_name_is_a_key_at_the_company_of_the_emails_domain() {
    let world = World::new().await;
    world.import("Full name,Company,Website\nAda Vester,Norhavn Freight,norhavn.test\n").await;
    let ended = world.import("Full name,Email\nAda Vester,ada@norhavn.test\n").await;
    assert_eq!(ended.outcome_of(2), Updated);
    let contacts = world.contacts().await;
    assert_eq!((contacts.len(), contacts[0].1.record.text("email")), (1, Some("ada@norhavn.test")));
}

#[tokio::test]
async fn a_row_without_any_key_is_rejected_with_its_reason() {
    let world = World::new().await;
    let ended = world.import("Email,First name,City\n,Ada,Aarhus\nbo@norhavn.test,Bo,Odense\n").await;
    assert_eq!((ended.outcome_of(2), ended.outcome_of(3)), (Rejected, Created));
    let file = world.reject_file(&ended).await.unwrap();
    assert!(file.contains("Neither email, LinkedIn nor name with account"), "{file}");
    assert!(file.contains(",Ada,Aarhus,2,rejected,"), "{file}");
}

#[tokio::test]
async fn contacts_find_an_account_that_was_there_by_the_domain_of_their_email() {
    let world = World::new().await;
    let account = create_account(
        &world.ctx,
        &world.actor,
        CreateAccount {
            fields: fields(json!({"name": "Norhavn", "domain": "norhavn.test"})),
            idempotency_key: None,
        },
    )
    .await
    .unwrap();
    world.import("Email\nada@mail.norhavn.test\nbo@gmail.com\n").await;
    let contacts = world.contacts().await;
    assert_eq!(
        contacts[0].1.account.map(|link| (link.account_id, link.how)),
        Some((account.id, LinkKind::Auto))
    );
    assert_eq!(contacts[1].1.account, None, "free mail links nobody");
}

#[tokio::test]
async fn contacts_that_were_there_first_are_linked_when_their_account_comes() {
    let world = World::new().await;
    world.import("Email\nada@norhavn.test\nbo@norhavn.test\n").await;
    let working = world.work();
    let account = create_account(
        &world.ctx,
        &world.actor,
        CreateAccount {
            fields: fields(json!({"name": "Norhavn", "domain": "norhavn.test"})),
            idempotency_key: None,
        },
    )
    .await
    .unwrap();
    world.queue.wake();
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
    while !world
        .contacts()
        .await
        .iter()
        .all(|(_, contact)| contact.account.is_some_and(|link| link.account_id == account.id))
    {
        assert!(tokio::time::Instant::now() < deadline, "the contacts were not linked");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    working.stop().await;
}
