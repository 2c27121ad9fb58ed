//! The campaign: an audience, what is said to it and when, on its way from a draft to an end. Who is in its audience is told by facts of
//! their own; what becomes of each of them, by those of sending.

pub mod audience;
pub mod content;
pub mod decide;
pub mod details;
pub mod error;
pub mod estimate;
pub mod events;
pub mod facts;
pub mod happened;
pub mod keys;
pub mod left_out;
pub mod needs;
pub mod pinned;
pub mod preflight;
pub mod schedule;
pub mod state;
pub mod switch;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use self::audience::AudienceDefinition;
use self::content::EmailContent;
use self::details::{DetailChanges, Details};
use self::error::CampaignError;
use self::events::CampaignEvent;
use self::happened::{
    ChosenBy, Confirmation, ConfirmationCode, Evidence, PauseDetail, PauseReason, UnscheduledBy,
};
use self::pinned::Pinned;
use self::schedule::{Schedule, Windows};
use self::state::{Channel, State};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Campaign {
    /// `None`: never created.
    pub made: Option<Made>,
    pub archived: bool,
}

/// A campaign as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    pub channel: Channel,
    pub details: Details,
    /// In whose name of ours it speaks.
    pub brand: Uuid,
    pub state: State,
    pub audience: Option<AudienceDefinition>,
    pub content: Option<EmailContent>,
    pub schedule: Option<Schedule>,
    /// Of audience and content as they are.
    pub confirmations: Vec<Confirmation>,
    /// The last one.
    pub seed_tested: Option<SeedTested>,
    /// When it starts, once it is scheduled.
    pub start: Option<DateTime<Utc>>,
    /// Once it is launched.
    pub launched: Option<Launched>,
    pub paused: Option<PauseReason>,
    /// How many people are in each audience version, in their order.
    pub versions: Vec<u64>,
    /// The version that is being taken.
    pub taking: Option<Taking>,
    pub winner: Option<char>,
}

/// What was fixed when it was launched, and how fast it goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Launched {
    pub pinned: Pinned,
    /// Whose eyes the audience was seen with.
    pub asked_by: Uuid,
    pub epoch: Uuid,
    pub per_second: Option<u32>,
    pub windows: Option<Windows>,
}

/// An audience version that was asked for and is not in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taking {
    pub version: u16,
    pub definition: AudienceDefinition,
    pub asked_by: Uuid,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedTested {
    pub at: DateTime<Utc>,
    pub to: Vec<Uuid>,
    pub digest: String,
    pub variants: Vec<char>,
}

/// An audience version that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionTaken {
    pub version: u16,
    pub take: Uuid,
    pub position: i64,
    pub as_of: DateTime<Utc>,
    pub definition: AudienceDefinition,
    pub count: u64,
    pub accounts: u64,
    pub hash: String,
    pub chunks: u32,
    pub pending: u64,
    pub excluded: BTreeMap<String, u64>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum CampaignCommand {
    /// That brand, owner and client are there is asked before.
    Create {
        channel: Channel,
        name: String,
        owner: Uuid,
        client: Option<Uuid>,
        brand: Uuid,
        copied_from: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Change {
        changes: DetailChanges,
        at: DateTime<Utc>,
    },
    DefineAudience {
        definition: AudienceDefinition,
        at: DateTime<Utc>,
    },
    DefineContent {
        content: Box<EmailContent>,
        at: DateTime<Utc>,
    },
    DefineSchedule {
        schedule: Schedule,
        at: DateTime<Utc>,
    },
    /// All that are confirmed from now on; one that is left out is not.
    Confirm {
        codes: Vec<ConfirmationCode>,
        by: Uuid,
        at: DateTime<Utc>,
    },
    /// `digest`: of the content that was sent.
    SeedTested {
        to: Vec<Uuid>,
        digest: String,
        variants: Vec<char>,
        at: DateTime<Utc>,
    },
    /// The pre-flight found no fault. `start`: never in the past.
    Schedule {
        start: DateTime<Utc>,
        faults_checked: String,
        at: DateTime<Utc>,
    },
    Unschedule {
        by: UnscheduledBy,
        faults: Vec<String>,
        at: DateTime<Utc>,
    },
    /// The pre-flight found no fault.
    Launch {
        pinned: Box<Pinned>,
        faults_checked: String,
        epoch: Uuid,
        asked_by: Uuid,
        at: DateTime<Utc>,
    },
    Taken {
        taken: Box<VersionTaken>,
        at: DateTime<Utc>,
    },
    FailLaunch {
        code: String,
        words: String,
        at: DateTime<Utc>,
    },
    Pause {
        reason: PauseReason,
        detail: PauseDetail,
        at: DateTime<Utc>,
    },
    Resume {
        epoch: Uuid,
        accepted_after_restore: bool,
        reason: Option<String>,
        at: DateTime<Utc>,
    },
    ChangePace {
        per_second: Option<u32>,
        windows: Option<Windows>,
        at: DateTime<Utc>,
    },
    /// `definition`: the campaign's own unless said.
    TopUp {
        definition: Option<AudienceDefinition>,
        asked_by: Uuid,
        at: DateTime<Utc>,
    },
    ChooseWinner {
        variant: char,
        by: ChosenBy,
        evidence: Evidence,
        at: DateTime<Utc>,
    },
    Stop {
        reason: Option<String>,
        at: DateTime<Utc>,
    },
    /// Nobody is left who could be sent to.
    Complete {
        ledger: BTreeMap<String, u64>,
        at: DateTime<Utc>,
    },
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
}

impl Made {
    /// Whether this very content was sent to colleagues.
    pub fn is_seed_tested(&self) -> bool {
        match (&self.seed_tested, &self.content) {
            (Some(tested), Some(content)) => tested.digest == content.digest(),
            _ => false,
        }
    }

    /// What a launch asks for and nobody confirmed.
    pub fn unconfirmed(&self) -> Vec<ConfirmationCode> {
        ConfirmationCode::wanted(self.details.client.is_some())
            .filter(|code| !self.confirmations.iter().any(|held| held.code == *code))
            .collect()
    }

    /// Of everything that a pre-flight looks at: what was found counts for this only.
    pub fn digest(&self) -> String {
        let text = serde_json::to_vec(&(&self.audience, &self.content, &self.schedule)).unwrap_or_default();
        hex::encode(Sha256::digest(text))
    }

    /// The number of the next audience version.
    pub fn next_version(&self) -> u16 {
        u16::try_from(self.versions.len()).unwrap_or(u16::MAX).saturating_add(1)
    }
}

impl Aggregate for Campaign {
    const TYPE: &'static str = "campaign";
    type Command = CampaignCommand;
    type Event = CampaignEvent;
    type Error = CampaignError;
    type Services = ();

    async fn handle(
        &mut self,
        command: CampaignCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), CampaignError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: CampaignEvent) {
        match (&mut self.made, event) {
            (made, CampaignEvent::CampaignCreated { channel, name, owner, client, brand, .. }) => {
                let details = Details { name, tags: Vec::new(), team: None, owner, client };
                *made = Some(Made {
                    channel,
                    details,
                    brand,
                    state: State::Draft,
                    audience: None,
                    content: None,
                    schedule: None,
                    confirmations: Vec::new(),
                    seed_tested: None,
                    start: None,
                    launched: None,
                    paused: None,
                    versions: Vec::new(),
                    taking: None,
                    winner: None,
                });
            }
            (_, CampaignEvent::CampaignArchived { .. }) => self.archived = true,
            (_, CampaignEvent::CampaignRestored { .. }) => self.archived = false,
            (None, _) => {}
            (Some(made), event) => made.apply(event),
        }
    }
}

