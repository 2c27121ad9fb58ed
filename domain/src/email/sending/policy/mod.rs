//! How much is sent at all, how often to the same person, and at which numbers campaigns pause by themselves. There is one policy.

pub mod error;
pub mod events;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::error::EmailPolicyError;
use self::events::EmailPolicyEvent;
use crate::audience::values::domain_name::Domain;

/// Under which id it stands in the log.
pub const ID: Uuid = Uuid::nil();

pub const MOST_PER_SECOND: u32 = 100_000;
pub const MOST_DOMAINS: usize = 500;
pub const MOST_CAP_DAYS: u16 = 90;
pub const MOST_SOFT_DAYS: u16 = 365;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// Of all campaigns together; none: as fast as accounts take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_second: Option<u32>,
    /// Mails a second to recipients at a domain.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub domains: BTreeMap<String, f64>,
    /// None: nobody is left out for having been written to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Cap>,
    /// Percent of what was delivered.
    pub warn_complaints: f64,
    pub pause_complaints: f64,
    /// Percent of what was handed over last.
    pub pause_hard: f64,
    pub pause_bounces: f64,
    pub soft: SoftPolicy,
}

/// At most so many mails to a person within so many days, over all campaigns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    pub count: u16,
    pub days: u16,
}

/// When an address that bounces softly again and again is suppressed, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftPolicy {
    pub bounces: u16,
    /// Within so many days.
    pub within_days: u16,
    /// The first and the last at least so many days apart.
    pub over_days: u16,
    pub rest_days: u16,
}

/// As it is until somebody sets it. No cap: one that nobody chose would leave people out without anybody having said so. Google and
/// Yahoo want complaints below 0.1 % and act at 0.3 % (sender guidelines of February 2024).
impl Default for Policy {
    fn default() -> Self {
        Policy {
            per_second: None,
            domains: BTreeMap::new(),
            cap: None,
            warn_complaints: 0.1,
            pause_complaints: 0.3,
            pause_hard: 5.0,
            pause_bounces: 15.0,
            soft: SoftPolicy { bounces: 5, within_days: 30, over_days: 7, rest_days: 90 },
        }
    }
}

impl Policy {
    /// What is kept of what somebody entered.
    pub fn checked(mut self) -> Result<Policy, EmailPolicyError> {
        if self.per_second.is_some_and(|pace| !(1..=MOST_PER_SECOND).contains(&pace)) {
            return Err(EmailPolicyError::PaceInvalid);
        }
        self.domains = domains(self.domains)?;
        if self
            .cap
            .is_some_and(|cap| !(1..=100).contains(&cap.count) || !(1..=MOST_CAP_DAYS).contains(&cap.days))
        {
            return Err(EmailPolicyError::CapInvalid);
        }
        for (share, field) in [
            (self.warn_complaints, "warnComplaintsPercent"),
            (self.pause_complaints, "pauseComplaintsPercent"),
            (self.pause_hard, "pauseHardBouncesPercent"),
            (self.pause_bounces, "pauseBouncesPercent"),
        ] {
            // Asked this way round, so that what is no number is refused, too.
            if !(share > 0.0 && share <= 100.0) {
                return Err(EmailPolicyError::ShareInvalid(field));
            }
        }
        if self.warn_complaints >= self.pause_complaints {
            return Err(EmailPolicyError::WarnsTooLate);
        }
        let SoftPolicy { bounces, within_days, over_days, rest_days } = self.soft;
        let days = 1..=MOST_SOFT_DAYS;
        if !(1..=100).contains(&bounces)
            || !days.contains(&within_days)
            || over_days > within_days
            || !days.contains(&rest_days)
        {
            return Err(EmailPolicyError::SoftInvalid);
        }
        Ok(self)
    }
}

/// By registrable domain, as recipients are grouped.
fn domains(entered: BTreeMap<String, f64>) -> Result<BTreeMap<String, f64>, EmailPolicyError> {
    if entered.len() > MOST_DOMAINS {
        return Err(EmailPolicyError::TooManyDomains);
    }
    let mut kept = BTreeMap::new();
    for (raw, pace) in entered {
        let shown: String = raw.trim().chars().take(80).collect();
        let domain = Domain::parse(raw.trim()).map_err(|_| EmailPolicyError::DomainInvalid(shown))?;
        if !(pace > 0.0 && pace <= f64::from(MOST_PER_SECOND)) {
            return Err(EmailPolicyError::DomainPaceInvalid(domain.as_str().to_owned()));
        }
        kept.insert(domain.as_str().to_owned(), pace);
    }
    Ok(kept)
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmailPolicy {
    pub policy: Policy,
    /// None: as it was built in.
    pub set_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum EmailPolicyCommand {
    Set { policy: Policy, at: DateTime<Utc> },
}

impl EmailPolicy {
    /// What follows from the command. No events: it is so already.
    pub fn decide(&self, command: EmailPolicyCommand) -> Result<Vec<EmailPolicyEvent>, EmailPolicyError> {
        let EmailPolicyCommand::Set { policy, at } = command;
        let policy = policy.checked()?;
        if policy == self.policy {
            return Ok(Vec::new());
        }
        Ok(vec![EmailPolicyEvent::EmailPolicySet { at, policy, previous: self.policy.clone() }])
    }
}

impl Aggregate for EmailPolicy {
    const TYPE: &'static str = "email_policy";
    type Command = EmailPolicyCommand;
    type Event = EmailPolicyEvent;
    type Error = EmailPolicyError;
    type Services = ();

    async fn handle(
        &mut self,
        command: EmailPolicyCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), EmailPolicyError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: EmailPolicyEvent) {
        let EmailPolicyEvent::EmailPolicySet { at, policy, .. } = event;
        (self.policy, self.set_at) = (policy, Some(at));
    }
}
