//! The accounts that campaigns are sent through. Each has a name, which senders are set up with, and settings of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::ports::email_provider::EmailProvider;
use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_infra::email_providers::mailgun::{MailgunProvider, MailgunSettings};
use pivotal_infra::email_providers::sendgrid::{SendGridProvider, SendGridSettings};
use pivotal_infra::email_providers::ses::{SesProvider, SesSettings};
use pivotal_infra::email_providers::smtp::{SmtpAccountSettings, SmtpProvider};
use pivotal_infra::email_providers::test_mailbox::TestMailboxProvider;
use pivotal_infra::mail::smtp::SmtpSecurity;
use pivotal_infra::mail::test_mailbox::TestMailbox;
use secrecy::SecretString;

use super::source::Source;

/// Seconds for one answer of a provider.
const LONGEST_TIMEOUT: u64 = 60;

#[derive(Debug, Clone, Default)]
pub struct EmailAccountsConfig {
    /// Those that senders may be set up with, as PIVOTAL_MAIL_<NAME>_... says; the test mailbox is always among them.
    pub accounts: BTreeMap<String, EmailAccount>,
    /// Those that are named and have no settings: senders may be made for them, and nothing leaves through them.
    pub not_set_up: Vec<String>,
    /// PIVOTAL_MAIL_<NAME>_PER_SECOND: mails a second at most, over all campaigns.
    pub paces: BTreeMap<String, u32>,
}

#[derive(Debug, Clone)]
pub enum EmailAccount {
    /// Mails are kept and shown, and reach nobody.
    Test,
    Smtp(SmtpAccountSettings),
    Ses(SesSettings),
    SendGrid(SendGridSettings),
    Mailgun(MailgunSettings),
}

impl EmailAccount {
    /// Asks nobody yet.
    pub fn provider(&self, mailbox: &Arc<TestMailbox>) -> Result<Arc<dyn EmailProvider>, String> {
        Ok(match self {
            EmailAccount::Test => Arc::new(TestMailboxProvider(mailbox.clone())),
            EmailAccount::Smtp(settings) => Arc::new(smtp_provider(settings)?),
            EmailAccount::Ses(settings) => Arc::new(ses_provider(settings)?),
            EmailAccount::SendGrid(settings) => Arc::new(sendgrid_provider(settings)?),
            EmailAccount::Mailgun(settings) => Arc::new(mailgun_provider(settings)?),
        })
    }

    /// Whether the settings can be used at all.
    fn check(&self) -> Result<(), String> {
        match self {
            EmailAccount::Test => Ok(()),
            EmailAccount::Smtp(settings) => smtp_provider(settings).map(drop),
            EmailAccount::Ses(settings) => ses_provider(settings).map(drop),
            EmailAccount::SendGrid(settings) => sendgrid_provider(settings).map(drop),
            EmailAccount::Mailgun(settings) => mailgun_provider(settings).map(drop),
        }
    }
}

fn smtp_provider(settings: &SmtpAccountSettings) -> Result<SmtpProvider, String> {
    SmtpProvider::new(settings.clone()).map_err(|error| error.to_string())
}

fn ses_provider(settings: &SesSettings) -> Result<SesProvider, String> {
    SesProvider::new(settings.clone()).map_err(|error| error.to_string())
}

fn sendgrid_provider(settings: &SendGridSettings) -> Result<SendGridProvider, String> {
    SendGridProvider::new(settings.clone()).map_err(|error| error.to_string())
}

fn mailgun_provider(settings: &MailgunSettings) -> Result<MailgunProvider, String> {
    MailgunProvider::new(settings.clone()).map_err(|error| error.to_string())
}

impl EmailAccountsConfig {
    /// The settings of each account that senders may be set up with.
    pub(super) fn read(source: &mut Source, named: &[Account]) -> Self {
        let mut config = EmailAccountsConfig::default();
        let mut prefixes = BTreeSet::new();
        for Account { name, provider, .. } in named {
            let prefix = format!("PIVOTAL_MAIL_{}_", name.to_ascii_uppercase().replace('-', "_"));
            if !prefixes.insert(prefix.clone()) {
                source.problem(format!(
                    "PIVOTAL_MAIL_ACCOUNTS: \"{name}\" has the settings of another account"
                ));
                continue;
            }
            if let Some(pace) = pace(source, &prefix) {
                config.paces.insert(name.clone(), pace);
            }
            match account(source, prefix, *provider) {
                Read::Whole(account) => {
                    config.accounts.insert(name.clone(), account);
                }
                Read::Nothing => config.not_set_up.push(name.clone()),
                Read::Wrong => {}
            }
        }
        config
    }
}

/// `None`: as fast as it takes mail.
fn pace(source: &mut Source, prefix: &str) -> Option<u32> {
    let (setting, expects) = (format!("{prefix}PER_SECOND"), "a number of mails, 1 or more");
    let text = source.text(&setting)?;
    let pace = source.parsed(&setting, expects, 1_u32);
    if pace == 0 {
        source.problem(format!("{setting} is \"{text}\"; it must be {expects}"));
    }
    Some(pace)
}

/// What became of an account's settings.
enum Read {
    Whole(EmailAccount),
    /// None is set.
    Nothing,
    /// What is missing or wrong is said.
    Wrong,
}

