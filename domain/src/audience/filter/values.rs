//! The value of a condition: from JSON to what the operator and the field's type ask for.

use chrono::{DateTime, Datelike, NaiveDate};
use serde_json::Value;
use uuid::Uuid;

use super::decimal::Decimal;
use super::error::{Code, Mistake};
use super::field::{Choice, Field, ValueType};
use super::limits::{DAYS_MAX, TEXT_MAX, VALUES_MAX};
use super::operator::Operator;
use super::predicate::{Day, Point, Predicate, Scalar};
use crate::audience::values::country::Country;
use crate::audience::values::{fold, text};

/// How a filter names the viewer where a user is asked for.
pub(super) const ME: &str = "me";

type Read<T> = Result<T, Mistake>;

/// `operator` is one that the field's type has.
pub(super) fn predicate(field: &Field, operator: Operator, value: Option<&Value>) -> Read<Predicate> {
    let field = field.bare();
    let ty = number_type(field);
    let is_date = matches!(ty, ValueType::Date | ValueType::DateTime);
    let one = || scalar(field, given(operator, value)?);
    let many = || list(operator, value, |item| scalar(field, item));
    let number = || amount(ty, given(operator, value)?);
    let typed = || typed_text(given(operator, value)?);
    let items = || list(operator, value, |item| one_item(field, item));
    Ok(match operator {
        Operator::IsEmpty => nothing(value, Predicate::IsEmpty)?,
        Operator::HasValue => nothing(value, Predicate::HasValue)?,
        Operator::Equals => Predicate::Equals(one()?),
        Operator::NotEquals => Predicate::NotEquals(one()?),
        Operator::In => Predicate::In(many()?),
        Operator::NotIn => Predicate::NotIn(many()?),
        Operator::Contains => Predicate::Contains(typed()?),
        Operator::NotContains => Predicate::NotContains(typed()?),
        Operator::StartsWith => Predicate::StartsWith(typed()?),
        Operator::EndsWith => Predicate::EndsWith(typed()?),
        Operator::Greater => Predicate::Greater(number()?),
        Operator::AtLeast => Predicate::AtLeast(number()?),
        Operator::Less => Predicate::Less(number()?),
        Operator::AtMost => Predicate::AtMost(number()?),
        Operator::Between if is_date => dates_between(ty, given(operator, value)?)?,
        Operator::Between => between(ty, given(operator, value)?)?,
        Operator::On => Predicate::On(day(given(operator, value)?)?),
        Operator::Before => Predicate::Before(point(ty, given(operator, value)?)?),
        Operator::After => Predicate::After(point(ty, given(operator, value)?)?),
        Operator::InLastDays => Predicate::InLastDays(days(given(operator, value)?)?),
        Operator::InNextDays => Predicate::InNextDays(days(given(operator, value)?)?),
        Operator::AnyOf => Predicate::AnyOf(items()?),
        Operator::AllOf => Predicate::AllOf(items()?),
        Operator::NoneOf => Predicate::NoneOf(items()?),
    })
}

/// A custom number may have a fraction, as an undefined field's may.
fn number_type(field: &Field) -> ValueType {
    match field.value_type() {
        ValueType::Number if field.defined_type().is_some() => ValueType::Custom,
        ty => ty,
    }
}

fn given(operator: Operator, value: Option<&Value>) -> Read<&Value> {
    value.filter(|value| !value.is_null()).ok_or_else(|| {
        let message = format!(
            "`{}` needs a value. To find records without one, ask `{}`.",
            operator.name(),
            Operator::IsEmpty.name()
        );
        Mistake::new(Code::ValueMissing, message)
    })
}

fn nothing(value: Option<&Value>, predicate: Predicate) -> Read<Predicate> {
    match value.filter(|value| !value.is_null()) {
        None => Ok(predicate),
        Some(value) => {
            let message = format!("`{}` takes no value. Leave it out.", predicate.operator().name());
            Err(Mistake::about(Code::ValueType, value, message))
        }
    }
}

fn list<T>(operator: Operator, value: Option<&Value>, read: impl Fn(&Value) -> Read<T>) -> Read<Vec<T>> {
    let value = given(operator, value)?;
    let Value::Array(items) = value else {
        return Err(wrong_type(value, "a list, as [\"a\", \"b\"]"));
    };
    if items.is_empty() {
        return Err(Mistake::new(Code::ValueMissing, "the list of values is empty. Add one."));
    }
    if items.len() > VALUES_MAX {
        let message = format!(
            "{} values are more than the {VALUES_MAX} a condition takes. Split them over several conditions, or import them as a list.",
            items.len()
        );
        return Err(Mistake::about(Code::TooManyValues, value, message));
    }
    items.iter().map(read).collect()
}

