//! What can be said about some addresses: by themselves, from what is known, by their name servers, and, where it is set up, by their
//! mail servers. Writes to no contact.

mod converse;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::{FutureExt, StreamExt, stream};
use pivotal_domain::audience::email_verification::address_kind::is_disposable;
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;
use pivotal_domain::audience::email_verification::verdict::{Reason, Verdict};
use pivotal_domain::audience::values::email::EmailAddress;
use uuid::Uuid;

use super::Limits;
use super::cache::{self, KnownDomain, address_key};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::running::RunningJob;
use crate::ports::mail_dns::MailDns;
use crate::ports::mailbox_probe::MailboxProbe;

/// Domains whose name servers are asked at once.
const DOMAINS_AT_ONCE: usize = 16;

/// Whom to ask, and how much.
#[derive(Clone)]
pub struct Outside {
    pub dns: Arc<dyn MailDns>,
    /// Mail servers; none where they are not asked.
    pub probe: Option<Arc<dyn MailboxProbe>>,
    pub limits: Limits,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    Told(Verdict),
    /// Its mail server is to be asked then.
    Later(DateTime<Utc>),
}

/// One run's looks: what it spent on each host is counted through all of them.
pub struct Looking<'a> {
    pub ctx: &'a Context,
    pub outside: &'a Outside,
    pub job: &'a RunningJob,
    /// What is known from before does not count.
    pub again: bool,
    holder: Uuid,
    spent: Mutex<HashMap<String, Spent>>,
}

/// On one host.
#[derive(Debug, Clone, Copy, Default)]
struct Spent {
    mailboxes: u32,
    time: Duration,
}

/// Addresses of one domain, and the hosts to ask about them.
#[derive(Debug)]
struct Ask {
    domain: String,
    hosts: Vec<String>,
    catch_all: Option<bool>,
    mailboxes: Vec<EmailAddress>,
}

type Found = Vec<(EmailAddress, Looked)>;

impl<'a> Looking<'a> {
    pub fn new(ctx: &'a Context, outside: &'a Outside, job: &'a RunningJob, again: bool) -> Self {
        Looking { ctx, outside, job, again, holder: Uuid::now_v7(), spent: Mutex::default() }
    }

    /// Each address once.
    pub async fn look(
        &self,
        addresses: &[EmailAddress],
    ) -> Result<HashMap<EmailAddress, Looked>, CommandError> {
        let mut looked = HashMap::new();
        let remembered = self.remembered(addresses).await?;
        let mut by_domain: BTreeMap<String, Vec<EmailAddress>> = BTreeMap::new();
        for address in addresses {
            if is_disposable(address.domain()) {
                looked.insert(address.clone(), self.told(Reason::DisposableDomain, false));
            } else if let Some(verdict) = remembered.get(address) {
                looked.insert(address.clone(), Looked::Told(*verdict));
            } else {
                by_domain.entry(address.domain().to_owned()).or_default().push(address.clone());
            }
        }
        let names: Vec<String> = by_domain.keys().cloned().collect();
        let domains = self.domains(&names).await?;
        let mut asks: BTreeMap<String, Vec<Ask>> = BTreeMap::new();
        for (domain, mailboxes) in by_domain {
            match self.of_domain(domains.get(&domain)) {
                Ok((reason, known)) => {
                    let told = self.told(reason, known);
                    looked.extend(mailboxes.into_iter().map(|address| (address, told)));
                }
                Err((hosts, catch_all)) => {
                    let first = hosts.first().cloned().unwrap_or_default();
                    asks.entry(first).or_default().push(Ask { domain, hosts, catch_all, mailboxes });
                }
            }
        }
        // Boxed one by one: the compiler cannot tell the lifetimes of a lazy iterator of futures apart.
        let asking: Vec<_> = asks.into_values().map(|asks| self.one_host(asks).boxed()).collect();
        let mut answers = stream::iter(asking).buffer_unordered(self.outside.limits.hosts_at_once.max(1));
        while let Some(found) = answers.next().await {
            looked.extend(found?);
        }
        Ok(looked)
    }

