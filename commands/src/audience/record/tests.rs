//! Each role on records inside and outside of its reach.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::audience::accounts::archive::{ArchiveAccount, archive_account};
use crate::audience::accounts::create::{CreateAccount, create_account};
use crate::audience::accounts::restore::{RestoreAccount, restore_account};
use crate::audience::accounts::undo::{UndoAccount, undo_account};
use crate::audience::accounts::update::{UpdateAccount, update_account};
use crate::audience::contacts::archive::{ArchiveContact, archive_contact};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::contacts::restore::{RestoreContact, restore_contact};
use crate::audience::contacts::undo::{UndoContact, undo_contact};
use crate::audience::contacts::update::{UpdateContact, update_contact};
use crate::identity::teams::create::create_team;
use crate::identity::testing::{Setup, actor_of, code, new_user, system};
use crate::identity::users::create::create_user;

/// Two teams with a campaign manager of the first and a colleague in each.
struct Office {
    t: Setup,
    north: Uuid,
    south: Uuid,
    manager: Actor,
    colleague: Actor,
    stranger: Actor,
    agent: Actor,
}

/// A record and the position of its creation.
#[derive(Debug, Clone, Copy)]
struct Made {
    id: Uuid,
    created: i64,
}

impl Office {
    async fn new() -> Self {
        let t = Setup::new().await;
        let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap().id;
        let south = create_team(&t.ctx, &system(), "South".into()).await.unwrap().id;
        let hire = async |email: &str, role, team| {
            let mut new = new_user(email, role, None);
            new.team_ids = vec![team];
            actor_of(&create_user(&t.ctx, &system(), new).await.unwrap())
        };
        let manager = hire("noor@example.com", Role::CampaignManager, north).await;
        let colleague = hire("ada@example.com", Role::Agent, north).await;
        let stranger = hire("bo@example.com", Role::Agent, south).await;
        let agent = hire("sanne@example.com", Role::Agent, north).await;
        Office { t, north, south, manager, colleague, stranger, agent }
    }

    async fn contact(&self, fields: Value) -> Made {
        let mut all = fields.as_object().cloned().unwrap();
        all.insert("email".into(), format!("{}@example.com", Uuid::now_v7()).into());
        let input = CreateContact { fields: all, account_id: None, idempotency_key: None };
        let made = create_contact(&self.t.ctx, &system(), input).await.unwrap();
        Made { id: made.id, created: made.position.unwrap() }
    }

    async fn account(&self, fields: Value) -> Made {
        let mut all = fields.as_object().cloned().unwrap();
        all.insert("name".into(), "Nordwerk".into());
        let input = CreateAccount { fields: all, idempotency_key: None };
        let made = create_account(&self.t.ctx, &system(), input).await.unwrap();
        Made { id: made.id, created: made.position.unwrap() }
    }

    /// What becomes of every act of this actor on a contact: create, update, archive, restore, undo of its creation.
    async fn acts_on_contact(&self, actor: &Actor, on: Made) -> [String; 5] {
        let ctx = &self.t.ctx;
        [
            code(create_contact(ctx, actor, new_contact()).await),
            code(update_contact(ctx, actor, contact_title(on.id)).await),
            code(archive_contact(ctx, actor, archive_of_contact(on.id)).await),
            code(restore_contact(ctx, actor, RestoreContact { id: on.id, idempotency_key: None }).await),
            code(undo_contact(ctx, actor, undo_in_contact(on.id, on.created)).await),
        ]
    }

    async fn acts_on_account(&self, actor: &Actor, on: Made) -> [String; 5] {
        let (ctx, id) = (&self.t.ctx, on.id);
        let named = CreateAccount { fields: fields(json!({ "name": "Harrow" })), idempotency_key: None };
        let update = UpdateAccount {
            id,
            fields: fields(json!({ "industry": "Software" })),
            expected_version: None,
            idempotency_key: None,
        };
        let undo = UndoAccount { id, position: on.created, force: false, idempotency_key: None };
        [
            code(create_account(ctx, actor, named).await),
            code(update_account(ctx, actor, update).await),
            code(
                archive_account(ctx, actor, ArchiveAccount { id, reason: None, idempotency_key: None }).await,
            ),
            code(restore_account(ctx, actor, RestoreAccount { id, idempotency_key: None }).await),
            code(undo_account(ctx, actor, undo).await),
        ]
    }
}

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap()
}

fn new_contact() -> CreateContact {
    let email = format!("{}@example.com", Uuid::now_v7());
    CreateContact { fields: fields(json!({ "email": email })), account_id: None, idempotency_key: None }
}

fn contact_title(id: Uuid) -> UpdateContact {
    UpdateContact {
        id,
        fields: fields(json!({ "job_title": "CTO" })),
        account_id: None,
        unlink_account: false,
        expected_version: None,
        idempotency_key: None,
    }
}

fn archive_of_contact(id: Uuid) -> ArchiveContact {
    ArchiveContact { id, reason: None, idempotency_key: None }
}

fn undo_in_contact(id: Uuid, position: i64) -> UndoContact {
    UndoContact { id, position, force: false, idempotency_key: None }
}

#[tokio::test]
async fn an_agent_outside_of_a_call_changes_nothing_and_is_not_told_what_there_is() {
    let office = Office::new().await;
    let mine = json!({ "owner": office.agent.user_id, "team": office.north });
    let hidden = ["forbidden", "not found", "forbidden", "forbidden", "not found"];
    let contact = office.contact(mine.clone()).await;
    let account = office.account(mine).await;
    let nobody = Made { id: Uuid::now_v7(), created: 1 };
    assert_eq!(office.acts_on_contact(&office.agent, contact).await, hidden);
    assert_eq!(office.acts_on_contact(&office.agent, nobody).await, hidden, "as if it did not exist");
    assert_eq!(office.acts_on_account(&office.agent, account).await, hidden);
    assert_eq!(office.acts_on_account(&office.agent, nobody).await, hidden);
}

