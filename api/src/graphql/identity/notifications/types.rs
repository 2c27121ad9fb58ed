//! A notification as the API shows it: in words, with where it leads.

use std::collections::HashMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::catalogue::{self, Row, rows_for};
use pivotal_domain::identity::notifications::digest::Every;
use pivotal_domain::identity::notifications::words::{Shown, Tone};
use pivotal_projections::identity::notifications::query::{NotificationRow, Unread};
use uuid::Uuid;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Tone")]
pub enum NotificationTone {
    Neutral,
    Good,
    /// Some of it needs a look.
    Warning,
    Bad,
}

/// Something that concerns the person signed in.
#[derive(Debug, SimpleObject)]
pub struct Notification {
    /// Grows: the newest has the largest.
    pub id: i64,
    /// One of `notificationPreferences`.
    pub kind: String,
    /// Name of an icon; an unknown one is a bell.
    pub icon: String,
    pub tone: NotificationTone,
    pub title: String,
    /// What it came to.
    pub text: Option<String>,
    /// Path in the app of what it is about.
    pub link: String,
    pub told_at: DateTime<Utc>,
    /// Name of who caused it; null: the system.
    pub caused_by: Option<String>,
    pub read_at: Option<DateTime<Utc>>,
}

impl Notification {
    /// `names`: of users, as the reader may see them.
    pub fn of(row: NotificationRow, names: &HashMap<Uuid, String>) -> Self {
        let by = row.caused_by.and_then(|by| names.get(&by).cloned());
        let shown = Shown {
            by: by.as_deref(),
            subject: row.subject,
            name: row.name.as_deref(),
            details: &row.details,
        };
        let words = catalogue::row(&row.kind).map(|of| (of.icon, (of.words)(&shown)));
        let (icon, title, text, link, tone) = match words {
            Some((icon, words)) => (icon, words.title, words.text, words.link, words.tone),
            // Told by a newer version of Pivotal that runs beside this one.
            None => {
                ("bell", "Something happened".to_owned(), None, "/notifications".to_owned(), Tone::Neutral)
            }
        };
        Notification {
            id: row.id,
            kind: row.kind,
            icon: icon.to_owned(),
            tone: tone.into(),
            title,
            text,
            link,
            told_at: row.told_at,
            caused_by: by,
            read_at: row.read_at,
        }
    }
}

/// How many notifications are not read, and the newest of them.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct UnreadNotifications {
    pub count: i64,
    pub newest_id: Option<i64>,
}

impl From<Unread> for UnreadNotifications {
    fn from(unread: Unread) -> Self {
        UnreadNotifications { count: unread.count, newest_id: unread.newest }
    }
}

/// A kind of notification that the viewer's role can be told of, and how they are.
#[derive(Debug, SimpleObject)]
pub struct NotificationPreference {
    pub kind: String,
    pub label: String,
    pub hint: String,
    pub icon: String,
    pub in_app: bool,
    /// By a mail of its own, as soon as it is told.
    pub email_at_once: bool,
    /// In the digest, when there is one and the kind does not come at once.
    pub email_digest: bool,
}

/// In the order of the catalogue.
pub fn preferences(actor: &Actor, chosen: &NotificationPreferences) -> Vec<NotificationPreference> {
    let named = |kinds: &[String], row: &Row| kinds.iter().any(|kind| kind == row.kind);
    let preference = |row: &Row| NotificationPreference {
        kind: row.kind.to_owned(),
        label: row.label.to_owned(),
        hint: row.hint.to_owned(),
        icon: row.icon.to_owned(),
        in_app: !named(&chosen.in_app_off, row),
        email_at_once: named(&chosen.mail.at_once, row),
        email_digest: !named(&chosen.mail.digest_off, row),
    };
    rows_for(actor).map(preference).collect()
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Every")]
pub enum DigestEvery {
    Off,
    Daily,
    /// On Mondays.
    Weekly,
}

/// When your digest comes: one mail with what you have not read, and your tasks that are due. With nothing in it, it does not come.
#[derive(Debug, SimpleObject)]
pub struct NotificationDigest {
    pub every: DigestEvery,
    /// From 0 to 23, in the time zone.
    pub hour: i32,
    /// IANA name.
    pub time_zone: String,
    /// Null when it is off.
    pub next_at: Option<DateTime<Utc>>,
    /// Where it goes.
    pub email: String,
}

impl NotificationDigest {
    pub fn of(actor: &Actor, chosen: &NotificationPreferences, now: DateTime<Utc>) -> Self {
        let digest = &chosen.mail.digest;
        NotificationDigest {
            every: digest.every.into(),
            hour: i32::from(digest.hour),
            time_zone: digest.time_zone.clone(),
            next_at: digest.next(now).map(|period| period.at),
            email: actor.email.clone(),
        }
    }
}
