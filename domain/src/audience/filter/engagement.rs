//! What is asked to have happened between us and a contact: how often, in which campaigns, and when. `not` around it asks for
//! those to whom it did not happen.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::asking::Asking;
use super::describe::{counted, grouped, listed, point};
use super::error::{Code, Mistake, shown};
use super::field::ValueType;
use super::limits::{TIMES_MAX, VALUES_MAX};
use super::predicate::{Day, Point, Predicate};
use super::span::Span;
use super::{print as printed, values};
use crate::audience::engagement::facts::Touch;
use crate::audience::engagement::kind::{Kind, Words};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    pub did: Kind,
    /// Empty: in any, or in none.
    pub campaigns: Vec<Uuid>,
    pub at_least: u32,
    pub at_most: Option<u32>,
    pub when: When,
    /// Whether what a program opened or clicked counts, too.
    pub machines: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Ever,
    /// The whole days before today, and today.
    InLastDays(u32),
    /// Both ends belong to it, a day with all its hours. One of them may be missing.
    Between {
        from: Option<Point>,
        to: Option<Point>,
    },
}

impl When {
    pub fn span(self, asking: &Asking) -> Span {
        let of = |predicate: &Predicate| Span::of(predicate, asking).unwrap_or_default();
        match self {
            When::Ever => Span::default(),
            When::InLastDays(days) => of(&Predicate::InLastDays(days)),
            When::Between { from, to } => Span {
                from: from.and_then(|from| of(&Predicate::BetweenDates(from, from)).from),
                to: to.and_then(|to| of(&Predicate::BetweenDates(to, to)).to),
            },
        }
    }

    /// Whether it is another stretch tomorrow.
    pub fn is_relative(self) -> bool {
        match self {
            When::Ever => false,
            When::InLastDays(_) => true,
            When::Between { from, to } => [from, to].into_iter().flatten().any(Point::is_relative),
        }
    }
}

impl Engagement {
    /// Whether it holds for a contact to whom all of this happened.
    pub fn holds(&self, touches: &[Touch], asking: &Asking) -> bool {
        let span = self.when.span(asking);
        let found = touches.iter().filter(|touch| self.counts(touch, &span)).count();
        found >= self.at_least as usize && self.at_most.is_none_or(|most| found <= most as usize)
    }

    fn counts(&self, touch: &Touch, span: &Span) -> bool {
        let in_campaign = || touch.campaign.is_some_and(|campaign| self.campaigns.contains(&campaign));
        touch.kind == self.did
            && (self.machines || !touch.machine)
            && (self.campaigns.is_empty() || in_campaign())
            && span.holds(touch.at)
    }

    /// Whether it asks for nothing but that it happened, so that a sentence can deny it.
    pub fn is_plain(&self) -> bool {
        (self.at_least, self.at_most) == (1, None)
    }
}

const WORDS: &[&str] = &["did", "campaign", "at_least", "at_most", "within_days", "from", "to", "machines"];

/// Under which key the mistake is, where it is under one.
type Read<T> = Result<T, (Option<&'static str>, Mistake)>;

pub(super) fn read(json: &Value) -> Read<Engagement> {
    let Value::Object(object) = json else {
        let message = "`engagement` is an object with `did` and, where more is asked, `campaign`, `at_least`, `at_most`, `within_days`, `from`, `to` and `machines`.";
        return Err((None, Mistake::about(Code::Shape, json, message)));
    };
    if let Some(stranger) = object.keys().find(|key| !WORDS.contains(&key.as_str())) {
        let stranger = shown(&Value::String(stranger.clone()));
        let message = format!("`engagement` has no `{stranger}`. It has {}.", WORDS.join(", "));
        return Err((None, Mistake::new(Code::Shape, message)));
    }
    let did = did(object)?;
    let (at_least, at_most) = how_often(object)?;
    let machines = match given(object, "machines") {
        None | Some(Value::Bool(false)) => false,
        Some(Value::Bool(true)) if did.can_be_a_machine() => true,
        Some(Value::Bool(true)) => {
            let message = "Only what was opened or clicked can be a machine's. Leave `machines` out.";
            return Err((Some("machines"), Mistake::new(Code::ValueType, message)));
        }
        Some(other) => return Err((Some("machines"), values::wrong_type(other, "true or false"))),
    };
    Ok(Engagement { did, campaigns: campaigns(object)?, at_least, at_most, when: when(object)?, machines })
}

fn given<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    object.get(key).filter(|value| !value.is_null())
}

fn did(object: &Map<String, Value>) -> Read<Kind> {
    let Some(value) = given(object, "did") else {
        let message = format!("`did` is missing. Choose one of: {}.", Kind::names());
        return Err((Some("did"), Mistake::new(Code::ValueMissing, message)));
    };
    value.as_str().and_then(Kind::parse).ok_or_else(|| {
        let message = format!("Nothing is called \"{}\". Choose one of: {}.", shown(value), Kind::names());
        (Some("did"), Mistake::about(Code::ValueUnknown, value, message))
    })
}

fn campaigns(object: &Map<String, Value>) -> Read<Vec<Uuid>> {
    let key = Some("campaign");
    match given(object, "campaign") {
        None => Ok(Vec::new()),
        Some(Value::Array(items)) if items.is_empty() => {
            let message = "The list of campaigns is empty. Add one, or leave `campaign` out for any.";
            Err((key, Mistake::new(Code::ValueMissing, message)))
        }
        Some(Value::Array(items)) if items.len() > VALUES_MAX => {
            let message =
                format!("{} campaigns are more than the {VALUES_MAX} a condition takes.", items.len());
            Err((key, Mistake::new(Code::TooManyValues, message)))
        }
        Some(Value::Array(items)) => {
            items.iter().map(values::id).collect::<Result<_, Mistake>>().map_err(|mistake| (key, mistake))
        }
        Some(other) => Err((key, values::wrong_type(other, "a list of ids of campaigns"))),
    }
}

