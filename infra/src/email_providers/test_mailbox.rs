//! The test mailbox takes campaigns' mails, too: nothing leaves, and administrators read them on the page Mail, where their links work.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp};
use pivotal_commands::ports::mailer::{Mail, Mailbox, Mailer};

use super::answer::{accepted, kept, unknown};
use super::http::{PATIENCE, too_late};
use crate::mail::test_mailbox::TestMailbox;

const TRIES: u32 = 3;
const BETWEEN: Duration = Duration::from_millis(200);

pub struct TestMailboxProvider(pub Arc<TestMailbox>);

impl std::fmt::Debug for TestMailboxProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TestMailboxProvider(..)")
    }
}

impl TestMailboxProvider {
    async fn one(&self, email: &Email) -> HandOver {
        let written = email.written();
        let mail = Mail {
            id: email.id,
            to_name: email.to.name.as_str().to_owned(),
            to_address: email.to.address.as_str().to_owned(),
            subject: written.subject.as_str().to_owned(),
            text: written.text,
            html: written.html,
            unsubscribe: None,
        };
        // Kept once under its id, however often that is tried. Where nobody heard the answer, it may be kept all the same.
        let mut said = String::new();
        for _ in 0..TRIES {
            match self.0.send(&mail).await {
                Ok(()) => return accepted(Some(email.id.to_string())),
                Err(error) => said = error.to_string(),
            }
            tokio::time::sleep(BETWEEN).await;
        }
        unknown(&said)
    }
}

#[async_trait]
impl EmailProvider for TestMailboxProvider {
    fn kind(&self) -> &'static str {
        "test_mailbox"
    }

    fn via(&self) -> String {
        self.0.via()
    }

    fn batch(&self) -> usize {
        100
    }

    fn looks_up_after(&self) -> Option<Duration> {
        Some(Duration::ZERO)
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        let mut answers = Vec::with_capacity(emails.len());
        let began = Instant::now();
        for email in emails {
            // What waited for too long may be looked up by somebody else by then.
            answers.push(match began.elapsed() > PATIENCE {
                true => too_late(),
                false => self.one(email).await,
            });
        }
        answers
    }

    async fn look_up(&self, asked: &Asked) -> LookedUp {
        match self.0.find(asked.id).await {
            Ok(Some(mail)) => LookedUp::Taken { provider_id: Some(mail.id.to_string()) },
            Ok(None) => LookedUp::NotTaken,
            Err(error) => LookedUp::Later { said: kept(&error.to_string()) },
        }
    }
}
