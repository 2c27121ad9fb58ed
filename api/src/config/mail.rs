//! Where mail to our own users goes.

use std::time::Duration;

use pivotal_infra::mail::smtp::{SmtpMailer, SmtpSecurity, SmtpSettings};
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct MailConfig {
    /// SMTP_HOST, SMTP_PORT, SMTP_SECURITY, SMTP_USER, SMTP_PASSWORD, SMTP_TIMEOUT_SECONDS, MAIL_FROM; none means the test
    /// mailbox.
    pub smtp: Option<SmtpSettings>,
}

impl MailConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let (host, from) = (source.text("SMTP_HOST"), source.text("MAIL_FROM"));
        let (user, password) = (source.text("SMTP_USER"), source.text("SMTP_PASSWORD"));
        let port = source.text("SMTP_PORT").map(|text| (text.parse::<u16>().ok(), text));
        let security = source.text("SMTP_SECURITY");
        let seconds: u64 = source.parsed("SMTP_TIMEOUT_SECONDS", "a number of seconds", 30);
        if let Some((None, text)) = &port {
            source.problem(format!("SMTP_PORT is \"{text}\"; it must be a number of a port"));
        }
        let security = match security.as_deref() {
            None | Some("starttls") => SmtpSecurity::StartTls,
            Some("tls") => SmtpSecurity::Tls,
            Some("none") => SmtpSecurity::None,
            Some(other) => {
                let problem = format!("SMTP_SECURITY is \"{other}\"; it must be starttls, tls or none");
                source.problem(problem);
                SmtpSecurity::StartTls
            }
        };
        let login = match (user, password) {
            (Some(user), Some(password)) => Some((user, SecretString::from(password))),
            (None, None) => None,
            _ => {
                source.problem(
                    "a mail server that wants a login needs both SMTP_USER and SMTP_PASSWORD".into(),
                );
                None
            }
        };
        let Some(host) = host else { return MailConfig { smtp: None } };
        let Some(from) = from else {
            source.problem("SMTP_HOST is set without MAIL_FROM: say whom mail comes from".into());
            return MailConfig { smtp: None };
        };
        let port = port.and_then(|(port, _)| port);
        let timeout = Duration::from_secs(seconds.clamp(1, 300));
        let settings = SmtpSettings { host, port, security, login, from, timeout };
        // Connects to nobody; says whether the settings can be used at all.
        if let Err(error) = SmtpMailer::new(settings.clone()) {
            source.problem(error.to_string());
        }
        MailConfig { smtp: Some(settings) }
    }
}
