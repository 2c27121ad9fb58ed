//! A field's value as events, read models and the API carry it.
//!
//! The JSON is natural (`"x"`, `12`, `true`, `["a","b"]`, `{"amount":"12000000","currency":"USD"}`), so
//! that the log stays readable with nothing but `psql`. An empty value is never stored: absent means empty.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// One normalised value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FieldValue {
    /// Text, and everything whose canonical form is text: emails, dates, country codes, ids of references.
    Text(String),
    Number(i64),
    Bool(bool),
    /// Several values of one field, in the order given, without repeats.
    List(Vec<String>),
    /// `amount` is a plain decimal (`12000000`, `0.50`); `currency` an ISO 4217 code.
    Money {
        amount: String,
        currency: String,
    },
}

impl FieldValue {
    /// Empty values are not stored; writing one means clearing the field.
    pub fn is_empty(&self) -> bool {
        match self {
            FieldValue::Text(text) => text.is_empty(),
            FieldValue::List(items) => items.iter().all(String::is_empty),
            FieldValue::Money { amount, .. } => amount.is_empty(),
            FieldValue::Number(_) | FieldValue::Bool(_) => false,
        }
    }

    /// The text of a [`FieldValue::Text`], and nothing of any other kind.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            FieldValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a [`FieldValue::List`]; the one text of a [`FieldValue::Text`]; else nothing.
    pub fn texts(&self) -> &[String] {
        match self {
            FieldValue::Text(text) => std::slice::from_ref(text),
            FieldValue::List(items) => items,
            _ => &[],
        }
    }
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        FieldValue::Text(text.to_owned())
    }
}

impl From<String> for FieldValue {
    fn from(text: String) -> Self {
        FieldValue::Text(text)
    }
}

/// For people: `12000000 USD`, `a, b`, `yes`.
impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldValue::Text(text) => f.write_str(text),
            FieldValue::Number(number) => write!(f, "{number}"),
            FieldValue::Bool(true) => f.write_str("yes"),
            FieldValue::Bool(false) => f.write_str("no"),
            FieldValue::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        f.write_str(", ")?;
                    }
                    f.write_str(item)?;
                }
                Ok(())
            }
            FieldValue::Money { amount, currency } => write!(f, "{amount} {currency}"),
        }
    }
}

impl Serialize for FieldValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FieldValue::Text(text) => serializer.serialize_str(text),
            FieldValue::Number(number) => serializer.serialize_i64(*number),
            FieldValue::Bool(flag) => serializer.serialize_bool(*flag),
            FieldValue::List(items) => items.serialize(serializer),
            FieldValue::Money { amount, currency } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("amount", amount)?;
                map.serialize_entry("currency", currency)?;
                map.end()
            }
        }
    }
}

/// Written by hand: `#[serde(untagged)]` buffers each value and tries the variants one after the other,
/// which costs about as much again as reading the event.
impl<'de> Deserialize<'de> for FieldValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldValueVisitor)
    }
}

struct FieldValueVisitor;

impl<'de> Visitor<'de> for FieldValueVisitor {
    type Value = FieldValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, true or false, a list of texts, or {\"amount\", \"currency\"}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<FieldValue, E> {
        Ok(FieldValue::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<FieldValue, E> {
        Ok(FieldValue::Text(text))
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<FieldValue, E> {
        Ok(FieldValue::Bool(flag))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<FieldValue, E> {
        Ok(FieldValue::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<FieldValue, E> {
        i64::try_from(number)
            .map(FieldValue::Number)
            .map_err(|_| E::custom(format_args!("the number {number} is larger than {}", i64::MAX)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<FieldValue, A::Error> {
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(64));
        while let Some(item) = seq.next_element::<String>()? {
            items.push(item);
        }
        Ok(FieldValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FieldValue, A::Error> {
        let (mut amount, mut currency) = (None, None);
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match key.as_ref() {
                "amount" => amount = Some(map.next_value::<String>()?),
                "currency" => currency = Some(map.next_value::<String>()?),
                other => return Err(de::Error::unknown_field(other, &["amount", "currency"])),
            }
        }
        Ok(FieldValue::Money {
            amount: amount.ok_or_else(|| de::Error::missing_field("amount"))?,
            currency: currency.ok_or_else(|| de::Error::missing_field("currency"))?,
        })
    }
}
