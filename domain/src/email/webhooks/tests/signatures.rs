use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::email::webhooks::payload::mailgun::signed;
use crate::email::webhooks::payload::ses::Envelope;
use crate::email::webhooks::signature::mailgun::Signed;
use crate::email::webhooks::signature::sendgrid::{self, PublicKey};
use crate::email::webhooks::signature::sns::{
    SigningKey, certificate_address, confirmation_address, string_to_sign,
};
use crate::email::webhooks::signature::{SignatureError, WINDOW};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_803_895_200, 0).unwrap()
}

struct SendGrid {
    key: EcdsaKeyPair,
    public: PublicKey,
}

impl SendGrid {
    fn new() -> Self {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        let mut der = hex::decode("3059301306072a8648ce3d020106082a8648ce3d030107034200").unwrap();
        der.extend_from_slice(key.public_key().as_ref());
        let public = PublicKey::read(&STANDARD.encode(der)).unwrap();
        SendGrid { key, public }
    }

    fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        let message = [timestamp.as_bytes(), body].concat();
        STANDARD.encode(self.key.sign(&SystemRandom::new(), &message).unwrap())
    }
}

#[test]
fn sendgrid_signs_the_body_as_it_came() {
    let sendgrid = SendGrid::new();
    let timestamp = now().timestamp().to_string();
    let body = b"[{\"event\":\"open\"},\r\n{\"event\":\"click\"}]\r\n";
    let signature = sendgrid.sign(&timestamp, body);
    let verify = |signature: Option<&str>, timestamp: Option<&str>, body: &[u8]| {
        sendgrid.public.verify(signature, timestamp, body, now())
    };
    assert_eq!(verify(Some(&signature), Some(&timestamp), body), Ok(()));
    assert_eq!(verify(Some(&signature), Some(&timestamp), body.trim_ascii()), Err(SignatureError::Wrong));
    assert_eq!(verify(Some(&signature), Some("1803895201"), body), Err(SignatureError::Wrong));
    assert_eq!(verify(None, Some(&timestamp), body), Err(SignatureError::Missing));
    assert_eq!(verify(Some(&signature), None, body), Err(SignatureError::Missing));
    assert_eq!(verify(Some("%%%"), Some(&timestamp), body), Err(SignatureError::Malformed));
    assert_eq!(verify(Some(&signature), Some("now"), body), Err(SignatureError::Malformed));
    assert_eq!(verify(Some(""), Some(&timestamp), body), Err(SignatureError::Wrong));
    let other = SendGrid::new();
    assert_eq!(
        other.public.verify(Some(&signature), Some(&timestamp), body, now()),
        Err(SignatureError::Wrong)
    );
}

#[test]
fn what_was_signed_long_ago_is_not_taken_again() {
    let sendgrid = SendGrid::new();
    for (age, expected) in [
        (TimeDelta::zero(), Ok(())),
        (WINDOW, Ok(())),
        (WINDOW + TimeDelta::seconds(1), Err(SignatureError::Stale)),
        (TimeDelta::minutes(-5), Ok(())),
        (TimeDelta::minutes(-6), Err(SignatureError::Stale)),
    ] {
        let timestamp = (now() - age).timestamp().to_string();
        let signature = sendgrid.sign(&timestamp, b"[]");
        let read = sendgrid.public.verify(Some(&signature), Some(&timestamp), b"[]", now());
        assert_eq!(read, expected, "{age}");
    }
}

#[test]
fn a_key_of_another_kind_is_none() {
    for bad in ["", "AAAA", "not base64!", &STANDARD.encode([0x30_u8; 91]), &STANDARD.encode([4_u8; 65])] {
        assert_eq!(PublicKey::read(bad), Err(SignatureError::Key), "{bad}");
    }
    assert_eq!(sendgrid::SIGNATURE_HEADER, "X-Twilio-Email-Event-Webhook-Signature");
}

fn mailgun_signed(key: &str, timestamp: &str, token: &str) -> Signed {
    let mut mac: Hmac<Sha256> = Hmac::new_from_slice(key.as_bytes()).unwrap();
    mac.update(timestamp.as_bytes());
    mac.update(token.as_bytes());
    let signature = hex::encode(mac.finalize().into_bytes());
    Signed { timestamp: timestamp.to_owned(), token: token.to_owned(), signature }
}

