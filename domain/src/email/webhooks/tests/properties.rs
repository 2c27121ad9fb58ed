use proptest::prelude::*;

use crate::email::webhooks::payload::{mailgun, sendgrid, ses};

/// JSON that looks nearly right.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("1803895200".to_owned()),
        Just("-1e300".to_owned()),
        Just("\"bounce\"".to_owned()),
        Just("\"Bounce\"".to_owned()),
        Just("\"failed\"".to_owned()),
        Just("\"5.1.1\"".to_owned()),
        Just("[]".to_owned()),
        "\"[a-zA-Z0-9@.<> -]{0,12}\"",
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        let name = prop_oneof![
            Just("event"),
            Just("sg_event_id"),
            Just("timestamp"),
            Just("event-data"),
            Just("signature"),
            Just("token"),
            Just("delivery-status"),
            Just("code"),
            Just("user-variables"),
            Just("eventType"),
            Just("bounce"),
            Just("bouncedRecipients"),
            Just("mail"),
            Just("destination"),
            Just("tags"),
            Just("Message"),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|all| format!("[{}]", all.join(","))),
            proptest::collection::vec((name, inner), 0..6).prop_map(|all| {
                let fields: Vec<String> =
                    all.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_message_breaks_anything(text in json(), cut in 0..200_usize) {
        let cut = cut.min(text.len());
        for body in [text.as_bytes(), &text.as_bytes()[..cut]] {
            for event in sendgrid::read(body).unwrap_or_default() {
                prop_assert!(!event.key.is_empty());
            }
            if let Ok(event) = mailgun::read(body) {
                prop_assert!(!event.key.is_empty());
            }
            let _ = mailgun::signed(body);
            let _ = ses::Envelope::read(body).map(|envelope| envelope.events());
        }
        for event in ses::read(&text, "key").unwrap_or_default() {
            prop_assert!(event.key.starts_with("key"));
        }
    }

    #[test]
    fn rubbish_is_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = sendgrid::read(&bytes);
        let _ = mailgun::read(&bytes);
        let _ = ses::Envelope::read(&bytes);
    }
}
