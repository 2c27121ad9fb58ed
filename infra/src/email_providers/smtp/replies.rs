//! What a mail server's reply means, by the step it answers. Codes are of RFC 5321, enhanced ones of RFC 3463 and its registry.

use std::error::Error as _;
use std::time::Duration;

use lettre::transport::smtp::Error;
use pivotal_commands::ports::email_provider::Refusal;
use pivotal_domain::audience::email_verification::reply::{Reply, Said};

use crate::email_providers::answer::{HOUR, MINUTE};

/// Greylisting lets in after five minutes nearly everywhere (RFC 6647).
const GREYLISTED: Duration = Duration::from_secs(10 * 60);
const BUSY_DOMAIN: Duration = Duration::from_secs(15 * 60);

/// Of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Greeting, protection, sign-in.
    Connect,
    /// `MAIL`.
    Sender,
    /// `RCPT`.
    Recipient,
    /// `DATA`, before the mail itself.
    Data,
    /// After the mail.
    End,
}

impl Step {
    /// Whether the server knows by then whom the mail is for.
    pub fn is_about_somebody(self) -> bool {
        matches!(self, Step::Recipient | Step::Data | Step::End)
    }
}

/// How a step failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server said no.
    Said(Reply),
    /// It cannot be understood, is silent or gone.
    Lost(String),
    /// What was agreed on is not offered: protection, a way to sign in, a certificate that is good.
    Setup(String),
}

impl Fault {
    pub fn of(error: &Error) -> Fault {
        if let Some(code) = error.status() {
            let text = error.source().map(ToString::to_string).unwrap_or_default();
            return Fault::Said(Reply { code: u16::from(code), text });
        }
        if error.is_tls() || error.is_client() {
            return Fault::Setup(error.to_string());
        }
        Fault::Lost(error.to_string())
    }

    /// Whether the server hung up on a connection that it had waited on.
    pub fn is_hang_up(&self) -> bool {
        matches!(self, Fault::Lost(_) | Fault::Said(Reply { code: 421, .. }))
    }

    /// Whether the conversation can go on.
    pub fn is_in_order(&self) -> bool {
        matches!(self, Fault::Said(reply) if reply.code != 421)
    }
}

/// Words of a server that does not know us.
const STRANGERS: [&str; 4] = ["relay", "authentication required", "not authenticated", "must authenticate"];

/// A reply that is a refusal.
pub fn judged(step: Step, reply: &Reply) -> Refusal {
    match (step, reply.code) {
        // It closes the connection: too many of them, or it goes down.
        (step, 421) if step.is_about_somebody() => Refusal::DeferBoth(MINUTE),
        (_, 421) => Refusal::DeferAll(MINUTE),
        (Step::Connect | Step::Sender, 400..=499) => Refusal::DeferAll(MINUTE),
        // Larger than it takes.
        (Step::Sender, 552) => Refusal::Mail,
        (Step::Connect | Step::Sender, _) => Refusal::Setup,
        (_, 400..=499) => deferred(reply),
        (_, 530 | 535 | 538) => Refusal::Setup,
        _ if is_nobody(step, reply) => Refusal::Recipient,
        _ if is_strange(reply) => Refusal::Setup,
        _ => Refusal::Mail,
    }
}

fn deferred(reply: &Reply) -> Refusal {
    match (reply.about_recipient(), reply.enhanced()) {
        (Said::Full, _) => Refusal::DeferRecipient(HOUR),
        // The server that we speak to has no room, takes nothing at the moment, or cannot look up this one.
        (_, Some((3, _))) => Refusal::DeferBoth(MINUTE),
        // The way to the domain, or how much it takes from us.
        (_, Some((4 | 7, _))) => Refusal::DeferDomain(BUSY_DOMAIN),
        _ => Refusal::DeferRecipient(GREYLISTED),
    }
}

/// A bare 550 to the recipient is about them; to the mail itself it is mostly about what it says.
fn is_nobody(step: Step, reply: &Reply) -> bool {
    match step {
        Step::Recipient => reply.about_recipient() == Said::NoMailbox && !is_strange(reply),
        _ => matches!(reply.enhanced(), Some((1, 1 | 2 | 3 | 6 | 10) | (2, 1))),
    }
}

fn is_strange(reply: &Reply) -> bool {
    let text = reply.text.to_ascii_lowercase();
    STRANGERS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(step: Step, line: &str) -> Refusal {
        let (code, text) = line.split_once(' ').unwrap();
        judged(step, &Reply { code: code.parse().unwrap(), text: text.to_owned() })
    }

    #[test]
    fn a_reply_is_judged_by_the_step_that_it_answers() {
        let (to_all, to_both) = (Refusal::DeferAll(MINUTE), Refusal::DeferBoth(MINUTE));
        let (greylisted, domain) = (Refusal::DeferRecipient(GREYLISTED), Refusal::DeferDomain(BUSY_DOMAIN));
        for (step, line, expected) in [
            (Step::Connect, "421 4.3.2 going down", to_all),
            (Step::Connect, "554 no service for you", Refusal::Setup),
            (Step::Connect, "535 5.7.8 credentials invalid", Refusal::Setup),
            (Step::Connect, "454 4.7.0 temporary authentication failure", to_all),
            (Step::Sender, "451 4.3.0 later", to_all),
            (Step::Sender, "550 5.7.1 sender address rejected", Refusal::Setup),
            (Step::Sender, "552 5.3.4 message too big", Refusal::Mail),
            (Step::Recipient, "421 4.7.0 too many connections", to_both),
            (Step::Recipient, "450 4.2.0 greylisted", greylisted),
            (Step::Recipient, "450 try again", greylisted),
            (Step::Recipient, "452 4.2.2 mailbox full", Refusal::DeferRecipient(HOUR)),
            (Step::Recipient, "451 4.4.1 no answer from host", domain),
            (Step::Recipient, "451 4.7.1 too many mails from you", domain),
            (Step::Recipient, "452 4.3.1 out of space here", to_both),
            (Step::Recipient, "550 5.1.1 no such user", Refusal::Recipient),
            (Step::Recipient, "550 user unknown", Refusal::Recipient),
            (Step::Recipient, "556 5.1.10 null mx", Refusal::Recipient),
            (Step::Recipient, "552 5.2.2 over quota", Refusal::Mail),
            (Step::Recipient, "550 5.7.1 blocked by policy", Refusal::Mail),
            (Step::Recipient, "554 5.7.1 relay access denied", Refusal::Setup),
            (Step::Recipient, "550 relaying denied", Refusal::Setup),
            (Step::Recipient, "530 5.7.0 authentication required", Refusal::Setup),
            (Step::Data, "451 4.3.0 later", to_both),
            (Step::End, "421 4.3.2 going down", to_both),
            (Step::End, "550 spam", Refusal::Mail),
            (Step::End, "554 5.7.1 spam", Refusal::Mail),
            (Step::End, "552 5.3.4 message too big", Refusal::Mail),
            (Step::End, "550 5.1.1 no such user", Refusal::Recipient),
            (Step::End, "450 4.2.0 later", greylisted),
        ] {
            assert_eq!(said(step, line), expected, "{step:?}: {line}");
        }
    }
}
