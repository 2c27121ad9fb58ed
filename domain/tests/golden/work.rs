//! Samples of what happens to tasks and notes.

use chrono::NaiveDate;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::events::NoteEvent;
use pivotal_domain::work::tasks::Priority;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::events::TaskEvent;
use pivotal_domain::work::tasks::facts::{DueTold, TASK_DUE, TASK_DUE_VERSION, TaskFact};
use pivotal_domain::work::words::Changed;

use super::audience::{at, id};
use super::{check, check_fact};

fn ada() -> About {
    About { entity: Entity::Contact, id: id(5) }
}

#[test]
fn tasks() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 9).unwrap();
    check(
        TaskEvent::NAMES,
        vec![
            TaskEvent::TaskCreated {
                at: at(),
                by: Some(id(1)),
                about: Some(ada()),
                title: "Call Ada back".into(),
                details: Some("About the offer.\nAfter lunch.".into()),
                due: Some(Due::On(day)),
                priority: Priority::High,
            },
            TaskEvent::TaskChanged {
                at: at(),
                about: Some(ada()),
                title: Some(Changed { old: "Call Ada back".into(), new: "Write to Ada".into() }),
                details: Some(Changed { old: Some("About the offer.".into()), new: None }),
                due: Some(Changed { old: Some(Due::On(day)), new: Some(Due::At(at())) }),
                priority: Some(Changed { old: Priority::High, new: Priority::Low }),
            },
            TaskEvent::TaskAssigned {
                at: at(),
                by: Some(id(1)),
                assignee: Some(id(2)),
                previous: Some(id(3)),
            },
            TaskEvent::TaskCompleted { at: at(), by: Some(id(2)) },
            TaskEvent::TaskCancelled { at: at(), by: Some(id(2)) },
            TaskEvent::TaskReopened { at: at() },
            TaskEvent::TaskDeleted { at: at() },
            TaskEvent::TaskRestored { at: at() },
            TaskEvent::TaskTextForgotten { at: at() },
        ],
    );
}

#[test]
fn facts_about_tasks() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 9).unwrap();
    let told = DueTold { at: at(), assignee: id(2), due: Due::On(day) };
    check_fact(TASK_DUE, TASK_DUE_VERSION, &TaskFact::TaskDue(told));
}

#[test]
fn notes() {
    check(
        NoteEvent::NAMES,
        vec![
            NoteEvent::NoteAdded {
                at: at(),
                by: Some(id(1)),
                about: ada(),
                body: "Met at the fair.\nWants a demo.".into(),
            },
            NoteEvent::NoteEdited {
                at: at(),
                by: Some(id(1)),
                about: ada(),
                body: Some(Changed { old: "Wants a demo.".into(), new: "Had a demo.".into() }),
            },
            NoteEvent::NotePinned { at: at() },
            NoteEvent::NoteUnpinned { at: at() },
            NoteEvent::NoteDeleted { at: at() },
            NoteEvent::NoteRestored { at: at() },
            NoteEvent::NoteTextForgotten { at: at() },
        ],
    );
}
