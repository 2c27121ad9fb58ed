//! The sample's tasks and notes. Their ids are fixed, so every run finds those of the one before.

use chrono::{Days, NaiveTime};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::development::LOGINS;
use pivotal_commands::lookup::claim_owners;
use pivotal_commands::work::notes::add::{AddNote, add_note};
use pivotal_commands::work::notes::delete::{delete_note, restore_note};
use pivotal_commands::work::tasks::create::{CreateTask, create_task};
use pivotal_commands::work::tasks::delete::{delete_task, restore_task};
use pivotal_commands::work::tasks::settle::complete_task;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::users::keys;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::tasks::command::NewTask;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::{Priority, Task};
use pivotal_log::append::Lane;
use std::collections::HashMap;
use uuid::Uuid;

use super::{accounts_held, companies, contacts_held, people, seeder};

/// Where the ids of the sample's tasks and notes begin.
const TASKS: u128 = 0x0190_0000_0000_7000_8000_5eed_7a5c_0000;
const NOTES: u128 = 0x0190_0000_0000_7000_8000_5eed_9073_0000;

/// A record of the sample by its place in its list.
#[derive(Clone, Copy)]
enum On {
    Person(usize),
    Company(usize),
    Nothing,
}

struct SampleTask {
    on: On,
    title: &'static str,
    details: Option<&'static str>,
    /// Days from today.
    due: Option<i64>,
    priority: Priority,
    /// A development login, by place.
    to: Option<usize>,
    done: bool,
}

const fn task(on: On, title: &'static str, due: Option<i64>, to: Option<usize>) -> SampleTask {
    SampleTask { on, title, details: None, due, priority: Priority::Normal, to, done: false }
}

const SAMPLE_TASKS: &[SampleTask] = &[
    SampleTask {
        details: Some("Asked for figures from two customers of the same size."),
        priority: Priority::High,
        ..task(On::Person(0), "Send the case studies", Some(-1), Some(0))
    },
    task(On::Person(1), "Call back about the webinar", Some(0), Some(0)),
    task(On::Company(0), "Find out who decides about the budget", Some(2), Some(1)),
    task(On::Company(3), "Ask for a second contact in IT", Some(6), Some(2)),
    SampleTask { done: true, ..task(On::Person(2), "Check the phone number", Some(-3), Some(2)) },
    task(On::Person(4), "Look up the new title", None, None),
    task(On::Nothing, "Prepare the list for the spring campaign", Some(4), Some(1)),
    task(On::Nothing, "Read ten of last week's calls", Some(1), Some(3)),
    task(On::Nothing, "Try the call script once aloud", None, Some(4)),
];

const SAMPLE_NOTES: &[(On, &str, bool)] = &[
    (On::Person(0), "Met at the fair in May. Prefers email, reads it in the morning.", true),
    (On::Person(0), "Budget for this year is spent; the next round is decided in October.", false),
    (On::Person(1), "Moved here from the London office.\nStill looks after the northern region.", false),
    (On::Company(0), "Renewed with us twice. Procurement asks for three offers above 20,000.", true),
    (On::Company(3), "Two locations share one IT team.", false),
];

/// Makes what is not there and brings back what was removed, on the records of the sample. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let records = Records::find(ctx).await?;
    let staff = staff(ctx).await?;
    let (actor, mut last) = (seeder(), None);
    for (id, sample) in ids(TASKS).zip(SAMPLE_TASKS) {
        let held = ctx.log.load::<Task>(id).await?.state;
        if held.exists() {
            last = restore_task(ctx, &actor, id).await?.position.max(last);
            continue;
        }
        // A record of that name that is somebody else's, or was archived, gets none.
        let Some(about) = records.of(sample.on) else { continue };
        let today = ctx.now().date_naive();
        let day = |days: i64| match u64::try_from(days) {
            Ok(days) => today.checked_add_days(Days::new(days)),
            Err(_) => today.checked_sub_days(Days::new(days.unsigned_abs())),
        };
        let due = sample.due.and_then(day);
        let task = NewTask {
            about,
            title: sample.title.to_owned(),
            details: sample.details.map(str::to_owned),
            due: due.map(|on| match sample.due {
                // One with a time of day among those with a day.
                Some(0) => {
                    Due::At(on.and_time(NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default()).and_utc())
                }
                _ => Due::On(on),
            }),
            priority: sample.priority,
            assignee: sample.to.and_then(|to| staff.get(to).copied().flatten()),
        };
        let input = CreateTask { id: Some(id), task, idempotency_key: None };
        let made = passed(create_task(ctx, &actor, input).await.map(|done| done.position))?;
        last = made.max(last);
        if sample.done && made.is_some() {
            last = complete_task(ctx, &actor, id).await?.position.max(last);
        }
    }
    for (id, (on, body, pinned)) in ids(NOTES).zip(SAMPLE_NOTES) {
        let held = ctx.log.load::<Note>(id).await?.state;
        if held.exists() {
            last = restore_note(ctx, &actor, id).await?.position.max(last);
            continue;
        }
        let Some(Some(about)) = records.of(*on) else { continue };
        let input =
            AddNote { id: Some(id), about, body: (*body).to_owned(), pinned: *pinned, idempotency_key: None };
        last = passed(add_note(ctx, &actor, input).await.map(|done| done.position))?.max(last);
    }
    Ok(last)
}

/// Deletes what the sample made. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let (actor, mut last) = (seeder(), None);
    for (id, _) in ids(TASKS).zip(SAMPLE_TASKS) {
        if ctx.log.load::<Task>(id).await?.state.exists() {
            last = delete_task(ctx, &actor, id).await?.position.max(last);
        }
    }
    for (id, _) in ids(NOTES).zip(SAMPLE_NOTES) {
        if ctx.log.load::<Note>(id).await?.state.exists() {
            last = delete_note(ctx, &actor, id).await?.position.max(last);
        }
    }
    Ok(last)
}

fn ids(from: u128) -> impl Iterator<Item = Uuid> {
    (from..).map(Uuid::from_u128)
}

/// A record that was archived by hand, or whose person was erased, goes without.
fn passed(made: Result<Option<i64>, CommandError>) -> Result<Option<i64>, CommandError> {
    match made {
        Err(CommandError::Rejected(_) | CommandError::NotFound(_)) => Ok(None),
        other => other,
    }
}

/// The development logins in their order; nobody where there are none.
async fn staff(ctx: &Context) -> Result<Vec<Option<Uuid>>, CommandError> {
    let emails: Vec<_> = LOGINS.iter().map(|login| (keys::EMAIL, login.email.to_owned())).collect();
    let found = claim_owners(ctx, Lane::Interactive, &emails).await?;
    Ok(emails.iter().map(|key| found.get(key).copied()).collect())
}

struct Records {
    accounts: HashMap<String, Uuid>,
    contacts: HashMap<String, Uuid>,
    people: Vec<people::Person>,
}

impl Records {
    async fn find(ctx: &Context) -> Result<Self, CommandError> {
        let (accounts, contacts) = (accounts_held(ctx).await?, contacts_held(ctx).await?);
        Ok(Records { accounts, contacts, people: people::all() })
    }

    /// `None`: it is not there.
    fn of(&self, on: On) -> Option<Option<About>> {
        let (entity, id) = match on {
            On::Nothing => return Some(None),
            On::Person(at) => (Entity::Contact, self.contacts.get(&self.people.get(at)?.email)?),
            On::Company(at) => (Entity::Account, self.accounts.get(&companies::ALL.get(at)?.domain())?),
        };
        Some(Some(About { entity, id: *id }))
    }
}
