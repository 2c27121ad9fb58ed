//! What Amazon SES publishes, and the envelope of SNS that it comes in. What stands in the envelope is believed only once
//! [`signature::sns`](crate::email::webhooks::signature::sns) has checked it.

use serde::Deserialize;
use serde_json::Value;

use super::{bare, json, moment, text};
use crate::email::bounces::enhanced::Enhanced;
use crate::email::bounces::reply::{Class, Refusal};
use crate::email::webhooks::event::{Dropped, Event, PayloadError, Provider, REFERENCE, What};

/// An envelope of SNS. Without one there is no signature either: raw delivery is refused.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Envelope {
    #[serde(rename = "Type")]
    pub kind: String,
    pub message_id: String,
    pub topic_arn: String,
    pub message: String,
    pub timestamp: String,
    pub signature_version: String,
    pub signature: String,
    #[serde(rename = "SigningCertURL")]
    pub signing_cert_url: String,
    pub subject: Option<String>,
    pub token: Option<String>,
    #[serde(rename = "SubscribeURL")]
    pub subscribe_url: Option<String>,
}

pub const NOTIFICATION: &str = "Notification";
pub const SUBSCRIPTION_CONFIRMATION: &str = "SubscriptionConfirmation";
pub const UNSUBSCRIBE_CONFIRMATION: &str = "UnsubscribeConfirmation";

impl Envelope {
    pub fn read(body: &[u8]) -> Result<Envelope, PayloadError> {
        let value = json(body)?;
        serde_json::from_value(value).map_err(|_| PayloadError::Shape)
    }

    /// What SES says in it, one event for each recipient. Other messages of the topic say nothing.
    pub fn events(&self) -> Result<Vec<Event>, PayloadError> {
        match self.kind == NOTIFICATION {
            true => read(&self.message, &self.message_id),
            false => Ok(Vec::new()),
        }
    }
}

/// `key` is the envelope's id, which stays the same however often SNS delivers it.
pub fn read(message: &str, key: &str) -> Result<Vec<Event>, PayloadError> {
    // The topic's own first message is no JSON: there is nothing in it.
    let Ok(value) = serde_json::from_str::<Value>(message) else { return Ok(Vec::new()) };
    // The feed of an identity has the older name.
    let name = text(&value["eventType"]).or_else(|| text(&value["notificationType"]));
    let Some(name) = name else { return Err(PayloadError::Shape) };
    let told = Told { value: &value, name: &name, key };
    Ok(told.events())
}

struct Told<'a> {
    value: &'a Value,
    name: &'a str,
    key: &'a str,
}