/// At least once, unless it is said how often.
fn how_often(object: &Map<String, Value>) -> Read<(u32, Option<u32>)> {
    let number = |key: &'static str| match given(object, key) {
        None => Ok(None),
        Some(value) => {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.filter(|number| *number <= TIMES_MAX).map(Some).ok_or_else(|| {
                let message = format!("`{key}` is a whole number from 0 to 10,000, as 2.");
                (Some(key), Mistake::about(Code::ValueType, value, message))
            })
        }
    };
    match (number("at_least")?, number("at_most")?) {
        (None, None) => Ok((1, None)),
        (None, Some(most)) => Ok((0, Some(most))),
        (Some(0), None) => {
            let message = "It happened at least 0 times to everybody. Ask for 1 or more, or add `at_most`.";
            Err((Some("at_least"), Mistake::new(Code::ValueMissing, message)))
        }
        (Some(least), Some(most)) if least > most => {
            let message = format!("Nothing happens at least {least} and at most {most} times. Swap the two.");
            Err((None, Mistake::new(Code::RangeBackwards, message)))
        }
        (Some(least), most) => Ok((least, most)),
    }
}

fn when(object: &Map<String, Value>) -> Read<When> {
    let within = given(object, "within_days");
    let end = |key: &'static str| {
        let point = |value| values::point(ValueType::DateTime, value).map_err(|mistake| (Some(key), mistake));
        given(object, key).map(point).transpose()
    };
    match (within, end("from")?, end("to")?) {
        (None, None, None) => Ok(When::Ever),
        (Some(days), None, None) => {
            values::days(days).map(When::InLastDays).map_err(|mistake| (Some("within_days"), mistake))
        }
        (Some(_), _, _) => {
            let message = "`within_days` and `from` or `to` stand together. Keep one of the two ways.";
            Err((None, Mistake::new(Code::Shape, message)))
        }
        (None, from, to) if is_backwards(from, to) => {
            let message = "`from` lies behind `to`. Swap the two.";
            Err((None, Mistake::new(Code::RangeBackwards, message)))
        }
        (None, from, to) => Ok(When::Between { from, to }),
    }
}

/// Whether no day and no viewer can make it a stretch.
fn is_backwards(from: Option<Point>, to: Option<Point>) -> bool {
    match (from, to) {
        (Some(Point::Day(Day::Date(from))), Some(Point::Day(Day::Date(to)))) => from > to,
        (Some(Point::Day(Day::FromToday(from))), Some(Point::Day(Day::FromToday(to)))) => from > to,
        (Some(Point::Moment(from)), Some(Point::Moment(to))) => from > to,
        _ => false,
    }
}

pub(super) fn print(asked: &Engagement) -> Value {
    let Engagement { did, campaigns, at_least, at_most, when, machines } = asked;
    let mut object =
        Map::from_iter([("did".to_owned(), json!(did.as_str())), ("at_least".to_owned(), json!(at_least))]);
    let mut put = |key: &str, value: Option<Value>| object.extend(value.map(|value| (key.to_owned(), value)));
    put("at_most", at_most.map(|most| json!(most)));
    let ids = || campaigns.iter().map(Uuid::to_string).collect::<Vec<_>>();
    put("campaign", (!campaigns.is_empty()).then(|| json!(ids())));
    put("machines", machines.then(|| json!(true)));
    match when {
        When::Ever => {}
        When::InLastDays(days) => put("within_days", Some(json!(days))),
        When::Between { from, to } => {
            put("from", from.map(printed::point));
            put("to", to.map(printed::point));
        }
    }
    Value::Object(object)
}

/// `was emailed at least 3 times in the last 90 days`; denied: `was not emailed in the last 90 days`.
pub(super) fn say(asked: &Engagement, denied: bool) -> String {
    let Words { did, did_not } = asked.did.words();
    let times = |count: u32| match count {
        1 => "once".to_owned(),
        count => format!("{} times", grouped(count.into())),
    };
    let (happened, how_often) = match (asked.at_least, asked.at_most) {
        (1, None) => (if denied { did_not } else { did }, String::new()),
        (0, Some(0)) => (did_not, String::new()),
        (least, None) => (did, format!(" at least {}", times(least))),
        (0, Some(most)) => (did, format!(" at most {}", times(most))),
        (least, Some(most)) if least == most => (did, format!(" exactly {}", times(most))),
        (least, Some(most)) => (did, format!(" {} to {}", grouped(least.into()), times(most))),
    };
    let campaigns = match asked.campaigns.is_empty() {
        true => String::new(),
        false => format!(" in the campaign {}", listed(asked.campaigns.iter().map(Uuid::to_string), "or")),
    };
    let when = match asked.when {
        When::Ever => String::new(),
        When::InLastDays(0) => " today".to_owned(),
        When::InLastDays(days) => format!(" in the last {}", counted(days)),
        When::Between { from: Some(from), to: Some(to) } => {
            format!(" from {} to {}", point(from), point(to))
        }
        When::Between { from: Some(from), to: None } => format!(" since {}", point(from)),
        When::Between { from: None, to: Some(to) } => format!(" until {}", point(to)),
        When::Between { from: None, to: None } => String::new(),
    };
    let machines = if asked.machines { " (machines count)" } else { "" };
    format!("{happened}{how_often}{campaigns}{when}{machines}")
}
