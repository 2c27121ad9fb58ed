//! Through whom mail leaves. What lets us in there (a key, a password) stands in the configuration alone.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// Nothing leaves: mail is read on a page of ours.
    TestMailbox,
    Smtp,
    Ses,
    #[serde(rename = "sendgrid")]
    SendGrid,
    Mailgun,
}

impl Provider {
    pub const ALL: [Provider; 5] =
        [Provider::TestMailbox, Provider::Smtp, Provider::Ses, Provider::SendGrid, Provider::Mailgun];

    /// As written in the configuration and in paths.
    pub const fn as_str(self) -> &'static str {
        match self {
            Provider::TestMailbox => "test_mailbox",
            Provider::Smtp => "smtp",
            Provider::Ses => "ses",
            Provider::SendGrid => "sendgrid",
            Provider::Mailgun => "mailgun",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Provider::TestMailbox => "Test mailbox",
            Provider::Smtp => "SMTP",
            Provider::Ses => "Amazon SES",
            Provider::SendGrid => "SendGrid",
            Provider::Mailgun => "Mailgun",
        }
    }

    pub fn parse(text: &str) -> Option<Provider> {
        Provider::ALL.into_iter().find(|provider| provider.as_str() == text)
    }

    /// What an SPF record names when it lets the provider's servers send, as its own documents say.
    pub const fn spf(self) -> Option<&'static str> {
        match self {
            Provider::Ses => Some("include:amazonses.com"),
            Provider::SendGrid => Some("include:sendgrid.net"),
            Provider::Mailgun => Some("include:mailgun.org"),
            // Whose servers these are, the configuration says.
            Provider::TestMailbox | Provider::Smtp => None,
        }
    }
}

/// The account there is always one of.
pub const TEST: &str = "test";

/// An account with a provider, as the configuration names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub provider: Provider,
    /// The SPF mechanism of its servers, where the provider has not one for everybody: `ip4:192.0.2.10`, `include:_spf.example.com`.
    pub spf: Option<String>,
}

impl Account {
    pub fn test() -> Self {
        Account { name: TEST.to_owned(), provider: Provider::TestMailbox, spf: None }
    }

    /// The mechanism an SPF record has to have for it; none: nobody told us.
    pub fn spf_mechanism(&self) -> Option<&str> {
        self.spf.as_deref().or(self.provider.spf())
    }
}
