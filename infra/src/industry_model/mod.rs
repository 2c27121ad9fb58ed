//! A language model behind the OpenAI shape of API (`POST <url>/chat/completions`), asked what a company does. Off unless it is
//! set up.
//!
//! What leaves the house is the company's name, domain, description and industry, as [`Evidence`] has them: no person, no number,
//! no note, and nothing about who asks. What comes back is believed only as far as the catalogue and the official tables know it.

mod words;

use std::time::{Duration, Instant};

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_commands::ports::industry_classifier::{
    Answer, Classified, ClassifierError, IndustryClassifier, OutsideCall,
};
use pivotal_domain::audience::enrichment::events::Classifier;
use pivotal_domain::audience::enrichment::evidence::Evidence;
use reqwest::header::RETRY_AFTER;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};

/// Longest answer that is read. An answer is a handful of words.
const ANSWER_MAX: usize = 64 * 1024;
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

#[derive(Debug, Clone)]
pub struct ModelSettings {
    /// Up to and without `/chat/completions`.
    pub url: String,
    pub model: String,
    pub key: Option<SecretString>,
    /// Of the whole answer.
    pub timeout: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum ModelSettingsError {
    #[error("LLM_URL cannot be read: {0}")]
    Url(String),
    #[error("no client for LLM_URL: {0}")]
    Client(String),
}

#[derive(Debug, Clone)]
pub struct IndustryModel {
    client: Client,
    url: Url,
    settings: ModelSettings,
}

impl IndustryModel {
    /// Asks nobody yet.
    pub fn new(settings: ModelSettings) -> Result<Self, ModelSettingsError> {
        let url = format!("{}/chat/completions", settings.url.trim_end_matches('/'));
        let url = Url::parse(&url).map_err(|error| ModelSettingsError::Url(error.to_string()))?;
        let client = Client::builder()
            // What was meant for one host is not told to another.
            .redirect(Policy::none())
            .connect_timeout(CONNECT_WITHIN)
            .timeout(settings.timeout)
            .build()
            .map_err(|error| ModelSettingsError::Client(error.to_string()))?;
        Ok(IndustryModel { client, url, settings })
    }

    async fn ask(&self, body: String) -> Received {
        let mut request = self.client.post(self.url.clone()).header("content-type", "application/json");
        if let Some(key) = &self.settings.key {
            request = request.bearer_auth(key.expose_secret());
        }
        let response = match request.body(body).send().await {
            Ok(response) => response,
            Err(error) => return Received::unanswered(&error),
        };
        let (status, retry_after) = (response.status(), retry_after(&response));
        if !status.is_success() {
            return Received { bytes: 0, outcome: refused(status, retry_after) };
        }
        let mut text = Vec::new();
        let mut stream = response.bytes_stream();
        while let Some(part) = stream.next().await {
            let part = match part {
                Ok(part) => part,
                Err(error) => return Received { bytes: text.len(), ..Received::unanswered(&error) },
            };
            if text.len() + part.len() > ANSWER_MAX {
                let error = ClassifierError::Unreadable(format!("longer than {ANSWER_MAX} bytes"));
                return Received { bytes: text.len(), outcome: Err(("too_large".into(), error)) };
            }
            text.extend_from_slice(&part);
        }
        let outcome =
            words::read(&text).map_err(|why| ("unreadable".to_owned(), ClassifierError::Unreadable(why)));
        Received { bytes: text.len(), outcome }
    }
}

/// What came back: how much, and the answer, or the name of what went wrong with it.
struct Received {
    bytes: usize,
    outcome: Result<Option<Classified>, (String, ClassifierError)>,
}

impl Received {
    fn unanswered(error: &reqwest::Error) -> Self {
        let name = if error.is_timeout() { "timeout" } else { "unreachable" };
        // The text of the error may hold the whole URL; its kind says enough.
        Received { bytes: 0, outcome: Err((name.to_owned(), ClassifierError::Unavailable(name.to_owned()))) }
    }
}

fn refused(
    status: StatusCode,
    retry_after: Option<Duration>,
) -> Result<Option<Classified>, (String, ClassifierError)> {
    let name = format!("status_{}", status.as_u16());
    let error = match status {
        StatusCode::TOO_MANY_REQUESTS => ClassifierError::Busy { retry_after },
        status if status.is_server_error() => ClassifierError::Unavailable(name.clone()),
        // A key that is wrong, a model that does not exist: asking again says the same.
        _ => ClassifierError::Unreadable(name.clone()),
    };
    Err((name, error))
}

fn retry_after(response: &reqwest::Response) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

#[async_trait]
impl IndustryClassifier for IndustryModel {
    fn by(&self) -> Classifier {
        Classifier::Model(self.settings.model.clone())
    }

    async fn classify(&self, evidence: &Evidence) -> Answer {
        let (body, fields) = words::question(&self.settings.model, evidence);
        let (sent, began) = (body.len() as u64, Instant::now());
        let Received { bytes, outcome } = self.ask(body).await;
        let said = match &outcome {
            Ok(Some(_)) => "answered",
            Ok(None) => "nothing",
            Err((name, _)) => name,
        };
        let call = OutsideCall {
            host: self.url.host_str().unwrap_or_default().to_owned(),
            model: self.settings.model.clone(),
            fields,
            sent,
            received: bytes as u64,
            millis: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
            outcome: said.to_owned(),
        };
        Answer { classified: outcome.map_err(|(_, error)| error), call: Some(call) }
    }
}