fn scalar(field: &Field, value: &Value) -> Read<Scalar> {
    match field.value_type() {
        ValueType::Text | ValueType::List => typed_text(value).map(Scalar::Text),
        ValueType::Custom => match value {
            Value::Number(number) => typed_text(&Value::String(number.to_string())).map(Scalar::Text),
            other => typed_text(other).map(Scalar::Text),
        },
        ValueType::Choice => choice(field, value).map(Scalar::Text),
        ValueType::Country => {
            let text = typed_text(value)?;
            Country::parse(&text).map(|country| Scalar::Text(country.code().to_owned())).ok_or_else(|| {
                unknown(value, "is not a country. Write its name in English or its two-letter code, as DE.")
            })
        }
        ValueType::User => {
            let text = typed_text(value)?;
            Ok(if text == ME { Scalar::Me } else { Scalar::Text(text) })
        }
        ValueType::Reference | ValueType::References => id(value).map(Scalar::Id),
        ValueType::Bool => match value {
            Value::Bool(yes) => Ok(Scalar::Bool(*yes)),
            other => Err(wrong_type(other, "true or false")),
        },
        ValueType::Number | ValueType::Money => amount(number_type(field), value),
        ValueType::Date | ValueType::DateTime => Err(wrong_type(value, "a date")),
    }
}

fn typed_text(value: &Value) -> Read<String> {
    let Value::String(raw) = value else { return Err(wrong_type(value, "a text")) };
    let clean = raw.replace('\0', "");
    let clean = text::composed(text::trim(&clean)).into_owned();
    let length = clean.chars().count();
    if length > TEXT_MAX {
        let message = format!(
            "the text has {length} characters, and {TEXT_MAX} are the most a condition takes. Shorten it."
        );
        return Err(Mistake::about(Code::TextTooLong, value, message));
    }
    if clean.is_empty() {
        let message = "the text is empty. To find records without a value, ask `is_empty`.";
        return Err(Mistake::about(Code::ValueMissing, value, message));
    }
    Ok(clean)
}

/// An item of a list: one of the options where it has some, an id in its one spelling where it names records.
fn one_item(field: &Field, value: &Value) -> Read<String> {
    match field.value_type() {
        ValueType::References => id(value).map(|id| id.to_string()),
        _ if field.defined_type().is_some() => choice(field, value),
        _ => typed_text(value),
    }
}

pub(super) fn id(value: &Value) -> Read<Uuid> {
    Uuid::try_parse(&typed_text(value)?)
        .map_err(|_| unknown(value, "is not the id of a record. Choose one from the suggestions."))
}

/// One of the values in its one spelling; of a custom field also by what it is called.
fn choice(field: &Field, value: &Value) -> Read<String> {
    let text = typed_text(value)?;
    let key = fold::key(&text);
    let found = match field {
        Field::Defined(definition) => definition.option(&text).map(|option| option.value.clone()),
        _ => field.options().iter().find(|option| fold::key(option) == key).map(ToString::to_string),
    };
    match found {
        Some(option) => Ok(option),
        None => {
            let options: Vec<_> = field.choices().into_iter().filter(|choice| !choice.retired).collect();
            let name = |choice: &Choice<'_>| match field {
                Field::Defined(_) => choice.label.to_string(),
                _ => choice.value.to_owned(),
            };
            let shown = options.iter().take(20).map(name).collect::<Vec<_>>().join(", ");
            let more = if options.len() > 20 { ", …" } else { "" };
            Err(unknown(value, &format!("is not one of its values. Choose from: {shown}{more}.")))
        }
    }
}

fn amount(ty: ValueType, value: &Value) -> Read<Scalar> {
    match (ty, value) {
        (ValueType::Number, Value::Number(number)) => {
            number.as_i64().map(Scalar::Number).ok_or_else(|| wrong_type(value, "a whole number"))
        }
        (ValueType::Number, _) => Err(wrong_type(value, "a whole number, as 50")),
        (ValueType::Money, Value::Object(object)) => {
            let amount = object.get("amount").and_then(decimal);
            let currency = object.get("currency").and_then(Value::as_str).map(str::to_ascii_uppercase);
            match (amount, currency) {
                (Some(amount), Some(currency))
                    if currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase()) =>
                {
                    Ok(Scalar::Money { amount, currency })
                }
                _ => Err(wrong_type(value, MONEY)),
            }
        }
        (ValueType::Money, _) => Err(wrong_type(value, MONEY)),
        _ => decimal(value).map(Scalar::Decimal).ok_or_else(|| wrong_type(value, "a number, as 12 or 12.5")),
    }
}

