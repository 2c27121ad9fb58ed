//! What is asked of a field's value, with everything the question holds already read into its type.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::decimal::Decimal;
use super::operator::Operator;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Predicate {
    Equals(Scalar),
    NotEquals(Scalar),
    In(Vec<Scalar>),
    NotIn(Vec<Scalar>),
    Contains(String),
    NotContains(String),
    StartsWith(String),
    EndsWith(String),
    Greater(Scalar),
    AtLeast(Scalar),
    Less(Scalar),
    AtMost(Scalar),
    /// Both ends belong to it.
    Between(Scalar, Scalar),
    On(Day),
    Before(Point),
    /// After the whole day, where the point is a day.
    After(Point),
    /// Both ends belong to it, a day with all its hours.
    BetweenDates(Point, Point),
    /// The whole days before today, and today.
    InLastDays(u32),
    /// Today, and the whole days after it.
    InNextDays(u32),
    AnyOf(Vec<String>),
    AllOf(Vec<String>),
    /// Also of records without any.
    NoneOf(Vec<String>),
    IsEmpty,
    HasValue,
}

/// One value to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scalar {
    /// As typed, trimmed; a choice in its catalogue spelling, a country as its code.
    Text(String),
    Number(i64),
    /// Of custom fields, which may hold any number.
    Decimal(Decimal),
    /// Compared with amounts of the same currency only: nothing is converted.
    Money {
        amount: Decimal,
        currency: String,
    },
    Bool(bool),
    Id(Uuid),
    /// The viewer.
    Me,
}

/// A day, absolute or counted from today in the viewer's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Date(NaiveDate),
    /// 0 is today, -1 yesterday.
    FromToday(i32),
}

/// A day, or a moment of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    Day(Day),
    Moment(DateTime<Utc>),
}

impl Day {
    /// Whether it is another day tomorrow.
    pub const fn is_relative(self) -> bool {
        matches!(self, Day::FromToday(_))
    }
}

impl Point {
    pub const fn is_relative(self) -> bool {
        matches!(self, Point::Day(day) if day.is_relative())
    }
}

impl Predicate {
    pub fn operator(&self) -> Operator {
        match self {
            Predicate::Equals(_) => Operator::Equals,
            Predicate::NotEquals(_) => Operator::NotEquals,
            Predicate::In(_) => Operator::In,
            Predicate::NotIn(_) => Operator::NotIn,
            Predicate::Contains(_) => Operator::Contains,
            Predicate::NotContains(_) => Operator::NotContains,
            Predicate::StartsWith(_) => Operator::StartsWith,
            Predicate::EndsWith(_) => Operator::EndsWith,
            Predicate::Greater(_) => Operator::Greater,
            Predicate::AtLeast(_) => Operator::AtLeast,
            Predicate::Less(_) => Operator::Less,
            Predicate::AtMost(_) => Operator::AtMost,
            Predicate::Between(..) | Predicate::BetweenDates(..) => Operator::Between,
            Predicate::On(_) => Operator::On,
            Predicate::Before(_) => Operator::Before,
            Predicate::After(_) => Operator::After,
            Predicate::InLastDays(_) => Operator::InLastDays,
            Predicate::InNextDays(_) => Operator::InNextDays,
            Predicate::AnyOf(_) => Operator::AnyOf,
            Predicate::AllOf(_) => Operator::AllOf,
            Predicate::NoneOf(_) => Operator::NoneOf,
            Predicate::IsEmpty => Operator::IsEmpty,
            Predicate::HasValue => Operator::HasValue,
        }
    }
}
