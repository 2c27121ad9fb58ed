//! Mailgun, version 3: `POST <url>/v3/{domain}/messages` (<https://documentation.mailgun.com/docs/mailgun/api-reference/openapi-final/tag/Messages/>).
//! Mails of the same words go as one, each recipient with variables of their own, which stand in headers and in the data that comes
//! back with events as well. Without such variables every recipient would see all others, so a group always has them.
//!
//! A question is taken whole or refused whole. What was taken is found again among Mailgun's events.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use futures::future::join_all;
use pivotal_commands::ports::email_provider::content::Written;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp, Refusal};
use reqwest::{RequestBuilder, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;

use super::answer::{accepted, kept, refused, unknown};
use super::groups::{for_all, groups, in_order, split};
use super::http::{Answered, Door, HttpAccountError, PATIENCE, address, too_late};
use super::mime::mailbox;

/// Our ids in the data that comes back with Mailgun's events. Recipients can read it, so there is nothing else in it.
pub const EMAIL_KEY: &str = "pivotal_email";
pub const CAMPAIGN_KEY: &str = "pivotal_campaign";

/// Recipients of one question.
const RECIPIENTS_MOST: usize = 1_000;
/// Bytes of one recipient's variables: a thousand of them stay below the 25 MB of a question.
const VALUES_MOST: usize = 16_000;
/// Mailgun's events can be relied on to be complete after half an hour.
const EVENTS_SETTLE: Duration = Duration::from_secs(30 * 60);
/// Clocks differ.
const LEEWAY: i64 = 300;
/// Begins the places of Mailgun's own.
const PLACE: &str = "%recipient";

#[derive(Debug, Clone)]
pub struct MailgunSettings {
    pub key: SecretString,
    /// That mail is sent from, as it is set up there.
    pub domain: String,
    /// Up to and without `/v3`.
    pub url: String,
    /// Questions that are open at once.
    pub at_once: usize,
    /// Of a whole answer.
    pub timeout: Duration,
}

pub struct MailgunProvider {
    door: Door,
    messages: Url,
    events: Url,
    key: SecretString,
    domain: String,
}

impl std::fmt::Debug for MailgunProvider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MailgunProvider({})", self.domain)
    }
}

impl MailgunProvider {
    /// Asks nobody yet.
    pub fn new(settings: MailgunSettings) -> Result<Self, HttpAccountError> {
        let MailgunSettings { key, domain, url, at_once, timeout } = settings;
        // A slash in it would lead to another part of the interface, which answers as if all were well.
        let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if domain.is_empty() || !domain.chars().all(named) {
            return Err(HttpAccountError::Url(format!("\"{domain}\" is no domain")));
        }
        Ok(MailgunProvider {
            door: Door::new(timeout, at_once)?,
            messages: address(&url, &format!("/v3/{domain}/messages"))?,
            events: address(&url, &format!("/v3/{domain}/events"))?,
            key,
            domain,
        })
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.basic_auth("api", Some(self.key.expose_secret()))
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
            let fields = match question(&mails) {
                Ok(fields) => fields,
                Err(why) => {
                    answers.extend(for_all(&group, &refused(Refusal::Mail, &why)));
                    continue;
                }
            };
            let request = self.signed(self.door.client.post(self.messages.clone())).form(&fields);
            match self.door.ask(request).await {
                Ok(answered) => match judged(&answered) {
                    (true, _) if group.len() > 1 => waiting.extend(split(group, None)),
                    (_, answer) => answers.extend(for_all(&group, &answer)),
                },
                Err(silence) => answers.extend(for_all(&group, &silence.hand_over())),
            }
        }
        answers
    }
}

/// Whether Mailgun cannot put it together: it would take some of the words for places, or the values are too long.
fn alone(email: &Email) -> bool {
    email.content.says(PLACE) || email.values.iter().map(String::len).sum::<usize>() > VALUES_MOST
}

/// Fields of the form.
fn question(emails: &[&Email]) -> Result<Vec<(String, String)>, String> {
    let [first, others @ ..] = emails else { return Ok(Vec::new()) };
    let together = !others.is_empty();
    let Written { subject, html, text } = match together {
        true => first.content.with(|at| place(&value(at))),
        false => first.written(),
    };
    let mut fields = vec![("from".to_owned(), mailbox(&first.from)?.to_string())];
    let mut field = |name: &str, value: String| fields.push((name.to_owned(), value));
    for email in emails {
        field("to", mailbox(&email.to)?.to_string());
    }
    field("subject", subject.as_str().to_owned());
    field("text", text);
    field("html", html);
    if let Some(reply_to) = &first.reply_to {
        field("h:Reply-To", mailbox(reply_to)?.to_string());
    }
    for (name, value) in own(first) {
        field(&name, if together { place(&name) } else { value });
    }
    for header in &first.headers {
        field(&format!("h:{}", header.name()), header.value().to_owned());
    }
    if let Some(campaign) = first.campaign {
        field(&format!("v:{CAMPAIGN_KEY}"), campaign.to_string());
    }
    if together {
        field("recipient-variables", variables(emails)?);
    } else {
        // Of one that is put together there, Mailgun makes an id for all.
        field("h:Message-Id", format!("<{}>", first.message_id()));
    }
    // Links and pixel are ours: rewritten twice they would count nothing.
    for tracking in ["o:tracking", "o:tracking-clicks", "o:tracking-opens"] {
        field(tracking, "no".to_owned());
    }
    Ok(fields)
}

