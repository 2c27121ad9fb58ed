//! What the records of a sender's domains say, by the same name servers that email verification asks.

use async_trait::async_trait;
use hickory_resolver::proto::rr::{RData, RecordType};
use pivotal_commands::ports::mail_dns::{DnsFailure, MailDns as _};
use pivotal_commands::ports::sender_dns::SenderDns;
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;

use crate::email_verification::dns::HickoryDns;

/// TXT records that are looked at under one name; a domain that was signed up with everybody has dozens.
const MOST: usize = 100;

#[async_trait]
impl SenderDns for HickoryDns {
    async fn texts(&self, name: &str) -> Result<Vec<String>, DnsFailure> {
        let text = |data: RData| match data {
            // A text longer than 255 bytes comes in several strings that are one (RFC 7208, section 3.3).
            RData::TXT(txt) => Some(String::from_utf8_lossy(&txt.txt_data.concat()).into_owned()),
            _ => None,
        };
        let records = self.records(name, RecordType::TXT).await?;
        Ok(records.into_iter().filter_map(text).take(MOST).collect())
    }

    async fn alias(&self, name: &str) -> Result<Option<String>, DnsFailure> {
        let target = |data: RData| match data {
            RData::CNAME(cname) => Some(cname.0.to_ascii().trim_end_matches('.').to_ascii_lowercase()),
            _ => None,
        };
        Ok(self.records(name, RecordType::CNAME).await?.into_iter().find_map(target))
    }

    async fn takes_mail(&self, domain: &str) -> Result<MailDomain, DnsFailure> {
        self.mail_domain(domain).await
    }
}
