use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::email::bounces::reply::Class;
use crate::email::webhooks::event::{Dropped, Event, PayloadError, Provider, What};
use crate::email::webhooks::payload::ses::Envelope;
use crate::email::webhooks::payload::{mailgun, sendgrid, ses};

fn at(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

fn of_sendgrid(fields: Value) -> Event {
    let mut event = json!({
        "email": "jane@a.example", "timestamp": 1_803_895_200, "sg_event_id": "e1", "pivotal_email": "m1",
        "sg_message_id": "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0", "category": ["x"],
    });
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let body = serde_json::to_vec(&json!([event])).unwrap();
    sendgrid::read(&body).unwrap().pop().unwrap()
}

#[test]
fn sendgrid_tells_it_in_a_flat_object() {
    let event = of_sendgrid(json!({
        "event": "click", "url": "https://a.example/x", "useragent": "Mozilla/5.0", "url_offset": {"index": 0},
    }));
    assert_eq!(
        event,
        Event {
            provider: Provider::SendGrid,
            key: "e1".to_owned(),
            what: What::Clicked,
            at: at("2027-03-01T10:00:00Z"),
            address: Some("jane@a.example".to_owned()),
            reference: Some("m1".to_owned()),
            message_id: Some("14c5d75ce93".to_owned()),
            diagnostic: None,
            url: Some("https://a.example/x".to_owned()),
            user_agent: Some("Mozilla/5.0".to_owned()),
            machine: false,
        }
    );
    assert!(of_sendgrid(json!({"event": "open", "sg_machine_open": true})).machine);
}

#[test]
fn kinds_of_sendgrid_are_told_apart() {
    let bounce = |kind: &str, status: &str, reason: &str| json!({"event": "bounce", "type": kind, "status": status, "reason": reason});
    let classified = |class: &str, reason: &str| json!({"event": "bounce", "type": "bounce", "reason": reason, "bounce_classification": class});
    for (fields, expected) in [
        (json!({"event": "processed"}), What::Accepted),
        (json!({"event": "delivered", "response": "250 OK"}), What::Delivered),
        (json!({"event": "deferred", "response": "421 4.7.28 slow down"}), What::Deferred(Class::Throttled)),
        (bounce("bounce", "5.1.1", "550 5.1.1 User unknown"), What::Bounced(Class::Hard)),
        (bounce("bounce", "5.1.1", ""), What::Bounced(Class::Hard)),
        (bounce("blocked", "5.7.1", "550 5.7.1 blocked"), What::Bounced(Class::Policy)),
        (bounce("blocked", "5.1.1", "550 5.1.1 User unknown"), What::Bounced(Class::Policy)),
        (bounce("blocked", "5.2.2", "552 5.2.2 mailbox full"), What::Bounced(Class::MailboxFull)),
        (bounce("expired", "", "unable to get mx info"), What::Bounced(Class::Unknown)),
        (classified("Invalid Address", "550 gone"), What::Bounced(Class::Hard)),
        (classified("Reputation", "550 5.1.1 no"), What::Bounced(Class::Policy)),
        (classified("Frequency or Volume", "550 no"), What::Bounced(Class::Throttled)),
        (classified("Mailbox Unavailable", "550 mailbox unavailable"), What::Bounced(Class::Soft)),
        (json!({"event": "dropped", "reason": "Bounced Address"}), What::Dropped(Dropped::Bounced)),
        (json!({"event": "dropped", "reason": "Unsubscribed Address"}), What::Dropped(Dropped::Unsubscribed)),
        (json!({"event": "dropped", "reason": "Spam Reporting Address"}), What::Dropped(Dropped::Complained)),
        (json!({"event": "dropped", "reason": "Invalid"}), What::Dropped(Dropped::Invalid)),
        (json!({"event": "dropped"}), What::Dropped(Dropped::Other)),
        (json!({"event": "spamreport"}), What::Complained),
        (json!({"event": "unsubscribe"}), What::Unsubscribed),
        (json!({"event": "group_unsubscribe"}), What::Unsubscribed),
        (json!({"event": "open"}), What::Opened),
        (json!({"event": "group_resubscribe"}), What::Unknown("group_resubscribe".to_owned())),
        (json!({"event": "of_next_year"}), What::Unknown("of_next_year".to_owned())),
    ] {
        let shown = fields.to_string();
        assert_eq!(of_sendgrid(fields).what, expected, "{shown}");
    }
}

#[test]
fn one_bad_event_loses_no_other() {
    let body = br#"[1, {"event": "open"}, {"sg_event_id": "x"}, {"event": "open", "sg_event_id": "y"}]"#;
    let keys: Vec<String> = sendgrid::read(body).unwrap().into_iter().map(|event| event.key).collect();
    assert_eq!(keys, ["y"]);
    assert_eq!(sendgrid::read(b"[]"), Ok(vec![]));
    assert_eq!(sendgrid::read(b"{}"), Err(PayloadError::Shape));
    assert_eq!(sendgrid::read(b"[{\"event\":"), Err(PayloadError::NotJson));
}

fn of_mailgun(fields: Value) -> Event {
    let mut data = json!({
        "id": "i1", "timestamp": 1_803_895_200.25, "recipient": "jane@a.example",
        "user-variables": {"pivotal_email": "m1"},
        "message": {"headers": {"message-id": "20270301.1@news.example.com"}},
    });
    data.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let body = json!({"signature": {"timestamp": "1", "token": "t1", "signature": "00"}, "event-data": data});
    mailgun::read(&serde_json::to_vec(&body).unwrap()).unwrap()
}

#[test]
fn mailgun_tells_one_event_by_its_token() {
    let event = of_mailgun(json!({
        "event": "clicked", "url": "https://a.example/x", "client-info": {"user-agent": "Mozilla/5.0", "bot": "gmail"},
    }));
    assert_eq!(
        event,
        Event {
            provider: Provider::Mailgun,
            key: "t1".to_owned(),
            what: What::Clicked,
            at: at("2027-03-01T10:00:00.250Z"),
            address: Some("jane@a.example".to_owned()),
            reference: Some("m1".to_owned()),
            message_id: Some("20270301.1@news.example.com".to_owned()),
            diagnostic: None,
            url: Some("https://a.example/x".to_owned()),
            user_agent: Some("Mozilla/5.0".to_owned()),
            machine: true,
        }
    );
    let odd = of_mailgun(
        json!({"event": "opened", "user-variables": "not valid JSON", "client-info": {"bot": ""}}),
    );
    assert_eq!((odd.reference, odd.machine), (None, false));
}

#[test]
fn kinds_of_mailgun_are_told_apart() {
    let failed = |severity: &str, reason: &str, code: u16, message: &str| {
        json!({
            "event": "failed", "severity": severity, "reason": reason,
            "delivery-status": {"code": code, "message": message},
        })
    };
    for (fields, expected) in [
        (json!({"event": "accepted"}), What::Accepted),
        (json!({"event": "delivered"}), What::Delivered),
        (json!({"event": "rejected"}), What::Dropped(Dropped::Content)),
        (json!({"event": "complained"}), What::Complained),
        (json!({"event": "unsubscribed"}), What::Unsubscribed),
        (json!({"event": "opened"}), What::Opened),
        (json!({"event": "stored"}), What::Unknown("stored".to_owned())),
        (failed("permanent", "bounce", 550, "5.1.1 User unknown"), What::Bounced(Class::Hard)),
        (failed("permanent", "generic", 554, "no"), What::Bounced(Class::Unknown)),
        (failed("permanent", "old", 602, "too old"), What::Bounced(Class::Soft)),
        (failed("permanent", "espblock", 550, "5.1.1 User unknown"), What::Bounced(Class::Policy)),
        (failed("permanent", "suppress-bounce", 605, "Not delivering"), What::Dropped(Dropped::Bounced)),
        (failed("permanent", "bounce", 605, "Not delivering"), What::Dropped(Dropped::Bounced)),
        (failed("permanent", "suppress-complaint", 607, ""), What::Dropped(Dropped::Complained)),
        (failed("permanent", "suppress-unsubscribe", 606, ""), What::Dropped(Dropped::Unsubscribed)),
        (failed("temporary", "generic", 452, "4.2.2 over quota"), What::Deferred(Class::MailboxFull)),
        (failed("temporary", "greylisted", 450, "4.2.0 Greylisted"), What::Deferred(Class::Soft)),
        (failed("temporary", "generic", 550, "5.1.1 User unknown"), What::Deferred(Class::Soft)),
    ] {
        let shown = fields.to_string();
        assert_eq!(of_mailgun(fields).what, expected, "{shown}");
    }
}

fn of_ses(fields: Value) -> Vec<Event> {
    let mut message = json!({
        "mail": {
            "timestamp": "2027-03-01T09:00:00.000Z", "messageId": "0107-1", "destination": ["jane@a.example"],
            "tags": {"ses:from-domain": ["news.example.com"], "pivotal_email": ["m1"]},
        },
    });
    message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    ses::read(&message.to_string(), "n1").unwrap()
}

#[test]
fn ses_tells_it_in_an_envelope() {
    let message = json!({
        "eventType": "Click",
        "mail": {"messageId": "0107-1", "destination": ["Jane@a.example"], "tags": {"pivotal_email": ["m1"]}},
        "click": {"timestamp": "2027-03-01T10:00:00.000Z", "link": "https://a.example/x", "userAgent": "Mozilla/5.0"},
    });
    let envelope = json!({
        "Type": "Notification", "MessageId": "n1", "TopicArn": "arn", "Message": message.to_string(),
        "Timestamp": "2027-03-01T10:00:01.000Z", "SignatureVersion": "2", "Signature": "x",
        "SigningCertURL": "https://x", "UnsubscribeURL": "https://y", "OfNextYear": {"a": 1},
    });
    let envelope = Envelope::read(envelope.to_string().as_bytes()).unwrap();
    assert_eq!(envelope.subject, None);
    let events = envelope.events().unwrap();
    assert_eq!(
        events,
        [Event {
            provider: Provider::Ses,
            key: "n1".to_owned(),
            what: What::Clicked,
            at: at("2027-03-01T10:00:00Z"),
            address: Some("Jane@a.example".to_owned()),
            reference: Some("m1".to_owned()),
            message_id: Some("0107-1".to_owned()),
            diagnostic: None,
            url: Some("https://a.example/x".to_owned()),
            user_agent: Some("Mozilla/5.0".to_owned()),
            machine: false,
        }]
    );
    let confirmation = Envelope { kind: "SubscriptionConfirmation".to_owned(), ..envelope };
    assert_eq!(confirmation.events(), Ok(vec![]));
}

#[test]
fn kinds_of_ses_are_told_apart() {
    let bounce = |kind: &str, sub: &str, diagnostic: &str| {
        json!({"eventType": "Bounce", "bounce": {
            "bounceType": kind, "bounceSubType": sub, "feedbackId": "f",
            "bouncedRecipients": [{"emailAddress": "jane@a.example", "diagnosticCode": diagnostic}],
        }})
    };
    let complaint = |kind: Value, sub: Value| {
        json!({"eventType": "Complaint", "complaint": {
            "complaintFeedbackType": kind, "complaintSubType": sub,
            "complainedRecipients": [{"emailAddress": "jane@a.example"}],
        }})
    };
    let subscription = |left: bool| json!({"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": left}}});
    let delay = |kind: &str| {
        json!({"eventType": "DeliveryDelay", "deliveryDelay": {
            "delayType": kind, "delayedRecipients": [{"emailAddress": "jane@a.example", "status": "4.4.1"}],
        }})
    };
    for (fields, expected) in [
        (json!({"eventType": "Send", "send": {}}), What::Accepted),
        (json!({"eventType": "Delivery", "delivery": {"recipients": ["jane@a.example"]}}), What::Delivered),
        (json!({"notificationType": "Delivery", "delivery": {}}), What::Delivered),
        (bounce("Permanent", "General", "smtp; 550 5.7.1 no"), What::Bounced(Class::Hard)),
        (bounce("Permanent", "NoEmail", ""), What::Bounced(Class::Hard)),
        (bounce("Permanent", "OnAccountSuppressionList", ""), What::Dropped(Dropped::Bounced)),
        (bounce("Permanent", "Suppressed", ""), What::Dropped(Dropped::Bounced)),
        (bounce("Transient", "MailboxFull", ""), What::Bounced(Class::MailboxFull)),
        (bounce("Transient", "ContentRejected", ""), What::Bounced(Class::Policy)),
        (bounce("Transient", "General", "smtp; 550 5.1.1 user unknown"), What::Bounced(Class::Soft)),
        (bounce("Undetermined", "Undetermined", "smtp; 550 5.1.1 user unknown"), What::Bounced(Class::Hard)),
        (bounce("Undetermined", "Undetermined", ""), What::Bounced(Class::Unknown)),
        (complaint(json!("abuse"), Value::Null), What::Complained),
        (complaint(Value::Null, Value::Null), What::Complained),
        (complaint(json!("not-spam"), Value::Null), What::Unknown("not-spam".to_owned())),
        (complaint(Value::Null, json!("OnAccountSuppressionList")), What::Dropped(Dropped::Complained)),
        (delay("MailboxFull"), What::Deferred(Class::MailboxFull)),
        (delay("General"), What::Deferred(Class::Soft)),
        (
            json!({"eventType": "Rendering Failure", "failure": {"errorMessage": "x"}}),
            What::Dropped(Dropped::Content),
        ),
        (
            json!({"eventType": "Reject", "reject": {"reason": "Bad content"}}),
            What::Dropped(Dropped::Content),
        ),
        (json!({"eventType": "Open", "open": {}}), What::Opened),
        (subscription(true), What::Unsubscribed),
        (subscription(false), What::Unknown("Subscription".to_owned())),
        (json!({"eventType": "OfNextYear"}), What::Unknown("OfNextYear".to_owned())),
    ] {
        let shown = fields.to_string();
        let events = of_ses(fields);
        assert_eq!(events.len(), 1, "{shown}");
        assert_eq!(events[0].what, expected, "{shown}");
        assert_eq!(events[0].address.as_deref(), Some("jane@a.example"), "{shown}");
        assert_eq!(events[0].reference.as_deref(), Some("m1"), "{shown}");
    }
}

