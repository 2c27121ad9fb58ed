//! Rules of retention: how long each kind of data is kept before a nightly job deletes it.
//!
//! A rule that deletes more than the one in force is taken only with a dry run of exactly it, not older than a day. What stands
//! under a [legal hold](super::legal_holds) is not deleted, whatever a rule says.

pub mod account;
pub mod command;
pub mod error;
pub mod events;
pub mod keep;
pub mod kind;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::{RetentionCommand, SetRule};
use self::error::RetentionError;
use self::events::RetentionEvent;
use self::keep::Keep;
use self::kind::Kind;
use crate::audience::values::text;

/// How the request of an erasure begins that a rule asked for, and nobody.
pub const BY_RULE: &str = "Retention: ";

/// Under which the rules stand in the log: there is one set.
pub const ID: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0d04);

/// Longest note, in characters.
pub const NOTE_MAX: usize = 500;
/// How long a dry run lets its rule be set.
pub const DRY_RUN_HOLDS: Duration = Duration::hours(24);
/// Dry runs that are remembered for it: more than anybody makes in a day.
const REMEMBERED: usize = 100;

/// Before the first change: as Pivotal comes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RetentionRules {
    pub rules: BTreeMap<Kind, Rule>,
    /// The last dry runs, oldest first.
    pub looked: Vec<Looked>,
    /// The job that ran last.
    pub last_run: Option<Uuid>,
}

/// A rule that somebody set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub keep: Keep,
    pub by: Uuid,
}

/// A dry run that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    pub run: Uuid,
    pub kind: Kind,
    pub keep: Keep,
    pub at: DateTime<Utc>,
}

impl RetentionRules {
    /// What holds for a kind.
    pub fn keep(&self, kind: Kind) -> Keep {
        self.rules.get(&kind).map_or(kind.built_in(), |rule| rule.keep)
    }

    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: RetentionCommand) -> Result<Vec<RetentionEvent>, RetentionError> {
        match command {
            RetentionCommand::Set(set) => self.set(set),
            RetentionCommand::EndDryRun { at, run, kind, keep, found } => {
                let told = self.looked.iter().any(|looked| looked.run == run);
                let event = RetentionEvent::RetentionDryRan { at, run, kind, keep, found };
                Ok((!told).then_some(event).into_iter().collect())
            }
            // A run that died after it said so says it once.
            RetentionCommand::EndRun { run, .. } if self.last_run == Some(run) => Ok(Vec::new()),
            RetentionCommand::EndRun { at, run, began_at, asker, done, end } => {
                let mut tell: Vec<Uuid> = asker.into_iter().collect();
                let deleted = done.iter().filter(|done| done.deleted > 0);
                tell.extend(deleted.filter_map(|done| Some(self.rules.get(&done.kind)?.by)));
                tell.sort_unstable();
                tell.dedup();
                tell.retain(|user| !user.is_nil());
                Ok(vec![RetentionEvent::RetentionRan { at, run, began_at, done, end, tell }])
            }
        }
    }

    fn set(&self, set: SetRule) -> Result<Vec<RetentionEvent>, RetentionError> {
        let SetRule { at, kind, keep, dry_run, note, by, source } = set;
        let note = text::line(&note);
        if note.chars().count() > NOTE_MAX {
            return Err(RetentionError::NoteTooLong);
        }
        if keep == Keep::Forever && !kind.may_be_forever() {
            return Err(RetentionError::NotForever(kind));
        }
        let previous = self.keep(kind);
        if previous == keep {
            return Ok(Vec::new());
        }
        let shorter = keep.is_shorter_than(previous, at);
        if shorter {
            self.was_looked_at(kind, keep, dry_run, at)?;
        }
        Ok(vec![RetentionEvent::RetentionRuleSet {
            at,
            kind,
            keep,
            previous,
            dry_run: dry_run.filter(|_| shorter),
            note: Some(note).filter(|note| !note.is_empty()),
            by,
            source,
        }])
    }

    fn was_looked_at(
        &self,
        kind: Kind,
        keep: Keep,
        dry_run: Option<Uuid>,
        at: DateTime<Utc>,
    ) -> Result<(), RetentionError> {
        let run = dry_run.ok_or(RetentionError::DryRunNeeded)?;
        let looked = self.looked.iter().find(|looked| looked.run == run);
        let looked = looked
            .filter(|looked| (looked.kind, looked.keep) == (kind, keep))
            .ok_or(RetentionError::DryRunOfAnother)?;
        if at - looked.at > DRY_RUN_HOLDS {
            return Err(RetentionError::DryRunTooOld);
        }
        Ok(())
    }
}

impl Aggregate for RetentionRules {
    const TYPE: &'static str = "retention_rules";
    type Command = RetentionCommand;
    type Event = RetentionEvent;
    type Error = RetentionError;
    type Services = ();

    async fn handle(
        &mut self,
        command: RetentionCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), RetentionError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: RetentionEvent) {
        match event {
            RetentionEvent::RetentionRuleSet { kind, keep, by, .. } => {
                self.rules.insert(kind, Rule { keep, by });
            }
            RetentionEvent::RetentionDryRan { at, run, kind, keep, .. } => {
                self.looked.push(Looked { run, kind, keep, at });
                let too_many = self.looked.len().saturating_sub(REMEMBERED);
                self.looked.drain(..too_many);
            }
            RetentionEvent::RetentionRan { run, .. } => self.last_run = Some(run),
        }
    }
}