const MONEY: &str = "an amount with its currency, as {\"amount\": \"1000000\", \"currency\": \"USD\"}";

fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Decimal::parse(&number.to_string()),
        Value::String(text) => Decimal::parse(text),
        _ => None,
    }
}

fn range(value: &Value) -> Read<(&Value, &Value)> {
    let ends = value.as_object().filter(|object| object.len() == 2);
    ends.and_then(|object| object.get("from").zip(object.get("to")))
        .ok_or_else(|| wrong_type(value, "a range, as {\"from\": .., \"to\": ..}, both ends included"))
}

fn between(ty: ValueType, value: &Value) -> Read<Predicate> {
    let (from, to) = range(value)?;
    let (from, to) = (amount(ty, from)?, amount(ty, to)?);
    let fits = match (&from, &to) {
        (Scalar::Number(from), Scalar::Number(to)) => from <= to,
        (Scalar::Decimal(from), Scalar::Decimal(to)) => from <= to,
        (Scalar::Money { amount: from, currency: a }, Scalar::Money { amount: to, currency: b }) => {
            if a != b {
                return Err(wrong_type(value, "a range in one currency"));
            }
            from <= to
        }
        _ => true,
    };
    if fits { Ok(Predicate::Between(from, to)) } else { Err(backwards(value)) }
}

fn dates_between(ty: ValueType, value: &Value) -> Read<Predicate> {
    let (from, to) = range(value)?;
    let (from, to) = (point(ty, from)?, point(ty, to)?);
    let fits = match (from, to) {
        (Point::Day(Day::Date(from)), Point::Day(Day::Date(to))) => from <= to,
        (Point::Day(Day::FromToday(from)), Point::Day(Day::FromToday(to))) => from <= to,
        (Point::Moment(from), Point::Moment(to)) => from <= to,
        _ => true,
    };
    if fits { Ok(Predicate::BetweenDates(from, to)) } else { Err(backwards(value)) }
}

fn day(value: &Value) -> Read<Day> {
    let shape = || wrong_type(value, DAY);
    match value {
        Value::String(text) => match text.trim() {
            "today" => Ok(Day::FromToday(0)),
            "yesterday" => Ok(Day::FromToday(-1)),
            "tomorrow" => Ok(Day::FromToday(1)),
            text => {
                let date: NaiveDate = text.parse().map_err(|_| shape())?;
                let sane = (1900..=2200).contains(&date.year());
                sane.then_some(Day::Date(date))
                    .ok_or_else(|| unknown(value, "lies outside the years 1900 to 2200."))
            }
        },
        Value::Object(object) if object.len() == 1 => {
            let away = |key: &str| object.get(key).map(days).transpose();
            let (ago, ahead) = (away("daysAgo")?, away("daysAhead")?);
            let sign =
                |days: u32, sign: i32| i32::try_from(days).ok().map(|days| Day::FromToday(sign * days));
            ago.and_then(|days| sign(days, -1)).or(ahead.and_then(|days| sign(days, 1))).ok_or_else(shape)
        }
        _ => Err(shape()),
    }
}

const DAY: &str = "a day: \"2026-03-01\", \"today\", {\"daysAgo\": 7} or {\"daysAhead\": 7}";

pub(super) fn point(ty: ValueType, value: &Value) -> Read<Point> {
    let moment = value.as_str().and_then(|text| DateTime::parse_from_rfc3339(text.trim()).ok());
    match moment {
        Some(at) if ty == ValueType::DateTime && (1900..=2200).contains(&at.year()) => {
            Ok(Point::Moment(at.to_utc()))
        }
        Some(_) if ty == ValueType::DateTime => Err(unknown(value, "lies outside the years 1900 to 2200.")),
        Some(_) => Err(wrong_type(value, DAY)),
        None => day(value).map(Point::Day),
    }
}

pub(super) fn days(value: &Value) -> Read<u32> {
    let days = value.as_u64().and_then(|days| u32::try_from(days).ok()).filter(|days| *days <= DAYS_MAX);
    days.ok_or_else(|| wrong_type(value, "a whole number of days from 0 to 36,500"))
}

pub(super) fn wrong_type(value: &Value, wanted: &str) -> Mistake {
    let message = format!("\"{}\" is not what fits here. Send {wanted}.", super::error::shown(value));
    Mistake::about(Code::ValueType, value, message)
}

fn unknown(value: &Value, problem: &str) -> Mistake {
    let message = format!("\"{}\" {problem}", super::error::shown(value));
    Mistake::about(Code::ValueUnknown, value, message)
}

fn backwards(value: &Value) -> Mistake {
    Mistake::about(Code::RangeBackwards, value, "the range ends before it begins. Swap its ends.")
}
