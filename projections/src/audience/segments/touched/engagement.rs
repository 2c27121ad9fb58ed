//! Whoever something happened to, as other systems and our own mails tell it: looked at for segments that ask for it.

use pivotal_domain::audience::engagement::facts::{ENGAGEMENT_RECORDED, EngagementFact};
use pivotal_domain::audience::engagement::mail::{of_hit, of_signal};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::watch::{ENGAGEMENT, Keys};
use pivotal_domain::email::sending::facts::{EMAIL_OUTCOMES_RECORDED, SendingFact};
use pivotal_domain::email::sending::outcome::Became;
use pivotal_domain::email::tracking::facts::TrackingFact;
use pivotal_log::error::LogError;
use pivotal_log::event_log::EventLog;
use pivotal_log::reader::{self, Entry};
use uuid::Uuid;

use super::{Touched, touch_survivors};
use crate::audience::segments::keeper::Standing;

/// Contacts of one fact that are looked at each.
const AT_ONCE: usize = 50;

/// Much at once is a send or what another system told: it is looked at like everything else that is kept beside the records.
pub(super) async fn engagement(
    touched: &mut Touched,
    log: &EventLog,
    standing: &[Standing],
    entry: &Entry,
) -> Result<(), LogError> {
    let asks = |one: &Standing| one.watch.own.holds(ENGAGEMENT) || one.watch.linked.holds(ENGAGEMENT);
    if !standing.iter().any(asks) {
        return Ok(());
    }
    let mut contacts = told_of(log, entry)?;
    contacts.sort_unstable();
    contacts.dedup();
    if contacts.is_empty() {
        return Ok(());
    }
    if contacts.len() > AT_ONCE {
        touched.elsewhere = Some(entry.position);
        return Ok(());
    }
    let keys = Keys::of([ENGAGEMENT]);
    for contact in &contacts {
        touched.touch(Entity::Contact, *contact, &keys, entry.position);
    }
    // A mail's contact may have been merged since it was sent.
    touch_survivors(touched, log, (Entity::Contact, contacts), &keys, entry.position).await
}

/// Contacts that anything happened to which a segment can ask for.
fn told_of(log: &EventLog, entry: &Entry) -> Result<Vec<Uuid>, LogError> {
    let (keys, upcasters) = (reader::Keys::new(), log.upcasters());
    Ok(match entry.name.as_str() {
        ENGAGEMENT_RECORDED => {
            let EngagementFact::EngagementRecorded(recorded) =
                entry.fact::<EngagementFact>(&keys, upcasters)?;
            recorded.touches.iter().map(|touch| touch.contact).collect()
        }
        EMAIL_OUTCOMES_RECORDED => {
            let SendingFact::EmailOutcomesRecorded(recorded) = entry.fact::<SendingFact>(&keys, upcasters)?;
            let sent = recorded.outcomes.iter().filter(|outcome| outcome.o == Became::Sent);
            sent.map(|outcome| outcome.c).collect()
        }
        _ => match entry.fact::<TrackingFact>(&keys, upcasters)? {
            TrackingFact::EmailSignalsRecorded(recorded) => {
                let told = recorded.signals.iter().filter(|signal| of_signal(signal.k).is_some());
                told.map(|signal| signal.c).collect()
            }
            TrackingFact::EmailHitsJudged(judged) => {
                let hits = judged.verdicts.iter().filter(|verdict| of_hit(verdict.k).is_some());
                hits.map(|verdict| verdict.c).collect()
            }
            TrackingFact::EmailUserAgentSeen(_) => Vec::new(),
        },
    })
}
