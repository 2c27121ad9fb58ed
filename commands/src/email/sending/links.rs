//! Addresses of ours in the mails of campaigns: what is clicked, what says that a mail was opened, the way out. Each names the campaign
//! and the mail, is signed and stored nowhere.

use std::sync::Arc;

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::email::tracking::token::{Kind, Token};
use pivotal_domain::email::tracking::verp::{self, Purpose};
use pivotal_log::master_key::MasterKey;
use uuid::Uuid;

use crate::email::tracking::tracking_key;

/// Makes the addresses, and holds the key that their tokens are read with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct TrackingLinks {
    pub key: TrackingKey,
    /// Without a slash at its end.
    public_url: Arc<str>,
    /// Where mails to addresses that name a mail come in to us, if anywhere.
    mail_domain: Option<Arc<str>>,
}

impl TrackingLinks {
    pub fn new(master: &MasterKey, public_url: &str) -> Self {
        let public_url = public_url.trim_end_matches('/').into();
        TrackingLinks { key: tracking_key(master), public_url, mail_domain: None }
    }

    /// Mails to this domain come in to us.
    pub fn with_mail_domain(self, domain: Option<&str>) -> Self {
        TrackingLinks { mail_domain: domain.map(Into::into), ..self }
    }

    /// An address of ours that names the mail. `None`: no mail comes in to us at addresses of that kind.
    pub fn address_of(&self, purpose: Purpose, message: Uuid) -> Option<EmailAddress> {
        let domain = self.mail_domain.as_deref()?;
        EmailAddress::parse(&verp::address(purpose, message, &self.key, domain)).ok()
    }

    /// Where the addresses of a sender's mails begin: at its own domain, or at ours.
    pub fn base(&self, tracking_domain: Option<&str>) -> String {
        tracking_domain.map_or_else(|| self.public_url.to_string(), |domain| format!("https://{domain}"))
    }

    /// What begins with one of these is an address of ours, and nobody's click on it is counted.
    pub fn own(&self, base: &str) -> [String; 2] {
        [format!("{}/", self.public_url), format!("{base}/")]
    }

    pub fn of_mail<'a>(&'a self, base: &'a str, campaign: Uuid, message: Uuid) -> OfMail<'a> {
        OfMail { key: &self.key, base, campaign, message }
    }
}

/// The addresses of one mail.
#[derive(Clone, Copy, Debug)]
pub struct OfMail<'a> {
    key: &'a TrackingKey,
    base: &'a str,
    campaign: Uuid,
    message: Uuid,
}

impl OfMail<'_> {
    /// Leads to the link with this number, as it was pinned.
    pub fn click(&self, number: u16) -> String {
        self.at("t/c", Kind::Click, number)
    }

    pub fn open(&self) -> String {
        self.at("t/o", Kind::Open, 0)
    }

    pub fn trap(&self) -> String {
        self.at("t/x", Kind::Trap, 0)
    }

    pub fn unsubscribe(&self) -> String {
        self.at("u", Kind::Unsubscribe, 0)
    }

    pub fn view(&self) -> String {
        self.at("v", Kind::View, 0)
    }

    fn at(&self, path: &str, kind: Kind, number: u16) -> String {
        let token = Token { kind, campaign: self.campaign, recipient: self.message, number };
        format!("{}/{path}/{}", self.base, token.write(self.key))
    }
}