#[test]
fn mailgun_signs_a_moment_and_a_token() {
    let good = mailgun_signed("key-1", "1803895200", "abc");
    assert_eq!(good.verify("key-1", now()), Ok(()));
    assert_eq!(good.verify("key-2", now()), Err(SignatureError::Wrong));
    assert_eq!(good.verify("", now()), Err(SignatureError::Key));
    assert_eq!(
        Signed { token: "abd".to_owned(), ..good.clone() }.verify("key-1", now()),
        Err(SignatureError::Wrong)
    );
    // The same bytes in another place are another message.
    let moved = Signed { timestamp: "180389520".to_owned(), token: "0abc".to_owned(), ..good.clone() };
    assert_eq!(moved.verify("key-1", now()), Err(SignatureError::Stale));
    assert_eq!(
        Signed { signature: good.signature[..32].to_owned(), ..good.clone() }.verify("key-1", now()),
        Err(SignatureError::Wrong)
    );
    assert_eq!(
        Signed { signature: String::new(), ..good.clone() }.verify("key-1", now()),
        Err(SignatureError::Missing)
    );
    assert_eq!(
        Signed { signature: "xyz".to_owned(), ..good.clone() }.verify("key-1", now()),
        Err(SignatureError::Malformed)
    );
    let late = now() + WINDOW + TimeDelta::seconds(1);
    assert_eq!(good.verify("key-1", late), Err(SignatureError::Stale));
}

#[test]
fn what_signs_a_message_of_mailgun_stands_in_it() {
    let body = br#"{"signature":{"timestamp":"1803895200","token":"abc","signature":"00"},"event-data":{}}"#;
    let expected =
        Signed { timestamp: "1803895200".to_owned(), token: "abc".to_owned(), signature: "00".to_owned() };
    assert_eq!(signed(body), Ok(expected));
    assert!(signed(b"{\"event-data\":{}}").is_err());
    assert!(signed(b"{\"signature\":").is_err());
}

const TOPIC: &str = "arn:aws:sns:eu-central-1:123456789012:mail";

fn envelope() -> Envelope {
    Envelope {
        kind: "Notification".to_owned(),
        message_id: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324".to_owned(),
        topic_arn: TOPIC.to_owned(),
        message: "{\"eventType\":\"Send\"}".to_owned(),
        timestamp: "2027-03-01T10:00:00.000Z".to_owned(),
        signature_version: "2".to_owned(),
        signature: String::new(),
        signing_cert_url: "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem".to_owned(),
        subject: Some("Amazon SES Email Event Notification".to_owned()),
        token: None,
        subscribe_url: None,
    }
}

#[test]
fn the_clock_of_these_tests_is_when_the_envelope_was_published() {
    assert_eq!(now().to_rfc3339(), "2027-03-01T10:00:00+00:00");
}

/// Signed once with a key that nobody has any more.
#[test]
fn a_certificate_and_both_versions_of_a_signature_are_read() {
    let key = SigningKey::of_certificate(include_bytes!("certificate.pem")).unwrap();
    let versions = [("1", include_str!("signature_1.txt")), ("2", include_str!("signature_2.txt"))];
    let now = now();
    for (version, signature) in versions {
        let signed =
            Envelope { signature_version: version.to_owned(), signature: signature.to_owned(), ..envelope() };
        assert_eq!(key.verify(&signed, &[TOPIC], now), Ok(()), "{version}");
        let changed = Envelope { message: "{\"eventType\":\"Bounce\"}".to_owned(), ..signed.clone() };
        assert_eq!(key.verify(&changed, &[TOPIC], now), Err(SignatureError::Wrong));
        let other = if version == "1" { "2" } else { "1" };
        let swapped = Envelope { signature_version: other.to_owned(), ..signed };
        assert_eq!(key.verify(&swapped, &[TOPIC], now), Err(SignatureError::Wrong));
    }
    assert_eq!(SigningKey::of_certificate(b"-----BEGIN CERTIFICATE-----"), Err(SignatureError::Key));
    assert_eq!(SigningKey::of_certificate(b""), Err(SignatureError::Key));
}

