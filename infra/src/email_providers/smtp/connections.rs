//! Connections to one mail server: opened, kept while they are good, given up with a good-bye.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

use super::replies::Fault;
use crate::mail::smtp::SmtpSecurity;

/// Servers hang up on silence sooner or later; by then we have.
const IDLE_MOST: Duration = Duration::from_secs(20);
/// Mails over one connection: some servers refuse more, and balancers want to share them out.
const MAILS_MOST: u32 = 100;
/// For the good-bye: nobody waits for its answer longer.
const FAREWELL: Duration = Duration::from_secs(2);

pub struct Connections {
    pub host: String,
    pub port: u16,
    pub security: SmtpSecurity,
    /// Where the way is protected.
    pub tls: Option<TlsParameters>,
    pub login: Option<Credentials>,
    pub helo: ClientId,
    /// For each answer.
    pub patience: Duration,
    pub idle: Mutex<Vec<Idle>>,
}

pub struct Idle {
    lent: Lent,
    since: Instant,
}

/// A connection in use. Dropped, it is closed.
pub struct Lent {
    pub connection: AsyncSmtpConnection,
    mails: u32,
}

impl Connections {
    /// One that was kept and is fresh, if there is any.
    pub fn kept(&self) -> Option<Lent> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let (fresh, stale): (Vec<Idle>, Vec<Idle>) =
            idle.drain(..).partition(|idle| idle.since.elapsed() < IDLE_MOST);
        *idle = fresh;
        stale.into_iter().for_each(|idle| say_good_bye(idle.lent));
        idle.pop().map(|idle| idle.lent)
    }

    /// After a mail.
    pub fn keep(&self, mut lent: Lent) {
        lent.mails += 1;
        if lent.mails >= MAILS_MOST || lent.connection.has_broken() {
            return say_good_bye(lent);
        }
        let idle = Idle { lent, since: Instant::now() };
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(idle);
    }

    /// Greeted, protected and signed in.
    pub async fn open(&self) -> Result<Lent, Fault> {
        let from_the_start = self.tls.clone().filter(|_| self.security == SmtpSecurity::Tls);
        let connecting = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(self.patience),
            &self.helo,
            from_the_start,
            None,
        );
        let mut connection = within(self.patience, connecting).await?;
        if self.security == SmtpSecurity::StartTls
            && let Some(tls) = self.tls.clone()
        {
            within(self.patience, connection.starttls(tls, &self.helo)).await?;
        }
        if let Some(login) = &self.login {
            within(self.patience, connection.auth(DEFAULT_MECHANISMS, login)).await?;
        }
        Ok(Lent { connection, mails: 0 })
    }
}

/// To hang up without a word is bad manners, and some hold it against the caller.
fn say_good_bye(mut lent: Lent) {
    tokio::spawn(async move { timeout(FAREWELL, lent.connection.quit()).await.is_ok() });
}

/// lettre waits for as long as the server lets it.
pub async fn within<T>(patience: Duration, step: impl Future<Output = Result<T, Error>>) -> Result<T, Fault> {
    match timeout(patience, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(Fault::of(&error)),
        Err(_) => Err(Fault::Lost("no answer in time".into())),
    }
}
