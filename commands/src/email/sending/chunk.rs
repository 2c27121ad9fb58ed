//! A few mails at a time: tokens, the mark, the hand-over, what became of them. Small enough that what the guard said is fresh for the
//! last of them, and asked again where it is not.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::outcome::Reason;
use pivotal_domain::email::sending::policy::Policy;
use pivotal_log::failpoint::{self, Failpoint, hit};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::Sending;
use super::answers::Handed;
use super::claims::{Lease, Marked, Marking};
use super::letters::Letters;
use super::pace::{self, DomainPace, Scopes, Tokens};
use super::pipeline::{Ready, out};
use super::telling::Telling;
use crate::error::CommandError;
use crate::ports::email_provider::email::Email;
use crate::suppression::guard::{Contacted, Keys};

/// Mails of the first mark through an account.
const FIRST: usize = 20;
/// A mark and its hand-over should take as long as something between these.
const QUICK: Duration = Duration::from_millis(40);
const SLOW: Duration = Duration::from_millis(80);
/// For how long the guard's answer is believed, and how often it is asked for one that is young enough.
const FRESH: Duration = Duration::from_millis(100);
const LOOKS: usize = 5;
/// A guard that is slower than that is left alone for a moment.
const SLOW_GUARD: TimeDelta = TimeDelta::seconds(1);
/// Tokens are waited for this long in a turn before another campaign has its own.
const PATIENCE: Duration = Duration::from_secs(2);
/// Then they gather for as many times what one takes: a bucket is full no sooner. Never longer than this: somebody may change the pace.
const GATHER: u32 = 10;
const GATHER_MOST: Duration = Duration::from_secs(2);
const RENEW_AFTER: Duration = Duration::from_secs(20);

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Done,
    /// Nothing more of the campaign before this.
    Rests(DateTime<Utc>),
}

pub struct Chunks<'a> {
    pub(super) sending: &'a Sending,
    lease: &'a Lease,
    pub(super) letters: &'a Letters,
    pub(super) policy: &'a Policy,
    /// Domains that recover when they take something.
    pub(super) paced: Vec<DomainPace>,
    size: usize,
    /// As many begin to leave at once, so fewer are no quicker.
    least: usize,
    most: usize,
    /// For tokens, in this turn.
    waited: Duration,
    pub(super) looks_up: bool,
    pub(super) telling: Telling<'a>,
    renewed_at: Instant,
    /// When the guard was asked last.
    asked_at: Instant,
    pub(super) took_something: bool,
}

impl<'a> Chunks<'a> {
    /// `size`: of the last chunk through this account.
    pub fn new(
        sending: &'a Sending,
        lease: &'a Lease,
        letters: &'a Letters,
        policy: &'a Policy,
        paced: Vec<DomainPace>,
        size: Option<usize>,
    ) -> Self {
        let provider = sending.accounts.get(&letters.launched.pinned.account);
        let most = provider.map_or(1, |provider| provider.batch()).max(1);
        let least = provider.map_or(1, |provider| provider.at_once()).clamp(1, most);
        Chunks {
            sending,
            lease,
            letters,
            policy,
            paced,
            size: size.unwrap_or(FIRST).clamp(least, most),
            least,
            most,
            waited: Duration::ZERO,
            looks_up: provider.is_some_and(|provider| provider.looks_up_after().is_some()),
            telling: Telling::new(sending, letters),
            renewed_at: Instant::now(),
            asked_at: Instant::now(),
            took_something: false,
        }
    }

    pub fn size(&self) -> usize {
        self.size
    }

    /// Until all have left, something stands against it, or it is time to stop. Whatever happened is told of before this returns.
    pub async fn send(
        &mut self,
        ready: VecDeque<Ready>,
        stop: &CancellationToken,
    ) -> Result<End, CommandError> {
        let end = self.all(ready, stop).await;
        self.telling.tell(true).await;
        hit(Failpoint::EmailAfterSettle);
        end
    }

    async fn all(
        &mut self,
        mut ready: VecDeque<Ready>,
        stop: &CancellationToken,
    ) -> Result<End, CommandError> {
        while !ready.is_empty() && !stop.is_cancelled() {
            let wanted = ready.len().min(self.size);
            let granted = match self.tokens(wanted, stop).await? {
                Tokens::Granted(granted) => granted,
                Tokens::Wait(wait) => return Ok(End::Rests(self.sending.ctx.now() + delta(rest(wait)))),
            };
            if let Some(end) = self.one(next(&mut ready, granted)).await? {
                return Ok(end);
            }
            self.telling.tell(false).await;
            if self.renewed_at.elapsed() > RENEW_AFTER {
                self.sending.claims.renew(self.lease, self.sending.ctx.now()).await?;
                self.renewed_at = Instant::now();
            }
        }
        Ok(End::Done)
    }

