//! Whom email verification asks: name servers, and mail servers where that is set up.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use pivotal_commands::audience::email_verification::Limits;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_infra::email_verification::dialogue::Manners;
use pivotal_infra::email_verification::dns::DnsSettings;
use pivotal_infra::email_verification::probe::ProbeSettings;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct EmailVerificationConfig {
    /// EMAIL_VERIFY_DNS, EMAIL_VERIFY_TIMEOUT_SECONDS.
    pub dns: DnsSettings,
    /// EMAIL_VERIFY_SMTP, EMAIL_VERIFY_HELO, EMAIL_VERIFY_FROM, EMAIL_VERIFY_SMTP_PORT, EMAIL_VERIFY_PRIVATE; none means that mail
    /// servers are not asked.
    pub smtp: Option<ProbeSettings>,
    /// EMAIL_VERIFY_PER_MINUTE, EMAIL_VERIFY_HOST_BUDGET.
    pub limits: Limits,
}

impl EmailVerificationConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let seconds: u64 = source.parsed("EMAIL_VERIFY_TIMEOUT_SECONDS", "a number of seconds", 20);
        let seconds = seconds.clamp(1, 120);
        let servers = servers(source);
        let timeout = Duration::from_secs(seconds.min(10));
        let kept = Limits::default();
        let limits = Limits {
            per_minute: source.parsed("EMAIL_VERIFY_PER_MINUTE", "a number of addresses", kept.per_minute),
            host_budget: source.parsed("EMAIL_VERIFY_HOST_BUDGET", "a number of addresses", kept.host_budget),
            ..kept
        };
        EmailVerificationConfig {
            dns: DnsSettings { servers, timeout },
            smtp: smtp(source, Duration::from_secs(seconds)),
            limits,
        }
    }
}

/// `192.0.2.53`, `127.0.0.1:5353`, several with commas.
fn servers(source: &mut Source) -> Vec<SocketAddr> {
    let text = source.text("EMAIL_VERIFY_DNS").unwrap_or_default();
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty() && *part != "system");
    let read = |part: &str| {
        part.parse::<SocketAddr>().ok().or_else(|| Some(SocketAddr::new(part.parse::<IpAddr>().ok()?, 53)))
    };
    let read: Option<Vec<SocketAddr>> = parts.map(read).collect();
    read.unwrap_or_else(|| {
        source.problem(format!(
            "EMAIL_VERIFY_DNS is \"{text}\"; it must be \"system\", or addresses of name servers such as 192.0.2.53 or 127.0.0.1:5353"
        ));
        Vec::new()
    })
}

fn smtp(source: &mut Source, patience: Duration) -> Option<ProbeSettings> {
    let on = source.flag("EMAIL_VERIFY_SMTP", false);
    let (helo, from) = (source.text("EMAIL_VERIFY_HELO"), source.text("EMAIL_VERIFY_FROM"));
    let port: u16 = source.parsed("EMAIL_VERIFY_SMTP_PORT", "a number of a port", 25);
    let private = source.flag("EMAIL_VERIFY_PRIVATE", false);
    if !on {
        return None;
    }
    let helo = helo.filter(|name| is_host(name));
    let from = from.and_then(|from| EmailAddress::parse(&from).ok());
    if helo.is_none() {
        source.problem(
            "EMAIL_VERIFY_SMTP is on without EMAIL_VERIFY_HELO: say under which name our host is known by reverse DNS".into(),
        );
    }
    if from.is_none() {
        source.problem(
            "EMAIL_VERIFY_SMTP is on without EMAIL_VERIFY_FROM: name an address of ours that takes mail"
                .into(),
        );
    }
    let manners = Manners { helo: helo?, from: from?.into_string(), patience };
    Some(ProbeSettings {
        manners,
        port,
        connect: patience.min(Duration::from_secs(10)),
        whole: patience * 5,
        private,
    })
}

/// It goes into a line that is sent as it is.
fn is_host(name: &str) -> bool {
    name.contains('.')
        && name.len() <= 253
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}
