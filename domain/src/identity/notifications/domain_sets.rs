//! The matching of a domain set has ended. Events of its end carry who asked for it as their actor: who brought the domains, or had
//! them matched again.

use serde_json::Error;

use super::jobs::QUIET_UP_TO;
use super::news::{Details, Happened, News, Outcome, SubjectKind};
use super::words::{Shown, Words};
use crate::audience::domain_sets::events::{DomainSetEvent, Matched};

/// A few are done before who asked has looked away.
pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let details = match happened.read()? {
        DomainSetEvent::DomainSetMatched { matched: Matched { exact, fuzzy, unknown, .. }, .. } => {
            if exact + fuzzy + unknown <= QUIET_UP_TO {
                return Ok(Vec::new());
            }
            let numbers = [("matched", exact), ("review", fuzzy), ("unknown", unknown)];
            Details::of(Outcome::clean_if(fuzzy == 0), &numbers)
        }
        DomainSetEvent::DomainSetMatchingStopped { .. } => Details::of(Outcome::Stopped, &[]),
        DomainSetEvent::DomainSetMatchingFailed { .. } => Details::of(Outcome::Failed, &[]),
        _ => return Ok(Vec::new()),
    };
    Ok(happened.to_asker(Some(SubjectKind::DomainSet), details))
}

pub fn words(shown: &Shown<'_>) -> Words {
    let sums = shown.sums(&[("matched", "matched"), ("review", "to review"), ("unknown", "unknown")]);
    Words {
        title: shown.ended("Matching", "finished"),
        text: Some(sums.unwrap_or_else(|| "What was read and matched until then is kept.".to_owned())),
        link: shown.link("/domain-sets"),
        tone: shown.details.outcome.into(),
    }
}
