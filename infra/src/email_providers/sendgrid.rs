//! Twilio SendGrid, version 3: `POST <url>/v3/mail/send` (<https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send>).
//! Mails of the same words go as one, each recipient a personalization with headers, ids and values of their own.
//!
//! A question is taken whole or refused whole, so a group that is refused is asked again in parts until it is known whom it is
//! about. What was taken can be looked up only by an add-on that is paid for, so here it is not.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::Utc;
use futures::future::join_all;
use pivotal_commands::ports::email_provider::content::Written;
use pivotal_commands::ports::email_provider::email::{Email, Party};
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp, Refusal};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{HOUR, SECOND, accepted, refused};
use super::groups::{for_all, groups, in_order, split};
use super::http::{Answered, Door, HttpAccountError, PATIENCE, address, too_late};

/// Our ids among the keys of SendGrid's events, where they stand beside its own.
pub const EMAIL_KEY: &str = "pivotal_email";
pub const CAMPAIGN_KEY: &str = "pivotal_campaign";

/// Personalizations of one question.
const RECIPIENTS_MOST: usize = 1_000;
/// Bytes of one recipient's values, marks among them. SendGrid takes 10,000.
const VALUES_MOST: usize = 9_000;
/// Longer than any of our marks.
const MARK: usize = 48;

#[derive(Debug, Clone)]
pub struct SendGridSettings {
    pub key: SecretString,
    /// Up to and without `/v3`.
    pub url: String,
    /// Questions that are open at once.
    pub at_once: usize,
    /// Of a whole answer.
    pub timeout: Duration,
}

pub struct SendGridProvider {
    door: Door,
    url: Url,
    key: SecretString,
}

impl std::fmt::Debug for SendGridProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SendGridProvider({})", self.url.host_str().unwrap_or_default())
    }
}

impl SendGridProvider {
    /// Asks nobody yet.
    pub fn new(settings: SendGridSettings) -> Result<Self, HttpAccountError> {
        let SendGridSettings { key, url, at_once, timeout } = settings;
        Ok(SendGridProvider { door: Door::new(timeout, at_once)?, url: address(&url, "/v3/mail/send")?, key })
    }

    async fn group(&self, emails: &[Email], group: Vec<usize>) -> Vec<(usize, HandOver)> {
        let (mut waiting, mut answers) = (vec![group], Vec::new());
        let began = Instant::now();
        while let Some(group) = waiting.pop() {
            if began.elapsed() > PATIENCE {
                answers.extend(for_all(&group, &too_late()));
                continue;
            }
            let mails: Vec<&Email> = group.iter().map(|at| &emails[*at]).collect();
            let request = self.door.client.post(self.url.clone()).bearer_auth(self.key.expose_secret());
            match self.door.ask(request.json(&question(&mails))).await {
                Ok(answered) => match judged(&answered) {
                    Judged::All(answer) => answers.extend(for_all(&group, &answer)),
                    Judged::Some { answer, .. } if group.len() == 1 => {
                        answers.extend(for_all(&group, &answer));
                    }
                    Judged::Some { place, .. } => waiting.extend(split(group, place)),
                },
                Err(silence) => answers.extend(for_all(&group, &silence.hand_over())),
            }
        }
        answers
    }
}

/// Whether its values are too long for SendGrid to put in.
fn alone(email: &Email) -> bool {
    email.values.iter().map(|value| value.len() + MARK).sum::<usize>() > VALUES_MOST
}

fn question(emails: &[&Email]) -> Value {
    let [first, others @ ..] = emails else { return Value::Null };
    // Nobody could have written this into a template or a name before the mail was made.
    let mark = |at: usize| format!("-pv{}.{at}-", first.id.simple());
    let together = !others.is_empty();
    let Written { subject, html, text } = match together {
        true => first.content.with(mark),
        false => first.written(),
    };
    let people: Vec<Value> = emails
        .iter()
        .map(|email| {
            let mut person = personalization(email);
            let values = email.content.values(&email.values);
            if together && !values.is_empty() {
                let values = values.into_iter().enumerate().map(|(at, value)| (mark(at), value));
                person["substitutions"] = json!(values.collect::<BTreeMap<String, String>>());
            }
            person
        })
        .collect();
    // An empty part is refused.
    let content: Vec<Value> = [("text/plain", text), ("text/html", html)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| json!({ "type": kind, "value": value }))
        .collect();
    let off = json!({ "enable": false });
    let mut question = json!({
        "personalizations": people,
        "from": party(&first.from),
        "subject": subject.as_str(),
        "content": content,
        // Links and pixel are ours: rewritten twice they would count nothing.
        "tracking_settings": {
            "click_tracking": { "enable": false, "enable_text": false },
            "open_tracking": off,
            "subscription_tracking": off,
            "ganalytics": off,
        },
    });
    if let Some(reply_to) = &first.reply_to {
        question["reply_to"] = party(reply_to);
    }
    question
}

