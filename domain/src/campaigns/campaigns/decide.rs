//! What may be done to a campaign in which state, and what follows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::audience::AudienceDefinition;
use super::error::CampaignError;
use super::events::CampaignEvent;
use super::happened::{ChosenBy, Confirmation, ConfirmationCode, Evidence, PauseReason};
use super::pinned::Pinned;
use super::schedule::{Schedule, Windows, check_pace};
use super::state::State;
use super::{Campaign, CampaignCommand, Made, VersionTaken};
use crate::audience::values::text;
use crate::identity::name::tidy_name;

/// Most colleagues a test is sent to.
pub const SEEDS_MAX: usize = 10;
/// Longest reason, in characters.
const REASON_MAX: usize = 1_000;

type Decision = Result<Vec<CampaignEvent>, CampaignError>;

impl Campaign {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: CampaignCommand) -> Decision {
        match (&self.made, command) {
            (None, CampaignCommand::Create { channel, name, owner, client, brand, copied_from, at }) => {
                let name = tidy_name(&name)?;
                Ok(vec![CampaignEvent::CampaignCreated {
                    at,
                    channel,
                    name,
                    owner,
                    client,
                    brand,
                    copied_from,
                }])
            }
            (Some(_), CampaignCommand::Create { .. }) => Err(CampaignError::Exists),
            (None, _) => Err(CampaignError::NotFound),
            (Some(made), CampaignCommand::Archive { at }) => match made.state {
                _ if self.archived => Ok(Vec::new()),
                State::Draft | State::Completed | State::Stopped => {
                    Ok(vec![CampaignEvent::CampaignArchived { at }])
                }
                State::Scheduled | State::Launching | State::Running | State::Paused => made.refused(),
            },
            (Some(_), CampaignCommand::Restore { at }) => {
                Ok(if self.archived { vec![CampaignEvent::CampaignRestored { at }] } else { Vec::new() })
            }
            (Some(_), _) if self.archived => Err(CampaignError::Archived),
            (Some(made), command) => made.decide(command),
        }
    }
}

impl Made {
    fn decide(&self, command: CampaignCommand) -> Decision {
        let owner = self.details.owner;
        match command {
            CampaignCommand::Change { changes, at } => {
                let details = changes.on(&self.details)?;
                if details.client != self.details.client && self.state != State::Draft {
                    return Err(CampaignError::ClientFixed);
                }
                let previous = Box::new(self.details.clone());
                let changed = details != self.details;
                Ok(some(changed.then_some(CampaignEvent::CampaignDetailsChanged { at, details, previous })))
            }
            CampaignCommand::DefineAudience { definition, at } => {
                self.in_draft()?;
                // Whoever takes back what was chosen first has a draft for nobody again.
                if !definition.is_nobody() {
                    definition.check()?;
                }
                let previous = self.audience.clone();
                let changed = previous.clone().unwrap_or_default() != definition;
                let defined = CampaignEvent::CampaignAudienceDefined { at, definition, previous };
                Ok(some(changed.then_some(defined)))
            }
            CampaignCommand::DefineContent { content, at } => {
                self.in_draft()?;
                content.check()?;
                let (previous, changed) =
                    (self.content.clone().map(Box::new), self.content.as_ref() != Some(content.as_ref()));
                let defined = CampaignEvent::CampaignContentDefined { at, content, previous };
                Ok(some(changed.then_some(defined)))
            }
            CampaignCommand::DefineSchedule { schedule, at } => self.define_schedule(schedule, at),
            CampaignCommand::Confirm { codes, by, at } => self.confirm(&codes, by, at),
            CampaignCommand::SeedTested { to, digest, variants, at } => {
                self.in_draft()?;
                if to.is_empty() || to.len() > SEEDS_MAX {
                    return Err(CampaignError::SeedRecipients);
                }
                let content = self.content.as_ref().ok_or(CampaignError::ContentMissing)?;
                if content.digest() != digest {
                    return Err(CampaignError::ContentChanged);
                }
                Ok(vec![CampaignEvent::CampaignSeedTested { at, to, digest, variants }])
            }
            CampaignCommand::Schedule { start, faults_checked, at } => match self.state {
                State::Draft => Ok(vec![CampaignEvent::CampaignScheduled { at, start, faults_checked }]),
                State::Scheduled if self.start == Some(start) => Ok(Vec::new()),
                _ => self.refused(),
            },
            CampaignCommand::Unschedule { by, faults, at } => match self.state {
                State::Scheduled => Ok(vec![CampaignEvent::CampaignUnscheduled { at, by, faults, owner }]),
                State::Draft => Ok(Vec::new()),
                _ => self.refused(),
            },
            CampaignCommand::Launch { pinned, faults_checked, epoch, asked_by, at } => {
                self.launch(pinned, faults_checked, epoch, asked_by, at)
            }
            CampaignCommand::Taken { taken, at } => self.taken(*taken, at),
            CampaignCommand::FailLaunch { code, words, at } => match self.state {
                State::Launching => Ok(vec![CampaignEvent::CampaignLaunchFailed { at, code, words, owner }]),
                State::Draft => Ok(Vec::new()),
                _ => self.refused(),
            },
            CampaignCommand::Pause { reason, mut detail, at } => match self.state {
                State::Running => {
                    detail.words = reason_of(detail.words);
                    Ok(vec![CampaignEvent::CampaignPaused { at, reason, detail, owner }])
                }
                State::Paused => Ok(Vec::new()),
                _ => self.refused(),
            },
            CampaignCommand::Resume { epoch, accepted_after_restore, reason, at } => {
                self.resume(epoch, accepted_after_restore, reason_of(reason), at)
            }
            CampaignCommand::ChangePace { per_second, windows, at } => {
                self.change_pace(per_second, windows, at)
            }
            CampaignCommand::TopUp { definition, asked_by, at } => self.top_up(definition, asked_by, at),
            CampaignCommand::ChooseWinner { variant, by, evidence, at } => {
                self.choose_winner(variant, by, evidence, at)
            }
            CampaignCommand::Stop { reason, at } => match self.state {
                State::Launching | State::Running | State::Paused => {
                    Ok(vec![CampaignEvent::CampaignStopped { at, reason: reason_of(reason) }])
                }
                State::Stopped => Ok(Vec::new()),
                State::Draft | State::Scheduled | State::Completed => self.refused(),
            },
            CampaignCommand::Complete { ledger, at } => match self.state {
                State::Running if self.taking.is_some() => Err(CampaignError::TakeUnderWay),
                State::Running => Ok(vec![CampaignEvent::CampaignCompleted { at, ledger, owner }]),
                State::Completed => Ok(Vec::new()),
                _ => self.refused(),
            },
            // Decided on the campaign as a whole.
            CampaignCommand::Create { .. }
            | CampaignCommand::Archive { .. }
            | CampaignCommand::Restore { .. } => Ok(Vec::new()),
        }
    }

