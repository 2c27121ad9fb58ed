//! Amazon SES, version 2: `POST <url>/v2/email/outbound-emails`, one mail each, whole as MIME, so that every recipient has headers of
//! their own (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html>). Signed by AWS's own signer (ADR 26).
//!
//! SES replaces our `Message-ID`; what comes back with events are the tags. It keeps no record that could be asked by them.

use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use aws_sdk_s3::config::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningParams, SigningSettings, sign};
use aws_sigv4::sign::v4;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::future::join_all;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp, Refusal};
use reqwest::{RequestBuilder, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;

use super::answer::{HOUR, SECOND, accepted, refused, unknown};
use super::http::{Answered, Door, HttpAccountError, address};
use super::mime::mime;

/// Names of our tags in SES's events.
pub const EMAIL_TAG: &str = "pivotal_email";
pub const CAMPAIGN_TAG: &str = "pivotal_campaign";

#[derive(Debug, Clone)]
pub struct SesSettings {
    pub region: String,
    pub access_key: String,
    pub secret_key: SecretString,
    /// Of credentials for a while.
    pub session_token: Option<SecretString>,
    /// Says where events go; without one there are none.
    pub configuration_set: Option<String>,
    /// None: Amazon's for the region.
    pub url: Option<String>,
    /// Questions that are open at once.
    pub at_once: usize,
    /// Of a whole answer.
    pub timeout: Duration,
}

pub struct SesProvider {
    door: Door,
    url: Url,
    at_once: usize,
    settings: SesSettings,
}

impl std::fmt::Debug for SesProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SesProvider({})", self.settings.region)
    }
}

impl SesProvider {
    /// Asks nobody yet.
    pub fn new(settings: SesSettings) -> Result<Self, HttpAccountError> {
        let amazons = || format!("https://email.{}.amazonaws.com", settings.region);
        let base = settings.url.clone().unwrap_or_else(amazons);
        let at_once = settings.at_once.max(1);
        Ok(SesProvider {
            door: Door::new(settings.timeout, at_once)?,
            url: address(&base, "/v2/email/outbound-emails")?,
            at_once,
            settings,
        })
    }

    fn body(&self, email: &Email) -> Result<Vec<u8>, String> {
        let mut tags = vec![json!({ "Name": EMAIL_TAG, "Value": email.id.to_string() })];
        if let Some(campaign) = email.campaign {
            tags.push(json!({ "Name": CAMPAIGN_TAG, "Value": campaign.to_string() }));
        }
        let mut body = json!({
            "Destination": { "ToAddresses": [email.to.address.as_str()] },
            "Content": { "Raw": { "Data": STANDARD.encode(mime(email)?) } },
            "EmailTags": tags,
        });
        if let Some(set) = &self.settings.configuration_set {
            body["ConfigurationSetName"] = json!(set);
        }
        serde_json::to_vec(&body).map_err(|error| error.to_string())
    }

    /// Signed for now: it is sent at once or not at all.
    fn request(&self, body: Vec<u8>) -> Result<RequestBuilder, String> {
        let settings = &self.settings;
        let credentials = Credentials::new(
            settings.access_key.clone(),
            settings.secret_key.expose_secret(),
            settings.session_token.as_ref().map(|token| token.expose_secret().to_owned()),
            None,
            "pivotal settings",
        );
        let identity = credentials.into();
        let params: SigningParams<'_> = v4::SigningParams::builder()
            .identity(&identity)
            .region(&settings.region)
            .name("ses")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()
            .map_err(|error| error.to_string())?
            .into();
        let headers = [("content-type", "application/json")];
        let question = SignableRequest::new(
            "POST",
            self.url.as_str(),
            headers.iter().copied(),
            SignableBody::Bytes(&body),
        );
        let signed =
            question.and_then(|question| sign(question, &params)).map_err(|error| error.to_string())?;
        let (signature, _) = signed.into_parts();
        let mut request = self.door.client.post(self.url.clone());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        for (name, value) in signature.headers() {
            request = request.header(name, value);
        }
        Ok(request.body(body))
    }

    async fn one(&self, email: &Email) -> HandOver {
        let body = match self.body(email) {
            Ok(body) => body,
            Err(why) => return refused(Refusal::Mail, &why),
        };
        // A signature is good for five minutes, and a turn may be long in coming.
        let _turn = match self.door.turn().await {
            Ok(turn) => turn,
            Err(closing) => return closing.hand_over(),
        };
        let request = match self.request(body) {
            Ok(request) => request,
            Err(why) => return refused(Refusal::Setup, &why),
        };
        match self.door.ask_now(request).await {
            Ok(answered) => judged(&answered),
            Err(silence) => silence.hand_over(),
        }
    }
}

#[derive(Deserialize)]
struct Taken {
    #[serde(rename = "MessageId")]
    id: String,
}

#[derive(Deserialize)]
struct Trouble {
    #[serde(rename = "__type", default)]
    kind: String,
    #[serde(alias = "Message", default)]
    message: String,
}

fn judged(answered: &Answered) -> HandOver {
    if answered.status.as_u16() == 200 {
        return match answered.json::<Taken>() {
            Some(Taken { id }) => accepted(Some(id)),
            None => unknown(&answered.said()),
        };
    }
    let trouble = answered.json().unwrap_or(Trouble { kind: String::new(), message: String::new() });
    let header = answered.headers.get("x-amzn-errortype").and_then(|value| value.to_str().ok());
    // `TooManyRequestsException:http://...`, or with a name space before a `#`.
    let kind = header.unwrap_or(&trouble.kind);
    let kind = kind.split(':').next().unwrap_or_default().rsplit('#').next().unwrap_or_default();
    let said = format!("{kind}: {}", trouble.message);
    let message = trouble.message.to_ascii_lowercase();
    match kind {
        // A day's worth is used up, or a second's.
        "TooManyRequestsException" | "LimitExceededException" | "ThrottlingException" => {
            let wait = if message.contains("quota") { HOUR } else { SECOND };
            refused(Refusal::DeferAll(answered.retry_after().unwrap_or(wait)), &said)
        }
        "AccountSuspendedException"
        | "MailFromDomainNotVerifiedException"
        | "NotFoundException"
        | "SendingPausedException" => refused(Refusal::Setup, &said),
        "MessageRejected" if message.contains("not verified") => refused(Refusal::Setup, &said),
        "MessageRejected" | "BadRequestException" => refused(Refusal::Mail, &said),
        _ => answered.judged(),
    }
}

#[async_trait]
impl EmailProvider for SesProvider {
    fn kind(&self) -> &'static str {
        "ses"
    }

    fn via(&self) -> String {
        format!("Amazon SES in {}", self.settings.region)
    }

    fn batch(&self) -> usize {
        self.at_once * 4
    }

    fn at_once(&self) -> usize {
        self.at_once
    }

    fn looks_up_after(&self) -> Option<Duration> {
        None
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        join_all(emails.iter().map(|email| self.one(email))).await
    }

    async fn look_up(&self, _asked: &Asked) -> LookedUp {
        LookedUp::Untold
    }
}
