//! Somebody is erased while a file that holds them is at work: nothing of them comes back, and the rows still add up.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_commands::audience::imports::rejects;
use pivotal_commands::audience::imports::undo::{UndoImport, preview_undo, undo_import};
use pivotal_commands::ports::blob_store::BlobKey;
use pivotal_commands::ports::phone_book::FixedPhones;
use pivotal_commands::suppression::requests::answer::{AnswerRequest, answer_request};
use pivotal_commands::suppression::requests::receive::{ReceiveRequest, receive_request};
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::received::Typed;
use pivotal_domain::suppression::requests::{Request, RequestState};
use serde_json::json;
use uuid::Uuid;

use crate::support::World;

const HEADER: &str = "Email,First name,Last name,Mobile phone,City\n";
const ADA: &str = "ada@example.com,Ada,Lovelace,+14155550142,Ribe\n";
/// Hers by the number alone, and rejected for its address.
const HERS: &str = "not an address,Ada,Lovelace,+14155550142,Ribe\n";

fn others(count: usize) -> String {
    (0..count).map(|n| format!("p{n}@norhavn.test,Person,N{n},,Ribe\n")).collect()
}

async fn ada(world: &World) -> Uuid {
    let fields =
        json!({ "email": "ada@example.com", "mobile_phone": "+14155550142", "full_name": "Ada Lovelace" });
    let fields = fields.as_object().unwrap().clone();
    let new = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(&world.ctx, &world.actor, new).await.unwrap().id
}

async fn erase(world: &World, id: Uuid) {
    let erase = EraseContact { id, request: "r-1".into(), confirm: true };
    erase_contact(&world.ctx, &world.actor, erase).await.unwrap();
    world.queue.wake();
}

/// Contacts that say something of her.
async fn known(world: &World) -> usize {
    let tells = |text: Option<&str>| text.is_some_and(|text| text.contains("ada@") || text.contains("0142"));
    let contacts = world.contacts().await;
    contacts
        .iter()
        .filter(|(_, contact)| {
            tells(contact.record.text("email")) || tells(contact.record.text("mobile_phone"))
        })
        .count()
}

async fn until_no_key_of(world: &World, subject: Uuid) {
    world.log.until(async || world.ctx.log.keys.load([subject]).await.unwrap().is_empty()).await;
}

async fn text(world: &World, key: &BlobKey) -> String {
    let mut file = world.ctx.blobs.get_stream(key, None).await.unwrap();
    let mut all = Vec::new();
    while let Some(piece) = file.body.next().await {
        all.extend_from_slice(&piece.unwrap());
    }
    String::from_utf8(all).unwrap()
}

/// The file that was uploaded, as it is now.
async fn source(world: &World, import: Uuid) -> String {
    let key = world.ctx.log.load::<Import>(import).await.unwrap().state.file_key;
    text(world, &key.parse().unwrap()).await
}

fn says_nothing(text: &str) {
    let text = text.to_lowercase();
    for hers in ["ada@", "lovelace", "0142"] {
        assert!(!text.contains(hers), "{hers}: {text}");
    }
}

#[tokio::test]
async fn a_row_that_comes_behind_the_erasure_does_not_bring_them_in_again() {
    let world = World::new().await;
    let contact = ada(&world).await;
    let id = world.started(format!("{HEADER}{}{HERS}{ADA}", others(600))).await;
    erase(&world, contact).await;
    let working = world.work();
    let ended = world.ended(id).await;
    let outcomes = ended.outcomes();
    assert_eq!(ended.state, ImportState::Completed);
    assert_eq!((outcomes.read, outcomes.created, outcomes.rejected), (602, 600, 2), "{outcomes:?}");
    assert_eq!(
        (ended.outcome_of(603), ended.problems_of(603)),
        (RowOutcome::Rejected, vec!["person_erased"])
    );
    assert_eq!(known(&world).await, 0);
    // Already in the file that the run wrote: it does not wait for the erasure to come by.
    let rejects = world.reject_file(&ended).await.unwrap();
    says_nothing(&rejects);
    assert!(rejects.contains("603,rejected") && rejects.contains("[person_erased]"), "{rejects}");
    until_no_key_of(&world, contact).await;
    working.stop().await;
    says_nothing(&source(&world, id).await);
    says_nothing(&text(&world, &rejects::key(id).unwrap()).await);
    assert_eq!(known(&world).await, 0);
}

