//! Asking a mail server which addresses it takes mail for, without sending any. The adapter is in `pivotal-infra`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use pivotal_domain::audience::email_verification::reply::Said;
use tokio::sync::Semaphore;

/// What is asked in one conversation with one host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Name of the host, as the domain's records have it.
    pub host: String,
    /// An address of the domain that nobody can have; asked first.
    pub stranger: Option<String>,
    pub mailboxes: Vec<String>,
}

/// Why a conversation ended before everything was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No connection, or none in time: another host of the domain may do.
    Unreachable,
    /// It fell silent, or hung up.
    Silent,
    /// What it said is not SMTP.
    Unreadable,
    /// It does not want to talk to us.
    Refused,
    /// It does not want to talk to us now.
    Later,
    /// It is at an address that is none of the outside world's.
    Private,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    pub stranger: Option<Said>,
    /// Of the mailboxes, in their order, as far as it came.
    pub said: Vec<Said>,
    pub trouble: Option<Trouble>,
}

/// The port. An implementation greets, names a sender, asks and takes its leave; it never sends `DATA`, and holds to time limits of
/// its own.
#[async_trait]
pub trait MailboxProbe: Send + Sync {
    async fn ask(&self, question: &Question) -> Answer;
}

/// For tests and sample data: hosts that behave as written down. Asks no network.
#[derive(Debug, Default)]
pub struct WrittenProbe {
    /// A host that is not among them cannot be reached.
    pub hosts: HashMap<String, WrittenHost>,
    /// Hosts that say nothing until they are let: each conversation takes a permit.
    pub held: HashMap<String, Arc<Semaphore>>,
    /// What was asked, in order.
    pub asked: Mutex<Vec<Question>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrittenHost {
    /// Takes mail for these and for nobody else.
    Knows(Vec<String>),
    TakesAll,
    Troubled(Trouble),
    /// Says the same about everybody.
    Says(Said),
}

#[async_trait]
impl MailboxProbe for WrittenProbe {
    async fn ask(&self, question: &Question) -> Answer {
        if let Ok(mut asked) = self.asked.lock() {
            asked.push(question.clone());
        }
        if let Some(permits) = self.held.get(&question.host)
            && let Ok(permit) = permits.acquire().await
        {
            permit.forget();
        }
        let say = |says: &dyn Fn(&String) -> Said| Answer {
            stranger: question.stranger.as_ref().map(says),
            said: question.mailboxes.iter().map(says).collect(),
            trouble: None,
        };
        match self.hosts.get(&question.host) {
            None => Answer { trouble: Some(Trouble::Unreachable), ..Answer::default() },
            Some(WrittenHost::Troubled(trouble)) => Answer { trouble: Some(*trouble), ..Answer::default() },
            Some(WrittenHost::TakesAll) => say(&|_| Said::Accepted),
            Some(WrittenHost::Says(said)) => say(&|_| *said),
            Some(WrittenHost::Knows(known)) => say(&|mailbox| match known.contains(mailbox) {
                true => Said::Accepted,
                false => Said::NoMailbox,
            }),
        }
    }
}
