mod remind;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::work::about::About;
use pivotal_domain::work::tasks::TaskState;
use pivotal_domain::work::tasks::command::{NewTask, TaskChanges};
use uuid::Uuid;

use super::change::{ChangeTask, change_task};
use super::create::{CreateTask, create_task};
use super::delete::{delete_task, restore_task};
use super::settle::{cancel_task, complete_task, reopen_task};
use crate::audience::contacts::archive::{ArchiveContact, archive_contact};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::context::Context;
use crate::identity::testing::{Setup, actor_of, code, system};

async fn contact(ctx: &Context) -> About {
    let fields = serde_json::json!({ "email": format!("{}@example.com", Uuid::now_v7()) });
    let fields = fields.as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    let id = create_contact(ctx, &system(), input).await.unwrap().id;
    About { entity: Entity::Contact, id }
}

fn new(about: Option<About>, assignee: Option<Uuid>) -> CreateTask {
    let task = NewTask { about, assignee, title: "Call back".into(), ..NewTask::default() };
    CreateTask { id: None, task, idempotency_key: None }
}

fn titled(id: Uuid, title: &str, expected_version: Option<i64>) -> ChangeTask {
    let changes = TaskChanges { title: Some(title.into()), ..TaskChanges::default() };
    ChangeTask { id, changes, expected_version, idempotency_key: None }
}

async fn actor(t: &Setup, name: &str, role: Role) -> Actor {
    actor_of(&t.user(&format!("{name}@example.com"), role, None).await)
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_no_second_task() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::CampaignManager).await;
    let keyed = || CreateTask { idempotency_key: Some("k".into()), ..new(None, None) };
    let first = create_task(&t.ctx, &ada, keyed()).await.unwrap();
    assert_eq!(create_task(&t.ctx, &ada, keyed()).await.unwrap().id, first.id);
    let other = CreateTask { idempotency_key: Some("k".into()), ..new(None, Some(ada.user_id)) };
    assert_eq!(code(create_task(&t.ctx, &ada, other).await), "IDEMPOTENCY_KEY_REUSED");
}

#[tokio::test]
async fn a_task_is_for_who_works_here_and_about_a_record_in_use() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::DataOps).await;
    assert_eq!(code(create_task(&t.ctx, &ada, new(None, Some(Uuid::now_v7()))).await), "TASK_ASSIGNEE");
    let nobody = About { entity: Entity::Account, id: Uuid::now_v7() };
    assert_eq!(code(create_task(&t.ctx, &ada, new(Some(nobody), None)).await), "not found");
    let about = contact(&t.ctx).await;
    let task = create_task(&t.ctx, &ada, new(Some(about), Some(ada.user_id))).await.unwrap();
    assert_eq!((task.state.assignee, task.sequence), (Some(ada.user_id), 2));
    let input = ArchiveContact { id: about.id, reason: None, idempotency_key: None };
    archive_contact(&t.ctx, &system(), input).await.unwrap();
    assert_eq!(code(create_task(&t.ctx, &ada, new(Some(about), None)).await), "CONTACT_ARCHIVED");
    let done = complete_task(&t.ctx, &ada, task.id).await.unwrap();
    assert_eq!(done.state.state, TaskState::Done, "what is there can be finished");
}

#[tokio::test]
async fn a_narrow_role_works_on_its_own_tasks_and_nobody_elses() {
    let t = Setup::new().await;
    let boss = actor(&t, "boss", Role::CampaignManager).await;
    let qa = actor(&t, "qa", Role::QaAnalyst).await;
    let agent = actor(&t, "agent", Role::Agent).await;
    let about = contact(&t.ctx).await;
    let theirs = create_task(&t.ctx, &boss, new(Some(about), Some(boss.user_id))).await.unwrap().id;
    assert_eq!(code(complete_task(&t.ctx, &qa, theirs).await), "forbidden", "seen, and not theirs");
    assert_eq!(code(complete_task(&t.ctx, &agent, theirs).await), "not found", "not even seen");

    let given = create_task(&t.ctx, &boss, new(Some(about), Some(agent.user_id))).await.unwrap().id;
    assert_eq!(code(complete_task(&t.ctx, &agent, given).await), "accepted");
    assert_eq!(code(create_task(&t.ctx, &agent, new(Some(about), None)).await), "not found");
    let own = create_task(&t.ctx, &agent, new(None, None)).await.unwrap().id;
    assert_eq!(code(delete_task(&t.ctx, &agent, own).await), "accepted");
    assert_eq!(code(delete_task(&t.ctx, &qa, own).await), "forbidden");
}

#[tokio::test]
async fn two_people_do_not_overwrite_each_other_unseen() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::CampaignManager).await;
    let bob = actor(&t, "bob", Role::DataOps).await;
    let task = create_task(&t.ctx, &ada, new(None, None)).await.unwrap();
    change_task(&t.ctx, &bob, titled(task.id, "Write", Some(task.sequence))).await.unwrap();
    let late = change_task(&t.ctx, &ada, titled(task.id, "Visit", Some(task.sequence))).await;
    assert_eq!(code(late), "TASK_CHANGED_SINCE");
    let changes = TaskChanges { assignee: Some(Some(bob.user_id)), ..TaskChanges::default() };
    let assign =
        ChangeTask { id: task.id, changes, expected_version: Some(task.sequence), idempotency_key: None };
    let done = change_task(&t.ctx, &ada, assign).await.unwrap();
    assert_eq!((done.state.title.as_str(), done.state.assignee), ("Write", Some(bob.user_id)));
}

#[tokio::test]
async fn what_was_done_or_deleted_by_mistake_comes_back() {
    let t = Setup::new().await;
    let ada = actor(&t, "ada", Role::CampaignManager).await;
    let id = create_task(&t.ctx, &ada, new(None, None)).await.unwrap().id;
    cancel_task(&t.ctx, &ada, id).await.unwrap();
    assert_eq!(reopen_task(&t.ctx, &ada, id).await.unwrap().state.state, TaskState::Open);
    delete_task(&t.ctx, &ada, id).await.unwrap();
    assert_eq!(code(change_task(&t.ctx, &ada, titled(id, "Write", None)).await), "TASK_DELETED");
    assert!(!restore_task(&t.ctx, &ada, id).await.unwrap().state.deleted);
}