    fn define_schedule(&self, schedule: Schedule, at: DateTime<Utc>) -> Decision {
        self.in_draft()?;
        schedule.check()?;
        if self.schedule.as_ref() == Some(&schedule) {
            return Ok(Vec::new());
        }
        let previous = self.schedule.clone().map(Box::new);
        Ok(vec![CampaignEvent::CampaignScheduleDefined { at, schedule, previous }])
    }

    /// Who confirmed something already stays the one who did.
    fn confirm(&self, codes: &[ConfirmationCode], by: Uuid, at: DateTime<Utc>) -> Decision {
        self.in_draft()?;
        if codes.contains(&ConfirmationCode::ClientAgrees) && self.details.client.is_none() {
            return Err(CampaignError::NoClient);
        }
        let confirmed = |code: ConfirmationCode| {
            let held = self.confirmations.iter().find(|held| held.code == code).cloned();
            held.unwrap_or_else(|| Confirmation { code, wording: code.wording().to_owned(), by })
        };
        let wanted = ConfirmationCode::ALL.into_iter().filter(|code| codes.contains(code));
        let confirmations: Vec<Confirmation> = wanted.map(confirmed).collect();
        let changed = confirmations != self.confirmations;
        Ok(some(changed.then_some(CampaignEvent::CampaignConfirmed { at, confirmations })))
    }

    /// Launched at once it was scheduled for now, so that every campaign goes the same way.
    fn launch(
        &self,
        pinned: Box<Pinned>,
        faults_checked: String,
        epoch: Uuid,
        asked_by: Uuid,
        at: DateTime<Utc>,
    ) -> Decision {
        let mut events = match self.state {
            State::Draft => vec![CampaignEvent::CampaignScheduled { at, start: at, faults_checked }],
            State::Scheduled => Vec::new(),
            State::Launching | State::Running => return Ok(Vec::new()),
            State::Paused | State::Completed | State::Stopped => return self.refused(),
        };
        let (Some(schedule), Some(_)) = (&self.schedule, &self.audience) else {
            return Err(CampaignError::AudienceMissing);
        };
        events.push(CampaignEvent::CampaignLaunched {
            at,
            pinned,
            client: self.details.client,
            brand: self.brand,
            per_second: schedule.per_second,
            windows: schedule.windows,
            respects_cap: schedule.respects_cap,
            epoch,
            asked_by,
        });
        Ok(events)
    }

