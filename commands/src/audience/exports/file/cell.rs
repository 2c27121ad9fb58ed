//! A value as the text of a cell: written so that an import reads the same value again.

use std::borrow::Cow;

use serde_json::Value;

/// `12000000 USD`, `a; b`, `yes`.
pub fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        Value::Bool(true) => Cow::Borrowed("yes"),
        Value::Bool(false) => Cow::Borrowed("no"),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(text).collect();
            Cow::Owned(items.join("; "))
        }
        Value::Object(map) => match (map.get("amount"), map.get("currency")) {
            (Some(amount), Some(currency)) => Cow::Owned(format!("{} {}", text(amount), text(currency))),
            _ => Cow::Owned(value.to_string()),
        },
    }
}
