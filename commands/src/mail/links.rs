//! Links in mails that let somebody in: each names a record and is signed, and none is stored anywhere, so nobody who reads the
//! database can make one.
//!
//! That a link is good only once is the record's affair: the signature covers what changes when it is used (`bound`).

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use pivotal_log::master_key::MasterKey;
use sha2::Sha256;
use uuid::Uuid;

const MAC: usize = 32;
const LENGTH: usize = 16 + 8 + MAC;

/// What a link is for. One for the one is worth nothing for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Invitation,
    PasswordReset,
    /// To the address that somebody wants to sign in with.
    EmailChange,
    /// To the address they had.
    EmailBack,
    /// An end to somebody's digests. Good for years: mails are kept that long.
    Digest,
    /// An end to mails about single notifications.
    AtOnce,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Purpose::Invitation => "invitation",
            Purpose::PasswordReset => "password reset",
            Purpose::EmailChange => "email change",
            Purpose::EmailBack => "email back",
            Purpose::Digest => "digest",
            Purpose::AtOnce => "at once",
        }
    }

    /// Of the page in the web app.
    fn path(self) -> &'static str {
        match self {
            Purpose::Invitation => "/invitation",
            Purpose::PasswordReset => "/new-password",
            Purpose::EmailChange => "/confirm-email",
            Purpose::EmailBack => "/keep-email",
            Purpose::Digest | Purpose::AtOnce => "/u",
        }
    }
}

/// A token as somebody brought it. Nothing is known of it until [`MailLinks::is_ours`] says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presented {
    pub id: Uuid,
    /// What the purpose says it is: a round, or a moment.
    pub number: i64,
    mac: [u8; MAC],
}

/// Makes and reads links. Cheap to clone.
#[derive(Clone)]
pub struct MailLinks {
    key: Hmac<Sha256>,
    /// Without a slash at its end.
    public_url: Arc<str>,
}

impl std::fmt::Debug for MailLinks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MailLinks({})", self.public_url)
    }
}

impl MailLinks {
    pub fn new(master: &MasterKey, public_url: &str) -> Self {
        let key: Hmac<Sha256> = Hmac::new_from_slice(&master.derive("pivotal mail link v1"))
            .expect("HMAC takes a key of any length");
        MailLinks { key, public_url: public_url.trim_end_matches('/').into() }
    }

    /// A page of the app.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// The token stands behind a `#`: browsers send that part to nobody, so it is in no log and in no referrer.
    pub fn link(&self, purpose: Purpose, id: Uuid, number: i64, bound: &str) -> String {
        format!("{}{}#{}", self.public_url, purpose.path(), self.token(purpose, id, number, bound))
    }

    /// An address that a mail program presses by itself, without a browser (RFC 8058), so the token stands in the path. It lets nobody
    /// in: all it does is to end these mails.
    pub fn leave(&self, purpose: Purpose, user: Uuid) -> String {
        format!("{}{}/{}", self.public_url, purpose.path(), self.token(purpose, user, 0, ""))
    }

    pub fn token(&self, purpose: Purpose, id: Uuid, number: i64, bound: &str) -> String {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.extend_from_slice(id.as_bytes());
        bytes.extend_from_slice(&number.to_be_bytes());
        bytes.extend_from_slice(&self.mac(purpose, id, number, bound).finalize().into_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// `None`: it is no token at all.
    pub fn read(token: &str) -> Option<Presented> {
        let bytes = URL_SAFE_NO_PAD.decode(token.trim()).ok()?;
        let bytes: [u8; LENGTH] = bytes.try_into().ok()?;
        let (id, rest) = bytes.split_at(16);
        let (number, mac) = rest.split_at(8);
        Some(Presented {
            id: Uuid::from_slice(id).ok()?,
            number: i64::from_be_bytes(number.try_into().ok()?),
            mac: mac.try_into().ok()?,
        })
    }

    /// Whether we made it, for this purpose and for the record as it is now. In constant time.
    pub fn is_ours(&self, presented: &Presented, purpose: Purpose, bound: &str) -> bool {
        self.mac(purpose, presented.id, presented.number, bound).verify_slice(&presented.mac).is_ok()
    }

    fn mac(&self, purpose: Purpose, id: Uuid, number: i64, bound: &str) -> Hmac<Sha256> {
        let mut mac = self.key.clone();
        mac.update(purpose.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(id.as_bytes());
        mac.update(&number.to_be_bytes());
        mac.update(bound.as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(byte: u8) -> MailLinks {
        MailLinks::new(&MasterKey::from_bytes([byte; 32]), "https://crm.example.com/")
    }

    const ID: Uuid = Uuid::from_u128(7);

    #[test]
    fn a_token_says_what_it_was_made_of() {
        let presented = MailLinks::read(&links(1).token(Purpose::Invitation, ID, 3, "")).unwrap();
        assert_eq!((presented.id, presented.number), (ID, 3));
        assert!(links(1).is_ours(&presented, Purpose::Invitation, ""));
    }

    #[test]
    fn of_another_key_purpose_or_record_it_is_nothing() {
        let presented = MailLinks::read(&links(1).token(Purpose::PasswordReset, ID, 3, "hash")).unwrap();
        assert!(!links(2).is_ours(&presented, Purpose::PasswordReset, "hash"));
        assert!(!links(1).is_ours(&presented, Purpose::Invitation, "hash"));
        assert!(!links(1).is_ours(&presented, Purpose::PasswordReset, "another hash"));
        let forged = Presented { number: 4, ..presented };
        assert!(!links(1).is_ours(&forged, Purpose::PasswordReset, "hash"));
    }

    #[test]
    fn rubbish_is_no_token() {
        for rubbish in ["", "x", "....", &"A".repeat(500), "ä", "YWJj"] {
            assert_eq!(MailLinks::read(rubbish), None, "{rubbish}");
        }
    }

    #[test]
    fn a_link_leads_to_its_page_and_tells_no_server_its_token() {
        let link = links(1).link(Purpose::Invitation, ID, 1, "");
        assert!(link.starts_with("https://crm.example.com/invitation#"), "{link}");
    }
}
