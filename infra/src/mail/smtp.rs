//! A mail server that takes our mail (RFC 5321), on a connection of its own for each: letters to our users are few.

use std::time::Duration;

use async_trait::async_trait;
use lettre::address::AddressError;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox as Address, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use pivotal_commands::ports::mailer::{Mail, MailError, Mailer};
use secrecy::{ExposeSecret, SecretString};

/// How the way to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// Begun in the open and protected before anything is said (RFC 3207). A server that does not offer it gets nothing.
    StartTls,
    /// Protected from the first byte (RFC 8314).
    Tls,
    /// For a server on the same machine.
    None,
}

#[derive(Debug, Clone)]
pub struct SmtpSettings {
    pub host: String,
    /// None: 587, 465 or 25, by the security.
    pub port: Option<u16>,
    pub security: SmtpSecurity,
    pub login: Option<(String, SecretString)>,
    /// `Pivotal <pivotal@example.com>`, or the address alone.
    pub from: String,
    /// Of the whole conversation.
    pub timeout: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum SmtpSettingsError {
    #[error(
        "MAIL_FROM is \"{0}\"; it must be an address, as pivotal@example.com or Pivotal <pivotal@example.com>"
    )]
    From(String),
    #[error("SMTP_HOST cannot be used: {0}")]
    Host(String),
}

pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    host: String,
    timeout: Duration,
}

impl std::fmt::Debug for SmtpMailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpMailer({})", self.host)
    }
}

impl SmtpMailer {
    /// Connects to nobody yet.
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpSettingsError> {
        let SmtpSettings { host, port, security, login, from, timeout } = settings;
        let from: Address = from.parse().map_err(|_| SmtpSettingsError::From(from.clone()))?;
        let unusable = |error: lettre::transport::smtp::Error| SmtpSettingsError::Host(error.to_string());
        let builder = match security {
            SmtpSecurity::StartTls => {
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&host).map_err(unusable)?
            }
            SmtpSecurity::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&host).map_err(unusable)?,
            SmtpSecurity::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host.as_str()),
        };
        let mut builder =
            builder.timeout(Some(timeout)).hello_name(ClientId::Domain(from.email.domain().to_owned()));
        if let Some(port) = port {
            builder = builder.port(port);
        }
        if let Some((user, password)) = login {
            builder = builder.credentials(Credentials::new(user, password.expose_secret().to_owned()));
        }
        Ok(SmtpMailer { transport: builder.build::<Tokio1Executor>(), from, host, timeout })
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let address: lettre::Address = mail
            .to_address
            .parse()
            .map_err(|error: AddressError| MailError::Refused(format!("the address: {error}")))?;
        let name = Some(mail.to_name.clone()).filter(|name| !name.is_empty());
        let builder = Message::builder()
            .from(self.from.clone())
            .to(Address::new(name, address))
            .subject(mail.subject.clone())
            // The same when it is sent again: a mail program shows it once.
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            // Nobody's absence note is wanted (RFC 3834).
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
        let builder = match &mail.unsubscribe {
            // RFC 2369 and RFC 8058: the mail program shows a button, and presses it by itself.
            Some(url) => builder
                .raw_header(header("List-Unsubscribe", format!("<{url}>")))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())),
            None => builder,
        };
        builder
            .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
            .map_err(|error| MailError::Refused(error.to_string()))
    }
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

#[async_trait]
impl Mailer for SmtpMailer {
    fn via(&self) -> String {
        self.host.clone()
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        match tokio::time::timeout(self.timeout, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            // 5yz: the server says that it will never take this.
            Ok(Err(error)) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
            Ok(Err(error)) => Err(MailError::Later(error.to_string())),
            Err(_) => Err(MailError::Later(format!("{} says nothing", self.host))),
        }
    }
}