fn account(source: &mut Source, prefix: String, provider: Provider) -> Read {
    let mut of = Of { prefix, source, any: false, missing: Vec::new() };
    let account = match provider {
        Provider::Smtp => of.smtp().map(EmailAccount::Smtp),
        Provider::Ses => of.ses().map(EmailAccount::Ses),
        Provider::SendGrid => of.sendgrid().map(EmailAccount::SendGrid),
        Provider::Mailgun => of.mailgun().map(EmailAccount::Mailgun),
        Provider::TestMailbox => return Read::Whole(EmailAccount::Test),
    };
    if !of.any {
        return Read::Nothing;
    }
    for setting in std::mem::take(&mut of.missing) {
        of.problem(setting, "is not set");
    }
    match account.map(|account| (account.check(), account)) {
        Some((Ok(()), account)) => Read::Whole(account),
        Some((Err(error), _)) => {
            let problem = format!("{}... cannot be used: {error}", of.prefix);
            of.source.problem(problem);
            Read::Wrong
        }
        None => Read::Wrong,
    }
}

/// Settings of one account.
struct Of<'a> {
    prefix: String,
    source: &'a mut Source,
    /// Whether any is set.
    any: bool,
    missing: Vec<&'static str>,
}

impl Of<'_> {
    fn smtp(&mut self) -> Option<SmtpAccountSettings> {
        let (host, helo, timeout) = (self.required("HOST"), self.text("HELO"), self.timeout());
        let (user, password) = (self.text("USER"), self.text("PASSWORD"));
        let port = self.text("PORT").and_then(|text| {
            let port = text.parse::<u16>().ok().filter(|port| *port > 0);
            if port.is_none() {
                self.problem("PORT", &format!("is \"{text}\"; it must be a number of a port"));
            }
            port
        });
        let security = match self.text("SECURITY").as_deref() {
            None | Some("starttls") => SmtpSecurity::StartTls,
            Some("tls") => SmtpSecurity::Tls,
            Some("none") => SmtpSecurity::None,
            Some(other) => {
                self.problem("SECURITY", &format!("is \"{other}\"; it must be starttls, tls or none"));
                SmtpSecurity::StartTls
            }
        };
        if helo.as_deref().is_some_and(|helo| !is_host(helo)) {
            self.problem("HELO", "must be the name of a host");
        }
        let login = match (user, password) {
            (Some(user), Some(password)) => Some((user, SecretString::from(password))),
            (None, None) => None,
            _ => {
                self.problem("USER", "and its PASSWORD are needed both, or neither");
                None
            }
        };
        let connections = self.number("CONNECTIONS", "a number of connections", 4);
        Some(SmtpAccountSettings { host: host?, port, security, login, helo, connections, timeout })
    }

    fn ses(&mut self) -> Option<SesSettings> {
        let (region, access_key) = (self.required("REGION"), self.required("ACCESS_KEY"));
        let (secret_key, session_token) = (self.secret("SECRET_KEY"), self.text("SESSION_TOKEN"));
        let (configuration_set, url) = (self.text("CONFIGURATION_SET"), self.text("URL"));
        let (at_once, timeout) = (self.at_once(), self.timeout());
        if region.as_deref().is_some_and(|region| !is_host(region)) {
            self.problem("REGION", "must be a region, as eu-central-1");
        }
        if let Some(url) = &url {
            self.web(url);
        }
        Some(SesSettings {
            region: region?,
            access_key: access_key?,
            secret_key: secret_key?,
            session_token: session_token.map(SecretString::from),
            configuration_set,
            url,
            at_once,
            timeout,
        })
    }

    fn sendgrid(&mut self) -> Option<SendGridSettings> {
        let key = self.secret("API_KEY");
        let url = self.text("URL").unwrap_or_else(|| "https://api.sendgrid.com".to_owned());
        self.web(&url);
        let (at_once, timeout) = (self.at_once(), self.timeout());
        Some(SendGridSettings { key: key?, url, at_once, timeout })
    }

    fn mailgun(&mut self) -> Option<MailgunSettings> {
        let (key, domain) = (self.secret("API_KEY"), self.required("DOMAIN"));
        let url = self.text("URL").unwrap_or_else(|| "https://api.mailgun.net".to_owned());
        self.web(&url);
        let (at_once, timeout) = (self.at_once(), self.timeout());
        Some(MailgunSettings { key: key?, domain: domain?, url, at_once, timeout })
    }

    /// A key goes over it.
    fn web(&mut self, url: &str) {
        let local = ["http://127.0.0.1:", "http://localhost:"].iter().any(|start| url.starts_with(start));
        if !url.starts_with("https://") && !local {
            self.problem("URL", "must begin with https://");
        }
    }

    /// Never longer: with the wait for room and the steps before the mail, a hand-over would last past the moment from which it is taken for
    /// abandoned, and what it comes to would not be believed any more.
    fn timeout(&mut self) -> Duration {
        let seconds: u64 = self.number("TIMEOUT_SECONDS", "a number of seconds", 60);
        Duration::from_secs(seconds.clamp(1, LONGEST_TIMEOUT))
    }

    fn at_once(&mut self) -> usize {
        self.number("AT_ONCE", "a number of requests", 10)
    }

    fn text(&mut self, setting: &str) -> Option<String> {
        let text = self.source.text(&format!("{}{setting}", self.prefix));
        self.any |= text.is_some();
        text
    }

    fn number<T: FromStr>(&mut self, setting: &str, expects: &str, default: T) -> T {
        match self.text(setting) {
            Some(_) => self.source.parsed(&format!("{}{setting}", self.prefix), expects, default),
            None => default,
        }
    }

    fn required(&mut self, setting: &'static str) -> Option<String> {
        let text = self.text(setting);
        if text.is_none() {
            self.missing.push(setting);
        }
        text
    }

    fn secret(&mut self, setting: &'static str) -> Option<SecretString> {
        self.required(setting).map(SecretString::from)
    }

    fn problem(&mut self, setting: &str, problem: &str) {
        self.source.problem(format!("{}{setting} {problem}", self.prefix));
    }
}

/// Letters, digits, dots and hyphens: nothing that would end a line or an address.
fn is_host(text: &str) -> bool {
    text.len() <= 253 && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}
