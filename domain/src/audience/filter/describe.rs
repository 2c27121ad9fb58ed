//! A filter as a sentence: `Country is Germany or Austria and job title contains "head"`.

use chrono::NaiveDate;

use super::field::{Field, ValueType, small};
use super::membership::Words;
use super::predicate::{Day, Point, Predicate, Scalar};
use super::{Condition, Contacts, Filter, Node, engagement};
use crate::audience::fields::catalogue::Entity;
use crate::audience::values::country::Country;

/// Values of one condition that are spelled out; the others are counted.
const NAMED_MAX: usize = 5;

/// What an id or a user stands for, where somebody knows: `(field, id)` to a name.
pub type Names<'a> = &'a dyn Fn(&Field, &str) -> Option<String>;

pub fn describe(filter: &Filter) -> String {
    describe_with(filter, &|_, _| None)
}

/// With names in place of ids.
pub fn describe_with(filter: &Filter, names: Names<'_>) -> String {
    let text = match &filter.root {
        Node::All(nodes) if nodes.is_empty() => match filter.entity {
            Entity::Contact => "every contact".to_owned(),
            Entity::Account => "every account".to_owned(),
        },
        root => node(root, names, false),
    };
    // Behind the brackets, if it begins with some.
    let (brackets, rest) = text.split_at(text.len() - text.trim_start_matches('(').len());
    let mut letters = rest.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{brackets}{first}{}", letters.as_str())
}

/// `inside`: of a group, so that several need brackets.
fn node(node: &Node, names: Names<'_>, inside: bool) -> String {
    match node {
        Node::All(nodes) => group(nodes, " and ", names, inside),
        Node::Any(nodes) => group(nodes, " or ", names, inside),
        Node::Not(inner) => match &**inner {
            Node::Engagement(asked) if asked.is_plain() => engagement::say(asked, true),
            inner => format!("not ({})", self::node(inner, names, false)),
        },
        Node::Is(condition) => self::condition(condition, names),
        Node::Contacts(asked) => contacts(asked, names),
        Node::Engagement(asked) => engagement::say(asked, false),
    }
}

/// `has at least 2 contacts where (seniority is VP)`.
fn contacts(Contacts { at_least, at_most, filter }: &Contacts, names: Names<'_>) -> String {
    let many = |count: u32| match count {
        1 => "1 contact".to_owned(),
        count => format!("{} contacts", grouped(count.into())),
    };
    let how_many = match (*at_least, *at_most) {
        (1, None) => "a contact".to_owned(),
        (least, None) => format!("at least {}", many(least)),
        (0, Some(0)) => "no contact".to_owned(),
        (0, Some(most)) => format!("at most {}", many(most)),
        (least, Some(most)) if least == most => format!("exactly {}", many(most)),
        (least, Some(most)) => format!("from {} to {}", grouped(least.into()), many(most)),
    };
    match &**filter {
        Node::All(nodes) if nodes.is_empty() => format!("has {how_many}"),
        inner => format!("has {how_many} where ({})", node(inner, names, false)),
    }
}

fn group(nodes: &[Node], joint: &str, names: Names<'_>, inside: bool) -> String {
    let several = nodes.len() > 1;
    let parts: Vec<String> = nodes.iter().map(|inner| node(inner, names, several)).collect();
    let text = parts.join(joint);
    if inside && several { format!("({text})") } else { text }
}

fn condition(Condition { field, predicate }: &Condition, names: Names<'_>) -> String {
    if let Some(membership) = field.membership() {
        let member = self::membership(&membership.words, field, predicate, names);
        return match field {
            Field::OfAccount(_) => format!("the company {member}"),
            _ => member,
        };
    }
    let subject = match field {
        Field::OfAccount(of) => format!("the company's {}", of.own_words()),
        _ => small(&field.label()),
    };
    let operator = predicate.operator().label();
    let say = |one: &Scalar| scalar(field, one, names);
    let or_empty = "(or has none)";
    match predicate {
        Predicate::IsEmpty => format!("{subject} is empty"),
        Predicate::HasValue => format!("{subject} has a value"),
        Predicate::Equals(one) if field.value_type() == ValueType::Bool => {
            format!("{subject} is {}", if *one == Scalar::Bool(true) { "yes" } else { "no" })
        }
        Predicate::Equals(one)
        | Predicate::Greater(one)
        | Predicate::AtLeast(one)
        | Predicate::Less(one)
        | Predicate::AtMost(one) => format!("{subject} {operator} {}", say(one)),
        Predicate::NotEquals(one) => format!("{subject} is not {} {or_empty}", say(one)),
        Predicate::In(many) => format!("{subject} is {}", listed(many.iter().map(say), "or")),
        Predicate::NotIn(many) => {
            format!("{subject} is not {} {or_empty}", listed(many.iter().map(say), "or"))
        }
        Predicate::Contains(text) | Predicate::StartsWith(text) | Predicate::EndsWith(text) => {
            format!("{subject} {operator} \"{text}\"")
        }
        Predicate::NotContains(text) => format!("{subject} does not contain \"{text}\" {or_empty}"),
        Predicate::Between(from, to) => format!("{subject} is from {} to {}", say(from), say(to)),
        Predicate::On(day) => format!("{subject} is on {}", self::day(*day)),
        Predicate::Before(at) | Predicate::After(at) => format!("{subject} {operator} {}", point(*at)),
        Predicate::BetweenDates(from, to) => {
            format!("{subject} is from {} to {}", point(*from), point(*to))
        }
        Predicate::InLastDays(days) => format!("{subject} is in the last {}", counted(*days)),
        Predicate::InNextDays(days) => format!("{subject} is in the next {}", counted(*days)),
        Predicate::AnyOf(items) => format!("{subject} include {}", listed(quoted(field, items), "or")),
        Predicate::AllOf(items) => format!("{subject} include {}", listed(quoted(field, items), "and")),
        Predicate::NoneOf(items) => {
            format!("{subject} do not include {} {or_empty}", listed(quoted(field, items), "or"))
        }
    }
}

