//! Which segments are defined by which, by which lists and by which domain sets: one aggregate for all of them, so that two edits at
//! the same time cannot make a circle together, nor archive what the other has just begun to use. Whoever changes a definition or a
//! standing changes this with it.
//!
//! Lists were not in it at first. It is completed once, from the definitions as they stand, by whoever changes it first.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// Of the one there is.
pub const ID: Uuid = Uuid::from_u128(0x5e6_0000_0000_0000_0000_0000_0001);

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SegmentUses {
    /// By segment, those that its definition names, and the lists and domain sets.
    uses: BTreeMap<Uuid, BTreeSet<Uuid>>,
    archived: BTreeSet<Uuid>,
    /// Lists are in it, too.
    complete: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SegmentUsesEvent {
    /// These are all that its definition names now.
    SegmentUsesChanged { at: DateTime<Utc>, segment: Uuid, uses: BTreeSet<Uuid> },
    /// It was archived: nothing may be defined by it.
    SegmentWithdrawn { at: DateTime<Utc>, segment: Uuid },
    /// It was restored.
    SegmentOffered { at: DateTime<Utc>, segment: Uuid },
    /// What definitions named when lists were taken in, by segment, and the lists among it that were archived.
    SegmentUsesCompleted { at: DateTime<Utc>, uses: BTreeMap<Uuid, BTreeSet<Uuid>>, archived: BTreeSet<Uuid> },
}

event_names!(SegmentUsesEvent { SegmentUsesChanged, SegmentWithdrawn, SegmentOffered, SegmentUsesCompleted });

#[derive(Debug, Clone, PartialEq)]
pub enum SegmentUsesCommand {
    Use { segment: Uuid, uses: BTreeSet<Uuid>, at: DateTime<Utc> },
    Withdraw { segment: Uuid, at: DateTime<Utc> },
    Offer { segment: Uuid, at: DateTime<Utc> },
    Complete { uses: BTreeMap<Uuid, BTreeSet<Uuid>>, archived: BTreeSet<Uuid>, at: DateTime<Utc> },
}

/// By ids; whoever asks knows their names.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UsesError {
    #[error("{0} is archived")]
    Archived(Uuid),
    /// From the segment along those it uses back to itself.
    #[error("the segment contains itself")]
    Circle(Vec<Uuid>),
    #[error("other segments are defined by it")]
    Used(Vec<Uuid>),
}

impl SegmentUses {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: SegmentUsesCommand) -> Result<Vec<SegmentUsesEvent>, UsesError> {
        match command {
            SegmentUsesCommand::Use { segment, uses, at } => {
                self.check(segment, &uses)?;
                let same = self.uses.get(&segment).map_or(uses.is_empty(), |held| *held == uses);
                Ok(if same {
                    Vec::new()
                } else {
                    vec![SegmentUsesEvent::SegmentUsesChanged { at, segment, uses }]
                })
            }
            SegmentUsesCommand::Withdraw { segment, .. } if self.archived.contains(&segment) => {
                Ok(Vec::new())
            }
            SegmentUsesCommand::Withdraw { segment, at } => match self.used_by(segment) {
                users if users.is_empty() => Ok(vec![SegmentUsesEvent::SegmentWithdrawn { at, segment }]),
                users => Err(UsesError::Used(users)),
            },
            SegmentUsesCommand::Offer { segment, .. } if !self.archived.contains(&segment) => Ok(Vec::new()),
            SegmentUsesCommand::Offer { segment, at } => {
                let uses = self.uses.get(&segment).cloned().unwrap_or_default();
                self.check(segment, &uses)?;
                Ok(vec![SegmentUsesEvent::SegmentOffered { at, segment }])
            }
            SegmentUsesCommand::Complete { .. } if self.complete => Ok(Vec::new()),
            SegmentUsesCommand::Complete { uses, archived, at } => {
                Ok(vec![SegmentUsesEvent::SegmentUsesCompleted { at, uses, archived }])
            }
        }
    }

    /// Whether everything that definitions name is in it. If not, it is completed with whatever is written next.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Segments in use that are defined by this one, or by this list or domain set.
    pub fn used_by(&self, segment: Uuid) -> Vec<Uuid> {
        let standing = self.uses.iter().filter(|(user, _)| !self.archived.contains(user));
        standing.filter(|(_, uses)| uses.contains(&segment)).map(|(user, _)| *user).collect()
    }

    fn check(&self, segment: Uuid, uses: &BTreeSet<Uuid>) -> Result<(), UsesError> {
        if let Some(archived) = uses.iter().find(|used| self.archived.contains(used)) {
            return Err(UsesError::Archived(*archived));
        }
        match self.way(segment, uses) {
            Some(way) => Err(UsesError::Circle(way)),
            None => Ok(()),
        }
    }

    /// A way from the segment, if it used these, back to itself.
    fn way(&self, segment: Uuid, uses: &BTreeSet<Uuid>) -> Option<Vec<Uuid>> {
        let mut seen = BTreeSet::new();
        let mut ways: Vec<Vec<Uuid>> = uses.iter().map(|used| vec![segment, *used]).collect();
        while let Some(way) = ways.pop() {
            let Some(last) = way.last().copied() else { continue };
            if last == segment {
                return Some(way);
            }
            if seen.insert(last) {
                let next = self.uses.get(&last).into_iter().flatten();
                ways.extend(next.map(|used| way.iter().copied().chain([*used]).collect::<Vec<_>>()));
            }
        }
        None
    }
}

impl Aggregate for SegmentUses {
    const TYPE: &'static str = "segment_uses";
    type Command = SegmentUsesCommand;
    type Event = SegmentUsesEvent;
    type Error = UsesError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SegmentUsesCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), UsesError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SegmentUsesEvent) {
        match event {
            SegmentUsesEvent::SegmentUsesChanged { segment, uses, .. } => {
                self.uses.insert(segment, uses);
            }
            SegmentUsesEvent::SegmentWithdrawn { segment, .. } => {
                self.archived.insert(segment);
            }
            SegmentUsesEvent::SegmentOffered { segment, .. } => {
                self.archived.remove(&segment);
            }
            SegmentUsesEvent::SegmentUsesCompleted { uses, archived, .. } => {
                for (segment, named) in uses {
                    self.uses.entry(segment).or_default().extend(named);
                }
                self.archived.extend(archived);
                self.complete = true;
            }
        }
    }
}

impl DomainEvent for SegmentUsesEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SegmentUsesEvent {
    const AGGREGATE: &'static str = "segment_uses";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