    /// With the first version it starts.
    fn taken(&self, taken: VersionTaken, at: DateTime<Utc>) -> Decision {
        if self.taking.as_ref().is_none_or(|taking| taking.version != taken.version) {
            return Err(CampaignError::OtherVersion);
        }
        let VersionTaken {
            version,
            take,
            position,
            as_of,
            definition,
            count,
            accounts,
            hash,
            chunks,
            pending,
            excluded,
        } = taken;
        let mut events = vec![CampaignEvent::AudienceVersionTaken {
            at,
            version,
            take,
            position,
            as_of,
            definition,
            count,
            accounts,
            hash,
            chunks,
            pending,
            excluded,
        }];
        if self.state == State::Launching {
            events.push(CampaignEvent::CampaignStarted { at });
        }
        Ok(events)
    }

    fn resume(
        &self,
        epoch: Uuid,
        accepted_after_restore: bool,
        reason: Option<String>,
        at: DateTime<Utc>,
    ) -> Decision {
        match (self.state, self.paused) {
            (State::Running, _) => Ok(Vec::new()),
            // However it was paused: of what left since another log's time, this one does not know.
            (State::Paused, _) if self.is_of_another(epoch) && !accepted_after_restore => {
                Err(CampaignError::RestoreNotAccepted)
            }
            (State::Paused, Some(PauseReason::Complaints)) if reason.is_none() => {
                Err(CampaignError::ReasonMissing)
            }
            (State::Paused, _) => {
                Ok(vec![CampaignEvent::CampaignResumed { at, epoch, accepted_after_restore, reason }])
            }
            _ => self.refused(),
        }
    }

    fn is_of_another(&self, epoch: Uuid) -> bool {
        self.launched.as_ref().is_some_and(|launched| launched.epoch != epoch)
    }

    fn change_pace(&self, per_second: Option<u32>, windows: Option<Windows>, at: DateTime<Utc>) -> Decision {
        let (State::Running | State::Paused, Some(launched)) = (self.state, &self.launched) else {
            return self.refused();
        };
        check_pace(per_second)?;
        windows.as_ref().map(Windows::window).transpose()?;
        if (launched.per_second, launched.windows) == (per_second, windows) {
            return Ok(Vec::new());
        }
        Ok(vec![CampaignEvent::CampaignPaceChanged {
            at,
            per_second,
            windows,
            previous_per_second: launched.per_second,
            previous_windows: launched.windows,
        }])
    }

    fn top_up(&self, definition: Option<AudienceDefinition>, asked_by: Uuid, at: DateTime<Utc>) -> Decision {
        if !matches!(self.state, State::Running | State::Paused) {
            return self.refused();
        }
        let definition =
            definition.or_else(|| self.audience.clone()).ok_or(CampaignError::AudienceMissing)?;
        definition.check()?;
        match &self.taking {
            Some(taking) if taking.definition == definition => Ok(Vec::new()),
            Some(_) => Err(CampaignError::TakeUnderWay),
            None => {
                let version = self.next_version();
                Ok(vec![CampaignEvent::CampaignTopUpAsked { at, version, definition, asked_by }])
            }
        }
    }

    fn choose_winner(&self, variant: char, by: ChosenBy, evidence: Evidence, at: DateTime<Utc>) -> Decision {
        if !matches!(self.state, State::Running | State::Paused) {
            return self.refused();
        }
        let known = self.content.as_ref().is_some_and(|content| content.variant(variant).is_some());
        match self.winner {
            Some(winner) if winner == variant => Ok(Vec::new()),
            Some(_) => Err(CampaignError::WinnerChosen),
            None if !known => Err(CampaignError::NoSuchVariant(variant)),
            None => Ok(vec![CampaignEvent::CampaignWinnerChosen {
                at,
                variant,
                by,
                evidence,
                owner: self.details.owner,
            }]),
        }
    }

    fn in_draft(&self) -> Result<(), CampaignError> {
        if self.state == State::Draft { Ok(()) } else { Err(CampaignError::State(self.state)) }
    }

    fn refused(&self) -> Decision {
        Err(CampaignError::State(self.state))
    }
}

fn some(event: Option<CampaignEvent>) -> Vec<CampaignEvent> {
    event.into_iter().collect()
}

pub(super) fn reason_of(raw: Option<String>) -> Option<String> {
    let tidy = |raw: String| -> String { text::lines(&raw).chars().take(REASON_MAX).collect() };
    raw.map(tidy).filter(|reason| !reason.is_empty())
}
