//! A filter as JSON: what saved views keep. Reading it again gives the same filter.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::predicate::{Day, Point, Predicate, Scalar};
use super::values::ME;
use super::{Condition, Contacts, Filter, Node, VERSION, engagement};

pub fn print(filter: &Filter) -> Value {
    let mut root = node(&filter.root);
    if let Value::Object(object) = &mut root {
        object.insert("v".to_owned(), VERSION.into());
    }
    root
}

fn node(node: &Node) -> Value {
    match node {
        Node::All(nodes) => json!({"all": nodes.iter().map(self::node).collect::<Vec<_>>()}),
        Node::Any(nodes) => json!({"any": nodes.iter().map(self::node).collect::<Vec<_>>()}),
        Node::Not(inner) => json!({"not": self::node(inner)}),
        Node::Is(condition) => self::condition(condition),
        Node::Contacts(asked) => json!({"contacts": contacts(asked)}),
        Node::Engagement(asked) => json!({"engagement": engagement::print(asked)}),
    }
}

fn contacts(Contacts { at_least, at_most, filter }: &Contacts) -> Value {
    let mut object = Map::from_iter([("at_least".to_owned(), json!(at_least))]);
    object.extend(at_most.map(|most| ("at_most".to_owned(), json!(most))));
    if **filter != Node::All(Vec::new()) {
        object.insert("filter".to_owned(), node(filter));
    }
    Value::Object(object)
}

fn condition(Condition { field, predicate }: &Condition) -> Value {
    let op = predicate.operator().name();
    match value(predicate) {
        Some(value) => json!({"field": field.key(), "op": op, "value": value}),
        None => json!({"field": field.key(), "op": op}),
    }
}

fn value(predicate: &Predicate) -> Option<Value> {
    Some(match predicate {
        Predicate::IsEmpty | Predicate::HasValue => return None,
        Predicate::Equals(one)
        | Predicate::NotEquals(one)
        | Predicate::Greater(one)
        | Predicate::AtLeast(one)
        | Predicate::Less(one)
        | Predicate::AtMost(one) => scalar(one),
        Predicate::In(many) | Predicate::NotIn(many) => Value::Array(many.iter().map(scalar).collect()),
        Predicate::Contains(text)
        | Predicate::NotContains(text)
        | Predicate::StartsWith(text)
        | Predicate::EndsWith(text) => Value::from(text.as_str()),
        Predicate::Between(from, to) => json!({"from": scalar(from), "to": scalar(to)}),
        Predicate::On(one) => day(*one),
        Predicate::Before(one) | Predicate::After(one) => point(*one),
        Predicate::BetweenDates(from, to) => json!({"from": point(*from), "to": point(*to)}),
        Predicate::InLastDays(days) | Predicate::InNextDays(days) => json!(days),
        Predicate::AnyOf(items) | Predicate::AllOf(items) | Predicate::NoneOf(items) => json!(items),
    })
}

fn scalar(scalar: &Scalar) -> Value {
    match scalar {
        Scalar::Text(text) => Value::from(text.as_str()),
        Scalar::Number(number) => json!(number),
        // As text: a JSON number would lose digits on its way.
        Scalar::Decimal(number) => Value::from(number.as_str()),
        Scalar::Money { amount, currency } => json!({"amount": amount.as_str(), "currency": currency}),
        Scalar::Bool(yes) => json!(yes),
        Scalar::Id(id) => json!(id.to_string()),
        Scalar::Me => Value::from(ME),
    }
}

fn day(day: Day) -> Value {
    match day {
        Day::Date(date) => Value::from(date.to_string()),
        Day::FromToday(0) => Value::from("today"),
        Day::FromToday(days) if days < 0 => json!({"daysAgo": days.unsigned_abs()}),
        Day::FromToday(days) => json!({"daysAhead": days}),
    }
}

pub(super) fn point(point: Point) -> Value {
    match point {
        Point::Day(day) => self::day(day),
        Point::Moment(at) => Value::from(at.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
    }
}
