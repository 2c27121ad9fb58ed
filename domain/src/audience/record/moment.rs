//! A record as it was: its events up to a moment, folded by the record's own `apply`.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;

use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::record::source::Source;

/// A point in the life of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Now,
    /// With everything that had happened by then, that instant included.
    At(DateTime<Utc>),
    /// Right after the event at this position of the log.
    After(i64),
}

impl Moment {
    /// Whether an event is part of the record as it was then.
    pub fn reaches(self, position: i64, at: DateTime<Utc>) -> bool {
        match self {
            Moment::Now => true,
            Moment::At(moment) => at <= moment,
            Moment::After(last) => position <= last,
        }
    }
}

/// What every event of a record says about itself.
pub trait RecordEvent {
    fn at(&self) -> DateTime<Utc>;

    fn source(&self) -> &Source;
}

impl RecordEvent for ContactEvent {
    fn at(&self) -> DateTime<Utc> {
        match self {
            ContactEvent::ContactCreated { at, .. }
            | ContactEvent::ContactFieldsChanged { at, .. }
            | ContactEvent::ContactAccountLinked { at, .. }
            | ContactEvent::ContactAccountUnlinked { at, .. }
            | ContactEvent::ContactArchived { at, .. }
            | ContactEvent::ContactRestored { at, .. }
            | ContactEvent::ContactErased { at, .. }
            | ContactEvent::ContactMerged { at, .. }
            | ContactEvent::ContactMergedInto { at, .. }
            | ContactEvent::ContactUnmerged { at, .. } => *at,
        }
    }

    fn source(&self) -> &Source {
        match self {
            ContactEvent::ContactCreated { source, .. }
            | ContactEvent::ContactFieldsChanged { source, .. }
            | ContactEvent::ContactAccountLinked { source, .. }
            | ContactEvent::ContactAccountUnlinked { source, .. }
            | ContactEvent::ContactArchived { source, .. }
            | ContactEvent::ContactRestored { source, .. }
            | ContactEvent::ContactErased { source, .. }
            | ContactEvent::ContactMerged { source, .. }
            | ContactEvent::ContactMergedInto { source, .. }
            | ContactEvent::ContactUnmerged { source, .. } => source,
        }
    }
}

impl RecordEvent for AccountEvent {
    fn at(&self) -> DateTime<Utc> {
        match self {
            AccountEvent::AccountCreated { at, .. }
            | AccountEvent::AccountFieldsChanged { at, .. }
            | AccountEvent::AccountArchived { at, .. }
            | AccountEvent::AccountRestored { at, .. }
            | AccountEvent::AccountMerged { at, .. }
            | AccountEvent::AccountMergedInto { at, .. }
            | AccountEvent::AccountUnmerged { at, .. } => *at,
        }
    }

    fn source(&self) -> &Source {
        match self {
            AccountEvent::AccountCreated { source, .. }
            | AccountEvent::AccountFieldsChanged { source, .. }
            | AccountEvent::AccountArchived { source, .. }
            | AccountEvent::AccountRestored { source, .. }
            | AccountEvent::AccountMerged { source, .. }
            | AccountEvent::AccountMergedInto { source, .. }
            | AccountEvent::AccountUnmerged { source, .. } => source,
        }
    }
}

/// The event a folded record ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Last {
    pub position: i64,
    pub at: DateTime<Utc>,
}

/// A record at a moment. Without a `last` event there was none yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AsOf<A> {
    pub state: A,
    pub last: Option<Last>,
}

/// Folds a record's events, oldest first, up to a moment. It ends with the first event that came later: what is
/// folded is always a state the record really was in.
pub fn fold<A>(events: impl IntoIterator<Item = (i64, A::Event)>, moment: Moment) -> AsOf<A>
where
    A: Aggregate,
    A::Event: RecordEvent,
{
    let mut folded = AsOf { state: A::default(), last: None };
    for (position, event) in events {
        let at = event.at();
        if !moment.reaches(position, at) {
            break;
        }
        folded.state.apply(event);
        folded.last = Some(Last { position, at });
    }
    folded
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::TimeZone;

    use super::*;
    use crate::audience::contacts::Contact;
    use crate::audience::record::change::FieldChange;
    use crate::audience::record::state::Standing;

    fn on(day: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
    }

    fn events() -> Vec<(i64, ContactEvent)> {
        let title = |day: u32, old: &str, new: &str| ContactEvent::ContactFieldsChanged {
            source: Source::Ui,
            at: on(day),
            changes: BTreeMap::from([(
                "job_title".to_owned(),
                FieldChange { old: Some(old.into()), new: Some(new.into()) },
            )]),
            derived: vec![],
            kept: BTreeMap::new(),
        };
        let fields = BTreeMap::from([("job_title".to_owned(), "Analyst".into())]);
        let created = ContactEvent::ContactCreated {
            source: Source::Ui,
            at: on(1),
            fields,
            derived: vec![],
            account: None,
        };
        let archived = ContactEvent::ContactArchived { source: Source::Ui, at: on(5), reason: None };
        vec![
            (10, created),
            (20, title(3, "Analyst", "Director")),
            (31, title(4, "Director", "VP")),
            (40, archived),
        ]
    }

    fn title(moment: Moment) -> Option<String> {
        fold::<Contact>(events(), moment).state.record.text("job_title").map(str::to_owned)
    }

    #[test]
    fn a_moment_holds_what_had_happened_by_then() {
        assert_eq!(title(Moment::At(on(2))).as_deref(), Some("Analyst"));
        assert_eq!(title(Moment::At(on(3))).as_deref(), Some("Director"), "the instant itself included");
        assert_eq!(title(Moment::After(20)).as_deref(), Some("Director"));
        assert_eq!(title(Moment::Now).as_deref(), Some("VP"));
        let archived = fold::<Contact>(events(), Moment::At(on(6)));
        assert_eq!(archived.state.record.standing, Standing::Archived);
        assert_eq!(archived.last, Some(Last { position: 40, at: on(5) }));
    }

    #[test]
    fn before_the_first_event_there_was_no_record() {
        let none = fold::<Contact>(events(), Moment::After(9));
        assert_eq!((none.last, none.state.record.standing), (None, Standing::Absent));
    }

    #[test]
    fn an_event_with_an_earlier_time_behind_a_later_one_is_no_gap() {
        let mut events = events();
        let restored = ContactEvent::ContactRestored { source: Source::Ui, at: on(2) };
        events.push((50, restored));
        let folded = fold::<Contact>(events, Moment::At(on(2)));
        assert_eq!(folded.last.map(|last| last.position), Some(10));
    }
}
