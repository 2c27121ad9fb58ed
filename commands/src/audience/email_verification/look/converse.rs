//! Conversations with mail servers: who is asked, how much, what is made of the answers, and what is remembered of them.

use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::audience::email_verification::reply::Said;
use pivotal_domain::audience::email_verification::verdict::{Reason, judge};
use pivotal_domain::audience::values::email::EmailAddress;
use rand::Rng;

use super::{Ask, Found, Looked, Looking};
use crate::audience::email_verification::cache::{address_key, keep_catch_all, keep_verdicts};
use crate::audience::email_verification::hosts::{Claim, Went, claim, release};
use crate::error::CommandError;
use crate::ports::mailbox_probe::{Answer, MailboxProbe, Question, Trouble};

/// Of a domain's hosts: those behind them stand in for the first, and often take everything.
const HOSTS_TRIED: usize = 2;
/// Letters of an address that nobody can have.
const STRANGER: usize = 15;

impl Looking<'_> {
    /// Domains that share their first host, one after the other.
    pub(super) async fn one_host(&self, asks: Vec<Ask>) -> Result<Found, CommandError> {
        let mut found = Vec::new();
        let Some(probe) = self.outside.probe.clone() else { return Ok(found) };
        for ask in asks {
            found.extend(self.converse(probe.as_ref(), ask).await?);
        }
        Ok(found)
    }

    async fn converse(&self, probe: &dyn MailboxProbe, mut ask: Ask) -> Result<Found, CommandError> {
        let hosts = std::mem::take(&mut ask.hosts);
        let mut why = Reason::NoAnswer;
        let mut later: Option<DateTime<Utc>> = None;
        for host in hosts.iter().take(HOSTS_TRIED) {
            let Some(room) = self.room(host) else {
                why = Reason::HostLimit;
                continue;
            };
            match claim(self.ctx, host, self.holder, self.outside.limits.busy).await? {
                Claim::Ours => {}
                Claim::Paused => {
                    why = Reason::HostPaused;
                    continue;
                }
                // Another host of the domain is asked when this one fails, not when it is busy.
                Claim::Later { at, failing: true } => {
                    later = Some(later.map_or(at, |other| other.min(at)));
                    continue;
                }
                Claim::Later { at, failing: false } => return Ok(all(ask.mailboxes, Looked::Later(at))),
            }
            let question = question(&ask, host, room);
            let began = Instant::now();
            let answer = tokio::select! {
                answer = probe.ask(&question) => answer,
                _ = self.job.stopped() => {
                    release(self.ctx, host, self.holder, self.ctx.now(), Went::CutOff).await?;
                    return Ok(all(ask.mailboxes, Looked::Later(self.ctx.now())));
                }
            };
            let asked = question.mailboxes.len() + usize::from(question.stranger.is_some());
            self.spend(host, asked, began.elapsed());
            let next = self.give_back(host, asked, answer.trouble).await?;
            match answer.trouble {
                Some(trouble @ (Trouble::Unreachable | Trouble::Private)) => why = reason_of(trouble),
                _ => return self.settle(ask, question.mailboxes.len(), answer, next).await,
            }
        }
        Ok(match later {
            Some(at) => all(ask.mailboxes, Looked::Later(at)),
            None => all(ask.mailboxes, self.told(why, false)),
        })
    }

    /// Answers when it may be asked again.
    async fn give_back(
        &self,
        host: &str,
        asked: usize,
        trouble: Option<Trouble>,
    ) -> Result<DateTime<Utc>, CommandError> {
        let (limits, now) = (&self.outside.limits, self.ctx.now());
        let seconds = |duration: std::time::Duration| TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX);
        let (wait, went) = match trouble {
            None | Some(Trouble::Private) => (pace(asked, limits.per_minute), Went::Well),
            Some(
                Trouble::Unreachable
                | Trouble::Silent
                | Trouble::Unreadable
                | Trouble::Refused
                | Trouble::Later,
            ) => {
                let until = now + seconds(limits.pause);
                (seconds(limits.after_failure), Went::Badly { most: limits.failures, until })
            }
        };
        release(self.ctx, host, self.holder, now + wait, went).await?;
        Ok(now + wait)
    }

    async fn settle(
        &self,
        ask: Ask,
        asked: usize,
        answer: Answer,
        next: DateTime<Utc>,
    ) -> Result<Found, CommandError> {
        let takes_all = match answer.stranger {
            Some(Said::Accepted | Said::Full) => Some(true),
            Some(Said::NoMailbox) => Some(false),
            Some(Said::Later | Said::Refused) | None => None,
        };
        if let Some(takes_all) = takes_all {
            keep_catch_all(self.ctx, &ask.domain, takes_all).await?;
        }
        let trouble = answer.trouble.map_or(Reason::NoAnswer, reason_of);
        let (mut found, mut remembered) = (Vec::new(), Vec::new());
        for (number, address) in ask.mailboxes.into_iter().enumerate() {
            let looked = match answer.said.get(number) {
                Some(said) => {
                    let reason = judge(*said, answer.stranger);
                    if reason.is_of_mailbox() {
                        remembered.push((address_key(&self.ctx.log.blind, &address), reason));
                    }
                    self.told(reason, false)
                }
                None if number < asked => self.told(trouble, false),
                None if takes_all == Some(true) => self.told(Reason::CatchAll, false),
                None => Looked::Later(next),
            };
            found.push((address, looked));
        }
        keep_verdicts(self.ctx, &remembered).await?;
        Ok(found)
    }
}

fn all(mailboxes: Vec<EmailAddress>, looked: Looked) -> Found {
    mailboxes.into_iter().map(|address| (address, looked)).collect()
}

fn question(ask: &Ask, host: &str, room: usize) -> Question {
    let stranger = ask.catch_all.is_none().then(|| {
        let mut random = rand::rng();
        let local: String = (0..STRANGER).map(|_| char::from(random.random_range(b'a'..=b'z'))).collect();
        format!("{local}@{}", ask.domain)
    });
    let mailboxes = ask.mailboxes.iter().take(room).map(|address| address.as_str().to_owned()).collect();
    Question { host: host.to_owned(), stranger, mailboxes }
}

/// How long a host rests after so many addresses.
fn pace(asked: usize, per_minute: u32) -> TimeDelta {
    match per_minute {
        0 => TimeDelta::zero(),
        per_minute => TimeDelta::milliseconds(asked as i64 * 60_000 / i64::from(per_minute)),
    }
}

fn reason_of(trouble: Trouble) -> Reason {
    match trouble {
        Trouble::Unreachable | Trouble::Silent => Reason::NoAnswer,
        Trouble::Unreadable => Reason::Unreadable,
        Trouble::Refused => Reason::Blocked,
        Trouble::Later => Reason::Greylisted,
        Trouble::Private => Reason::PrivateHost,
    }
}
