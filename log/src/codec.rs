//! Between a typed event and its row: seals personal parts on the way in, opens them on the way out.
//!
//! A sealed payload keeps the shape serde gives an enum, with the personal parts taken out and one `$sealed` object
//! put in: `{"ContactCreated":{"fields":{"country":"DK"},"$sealed":{"v":1,"d":"<nonce and ciphertext>"}}}`. A reader
//! without the key, the stock repository included, loads the event without those parts.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use cqrs_es::persist::{EventUpcaster, SerializedEvent};
use pivotal_domain::log::personal::PersonalPart;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::error::LogError;
use crate::keys::PersonKey;

const SEALED: &str = "$sealed";

/// Where a payload stands; the ciphertext is bound to it.
pub fn place(kind: &str, id: &str, sequence: i64) -> String {
    format!("{kind}/{id}/{sequence}")
}

/// Takes the personal parts out of a payload and puts their ciphertext in.
pub fn seal(
    payload: &mut Value,
    parts: &[PersonalPart],
    key: &PersonKey,
    place: &str,
) -> Result<(), LogError> {
    let Some(body) = variant_body(payload) else { return Ok(()) };
    let mut personal = Map::new();
    for part in parts {
        match (part, body.get_mut(part.at())) {
            (_, None) => {}
            (PersonalPart::Key(at), Some(_)) => {
                if let Some(value) = body.remove(*at) {
                    personal.insert((*at).to_owned(), value);
                }
            }
            (PersonalPart::FieldMap { at, .. }, Some(Value::Object(map))) => {
                let keys: Vec<String> = map.keys().filter(|key| part.seals(key)).cloned().collect();
                let taken: Map<String, Value> =
                    keys.into_iter().filter_map(|key| map.remove(&key).map(|value| (key, value))).collect();
                if !taken.is_empty() {
                    personal.insert((*at).to_owned(), Value::Object(taken));
                }
            }
            (PersonalPart::FieldMap { .. }, Some(_)) => {}
        }
    }
    if personal.is_empty() {
        return Ok(());
    }
    let sealed = key.seal(place, &serde_json::to_vec(&personal)?)?;
    body.insert(SEALED.to_owned(), json!({"v": 1, "d": STANDARD_NO_PAD.encode(sealed)}));
    Ok(())
}

/// Puts the personal parts back. Without a key they stay away: that is what erasure looks like.
pub fn open(payload: &mut Value, key: Option<&PersonKey>, place: &str) -> Result<(), LogError> {
    let Some(body) = variant_body(payload) else { return Ok(()) };
    let Some(envelope) = body.remove(SEALED) else { return Ok(()) };
    let Some(key) = key else { return Ok(()) };
    let sealed =
        envelope.get("d").and_then(Value::as_str).ok_or(LogError::Seal("the envelope is damaged"))?;
    let sealed = STANDARD_NO_PAD.decode(sealed).map_err(|_| LogError::Seal("the envelope is damaged"))?;
    let personal: Map<String, Value> = serde_json::from_slice(&key.open(place, &sealed)?)?;
    for (at, value) in personal {
        match (body.get_mut(&at), value) {
            (Some(Value::Object(map)), Value::Object(taken)) => map.extend(taken),
            (_, value) => {
                body.insert(at, value);
            }
        }
    }
    Ok(())
}

/// Whether a stored payload has sealed parts at all.
pub fn is_sealed(payload: &str) -> bool {
    payload.contains("\"$sealed\"")
}

/// A stored event as the codec sees it.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    pub aggregate_type: &'a str,
    pub aggregate_id: &'a str,
    pub sequence: i64,
    pub event_type: &'a str,
    pub event_version: &'a str,
    pub payload: &'a str,
}

/// Decodes straight from text where nothing is sealed and nothing is old; through `Value` only otherwise.
pub fn decode<E: DeserializeOwned>(
    stored: Stored<'_>,
    key: Option<&PersonKey>,
    upcasters: &[Box<dyn EventUpcaster>],
) -> Result<E, LogError> {
    let unreadable = |source| LogError::Unreadable {
        aggregate_type: stored.aggregate_type.to_owned(),
        aggregate_id: stored.aggregate_id.to_owned(),
        sequence: stored.sequence,
        event_type: stored.event_type.to_owned(),
        source,
    };
    let old = upcasters.iter().any(|upcaster| upcaster.can_upcast(stored.event_type, stored.event_version));
    if !old && (key.is_none() || !is_sealed(stored.payload)) {
        return serde_json::from_str(stored.payload).map_err(unreadable);
    }
    let mut payload: Value = serde_json::from_str(stored.payload).map_err(unreadable)?;
    open(&mut payload, key, &place(stored.aggregate_type, stored.aggregate_id, stored.sequence))?;
    if old {
        let event = SerializedEvent::new(
            stored.aggregate_id.to_owned(),
            stored.sequence as usize,
            stored.aggregate_type.to_owned(),
            stored.event_type.to_owned(),
            stored.event_version.to_owned(),
            payload,
            Value::Null,
        );
        payload = upcast(event, upcasters).payload;
    }
    serde_json::from_value(payload).map_err(unreadable)
}

/// Brings an old event to its current shape; several upcasters may each take it one version further.
pub fn upcast(event: SerializedEvent, upcasters: &[Box<dyn EventUpcaster>]) -> SerializedEvent {
    upcasters.iter().fold(event, |event, upcaster| {
        if upcaster.can_upcast(&event.event_type, &event.event_version) {
            upcaster.upcast(event)
        } else {
            event
        }
    })
}

/// The object inside `{"Variant": {...}}`.
fn variant_body(payload: &mut Value) -> Option<&mut Map<String, Value>> {
    payload.as_object_mut()?.values_mut().next()?.as_object_mut()
}
