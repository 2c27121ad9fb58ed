//! Mail servers, asked over port 25.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use pivotal_commands::ports::mail_dns::MailDns;
use pivotal_commands::ports::mailbox_probe::{Answer, MailboxProbe, Question, Trouble};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::dialogue::{Manners, ask};
use crate::public_address::is_public;

/// Addresses of one host that are tried.
const ADDRESSES: usize = 2;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbeSettings {
    pub manners: Manners,
    /// 25, except in tests.
    pub port: u16,
    /// For a connection.
    pub connect: Duration,
    /// For the whole conversation.
    pub whole: Duration,
    /// Connects to addresses inside of our own network, too: for tests on loopback.
    pub private: bool,
}

pub struct SmtpProbe {
    settings: ProbeSettings,
    dns: Arc<dyn MailDns>,
}

impl std::fmt::Debug for SmtpProbe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpProbe({:?})", self.settings)
    }
}

impl SmtpProbe {
    pub fn new(settings: ProbeSettings, dns: Arc<dyn MailDns>) -> Self {
        SmtpProbe { settings, dns }
    }

    /// The addresses that are looked up are the ones that are connected to: another answer a moment later changes nothing.
    async fn connect(&self, host: &str) -> Result<TcpStream, Trouble> {
        let addresses = self.dns.addresses(host).await.map_err(|_| Trouble::Unreachable)?;
        let allowed = |address: &IpAddr| self.settings.private || is_public(*address);
        let (open, inside): (Vec<IpAddr>, Vec<IpAddr>) = addresses.into_iter().partition(allowed);
        if open.is_empty() && !inside.is_empty() {
            return Err(Trouble::Private);
        }
        for address in open.into_iter().take(ADDRESSES) {
            let connecting = TcpStream::connect(SocketAddr::new(address, self.settings.port));
            if let Ok(Ok(stream)) = timeout(self.settings.connect, connecting).await {
                return Ok(stream);
            }
        }
        Err(Trouble::Unreachable)
    }
}

#[async_trait]
impl MailboxProbe for SmtpProbe {
    async fn ask(&self, question: &Question) -> Answer {
        let mut answer = Answer::default();
        let stream = match self.connect(&question.host).await {
            Ok(stream) => stream,
            Err(trouble) => return Answer { trouble: Some(trouble), ..answer },
        };
        let asking = ask(stream, &self.settings.manners, question, &mut answer);
        if timeout(self.settings.whole, asking).await.is_err() {
            answer.trouble = Some(Trouble::Silent);
        }
        answer
    }
}