#[test]
fn an_envelope_is_believed_of_our_topics_and_for_a_day_and_a_half() {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let (from, until) = (now().timestamp() - 10_000, now().timestamp() + 150_000);
    let key = SigningKey::of_key(pair.public_key().as_ref(), from, until);
    let mut signature = vec![0; pair.public_modulus_len()];
    let text = string_to_sign(&envelope());
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).unwrap();
    let signed = Envelope { signature: STANDARD.encode(signature), ..envelope() };
    let verify = |envelope: &Envelope, at: DateTime<Utc>| key.verify(envelope, &["other", TOPIC], at);
    assert_eq!(verify(&signed, now()), Ok(()));
    assert_eq!(verify(&signed, now() + WINDOW), Ok(()));
    assert_eq!(verify(&signed, now() + WINDOW + TimeDelta::seconds(1)), Err(SignatureError::Stale));
    assert_eq!(
        verify(&signed, now() + TimeDelta::days(3)),
        Err(SignatureError::Key),
        "the certificate is over"
    );
    assert_eq!(key.verify(&signed, &["other"], now()), Err(SignatureError::Topic));
    assert_eq!(verify(&envelope(), now()), Err(SignatureError::Missing));
    let third = Envelope { signature_version: "3".to_owned(), ..signed };
    assert_eq!(verify(&third, now()), Err(SignatureError::Malformed));
}

#[test]
fn what_is_signed_depends_on_the_kind() {
    assert_eq!(
        string_to_sign(&envelope()),
        format!(
            "Message\n{{\"eventType\":\"Send\"}}\nMessageId\n22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324\nSubject\nAmazon SES Email Event Notification\nTimestamp\n2027-03-01T10:00:00.000Z\nTopicArn\n{TOPIC}\nType\nNotification\n"
        )
    );
    let confirmation = Envelope {
        kind: "SubscriptionConfirmation".to_owned(),
        message: "You have chosen".to_owned(),
        subject: None,
        token: Some("t".to_owned()),
        subscribe_url: Some("https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription".to_owned()),
        ..envelope()
    };
    assert_eq!(
        string_to_sign(&confirmation),
        format!(
            "Message\nYou have chosen\nMessageId\n22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324\nSubscribeURL\nhttps://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription\nTimestamp\n2027-03-01T10:00:00.000Z\nToken\nt\nTopicArn\n{TOPIC}\nType\nSubscriptionConfirmation\n"
        )
    );
}

#[test]
fn certificates_are_fetched_from_amazon_only() {
    let at = |url: &str| certificate_address(&Envelope { signing_cert_url: url.to_owned(), ..envelope() });
    for good in [
        "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem",
        "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-0.pem",
        "https://sns.us-gov-west-1.amazonaws.com:443/x.pem",
    ] {
        assert!(at(good).is_ok(), "{good}");
    }
    for bad in [
        "http://sns.eu-central-1.amazonaws.com/x.pem",
        "https://sns.eu-central-1.amazonaws.com/x.cer",
        "https://sns.eu-central-1.amazonaws.com/x?y.pem",
        "https://sns.eu-central-1.amazonaws.com:8443/x.pem",
        "https://user@sns.eu-central-1.amazonaws.com/x.pem",
        "https://sns.eu-central-1.amazonaws.com.evil.example/x.pem",
        "https://sns.evil.example/sns.eu-central-1.amazonaws.com/x.pem",
        "https://sns.evil.example.amazonaws.com/x.pem",
        "https://evil.example#sns.eu-central-1.amazonaws.com/x.pem",
        "https://sns.amazonaws.com/x.pem",
        "https://sqs.eu-central-1.amazonaws.com/x.pem",
        "https://169.254.169.254/x.pem",
        "file:///etc/x.pem",
        "",
    ] {
        assert_eq!(at(bad), Err(SignatureError::Address), "{bad}");
    }
}

#[test]
fn subscriptions_are_confirmed_at_amazon_only() {
    let at = |url: Option<&str>| {
        confirmation_address(&Envelope { subscribe_url: url.map(str::to_owned), ..envelope() })
    };
    let host = "https://sns.eu-central-1.amazonaws.com";
    assert!(at(Some(&format!("{host}/?Action=ConfirmSubscription&TopicArn=x&Token=y"))).is_ok());
    for bad in [
        format!("{host}/?Action=DeleteTopic&TopicArn=x"),
        format!("{host}/"),
        "https://evil.example/?Action=ConfirmSubscription".to_owned(),
        "https://127.0.0.1/?Action=ConfirmSubscription".to_owned(),
    ] {
        assert_eq!(at(Some(&bad)), Err(SignatureError::Address), "{bad}");
    }
    assert_eq!(at(None), Err(SignatureError::Missing));
}