fn personalization(email: &Email) -> Value {
    let mut headers = BTreeMap::from([("Message-ID", format!("<{}>", email.message_id()))]);
    headers.extend(email.extra_headers().into_iter().map(|(name, value)| (name, value.to_owned())));
    let mut ids = BTreeMap::from([(EMAIL_KEY, email.id.to_string())]);
    if let Some(campaign) = email.campaign {
        ids.insert(CAMPAIGN_KEY, campaign.to_string());
    }
    json!({ "to": [recipient(&email.to)], "headers": headers, "custom_args": ids })
}

fn party(party: &Party) -> Value {
    match party.known_name() {
        Some(name) => json!({ "email": party.address.as_str(), "name": name }),
        None => json!({ "email": party.address.as_str() }),
    }
}

/// In personalizations SendGrid takes a comma or semicolon in a name for the end of an address, unless it is quoted.
fn recipient(to: &Party) -> Value {
    match to.known_name() {
        Some(name) if name.contains([',', ';']) => {
            let quoted = format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""));
            json!({ "email": to.address.as_str(), "name": quoted })
        }
        _ => party(to),
    }
}

enum Judged {
    All(HandOver),
    /// About some of the mails; which, where that is known.
    Some {
        place: Option<usize>,
        answer: HandOver,
    },
}

#[derive(Deserialize, Default)]
struct Troubles {
    #[serde(default)]
    errors: Vec<Trouble>,
}

#[derive(Deserialize)]
struct Trouble {
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    field: Option<String>,
}

fn judged(answered: &Answered) -> Judged {
    let some = |place, refusal, said: &str| Judged::Some { place, answer: refused(refusal, said) };
    match answered.status.as_u16() {
        202 => {
            let id = answered.headers.get("x-message-id").and_then(|value| value.to_str().ok());
            Judged::All(accepted(id.map(str::to_owned)))
        }
        400 => {
            let troubles: Troubles = answered.json().unwrap_or_default();
            let first = troubles.errors.first();
            let field = first.and_then(|trouble| trouble.field.as_deref()).unwrap_or_default();
            let message = first.and_then(|trouble| trouble.message.clone());
            let said = message.map_or_else(|| answered.said(), |message| format!("400 {field}: {message}"));
            // `personalizations.7.to.0.email`
            let mut path = field.split('.');
            match (path.next(), path.next().and_then(|place| place.parse().ok()), path.next()) {
                (Some("from" | "reply_to"), ..) => Judged::All(refused(Refusal::Setup, &said)),
                (Some("personalizations"), place, Some("to")) => some(place, Refusal::Recipient, &said),
                (Some("personalizations"), place, _) => some(place, Refusal::Mail, &said),
                _ => some(None, Refusal::Mail, &said),
            }
        }
        413 => some(None, Refusal::Mail, &answered.said()),
        429 => {
            let wait = answered.retry_after().or_else(|| resets_in(answered)).unwrap_or(SECOND);
            Judged::All(refused(Refusal::DeferAll(wait), &answered.said()))
        }
        _ => Judged::All(answered.judged()),
    }
}

/// By its own header: the moment from which on it takes more.
fn resets_in(answered: &Answered) -> Option<Duration> {
    let at: i64 = answered.headers.get("x-ratelimit-reset")?.to_str().ok()?.trim().parse().ok()?;
    let seconds = u64::try_from(at - Utc::now().timestamp()).unwrap_or_default();
    Some(Duration::from_secs(seconds).clamp(SECOND, HOUR))
}

#[async_trait]
impl EmailProvider for SendGridProvider {
    fn kind(&self) -> &'static str {
        "sendgrid"
    }

    fn via(&self) -> String {
        format!("SendGrid at {}", self.url.host_str().unwrap_or_default())
    }

    fn batch(&self) -> usize {
        RECIPIENTS_MOST
    }

    fn at_once(&self) -> usize {
        RECIPIENTS_MOST
    }

    fn looks_up_after(&self) -> Option<Duration> {
        None
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        let groups = groups(emails, RECIPIENTS_MOST, alone);
        in_order(join_all(groups.into_iter().map(|group| self.group(emails, group))).await)
    }

    async fn look_up(&self, _asked: &Asked) -> LookedUp {
        LookedUp::Untold
    }
}
