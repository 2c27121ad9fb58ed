//! One record held against a filter, in memory. Means exactly what the compiled SQL means.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::asking::Asking;
use super::decimal::Decimal;
use super::field::{Field, ValueType};
use super::normal::Normal;
use super::predicate::{Predicate, Scalar};
use super::span::{self, DATE_SHAPE, MOMENT_LENGTH, MOMENT_SHAPE, Span, TextSpan};
use super::{Condition, Contacts, Filter, Node};
use crate::audience::custom_fields::definition::FieldType;
use crate::audience::engagement::facts::Touch;
use crate::audience::fields::value::FieldValue;

/// Between the items of a list where it is compared as one text. No stored text holds it: control characters are dropped.
pub const ITEM_MARK: char = '\u{1f}';

/// A record as lists show it: derived fields, those that only lists have and what it belongs to among its values. What it is
/// linked to is another record, of the same moment. What is counted by the moment is no value: it is worked out from what happened.
pub trait Record {
    /// `None` where it has no value.
    fn value(&self, key: &str) -> Option<Cow<'_, FieldValue>>;

    /// A contact's company, archived or not.
    fn account(&self) -> Option<&dyn Record> {
        None
    }

    /// An account's contacts: those that lists show, so no archived ones.
    fn contacts<'a>(&'a self) -> Box<dyn Iterator<Item = &'a dyn Record> + 'a> {
        Box::new(std::iter::empty())
    }

    /// What happened between us and a contact, in any order.
    fn touches(&self) -> &[Touch] {
        &[]
    }
}

/// A record together with those it is linked to.
pub struct Linked<'a> {
    pub record: &'a dyn Record,
    pub account: Option<&'a dyn Record>,
    pub contacts: Vec<&'a dyn Record>,
}

impl Record for Linked<'_> {
    fn value(&self, key: &str) -> Option<Cow<'_, FieldValue>> {
        self.record.value(key)
    }

    fn account(&self) -> Option<&dyn Record> {
        self.account
    }

    fn contacts<'a>(&'a self) -> Box<dyn Iterator<Item = &'a dyn Record> + 'a> {
        Box::new(self.contacts.iter().copied())
    }

    fn touches(&self) -> &[Touch] {
        self.record.touches()
    }
}

impl Record for BTreeMap<String, FieldValue> {
    fn value(&self, key: &str) -> Option<Cow<'_, FieldValue>> {
        self.get(key).filter(|value| !value.is_empty()).map(Cow::Borrowed)
    }
}

pub fn matches(filter: &Filter, record: &dyn Record, asking: &Asking) -> bool {
    node(&filter.root, record, asking)
}

/// Whether this holds for a contact without a company, where nothing but the company is asked for.
pub fn holds_without_account(node: &Node, asking: &Asking) -> bool {
    holds_of_nothing(node, asking)
}

/// Whether this holds for a record of which nothing is known and to which nothing happened.
pub fn holds_of_nothing(node: &Node, asking: &Asking) -> bool {
    self::node(node, &BTreeMap::<String, FieldValue>::new(), asking)
}

fn node(node: &Node, record: &dyn Record, asking: &Asking) -> bool {
    match node {
        Node::All(nodes) => nodes.iter().all(|node| self::node(node, record, asking)),
        Node::Any(nodes) => nodes.iter().any(|node| self::node(node, record, asking)),
        Node::Not(inner) => !self::node(inner, record, asking),
        Node::Is(condition) => self::condition(condition, record, asking),
        Node::Contacts(asked) => contacts(asked, record, asking),
        Node::Engagement(asked) => asked.holds(record.touches(), asking),
    }
}

/// Looks at no more contacts than it takes.
fn contacts(Contacts { at_least, at_most, filter }: &Contacts, record: &dyn Record, asking: &Asking) -> bool {
    let (least, most) = (*at_least as usize, at_most.map(|most| most as usize));
    let enough = most.map_or(least, |most| least.max(most + 1));
    let found = record.contacts().filter(|contact| node(filter, *contact, asking)).take(enough).count();
    found >= least && most.is_none_or(|most| found <= most)
}

fn condition(Condition { field, predicate }: &Condition, record: &dyn Record, asking: &Asking) -> bool {
    match field {
        // Who has no company has none of its values, not even a count of nothing.
        Field::OfAccount(of) => match record.account() {
            Some(account) => of_record(&of.field, predicate, account, asking),
            None => of_nothing(predicate),
        },
        field => of_record(field, predicate, record, asking),
    }
}

/// Whatever says what a value is not holds for a record that has none.
fn of_nothing(predicate: &Predicate) -> bool {
    matches!(
        predicate,
        Predicate::IsEmpty
            | Predicate::NotEquals(_)
            | Predicate::NotContains(_)
            | Predicate::NotIn(_)
            | Predicate::NoneOf(_)
    )
}

