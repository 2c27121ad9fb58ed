use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_domain::work::tasks::command::{NewTask, TaskChanges};
use pivotal_domain::work::tasks::due::Due;
use uuid::Uuid;

use super::actor;
use crate::identity::testing::Setup;
use crate::ports::due_tasks::{NearTask, WrittenTasks};
use crate::work::tasks::change::{ChangeTask, change_task};
use crate::work::tasks::create::{CreateTask, create_task};
use crate::work::tasks::remind::RemindsOfTasks;
use crate::work::tasks::settle::{cancel_task, complete_task, reopen_task};

/// A house, and what reminds it, with the list of tasks as a test writes it down.
struct House {
    t: Setup,
    boss: Actor,
    ben: Actor,
    list: Arc<WrittenTasks>,
    reminds: RemindsOfTasks,
}

impl House {
    async fn new() -> Self {
        let t = Setup::new().await;
        let boss = actor(&t, "boss", Role::CampaignManager).await;
        let ben = actor(&t, "ben", Role::Agent).await;
        let list = Arc::new(WrittenTasks::default());
        let reminds = RemindsOfTasks { ctx: t.ctx.clone(), tasks: list.clone() };
        House { t, boss, ben, list, reminds }
    }

    async fn task(&self, due: Due) -> Uuid {
        let task = NewTask {
            title: "Call back".into(),
            due: Some(due),
            assignee: Some(self.ben.user_id),
            ..NewTask::default()
        };
        let input = CreateTask { id: None, task, idempotency_key: None };
        create_task(&self.t.ctx, &self.boss, input).await.unwrap().id
    }

    async fn change(&self, id: Uuid, changes: TaskChanges) {
        let input = ChangeTask { id, changes, expected_version: None, idempotency_key: None };
        change_task(&self.t.ctx, &self.boss, input).await.unwrap();
    }

    /// The list shows this one task.
    fn shows(&self, id: Uuid, assignee: Uuid, due: Due, time_zone: &str) {
        let near = NearTask { id, assignee, due, time_zone: time_zone.into() };
        *self.list.0.lock().unwrap() = vec![near];
    }

    /// What the job does each minute: how many it told of.
    async fn minute(&self) -> usize {
        let mut told = 0;
        for near in self.reminds.untold().await.unwrap() {
            told += usize::from(self.reminds.remind(&near).await.unwrap());
        }
        told
    }

    /// Of everything that was told: whom.
    async fn told(&self) -> Vec<Uuid> {
        let told: Vec<String> = sqlx::query_scalar(
            "select payload::jsonb #>> '{TaskDue,assignee}' from log.facts where kind = 'task_due' order by global_position",
        )
        .fetch_all(&self.t.test.pools.read)
        .await
        .unwrap();
        told.iter().map(|id| id.parse().unwrap()).collect()
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_task_with_a_time_is_told_of_once_when_it_has_come() {
    let house = House::new().await;
    let ben = house.ben.user_id;
    let due = Due::At(house.t.ctx.now() + TimeDelta::hours(1));
    let id = house.task(due).await;
    house.shows(id, ben, due, "UTC");
    assert_eq!(house.minute().await, 0);
    house.t.test.clock.advance(TimeDelta::hours(1));
    let near = house.reminds.untold().await.unwrap().remove(0);
    let (one, other) = tokio::join!(house.reminds.remind(&near), house.reminds.remind(&near));
    assert!(one.unwrap() ^ other.unwrap(), "whoever looks");
    assert_eq!(house.reminds.untold().await.unwrap(), []);
    house.t.test.clock.advance(TimeDelta::hours(23));
    assert_eq!(house.minute().await, 0);
    assert_eq!(house.told().await, [ben]);
}

#[tokio::test]
async fn a_task_with_a_day_is_told_of_in_its_morning_where_its_assignee_is() {
    let house = House::new().await;
    let due = Due::On(NaiveDate::from_ymd_opt(2026, 1, 7).unwrap());
    let id = house.task(due).await;
    house.shows(id, house.ben.user_id, due, "Asia/Tokyo");
    house.t.test.clock.advance(at("2026-01-06T22:59:00Z") - house.t.ctx.now());
    assert_eq!(house.minute().await, 0);
    house.t.test.clock.advance(TimeDelta::minutes(1));
    assert_eq!(house.minute().await, 1);

    // What was due more than a day ago is not told any more.
    let late = house.task(due).await;
    house.shows(late, house.ben.user_id, due, "Asia/Tokyo");
    house.t.test.clock.advance(TimeDelta::days(1));
    assert_eq!(house.minute().await, 0);
}

#[tokio::test]
async fn a_task_that_is_moved_or_given_on_is_told_of_anew() {
    let house = House::new().await;
    let (ben, boss) = (house.ben.user_id, house.boss.user_id);
    let first = Due::At(house.t.ctx.now());
    let id = house.task(first).await;
    house.shows(id, ben, first, "UTC");
    assert_eq!(house.minute().await, 1);

    let later = Due::At(house.t.ctx.now() + TimeDelta::minutes(5));
    house.change(id, TaskChanges { due: Some(Some(later)), ..TaskChanges::default() }).await;
    house.shows(id, ben, later, "UTC");
    assert_eq!(house.minute().await, 0);
    house.t.test.clock.advance(TimeDelta::minutes(5));
    assert_eq!(house.minute().await, 1);

    house.change(id, TaskChanges { assignee: Some(Some(boss)), ..TaskChanges::default() }).await;
    assert_eq!(house.minute().await, 0, "the list is behind: it is no task of his any more");
    house.shows(id, boss, later, "UTC");
    assert_eq!(house.minute().await, 1);
    assert_eq!(house.minute().await, 0);
    assert_eq!(house.told().await, [ben, ben, boss]);
}

#[tokio::test]
async fn what_is_done_or_cancelled_is_never_told_of() {
    let house = House::new().await;
    let due = Due::At(house.t.ctx.now());
    let id = house.task(due).await;
    house.shows(id, house.ben.user_id, due, "UTC");
    complete_task(&house.t.ctx, &house.boss, id).await.unwrap();
    assert_eq!(house.minute().await, 0);
    reopen_task(&house.t.ctx, &house.boss, id).await.unwrap();
    cancel_task(&house.t.ctx, &house.boss, id).await.unwrap();
    assert_eq!(house.minute().await, 0);
    assert_eq!(house.told().await, [] as [Uuid; 0]);
    reopen_task(&house.t.ctx, &house.boss, id).await.unwrap();
    assert_eq!(house.minute().await, 1, "it is to be done again");
}
