//! Why something about notifications was refused.

use super::facts::IDS_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotificationError {
    #[error("There is no notification of the kind \"{0}\". `notificationPreferences` lists those there are.")]
    UnknownKind(String),
    #[error(
        "There is no notification of the kind \"{kind}\". `notificationPreferences` lists those there are."
    )]
    UnknownMailKind { field: &'static str, kind: String },
    #[error("The hour of the digest is {0}, and must be from 0 to 23.")]
    DigestHour(u8),
    #[error("\"{0}\" is not a time zone. Send an IANA name, as Europe/Berlin.")]
    TimeZone(String),
    #[error("Name at least one notification, or mark all of them read.")]
    NoneNamed,
    #[error(
        "At most {IDS_MAX} notifications can be marked at once; these are {0}. Mark all of them read instead."
    )]
    TooMany(usize),
}

impl NotificationError {
    pub fn code(&self) -> &'static str {
        match self {
            NotificationError::UnknownKind(_) | NotificationError::UnknownMailKind { .. } => {
                "NOTIFICATION_KIND_UNKNOWN"
            }
            NotificationError::DigestHour(_) => "NOTIFICATION_DIGEST_HOUR",
            NotificationError::TimeZone(_) => "NOTIFICATION_TIME_ZONE_UNKNOWN",
            NotificationError::NoneNamed => "NOTIFICATIONS_NONE_NAMED",
            NotificationError::TooMany(_) => "NOTIFICATIONS_TOO_MANY",
        }
    }

    pub fn field(&self) -> &'static str {
        match self {
            NotificationError::UnknownKind(_) => "inAppOff",
            NotificationError::UnknownMailKind { field, .. } => field,
            NotificationError::DigestHour(_) => "hour",
            NotificationError::TimeZone(_) => "timeZone",
            NotificationError::NoneNamed | NotificationError::TooMany(_) => "ids",
        }
    }
}
