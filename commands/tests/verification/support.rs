//! A log, a worker, and the steps of a run as one call each.

#[path = "../support/ground.rs"]
pub mod ground;
#[path = "../support/listing.rs"]
pub mod listing;

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::audience::contact_runs::progress::{Progressed, ended};
use pivotal_commands::audience::email_verification::Limits;
use pivotal_commands::audience::email_verification::look::Outside;
use pivotal_commands::audience::email_verification::run::{RunFewVerifications, RunVerifications};
use pivotal_commands::audience::email_verification::start::{VerifyEmails, verify_emails};
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::ports::mail_dns::WrittenDns;
use pivotal_commands::ports::mailbox_probe::{MailboxProbe, WrittenHost, WrittenProbe};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::email_verification::facts::{EmailVerificationFact, Ended};
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::value::FieldValue;
use tokio::sync::Semaphore;
use uuid::Uuid;

use self::ground::{Ground, Working};
use self::listing::listing;

pub struct World {
    pub ground: Ground,
    pub dns: Arc<WrittenDns>,
    pub probe: Option<Arc<WrittenProbe>>,
    pub limits: Limits,
    pub listed: Vec<Uuid>,
}

/// Hosts as written down, of which these say nothing until they are let.
pub fn holding(hosts: &[(&str, WrittenHost)], held: &[(&str, &Arc<Semaphore>)]) -> Arc<WrittenProbe> {
    let hosts = hosts.iter().map(|(name, host)| ((*name).to_owned(), host.clone())).collect();
    let held = held.iter().map(|(name, permits)| ((*name).to_owned(), Arc::clone(permits))).collect();
    Arc::new(WrittenProbe { hosts, held, ..WrittenProbe::default() })
}

impl Deref for World {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

/// Without pauses: the clock of tests stands still.
pub fn hasty() -> Limits {
    Limits { per_minute: 0, busy: Duration::ZERO, after_failure: Duration::ZERO, ..Limits::default() }
}

pub fn hosts(names: &[&str]) -> Option<MailDomain> {
    Some(MailDomain::Hosts(names.iter().map(|name| (*name).to_owned()).collect()))
}

impl World {
    pub async fn new(
        domains: Vec<(&str, Option<MailDomain>)>,
        probe: Option<Vec<(&str, WrittenHost)>>,
    ) -> Self {
        let domains: HashMap<String, Option<MailDomain>> =
            domains.into_iter().map(|(name, known)| (name.to_owned(), known)).collect();
        let dns = Arc::new(WrittenDns { domains, ..WrittenDns::default() });
        let probe = probe.map(|hosts| {
            let hosts = hosts.into_iter().map(|(name, host)| (name.to_owned(), host)).collect();
            Arc::new(WrittenProbe { hosts, ..WrittenProbe::default() })
        });
        World { ground: Ground::new().await, dns, probe, limits: hasty(), listed: Vec::new() }
    }

    /// Contacts with these emails, all of them in the list; an empty one has none.
    pub async fn contacts(&mut self, emails: &[String]) -> Vec<Uuid> {
        let of = |n: usize, _: Uuid| {
            let email = emails[n].as_str();
            let (key, value) = if email.is_empty() { ("full_name", "Ada") } else { ("email", email) };
            vec![(key.to_owned(), FieldValue::from(value))]
        };
        let ids = self.ground.contacts_with(emails.len(), of).await;
        self.listed.extend(&ids);
        ids
    }

    pub fn work(&self) -> Working {
        let probe = self.probe.clone().map(|probe| probe as Arc<dyn MailboxProbe>);
        let outside = Outside { dns: self.dns.clone(), probe, limits: self.limits.clone() };
        let runs = RunVerifications { ctx: self.ctx.clone(), lists: listing(&self.listed), outside };
        self.work_on(Registry::default().with(runs.clone()).with(RunFewVerifications(runs)))
    }

    pub async fn start(&self, again: bool) -> Uuid {
        let verify = VerifyEmails {
            filter: ListFilter::default(),
            expected: None,
            again,
            mailboxes: self.probe.is_some(),
        };
        let started = verify_emails(&self.ctx, &self.actor, verify, None).await.unwrap();
        self.queue.wake();
        started.id
    }

    /// Asked for, done, and the job over.
    pub async fn done(&self, again: bool) -> (Uuid, Ended) {
        let working = self.work();
        let id = self.start(again).await;
        let ended = self.until(|| self.ended(id)).await;
        working.stop().await;
        (id, ended)
    }

    pub async fn ended(&self, id: Uuid) -> Option<Ended> {
        ended::<EmailVerificationFact>(&self.ctx, id).await.unwrap()
    }

    pub async fn progressed(&self, id: Uuid) -> Progressed<EmailVerificationFact> {
        Progressed::read(&self.ctx, id).await.unwrap()
    }

    /// Status and reason, as the contact says.
    pub async fn said(&self, id: Uuid) -> (Option<String>, Option<String>) {
        let record = self.ctx.log.load::<Contact>(id).await.unwrap().state.record;
        let text = |key: &str| record.text(key).map(str::to_owned);
        (text("email_verification_status"), text("email_verification_reason"))
    }
}