    /// Waited for as long as it is worth it; then the others have their turn.
    async fn tokens(&mut self, wanted: usize, stop: &CancellationToken) -> Result<Tokens, CommandError> {
        loop {
            let now = self.sending.ctx.now();
            let taken = self.scopes(now).take(self.sending.claims.pool(), wanted, now).await?;
            match taken {
                Tokens::Wait(wait) if self.waited + wait <= PATIENCE && !stop.is_cancelled() => {
                    metrics::histogram!("pivotal_email_bucket_wait_seconds").record(wait.as_secs_f64());
                    self.telling.tell(false).await;
                    tokio::select! {
                        () = stop.cancelled() => {}
                        () = tokio::time::sleep(wait) => {}
                    }
                    self.waited += wait;
                }
                taken => return Ok(taken),
            }
        }
    }

    fn scopes(&self, now: DateTime<Utc>) -> Scopes {
        let (mut scopes, launched) = (Scopes::default(), &self.letters.launched);
        if let Some(rate) = self.policy.per_second {
            scopes.paced(pace::of_deployment(), f64::from(rate));
        }
        let account = &launched.pinned.account;
        if let Some(rate) = self.sending.accounts.per_second(account) {
            scopes.paced(pace::of_account(account), f64::from(rate));
        }
        if let Some(rate) = launched.per_second {
            scopes.paced(pace::of_campaign(self.letters.campaign), f64::from(rate));
        }
        if let Some(ramp) = &self.letters.ramp {
            let allowed = ramp.allowance_on(now.date_naive());
            scopes.allowance(pace::of_ramp(&launched.pinned.from_domain, now), allowed);
        }
        scopes
    }