    /// What mail servers said about these before.
    async fn remembered(
        &self,
        addresses: &[EmailAddress],
    ) -> Result<HashMap<EmailAddress, Verdict>, CommandError> {
        if self.again || self.outside.probe.is_none() {
            return Ok(HashMap::new());
        }
        let key = |address: &EmailAddress| address_key(&self.ctx.log.blind, address);
        let keys: Vec<Vec<u8>> = addresses.iter().map(key).collect();
        let mut held = cache::verdicts(self.ctx, &keys).await?;
        let known = addresses.iter().zip(&keys);
        Ok(known.filter_map(|(address, key)| Some((address.clone(), held.remove(key)?))).collect())
    }

    /// Those of which something is known, or was found out now. The others' name servers failed.
    async fn domains(&self, names: &[String]) -> Result<HashMap<String, KnownDomain>, CommandError> {
        let mut known = match self.again {
            true => HashMap::new(),
            false => cache::domains(self.ctx, names).await?,
        };
        let open: Vec<String> = names.iter().filter(|name| !known.contains_key(*name)).cloned().collect();
        let dns = self.outside.dns.clone();
        let asking: Vec<_> = open
            .into_iter()
            .map(|name| {
                let dns = dns.clone();
                async move {
                    let answer = dns.mail_domain(&name).await;
                    (name, answer)
                }
                .boxed()
            })
            .collect();
        let mut answers = stream::iter(asking).buffer_unordered(DOMAINS_AT_ONCE);
        while let Some((name, answer)) = answers.next().await {
            match answer {
                Ok(mail) => {
                    let kept = cache::keep_domain(self.ctx, &name, mail).await?;
                    let catch_all = kept.catch_all.filter(|_| !self.again);
                    known.insert(name, KnownDomain { catch_all, ..kept });
                }
                Err(error) => tracing::debug!(%error, "a domain could not be looked up"),
            }
        }
        Ok(known)
    }

    /// What follows for its addresses, and whether it was known; or else the hosts to ask.
    fn of_domain(&self, known: Option<&KnownDomain>) -> Result<(Reason, bool), (Vec<String>, Option<bool>)> {
        let Some(KnownDomain { mail, catch_all }) = known else { return Ok((Reason::DnsFailed, false)) };
        match mail {
            MailDomain::Hosts(_) if self.outside.probe.is_none() => Ok((Reason::NotAsked, false)),
            MailDomain::Hosts(_) if *catch_all == Some(true) => Ok((Reason::CatchAll, true)),
            MailDomain::Hosts(hosts) => Err((hosts.clone(), *catch_all)),
            MailDomain::NoDomain | MailDomain::RefusesMail | MailDomain::NoServer => {
                Ok((mail.verdict().unwrap_or(Reason::NoMailServer), false))
            }
        }
    }

    fn told(&self, reason: Reason, known: bool) -> Looked {
        Looked::Told(Verdict { reason, at: self.ctx.now(), known })
    }

    /// Addresses of this host that may still be asked about in this run; none when it took enough of them, or of our time.
    fn room(&self, host: &str) -> Option<usize> {
        let limits = &self.outside.limits;
        let spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let spent = spent.get(host).copied().unwrap_or_default();
        let left = limits.host_budget.saturating_sub(spent.mailboxes) as usize;
        (left > 0 && spent.time < limits.host_time).then_some(left.min(limits.mailboxes.max(1)))
    }

    fn spend(&self, host: &str, mailboxes: usize, time: Duration) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let spent = spent.entry(host.to_owned()).or_default();
        spent.mailboxes = spent.mailboxes.saturating_add(u32::try_from(mailboxes).unwrap_or(u32::MAX));
        spent.time += time;
    }
}