/// Fields that differ between recipients whatever the content: their names are those of their variables.
fn own(email: &Email) -> Vec<(String, String)> {
    let mut own = vec![(format!("v:{EMAIL_KEY}"), email.id.to_string())];
    let unsubscribing =
        email.extra_headers().into_iter().filter(|(name, _)| name.starts_with("List-Unsubscribe"));
    own.extend(unsubscribing.map(|(name, value)| (format!("h:{name}"), value.to_owned())));
    own
}

fn variables(emails: &[&Email]) -> Result<String, String> {
    let of = |email: &&Email| -> (String, BTreeMap<String, String>) {
        let values = email.content.values(&email.values).into_iter().enumerate();
        let values = values.map(|(at, text)| (value(at), text));
        (email.to.address.as_str().to_owned(), own(email).into_iter().chain(values).collect())
    };
    let variables: BTreeMap<String, BTreeMap<String, String>> = emails.iter().map(of).collect();
    serde_json::to_string(&variables).map_err(|error| error.to_string())
}

fn value(at: usize) -> String {
    format!("pv{at}")
}

fn place(variable: &str) -> String {
    format!("{PLACE}.{variable}%")
}

#[derive(Deserialize)]
struct Taken {
    id: String,
}

#[derive(Deserialize)]
struct Trouble {
    message: String,
}

/// Whether it is about some of the mails only, and the answer.
fn judged(answered: &Answered) -> (bool, HandOver) {
    let trouble = || answered.json().map_or_else(|| answered.said(), |Trouble { message }| message);
    match answered.status.as_u16() {
        200 => (false, taken(answered)),
        400 => {
            let said = trouble();
            // "'to' parameter is not a valid address. please check documentation"
            let about = said.replace('\'', "").to_ascii_lowercase();
            let refusal = match about.split_whitespace().next() {
                Some("from") => return (false, refused(Refusal::Setup, &said)),
                Some("to") => Refusal::Recipient,
                _ => Refusal::Mail,
            };
            (true, refused(refusal, &said))
        }
        413 => (true, refused(Refusal::Mail, &trouble())),
        _ => (false, answered.judged()),
    }
}

fn taken(answered: &Answered) -> HandOver {
    match answered.json::<Taken>() {
        Some(Taken { id }) => accepted(Some(plain(&id))),
        // So it answers at addresses that it does not have.
        None if answered.said().contains("Mailgun Magnificent API") => {
            refused(Refusal::Setup, "the address of the interface is not Mailgun's for messages")
        }
        None => unknown(&answered.said()),
    }
}

/// As events have it.
fn plain(id: &str) -> String {
    id.trim().trim_matches(['<', '>']).to_owned()
}

#[derive(Deserialize)]
struct Events {
    items: Vec<Value>,
}

/// The mail's event among those of its recipient.
fn found(events: &Events, asked: &Asked) -> LookedUp {
    let id = asked.id.to_string();
    let ours =
        events.items.iter().find(|event| event["user-variables"][EMAIL_KEY].as_str() == Some(id.as_str()));
    match ours {
        Some(event) => {
            let provider_id = event["message"]["headers"]["message-id"].as_str().map(plain);
            LookedUp::Taken { provider_id }
        }
        None => LookedUp::NotTaken,
    }
}

#[async_trait]
impl EmailProvider for MailgunProvider {
    fn kind(&self) -> &'static str {
        "mailgun"
    }

    fn via(&self) -> String {
        format!("Mailgun for {}", self.domain)
    }

    fn batch(&self) -> usize {
        RECIPIENTS_MOST
    }

    fn at_once(&self) -> usize {
        RECIPIENTS_MOST
    }

    fn looks_up_after(&self) -> Option<Duration> {
        Some(EVENTS_SETTLE)
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        let groups = groups(emails, RECIPIENTS_MOST, alone);
        in_order(join_all(groups.into_iter().map(|group| self.group(emails, group))).await)
    }

    async fn look_up(&self, asked: &Asked) -> LookedUp {
        let begin = (asked.handed_over_at.timestamp() - LEEWAY).to_string();
        let query = [
            ("recipient", asked.to.as_str()),
            ("begin", begin.as_str()),
            ("ascending", "yes"),
            ("limit", "300"),
        ];
        let request = self.signed(self.door.client.get(self.events.clone())).query(&query);
        match self.door.ask(request).await {
            Ok(answered) if answered.status == StatusCode::OK => match answered.json::<Events>() {
                Some(events) => found(&events, asked),
                None => LookedUp::Later { said: "the answer cannot be read".into() },
            },
            Ok(answered) => LookedUp::Later { said: kept(&answered.said()) },
            Err(silence) => LookedUp::Later { said: silence.said().to_owned() },
        }
    }
}
