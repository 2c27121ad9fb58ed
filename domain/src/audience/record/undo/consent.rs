//! Taking back what was recorded of a person's consent: their statements are taken back, each with its reason, and what was said
//! before counts again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::origin::Origin;
use super::{Conflict, Reason, UndoOutcome, Undone};
use crate::audience::contacts::Contact;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::FieldChange;
use crate::audience::record::further::go_on;
use crate::audience::record::source::Source;
use crate::audience::record::state::Standing;
use crate::suppression::consents::channel::Channel;
use crate::suppression::consents::command::ConsentCommand;
use crate::suppression::consents::events::ConsentEvent;
use crate::suppression::consents::{Consent, Statement};

/// `chosen`: also where somebody said something since, or added a proof.
pub fn undo(
    origin: Origin,
    contact: &Contact,
    consent: &Consent,
    at: DateTime<Utc>,
    chosen: bool,
) -> Undone<ConsentEvent> {
    let person = match (&contact.record.standing, consent.contact) {
        (Standing::Erased, _) => return Undone::plain(UndoOutcome::Gone),
        (_, None) => return Undone::plain(UndoOutcome::Nothing),
        (_, Some(person)) => person,
    };
    let (mut state, mut events) = (consent.clone(), Vec::new());
    let (mut changes, mut conflicts) = (BTreeMap::new(), Vec::new());
    for statement in consent.statements.iter().filter(|one| is_ours(origin, one)) {
        let field = field_of(statement.channel);
        if !chosen && is_touched(origin, consent, statement) {
            conflicts.push(Conflict { field: Some(field.to_owned()), reason: Reason::ChangedSince });
            continue;
        }
        let (contact, statement, channel) = (person, statement.id, statement.channel);
        let (why, source) = (origin.reason().to_owned(), origin.undo(0).to_string());
        let old = stands(&state, channel);
        let taken_back = state.decide(ConsentCommand::TakeBack { at, contact, statement, why, source });
        go_on(&mut state, &mut events, taken_back.unwrap_or_default());
        changes.insert(field.to_owned(), FieldChange { old, new: stands(&state, channel) });
    }
    let outcome = match (events.is_empty(), conflicts.is_empty()) {
        (true, true) => UndoOutcome::Nothing,
        (true, false) => UndoOutcome::Kept,
        (false, true) => UndoOutcome::Reverted,
        (false, false) => UndoOutcome::Partly,
    };
    Undone { outcome, events, changes, conflicts }
}

fn is_ours(origin: Origin, statement: &Statement) -> bool {
    !statement.taken_back && statement.source.parse::<Source>().is_ok_and(|source| origin.did(&source))
}

/// Somebody relies on it, or has replaced it.
fn is_touched(origin: Origin, consent: &Consent, statement: &Statement) -> bool {
    let replaces = |other: &Statement| {
        other.channel == statement.channel
            && other.rank() > statement.rank()
            && !other.taken_back
            && !is_ours(origin, other)
    };
    statement.file.is_some() || consent.statements.iter().any(replaces)
}

/// As the contact's own field has it, without what its country says.
fn stands(consent: &Consent, channel: Channel) -> Option<FieldValue> {
    consent.current(channel).map(|statement| statement.standing().as_str().into())
}

/// Under which a list shows it.
fn field_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email_consent",
        Channel::Phone => "phone_consent",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use cqrs_es::Aggregate;
    use uuid::Uuid;

    use super::*;
    use crate::audience::contacts::events::ContactEvent;
    use crate::suppression::consents::basis::Basis;

    const BULK: Uuid = Uuid::from_u128(40);

    fn person() -> Contact {
        let mut contact = Contact::default();
        contact.apply(ContactEvent::ContactCreated {
            source: Source::Ui,
            at: DateTime::UNIX_EPOCH,
            fields: BTreeMap::from([("email".to_owned(), "ada@norhavn.test".into())]),
            derived: vec![],
            account: None,
        });
        contact
    }

    fn recorded(statement: u128, channel: Channel, source: &Source) -> ConsentEvent {
        ConsentEvent::ConsentRecorded {
            at: DateTime::UNIX_EPOCH,
            contact: Uuid::from_u128(1),
            statement: Uuid::from_u128(statement),
            channel,
            basis: if statement == 1 { Basis::LegitimateInterest } else { Basis::Consent },
            given_at: DateTime::UNIX_EPOCH,
            origin: Some("trade show".into()),
            wording: None,
            proof: None,
            source: source.to_string(),
        }
    }

    fn undone(events: Vec<ConsentEvent>, chosen: bool) -> Undone<ConsentEvent> {
        let mut consent = Consent::default();
        events.into_iter().for_each(|event| consent.apply(event));
        undo(Origin::Bulk(BULK), &person(), &consent, DateTime::UNIX_EPOCH, chosen)
    }

    #[test]
    fn what_was_said_before_counts_again() {
        let ours = Source::Bulk { id: BULK };
        let before = recorded(1, Channel::Email, &Source::Ui);
        let back = undone(vec![before, recorded(2, Channel::Email, &ours)], false);
        assert_eq!((back.outcome, back.events.len()), (UndoOutcome::Reverted, 1));
        let change = &back.changes["email_consent"];
        let text = |text: &str| Some(FieldValue::from(text));
        assert_eq!((&change.old, &change.new), (&text("consent"), &text("legitimate_interest")));
    }

    #[test]
    fn what_somebody_said_since_stays_unless_it_is_chosen() {
        let ours = Source::Bulk { id: BULK };
        let events = vec![
            recorded(2, Channel::Email, &ours),
            recorded(3, Channel::Phone, &ours),
            recorded(4, Channel::Email, &Source::Ui),
        ];
        let back = undone(events.clone(), false);
        assert_eq!((back.outcome, back.events.len()), (UndoOutcome::Partly, 1));
        let since = Conflict { field: Some("email_consent".into()), reason: Reason::ChangedSince };
        assert_eq!(back.conflicts, [since]);
        let back = undone(events, true);
        assert_eq!((back.outcome, back.events.len()), (UndoOutcome::Reverted, 2));
    }

    #[test]
    fn what_others_said_is_none_of_its() {
        let others = vec![recorded(2, Channel::Email, &Source::Bulk { id: Uuid::from_u128(41) })];
        assert_eq!(undone(others, true).outcome, UndoOutcome::Nothing);
        assert_eq!(undone(vec![], true).outcome, UndoOutcome::Nothing);
    }
}
