//! Taking back that suggestions of industries were rejected: each waits again, and its evidence counts again. What was accepted is
//! taken back with the account's values.

use chrono::{DateTime, Utc};

use super::{Conflict, Reason, UndoOutcome, Undone};
use crate::audience::enrichment::command::EnrichmentCommand;
use crate::audience::enrichment::events::EnrichmentEvent;
use crate::audience::enrichment::{Decision, IndustrySuggestion};

/// Of one that the work rejected. `touched`: somebody said something to it since. `chosen`: also then.
pub fn undo(
    suggestion: &IndustrySuggestion,
    touched: bool,
    at: DateTime<Utc>,
    chosen: bool,
) -> Undone<EnrichmentEvent> {
    match suggestion.decision {
        Decision::Rejected if touched && !chosen => Undone::kept(vec![Conflict::of(Reason::ChangedSince)]),
        Decision::Rejected => {
            let events = suggestion.decide(EnrichmentCommand::Reopen { at }).unwrap_or_default();
            Undone { events, ..Undone::plain(UndoOutcome::Reverted) }
        }
        // It waits again, for the same or for another industry, or somebody accepted it meanwhile.
        Decision::None | Decision::Pending | Decision::Accepted => Undone::plain(UndoOutcome::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use cqrs_es::Aggregate;

    use super::*;
    use crate::audience::enrichment::events::{Classifier, Suggested};

    const AT: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn suggested(evidence: &str) -> EnrichmentEvent {
        let suggested = Suggested {
            industry: "Construction".into(),
            naics: None,
            sic: None,
            confidence: 80,
            by: Classifier::Rules,
            because: vec![],
            evidence: evidence.into(),
        };
        EnrichmentEvent::IndustrySuggested { at: AT, suggested }
    }

    fn rejected() -> EnrichmentEvent {
        EnrichmentEvent::IndustrySuggestionRejected { at: AT, evidence: "e1".into(), reason: None }
    }

    fn reopened() -> EnrichmentEvent {
        EnrichmentEvent::IndustrySuggestionReopened { at: AT, evidence: "e1".into() }
    }

    fn after(events: &[EnrichmentEvent]) -> IndustrySuggestion {
        let mut suggestion = IndustrySuggestion::default();
        events.iter().for_each(|event| suggestion.apply(event.clone()));
        suggestion
    }

    #[test]
    fn a_rejected_one_waits_again() {
        let undone = undo(&after(&[suggested("e1"), rejected()]), false, AT, false);
        assert_eq!((undone.outcome, undone.events), (UndoOutcome::Reverted, vec![reopened()]));
    }

    #[test]
    fn what_somebody_rejected_anew_stays_so_unless_it_is_chosen() {
        let held = after(&[suggested("e1"), rejected(), reopened(), rejected()]);
        let kept = undo(&held, true, AT, false);
        assert_eq!(
            (kept.outcome, kept.conflicts),
            (UndoOutcome::Kept, vec![Conflict::of(Reason::ChangedSince)])
        );
        assert!(kept.events.is_empty());
        assert_eq!(undo(&held, true, AT, true).outcome, UndoOutcome::Reverted);
    }

    #[test]
    fn one_that_waits_already_is_left() {
        for held in [after(&[suggested("e1"), rejected(), reopened()]), after(&[rejected(), suggested("e2")])]
        {
            let undone = undo(&held, true, AT, true);
            assert_eq!((undone.outcome, undone.events.len()), (UndoOutcome::Nothing, 0));
        }
    }
}
