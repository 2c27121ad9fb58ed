//! Tasks that are due: which may be, and what is told of them.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::digest::{DigestSchedule, Every, MailPreferences};
use pivotal_domain::identity::notifications::events::NotificationEvent;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::events::TaskEvent;
use pivotal_domain::work::tasks::facts::{DueTold, TASK_DUE, TASK_DUE_VERSION, TaskFact};
use pivotal_domain::work::tasks::{Priority, Task};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::identity::notifications::project::Notifications;
use pivotal_projections::identity::users::project::Users;
use pivotal_projections::work::project::Work;
use pivotal_projections::work::tasks::near::{NearTask, near};
use uuid::Uuid;

use super::{ADA, BEN, ZOE, built_anew, house, told};
use crate::support::Ground;
use crate::support::records::minute;

fn day(text: &str) -> Due {
    Due::On(text.parse::<NaiveDate>().unwrap())
}

async fn task(ground: &Ground, title: &str, to: Uuid, due: Due, more: Vec<TaskEvent>) -> Uuid {
    let id = Uuid::now_v7();
    let created = TaskEvent::TaskCreated {
        at: minute(0),
        by: Some(to),
        about: None,
        title: title.into(),
        details: None,
        due: Some(due),
        priority: Priority::Normal,
    };
    let given = TaskEvent::TaskAssigned { at: minute(0), by: Some(to), assignee: Some(to), previous: None };
    let events = [vec![created, given], more].concat();
    ground.append::<Task>(id, events, &Source::Ui).await;
    id
}

async fn tell(ground: &Ground, task: Uuid, to: Uuid, due: Due, at: DateTime<Utc>) {
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: TASK_DUE,
        version: TASK_DUE_VERSION,
        about_type: "task",
        about_id: task,
        payload: serde_json::to_value(TaskFact::TaskDue(DueTold { at, assignee: to, due })).unwrap(),
        metadata: Metadata::system("system"),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

#[tokio::test]
async fn what_may_be_due_is_open_and_of_somebody_who_can_sign_in_with_where_they_are() {
    let ground = house().await;
    let digest = DigestSchedule { every: Every::Off, hour: 8, time_zone: "Asia/Tokyo".into() };
    let mail = MailPreferences { digest, ..MailPreferences::default() };
    let set =
        NotificationEvent::NotificationMailSet { at: minute(0), mail, previous: MailPreferences::default() };
    ground.append::<NotificationPreferences>(BEN, vec![set], &Source::Ui).await;
    let (time, later) = (Due::At(minute(60)), day("2026-01-06"));
    let of_ben = task(&ground, "Call back", BEN, later, vec![]).await;
    let of_ada = task(&ground, "Write", ADA, time, vec![]).await;
    for gone in [
        TaskEvent::TaskCompleted { at: minute(1), by: None },
        TaskEvent::TaskCancelled { at: minute(1), by: None },
        TaskEvent::TaskDeleted { at: minute(1) },
    ] {
        task(&ground, "Gone", ADA, time, vec![gone]).await;
    }
    task(&ground, "Next week", ADA, day("2026-01-12"), vec![]).await;
    task(&ground, "Of nobody here", ZOE, time, vec![]).await;
    let left = UserEvent::UserDisabled { at: minute(1), reason: None };
    ground.append::<User>(ZOE, vec![left], &Source::Ui).await;
    ground.project(Users).await;
    ground.project(Notifications).await;
    ground.project(Work).await;
    let found = near(&ground.test.pools.read, minute(0), minute(48 * 60)).await.unwrap();
    let zoned = |id, assignee, due, zone: &str| NearTask { id, assignee, due, time_zone: zone.into() };
    assert_eq!(found, [zoned(of_ada, ADA, time, "UTC"), zoned(of_ben, BEN, later, "Asia/Tokyo")]);
}

#[tokio::test]
async fn a_task_that_is_due_is_told_by_name_and_those_of_a_day_join() {
    let ground = house().await;
    let today = day("2026-01-05");
    let first = task(&ground, "Call back", BEN, today, vec![]).await;
    let second = task(&ground, "Write", BEN, today, vec![]).await;
    let timed = task(&ground, "Meet", BEN, Due::At(minute(3)), vec![]).await;
    ground.project(Work).await;
    tell(&ground, first, BEN, today, minute(1)).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!((rows.len(), rows[0].kind.as_str(), rows[0].caused_by), (1, "tasks_due", None));
    assert_eq!((rows[0].subject.unwrap().id, rows[0].name.as_deref()), (first, Some("Call back")));

    tell(&ground, second, BEN, today, minute(2)).await;
    tell(&ground, timed, BEN, Due::At(minute(3)), minute(3)).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    let numbers: Vec<u64> = rows.iter().map(|row| row.details.number("tasks")).collect();
    assert_eq!(numbers, [1, 2], "what has a time is told by itself");
    assert_eq!(rows[0].name.as_deref(), Some("Meet"));
    built_anew(&ground).await;
}
