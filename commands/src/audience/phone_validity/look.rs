//! Looking numbers up, one after another: what is known from before first, then whoever is to be asked, no faster than agreed.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::phone_validity::keep::{Finding, Said};
use pivotal_domain::audience::values::phone::Phone;

use super::{Pace, cache};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::running::RunningJob;
use crate::ports::carrier_lookup::{CarrierLookup, LookupTrouble};

/// Longest that is waited between two questions, whatever the service says.
const WAIT_MAX: Duration = Duration::from_secs(60);

pub struct Looking<'a> {
    pub ctx: &'a Context,
    pub job: &'a RunningJob,
    pub lookup: &'a Arc<dyn CarrierLookup>,
    pub pace: Pace,
    /// What was said before then does not count.
    pub since: Option<DateTime<Utc>>,
}

/// How far it came.
#[derive(Debug, Default)]
pub struct Looked {
    /// By number. `None`: the service does not answer for it.
    pub found: HashMap<String, Option<Finding>>,
    /// Why the others were not asked about; nothing when the job is to stop.
    pub trouble: Option<LookupTrouble>,
}

impl Looking<'_> {
    pub async fn look(&self, phones: &[Phone]) -> Result<Looked, CommandError> {
        let blind = &self.ctx.log.blind;
        let key = |phone: &Phone| cache::number_key(blind, self.lookup.provider(), phone);
        let keys: Vec<Vec<u8>> = phones.iter().map(key).collect();
        let mut known = cache::findings(self.ctx, &keys, self.since).await?;
        let mut looked = Looked::default();
        for (phone, key) in phones.iter().zip(&keys) {
            let number = phone.e164().to_owned();
            if looked.found.contains_key(&number) {
                continue;
            }
            if let Some(finding) = known.remove(key) {
                looked.found.insert(number, Some(finding));
                continue;
            }
            if self.job.stop().is_some() {
                break;
            }
            match self.ask(phone).await {
                Some(Ok(said)) => {
                    cache::keep(self.ctx, key, &said).await?;
                    let finding = Finding { said, at: self.ctx.now(), known: false };
                    looked.found.insert(number, Some(finding));
                }
                Some(Err(LookupTrouble::Declined | LookupTrouble::Unreadable)) => {
                    looked.found.insert(number, None);
                }
                Some(Err(trouble)) => {
                    looked.trouble = Some(trouble);
                    break;
                }
                None => break,
            }
            if self.pace.per_minute > 0 {
                self.wait(Duration::from_secs(60) / self.pace.per_minute).await;
            }
        }
        Ok(looked)
    }

    /// Again, as long as that may help. `None`: the job is to stop.
    async fn ask(&self, phone: &Phone) -> Option<Result<Said, LookupTrouble>> {
        let mut wait = self.pace.wait;
        for _ in 0..self.pace.retries {
            let pause = match self.lookup.look_up(phone).await {
                Err(LookupTrouble::Busy { retry_after }) => retry_after.unwrap_or(wait),
                Err(LookupTrouble::Unavailable(_)) => wait,
                answered => return Some(answered),
            };
            self.wait(pause).await;
            if self.job.stop().is_some() {
                return None;
            }
            wait *= 2;
        }
        Some(self.lookup.look_up(phone).await)
    }

    async fn wait(&self, pause: Duration) {
        tokio::select! {
            () = tokio::time::sleep(pause.min(WAIT_MAX)) => {}
            _ = self.job.stopped() => {}
        }
    }
}
