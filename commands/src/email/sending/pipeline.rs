//! The pipeline: turn by turn, each a few hundred recipients of one campaign, from the lease to what became of them. Any number of
//! processes run one; each may be killed anywhere.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::hours::open_at;
use pivotal_domain::email::sending::outcome::{By, Reason};
use pivotal_domain::email::sending::policy::{self, EmailPolicy, Policy};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::failpoint::{Failpoint, hit};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::Sending;
use super::chunk::{Chunks, End};
use super::claims::{Lease, Leased};
use super::judge::{Judged, contacted, judge, key_of};
use super::letters::{LetterError, Letters};
use super::pace::{self, DomainPace, Scopes, Tokens};
use super::pausing::{self, pause};
use super::recipients::{Is, Recipient, recipients};
use super::settle::{Told, settle};
use crate::error::CommandError;
use crate::ports::email_provider::email::Email;
use crate::suppression::guard::Contacted;

/// Bytes of a mail at most: several mail programs refuse or cut what is larger.
const MAIL_MAX: usize = 300_000;
/// Between two looks while there is nothing to send.
const IDLE: Duration = Duration::from_millis(250);
const RETRY_MAX: Duration = Duration::from_secs(5);
const MERGES: usize = 8;
/// How long a campaign rests whose hours are shut: they may be changed.
const SHUT_MOST: TimeDelta = TimeDelta::seconds(15);
/// Seconds that those whom a domain does not take now are put off at most besides.
const SPACED_MOST: f64 = 600.0;

/// What one turn came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Nobody's turn, or nothing may leave.
    Idle,
    Worked,
}

/// One mail that is ready to leave.
#[derive(Debug, Clone)]
pub struct Ready {
    pub leased: Leased,
    pub email: Email,
    pub key: Vec<u8>,
    pub domain: Option<String>,
    pub contacted: Contacted,
}

pub struct Pipeline {
    sending: Sending,
    /// Mails of one mark, by account: as many as the account takes in some 50 ms.
    sizes: HashMap<String, usize>,
    /// Campaigns that wait for tokens, and until when.
    resting: HashMap<Uuid, DateTime<Utc>>,
}

impl std::fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pipeline(..)")
    }
}

impl Pipeline {
    pub fn new(sending: Sending) -> Self {
        Pipeline { sending, sizes: HashMap::new(), resting: HashMap::new() }
    }

