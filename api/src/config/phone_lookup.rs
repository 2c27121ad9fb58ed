//! Whom carrier look-ups ask. In production nobody, until a key is set.

use std::time::Duration;

use pivotal_commands::audience::phone_validity::Pace;
use pivotal_infra::phone_validity::telnyx::{TelnyxLookup, TelnyxSettings};
use secrecy::SecretString;

use super::mode::Mode;
use super::source::Source;

#[derive(Debug, Clone)]
pub struct PhoneLookupConfig {
    /// PIVOTAL_PHONE_LOOKUP, PIVOTAL_TELNYX_API_KEY, PIVOTAL_TELNYX_URL, PIVOTAL_TELNYX_TIMEOUT_SECONDS.
    pub provider: PhoneLookupProvider,
    /// PIVOTAL_PHONE_LOOKUP_PER_MINUTE.
    pub pace: Pace,
}

#[derive(Debug, Clone)]
pub enum PhoneLookupProvider {
    /// Nobody is asked.
    Off,
    /// Answers are made up, for numbers that are nobody's.
    Test,
    Telnyx(TelnyxSettings),
}

impl PhoneLookupProvider {
    /// As the port names it; none where nobody is asked.
    pub fn name(&self) -> Option<&'static str> {
        match self {
            PhoneLookupProvider::Off => None,
            PhoneLookupProvider::Test => Some("test"),
            PhoneLookupProvider::Telnyx(_) => Some("telnyx"),
        }
    }
}

impl PhoneLookupConfig {
    pub(super) fn read(source: &mut Source, mode: Mode) -> Self {
        let kept = Pace::default();
        let per_minute =
            source.parsed("PIVOTAL_PHONE_LOOKUP_PER_MINUTE", "a number of phone numbers", kept.per_minute);
        PhoneLookupConfig { provider: provider(source, mode), pace: Pace { per_minute, ..kept } }
    }
}

fn provider(source: &mut Source, mode: Mode) -> PhoneLookupProvider {
    let (said, telnyx) = (source.text("PIVOTAL_PHONE_LOOKUP"), telnyx(source));
    match (said.as_deref(), telnyx) {
        (None | Some("telnyx"), Some(settings)) => PhoneLookupProvider::Telnyx(settings),
        (Some("telnyx"), None) => {
            source.problem(
                "PIVOTAL_PHONE_LOOKUP is telnyx without PIVOTAL_TELNYX_API_KEY: set the key of your account there".into(),
            );
            PhoneLookupProvider::Off
        }
        (Some("test"), _) if mode == Mode::Production => {
            source.problem(
                "PIVOTAL_PHONE_LOOKUP is test: its answers are made up, so it is for development only".into(),
            );
            PhoneLookupProvider::Off
        }
        (Some("test"), _) => PhoneLookupProvider::Test,
        (Some("off"), _) => PhoneLookupProvider::Off,
        (Some(other), _) => {
            source.problem(format!("PIVOTAL_PHONE_LOOKUP is \"{other}\"; it must be off, test or telnyx"));
            PhoneLookupProvider::Off
        }
        (None, None) if mode == Mode::Development => PhoneLookupProvider::Test,
        (None, None) => PhoneLookupProvider::Off,
    }
}

fn telnyx(source: &mut Source) -> Option<TelnyxSettings> {
    let (key, url) = (source.text("PIVOTAL_TELNYX_API_KEY"), source.text("PIVOTAL_TELNYX_URL"));
    let seconds: u64 = source.parsed("PIVOTAL_TELNYX_TIMEOUT_SECONDS", "a number of seconds", 15);
    let url = url.unwrap_or_else(|| "https://api.telnyx.com/v2".to_owned());
    if !url.starts_with("http://") && !url.starts_with("https://") {
        source.problem("PIVOTAL_TELNYX_URL must begin with http:// or https://".into());
    }
    let timeout = Duration::from_secs(seconds.clamp(1, 120));
    let settings = TelnyxSettings { url, key: SecretString::from(key?), timeout };
    // Connects to nobody; says whether the settings can be used at all.
    if let Err(error) = TelnyxLookup::new(settings.clone()) {
        source.problem(error.to_string());
    }
    Some(settings)
}
