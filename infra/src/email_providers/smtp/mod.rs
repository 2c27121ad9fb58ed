//! A mail server that takes our mail (RFC 5321), over connections that are kept. lettre speaks the protocol; the steps are taken
//! here one by one, because only so it is known whether a mail had been handed over when the server fell silent.

mod connections;
mod replies;

use std::time::Duration;

use async_trait::async_trait;
use futures::future::join_all;
use lettre::Address;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::TlsParameters;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp, Refusal};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use self::connections::{Connections, Lent, within};
use self::replies::{Fault, Step, judged};
use super::answer::{MINUTE, accepted, refused, unknown};
use super::http::PATIENCE;
use super::mime::{mailbox, mime};
use crate::mail::smtp::SmtpSecurity;

#[derive(Debug, Clone)]
pub struct SmtpAccountSettings {
    pub host: String,
    /// None: 587, 465 or 25, by the security.
    pub port: Option<u16>,
    pub security: SmtpSecurity,
    pub login: Option<(String, SecretString)>,
    /// How we introduce ourselves; none: by address.
    pub helo: Option<String>,
    /// Open at once.
    pub connections: usize,
    /// For each answer.
    pub timeout: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum SmtpAccountError {
    #[error("the mail server's name cannot be used: {0}")]
    Host(String),
}

pub struct SmtpProvider {
    connections: Connections,
    permits: Semaphore,
    at_once: usize,
    patience: Duration,
    via: String,
}

impl std::fmt::Debug for SmtpProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpProvider({})", self.via)
    }
}

impl SmtpProvider {
    /// Connects to nobody yet.
    pub fn new(settings: SmtpAccountSettings) -> Result<Self, SmtpAccountError> {
        let SmtpAccountSettings { host, port, security, login, helo, connections, timeout } = settings;
        let tls = match security {
            SmtpSecurity::None => None,
            SmtpSecurity::StartTls | SmtpSecurity::Tls => {
                let parameters = TlsParameters::new(host.clone());
                Some(parameters.map_err(|error| SmtpAccountError::Host(error.to_string()))?)
            }
        };
        let port = port.unwrap_or(match security {
            SmtpSecurity::StartTls => 587,
            SmtpSecurity::Tls => 465,
            SmtpSecurity::None => 25,
        });
        let at_once = connections.max(1);
        let via = format!("{host}:{port}");
        let connections = Connections {
            host,
            port,
            security,
            tls,
            login: login.map(|(user, word)| Credentials::new(user, word.expose_secret().to_owned())),
            helo: helo.map_or_else(ClientId::default, ClientId::Domain),
            patience: timeout,
            idle: Default::default(),
        };
        Ok(SmtpProvider { connections, permits: Semaphore::new(at_once), at_once, patience: timeout, via })
    }

    async fn one(&self, email: &Email) -> HandOver {
        let letter = match Letter::of(email) {
            Ok(letter) => letter,
            Err(why) => return refused(Refusal::Mail, &why),
        };
        // Never closed. Who waits for too long is not handed over any more: others may be looking the mail up by then.
        let Ok(Ok(_permit)) = timeout(PATIENCE, self.permits.acquire()).await else {
            return refused(Refusal::DeferAll(MINUTE), "the mail server is too slow");
        };
        // Each step may take as long as it may; all of them together must not.
        match timeout(PATIENCE, self.begun(&letter)).await {
            Ok(Ok(lent)) => self.rest(lent, &letter).await,
            Ok(Err((step, fault))) => answer(step, &fault),
            Err(_) => refused(Refusal::DeferAll(MINUTE), "the mail server is too slow"),
        }
    }

    /// A connection on which the sender was taken. One that was kept may have been hung up meanwhile; nothing was said about this
    /// mail yet, so it is tried on a new one.
    async fn begun(&self, letter: &Letter) -> Result<Lent, (Step, Fault)> {
        if let Some(mut kept) = self.connections.kept() {
            match self.sender(&mut kept, letter).await {
                Ok(_) => return Ok(kept),
                Err(fault) if fault.is_hang_up() => {}
                Err(fault) => return Err((Step::Sender, fault)),
            }
        }
        let mut lent = self.connections.open().await.map_err(|fault| (Step::Connect, fault))?;
        match self.sender(&mut lent, letter).await {
            Ok(_) => Ok(lent),
            Err(fault) => Err((Step::Sender, fault)),
        }
    }