    /// Works until told to stop. What was marked by then is handed over and told of.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut retry = IDLE;
        while !stop.is_cancelled() {
            let pause = match self.turn(&stop).await {
                Ok(Turn::Worked) => {
                    retry = IDLE;
                    continue;
                }
                Ok(Turn::Idle) => {
                    retry = IDLE;
                    IDLE
                }
                Err(error) => {
                    metrics::counter!("pivotal_email_pipeline_failures_total").increment(1);
                    tracing::warn!(%error, "sending could not go on; it tries again");
                    retry = (retry * 2).min(RETRY_MAX);
                    retry
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// One lease, to its end.
    pub async fn turn(&mut self, stop: &CancellationToken) -> Result<Turn, CommandError> {
        let now = self.sending.ctx.now();
        self.resting.retain(|_, until| *until > now);
        let resting: Vec<Uuid> = self.resting.keys().copied().collect();
        let blocked = pace::blocked_accounts(self.sending.claims.pool(), now).await?;
        let accounts = self.sending.accounts.names().filter(|name| !blocked.iter().any(|one| one == name));
        let accounts: Vec<String> = accounts.map(ToOwned::to_owned).collect();
        let Some(lease) = self.sending.claims.lease(&accounts, &resting, now).await? else {
            return Ok(Turn::Idle);
        };
        hit(Failpoint::EmailAfterLease);
        let done = self.serve(&lease, stop).await;
        // Whoever was not marked is free at once, however it ended; what fails now ends with the lease.
        let given_back = self.sending.claims.give_back(&lease).await;
        let end = done?;
        given_back?;
        if let End::Rests(until) = end {
            self.resting.insert(lease.campaign, until);
        }
        Ok(Turn::Worked)
    }

    async fn serve(&mut self, lease: &Lease, stop: &CancellationToken) -> Result<End, CommandError> {
        let Sending { ctx, links, words, .. } = &self.sending;
        let letters = match Letters::load(ctx, links, words, lease.campaign).await {
            Ok(letters) => letters,
            Err(LetterError::NotRunning) => return Ok(End::Done),
            Err(LetterError::Broken(why)) => {
                let code = Some(pausing::BROKEN.to_owned());
                let detail = PauseDetail { words: Some(why), code, ..PauseDetail::default() };
                pause(ctx, lease.campaign, PauseReason::Provider, detail).await?;
                return Ok(End::Done);
            }
            Err(LetterError::Failed(error)) => return Err(error),
        };
        if let Some(opens) = opens(&letters, ctx.now()) {
            return Ok(End::Rests(opens.min(ctx.now() + SHUT_MOST)));
        }
        let policy = ctx.log.load::<EmailPolicy>(policy::ID).await?.state.policy;
        let paced = pace::domains(self.sending.claims.pool()).await?;
        let lease = &self.without_blocked(lease, &paced).await?;
        if lease.leased.is_empty() {
            return Ok(End::Done);
        }
        let (ready, outs) = self.prepare(&letters, lease).await?;
        settle(ctx, &Actor::system("system"), Told::new(lease.campaign, By::Mark, outs)).await?;
        let ready = self.within_domains(lease, &policy, &paced, ready).await?;
        let account = &letters.launched.pinned.account;
        let size = self.sizes.get(account).copied();
        let mut chunks = Chunks::new(&self.sending, lease, &letters, &policy, paced, size);
        let end = chunks.send(VecDeque::from(ready), stop).await?;
        let size = chunks.size();
        self.sizes.insert(account.clone(), size);
        Ok(end)
    }

    /// Reads who they are now, and puts together the mails of those who may have one.
    async fn prepare(
        &self,
        letters: &Letters,
        lease: &Lease,
    ) -> Result<(Vec<Ready>, Vec<Outcome>), CommandError> {
        let Sending { ctx, claims, .. } = &self.sending;
        let now = ctx.now();
        let contacts: Vec<Uuid> = lease.leased.iter().map(|leased| leased.contact).collect();
        let mut known = recipients(ctx, &contacts).await?;
        self.follow_merges(lease.campaign, &mut known).await?;
        let (mut ready, mut outs) = (Vec::with_capacity(known.len()), Vec::new());
        let (mut later, mut until) = (Vec::new(), Vec::new());
        for (leased, recipient) in lease.leased.iter().zip(&known) {
            match judge(letters, recipient, leased.zone.as_deref(), now) {
                Judged::Out(reason) => outs.push(out(leased, reason)),
                Judged::Later(at) => {
                    later.push(leased.contact);
                    until.push(at);
                }
                Judged::Goes(address) => match self.write(letters, leased, recipient, address) {
                    Ok(mail) => ready.push(mail),
                    Err(reason) => outs.push(out(leased, reason)),
                },
            }
        }
        if !later.is_empty() {
            claims.put_off(lease, &later, &until).await?;
        }
        Ok((ready, outs))
    }

    fn write(
        &self,
        letters: &Letters,
        leased: &Leased,
        recipient: &Recipient,
        address: EmailAddress,
    ) -> Result<Ready, Reason> {
        let Sending { ctx, links, .. } = &self.sending;
        let key = key_of(&ctx.log.blind, &address);
        let domain = address.registrable_domain().map(|domain| domain.as_str().to_owned());
        let contacted = contacted(letters, recipient, &address);
        let written = letters.write(links, Uuid::now_v7(), leased.variant, recipient, address);
        match written {
            None => Err(Reason::NotRendered),
            Some((_, size)) if size > MAIL_MAX => Err(Reason::TooLarge),
            Some((email, _)) => Ok(Ready { leased: leased.clone(), email, key, domain, contacted }),
        }
    }

    /// Who was merged into somebody since is written to as who they are now, unless that one is a recipient, too.
    async fn follow_merges(&self, campaign: Uuid, known: &mut [Recipient]) -> Result<(), CommandError> {
        let Sending { ctx, claims, .. } = &self.sending;
        let survivor = |recipient: &Recipient| match recipient.is {
            Is::MergedInto(survivor) => Some(survivor),
            Is::There | Is::Archived | Is::Erased => None,
        };
        // Who they were merged into may have been merged into somebody else.
        for _ in 0..MERGES {
            let survivors: Vec<Uuid> = known.iter().filter_map(survivor).collect();
            if survivors.is_empty() {
                return Ok(());
            }
            let own: HashSet<Uuid> =
                claims.recipients_among(campaign, &survivors).await?.into_iter().collect();
            let survivors: Vec<Uuid> =
                survivors.into_iter().filter(|survivor| !own.contains(survivor)).collect();
            let found = recipients(ctx, &survivors).await?;
            let found: HashMap<Uuid, Recipient> = survivors.into_iter().zip(found).collect();
            for recipient in &mut *known {
                if let Some(now) = survivor(recipient).and_then(|survivor| found.get(&survivor)) {
                    *recipient = now.clone();
                }
            }
            if found.is_empty() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Without those whose domain is left alone at the moment: they come when that is over, and nobody reads who they are before.
    async fn without_blocked(&self, lease: &Lease, paced: &[DomainPace]) -> Result<Lease, CommandError> {
        let now = self.sending.ctx.now();
        let blocked = |domain: &str| {
            let pace = paced.iter().find(|one| one.domain == domain)?;
            Some((pace.blocked_until.filter(|until| *until > now)?, pace.per_second))
        };
        let (mut left, mut later, mut until) = (Vec::new(), Vec::new(), Vec::new());
        for leased in &lease.leased {
            match leased.domain.as_deref().and_then(blocked) {
                Some((over, rate)) => {
                    until.push(spaced(over, later.len(), rate));
                    later.push(leased.contact);
                }
                None => left.push(leased.clone()),
            }
        }
        if !later.is_empty() {
            self.sending.claims.put_off(lease, &later, &until).await?;
        }
        Ok(Lease { leased: left, ..lease.clone() })
    }

    /// Without those whose domain wants less for now, who come again later.
    async fn within_domains(
        &self,
        lease: &Lease,
        policy: &Policy,
        paced: &[DomainPace],
        ready: Vec<Ready>,
    ) -> Result<Vec<Ready>, CommandError> {
        let claims = &self.sending.claims;
        let limit = |domain: &str| {
            let own = policy.domains.get(domain).copied();
            let deferred = paced.iter().find(|one| one.domain == domain);
            own.or(deferred.map(|one| one.per_second))
        };
        let mut wanted: HashMap<String, (f64, usize)> = HashMap::new();
        for domain in ready.iter().filter_map(|one| one.domain.as_deref()) {
            if let Some(rate) = limit(domain) {
                wanted.entry(domain.to_owned()).or_insert((rate, 0)).1 += 1;
            }
        }
        if wanted.is_empty() {
            return Ok(ready);
        }
        let now = self.sending.ctx.now();
        let mut granted: HashMap<String, (usize, DateTime<Utc>, f64)> = HashMap::new();
        for (domain, (rate, count)) in wanted {
            let mut scopes = Scopes::default();
            scopes.evenly(pace::of_domain(&domain), rate);
            let taken = match scopes.take(claims.pool(), count, now).await? {
                // The others of this turn come one after the other: all at once they would only be put off again.
                Tokens::Granted(some) => (some, now, rate),
                Tokens::Wait(wait) => {
                    (0, now + TimeDelta::from_std(wait).unwrap_or(TimeDelta::minutes(1)), rate)
                }
            };
            granted.insert(domain, taken);
        }
        let (mut kept, mut later, mut until) = (Vec::with_capacity(ready.len()), Vec::new(), Vec::new());
        let mut nth: HashMap<String, usize> = HashMap::new();
        for one in ready {
            let left = match &one.domain {
                Some(domain) => granted.get_mut(domain),
                None => None,
            };
            match left {
                None => kept.push(one),
                Some((left, ..)) if *left > 0 => {
                    *left -= 1;
                    kept.push(one);
                }
                Some((_, from, rate)) => {
                    let nth = nth.entry(one.domain.clone().unwrap_or_default()).or_default();
                    *nth += 1;
                    later.push(one.leased.contact);
                    until.push(spaced(*from, *nth, *rate));
                }
            }
        }
        if !later.is_empty() {
            claims.put_off(lease, &later, &until).await?;
        }
        Ok(kept)
    }
}

/// When the hours of a campaign open that are the same for everybody; `None`: they are open, or differ. Nobody of it is looked at before,
/// and nobody's turn is put off: there may be a million of them.
fn opens(letters: &Letters, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if letters.schedule.in_recipients_zone {
        return None;
    }
    open_at(&letters.schedule, letters.launched.windows.as_ref(), None, now).filter(|opens| *opens > now)
}

/// When the `nth` of those who wait comes, at so many a second. A domain may recover before the last of them would.
fn spaced(from: DateTime<Utc>, nth: usize, per_second: f64) -> DateTime<Utc> {
    let seconds = (nth as f64 / per_second.max(0.01)).min(SPACED_MOST);
    from + TimeDelta::milliseconds((seconds * 1_000.0) as i64)
}

/// Of whoever is not written to: what was not marked names no mail.
pub(super) fn out(leased: &Leased, reason: Reason) -> Outcome {
    Outcome {
        v: u8::try_from(leased.variant).ok(),
        d: leased.domain.clone(),
        n: u16::try_from(leased.attempts).ok().filter(|tries| *tries > 0),
        ..Outcome::new(leased.contact, reason.of(), Some(reason))
    }
}
