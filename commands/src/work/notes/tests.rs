use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::work::about::About;
use uuid::Uuid;

use super::add::{AddNote, add_note};
use super::delete::{delete_note, restore_note};
use super::edit::{EditNote, edit_note};
use super::pin::pin_note;
use crate::audience::accounts::create::{CreateAccount, create_account};
use crate::context::Context;
use crate::identity::testing::{Setup, actor_of, code, system};

async fn account(ctx: &Context) -> About {
    let fields = serde_json::json!({ "name": "Acme" }).as_object().unwrap().clone();
    let input = CreateAccount { fields, idempotency_key: None };
    let id = create_account(ctx, &system(), input).await.unwrap().id;
    About { entity: Entity::Account, id }
}

fn note(about: About, body: &str) -> AddNote {
    AddNote { id: None, about, body: body.into(), pinned: false, idempotency_key: None }
}

fn words(id: Uuid, body: &str, expected_version: Option<i64>) -> EditNote {
    EditNote { id, body: body.into(), expected_version }
}

async fn actor(t: &Setup, name: &str, role: Role) -> Actor {
    actor_of(&t.user(&format!("{name}@example.com"), role, None).await)
}

#[tokio::test]
async fn a_note_is_written_on_a_record_that_is_seen_and_in_use() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::CampaignManager).await;
    let agent = actor(&t, "agent", Role::Agent).await;
    let about = account(&t.ctx).await;
    let added = add_note(&t.ctx, &ada, note(about, "Wants a demo")).await.unwrap();
    assert_eq!(added.state.author, Some(ada.user_id));
    assert_eq!(code(add_note(&t.ctx, &ada, note(about, " \n ")).await), "NOTE_EMPTY");
    let nowhere = About { id: Uuid::now_v7(), ..about };
    assert_eq!(code(add_note(&t.ctx, &ada, note(nowhere, "x")).await), "not found");
    assert_eq!(code(add_note(&t.ctx, &agent, note(about, "x")).await), "not found");
    assert_eq!(code(edit_note(&t.ctx, &agent, words(added.id, "x", None)).await), "not found");
}

#[tokio::test]
async fn a_note_is_changed_by_its_author_and_by_whom_all_notes_are() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::CampaignManager).await;
    let qa = actor(&t, "qa", Role::QaAnalyst).await;
    let about = account(&t.ctx).await;
    let hers = add_note(&t.ctx, &ada, note(about, "Wants a demo")).await.unwrap();
    let own = add_note(&t.ctx, &qa, note(about, "Checked")).await.unwrap();
    assert_eq!(code(edit_note(&t.ctx, &qa, words(hers.id, "x", None)).await), "forbidden");
    assert_eq!(code(pin_note(&t.ctx, &qa, own.id, true).await), "accepted");
    edit_note(&t.ctx, &ada, words(own.id, "Checked twice", Some(1))).await.unwrap();
    let late = edit_note(&t.ctx, &qa, words(own.id, "Checked once", Some(own.sequence))).await;
    assert_eq!(code(late), "NOTE_CHANGED_SINCE");
    delete_note(&t.ctx, &ada, own.id).await.unwrap();
    assert_eq!(code(pin_note(&t.ctx, &ada, own.id, false).await), "NOTE_DELETED");
    assert!(!restore_note(&t.ctx, &qa, own.id).await.unwrap().state.deleted);
}