fn of_record(field: &Field, predicate: &Predicate, record: &dyn Record, asking: &Asking) -> bool {
    let mut value = match field.counted() {
        Some(counted) => Some(Cow::Owned(FieldValue::Number(counted.count(record.touches(), asking.now)))),
        None => record.value(field.key()),
    };
    if value.is_none() && field.is_count() {
        value = Some(Cow::Owned(FieldValue::Number(0)));
    }
    let Some(value) = value else { return of_nothing(predicate) };
    let held = Held { field, value: &value, asking };
    match predicate {
        Predicate::IsEmpty => false,
        Predicate::HasValue => true,
        Predicate::Equals(one) => held.equals(one),
        Predicate::NotEquals(one) => !held.equals(one),
        Predicate::In(many) => many.iter().any(|one| held.equals(one)),
        Predicate::NotIn(many) => !many.iter().any(|one| held.equals(one)),
        Predicate::Contains(text) => held.text().contains(&held.typed(text)),
        Predicate::NotContains(text) => !held.text().contains(&held.typed(text)),
        Predicate::StartsWith(text) => held.text().starts_with(&held.typed(text)),
        Predicate::EndsWith(text) => held.text().ends_with(&held.typed(text)),
        Predicate::Greater(one) => held.compared(one).is_some_and(|order| order.is_gt()),
        Predicate::AtLeast(one) => held.compared(one).is_some_and(|order| order.is_ge()),
        Predicate::Less(one) => held.compared(one).is_some_and(|order| order.is_lt()),
        Predicate::AtMost(one) => held.compared(one).is_some_and(|order| order.is_le()),
        Predicate::Between(from, to) => {
            held.compared(from).is_some_and(|order| order.is_ge())
                && held.compared(to).is_some_and(|order| order.is_le())
        }
        Predicate::On(_)
        | Predicate::Before(_)
        | Predicate::After(_)
        | Predicate::BetweenDates(..)
        | Predicate::InLastDays(_)
        | Predicate::InNextDays(_) => held.lies_in(predicate),
        Predicate::AnyOf(items) => items.iter().any(|item| held.includes(item)),
        Predicate::AllOf(items) => items.iter().all(|item| held.includes(item)),
        Predicate::NoneOf(items) => !items.iter().any(|item| held.includes(item)),
    }
}

struct Held<'a> {
    field: &'a Field,
    value: &'a FieldValue,
    asking: &'a Asking,
}

impl Held<'_> {
    fn normal(&self) -> Normal {
        Normal::of(self.field)
    }

    /// The value in the form texts are compared in.
    fn text(&self) -> String {
        self.normal().held(&plain(self.value))
    }

    fn typed(&self, text: &str) -> String {
        self.normal().typed(text)
    }

    fn equals(&self, one: &Scalar) -> bool {
        match one {
            Scalar::Text(text) => self.text() == self.typed(text),
            Scalar::Me => self.asking.me.iter().any(|me| self.text() == self.typed(me)),
            Scalar::Id(id) => self.value.as_text().is_some_and(|text| text == id.to_string()),
            Scalar::Bool(yes) => *self.value == FieldValue::Bool(*yes),
            Scalar::Number(_) | Scalar::Decimal(_) | Scalar::Money { .. } => {
                self.compared(one).is_some_and(|order| order.is_eq())
            }
        }
    }

    /// How the value stands to another; nothing where they cannot be compared, as amounts of different currencies.
    fn compared(&self, one: &Scalar) -> Option<std::cmp::Ordering> {
        match (self.value, one) {
            (FieldValue::Number(held), Scalar::Number(one)) => Some(held.cmp(one)),
            (FieldValue::Money { amount, currency }, Scalar::Money { amount: one, currency: of }) => {
                let held = Decimal::parse(amount).filter(|_| currency == of)?;
                Some(held.cmp(one))
            }
            (value, Scalar::Decimal(one)) => Some(Decimal::parse(&plain(value))?.cmp(one)),
            _ => None,
        }
    }

    fn lies_in(&self, predicate: &Predicate) -> bool {
        let (Some(span), Some(text)) = (Span::of(predicate, self.asking), self.value.as_text()) else {
            return false;
        };
        match self.field.defined_type() {
            None => {}
            Some(FieldType::Date) => {
                return span::has_shape(text, DATE_SHAPE)
                    && TextSpan::of_dates(&span, self.asking).holds(text);
            }
            Some(_) => {
                return span::has_shape(text, MOMENT_SHAPE)
                    && TextSpan::of_moments(&span).holds(&text[..MOMENT_LENGTH]);
            }
        }
        if self.field.value_type() == ValueType::Date {
            let noon = |day: NaiveDate| span::midday(day, self.asking);
            return text.parse().is_ok_and(|day| span.holds(noon(day)));
        }
        text.parse::<DateTime<Utc>>().is_ok_and(|at| span.holds(at))
    }

    fn includes(&self, item: &str) -> bool {
        let typed = self.typed(item);
        self.value.texts().iter().any(|held| self.normal().held(held) == typed)
    }
}

/// A value as it is compared with a text. Custom fields hold texts; anything else in one is compared as the JSON it is.
fn plain(value: &FieldValue) -> Cow<'_, str> {
    let quoted = |text: &String| serde_json::Value::from(text.as_str()).to_string();
    match value {
        FieldValue::Text(text) => Cow::Borrowed(text),
        FieldValue::Number(number) => Cow::Owned(number.to_string()),
        FieldValue::Bool(yes) => Cow::Owned(yes.to_string()),
        FieldValue::List(items) => {
            Cow::Owned(format!("[{}]", items.iter().map(quoted).collect::<Vec<_>>().join(", ")))
        }
        FieldValue::Money { amount, currency } => {
            Cow::Owned(format!("{{\"amount\": {}, \"currency\": {}}}", quoted(amount), quoted(currency)))
        }
    }
}
