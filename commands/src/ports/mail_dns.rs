//! Who takes mail for a domain. The adapter is in `pivotal-infra`.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

use async_trait::async_trait;
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;

/// The name servers failed or were silent: nothing is known, which is another thing than that nothing is there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the name servers did not answer: {0}")]
pub struct DnsFailure(pub String);

/// The port. Names are in lower case and punycode, without a dot at their end.
#[async_trait]
pub trait MailDns: Send + Sync {
    async fn mail_domain(&self, domain: &str) -> Result<MailDomain, DnsFailure>;

    /// Where a host is; empty when it is nowhere.
    async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, DnsFailure>;
}

/// For tests and sample data: what is written down, and no domain else. Asks no network.
#[derive(Debug, Default)]
pub struct WrittenDns {
    /// A domain that is not among them does not exist; one without a value is not answered for.
    pub domains: HashMap<String, Option<MailDomain>>,
    /// What was asked, in order.
    pub asked: Mutex<Vec<String>>,
}

#[async_trait]
impl MailDns for WrittenDns {
    async fn mail_domain(&self, domain: &str) -> Result<MailDomain, DnsFailure> {
        if let Ok(mut asked) = self.asked.lock() {
            asked.push(domain.to_owned());
        }
        match self.domains.get(domain) {
            None => Ok(MailDomain::NoDomain),
            Some(Some(known)) => Ok(known.clone()),
            Some(None) => Err(DnsFailure("written down as silent".into())),
        }
    }

    async fn addresses(&self, _host: &str) -> Result<Vec<IpAddr>, DnsFailure> {
        Ok(Vec::new())
    }
}
