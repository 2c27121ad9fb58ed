//! A filter as one SQL condition with bound values.
//!
//! Every condition is written so that null counts as false, which is all `where`, `and` and `or` ask. Under `not`, and where
//! a question holds for records without a value, `is not true` makes it exact. What can follow an index stands plain.

use chrono::NaiveDate;
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::engagement::derived::Counted;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::field::{Field, ValueType};
use pivotal_domain::audience::filter::matches::{ITEM_MARK, holds_of_nothing};
use pivotal_domain::audience::filter::normal::Normal;
use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::audience::filter::span::{
    DATE_SHAPE, Edge, MOMENT_LENGTH, MOMENT_SHAPE, Span, TextEdge, TextSpan,
};
use pivotal_domain::audience::filter::{Condition, Node};
use pivotal_domain::identity::actor::Actor;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::Asked;
use super::columns::{Place, text};
use super::memberships::Members;
use crate::audience::{contacts, engagement, list};
use crate::suppression::consents;
use crate::suppression::suppressions::of_contacts::Told;

/// Adds the filter as one condition that can follow an `and`. What it asks of other records than those listed is answered by
/// those that the actor may see.
pub fn push(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, asked: &Asked) {
    let mut compiler =
        Compiler { query, entity: asked.filter.entity, asking: &asked.asking, actor, alternative: false };
    compiler.node(&asked.filter.root);
}

pub(super) struct Compiler<'q, 'args, 'a> {
    pub query: &'q mut QueryBuilder<'args, Postgres>,
    /// What `c` is.
    pub entity: Entity,
    pub asking: &'a Asking,
    pub actor: &'a Actor,
    /// Under an `or` or a `not`, where Postgres makes no join of an `exists`.
    pub alternative: bool,
}

/// Between the conditions of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    And,
    Or,
}

