//! Outcomes, signals and verdicts to rows, all of a batch at once.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::email::sending::facts::{EMAIL_OUTCOMES_RECORDED, Outcome, SendingFact};
use pivotal_domain::email::sending::outcome::Became;
use pivotal_domain::email::tracking::facts::{TrackingFact, Verdict};
use pivotal_domain::email::tracking::signal::Signal;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::message::Message;
use super::rows;
use super::tallies::Tallies;
use crate::runner::{ApplyError, Opened, Pace, Projection, Spec, Target};

/// Facts of a batch: each tells of hundreds of mails.
const FACTS: i64 = 40;

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailResponses;

/// What is told, in the log's order.
enum Told {
    /// It left, as far as anybody knows.
    Left {
        campaign: Uuid,
        at: DateTime<Utc>,
        message: Uuid,
        outcome: Outcome,
    },
    Signal {
        place: (i64, i32),
        signal: Signal,
    },
    Verdict {
        verdict: Verdict,
        rules: u16,
    },
}

impl Told {
    fn message(&self) -> Uuid {
        match self {
            Told::Left { message, .. } => *message,
            Told::Signal { signal, .. } => signal.m,
            Told::Verdict { verdict, .. } => verdict.m,
        }
    }

    /// Whether the mail's hits must be at hand.
    fn is_of_hits(&self) -> bool {
        match self {
            Told::Left { .. } => false,
            Told::Signal { signal, .. } => signal.k.is_hit(),
            Told::Verdict { .. } => true,
        }
    }
}

#[async_trait]
impl Projection for EmailResponses {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    fn pace(&self) -> Pace {
        Pace { batch: FACTS, ..Pace::default() }
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut told = Vec::new();
        for entry in batch.entries() {
            read(batch, entry, &mut told)?;
        }
        let of_all: BTreeSet<Uuid> = told.iter().map(Told::message).collect();
        let of_hits: BTreeSet<Uuid> = told.iter().filter(|one| one.is_of_hits()).map(Told::message).collect();
        let mut messages = rows::load(target, &of_all, &of_hits).await?;
        let mut tallies = Tallies::default();
        messages.values().for_each(|message| tallies.take_off(message));
        for one in told {
            apply(&mut messages, one);
        }
        for message in messages.values_mut() {
            message.count_hits();
            tallies.put_on(message);
        }
        rows::write(target, &messages).await?;
        tallies.write(target).await?;
        Ok(())
    }
}

fn read(batch: &Opened<'_>, entry: &Entry, told: &mut Vec<Told>) -> Result<(), ApplyError> {
    if entry.name == EMAIL_OUTCOMES_RECORDED {
        let SendingFact::EmailOutcomesRecorded(recorded) = batch.fact(entry)?;
        let (campaign, at) = (recorded.campaign, recorded.at);
        for outcome in recorded.outcomes {
            if let (Became::Sent | Became::Unknown, Some(message)) = (outcome.o, outcome.m) {
                told.push(Told::Left { campaign, at, message, outcome });
            }
        }
        return Ok(());
    }
    match batch.fact(entry)? {
        TrackingFact::EmailSignalsRecorded(recorded) => {
            let signals = (0..).zip(recorded.signals);
            told.extend(signals.map(|(n, signal)| Told::Signal { place: (entry.position, n), signal }));
        }
        TrackingFact::EmailHitsJudged(judged) => {
            let rules = judged.rules;
            told.extend(judged.verdicts.into_iter().map(|verdict| Told::Verdict { verdict, rules }));
        }
        TrackingFact::EmailUserAgentSeen(_) => {}
    }
    Ok(())
}

/// What is told of a mail that never left is nobody's.
fn apply(messages: &mut BTreeMap<Uuid, Message>, told: Told) {
    match told {
        Told::Left { campaign, at, message, outcome } => {
            let held =
                messages.entry(message).or_insert_with(|| Message::sent(message, campaign, outcome.c, at));
            held.sent_at = held.sent_at.min(at);
            held.variant = held.variant.or(outcome.v.map(i16::from));
            held.domain = held.domain.take().or(outcome.d);
        }
        Told::Signal { place, signal } => {
            if let Some(held) = messages.get_mut(&signal.m) {
                held.note(place, signal);
            }
        }
        Told::Verdict { verdict, rules } => {
            if let Some(held) = messages.get_mut(&verdict.m) {
                held.judge(&verdict, rules);
            }
        }
    }
}
