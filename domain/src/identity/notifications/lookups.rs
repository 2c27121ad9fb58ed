//! A run of phone look-ups that somebody asked for has ended.

use serde_json::Error;

use super::jobs::QUIET_UP_TO;
use super::news::{Details, Happened, News, Outcome};
use super::words::{Shown, Words, counted};
use crate::audience::contact_runs::{End, RunCounts};
use crate::audience::phone_validity::facts::PhoneLookupFact;

/// A few are done before who asked has looked away.
pub fn phone_lookup_ended(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let PhoneLookupFact::PhoneLookupEnded(ended) = happened.read()? else {
        return Ok(Vec::new());
    };
    let counts = ended.counts;
    let outcome = match ended.end {
        End::Completed if counts.done() <= QUIET_UP_TO => return Ok(Vec::new()),
        End::Completed => Outcome::Done,
        End::Cancelled => Outcome::Stopped,
        End::Failed => Outcome::Failed,
    };
    let numbers = [
        ("looked_up", counts.done()),
        ("mobile", counts.mobile),
        ("fixed_line", counts.fixed_line),
        ("not_found", counts.not_found),
    ];
    Ok(happened.to_asker(None, Details::of(outcome, &numbers)))
}

pub fn phone_lookup_words(shown: &Shown<'_>) -> Words {
    let sums = shown.sums(&[("mobile", "mobile"), ("fixed_line", "fixed line"), ("not_found", "not found")]);
    let looked_at = counted(shown.details.number("looked_up"), "record", "records");
    Words {
        title: shown.ended("Phone look-up", "finished"),
        text: Some(sums.unwrap_or_else(|| format!("{looked_at} looked at"))),
        link: "/contacts/phone-lookups".to_owned(),
        tone: shown.details.outcome.into(),
    }
}
