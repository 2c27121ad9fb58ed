//! A mailbox behind IMAP (RFC 3501): opened for reading alone, so that nothing in it changes, and read by numbers that only grow.

pub mod talk;

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_commands::ports::inbound_mailbox::{Arrived, Behind, InboundFailure, InboundMailbox, Position};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use self::talk::{Talk, TalkError};

/// Of the whole conversation.
const WITHIN: Duration = Duration::from_secs(60);
/// What was read by then, or is so large together, is taken, and the next conversation goes on behind it: mails that are too many or too
/// large for one would be asked for again and again.
const ENOUGH: Duration = Duration::from_secs(30);
const ENOUGH_BYTES: usize = 20 << 20;

/// How the way to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImapSecurity {
    /// Protected from the first byte (RFC 8314).
    Tls,
    /// For a server on the same machine.
    None,
}

#[derive(Debug, Clone)]
pub struct ImapSettings {
    pub host: String,
    pub port: u16,
    pub security: ImapSecurity,
    pub user: String,
    pub password: SecretString,
    pub folder: String,
}

/// Asks nobody until it is read.
#[derive(Debug, Clone)]
pub struct ImapMailbox(pub ImapSettings);

#[async_trait]
impl InboundMailbox for ImapMailbox {
    async fn behind(
        &self,
        position: Option<Position>,
        since: DateTime<Utc>,
        most: usize,
    ) -> Result<Behind, InboundFailure> {
        match timeout(WITHIN, self.read(position, since, most)).await {
            Ok(read) => read.map_err(|error| failure(&error.to_string())),
            Err(_) => Err(failure("the server took too long")),
        }
    }
}

impl ImapMailbox {
    async fn read(
        &self,
        position: Option<Position>,
        since: DateTime<Utc>,
        most: usize,
    ) -> Result<Behind, TalkError> {
        let ImapSettings { host, port, security, .. } = &self.0;
        let stream = TcpStream::connect((host.as_str(), *port)).await?;
        match security {
            ImapSecurity::None => self.ask(stream, position, since, most).await,
            ImapSecurity::Tls => {
                let name = ServerName::try_from(host.clone()).map_err(|_| TalkError::Host)?;
                let stream = TlsConnector::from(Arc::new(tls()?)).connect(name, stream).await?;
                self.ask(stream, position, since, most).await
            }
        }
    }

    async fn ask<S>(
        &self,
        stream: S,
        position: Option<Position>,
        since: DateTime<Utc>,
        most: usize,
    ) -> Result<Behind, TalkError>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send,
    {
        let began = Instant::now();
        let mut talk = Talk::greeted(stream).await?;
        talk.login(&self.0.user, self.0.password.expose_secret()).await?;
        let validity = talk.examine(&self.0.folder).await?;
        let after = position.filter(|position| position.validity == validity).map(|position| position.uid);
        let mut found = match after {
            Some(uid) => talk.search(&format!("UID {}:*", uid.saturating_add(1))).await?,
            None => talk.search(&format!("SINCE {}", since.format("%d-%b-%Y"))).await?,
        };
        // A range that begins behind the last mail means the last one.
        found.retain(|uid| after.is_none_or(|after| *uid > after));
        found.sort_unstable();
        found.dedup();
        found.truncate(most);
        let (mut mails, mut bytes) = (Vec::with_capacity(found.len()), 0);
        for uid in found {
            // One that was deleted meanwhile has nothing to give.
            let raw = talk.fetch(uid).await?.unwrap_or_default();
            bytes += raw.len();
            mails.push(Arrived { uid, raw });
            if bytes > ENOUGH_BYTES || began.elapsed() > ENOUGH {
                break;
            }
        }
        talk.leave().await;
        Ok(Behind { validity, mails })
    }
}

/// Believes whom the system believes.
fn tls() -> Result<ClientConfig, TalkError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|_| TalkError::Tls)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn failure(said: &str) -> InboundFailure {
    InboundFailure(pivotal_log::masked::masked(said))
}
