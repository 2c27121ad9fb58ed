//! What can be asked of a field of which type.

use super::field::ValueType;

/// One question. Its name is what stands under `op` in the JSON: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    Equals,
    NotEquals,
    In,
    NotIn,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    Greater,
    AtLeast,
    Less,
    AtMost,
    Between,
    On,
    Before,
    After,
    InLastDays,
    InNextDays,
    AnyOf,
    AllOf,
    NoneOf,
    IsEmpty,
    HasValue,
}

/// The shape of the value an operator is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Takes {
    Nothing,
    One,
    Many,
    /// `{"from": .., "to": ..}`, both ends belonging to it.
    Range,
    /// A whole number of days.
    Days,
}

use Operator::*;

const TEXT: &[Operator] =
    &[Equals, NotEquals, Contains, NotContains, StartsWith, EndsWith, In, NotIn, IsEmpty, HasValue];
const CHOICE: &[Operator] = &[Equals, NotEquals, In, NotIn, IsEmpty, HasValue];
const NUMBER: &[Operator] =
    &[Equals, NotEquals, Greater, AtLeast, Less, AtMost, Between, In, NotIn, IsEmpty, HasValue];
const MONEY: &[Operator] = &[Equals, NotEquals, Greater, AtLeast, Less, AtMost, Between, IsEmpty, HasValue];
const DATE: &[Operator] = &[On, Before, After, Between, InLastDays, InNextDays, IsEmpty, HasValue];
const BOOL: &[Operator] = &[Equals, IsEmpty, HasValue];
const LIST: &[Operator] = &[AnyOf, AllOf, NoneOf, IsEmpty, HasValue];
const CUSTOM: &[Operator] = &[
    Equals,
    NotEquals,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    In,
    NotIn,
    Greater,
    AtLeast,
    Less,
    AtMost,
    Between,
    IsEmpty,
    HasValue,
];

impl Operator {
    pub const ALL: &[Operator] = &[
        Equals,
        NotEquals,
        In,
        NotIn,
        Contains,
        NotContains,
        StartsWith,
        EndsWith,
        Greater,
        AtLeast,
        Less,
        AtMost,
        Between,
        On,
        Before,
        After,
        InLastDays,
        InNextDays,
        AnyOf,
        AllOf,
        NoneOf,
        IsEmpty,
        HasValue,
    ];

    pub fn named(name: &str) -> Option<Operator> {
        Operator::ALL.iter().find(|operator| operator.name() == name).copied()
    }

    /// In the order a form offers them.
    pub const fn of(ty: ValueType) -> &'static [Operator] {
        match ty {
            ValueType::Text => TEXT,
            ValueType::Choice | ValueType::Country | ValueType::Reference | ValueType::User => CHOICE,
            ValueType::Number => NUMBER,
            ValueType::Money => MONEY,
            ValueType::Date | ValueType::DateTime => DATE,
            ValueType::Bool => BOOL,
            ValueType::List | ValueType::References => LIST,
            ValueType::Custom => CUSTOM,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Equals => "equals",
            NotEquals => "not_equals",
            In => "in",
            NotIn => "not_in",
            Contains => "contains",
            NotContains => "not_contains",
            StartsWith => "starts_with",
            EndsWith => "ends_with",
            Greater => "greater",
            AtLeast => "at_least",
            Less => "less",
            AtMost => "at_most",
            Between => "between",
            On => "on",
            Before => "before",
            After => "after",
            InLastDays => "in_last_days",
            InNextDays => "in_next_days",
            AnyOf => "any_of",
            AllOf => "all_of",
            NoneOf => "none_of",
            IsEmpty => "is_empty",
            HasValue => "has_value",
        }
    }

    /// As a form calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Equals => "is",
            NotEquals => "is not",
            In => "is any of",
            NotIn => "is none of",
            Contains => "contains",
            NotContains => "does not contain",
            StartsWith => "starts with",
            EndsWith => "ends with",
            Greater => "is greater than",
            AtLeast => "is at least",
            Less => "is less than",
            AtMost => "is at most",
            Between => "is between",
            On => "is on",
            Before => "is before",
            After => "is after",
            InLastDays => "is in the last … days",
            InNextDays => "is in the next … days",
            AnyOf => "includes any of",
            AllOf => "includes all of",
            NoneOf => "includes none of",
            IsEmpty => "is empty",
            HasValue => "has a value",
        }
    }

    pub const fn takes(self) -> Takes {
        match self {
            IsEmpty | HasValue => Takes::Nothing,
            In | NotIn | AnyOf | AllOf | NoneOf => Takes::Many,
            Between => Takes::Range,
            InLastDays | InNextDays => Takes::Days,
            Equals | NotEquals | Contains | NotContains | StartsWith | EndsWith | Greater | AtLeast
            | Less | AtMost | On | Before | After => Takes::One,
        }
    }
}
