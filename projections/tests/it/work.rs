//! The read model of tasks and notes: rows, pages, what was merged, what an erasure leaves, rebuilt and verified.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::events::NoteEvent;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::events::TaskEvent;
use pivotal_domain::work::tasks::{Priority, Task, TaskState};
use pivotal_domain::work::words::Changed;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::{Part, Verifier};
use pivotal_projections::work::notes::query as notes;
use pivotal_projections::work::project::Work;
use pivotal_projections::work::tasks::query::{self as tasks, TaskFilter, TaskRow};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{ADA, admin, agent, client_user, contact_created, fields, minute};

const TASK: Uuid = Uuid::from_u128(1);
const NOTE: Uuid = Uuid::from_u128(2);
const PERSON: Uuid = Uuid::from_u128(3);
const OTHER: Uuid = Uuid::from_u128(4);

fn about(id: Uuid) -> About {
    About { entity: Entity::Contact, id }
}

fn created(title: &str, record: Option<Uuid>, due: Option<Due>) -> TaskEvent {
    TaskEvent::TaskCreated {
        at: minute(0),
        by: Some(ADA),
        about: record.map(about),
        title: title.into(),
        details: Some("Words".into()),
        due,
        priority: Priority::Normal,
    }
}

fn added(record: Uuid, body: &str, at: i64) -> NoteEvent {
    NoteEvent::NoteAdded { at: minute(at), by: Some(ADA), about: about(record), body: body.into() }
}

async fn task(ground: &Ground, id: Uuid, events: Vec<TaskEvent>) {
    ground.append::<Task>(id, events, &Source::Ui).await;
}

async fn note(ground: &Ground, id: Uuid, events: Vec<NoteEvent>) {
    ground.append::<Note>(id, events, &Source::Ui).await;
}

async fn person(ground: &Ground, id: Uuid, name: &str) {
    let values = fields(&[("full_name", name), ("email", &format!("{id}@example.com"))]);
    ground.contact(id, vec![contact_created(values, None)]).await;
}

fn filter(states: &[TaskState], record: Option<Uuid>) -> TaskFilter {
    TaskFilter {
        assignee: None,
        states: states.to_vec(),
        due: None,
        record: record.map(|id| (Entity::Contact, id)),
        asking: Asking::at(minute(0)),
    }
}

async fn get(ground: &Ground) -> TaskRow {
    tasks::get(&ground.test.pools.read, &admin(), TASK).await.unwrap().unwrap()
}

async fn verified(ground: &Ground) {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Work], |_| {}).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
}

#[tokio::test]
async fn a_task_is_shown_as_its_events_leave_it() {
    let ground = Ground::new().await;
    person(&ground, PERSON, "Ada").await;
    task(
        &ground,
        TASK,
        vec![
            created("Call", Some(PERSON), None),
            TaskEvent::TaskAssigned { at: minute(1), by: Some(ADA), assignee: Some(OTHER), previous: None },
            TaskEvent::TaskChanged {
                at: minute(2),
                about: Some(about(PERSON)),
                title: Some(Changed { old: "Call".into(), new: "Write".into() }),
                details: Some(Changed { old: Some("Words".into()), new: None }),
                due: Some(Changed { old: None, new: Some(Due::At(minute(9))) }),
                priority: Some(Changed { old: Priority::Normal, new: Priority::High }),
            },
            TaskEvent::TaskCompleted { at: minute(3), by: Some(OTHER) },
        ],
    )
    .await;
    ground.project(Contacts).await;
    ground.project(Work).await;
    let row = get(&ground).await;
    assert_eq!((row.title.as_deref(), row.details.as_deref()), (Some("Write"), None));
    assert_eq!((row.state.as_str(), row.priority.as_str(), row.version), ("done", "high", 4));
    assert_eq!((row.due_on, row.due_at, row.assignee), (None, Some(minute(9)), Some(OTHER)));
    assert_eq!((row.settled_at, row.settled_by), (Some(minute(3)), Some(OTHER)));
    assert_eq!(row.record_name.as_deref(), Some("Ada"));
    task(&ground, TASK, vec![TaskEvent::TaskReopened { at: minute(4) }]).await;
    ground.project(Work).await;
    let row = get(&ground).await;
    assert_eq!((row.state.as_str(), row.settled_at), ("open", None));
    verified(&ground).await;
}