/// `is in the list "Fair visitors" or "Webinar"`.
fn membership(words: &Words, field: &Field, predicate: &Predicate, names: Names<'_>) -> String {
    let Words { is, is_not, one, several, any } = words;
    let called = |ids: &[String], joint: &str| {
        let name = |id: &String| names(field, id).map_or_else(|| id.clone(), |name| format!("\"{name}\""));
        listed(ids.iter().map(name), joint)
    };
    match predicate {
        Predicate::AllOf(ids) if ids.len() > 1 => format!("{is} the {several} {}", called(ids, "and")),
        Predicate::AnyOf(ids) | Predicate::AllOf(ids) => format!("{is} the {one} {}", called(ids, "or")),
        Predicate::NoneOf(ids) => format!("{is_not} the {one} {}", called(ids, "or")),
        Predicate::HasValue => format!("{is} {any}"),
        // Memberships are asked nothing else.
        _ => format!("{is} no {one}"),
    }
}

fn quoted(field: &Field, items: &[String]) -> impl ExactSizeIterator<Item = String> {
    items.iter().map(move |item| match field.bare() {
        Field::Defined(definition) => format!("\"{}\"", definition.label_of(item)),
        _ => format!("\"{item}\""),
    })
}

pub(super) fn listed(items: impl ExactSizeIterator<Item = String>, joint: &str) -> String {
    let count = items.len();
    if count > NAMED_MAX {
        let shown: Vec<String> = items.take(NAMED_MAX).collect();
        return format!("{} {joint} {} more", shown.join(", "), count - NAMED_MAX);
    }
    let mut shown: Vec<String> = items.collect();
    match shown.pop() {
        Some(last) if shown.is_empty() => last,
        Some(last) => format!("{} {joint} {last}", shown.join(", ")),
        None => String::new(),
    }
}

fn scalar(field: &Field, one: &Scalar, names: Names<'_>) -> String {
    match one {
        Scalar::Text(text) => match field.value_type() {
            ValueType::Country => {
                Country::parse(text).map_or(text.as_str(), |country| country.name()).to_owned()
            }
            ValueType::Choice => match field.bare() {
                Field::Defined(definition) => definition.label_of(text).to_owned(),
                _ => text.replace('_', " "),
            },
            ValueType::User => names(field, text).unwrap_or_else(|| text.clone()),
            _ => format!("\"{text}\""),
        },
        Scalar::Number(number) => grouped(*number),
        Scalar::Decimal(number) => number.to_string(),
        Scalar::Money { amount, currency } => format!("{amount} {currency}"),
        Scalar::Bool(true) => "yes".to_owned(),
        Scalar::Bool(false) => "no".to_owned(),
        Scalar::Id(id) => {
            let id = id.to_string();
            names(field, &id).unwrap_or(id)
        }
        Scalar::Me => "me".to_owned(),
    }
}

fn day(day: Day) -> String {
    match day {
        Day::Date(date) => written(date),
        Day::FromToday(0) => "today".to_owned(),
        Day::FromToday(-1) => "yesterday".to_owned(),
        Day::FromToday(1) => "tomorrow".to_owned(),
        Day::FromToday(days) if days < 0 => format!("the day {} ago", counted(days.unsigned_abs())),
        Day::FromToday(days) => format!("the day {} from now", counted(days.unsigned_abs())),
    }
}

pub(super) fn point(point: Point) -> String {
    match point {
        Point::Day(day) => self::day(day),
        Point::Moment(at) => format!("{} {} UTC", written(at.date_naive()), at.format("%H:%M")),
    }
}

fn written(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

pub(super) fn counted(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{} days", grouped(days.into())) }
}

pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    // A year is no amount.
    let plain = digits.len() <= 4;
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && !plain {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}
