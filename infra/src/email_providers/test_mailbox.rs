//! The test mailbox takes campaigns' mails, too: nothing leaves, and administrators read them on the page Mail, where their links work.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use pivotal_commands::ports::email_provider::email::{Email, Party};
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp};
use pivotal_commands::ports::mailer::{Mail, Mailbox, Mailer};

use super::answer::{accepted, kept, unknown};
use super::http::{PATIENCE, too_late};
use crate::mail::test_mailbox::{TestMailbox, party};

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
        let headers = headers(email, written.subject.as_str());
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
            match self.0.keep(&mail, &headers).await {
                Ok(()) => return accepted(Some(email.id.to_string())),
                Err(error) => said = error.to_string(),
            }
            tokio::time::sleep(BETWEEN).await;
        }
        unknown(&said)
    }
}

/// As they stand in a mail that leaves, for whoever looks how it can be ended and where bounces would go.
fn headers<'a>(email: &'a Email, subject: &str) -> Vec<(&'a str, String)> {
    let named = |who: &Party| party(who.name.as_str(), who.address.as_str());
    let mut all = vec![("From", named(&email.from))];
    all.extend(email.reply_to.as_ref().map(|reply_to| ("Reply-To", named(reply_to))));
    all.push(("To", named(&email.to)));
    all.push(("Subject", subject.to_owned()));
    all.push(("Message-ID", format!("<{}>", email.message_id())));
    all.push(("Return-Path", format!("<{}>", email.envelope_sender().as_str())));
    all.extend(email.extra_headers().into_iter().map(|(name, value)| (name, value.to_owned())));
    all
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
            Ok(Some(found)) => LookedUp::Taken { provider_id: Some(found.mail.id.to_string()) },
            Ok(None) => LookedUp::NotTaken,
            Err(error) => LookedUp::Later { said: kept(&error.to_string()) },
        }
    }
}
