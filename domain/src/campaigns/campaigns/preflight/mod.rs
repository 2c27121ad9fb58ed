//! What keeps a campaign from being launched, and what should be looked at before: decided on facts that were looked up. A fault refuses
//! the launch, a warning does not.

pub mod email;
pub mod links;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use self::email::EmailFacts;
use super::Made;
use super::estimate::{Limits, ends_about};
use super::left_out::LeftOut;
use super::schedule::{Schedule, Start};
use super::state::{Channel, State};
use crate::email::schedule::window::first;

/// More left out than this share of all is worth a look.
const MANY_PERCENT: u64 = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Fault,
    Warning,
}

/// Of the wizard, where it is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Audience,
    Content,
    Schedule,
    Review,
}

impl Step {
    pub const fn as_str(self) -> &'static str {
        match self {
            Step::Audience => "audience",
            Step::Content => "content",
            Step::Schedule => "schedule",
            Step::Review => "review",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Never changes.
    pub code: &'static str,
    pub level: Level,
    pub words: String,
    pub step: Step,
    pub detail: Option<Value>,
}

impl Item {
    pub fn fault(code: &'static str, step: Step, words: impl Into<String>) -> Item {
        Item { code, level: Level::Fault, words: words.into(), step, detail: None }
    }

    pub fn warning(code: &'static str, step: Step, words: impl Into<String>) -> Item {
        Item { level: Level::Warning, ..Item::fault(code, step, words) }
    }

    pub fn with(self, detail: Value) -> Item {
        Item { detail: Some(detail), ..self }
    }
}

/// How the audience stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AudienceFacts {
    pub total: u64,
    pub reachable: u64,
    pub excluded: Vec<(LeftOut, u64)>,
    /// Sources that are archived or not shared with whoever launches, in words; nobody was counted then.
    pub gone: Vec<String>,
    /// Lists that are still being filled, by name; nobody was counted then.
    pub filling: Vec<String>,
}

/// Whatever must be looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub now: DateTime<Utc>,
    pub audience: AudienceFacts,
    /// Of a campaign by mail.
    pub email: EmailFacts,
    pub sending_stopped: bool,
}

/// Everything that is found, faults first.
pub fn look(made: &Made, facts: &Facts) -> Vec<Item> {
    let mut items = of_audience(made, &facts.audience);
    let limits = facts.email.sender.as_ref().map(|sender| sender.limits).unwrap_or_default();
    match made.channel {
        Channel::Email => items.extend(email::look(made, facts)),
        Channel::Call => items.push(Item::fault(
            "CHANNEL_NOT_READY",
            Step::Content,
            "Campaigns of calls are launched with the dialler, which is not set up.",
        )),
    }
    match &made.schedule {
        None => items.push(Item::fault("SCHEDULE_MISSING", Step::Schedule, "Say when it starts.")),
        Some(schedule) => items.extend(of_schedule(made.state, schedule, facts, limits)),
    }
    items.extend(of_review(made, facts));
    items.sort_by_key(|item| item.level);
    items
}

pub fn faults(items: &[Item]) -> Vec<String> {
    items.iter().filter(|item| item.level == Level::Fault).map(|item| item.code.to_owned()).collect()
}

