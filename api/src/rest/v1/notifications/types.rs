//! What notifications look like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::notifications::digest::Every;
use pivotal_domain::identity::notifications::words::Tone;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::graphql::identity::notifications::types as shown;

/// Something that concerns you.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Notification)]
pub struct Notification {
    /// Grows: the newest has the largest.
    pub id: i64,
    pub kind: String,
    /// neutral, good, warning, bad.
    pub tone: String,
    pub title: String,
    /// What it came to.
    pub text: Option<String>,
    /// Path in the app of what it is about.
    pub link: String,
    pub told_at: DateTime<Utc>,
    /// Name of who caused it; absent for the system.
    pub caused_by: Option<String>,
    pub read_at: Option<DateTime<Utc>>,
}

impl From<shown::Notification> for Notification {
    fn from(one: shown::Notification) -> Self {
        let tone = match Tone::from(one.tone) {
            Tone::Neutral => "neutral",
            Tone::Good => "good",
            Tone::Warning => "warning",
            Tone::Bad => "bad",
        };
        Notification {
            id: one.id,
            kind: one.kind,
            tone: tone.to_owned(),
            title: one.title,
            text: one.text,
            link: one.link,
            told_at: one.told_at,
            caused_by: one.caused_by,
            read_at: one.read_at,
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Only those that are not read.
    pub unread_only: Option<bool>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NotificationsRead)]
pub struct Read {
    /// Those that are not yours, or not there any more, are passed over. At most 500.
    pub ids: Vec<i64>,
}

/// How many are not read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = UnreadNotifications)]
pub struct Unread {
    pub unread: i64,
}

/// A kind of notification that your role can be told of, and whether you are.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NotificationPreference)]
pub struct Preference {
    pub kind: String,
    pub label: String,
    pub hint: String,
    pub in_app: bool,
    /// By a mail of its own, as soon as it is told.
    pub email_at_once: bool,
    /// In the digest, when there is one and the kind does not come at once.
    pub email_digest: bool,
}

impl From<shown::NotificationPreference> for Preference {
    fn from(one: shown::NotificationPreference) -> Self {
        Preference {
            kind: one.kind,
            label: one.label,
            hint: one.hint,
            in_app: one.in_app,
            email_at_once: one.email_at_once,
            email_digest: one.email_digest,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NotificationPreferencesChosen)]
pub struct Chosen {
    /// The kinds you do not want to be told of in the app; replaces what you chose before.
    pub in_app_off: Vec<String>,
}

/// When your digest comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DigestEvery)]
pub enum DigestEvery {
    Off,
    Daily,
    /// On Mondays.
    Weekly,
}

impl From<DigestEvery> for Every {
    fn from(every: DigestEvery) -> Self {
        match every {
            DigestEvery::Off => Every::Off,
            DigestEvery::Daily => Every::Daily,
            DigestEvery::Weekly => Every::Weekly,
        }
    }
}

/// One mail with what you have not read, and your tasks that are due. With nothing in it, it does not come.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NotificationDigest)]
pub struct Digest {
    /// off, daily, weekly.
    pub every: String,
    /// From 0 to 23, in the time zone.
    pub hour: i32,
    /// IANA name.
    pub time_zone: String,
    /// Absent when it is off.
    pub next_at: Option<DateTime<Utc>>,
    /// Where it goes.
    pub email: String,
}

impl From<shown::NotificationDigest> for Digest {
    fn from(one: shown::NotificationDigest) -> Self {
        Digest {
            every: Every::from(one.every).as_str().to_owned(),
            hour: one.hour,
            time_zone: one.time_zone,
            next_at: one.next_at,
            email: one.email,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NotificationMailChosen)]
pub struct ChosenMail {
    /// The kinds that come by a mail of their own; replaces what you chose before.
    pub at_once: Vec<String>,
    /// The kinds that are left out of the digest; replaces what you chose before.
    pub digest_off: Vec<String>,
    pub every: DigestEvery,
    /// From 0 to 23, in the time zone.
    pub hour: i32,
    /// IANA name.
    pub time_zone: String,
}

/// Where the digest goes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = DigestSent)]
pub struct Sent {
    pub sent_to: String,
}
