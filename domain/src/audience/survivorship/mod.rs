//! Survivorship: which of two values stays, as rules that people choose. Source priority, then recency, field by field.
//!
//! Rules decide what is written from now on. What is there already changes only when somebody previewed what the rules would make
//! of it and applied them, by a bulk change that can be taken back.

pub mod command;
pub mod error;
pub mod events;
pub mod order;
pub mod outcome;
pub mod rules;
#[cfg(test)]
mod tests;
pub mod weigh;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::{PreviewEnd, SurvivorshipCommand};
use self::error::SurvivorshipError;
use self::events::SurvivorshipEvent;
use self::outcome::Difference;
use self::rules::Rules;
use super::fields::catalogue::Entity;
use super::record::previews::Previews;

/// The rules of one entity.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Survivorship {
    pub rules: Rules,
    pub changed_at: Option<DateTime<Utc>>,
    pub previews: Previews,
    /// The last one that was asked for.
    pub preview: Option<Preview>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    pub job: Uuid,
    pub rules: Rules,
    pub started_at: DateTime<Utc>,
    /// Once it is done.
    pub difference: Option<Difference>,
    /// The bulk change that made it so.
    pub applied_by: Option<Uuid>,
}

/// Under which id the rules of an entity stand in the log: there is one set of each.
pub const fn id_of(entity: Entity) -> Uuid {
    Uuid::from_u128(match entity {
        Entity::Contact => 0x0197_0000_0000_7000_8000_0000_0000_0d01,
        Entity::Account => 0x0197_0000_0000_7000_8000_0000_0000_0d02,
    })
}

impl Survivorship {
    /// The decision. No events: it is so already.
    pub fn decide(&self, command: SurvivorshipCommand) -> Result<Vec<SurvivorshipEvent>, SurvivorshipError> {
        match command {
            SurvivorshipCommand::Change { at, rules } => Ok(self.change(at, rules)),
            SurvivorshipCommand::Preview { at, job, rules } => match self.previews.running {
                Some(_) => Err(SurvivorshipError::Previewing),
                None => Ok(vec![SurvivorshipEvent::SurvivorshipPreviewStarted { at, job, rules }]),
            },
            SurvivorshipCommand::FinishPreview { job, .. } if self.previews.running != Some(job) => {
                Ok(vec![])
            }
            SurvivorshipCommand::FinishPreview { at, job, end } => Ok(vec![match end {
                PreviewEnd::Done { difference, expires_at } => {
                    SurvivorshipEvent::SurvivorshipPreviewed { at, job, expires_at, difference }
                }
                PreviewEnd::Cancelled => SurvivorshipEvent::SurvivorshipPreviewStopped { at, job },
            }]),
            SurvivorshipCommand::RemovePreview { at, job, reason } => {
                let removed = SurvivorshipEvent::SurvivorshipPreviewRemoved { at, job, reason };
                Ok(self.previews.holds(job).then_some(removed).into_iter().collect())
            }
            SurvivorshipCommand::Apply { at, preview, bulk } => self.apply_previewed(at, preview, bulk),
        }
    }

    fn change(&self, at: DateTime<Utc>, rules: Rules) -> Vec<SurvivorshipEvent> {
        if rules == self.rules {
            return vec![];
        }
        vec![SurvivorshipEvent::SurvivorshipChanged { at, rules, previous: self.rules.clone() }]
    }

    fn apply_previewed(
        &self,
        at: DateTime<Utc>,
        preview: Uuid,
        bulk: Uuid,
    ) -> Result<Vec<SurvivorshipEvent>, SurvivorshipError> {
        let previewed = self.preview.as_ref().filter(|one| one.job == preview && one.difference.is_some());
        let previewed = previewed.ok_or(SurvivorshipError::NotPreviewed)?;
        if previewed.applied_by.is_some() {
            return Ok(vec![]);
        }
        let mut events = self.change(at, previewed.rules.clone());
        events.push(SurvivorshipEvent::SurvivorshipApplied { at, preview, bulk });
        Ok(events)
    }
}

impl Aggregate for Survivorship {
    const TYPE: &'static str = "survivorship";
    type Command = SurvivorshipCommand;
    type Event = SurvivorshipEvent;
    type Error = SurvivorshipError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SurvivorshipCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SurvivorshipError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SurvivorshipEvent) {
        match event {
            SurvivorshipEvent::SurvivorshipChanged { at, rules, .. } => {
                self.rules = rules;
                self.changed_at = Some(at);
            }
            SurvivorshipEvent::SurvivorshipPreviewStarted { at, job, rules } => {
                self.previews.outdate();
                self.previews.running = Some(job);
                self.preview =
                    Some(Preview { job, rules, started_at: at, difference: None, applied_by: None });
            }
            SurvivorshipEvent::SurvivorshipPreviewed { job, expires_at, difference, .. } => {
                self.previews.keep(job, expires_at);
                if let Some(preview) = &mut self.preview {
                    preview.difference = Some(difference);
                }
            }
            SurvivorshipEvent::SurvivorshipPreviewStopped { .. } => {
                self.previews.running = None;
                self.preview = None;
            }
            SurvivorshipEvent::SurvivorshipPreviewRemoved { job, .. } => self.previews.remove(job),
            SurvivorshipEvent::SurvivorshipApplied { bulk, .. } => {
                self.previews.outdate();
                if let Some(preview) = &mut self.preview {
                    preview.applied_by = Some(bulk);
                }
            }
        }
    }
}
