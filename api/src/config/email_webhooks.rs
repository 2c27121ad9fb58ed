//! By what it is known that a message about emails comes from a provider, for each account that campaigns are sent through.

use std::collections::BTreeMap;

use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_domain::email::webhooks::signature::sendgrid::PublicKey;
use secrecy::SecretString;

use super::source::Source;

/// Shortest key that mails may be brought in with.
const INBOUND_MIN: usize = 16;

#[derive(Debug, Clone, Default)]
pub struct EmailWebhooksConfig {
    /// By the account's name. One without a key takes nothing in.
    pub accounts: BTreeMap<String, WebhookAccount>,
}

#[derive(Debug, Clone)]
pub struct WebhookAccount {
    pub provider: Provider,
    pub key: Option<WebhookKey>,
    /// What mails are brought in with.
    pub inbound: Option<SecretString>,
}

#[derive(Debug, Clone)]
pub enum WebhookKey {
    SendGrid(PublicKey),
    Mailgun(SecretString),
    /// The topics that may speak to us.
    Ses(Vec<String>),
}

impl EmailWebhooksConfig {
    pub(super) fn read(source: &mut Source, named: &[Account]) -> Self {
        let mut accounts = BTreeMap::new();
        for Account { name, provider, .. } in named {
            if *provider == Provider::TestMailbox {
                continue;
            }
            let prefix = format!("PIVOTAL_MAIL_{}_", name.to_ascii_uppercase().replace('-', "_"));
            let key = key(source, &prefix, *provider);
            let inbound = source.text(&format!("{prefix}INBOUND_KEY"));
            if inbound.as_ref().is_some_and(|key| key.len() < INBOUND_MIN) {
                source.problem(format!("{prefix}INBOUND_KEY must have {INBOUND_MIN} characters or more"));
            }
            let inbound = inbound.map(SecretString::from);
            accounts.insert(name.clone(), WebhookAccount { provider: *provider, key, inbound });
        }
        EmailWebhooksConfig { accounts }
    }

    /// The account, or the only one of the provider where none is named.
    pub fn account(&self, provider: Provider, name: Option<&str>) -> Option<(&String, &WebhookAccount)> {
        let mut of_provider = self.accounts.iter().filter(|(_, account)| account.provider == provider);
        match name {
            Some(name) => of_provider.find(|(other, _)| other.as_str() == name),
            None => of_provider.next().filter(|_| of_provider.next().is_none()),
        }
    }
}

fn key(source: &mut Source, prefix: &str, provider: Provider) -> Option<WebhookKey> {
    match provider {
        Provider::SendGrid => {
            let setting = format!("{prefix}WEBHOOK_KEY");
            let text = source.text(&setting)?;
            let key = PublicKey::read(&text).ok();
            if key.is_none() {
                source.problem(format!("{setting} must be the verification key that SendGrid shows"));
            }
            key.map(WebhookKey::SendGrid)
        }
        Provider::Mailgun => {
            let key = source.text(&format!("{prefix}WEBHOOK_KEY"))?;
            Some(WebhookKey::Mailgun(SecretString::from(key)))
        }
        Provider::Ses => {
            let setting = format!("{prefix}TOPIC_ARN");
            let text = source.text(&setting)?;
            let topics: Vec<String> = text
                .split(',')
                .map(|topic| topic.trim().to_owned())
                .filter(|topic| !topic.is_empty())
                .collect();
            if topics.iter().any(|topic| !topic.starts_with("arn:")) {
                source.problem(format!(
                    "{setting} must be topics of SNS, as arn:aws:sns:eu-central-1:123456789012:mail"
                ));
            }
            Some(WebhookKey::Ses(topics))
        }
        Provider::Smtp | Provider::TestMailbox => None,
    }
}
