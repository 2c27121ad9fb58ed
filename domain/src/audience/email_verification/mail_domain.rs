//! Who takes mail for a domain, as its records say (RFC 5321 section 5.1, RFC 7505).

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::verdict::Reason;

/// An MX record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Lower ones are asked first.
    pub preference: u16,
    /// Without the dot at its end; empty for the root, which means that no mail is taken.
    pub host: String,
}

/// What is known of a domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailDomain {
    /// These take its mail, the preferred ones first.
    Hosts(Vec<String>),
    NoDomain,
    /// It says that it takes none.
    RefusesMail,
    /// Neither an MX record nor an address.
    NoServer,
}

/// Hosts that are remembered of a domain.
const HOSTS: usize = 5;

impl MailDomain {
    /// From its MX records, of which there is at least one. A root among others is somebody's mistake and names nobody.
    pub fn of_exchanges(mut exchanges: Vec<Exchange>) -> Self {
        exchanges.sort_by(|a, b| (a.preference, &a.host).cmp(&(b.preference, &b.host)));
        let mut hosts: Vec<String> = Vec::new();
        for Exchange { host, .. } in exchanges {
            let host = host.trim_end_matches('.').to_ascii_lowercase();
            if !host.is_empty() && !hosts.contains(&host) && hosts.len() < HOSTS {
                hosts.push(host);
            }
        }
        match hosts.is_empty() {
            true => MailDomain::RefusesMail,
            false => MailDomain::Hosts(hosts),
        }
    }

    /// Without an MX record the host of that name takes its mail, if there is one.
    pub fn of_address(domain: &str, has_address: bool) -> Self {
        match has_address {
            true => MailDomain::Hosts(vec![domain.to_owned()]),
            false => MailDomain::NoServer,
        }
    }

    /// The verdict that follows for each of its addresses; none where a mail server can be asked.
    pub fn verdict(&self) -> Option<Reason> {
        match self {
            MailDomain::Hosts(_) => None,
            MailDomain::NoDomain => Some(Reason::NoDomain),
            MailDomain::RefusesMail => Some(Reason::NoMailAccepted),
            MailDomain::NoServer => Some(Reason::NoMailServer),
        }
    }

    /// How long its name servers are not asked again.
    pub fn keeps(&self) -> TimeDelta {
        TimeDelta::days(1)
    }
}

/// How long a domain counts as one that takes mail for any address, or as one that does not.
pub const CATCH_ALL_KEEPS: TimeDelta = TimeDelta::days(30);