fn of_audience(made: &Made, audience: &AudienceFacts) -> Vec<Item> {
    let step = Step::Audience;
    if made.audience.is_none() {
        let words = "Choose whom it goes to: at least one list, segment, domain set or filter.";
        return vec![Item::fault("AUDIENCE_EMPTY", step, words)];
    }
    if !audience.gone.is_empty() {
        let words = format!(
            "These sources are archived or not shared with you: {}. Choose others, or ask their owners to share them.",
            audience.gone.join(", ")
        );
        return vec![Item::fault("AUDIENCE_SOURCE_GONE", step, words).with(json!(audience.gone))];
    }
    if !audience.filling.is_empty() {
        let words = format!(
            "These lists are still being filled: {}. Wait until they are, or whoever comes in later would be left out.",
            audience.filling.join(", ")
        );
        return vec![Item::fault("AUDIENCE_FILLING", step, words).with(json!(audience.filling))];
    }
    let why: Vec<Value> = audience
        .excluded
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(reason, count)| json!({"reason": reason.as_str(), "label": reason.label(), "count": count}))
        .collect();
    let left_out = audience.total.saturating_sub(audience.reachable);
    if audience.total == 0 {
        vec![Item::fault(
            "AUDIENCE_EMPTY",
            step,
            "Nobody is in this audience. Include somebody else, or leave out fewer.",
        )]
    } else if audience.reachable == 0 {
        let words = format!(
            "All {} people in this audience are left out. Look at why, and choose others.",
            audience.total
        );
        vec![Item::fault("AUDIENCE_UNREACHABLE", step, words).with(json!(why))]
    } else if left_out.saturating_mul(100) > audience.total.saturating_mul(MANY_PERCENT) {
        let words = format!("{left_out} of {} people are left out. Look at why.", audience.total);
        vec![Item::warning("MANY_EXCLUDED", step, words).with(json!(why))]
    } else {
        Vec::new()
    }
}

fn of_schedule(state: State, schedule: &Schedule, facts: &Facts, limits: Limits) -> Vec<Item> {
    let step = Step::Schedule;
    let mut items = Vec::new();
    // What was scheduled starts when its moment has come.
    if let Start::At(local) = schedule.start
        && state == State::Draft
        && first(local, schedule.zone()).is_none_or(|at| at < facts.now)
    {
        let words = "The start is over. Choose a later one, or start at once.";
        items.push(Item::fault("START_IN_PAST", step, words));
    }
    if schedule.check().is_err() {
        let words = "Pace, hours or time zone are not in order. Enter them again.";
        items.push(Item::fault("PACE_INVALID", step, words));
        return items;
    }
    let starts = schedule.starts_at().map_or(facts.now, |at| at.max(facts.now));
    if schedule.due_at(None, facts.now).is_none() {
        let words =
            "Its hours do not open between its start and its end. Choose other hours, or a later end.";
        items.push(Item::fault("WINDOW_EMPTY", step, words));
    } else if let Some(ends) = schedule.ends {
        match ends_about(schedule, starts, facts.audience.reachable, limits) {
            Some(about) if about <= ends => {}
            Some(about) => {
                let words = format!(
                    "At this pace, within these hours and by what its sender allows it would be through on {} UTC, after its end. Make it faster, or end it later.",
                    about.format("%Y-%m-%d at %H:%M")
                );
                items.push(Item::fault("ENDS_TOO_EARLY", step, words).with(json!({"endsAbout": about})));
            }
            None => {
                let words = "At this pace, within these hours and by what its sender allows it would not be through within a year. Make it faster, or take the end away.";
                items.push(Item::fault("ENDS_TOO_EARLY", step, words));
            }
        }
    }
    items
}

fn of_review(made: &Made, facts: &Facts) -> Vec<Item> {
    let step = Step::Review;
    let mut items = Vec::new();
    if made.content.is_some() && !made.is_seed_tested() {
        let words =
            "Nobody has seen this content as a mail. Send a test to yourself or a colleague, and look at it.";
        items.push(Item::fault("SEED_TEST_MISSING", step, words));
    }
    let unconfirmed = made.unconfirmed();
    if !unconfirmed.is_empty() {
        let codes: Vec<&str> = unconfirmed.iter().map(|code| code.as_str()).collect();
        let words: Vec<&str> = unconfirmed.iter().map(|code| code.wording()).collect();
        let words = format!("Not confirmed yet: {}", words.join(" "));
        items.push(Item::fault("CONFIRMATIONS_MISSING", step, words).with(json!(codes)));
    }
    if facts.sending_stopped {
        let words = "All sending is stopped. An administrator can allow it again.";
        items.push(Item::fault("SENDING_STOPPED", step, words));
    }
    items
}
