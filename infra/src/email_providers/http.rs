//! One question to a provider, asked once, and what can be said of the answer whoever gave it.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures::StreamExt;
use pivotal_commands::ports::email_provider::{HandOver, Refusal};
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url};
use serde::de::DeserializeOwned;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::answer::{HOUR, MINUTE, SECOND, refused, unknown};

/// Longest answer that is read. One is a page of JSON.
const ANSWER_MAX: usize = 1 << 20;
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// Shorter than providers keep a silent connection: a question on one that was just given up would have an unknown outcome.
const IDLE_MOST: Duration = Duration::from_secs(20);
/// How long a mail waits for room, and how long parts of a hand-over are asked anew: what was marked long ago is looked up by others, and
/// must not leave behind their backs.
pub const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug, thiserror::Error)]
pub enum HttpAccountError {
    #[error("the address of the interface cannot be used: {0}")]
    Url(String),
    #[error("no client can be made: {0}")]
    Client(String),
}

/// A client, and how many of its questions may be open at once.
#[derive(Debug, Clone)]
pub struct Door {
    pub client: Client,
    permits: Arc<Semaphore>,
}

/// What came back.
#[derive(Debug)]
pub struct Answered {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// None where it broke off or was too long.
    pub body: Option<Vec<u8>>,
}

/// Nothing that can be read came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// Nobody was reached: nothing was handed over.
    NotAsked(&'static str),
    /// It was asked, or may have been.
    Silent(&'static str),
}

impl Unanswered {
    pub fn hand_over(self) -> HandOver {
        match self {
            Unanswered::NotAsked(why) => refused(Refusal::DeferAll(MINUTE), why),
            Unanswered::Silent(why) => unknown(why),
        }
    }

    pub fn said(self) -> &'static str {
        let (Unanswered::NotAsked(why) | Unanswered::Silent(why)) = self;
        why
    }
}

impl Door {
    /// `within`: of a whole answer. Asks nobody yet.
    pub fn new(within: Duration, at_once: usize) -> Result<Self, HttpAccountError> {
        let client = Client::builder()
            // The key was meant for one host and is not told to another.
            .redirect(Policy::none())
            .connect_timeout(CONNECT_WITHIN)
            .pool_idle_timeout(IDLE_MOST)
            .timeout(within)
            .build()
            .map_err(|error| HttpAccountError::Client(error.to_string()))?;
        Ok(Door { client, permits: Arc::new(Semaphore::new(at_once.max(1))) })
    }

    /// When there is room for one more question.
    pub async fn ask(&self, request: RequestBuilder) -> Result<Answered, Unanswered> {
        let _turn = self.turn().await?;
        self.ask_now(request).await
    }

    /// Room for one question, until it is dropped.
    pub async fn turn(&self) -> Result<SemaphorePermit<'_>, Unanswered> {
        match timeout(PATIENCE, self.permits.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            // Never closed.
            Ok(Err(_)) => Err(Unanswered::NotAsked("the account is closing")),
            Err(_) => Err(Unanswered::NotAsked("the provider is too slow")),
        }
    }

    /// By who has a turn.
    pub async fn ask_now(&self, request: RequestBuilder) -> Result<Answered, Unanswered> {
        let response = request.send().await.map_err(unanswered)?;
        let (status, headers) = (response.status(), response.headers().clone());
        Ok(Answered { status, headers, body: body(response).await })
    }
}

/// Of mails that were not handed over at all, as the others took too long.
pub fn too_late() -> HandOver {
    Unanswered::NotAsked("the provider is too slow").hand_over()
}

/// The text of the error may hold an address; its kind says enough.
fn unanswered(error: reqwest::Error) -> Unanswered {
    match error {
        error if error.is_builder() => Unanswered::NotAsked("the question cannot be put"),
        error if error.is_connect() => Unanswered::NotAsked("no connection"),
        error if error.is_timeout() => Unanswered::Silent("no answer in time"),
        _ => Unanswered::Silent("the connection broke"),
    }
}

