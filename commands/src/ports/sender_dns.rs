//! What the records of a sender's domains say. The adapter is in `pivotal-infra`.

use std::collections::HashMap;

use async_trait::async_trait;
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;

use super::mail_dns::DnsFailure;

/// The port. Names are in lower case and punycode, without a dot at their end. A name without records has none; that is no failure.
#[async_trait]
pub trait SenderDns: Send + Sync {
    /// TXT records, each with its strings put together; a CNAME is followed.
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsFailure>;

    /// The CNAME of a name.
    async fn alias(&self, name: &str) -> Result<Option<String>, DnsFailure>;

    /// Who takes mail for a domain.
    async fn takes_mail(&self, domain: &str) -> Result<MailDomain, DnsFailure>;
}

/// For tests and sample data: what is written down, and nothing else. Asks no network.
#[derive(Debug, Clone, Default)]
pub struct WrittenRecords {
    pub texts: HashMap<String, Vec<String>>,
    pub aliases: HashMap<String, String>,
    pub mail: HashMap<String, MailDomain>,
    /// Names nobody answers for.
    pub silent: Vec<String>,
}

impl WrittenRecords {
    fn answers(&self, name: &str) -> Result<(), DnsFailure> {
        match self.silent.iter().any(|silent| silent == name) {
            true => Err(DnsFailure("written down as silent".into())),
            false => Ok(()),
        }
    }
}

#[async_trait]
impl SenderDns for WrittenRecords {
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsFailure> {
        self.answers(name)?;
        Ok(self.texts.get(name).cloned().unwrap_or_default())
    }

    async fn alias(&self, name: &str) -> Result<Option<String>, DnsFailure> {
        self.answers(name)?;
        Ok(self.aliases.get(name).cloned())
    }

    async fn takes_mail(&self, domain: &str) -> Result<MailDomain, DnsFailure> {
        self.answers(domain)?;
        Ok(self.mail.get(domain).cloned().unwrap_or(MailDomain::NoDomain))
    }
}
