//! When a recipient may have a mail: by the clock of the campaign or where they are, within its hours and before its end.

use chrono::{DateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::audience::values::country::Country;
use crate::campaigns::campaigns::schedule::{Schedule, Windows};

/// The zone somebody's clock shows: what their record says, or that of a country with one. `None`: nobody knows.
pub fn zone_of(zone: Option<&str>, country: Option<&str>) -> Option<String> {
    let known = |name: &&str| name.parse::<Tz>().is_ok();
    let of_country = || country.and_then(Country::parse).and_then(|country| country.time_zone());
    zone.filter(known).or_else(of_country).map(ToOwned::to_owned)
}

/// The first moment from `now` on at which they may have it. `windows`: as they are by now. `None`: none before the campaign ends.
pub fn open_at(
    schedule: &Schedule,
    windows: Option<&Windows>,
    recipient: Option<&str>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let own = schedule.zone();
    let theirs = recipient.and_then(|zone| zone.parse().ok());
    let zone = if schedule.in_recipients_zone { theirs.unwrap_or(own) } else { own };
    let at = match windows {
        None => now,
        Some(windows) => windows.window().ok()?.next(now, zone)?,
    };
    schedule.ends.is_none_or(|ends| at < ends).then_some(at)
}

/// The zones whose recipients may have it at this moment, as they have started and their hours are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenNow {
    /// By their IANA names.
    pub zones: Vec<String>,
    /// Whether whoever is in no zone that we know of may.
    pub unknown: bool,
}

/// `windows`: as they are by now.
pub fn open_now(schedule: &Schedule, windows: Option<&Windows>, now: DateTime<Utc>) -> OpenNow {
    let schedule = Schedule { windows: windows.copied(), ..schedule.clone() };
    let is_open = |zone: Option<Tz>| schedule.due_at(zone, now) == Some(now);
    let zones = TZ_VARIANTS.into_iter().filter(|zone| is_open(Some(*zone)));
    OpenNow { zones: zones.map(|zone| zone.name().to_owned()).collect(), unknown: is_open(None) }
}

/// When somebody who is queued now may have it. `None`: not before the campaign ends.
pub fn due_at(schedule: &Schedule, recipient: Option<&str>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    schedule.due_at(recipient.and_then(|zone| zone.parse().ok()), now)
}