impl Compiler<'_, '_, '_> {
    pub fn node(&mut self, node: &Node) {
        if self.is_about_account(node) {
            return self.of_account(&[node], Joint::And);
        }
        match node {
            Node::All(nodes) => self.group(&nodes.iter().collect::<Vec<_>>(), Joint::And),
            Node::Any(nodes) => self.group(&nodes.iter().collect::<Vec<_>>(), Joint::Or),
            // Never null, so that a plain `not exists` is exact, and Postgres makes a join of it.
            Node::Not(inner) if matches!(**inner, Node::Engagement(_)) => {
                self.query.push("not ");
                self.node(inner);
            }
            Node::Not(inner) => {
                self.query.push("(");
                self.inside(true, |inside| inside.node(inner));
                self.query.push(") is not true");
            }
            Node::Is(condition) => self.condition(condition),
            Node::Contacts(asked) => self.contacts(asked),
            Node::Engagement(asked) => engagement::asked::push(self.query, asked, self.asking),
        }
    }

    pub fn group(&mut self, nodes: &[&Node], joint: Joint) {
        let (of_account, own): (Vec<&Node>, Vec<&Node>) =
            nodes.iter().copied().partition(|node| self.is_about_account(node));
        let (between, empty) = match joint {
            Joint::And => (" and ", "true"),
            Joint::Or => (" or ", "false"),
        };
        self.query.push("(");
        self.inside(joint == Joint::Or && nodes.len() > 1, |inside| {
            for (index, node) in own.iter().enumerate() {
                inside.query.push(if index > 0 { between } else { "" });
                inside.node(node);
            }
            if !of_account.is_empty() {
                inside.query.push(if own.is_empty() { "" } else { between });
                inside.of_account(&of_account, joint);
            }
        });
        self.query.push(if nodes.is_empty() { empty } else { "" }).push(")");
    }

    fn inside(&mut self, alternative: bool, conditions: impl FnOnce(&mut Self)) {
        let outer = self.alternative;
        self.alternative = outer || alternative;
        conditions(self);
        self.alternative = outer;
    }

    fn condition(&mut self, condition: &Condition) {
        let (field, predicate) = (condition.field.bare(), &condition.predicate);
        if let Some(members) = field.membership().and_then(|one| Members::of(self.entity, one)) {
            return members.push(self.query, predicate);
        }
        if let Some(told) = Told::of(self.entity, field.key()) {
            self.query.push(told.condition(predicate));
            return;
        }
        if let Some(channel) = consents::of_contacts::channel_of(self.entity, field.key()) {
            self.query.push(consents::of_contacts::condition(channel, predicate));
            return;
        }
        if let Some(channel) = contacts::status::channel_of(self.entity, field.key()) {
            self.query.push(contacts::status::condition(channel, predicate));
            return;
        }
        if let Some(counted) = field.counted() {
            return self.counted(counted, condition);
        }
        self.asks(&Column { place: Place::of(self.entity, field), field }, predicate);
    }

    /// How often something happened in the last days. Who is in no group has none, so what holds of none is asked the other way
    /// round. Never null, as what is asked to have happened.
    fn counted(&mut self, counted: &Counted, condition: &Condition) {
        match condition.predicate {
            Predicate::HasValue => {
                self.query.push("true");
                return;
            }
            Predicate::IsEmpty => {
                self.query.push("false");
                return;
            }
            _ => {}
        }
        let of_none = holds_of_nothing(&Node::Is(condition.clone()), self.asking);
        let (exists, fits) = if of_none { ("not exists", "not ") } else { ("exists", "") };
        let counts = engagement::counted::counts(counted);
        self.query
            .push(format!(
                "{exists} (select from (select e.contact_id from read.engagement e where {counts} and e.at > "
            ))
            .push_bind(counted.since(self.asking.now))
            .push(format!(" group by e.contact_id having {fits}"));
        let column = Column { place: Place::plain("count(*)".to_owned()), field: condition.field.bare() };
        self.asks(&column, &condition.predicate);
        self.query.push(") counted where counted.contact_id = c.id)");
    }

    fn asks(&mut self, column: &Column<'_>, predicate: &Predicate) {
        self.query.push("(");
        match predicate {
            Predicate::IsEmpty => drop(self.query.push(&column.place.there).push(" is null")),
            Predicate::HasValue => drop(self.query.push(&column.place.there).push(" is not null")),
            Predicate::Equals(one) => self.one_of(column, std::slice::from_ref(one)),
            Predicate::NotEquals(one) => self.none_of(column, std::slice::from_ref(one)),
            Predicate::In(many) => self.one_of(column, many),
            Predicate::NotIn(many) => self.none_of(column, many),
            Predicate::Contains(typed) => self.like(column, "%", typed, "%"),
            Predicate::NotContains(typed) => {
                self.query.push("(");
                self.like(column, "%", typed, "%");
                self.query.push(") is not true");
            }
            Predicate::StartsWith(typed) => self.begins(column, typed),
            Predicate::EndsWith(typed) => self.like(column, "%", typed, ""),
            Predicate::Greater(one) => self.compare(column, ">", one),
            Predicate::AtLeast(one) => self.compare(column, ">=", one),
            Predicate::Less(one) => self.compare(column, "<", one),
            Predicate::AtMost(one) => self.compare(column, "<=", one),
            Predicate::Between(from, to) => {
                self.compare(column, ">=", from);
                self.query.push(" and ");
                self.compare(column, "<=", to);
            }
            Predicate::On(_)
            | Predicate::Before(_)
            | Predicate::After(_)
            | Predicate::BetweenDates(..)
            | Predicate::InLastDays(_)
            | Predicate::InNextDays(_) => self.within(column, predicate),
            Predicate::AnyOf(items) => self.includes(column, "any", items),
            Predicate::AllOf(items) => self.includes(column, "all", items),
            Predicate::NoneOf(items) => {
                self.query.push("(");
                self.includes(column, "any", items);
                self.query.push(") is not true");
            }
        }
        self.query.push(")");
    }

    fn none_of(&mut self, column: &Column<'_>, values: &[Scalar]) {
        self.query.push("(");
        self.one_of(column, values);
        self.query.push(") is not true");
    }

    /// One value is compared with `=`, which an index in the order of the list can follow.
    fn one_of(&mut self, column: &Column<'_>, values: &[Scalar]) {
        match values {
            // No and nothing are told apart by the JSON itself.
            [Scalar::Bool(false)] if column.field.defined_type().is_some() => {
                let json = format!("(c.custom -> '{}') = 'false'::jsonb", column.field.key());
                self.query.push(json);
            }
            [Scalar::Bool(yes)] => {
                self.query.push(if *yes { "" } else { "not " }).push(&column.place.value);
            }
            [number @ (Scalar::Number(_) | Scalar::Decimal(_) | Scalar::Money { .. })] => {
                self.compare(column, "=", number);
            }
            [Scalar::Id(id)] => drop(self.query.push(format!("{} = ", column.place.value)).push_bind(*id)),
            [Scalar::Id(_), ..] => {
                let ids: Vec<Uuid> = values
                    .iter()
                    .filter_map(|one| if let Scalar::Id(id) = one { Some(*id) } else { None })
                    .collect();
                self.query.push(format!("{} = any(", column.place.value)).push_bind(ids).push(")");
            }
            [Scalar::Number(_), ..] => {
                let numbers: Vec<i64> = values
                    .iter()
                    .filter_map(|one| if let Scalar::Number(number) = one { Some(*number) } else { None })
                    .collect();
                self.query.push(format!("{} = any(", column.place.value)).push_bind(numbers).push(")");
            }
            [Scalar::Decimal(_), ..] if column.field.defined_type().is_some() => {
                let numbers = values.iter().filter_map(|one| match one {
                    Scalar::Decimal(number) => Some(number.as_str().to_owned()),
                    _ => None,
                });
                self.query
                    .push(format!("{} = any(", column.place.value))
                    .push_bind(numbers.collect::<Vec<String>>())
                    .push("::text[]::numeric[])");
            }
            texts => self.one_of_texts(column, texts),
        }
    }

    fn one_of_texts(&mut self, column: &Column<'_>, values: &[Scalar]) {
        let mut texts: Vec<String> = Vec::with_capacity(values.len());
        for value in values {
            match value {
                Scalar::Text(typed) => texts.push(column.typed(typed)),
                Scalar::Me => texts.extend(self.asking.me.iter().map(|me| column.typed(me))),
                // Other kinds stand in lists of their own kind only.
                _ => {}
            }
        }
        texts.sort_unstable();
        texts.dedup();
        let (expression, _) = column.text();
        match <[String; 1]>::try_from(texts) {
            Ok([only]) => drop(self.query.push(format!("{expression} = ")).push_bind(only)),
            Err(texts) => drop(self.query.push(format!("{expression} = any(")).push_bind(texts).push(")")),
        }
    }

    fn like(&mut self, column: &Column<'_>, before: &str, typed: &str, after: &str) {
        let (expression, _) = column.text();
        let pattern = format!("{before}{}{after}", list::escaped(&column.typed(typed)));
        self.query.push(format!("{expression} like ")).push_bind(pattern);
    }

    fn begins(&mut self, column: &Column<'_>, typed: &str) {
        match column.text() {
            (expression, true) => list::begins(self.query, &expression, &column.typed(typed)),
            (_, false) => self.like(column, "", typed, "%"),
        }
    }

    fn compare(&mut self, column: &Column<'_>, sign: &str, one: &Scalar) {
        let value = &column.place.value;
        match one {
            Scalar::Number(number) => drop(self.query.push(format!("{value} {sign} ")).push_bind(*number)),
            Scalar::Decimal(number) => {
                // Of a defined number the place is one already.
                let number_of = if column.field.defined_type().is_some() { "" } else { "read.custom_number" };
                self.query
                    .push(format!("{number_of}({value}) {sign} "))
                    .push_bind(number.as_str().to_owned())
                    .push("::text::numeric");
            }
            Scalar::Money { amount, currency } => {
                self.query
                    .push(format!("({value} {sign} "))
                    .push_bind(amount.as_str().to_owned())
                    .push("::text::numeric and ")
                    .push(column.place.currency.as_deref().unwrap_or("null"))
                    .push(" = ")
                    .push_bind(currency.clone())
                    .push(")");
            }
            // Texts, ids and the viewer have no order.
            Scalar::Text(_) | Scalar::Bool(_) | Scalar::Id(_) | Scalar::Me => drop(self.query.push("false")),
        }
    }

    fn within(&mut self, column: &Column<'_>, predicate: &Predicate) {
        let span = Span::of(predicate, self.asking).unwrap_or_default();
        if let Some(ty) = column.field.defined_type() {
            return self.within_texts(&column.place.value, ty, &span);
        }
        let Span { from, to } = span;
        let is_date = column.field.value_type() == ValueType::Date;
        for (index, (edge, sign)) in
            [(from, ">"), (to, "<")].iter().filter_map(|(edge, sign)| Some(((*edge)?, *sign))).enumerate()
        {
            self.query.push(if index > 0 { " and " } else { "" });
            let equal = if edge.belongs { "=" } else { "" };
            self.query.push(format!("{} {sign}{equal} ", column.place.value));
            match is_date {
                true => self.query.push_bind(self.day(edge)),
                false => self.query.push_bind(edge.at),
            };
        }
    }

    /// Dates and moments of custom fields are compared as the texts they are, which sort as they do: a cast would fail on
    /// what was written before the field had a type.
    fn within_texts(&mut self, value: &str, ty: FieldType, span: &Span) {
        let (shape, text, TextSpan { from, to }) = match ty {
            FieldType::Date => (DATE_SHAPE, value.to_owned(), TextSpan::of_dates(span, self.asking)),
            _ => (MOMENT_SHAPE, format!("left({value}, {MOMENT_LENGTH})"), TextSpan::of_moments(span)),
        };
        self.query.push(format!("{value} ~ '^{}$'", shape.replace('0', "[0-9]")));
        for (edge, sign) in [(from, ">"), (to, "<")] {
            let Some(TextEdge { text: edge, belongs }) = edge else { continue };
            let equal = if belongs { "=" } else { "" };
            self.query.push(format!(" and {text} collate \"C\" {sign}{equal} ")).push_bind(edge);
        }
    }

    /// A stretch of days begins and ends at midnights of the viewer.
    fn day(&self, edge: Edge) -> NaiveDate {
        edge.at.with_timezone(&self.asking.zone).date_naive()
    }

    /// A list is compared as one text, each item between marks: folding it once costs less than unpacking it.
    fn includes(&mut self, column: &Column<'_>, quantifier: &str, items: &[String]) {
        if column.field.defined_type().is_some() {
            let json = &column.place.value;
            let sign = if quantifier == "all" { "?&" } else { "?|" };
            // An object has keys that are no items.
            self.query
                .push(format!("jsonb_typeof({json}) <> 'object' and {json} {sign} "))
                .push_bind(items.to_vec());
            return;
        }
        let mark = u32::from(ITEM_MARK);
        let joined = Place {
            value: format!("array_to_string({}, chr({mark}))", column.place.value),
            ..column.place.clone()
        };
        let (expression, _) = text(&joined, column.field);
        let patterns: Vec<String> = items
            .iter()
            .map(|item| format!("%{ITEM_MARK}{}{ITEM_MARK}%", list::escaped(&column.typed(item))))
            .collect();
        self.query
            .push(format!("chr({mark}) || {expression} || chr({mark}) like {quantifier}("))
            .push_bind(patterns)
            .push(")");
    }
}

struct Column<'a> {
    place: Place,
    field: &'a Field,
}

impl Column<'_> {
    fn text(&self) -> (String, bool) {
        text(&self.place, self.field)
    }

    fn typed(&self, typed: &str) -> String {
        Normal::of(self.field).typed(typed)
    }
}