    /// Marked, handed over, answered for. `Some`: the turn ends.
    async fn one(&mut self, chunk: Vec<Ready>) -> Result<Option<End>, CommandError> {
        let Sending { ctx, claims, accounts, .. } = self.sending;
        let (began, now, full) = (Instant::now(), ctx.now(), chunk.len() >= self.size);
        self.asked_at = began;
        let (goes, mut marked) = match self.mark(chunk, now).await {
            Ok(marked) => marked,
            // Somebody else holds a row, or has the address: they come again with their next turn.
            Err(error) if is_taken(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        hit(Failpoint::EmailAfterMark);
        let held_up = match goes {
            true => self.held_up(&mut marked, now).await,
            false => Ok(Some(End::Done)),
        };
        // Whatever stands against it, nothing of these has left.
        if !matches!(held_up, Ok(None)) {
            self.back(marked.iter().map(|(_, handed)| handed.back(now, false)).collect()).await;
            return held_up;
        }
        if marked.is_empty() {
            return Ok(None);
        }
        metrics::histogram!("pivotal_email_guard_age_seconds").record(self.asked_at.elapsed().as_secs_f64());
        metrics::counter!("pivotal_email_marked_total").increment(marked.len() as u64);
        let account = &self.letters.launched.pinned.account;
        let (emails, handed): (Vec<Email>, Vec<Handed>) =
            marked.into_iter().map(|(ready, handed)| (ready.email, handed)).unzip();
        // In a build for tests of faults, a process may die when half of them have left.
        let half = if failpoint::ENABLED { emails.len() / 2 } else { emails.len() };
        let (first, rest) = emails.split_at(half);
        let mut answers = accounts.hand_over(account, first).await;
        hit(Failpoint::EmailMidHandOver);
        if !rest.is_empty() {
            answers.extend(accounts.hand_over(account, rest).await);
        }
        metrics::counter!("pivotal_email_handed_over_total").increment(answers.len() as u64);
        hit(Failpoint::EmailAfterHandOver);
        let took = began.elapsed();
        if took > SLOW {
            self.size = (self.size / 2).max(self.least);
        } else if took < QUICK && full {
            self.size = (self.size * 2).min(self.most);
        }
        self.answered(&emails, handed, &answers, claims.pool()).await
    }

    /// Those that were marked, and whether anything may leave at all. Who was not marked is told why.
    async fn mark(
        &mut self,
        chunk: Vec<Ready>,
        now: DateTime<Utc>,
    ) -> Result<(bool, Vec<(Ready, Handed)>), sqlx::Error> {
        let Sending { ctx, claims, .. } = self.sending;
        let markings: Vec<Marking> = chunk.iter().map(marking).collect();
        let contacted: Vec<Contacted> = chunk.iter().map(|one| one.contacted.clone()).collect();
        let barring = Keys::of(&ctx.log.blind, &contacted);
        let capped = self.policy.cap.is_some() && self.letters.schedule.respects_cap;
        let answers =
            claims.mark(self.letters.campaign, self.lease.id, &markings, &barring, capped, now).await?;
        let goes = answers.iter().all(|answer| answer.goes);
        let answers: HashMap<usize, Marked> = answers.into_iter().map(|answer| (answer.n, answer)).collect();
        let mut marked = Vec::with_capacity(chunk.len());
        for (n, ready) in chunk.into_iter().enumerate() {
            // Not among them: the lease was lost, and somebody else has them.
            let Some(answer) = answers.get(&n) else { continue };
            if answer.marked {
                let handed = handed(&ready, now);
                marked.push((ready, handed));
            } else if let Some(suppression) = answer.suppression {
                let outcome = out(&ready.leased, Reason::Suppressed);
                self.telling.left_out(Outcome { w: Some(suppression), ..outcome });
            } else if answer.twice {
                self.telling.left_out(out(&ready.leased, Reason::Duplicate));
            } else if answer.capped {
                self.telling.left_out(out(&ready.leased, Reason::FrequencyCap));
            }
        }
        Ok((goes, marked))
    }

    /// What keeps marked mails from leaving. The guard's answer is believed for a moment: one that is older, or was long in coming, is
    /// asked for again.
    async fn held_up(
        &mut self,
        marked: &mut Vec<(Ready, Handed)>,
        mut at: DateTime<Utc>,
    ) -> Result<Option<End>, CommandError> {
        for _ in 0..LOOKS {
            // By both clocks: one of them stands still while a machine sleeps.
            let now = self.sending.ctx.now();
            if marked.is_empty() || (self.asked_at.elapsed() <= FRESH && now - at <= delta(FRESH)) {
                return Ok(None);
            }
            (self.asked_at, at) = (Instant::now(), now);
            if !self.asked_again(marked).await? {
                return Ok(Some(End::Done));
            }
        }
        match self.asked_at.elapsed() <= FRESH {
            true => Ok(None),
            false => Ok(Some(End::Rests(self.sending.ctx.now() + SLOW_GUARD))),
        }
    }

    /// The guard's answer is old: whoever was suppressed meanwhile is taken back, as nothing of theirs has left, and what may have been
    /// looked up by now is left to whoever did.
    async fn asked_again(&mut self, marked: &mut Vec<(Ready, Handed)>) -> Result<bool, CommandError> {
        let Sending { ctx, claims, .. } = self.sending;
        let now = ctx.now();
        let contacted: Vec<Contacted> = marked.iter().map(|(ready, _)| ready.contacted.clone()).collect();
        let messages: Vec<Uuid> = marked.iter().map(|(_, handed)| handed.message).collect();
        let barring = Keys::of(&ctx.log.blind, &contacted);
        let still = claims.still_allowed(self.letters.campaign, &messages, &barring, now).await?;
        if !still.goes {
            return Ok(false);
        }
        let (mut back, mut left) = (Vec::new(), Vec::with_capacity(marked.len()));
        for (n, (ready, handed)) in std::mem::take(marked).into_iter().enumerate() {
            match still.barred.get(&n) {
                Some(suppression) => {
                    back.push(handed.back(now, false));
                    let outcome = out(&ready.leased, Reason::Suppressed);
                    self.telling.left_out(Outcome { w: Some(*suppression), ..outcome });
                }
                None if still.held.contains(&handed.message) => left.push((ready, handed)),
                None => {}
            }
        }
        *marked = left;
        self.back(back).await;
        Ok(true)
    }
}

/// The next few, each address once: who shares one waits for the next, and is then seen by the mark.
fn next(ready: &mut VecDeque<Ready>, most: usize) -> Vec<Ready> {
    let (mut chunk, mut again, mut keys) = (Vec::with_capacity(most), Vec::new(), HashSet::new());
    while chunk.len() < most {
        let Some(one) = ready.pop_front() else { break };
        match keys.insert(one.key.clone()) {
            true => chunk.push(one),
            false => again.push(one),
        }
    }
    again.into_iter().rev().for_each(|one| ready.push_front(one));
    chunk
}

fn marking(ready: &Ready) -> Marking {
    Marking {
        contact: ready.leased.contact,
        message: ready.email.id,
        key: ready.key.clone(),
        domain: ready.domain.clone(),
        variant: ready.leased.variant,
    }
}

fn handed(ready: &Ready, now: DateTime<Utc>) -> Handed {
    Handed {
        contact: ready.leased.contact,
        message: ready.email.id,
        variant: u8::try_from(ready.leased.variant).unwrap_or_default(),
        domain: ready.domain.clone(),
        tries: u16::try_from(ready.leased.attempts).unwrap_or_default().saturating_add(1),
        first_at: ready.leased.first_marked_at.unwrap_or(now),
    }
}

/// Until a turn is worth its while again.
fn rest(wait: Duration) -> Duration {
    wait.max((wait * GATHER).min(GATHER_MOST))
}

fn delta(wait: Duration) -> TimeDelta {
    TimeDelta::from_std(wait).unwrap_or(TimeDelta::minutes(1))
}

/// A lock that was not had in time, an address that somebody took a moment ago, a circle of waiting: nothing was marked.
fn is_taken(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(code.as_ref(), "55P03" | "23505" | "40P01" | "40001"))
}
