//! What people said of one item, word by word. The last word can be taken back, and then those before it hold again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::{Found, ItemJudged, Verdict};
use super::matching::Via;

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub verdict: Verdict,
    pub account: Uuid,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// In the order in which they were said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<Said>);

impl Words {
    /// The same once more is the same word.
    pub fn say(&mut self, judged: &ItemJudged) {
        let ItemJudged { verdict, account, by, at, .. } = *judged;
        let said = Said { verdict, account, by, at };
        match self.0.last_mut() {
            Some(last) if (last.verdict, last.account) == (verdict, account) => *last = said,
            Some(_) | None => self.0.push(said),
        }
    }

    pub fn last(&self) -> Option<Said> {
        self.0.last().copied()
    }

    /// Whatever was said since stays.
    pub fn take_back(&mut self, verdict: Verdict, account: Uuid) {
        let place = self.0.iter().rposition(|said| (said.verdict, said.account) == (verdict, account));
        if let Some(place) = place {
            self.0.remove(place);
        }
    }

    /// The word that says which account the item is, if one holds.
    pub fn settled(&self) -> Option<Said> {
        self.0.iter().fold(None, |before: Option<Said>, said| match said.verdict {
            Verdict::Confirmed | Verdict::Assigned => Some(*said),
            Verdict::Rejected => before.filter(|before| before.account != said.account),
        })
    }

    /// Accounts that it is not.
    pub fn rejected(&self) -> Vec<Uuid> {
        let mut not: Vec<Uuid> = Vec::new();
        for said in &self.0 {
            not.retain(|account| *account != said.account);
            if said.verdict == Verdict::Rejected {
                not.push(said.account);
            }
        }
        not
    }

    /// Which account the item is by these words and by what matchings found for it, the last one last; nothing that is not
    /// active is found.
    pub fn stand(&self, found: &[Option<Found>], is_active: impl Fn(Uuid) -> bool) -> Option<Found> {
        let Some(said) = self.settled() else {
            let not = self.rejected();
            let last = found.last().copied().flatten();
            return last.filter(|found| !not.contains(&found.account) && is_active(found.account));
        };
        // What was found keeps how it was found; anything else is a person's own word.
        let own = Found { account: said.account, via: Via::Manual, confidence: 100, by: None, stub: false };
        let kept = found.iter().rev().flatten().find(|found| found.account == said.account);
        match said.verdict {
            Verdict::Confirmed => Some(kept.copied().unwrap_or(own)),
            Verdict::Assigned | Verdict::Rejected => Some(own),
        }
    }
}