impl Made {
    fn apply(&mut self, event: CampaignEvent) {
        match event {
            CampaignEvent::CampaignDetailsChanged { details, .. } => self.details = details,
            CampaignEvent::CampaignAudienceDefined { definition, .. } => {
                self.audience = Some(definition).filter(|definition| !definition.is_nobody());
                self.confirmations.clear();
            }
            CampaignEvent::CampaignContentDefined { content, .. } => {
                self.content = Some(*content);
                self.confirmations.clear();
            }
            CampaignEvent::CampaignScheduleDefined { schedule, .. } => self.schedule = Some(schedule),
            CampaignEvent::CampaignConfirmed { confirmations, .. } => self.confirmations = confirmations,
            CampaignEvent::CampaignSeedTested { at, to, digest, variants } => {
                self.seed_tested = Some(SeedTested { at, to, digest, variants });
            }
            CampaignEvent::CampaignScheduled { start, .. } => {
                (self.state, self.start) = (State::Scheduled, Some(start));
            }
            CampaignEvent::CampaignUnscheduled { .. } => (self.state, self.start) = (State::Draft, None),
            CampaignEvent::CampaignLaunched { pinned, per_second, windows, epoch, asked_by, .. } => {
                self.state = State::Launching;
                self.taking =
                    self.audience.clone().map(|definition| Taking { version: 1, definition, asked_by });
                self.launched = Some(Launched { pinned: *pinned, asked_by, epoch, per_second, windows });
            }
            CampaignEvent::AudienceVersionTaken { count, .. } => {
                self.versions.push(count);
                self.taking = None;
            }
            CampaignEvent::CampaignStarted { .. } => self.state = State::Running,
            CampaignEvent::CampaignLaunchFailed { .. } => {
                (self.state, self.start, self.launched, self.taking) = (State::Draft, None, None, None);
            }
            CampaignEvent::CampaignPaused { reason, .. } => {
                (self.state, self.paused) = (State::Paused, Some(reason));
            }
            CampaignEvent::CampaignResumed { epoch, .. } => {
                (self.state, self.paused) = (State::Running, None);
                if let Some(launched) = &mut self.launched {
                    launched.epoch = epoch;
                }
            }
            CampaignEvent::CampaignPaceChanged { per_second, windows, .. } => {
                if let Some(launched) = &mut self.launched {
                    (launched.per_second, launched.windows) = (per_second, windows);
                }
            }
            CampaignEvent::CampaignTopUpAsked { version, definition, asked_by, .. } => {
                self.taking = Some(Taking { version, definition, asked_by });
            }
            CampaignEvent::CampaignWinnerChosen { variant, .. } => self.winner = Some(variant),
            CampaignEvent::CampaignStopped { .. } => {
                (self.state, self.paused, self.taking) = (State::Stopped, None, None);
            }
            CampaignEvent::CampaignCompleted { .. } => (self.state, self.taking) = (State::Completed, None),
            // Told before: they concern the campaign as a whole.
            CampaignEvent::CampaignCreated { .. }
            | CampaignEvent::CampaignArchived { .. }
            | CampaignEvent::CampaignRestored { .. } => {}
        }
    }
}
