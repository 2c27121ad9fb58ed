//! Who a mail comes from and how it is sent: what people enter, made into what is kept.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::SenderError;
use super::provider::{Account, Provider};
use super::ramp::Ramp;
use crate::audience::values::domain_name::canonical_host;
use crate::audience::values::email::EmailAddress;
use crate::audience::values::text;
use crate::identity::name::tidy_name;

/// Longest physical address, in characters.
pub const LONGEST_ADDRESS: usize = 500;
/// Longest record of a key that a provider shows, in characters.
pub const LONGEST_KEY: usize = 2_000;

/// Whom people see as the sender. Often one of ours, by name: sealed in the log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Who {
    pub from_name: String,
    pub from_address: String,
    /// None: replies go to the address it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
}

/// All that is about nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    pub brand: Uuid,
    /// Of the address it comes from: lower case, punycode.
    pub from_domain: String,
    /// Of the address replies go to.
    pub reply_domain: String,
    /// Of the company, as the law wants it at the foot of each mail.
    pub physical_address: String,
    /// Under which links and pictures of its mails stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_domain: Option<String>,
    pub provider: Provider,
    /// The name of an account of the configuration.
    pub account: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dkim: Option<DkimKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramp: Option<Ramp>,
}

/// The key with which the provider signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DkimKey {
    pub selector: String,
    /// What the provider says to publish: a TXT record's text or a CNAME's target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// As people enter it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    pub brand: Uuid,
    pub physical_address: String,
    pub tracking_domain: Option<String>,
    pub account: String,
    pub dkim_selector: Option<String>,
    pub dkim_record: Option<String>,
    pub ramp: Option<Ramp>,
}

impl Draft {
    /// What is kept of it. `accounts`: those of the configuration.
    pub fn read(self, accounts: &[Account]) -> Result<(Who, Setup), SenderError> {
        let from_name = tidy_name(&self.from_name).map_err(SenderError::FromName)?;
        let from = address(&self.from_address, "fromAddress")?;
        let reply = given(self.reply_to).map(|raw| address(&raw, "replyTo")).transpose()?;
        let reply = reply.filter(|reply| *reply != from);
        let physical_address = text::lines(&self.physical_address);
        if physical_address.is_empty() {
            return Err(SenderError::PhysicalAddressMissing);
        }
        if physical_address.chars().count() > LONGEST_ADDRESS {
            return Err(SenderError::PhysicalAddressTooLong);
        }
        let account = self.account.trim();
        let Some(account) = accounts.iter().find(|known| known.name == account) else {
            return Err(SenderError::AccountUnknown(shown(account)));
        };
        let tracking_domain = given(self.tracking_domain).map(|raw| tracking(&raw)).transpose()?;
        let setup = Setup {
            brand: self.brand,
            from_domain: from.domain().to_owned(),
            reply_domain: reply.as_ref().unwrap_or(&from).domain().to_owned(),
            physical_address,
            tracking_domain,
            provider: account.provider,
            account: account.name.clone(),
            dkim: dkim(self.dkim_selector, self.dkim_record)?,
            ramp: self.ramp.map(Ramp::checked).transpose()?,
        };
        let who = Who {
            from_name,
            from_address: from.into_string(),
            reply_to: reply.map(EmailAddress::into_string),
        };
        Ok((who, setup))
    }
}

fn address(raw: &str, field: &'static str) -> Result<EmailAddress, SenderError> {
    let refused = |why: String| SenderError::AddressInvalid { field, raw: shown(raw), why };
    let address = EmailAddress::parse(raw.trim()).map_err(|error| refused(error.to_string()))?;
    if address.domain().contains('.') {
        Ok(address)
    } else {
        Err(refused("its domain has no dot".to_owned()))
    }
}

fn tracking(raw: &str) -> Result<String, SenderError> {
    let host = canonical_host(raw.trim()).ok().filter(|host| host.contains('.'));
    host.ok_or_else(|| SenderError::TrackingDomainInvalid(shown(raw)))
}

fn dkim(selector: Option<String>, record: Option<String>) -> Result<Option<DkimKey>, SenderError> {
    let record = given(record).map(|record| text::line(&record)).filter(|record| !record.is_empty());
    if record.as_ref().is_some_and(|record| record.chars().count() > LONGEST_KEY) {
        return Err(SenderError::DkimRecordTooLong);
    }
    match given(selector) {
        None if record.is_some() => Err(SenderError::DkimSelectorMissing),
        None => Ok(None),
        Some(selector) => {
            let selector = selector.trim().to_ascii_lowercase();
            let fine = |label: &str| {
                (1..=63).contains(&label.len())
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            };
            if selector.len() > 120 || !selector.split('.').all(fine) {
                return Err(SenderError::DkimSelectorInvalid(shown(&selector)));
            }
            Ok(Some(DkimKey { selector, record }))
        }
    }
}

fn given(raw: Option<String>) -> Option<String> {
    raw.filter(|text| !text.trim().is_empty())
}

/// Enough of what was typed to recognise it.
pub(super) fn shown(raw: &str) -> String {
    raw.trim().chars().take(80).collect()
}