impl Told<'_> {
    fn events(&self) -> Vec<Event> {
        let value = self.value;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        match self.name {
            "Bounce" => self.each(&value["bounce"], list(&value["bounce"]["bouncedRecipients"]), |one| {
                bounced(&value["bounce"], one)
            }),
            "Complaint" => {
                let complaint = &value["complaint"];
                let what = match complaint["complaintFeedbackType"].as_str() {
                    // Somebody took it out of the spam folder.
                    Some("not-spam") => What::Unknown("not-spam".to_owned()),
                    _ if complaint["complaintSubType"].as_str() == Some("OnAccountSuppressionList") => {
                        What::Dropped(Dropped::Complained)
                    }
                    _ => What::Complained,
                };
                self.each(complaint, list(&complaint["complainedRecipients"]), |_| what.clone())
            }
            "Delivery" => {
                let delivery = &value["delivery"];
                self.each(delivery, list(&delivery["recipients"]), |_| What::Delivered)
            }
            "DeliveryDelay" => {
                let delay = &value["deliveryDelay"];
                self.each(delay, list(&delay["delayedRecipients"]), |one| What::Deferred(delayed(delay, one)))
            }
            "Send" => self.sent_to(&value["mail"], &What::Accepted),
            "Reject" | "Rendering Failure" => self.sent_to(&value["mail"], &What::Dropped(Dropped::Content)),
            "Open" => self.sent_to(&value["open"], &What::Opened),
            "Click" => self.sent_to(&value["click"], &What::Clicked),
            "Subscription" => self.sent_to(&value["subscription"], &subscription(&value["subscription"])),
            other => self.sent_to(&Value::Null, &What::Unknown(other.to_owned())),
        }
    }

    /// For all whom the mail went to.
    fn sent_to(&self, detail: &Value, what: &What) -> Vec<Event> {
        self.each(detail, Vec::new(), |_| what.clone())
    }

    /// For each whom it names, else for all whom the mail went to, else for nobody that is known: it happened all the same.
    fn each(&self, detail: &Value, mut named: Vec<Value>, what: impl Fn(&Value) -> What) -> Vec<Event> {
        if named.is_empty() {
            named = self.value["mail"]["destination"].as_array().cloned().unwrap_or_default();
        }
        if named.is_empty() {
            named.push(Value::Null);
        }
        named.iter().enumerate().map(|(at, one)| self.event(detail, at, one, what(one))).collect()
    }

    fn event(&self, detail: &Value, at: usize, recipient: &Value, what: What) -> Event {
        let mail = &self.value["mail"];
        let address = text(recipient).or_else(|| text(&recipient["emailAddress"]));
        // By the place and not by the address: keys are kept in the clear.
        let key = match at {
            0 => self.key.to_owned(),
            at => format!("{}:{at}", self.key),
        };
        let mut event = Event::new(Provider::Ses, key, what);
        event.at = moment(&detail["timestamp"]).or_else(|| moment(&mail["timestamp"]));
        event.address = address;
        event.reference = text(&mail["tags"][REFERENCE][0]);
        event.message_id = text(&mail["messageId"]).map(|id| bare(&id));
        event.diagnostic = text(&recipient["diagnosticCode"])
            .or_else(|| text(&detail["smtpResponse"]))
            .or_else(|| text(&detail["reason"]));
        event.url = text(&detail["link"]);
        event.user_agent = text(&detail["userAgent"]);
        event
    }
}

/// People may also come back, or leave one topic of several. Who leaves one leaves what we send.
fn subscription(subscription: &Value) -> What {
    let new = &subscription["newTopicPreferences"];
    let topics = new["topicSubscriptionStatus"].as_array();
    let left_one = topics
        .is_some_and(|topics| topics.iter().any(|one| one["subscriptionStatus"].as_str() == Some("OptOut")));
    match left_one || new["unsubscribeAll"].as_bool() == Some(true) {
        true => What::Unsubscribed,
        false => What::Unknown("Subscription".to_owned()),
    }
}

fn bounced(bounce: &Value, recipient: &Value) -> What {
    let sub = bounce["bounceSubType"].as_str().unwrap_or_default();
    match (bounce["bounceType"].as_str(), sub) {
        (_, "OnAccountSuppressionList" | "Suppressed") => What::Dropped(Dropped::Bounced),
        (Some("Permanent"), _) => What::Bounced(Class::Hard),
        (_, "MailboxFull") => What::Bounced(Class::MailboxFull),
        (_, "MessageTooLarge" | "ContentRejected" | "AttachmentRejected") => What::Bounced(Class::Policy),
        (Some("Transient"), _) => What::Bounced(match refusal(recipient) {
            // SES calls it passing, and has given up.
            Class::Hard | Class::Unknown => Class::Soft,
            class => class,
        }),
        // Not told by SES: what the other server said does, as far as it says anything.
        _ => What::Bounced(refusal(recipient)),
    }
}

fn delayed(delay: &Value, recipient: &Value) -> Class {
    match delay["delayType"].as_str() {
        Some("MailboxFull") => Class::MailboxFull,
        Some("SpamDetected" | "IPFailure") => Class::Policy,
        Some("SendingDeferral") => Class::Throttled,
        _ => match refusal(recipient) {
            Class::Hard | Class::Unknown => Class::Soft,
            class => class,
        },
    }
}

fn refusal(recipient: &Value) -> Class {
    let said = text(&recipient["diagnosticCode"]).unwrap_or_default();
    // `smtp; 550 5.1.1 user unknown`
    let said =
        said.split_once(';').filter(|(head, _)| !head.contains(' ')).map_or(said.as_str(), |(_, said)| said);
    let read = Refusal::read(said);
    let status = text(&recipient["status"]).and_then(|status| Enhanced::parse(&status));
    Refusal { enhanced: read.enhanced.or(status), ..read }.class()
}
