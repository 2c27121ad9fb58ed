//! The event webhook of Twilio SendGrid: an array of flat objects.

use serde_json::Value;

use super::{bare, json, seconds, text};
use crate::email::bounces::enhanced::Enhanced;
use crate::email::bounces::reply::{Class, Refusal};
use crate::email::webhooks::event::{Dropped, Event, PayloadError, Provider, REFERENCE, What};

/// The events of one request, in its order. One that is no object, or has no key, is passed over: there is nothing to tell it by.
pub fn read(body: &[u8]) -> Result<Vec<Event>, PayloadError> {
    match json(body)? {
        Value::Array(events) => Ok(events.iter().filter_map(event).collect()),
        _ => Err(PayloadError::Shape),
    }
}

fn event(value: &Value) -> Option<Event> {
    let name = text(&value["event"])?;
    let mut event = Event::new(Provider::SendGrid, text(&value["sg_event_id"])?, what(&name, value));
    event.at = seconds(&value["timestamp"]);
    event.address = text(&value["email"]);
    event.reference = text(&value[REFERENCE]);
    // Behind the first dot stands which of their machines it came through.
    event.message_id = text(&value["sg_message_id"]).map(|id| bare(id.split('.').next().unwrap_or_default()));
    event.diagnostic = text(&value["reason"]).or_else(|| text(&value["response"]));
    event.url = text(&value["url"]);
    event.user_agent = text(&value["useragent"]);
    event.machine = value["sg_machine_open"].as_bool().unwrap_or_default();
    Some(event)
}

fn what(name: &str, value: &Value) -> What {
    match name {
        "processed" => What::Accepted,
        "delivered" => What::Delivered,
        "deferred" => What::Deferred(refusal(value)),
        "bounce" => What::Bounced(bounce(value)),
        "dropped" => What::Dropped(dropped(&value["reason"])),
        "spamreport" => What::Complained,
        "unsubscribe" | "group_unsubscribe" => What::Unsubscribed,
        "open" => What::Opened,
        "click" => What::Clicked,
        other => What::Unknown(other.to_owned()),
    }
}

/// `blocked` and `expired` are never about the address, whatever the words are; of `bounce`, SendGrid's own classes are asked where it
/// tells them.
fn bounce(value: &Value) -> Class {
    let class = refusal(value);
    let classified = value["bounce_classification"].as_str().map(str::to_ascii_lowercase);
    match (value["type"].as_str(), classified.as_deref()) {
        (Some("blocked"), _) if class == Class::Hard => Class::Policy,
        (Some("blocked"), _) => class,
        (Some("expired"), _) if class == Class::Hard => Class::Soft,
        (Some("expired"), _) => class,
        (_, Some("invalid address")) => Class::Hard,
        (_, Some("content" | "reputation")) => Class::Policy,
        (_, Some("frequency or volume")) => Class::Throttled,
        (_, Some("mailbox unavailable" | "technical")) if class == Class::Hard => Class::Soft,
        _ => class,
    }
}

fn refusal(value: &Value) -> Class {
    let said = text(&value["reason"]).or_else(|| text(&value["response"])).unwrap_or_default();
    let read = Refusal::read(&said);
    let status = text(&value["status"]).and_then(|status| Enhanced::parse(&status));
    Refusal { enhanced: read.enhanced.or(status), ..read }.class()
}

fn dropped(reason: &Value) -> Dropped {
    let reason = reason.as_str().unwrap_or_default().to_ascii_lowercase();
    let says = |word: &str| reason.contains(word);
    if says("bounced") {
        Dropped::Bounced
    } else if says("spam report") {
        Dropped::Complained
    } else if says("unsubscribe") {
        Dropped::Unsubscribed
    } else if says("invalid") {
        Dropped::Invalid
    } else if says("content") || says("header") {
        Dropped::Content
    } else {
        Dropped::Other
    }
}
