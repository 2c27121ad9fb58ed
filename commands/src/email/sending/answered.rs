//! What follows from the answers to a chunk: outcomes, mails that go back, domains and accounts that are left alone for a while.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::sending::health::FAULTS;
use pivotal_log::masked::masked;
use sqlx::PgPool;

use super::answers::{Handed, Then, of_account_too, then};
use super::chunk::{Chunks, End};
use super::claims::HandedBack;
use super::pausing::{self, pause_account};
use super::telling::{TRIES, TRY_AGAIN};
use super::{health, pace};
use crate::error::CommandError;
use crate::ports::email_provider::email::Email;
use crate::ports::email_provider::{HandOver, Refusal};

/// Longest words of a provider that are kept, in characters.
const SAID_MAX: usize = 300;

/// An account that takes nothing for a while.
struct Away {
    until: DateTime<Utc>,
    /// Whether it counts against the account.
    is_fault: bool,
}

impl Chunks<'_> {
    pub(super) async fn answered(
        &mut self,
        emails: &[Email],
        handed: Vec<Handed>,
        answers: &[HandOver],
        pool: &PgPool,
    ) -> Result<Option<End>, CommandError> {
        let now = self.sending.ctx.now();
        let (mut back, mut waits, mut setup) = (Vec::new(), HashMap::new(), None);
        let (mut away, mut is_fault) = (None, false);
        let (mut with_domain, mut with_account) = (Vec::new(), Vec::new());
        for ((email, handed), answer) in emails.iter().zip(handed).zip(answers) {
            if let Some((asked, is_news)) = of_account_too(&handed, answer) {
                away = away.max(Some(asked));
                is_fault |= is_news;
            }
            match then(&handed, answer, self.looks_up, now) {
                Then::Settle { outcome, nobodys } => {
                    self.telling.sent(outcome, nobodys.then(|| email.to.address.clone()));
                }
                Then::Back(one) => back.push(one),
                Then::BackWithDomain(asked) => {
                    let domain =
                        handed.domain.clone().unwrap_or_else(|| email.to.address.domain().to_owned());
                    let longest = waits.entry(domain.clone()).or_insert(asked);
                    *longest = asked.max(*longest);
                    with_domain.push((domain, handed));
                }
                Then::BackWithAccount(asked) => {
                    away = away.max(Some(asked));
                    is_fault = true;
                    with_account.push(handed);
                }
                Then::BackWithSetup => {
                    setup = setup.or(said(answer));
                    with_account.push(handed);
                }
                Then::LookUp => {}
            }
        }
        let mut until = HashMap::new();
        for (domain, asked) in waits {
            let blocked = pace::block_domain(pool, &domain, asked, now).await.unwrap_or(now + asked);
            until.insert(domain, blocked);
        }
        let of_domain = |(domain, handed): (String, Handed)| {
            handed.back(until.get(&domain).copied().unwrap_or(now), false)
        };
        back.extend(with_domain.into_iter().map(of_domain));
        let again = now + away.unwrap_or(TimeDelta::zero()).max(TimeDelta::seconds(1));
        back.extend(with_account.iter().map(|handed| handed.back(again, false)));
        self.back(back).await;
        self.recover(answers, emails, pool).await?;
        let took = answers.iter().any(|answer| matches!(answer, HandOver::Accepted { .. }));
        let away = away.map(|_| Away { until: again, is_fault });
        self.of_account(pool, away, took, setup, now).await
    }

    /// What the answers say of the account itself.
    async fn of_account(
        &mut self,
        pool: &PgPool,
        away: Option<Away>,
        took: bool,
        setup: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<Option<End>, CommandError> {
        let (ctx, account) = (&self.sending.ctx, &self.letters.launched.pinned.account);
        if let Some(said) = setup {
            pace::note_refused(pool, account, now).await?;
            pause_account(ctx, account, pausing::SETUP, Some(said)).await?;
            return Ok(Some(End::Done));
        }
        if let Some(Away { until, is_fault }) = away {
            pace::block_account(pool, account, until, "deferred", now).await?;
            if !is_fault && !took {
                return Ok(Some(End::Rests(until)));
            }
            // One that is only asked too fast takes some of what it is given.
            let faults = health::answered(pool, account, took).await?;
            if u64::try_from(faults).is_ok_and(|faults| faults >= FAULTS) {
                pause_account(ctx, account, pausing::AWAY, None).await?;
                health::answered(pool, account, true).await?;
            }
            return Ok(Some(End::Rests(until)));
        }
        if !self.took_something {
            self.took_something = true;
            health::answered(pool, account, true).await?;
            pace::note_in_order(pool, account).await?;
        }
        Ok(None)
    }

    /// Domains that put mails off before and take them now.
    async fn recover(
        &self,
        answers: &[HandOver],
        emails: &[Email],
        pool: &PgPool,
    ) -> Result<(), CommandError> {
        if self.paced.is_empty() {
            return Ok(());
        }
        let took =
            answers.iter().zip(emails).filter(|(answer, _)| matches!(answer, HandOver::Accepted { .. }));
        let domains: HashSet<String> = took
            .filter_map(|(_, email)| email.to.address.registrable_domain())
            .map(|domain| domain.as_str().to_owned())
            .filter(|domain| !self.policy.domains.contains_key(domain))
            .filter(|domain| self.paced.iter().any(|one| one.domain == *domain))
            .collect();
        let mut domains: Vec<String> = domains.into_iter().collect();
        domains.sort_unstable();
        Ok(pace::recovering(pool, &domains).await?)
    }

    /// Pending again. What cannot be written down is looked up later, as if its process had died.
    pub(super) async fn back(&self, back: Vec<HandedBack>) {
        if back.is_empty() {
            return;
        }
        let mut pause = TRY_AGAIN.0;
        for _ in 0..TRIES {
            match self.sending.claims.hand_back(self.letters.campaign, &back).await {
                Ok(_) => return,
                Err(error) => {
                    tracing::warn!(%error, "what did not leave cannot be given back; trying again");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(TRY_AGAIN.1);
                }
            }
        }
    }
}

/// Words of a provider about an account, without whatever it may have quoted.
fn said(answer: &HandOver) -> Option<String> {
    match answer {
        HandOver::Refused { refusal: Refusal::Setup, said } => {
            Some(masked(said).chars().take(SAID_MAX).collect())
        }
        HandOver::Refused { .. } | HandOver::Accepted { .. } | HandOver::Unknown { .. } => None,
    }
}
