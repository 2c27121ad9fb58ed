//! Who takes a mail away. Mail to our own users (invitations, links for a new password) goes this way; campaigns have a port of
//! their own.

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A mail to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Of the job that sends it: the same when it is sent again.
    pub id: Uuid,
    /// Empty when nobody knows it.
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    /// The same words.
    pub html: String,
    /// An https address that ends these mails when it is posted to (RFC 8058), for mail that comes again and again.
    pub unsubscribe: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Trying again later can help.
    #[error("the mail cannot be sent at the moment: {0}")]
    Later(String),
    /// Trying again would end the same way.
    #[error("the mail was refused: {0}")]
    Refused(String),
}

/// The port. Adapters: `pivotal-infra`.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Where mail goes, in words for an administrator.
    fn via(&self) -> String;

    /// May be called again with the same mail, when nobody knows whether it left.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}

/// A mail as the test mailbox keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptMail {
    pub id: Uuid,
    pub sent_at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
}

/// A mail of the test mailbox, with what only whoever opens it sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedMail {
    pub mail: KeptMail,
    /// As it would have been sent. None of mails that were kept before it was.
    pub html: Option<String>,
    /// Names and values, in the order of the mail.
    pub headers: Vec<(String, String)>,
}

/// The side of the test mailbox that is read. There is none where mail really leaves.
#[async_trait]
pub trait Mailbox: Send + Sync {
    /// The newest first.
    async fn newest(&self, most: i64) -> Result<Vec<KeptMail>, sqlx::Error>;
    async fn find(&self, id: Uuid) -> Result<Option<OpenedMail>, sqlx::Error>;
}

/// For tests: keeps what it is given.
#[derive(Debug, Default)]
pub struct MemoryMailer {
    mails: Mutex<Vec<Mail>>,
}

impl MemoryMailer {
    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Mailer for MemoryMailer {
    fn via(&self) -> String {
        "memory".into()
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let mut mails = self.mails.lock().unwrap_or_else(PoisonError::into_inner);
        if mails.iter().all(|kept| kept.id != mail.id) {
            mails.push(mail.clone());
        }
        Ok(())
    }
}