    async fn sender(&self, lent: &mut Lent, letter: &Letter) -> Result<Response, Fault> {
        let command = Mail::new(Some(letter.sender.clone()), Vec::new());
        within(self.patience, lent.connection.command(command)).await
    }

    async fn rest(&self, mut lent: Lent, letter: &Letter) -> HandOver {
        let recipient = Rcpt::new(letter.recipient.clone(), Vec::new());
        let taken = within(self.patience, lent.connection.command(recipient)).await;
        if let Err(fault) = taken {
            return self.broken_off(lent, Step::Recipient, &fault).await;
        }
        let data = within(self.patience, lent.connection.command(Data)).await;
        if let Err(fault) = data {
            return self.broken_off(lent, Step::Data, &fault).await;
        }
        let sent = within(self.patience, lent.connection.message(&letter.bytes)).await;
        match sent {
            Ok(response) => {
                let said = response.message().collect::<Vec<_>>().join(" ");
                self.connections.keep(lent);
                accepted(queued_as(&said))
            }
            Err(fault) => {
                if fault.is_in_order() {
                    self.connections.keep(lent);
                }
                answer(Step::End, &fault)
            }
        }
    }

    /// The connection stays good where the server refused in order.
    async fn broken_off(&self, mut lent: Lent, step: Step, fault: &Fault) -> HandOver {
        if fault.is_in_order() && within(self.patience, lent.connection.command(Rset)).await.is_ok() {
            self.connections.keep(lent);
        }
        answer(step, fault)
    }
}

/// A mail as it goes over the wire.
struct Letter {
    sender: Address,
    recipient: Address,
    bytes: Vec<u8>,
}

impl Letter {
    fn of(email: &Email) -> Result<Self, String> {
        let sender = email.envelope_sender().as_str();
        let sender = sender.parse::<Address>().map_err(|error| format!("the sender's address: {error}"))?;
        Ok(Letter { sender, recipient: mailbox(&email.to)?.email, bytes: mime(email)? })
    }
}

fn answer(step: Step, fault: &Fault) -> HandOver {
    match fault {
        Fault::Said(reply) => refused(judged(step, reply), &format!("{} {}", reply.code, reply.text)),
        // Whatever it was, the mail had been said by then.
        Fault::Lost(why) | Fault::Setup(why) if step == Step::End => unknown(why),
        // Whom it had been told of may be why it broke off: somebody whom it cannot stand would be tried for ever otherwise.
        Fault::Lost(why) if step.is_about_somebody() => refused(Refusal::DeferBoth(MINUTE), why),
        Fault::Lost(why) => refused(Refusal::DeferAll(MINUTE), why),
        Fault::Setup(why) => refused(Refusal::Setup, why),
    }
}

/// What the server calls the mail, where it says so as most do: `2.0.0 Ok: queued as 4XyZ`.
fn queued_as(said: &str) -> Option<String> {
    let (_, rest) = said.split_once("queued as ")?;
    rest.split_whitespace().next().map(|id| id.chars().take(100).collect())
}

#[async_trait]
impl EmailProvider for SmtpProvider {
    fn kind(&self) -> &'static str {
        "smtp"
    }

    fn via(&self) -> String {
        self.via.clone()
    }

    fn batch(&self) -> usize {
        self.at_once * 4
    }

    fn at_once(&self) -> usize {
        self.at_once
    }

    /// A mail server tells nobody what it took.
    fn looks_up_after(&self) -> Option<Duration> {
        None
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        join_all(emails.iter().map(|email| self.one(email))).await
    }

    async fn look_up(&self, _asked: &Asked) -> LookedUp {
        LookedUp::Untold
    }
}
