//! A language model outside, for industries that the rules cannot tell. Off unless it is set up.

use std::time::Duration;

use pivotal_infra::industry_model::ModelSettings;
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct ModelConfig {
    /// LLM_URL, LLM_MODEL, LLM_API_KEY, LLM_TIMEOUT_SECONDS; none means that nobody outside is asked.
    pub industries: Option<ModelSettings>,
}

impl ModelConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let (url, model, key) =
            (source.text("LLM_URL"), source.text("LLM_MODEL"), source.text("LLM_API_KEY"));
        let seconds: u64 = source.parsed("LLM_TIMEOUT_SECONDS", "a number of seconds", 20);
        if url.as_ref().is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://")) {
            source.problem("LLM_URL must begin with http:// or https://".into());
        }
        let timeout = Duration::from_secs(seconds.clamp(1, 300));
        let industries = match (url, model) {
            (Some(url), Some(model)) => {
                Some(ModelSettings { url, model, key: key.map(SecretString::from), timeout })
            }
            (None, None) => None,
            (Some(_), None) => {
                source.problem("LLM_URL is set without LLM_MODEL: say which model is asked".into());
                None
            }
            (None, Some(_)) => {
                source.problem("LLM_MODEL is set without LLM_URL: say where it is asked".into());
                None
            }
        };
        ModelConfig { industries }
    }
}