async fn body(response: Response) -> Option<Vec<u8>> {
    let (mut body, mut stream) = (Vec::new(), response.bytes_stream());
    while let Some(part) = stream.next().await {
        let part = part.ok()?;
        if body.len() + part.len() > ANSWER_MAX {
            return None;
        }
        body.extend_from_slice(&part);
    }
    Some(body)
}

impl Answered {
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.body.as_deref()?).ok()
    }

    /// For people; cut and masked where it is kept.
    pub fn said(&self) -> String {
        let text = String::from_utf8_lossy(self.body.as_deref().unwrap_or_default()).into_owned();
        format!("{}: {text}", self.status.as_u16())
    }

    /// How long it wants to be left alone: seconds, or a moment.
    pub fn retry_after(&self) -> Option<Duration> {
        wait(self.headers.get(RETRY_AFTER)?.to_str().ok()?, Utc::now())
    }

    /// A refusal by its status, where this provider says no more about it.
    pub fn judged(&self) -> HandOver {
        let busy = || Refusal::DeferAll(self.retry_after().unwrap_or(MINUTE));
        let refusal = match self.status.as_u16() {
            401..=405 => Refusal::Setup,
            // The question did not arrive whole.
            408 => Refusal::DeferAll(MINUTE),
            429 => busy(),
            // It took nothing at the moment. A 500 is no such promise: something broke, before the mail was taken or after.
            503 => busy(),
            // An address that is another's by now.
            300..=399 => Refusal::Setup,
            400..=499 => Refusal::Mail,
            // Somebody in between answers, and does not know either.
            _ => return unknown(&self.said()),
        };
        refused(refusal, &self.said())
    }
}

fn wait(said: &str, now: DateTime<Utc>) -> Option<Duration> {
    let said = said.trim();
    let wait = match said.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let until = DateTime::parse_from_rfc2822(said).ok()?;
            until.signed_duration_since(now).to_std().unwrap_or_default()
        }
    };
    // Whoever asks for a day is asked again all the same.
    Some(wait.clamp(SECOND, HOUR))
}

/// Up to and without the path of the interface.
pub fn address(base: &str, path: &str) -> Result<Url, HttpAccountError> {
    let url = format!("{}{path}", base.trim_end_matches('/'));
    Url::parse(&url).map_err(|error| HttpAccountError::Url(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_to_wait_is_said_in_seconds_or_as_a_moment() {
        let now = DateTime::parse_from_rfc2822("Wed, 21 Oct 2026 07:28:00 GMT").unwrap().to_utc();
        let said = |said: &str| wait(said, now).map(|wait| wait.as_secs());
        assert_eq!(said("7"), Some(7));
        assert_eq!(said("0"), Some(1));
        assert_eq!(said("86400"), Some(3_600));
        assert_eq!(said("Wed, 21 Oct 2026 07:30:00 GMT"), Some(120));
        assert_eq!(said("Wed, 21 Oct 2026 07:00:00 GMT"), Some(1));
        assert_eq!(said("soon"), None);
    }

    #[test]
    fn a_status_is_judged_by_what_follows() {
        let judged = |status: u16| {
            let answered = Answered {
                status: StatusCode::from_u16(status).unwrap(),
                headers: HeaderMap::new(),
                body: Some(b"for ada@example.com".to_vec()),
            };
            answered.judged()
        };
        for (status, expected) in [
            (302, "setup"),
            (400, "mail"),
            (401, "setup"),
            (403, "setup"),
            (404, "setup"),
            (413, "mail"),
            (429, "defer_all"),
            (500, "unknown"),
            (502, "unknown"),
            (503, "defer_all"),
            (504, "unknown"),
            (201, "unknown"),
        ] {
            let answer = judged(status);
            assert_eq!(answer.outcome(), expected, "{status}");
            assert!(!format!("{answer:?}").contains("ada@"), "{answer:?}");
        }
    }
}