#[tokio::test]
async fn whoever_was_just_written_stays_gone_though_a_later_row_names_them() {
    let world = World::new().await;
    let working = world.work();
    let id = world.started(format!("{HEADER}{ADA}{}{ADA}", others(8_000))).await;
    let contact = loop {
        let contacts = world.contacts().await;
        let hers =
            contacts.iter().find(|(_, contact)| contact.record.text("email") == Some("ada@example.com"));
        if let Some((id, _)) = hers {
            break *id;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    };
    erase(&world, contact).await;
    let ended = world.ended(id).await;
    let outcomes = ended.outcomes();
    assert_eq!((ended.outcome_of(2), outcomes.read), (RowOutcome::Created, 8_002));
    // The file may have been through before she was erased.
    let last = ended.outcome_of(8_003);
    assert!(matches!(last, RowOutcome::Rejected | RowOutcome::MergedInFile), "{last:?}");
    until_no_key_of(&world, contact).await;
    working.stop().await;
    assert_eq!(known(&world).await, 0);
    says_nothing(&source(&world, id).await);
}

#[tokio::test]
async fn an_import_that_is_taken_back_brings_nobody_back_who_was_erased() {
    let world = World::new().await;
    let working = world.work();
    let before = ada(&world).await;
    let file = format!("{HEADER}{}{}", ADA.replace("Ribe", "Varde"), others(20));
    let id = world.import_by(&working, file).await;
    working.stop().await;
    preview_undo(&world.ctx, &world.actor, id).await.unwrap();
    undo_import(&world.ctx, &world.actor, UndoImport { id, chosen: Chosen::All }).await.unwrap();
    erase(&world, before).await;
    let working = world.work();
    until_no_key_of(&world, before).await;
    let state = async || world.ctx.log.load::<Import>(id).await.unwrap().state.state;
    world.log.until(async || state().await == ImportState::Undone).await;
    working.stop().await;
    assert_eq!(known(&world).await, 0);
    let contacts = world.contacts().await;
    let standing = |wanted| contacts.iter().filter(|(_, contact)| contact.record.standing == wanted).count();
    assert_eq!((standing(Standing::Erased), standing(Standing::Archived)), (1, 20));
    let import = world.ctx.log.load::<Import>(id).await.unwrap().state;
    assert!(import.previews.kept.is_empty(), "a list of a look may hold her: {:?}", import.previews);
}

/// Each reads the file and writes it anew: side by side, the later would put back whom the earlier took out.
#[tokio::test]
async fn two_who_are_erased_at_once_are_both_gone_from_the_file() {
    let world = World::new().await;
    let working = world.work();
    let grace = "grace@example.com,Grace,Hopper,+14155550199,Ribe\n";
    // Blank rows behind the last that holds anything are not written again: neither of the two is that one.
    let file = format!("{HEADER}{ADA}{grace}{}", others(3_000));
    let id = world.import_by(&working, file).await;
    working.stop().await;
    let contacts = world.contacts().await;
    let with = |email: &str| {
        contacts.iter().find(|(_, contact)| contact.record.text("email") == Some(email)).unwrap().0
    };
    let both = [with("ada@example.com"), with("grace@example.com")];
    for contact in both {
        erase(&world, contact).await;
    }
    // As two processes would.
    let (one, other) = (world.work(), world.work());
    for contact in both {
        until_no_key_of(&world, contact).await;
    }
    one.stop().await;
    other.stop().await;
    let source = source(&world, id).await;
    says_nothing(&source);
    assert!(!source.contains("grace@") && source.contains("p2999@norhavn.test"), "only they are gone");
    assert_eq!(source.lines().count(), 3_003, "rows keep their numbers");
}

/// Nobody has them yet when the request is answered; the import that has them does not know of it.
#[tokio::test]
async fn whoever_comes_in_while_their_request_is_answered_is_erased_as_well() {
    let world = World::new().await;
    let typed = Typed {
        kind: RequestKind::Erasure,
        came_by: CameBy::Email,
        received_at: None,
        name: None,
        email: Some("ada@example.com".into()),
        phone: None,
        contact: None,
        note: None,
        identity: None,
    };
    let receive = ReceiveRequest { typed, assignee: None, idempotency_key: None };
    let request = receive_request(&world.ctx, &world.actor, receive).await.unwrap().id;
    let id = world.started(format!("{HEADER}{}{ADA}", others(600))).await;
    let book = FixedPhones::default();
    let answer = AnswerRequest { id: request, confirm: true };
    answer_request(&world.ctx, &book, &world.actor, answer).await.unwrap();
    let working = world.work_with(Arc::new(book));
    let state = async || world.ctx.log.load::<Request>(request).await.unwrap().state.state;
    world.log.until(async || state().await == RequestState::Answered).await;
    until_no_key_of(&world, request).await;
    working.stop().await;
    assert_eq!(world.ended(id).await.outcomes().read, 601);
    assert_eq!(known(&world).await, 0);
    let outcome = world.ctx.log.load::<Request>(request).await.unwrap().state.outcome.unwrap();
    assert_eq!((outcome.contacts.len(), outcome.holdings.contacts), (1, 1), "{outcome:?}");
    says_nothing(&source(&world, id).await);
}
