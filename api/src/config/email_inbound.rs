//! Mailboxes that replies and reports of delivery come in to, one for each account that has one.

use std::collections::BTreeMap;

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::senders::provider::Account;
use pivotal_infra::imap::{ImapSecurity, ImapSettings};
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone, Default)]
pub struct EmailInboundConfig {
    /// By the account's name.
    pub mailboxes: BTreeMap<String, ImapSettings>,
    /// PIVOTAL_EMAIL_BOUNCE_DOMAIN: whatever is sent to any address there comes in to us.
    pub bounce_domain: Option<String>,
}

impl EmailInboundConfig {
    pub(super) fn read(source: &mut Source, named: &[Account]) -> Self {
        let mut mailboxes = BTreeMap::new();
        for Account { name, .. } in named {
            let prefix = format!("PIVOTAL_MAIL_{}_IMAP_", name.to_ascii_uppercase().replace('-', "_"));
            if let Some(settings) = mailbox(source, &prefix) {
                mailboxes.insert(name.clone(), settings);
            }
        }
        EmailInboundConfig { mailboxes, bounce_domain: bounce_domain(source) }
    }
}

fn bounce_domain(source: &mut Source) -> Option<String> {
    const NAME: &str = "PIVOTAL_EMAIL_BOUNCE_DOMAIN";
    let domain = source.text(NAME)?.to_lowercase();
    if EmailAddress::parse(&format!("bounces@{domain}")).is_err() {
        source.problem(format!("{NAME} is \"{domain}\"; it must be a domain, like bounces.example.com"));
        return None;
    }
    Some(domain)
}

/// `None`: there is none, or what is wrong with it is said.
fn mailbox(source: &mut Source, prefix: &str) -> Option<ImapSettings> {
    let host = source.text(&format!("{prefix}HOST"));
    let user = source.text(&format!("{prefix}USER"));
    let password = source.text(&format!("{prefix}PASSWORD"));
    let folder = source.text(&format!("{prefix}FOLDER")).unwrap_or_else(|| "INBOX".to_owned());
    let security = match source.text(&format!("{prefix}SECURITY")).as_deref() {
        None | Some("tls") => ImapSecurity::Tls,
        Some("none") => ImapSecurity::None,
        Some(other) => {
            source.problem(format!("{prefix}SECURITY is \"{other}\"; it must be tls or none"));
            ImapSecurity::Tls
        }
    };
    let default = if security == ImapSecurity::Tls { 993 } else { 143 };
    let port = source.parsed(&format!("{prefix}PORT"), "a number of a port", default);
    match (host, user, password) {
        (None, None, None) => None,
        (Some(host), Some(user), Some(password)) => {
            let password = SecretString::from(password);
            Some(ImapSettings { host, port, security, user, password, folder })
        }
        _ => {
            source
                .problem(format!("{prefix}HOST, {prefix}USER and {prefix}PASSWORD are needed all, or none"));
            None
        }
    }
}
