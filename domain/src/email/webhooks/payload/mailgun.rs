//! The webhooks of Mailgun: one event, and beside it what signs the request.

use serde_json::Value;

use super::{bare, json, seconds, text};
use crate::email::bounces::enhanced::Enhanced;
use crate::email::bounces::reply::{Class, Refusal};
use crate::email::webhooks::event::{Dropped, Event, PayloadError, Provider, REFERENCE, What};
use crate::email::webhooks::signature::mailgun::Signed;

/// What stands beside the event and proves where it comes from.
pub fn signed(body: &[u8]) -> Result<Signed, PayloadError> {
    let value = json(body)?;
    let part = |name: &str| value["signature"][name].as_str().map(str::to_owned).ok_or(PayloadError::Shape);
    Ok(Signed { timestamp: part("timestamp")?, token: part("token")?, signature: part("signature")? })
}

/// The key is the signature's token: each request has its own, and the event's id is promised to differ only within a day.
pub fn read(body: &[u8]) -> Result<Event, PayloadError> {
    let value = json(body)?;
    let data = &value["event-data"];
    let name = text(&data["event"]).ok_or(PayloadError::Shape)?;
    let key = text(&value["signature"]["token"]).or_else(|| text(&data["id"])).ok_or(PayloadError::Shape)?;
    let mut event = Event::new(Provider::Mailgun, key, what(&name, data));
    event.at = seconds(&data["timestamp"]);
    event.address = text(&data["recipient"]);
    // An object, or a text that says what is wrong with it; an index into a text is null.
    event.reference = text(&data["user-variables"][REFERENCE]);
    event.message_id = text(&data["message"]["headers"]["message-id"]).map(|id| bare(&id));
    event.diagnostic = said(data);
    event.url = text(&data["url"]);
    event.user_agent = text(&data["client-info"]["user-agent"]);
    event.machine = text(&data["client-info"]["bot"]).is_some();
    Ok(event)
}

fn what(name: &str, data: &Value) -> What {
    match name {
        "accepted" => What::Accepted,
        "delivered" => What::Delivered,
        "failed" => failed(data),
        "rejected" => What::Dropped(Dropped::Content),
        "complained" => What::Complained,
        "unsubscribed" => What::Unsubscribed,
        "opened" => What::Opened,
        "clicked" => What::Clicked,
        other => What::Unknown(other.to_owned()),
    }
}

fn failed(data: &Value) -> What {
    let code = data["delivery-status"]["code"].as_u64();
    match (data["reason"].as_str(), code) {
        (Some("suppress-bounce"), _) | (_, Some(605)) => return What::Dropped(Dropped::Bounced),
        (Some("suppress-complaint"), _) | (_, Some(607)) => return What::Dropped(Dropped::Complained),
        (Some("suppress-unsubscribe"), _) => return What::Dropped(Dropped::Unsubscribed),
        _ => {}
    }
    let class = refusal(data);
    if data["severity"].as_str() == Some("temporary") {
        // Nothing is for good that is tried again.
        return What::Deferred(if class == Class::Hard { Class::Soft } else { class });
    }
    What::Bounced(match (data["reason"].as_str(), class) {
        (Some("old" | "greylisted"), Class::Hard | Class::Unknown) => Class::Soft,
        (Some("espblock" | "blacklisted"), Class::Hard | Class::Unknown) => Class::Policy,
        (_, class) => class,
    })
}

fn refusal(data: &Value) -> Class {
    let status = &data["delivery-status"];
    let said = said(data).unwrap_or_default();
    let read = Refusal::read(&said);
    let code = status["code"].as_u64().and_then(|code| u16::try_from(code).ok());
    let enhanced = text(&status["enhanced-code"]).and_then(|code| Enhanced::parse(&code));
    Refusal {
        // Mailgun's own codes begin with a 6 and are no server's.
        code: read.code.or(code.filter(|code| (200..600).contains(code))),
        enhanced: enhanced.or(read.enhanced),
        ..read
    }
    .class()
}

fn said(data: &Value) -> Option<String> {
    let status = &data["delivery-status"];
    text(&status["message"]).or_else(|| text(&status["description"]))
}