#[tokio::test]
async fn a_campaign_manager_edits_everything_and_archives_only_what_is_of_an_own_team() {
    let office = Office::new().await;
    let inside = ["accepted", "accepted", "accepted", "accepted", "accepted"];
    let outside = ["accepted", "accepted", "forbidden", "forbidden", "forbidden"];
    let (north, south) = (office.north, office.south);
    let (noor, ada, bo) = (office.manager.user_id, office.colleague.user_id, office.stranger.user_id);
    for (whose, expected) in [
        (json!({ "team": north }), inside),
        (json!({ "owner": noor }), inside),
        (json!({ "owner": ada }), inside),
        (json!({ "owner": "ADA@example.com" }), inside),
        (json!({ "team": south, "owner": ada }), inside),
        (json!({ "team": north, "owner": bo }), inside),
        (json!({}), outside),
        (json!({ "team": south }), outside),
        (json!({ "owner": bo }), outside),
        (json!({ "owner": "Noor" }), outside),
        (json!({ "owner": Uuid::now_v7() }), outside),
    ] {
        let contact = office.contact(whose.clone()).await;
        assert_eq!(office.acts_on_contact(&office.manager, contact).await, expected, "contact {whose}");
        let account = office.account(whose.clone()).await;
        assert_eq!(office.acts_on_account(&office.manager, account).await, expected, "account {whose}");
    }
    let nobody = Made { id: Uuid::now_v7(), created: 1 };
    let unknown = ["accepted", "not found", "not found", "not found", "not found"];
    assert_eq!(office.acts_on_contact(&office.manager, nobody).await, unknown);
    assert_eq!(office.acts_on_account(&office.manager, nobody).await, unknown);
}

#[tokio::test]
async fn data_operations_reach_every_record_and_quality_none_to_change() {
    let office = Office::new().await;
    for (role, answer) in [(Role::DataOps, "accepted"), (Role::QaAnalyst, "forbidden")] {
        let actor = Actor { role, ..office.stranger.clone() };
        let contact = office.contact(json!({ "team": office.north })).await;
        assert_eq!(office.acts_on_contact(&actor, contact).await, [answer; 5], "{role}");
        let account = office.account(json!({ "team": office.north })).await;
        assert_eq!(office.acts_on_account(&actor, account).await, [answer; 5], "{role}");
    }
}

#[tokio::test]
async fn to_undo_takes_the_permission_of_what_it_does() {
    let office = Office::new().await;
    let (ctx, manager) = (&office.t.ctx, &office.manager);
    let contact = office.contact(json!({ "team": office.south })).await;
    let changed = update_contact(ctx, manager, contact_title(contact.id)).await.unwrap();
    // A field is edited, whoever's the record is.
    let undone = undo_contact(ctx, manager, undo_in_contact(contact.id, changed.position.unwrap())).await;
    assert_eq!(code(undone), "accepted");
    let archived = archive_contact(ctx, &system(), archive_of_contact(contact.id)).await.unwrap();
    let restores = undo_contact(ctx, manager, undo_in_contact(contact.id, archived.position.unwrap())).await;
    assert_eq!(code(restores), "forbidden");
    let restore = RestoreContact { id: contact.id, idempotency_key: None };
    let restored = restore_contact(ctx, &system(), restore).await.unwrap();
    let archives = undo_contact(ctx, manager, undo_in_contact(contact.id, restored.position.unwrap())).await;
    assert_eq!(code(archives), "forbidden", "to take a restoring back is to archive");
}

#[tokio::test]
async fn a_repeat_is_answered_only_while_the_record_is_within_reach() {
    let office = Office::new().await;
    let (ctx, manager) = (&office.t.ctx, &office.manager);
    let contact = office.contact(json!({ "team": office.north })).await;
    let archive = || ArchiveContact { idempotency_key: Some("k".into()), ..archive_of_contact(contact.id) };
    assert_eq!(code(archive_contact(ctx, manager, archive()).await), "accepted");
    assert_eq!(code(archive_contact(ctx, manager, archive()).await), "accepted");
    let elsewhere = Actor { team_ids: vec![office.south], ..manager.clone() };
    assert_eq!(code(archive_contact(ctx, &elsewhere, archive()).await), "forbidden");
}

#[tokio::test]
async fn who_comes_back_from_the_archive_is_linked_to_the_account_that_came_meanwhile() {
    let office = Office::new().await;
    let ctx = &office.t.ctx;
    let input = CreateContact {
        fields: fields(json!({ "email": "tess@newcomer.test" })),
        account_id: None,
        idempotency_key: None,
    };
    let tess = create_contact(ctx, &system(), input).await.unwrap().id;
    archive_contact(ctx, &system(), archive_of_contact(tess)).await.unwrap();
    office.account(json!({ "domain": "newcomer.test" })).await;
    let queued = async || -> i64 {
        let jobs = "select count(*) from jobs.queue where kind = 'link_contacts_by_domain'";
        sqlx::query_scalar(jobs).fetch_one(&ctx.log.pools.read).await.unwrap()
    };
    let before = queued().await;
    let restore = RestoreContact { id: tess, idempotency_key: None };
    restore_contact(ctx, &system(), restore).await.unwrap();
    assert_eq!(queued().await, before + 1);

    let archived = archive_contact(ctx, &system(), archive_of_contact(tess)).await.unwrap();
    let undo = undo_in_contact(tess, archived.position.unwrap());
    undo_contact(ctx, &system(), undo).await.unwrap();
    assert_eq!(queued().await, before + 2, "to take the archiving back is to restore");
}
