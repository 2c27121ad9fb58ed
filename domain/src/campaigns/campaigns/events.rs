//! What can have happened to a campaign: ids, settings and our own words. Several of these are read by the log itself, which keeps the
//! guard (`guard.write_sending()`): a new version of one needs a new function beside its upcaster.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::audience::AudienceDefinition;
use super::content::EmailContent;
use super::details::Details;
use super::happened::{ChosenBy, Confirmation, Evidence, PauseDetail, PauseReason, UnscheduledBy};
use super::pinned::Pinned;
use super::schedule::{Schedule, Windows};
use super::state::Channel;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CampaignEvent {
    CampaignCreated {
        at: DateTime<Utc>,
        channel: Channel,
        name: String,
        owner: Uuid,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        client: Option<Uuid>,
        brand: Uuid,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copied_from: Option<Uuid>,
    },
    CampaignDetailsChanged {
        at: DateTime<Utc>,
        details: Details,
        previous: Box<Details>,
    },
    CampaignAudienceDefined {
        at: DateTime<Utc>,
        definition: AudienceDefinition,
        previous: Option<AudienceDefinition>,
    },
    // Boxed, so that a rare large event does not make all of them large.
    CampaignContentDefined {
        at: DateTime<Utc>,
        content: Box<EmailContent>,
        previous: Option<Box<EmailContent>>,
    },
    CampaignScheduleDefined {
        at: DateTime<Utc>,
        schedule: Schedule,
        previous: Option<Box<Schedule>>,
    },
    /// Void when audience or content change.
    CampaignConfirmed {
        at: DateTime<Utc>,
        confirmations: Vec<Confirmation>,
    },
    /// `to`: users of ours.
    CampaignSeedTested {
        at: DateTime<Utc>,
        to: Vec<Uuid>,
        digest: String,
        variants: Vec<char>,
    },
    /// `faults_checked`: of what the pre-flight looked at.
    CampaignScheduled {
        at: DateTime<Utc>,
        start: DateTime<Utc>,
        faults_checked: String,
    },
    /// By a person, or by its start, whose pre-flight found faults.
    CampaignUnscheduled {
        at: DateTime<Utc>,
        by: UnscheduledBy,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        faults: Vec<String>,
        /// Whom it concerns.
        #[serde(default)]
        owner: Uuid,
    },
    /// `epoch`: the log's at that moment; after a restore it is another, and nothing leaves by itself. `asked_by`: who the audience is
    /// taken as.
    CampaignLaunched {
        at: DateTime<Utc>,
        pinned: Box<Pinned>,
        client: Option<Uuid>,
        brand: Uuid,
        per_second: Option<u32>,
        windows: Option<Windows>,
        respects_cap: bool,
        epoch: Uuid,
        asked_by: Uuid,
    },
    /// The facts of `take` are the version's members; those of any other take mean nothing.
    AudienceVersionTaken {
        at: DateTime<Utc>,
        version: u16,
        take: Uuid,
        position: i64,
        as_of: DateTime<Utc>,
        definition: AudienceDefinition,
        count: u64,
        accounts: u64,
        /// SHA-256 over the 16 bytes of each contact's id in ascending order.
        hash: String,
        chunks: u32,
        pending: u64,
        /// Who was left out when they were taken, by reason.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        excluded: BTreeMap<String, u64>,
    },
    CampaignStarted {
        at: DateTime<Utc>,
    },
    /// The audience could not be taken.
    CampaignLaunchFailed {
        at: DateTime<Utc>,
        code: String,
        words: String,
        /// Whom it concerns.
        #[serde(default)]
        owner: Uuid,
    },
    CampaignPaused {
        at: DateTime<Utc>,
        reason: PauseReason,
        #[serde(default, skip_serializing_if = "PauseDetail::is_empty")]
        detail: PauseDetail,
        /// Whom it concerns.
        #[serde(default)]
        owner: Uuid,
    },
    CampaignResumed {
        at: DateTime<Utc>,
        epoch: Uuid,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        accepted_after_restore: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    CampaignPaceChanged {
        at: DateTime<Utc>,
        per_second: Option<u32>,
        windows: Option<Windows>,
        previous_per_second: Option<u32>,
        previous_windows: Option<Windows>,
    },
    /// Whom no earlier version has joins as this version.
    CampaignTopUpAsked {
        at: DateTime<Utc>,
        version: u16,
        definition: AudienceDefinition,
        asked_by: Uuid,
    },
    CampaignWinnerChosen {
        at: DateTime<Utc>,
        variant: char,
        by: ChosenBy,
        evidence: Evidence,
        /// Whom it concerns.
        #[serde(default)]
        owner: Uuid,
    },
    CampaignStopped {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// `ledger`: how many ended in which state.
    CampaignCompleted {
        at: DateTime<Utc>,
        ledger: BTreeMap<String, u64>,
        /// Whom it concerns.
        #[serde(default)]
        owner: Uuid,
    },
    CampaignArchived {
        at: DateTime<Utc>,
    },
    CampaignRestored {
        at: DateTime<Utc>,
    },
}

event_names!(CampaignEvent {
    CampaignCreated,
    CampaignDetailsChanged,
    CampaignAudienceDefined,
    CampaignContentDefined,
    CampaignScheduleDefined,
    CampaignConfirmed,
    CampaignSeedTested,
    CampaignScheduled,
    CampaignUnscheduled,
    CampaignLaunched,
    AudienceVersionTaken,
    CampaignStarted,
    CampaignLaunchFailed,
    CampaignPaused,
    CampaignResumed,
    CampaignPaceChanged,
    CampaignTopUpAsked,
    CampaignWinnerChosen,
    CampaignStopped,
    CampaignCompleted,
    CampaignArchived,
    CampaignRestored,
});

impl CampaignEvent {
    pub const fn at(&self) -> DateTime<Utc> {
        match self {
            CampaignEvent::CampaignCreated { at, .. }
            | CampaignEvent::CampaignDetailsChanged { at, .. }
            | CampaignEvent::CampaignAudienceDefined { at, .. }
            | CampaignEvent::CampaignContentDefined { at, .. }
            | CampaignEvent::CampaignScheduleDefined { at, .. }
            | CampaignEvent::CampaignConfirmed { at, .. }
            | CampaignEvent::CampaignSeedTested { at, .. }
            | CampaignEvent::CampaignScheduled { at, .. }
            | CampaignEvent::CampaignUnscheduled { at, .. }
            | CampaignEvent::CampaignLaunched { at, .. }
            | CampaignEvent::AudienceVersionTaken { at, .. }
            | CampaignEvent::CampaignStarted { at }
            | CampaignEvent::CampaignLaunchFailed { at, .. }
            | CampaignEvent::CampaignPaused { at, .. }
            | CampaignEvent::CampaignResumed { at, .. }
            | CampaignEvent::CampaignPaceChanged { at, .. }
            | CampaignEvent::CampaignTopUpAsked { at, .. }
            | CampaignEvent::CampaignWinnerChosen { at, .. }
            | CampaignEvent::CampaignStopped { at, .. }
            | CampaignEvent::CampaignCompleted { at, .. }
            | CampaignEvent::CampaignArchived { at }
            | CampaignEvent::CampaignRestored { at } => *at,
        }
    }
}

impl DomainEvent for CampaignEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for CampaignEvent {
    const AGGREGATE: &'static str = "campaign";

    /// Whom it reaches is told by ids, in facts of their own.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