#[test]
fn several_recipients_of_one_message_are_several_events() {
    let events = of_ses(json!({"eventType": "Bounce", "bounce": {
        "bounceType": "Permanent", "timestamp": "2027-03-01T10:00:00Z",
        "bouncedRecipients": [{"emailAddress": "a@a.example"}, {"emailAddress": "b@a.example"}],
    }}));
    let keys: Vec<&str> = events.iter().map(|event| event.key.as_str()).collect();
    assert_eq!(keys, ["n1", "n1:1"]);
    assert_eq!(events[0].at, at("2027-03-01T10:00:00Z"));
}

#[test]
fn the_topics_first_message_says_nothing() {
    assert_eq!(
        ses::read("Successfully validated SNS topic for Amazon SES event publishing.", "n1"),
        Ok(vec![])
    );
    assert_eq!(ses::read("{}", "n1"), Err(PayloadError::Shape));
    assert_eq!(Envelope::read(b"{}"), Err(PayloadError::Shape));
    assert_eq!(
        Envelope::read(b"{\"eventType\":\"Send\"}"),
        Err(PayloadError::Shape),
        "raw delivery is not signed"
    );
}

#[test]
fn only_what_ends_mails_ends_them() {
    for (what, ends) in [
        (What::Bounced(Class::Hard), true),
        (What::Bounced(Class::MailboxFull), false),
        (What::Bounced(Class::Policy), false),
        (What::Bounced(Class::Unknown), false),
        (What::Deferred(Class::Hard), false),
        (What::Dropped(Dropped::Bounced), true),
        (What::Dropped(Dropped::Complained), true),
        (What::Dropped(Dropped::Unsubscribed), true),
        (What::Dropped(Dropped::Invalid), false),
        (What::Dropped(Dropped::Content), false),
        (What::Complained, true),
        (What::Unsubscribed, true),
        (What::Opened, false),
        (What::Unknown("x".to_owned()), false),
    ] {
        assert_eq!(what.suppresses(), ends, "{what:?}");
    }
}