#[tokio::test]
async fn pages_of_tasks_and_notes_follow_each_other_without_gaps() {
    let ground = Ground::new().await;
    person(&ground, PERSON, "Ada").await;
    for n in 0..5_u128 {
        // Two of them at the same moment, two without one.
        let due = (n < 3).then(|| Due::At(minute([5, 1, 5][n as usize])));
        task(&ground, Uuid::from_u128(100 + n), vec![created(&format!("T{n}"), Some(PERSON), due)]).await;
        let mut events = vec![added(PERSON, &format!("N{n}"), n as i64 / 2)];
        if n == 0 {
            events.push(NoteEvent::NotePinned { at: minute(9) });
        }
        note(&ground, Uuid::from_u128(200 + n), events).await;
    }
    ground.project(Work).await;
    let pool = &ground.test.pools.read;
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let args = PageArgs { first: 2, after, before: None };
        let page = tasks::page(pool, &admin(), &filter(&[], Some(PERSON)), &args).await.unwrap();
        after = page.rows.last().map(|(cursor, _)| cursor.clone());
        seen.extend(page.rows.into_iter().map(|(_, row)| row.title.unwrap()));
        if !page.has_next {
            break;
        }
    }
    assert_eq!(seen, ["T1", "T0", "T2", "T3", "T4"]);
    assert_eq!(tasks::count(pool, &admin(), &filter(&[TaskState::Open], None)).await.unwrap(), 5);
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let args = PageArgs { first: 2, after, before: None };
        let page = notes::page(pool, &admin(), (Entity::Contact, PERSON), &args).await.unwrap();
        after = page.rows.last().map(|(cursor, _)| cursor.clone());
        seen.extend(page.rows.into_iter().map(|(_, row)| row.body.unwrap()));
        if !page.has_next {
            break;
        }
    }
    assert_eq!(seen, ["N0", "N4", "N3", "N2", "N1"], "pinned first, then the newest");
    for nobody in [client_user(), agent(OTHER)] {
        assert_eq!(tasks::count(pool, &nobody, &filter(&[], None)).await.unwrap(), 0);
        assert_eq!(notes::count(pool, &nobody, (Entity::Contact, PERSON)).await.unwrap(), 0);
        assert!(notes::get(pool, &nobody, Uuid::from_u128(200)).await.unwrap().is_none());
    }
    assert_eq!(tasks::count(pool, &agent(ADA), &filter(&[], None)).await.unwrap(), 5, "made by her");
}

#[tokio::test]
async fn what_was_merged_into_a_record_is_shown_with_it() {
    let ground = Ground::new().await;
    person(&ground, PERSON, "Ada").await;
    person(&ground, OTHER, "A. Lovelace").await;
    let merged = ContactEvent::ContactMergedInto { source: Source::Ui, at: minute(1), survivor: PERSON };
    ground.contact(OTHER, vec![merged]).await;
    task(&ground, TASK, vec![created("Call", Some(OTHER), None)]).await;
    note(&ground, NOTE, vec![added(OTHER, "Wants a demo", 0)]).await;
    ground.project(Contacts).await;
    ground.project(Work).await;
    let pool = &ground.test.pools.read;
    for id in [PERSON, OTHER] {
        assert_eq!(tasks::count(pool, &admin(), &filter(&[], Some(id))).await.unwrap(), 1);
        assert_eq!(notes::count(pool, &admin(), (Entity::Contact, id)).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn an_erased_persons_text_is_gone_from_the_rows_even_if_written_a_moment_later() {
    let ground = Ground::new().await;
    person(&ground, PERSON, "Ada").await;
    task(&ground, TASK, vec![created("Call", Some(PERSON), None)]).await;
    note(&ground, NOTE, vec![added(PERSON, "Wants a demo", 0)]).await;
    ground.project(Work).await;
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: minute(1), request: "R-1".into() };
    ground.append::<Contact>(PERSON, vec![erased], &Source::Ui).await;
    // The key is still there: somebody was writing while it happened.
    let edited = NoteEvent::NoteEdited {
        at: minute(2),
        by: Some(ADA),
        about: about(PERSON),
        body: Some(Changed { old: "Wants a demo".into(), new: "Wants two demos".into() }),
    };
    note(&ground, NOTE, vec![edited]).await;
    task(&ground, Uuid::from_u128(9), vec![created("Call again", Some(PERSON), None)]).await;
    ground.project(Work).await;
    for table in ["read.tasks", "read.notes"] {
        let rows = ground.dump(table).await;
        assert!(
            !rows.is_empty() && rows.iter().all(|row| !row.contains("Call") && !row.contains("demo")),
            "{rows:?}"
        );
    }
    assert_eq!(get(&ground).await.title, None);
    verified(&ground).await;
    ground.test.log.keys.destroy(PERSON).await.unwrap();
    verified(&ground).await;
}

#[tokio::test]
async fn text_that_was_forgotten_is_gone_from_its_row() {
    let ground = Ground::new().await;
    let forgotten = TaskEvent::TaskTextForgotten { at: minute(1) };
    task(&ground, TASK, vec![created("Call Ada", None, None), forgotten]).await;
    ground.project(Work).await;
    let row = get(&ground).await;
    assert_eq!((row.title, row.details, row.state.as_str()), (None, None, "open"));
    ground.test.log.keys.destroy(TASK).await.unwrap();
    verified(&ground).await;
}
