//! What people are told of, against the log: whom an address or a team means, what each was told and has read, and what is
//! counted still. The catalogue says which entries tell what; who is told, what joins and what is let go is worked out here
//! once more, in memory.

mod compare;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::identity::notifications::catalogue::CATALOGUE;
use pivotal_domain::identity::notifications::digest::MailPreferences;
use pivotal_domain::identity::notifications::events::{self, NotificationEvent};
use pivotal_domain::identity::notifications::facts::{
    NOTIFICATIONS_ALL_READ, NOTIFICATIONS_READ, NotificationFact,
};
use pivotal_domain::identity::notifications::news::{
    Counted, Details, Happened, JOINS_WITHIN_MINUTES, News, Told, Whom,
};
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_log::reader::{self, Entry, EntryKind};
use serde_json::Value;
use uuid::Uuid;

use self::compare::compare;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::identity::notifications::mail::schedule;
use crate::identity::notifications::{KEPT_DAYS, KEPT_MOST, SPEC};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened};

const PART: Part = Part::Notifications;

/// Entries read at a time.
const PAGE: i64 = 5_000;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let held = held(snapshot).await?;
    let addresses = held.inboxes.iter().map(|(user, inbox)| (*user, inbox.email.clone())).collect();
    let mut house = House { addresses, ..House::default() };
    let mut after = 0;
    while after < position {
        let batch = reader::read_to(&mut snapshot.connection, after, position, PAGE, SPEC.interest).await?;
        let opened = verifier
            .opener
            .open(&batch.entries, |entry| matches!(entry.name.as_str(), "UserCreated" | "UserEmailChanged"))
            .await?;
        let keyed = opened.readable();
        for entry in opened.entries() {
            house.hear(&opened, entry, &keyed)?;
        }
        after = batch.to;
    }
    compare(house.said(), held, report);
    Ok(())
}

/// Of one person.
#[derive(Debug, Clone, Default, PartialEq)]
struct Inbox {
    email: String,
    teams: Vec<Uuid>,
    off: Vec<String>,
    mail: MailPreferences,
}

#[derive(Debug, Clone, PartialEq)]
struct Line {
    kind: String,
    told_at: DateTime<Utc>,
    by: Option<Uuid>,
    subject: Option<(String, Uuid)>,
    details: Option<Details>,
    read_at: Option<DateTime<Utc>>,
    in_app: bool,
}

/// Work, kind, user, name of the number.
type Tally = (Uuid, String, Uuid, String);

/// The three tables. Lines by whose they are and their position.
#[derive(Debug, Default)]
struct Tables {
    inboxes: BTreeMap<Uuid, Inbox>,
    lines: BTreeMap<Uuid, BTreeMap<i64, Line>>,
    tallies: BTreeMap<Tally, (i64, Option<Uuid>)>,
}

async fn held(snapshot: &mut Snapshot) -> Result<Tables, sqlx::Error> {
    let mut tables = Tables::default();
    let inboxes = sqlx::query!(
        "select user_id, email, teams, in_app_off, at_once, digest_off, digest_every, digest_hour, digest_zone from read.notification_inboxes"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in inboxes {
        let mail = MailPreferences {
            at_once: row.at_once,
            digest_off: row.digest_off,
            digest: schedule(&row.digest_every, row.digest_hour, row.digest_zone),
        };
        let inbox = Inbox { email: row.email, teams: row.teams, off: row.in_app_off, mail };
        tables.inboxes.insert(row.user_id, inbox);
    }
    let lines = sqlx::query!(
        "select user_id, id, kind, told_at, caused_by, subject_kind, subject_id, details, read_at, in_app from read.notifications"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in lines {
        let line = Line {
            kind: row.kind,
            told_at: row.told_at,
            by: row.caused_by,
            subject: row.subject_kind.zip(row.subject_id),
            details: serde_json::from_value(row.details).ok(),
            read_at: row.read_at,
            in_app: row.in_app,
        };
        tables.lines.entry(row.user_id).or_default().insert(row.id, line);
    }
    let tallies =
        sqlx::query!("select work, kind, user_id, number, records, caused_by from read.notification_tallies")
            .fetch_all(&mut snapshot.connection)
            .await?;
    for row in tallies {
        let tally = (row.work, row.kind, row.user_id, row.number);
        tables.tallies.insert(tally, (row.records, row.caused_by));
    }
    Ok(tables)
}

/// What the log says so far.
#[derive(Debug, Default)]
struct House {
    tables: Tables,
    by_email: HashMap<String, Uuid>,
    /// As the rows have them: who signs in with what can be read there still when the key in the log is gone.
    addresses: HashMap<Uuid, String>,
}

/// One entry that tells something.
#[derive(Clone, Copy)]
struct Heard {
    position: i64,
    kind: &'static str,
    at: DateTime<Utc>,
    by: Option<Uuid>,
}

impl House {
    fn hear(&mut self, opened: &Opened<'_>, entry: &Entry, keyed: &HashSet<Uuid>) -> Result<(), ApplyError> {
        match (entry.kind, entry.about_type.as_str(), entry.name.as_str()) {
            (EntryKind::Event, "user", _) => {
                let readable = entry.subject.is_none_or(|subject| keyed.contains(&subject));
                self.person(entry.about_id, opened.event(entry)?, readable);
            }
            (EntryKind::Event, events::AGGREGATE, _) => {
                let event: NotificationEvent = opened.event(entry)?;
                if let Some(inbox) = self.tables.inboxes.get_mut(&entry.about_id) {
                    match event {
                        NotificationEvent::NotificationPreferencesSet { in_app_off, .. } => {
                            inbox.off = in_app_off;
                        }
                        NotificationEvent::NotificationMailSet { mail, .. } => inbox.mail = mail,
                    }
                }
            }
            (EntryKind::Fact, _, NOTIFICATIONS_READ | NOTIFICATIONS_ALL_READ) => match opened.fact(entry)? {
                NotificationFact::NotificationsRead(read) => {
                    self.read(read.user, read.at, |id| read.ids.contains(&id));
                }
                NotificationFact::NotificationsAllRead(read) => {
                    self.read(read.user, read.at, |id| id < entry.position);
                }
            },
            _ => self.news(opened, entry)?,
        }
        Ok(())
    }

    fn person(&mut self, user: Uuid, event: UserEvent, readable: bool) {
        match event {
            UserEvent::UserCreated { email, teams, .. } => {
                let email = match readable {
                    true => email.to_lowercase(),
                    false => self.addresses.get(&user).cloned().unwrap_or_default(),
                };
                self.by_email.insert(email.clone(), user);
                let inbox = self.tables.inboxes.entry(user).or_default();
                (inbox.email, inbox.teams) = (email, teams);
            }
            UserEvent::UserEmailChanged { email, .. } => {
                let email = match readable {
                    true => email.to_lowercase(),
                    false => self.addresses.get(&user).cloned().unwrap_or_default(),
                };
                self.by_email.retain(|_, owner| *owner != user);
                self.by_email.insert(email.clone(), user);
                if let Some(inbox) = self.tables.inboxes.get_mut(&user) {
                    inbox.email = email;
                }
            }
            UserEvent::UserTeamsChanged { teams, .. } => {
                if let Some(inbox) = self.tables.inboxes.get_mut(&user) {
                    inbox.teams = teams;
                }
            }
            UserEvent::UserRenamed { .. }
            | UserEvent::UserRoleChanged { .. }
            | UserEvent::UserDisabled { .. }
            | UserEvent::UserEnabled { .. }
            | UserEvent::UserPasswordChanged { .. }
            | UserEvent::UserSecondFactorEnabled { .. }
            | UserEvent::UserSecondFactorDisabled { .. }
            | UserEvent::UserRecoveryCodesRenewed { .. }
            | UserEvent::UserRecoveryCodeUsed { .. }
            | UserEvent::UserEmailChangeAsked { .. } => {}
        }
    }

    fn read(&mut self, user: Uuid, at: DateTime<Utc>, these: impl Fn(i64) -> bool) {
        let lines = self.tables.lines.entry(user).or_default();
        for (_, line) in lines.iter_mut().filter(|(id, _)| these(**id)) {
            line.read_at.get_or_insert(micros(at));
        }
    }

    fn news(&mut self, opened: &Opened<'_>, entry: &Entry) -> Result<(), ApplyError> {
        let aggregate = (entry.kind == EntryKind::Event).then_some(entry.about_type.as_str());
        let rows: Vec<_> =
            CATALOGUE.iter().filter(|row| row.hears(aggregate, &entry.name, &entry.payload)).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let payload: Value = opened.fact(entry)?;
        let said = payload.as_object().and_then(|event| event.values().next()?.get("at")?.as_str());
        let at = said.and_then(|at| at.parse().ok()).unwrap_or(entry.recorded_at);
        let by = entry.metadata().actor.parse().ok();
        let happened = Happened { about: entry.about_id, by, payload: &payload };
        for row in rows {
            let heard = Heard { position: entry.position, kind: row.kind, at: micros(at), by };
            for one in (row.tells)(&happened).map_err(|error| refused(entry, error.to_string()))? {
                self.one(heard, one);
            }
        }
        Ok(())
    }

    fn one(&mut self, heard: Heard, news: News) {
        match news {
            News::Tell(told) => {
                for user in self.people(&told.whom) {
                    if Some(user) != told.except {
                        self.tell(user, heard, &told);
                    }
                }
            }
            News::Count(Counted { work, whom, except, number }) => {
                for user in self.people(&whom) {
                    if Some(user) != except {
                        let tally = (work, heard.kind.to_owned(), user, number.to_owned());
                        let (records, by) = self.tables.tallies.entry(tally).or_default();
                        (*records, *by) = (*records + 1, heard.by);
                    }
                }
            }
            News::Settle { work } => self.settle(work, heard),
        }
    }

    fn people(&self, whom: &Whom) -> Vec<Uuid> {
        match whom {
            Whom::User(user) => vec![*user],
            Whom::Owner(text) => {
                let text = text.trim().to_lowercase();
                let by_id = |id: &Uuid| self.tables.inboxes.contains_key(id) && id.to_string() == text;
                let named = text.parse::<Uuid>().ok().filter(by_id);
                named.or_else(|| self.by_email.get(&text).copied()).into_iter().collect()
            }
            Whom::Team(team) => {
                let members = self.tables.inboxes.iter().filter(|(_, inbox)| inbox.teams.contains(team));
                members.map(|(user, _)| *user).collect()
            }
        }
    }

    fn tell(&mut self, user: Uuid, heard: Heard, told: &Told) {
        if told.joins && self.join(user, heard, &told.details) {
            return;
        }
        let subject = told.subject.map(|subject| (subject.kind.as_str().to_owned(), subject.id));
        self.insert(user, heard, heard.by, subject, told.details.clone());
    }

    fn join(&mut self, user: Uuid, heard: Heard, details: &Details) -> bool {
        let lines = self.tables.lines.entry(user).or_default();
        let since = heard.at - TimeDelta::minutes(JOINS_WITHIN_MINUTES);
        // Not to one that the next one pushes out.
        let kept = usize::try_from(KEPT_MOST).unwrap_or(usize::MAX);
        let alike = lines.values_mut().rev().take(kept).find(|line| {
            line.kind == heard.kind && line.by == heard.by && line.read_at.is_none() && line.told_at > since
        });
        let Some(line) = alike else { return false };
        if let Some(sum) = &mut line.details {
            sum.add(details);
        }
        line.subject = None;
        true
    }

    fn insert(
        &mut self,
        user: Uuid,
        heard: Heard,
        by: Option<Uuid>,
        subject: Option<(String, Uuid)>,
        details: Details,
    ) {
        let Some(inbox) = self.tables.inboxes.get(&user) else { return };
        let in_app = !inbox.off.iter().any(|off| off == heard.kind);
        if !in_app && !inbox.mail.wants(heard.kind) {
            return;
        }
        let lines = self.tables.lines.entry(user).or_default();
        lines.entry(heard.position).or_insert_with(|| Line {
            kind: heard.kind.to_owned(),
            told_at: heard.at,
            by,
            subject,
            details: Some(details),
            read_at: None,
            in_app,
        });
    }

    fn settle(&mut self, work: Uuid, heard: Heard) {
        let mut sums: BTreeMap<Uuid, (Details, Option<Uuid>)> = BTreeMap::new();
        self.tables.tallies.retain(|(of, kind, user, number), (records, by)| {
            if *of != work || kind != heard.kind {
                return true;
            }
            let (details, caused_by) = sums.entry(*user).or_default();
            details.numbers.insert(number.clone(), records.unsigned_abs());
            *caused_by = *by;
            false
        });
        for (user, (details, by)) in sums {
            self.insert(user, heard, by, None, details);
        }
    }

    /// With what each person keeps of it.
    fn said(self) -> Tables {
        let mut tables = self.tables;
        let kept = usize::try_from(KEPT_MOST).unwrap_or(usize::MAX);
        for lines in tables.lines.values_mut() {
            let last = lines.values().map(|line| line.told_at).max();
            let since = last.map(|last| last - TimeDelta::days(KEPT_DAYS.into()));
            let first = lines.keys().rev().nth(kept.saturating_sub(1)).copied();
            lines.retain(|id, line| first.is_none_or(|first| *id >= first) && Some(line.told_at) >= since);
        }
        tables
    }
}

/// As the database keeps it.
fn micros(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}
