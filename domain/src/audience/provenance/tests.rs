use chrono::TimeZone;
use uuid::Uuid;

use super::*;
use crate::audience::contacts::events::LinkKind;

fn on(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

fn origin(position: i64, source: Source) -> Origin {
    Origin {
        position,
        sequence: position,
        at: on(position as u32),
        source,
        actor: "system".into(),
        role: "system".into(),
        restored_from: None,
    }
}

fn import() -> Source {
    Source::Import { id: Uuid::from_u128(1), row: 4 }
}

/// Feeds events at positions 1, 2, 3, ... and gives the trail of the job title.
fn title_after(events: Vec<(Source, ContactEvent)>) -> Option<FieldTrail> {
    let mut trail = Trail::default();
    for (at, (source, event)) in events.into_iter().enumerate() {
        trail.contact(event, &origin(at as i64 + 1, source));
    }
    trail.fields.remove("job_title")
}

fn created(title: &str) -> (Source, ContactEvent) {
    let fields = BTreeMap::from([("job_title".to_owned(), title.into())]);
    let event =
        ContactEvent::ContactCreated { source: import(), at: on(1), fields, derived: vec![], account: None };
    (import(), event)
}

fn typed(old: &str, new: Option<&str>) -> (Source, ContactEvent) {
    let change = FieldChange { old: Some(old.into()), new: new.map(Into::into) };
    let event = ContactEvent::ContactFieldsChanged {
        source: Source::Ui,
        at: on(2),
        changes: BTreeMap::from([("job_title".to_owned(), change)]),
        derived: vec![],
        kept: BTreeMap::new(),
    };
    (Source::Ui, event)
}

fn lost(candidate: &str) -> (Source, ContactEvent) {
    let kept = KeptValue { candidate: candidate.into(), rule: KeptRule::SourcePriority };
    let event = ContactEvent::ContactFieldsChanged {
        source: import(),
        at: on(3),
        changes: BTreeMap::new(),
        derived: vec![],
        kept: BTreeMap::from([("job_title".to_owned(), kept)]),
    };
    (import(), event)
}

#[test]
fn the_value_that_holds_has_the_source_that_set_it_and_those_before_it_theirs() {
    let trail = title_after(vec![created("Analyst"), typed("Analyst", Some("VP"))]).unwrap();
    let now = trail.now.unwrap();
    assert_eq!((now.value, now.origin), (Some("VP".into()), origin(2, Source::Ui)));
    assert_eq!(trail.earlier.len(), 1);
    assert_eq!(trail.earlier[0].value, Some("Analyst".into()));
    assert_eq!(trail.earlier[0].origin.source, import());
}

#[test]
fn an_emptied_field_still_says_who_emptied_it() {
    let trail = title_after(vec![created("Analyst"), typed("Analyst", None)]).unwrap();
    let now = trail.now.unwrap();
    assert_eq!((now.value, now.origin.position), (None, 2));
}

#[test]
fn what_lost_stays_beside_until_it_is_the_value() {
    let events = vec![created("Analyst"), typed("Analyst", Some("VP")), lost("Director"), lost("Head")];
    let trail = title_after(events.clone()).unwrap();
    let kept: Vec<_> = trail.kept.iter().map(|lost| (lost.candidate.clone(), lost.origin.position)).collect();
    assert_eq!(kept, [("Head".into(), 4), ("Director".into(), 3)]);

    let again = [events.clone(), vec![lost("Director")]].concat();
    let kept = title_after(again).unwrap().kept;
    assert_eq!((kept.len(), kept[0].origin.position), (2, 5), "each value once, with the newest origin");

    let chosen = [events, vec![typed("VP", Some("Director"))]].concat();
    let kept = title_after(chosen).unwrap().kept;
    assert_eq!(kept.iter().map(|lost| lost.candidate.clone()).collect::<Vec<_>>(), ["Head".into()]);
}

#[test]
fn the_account_is_followed_like_a_field() {
    let link = |id: u128| AccountLink { account_id: Uuid::from_u128(id), how: LinkKind::Auto };
    let mut trail = Trail::default();
    let linked = ContactEvent::ContactAccountLinked {
        source: Source::System,
        at: on(1),
        account: link(7),
        previous: None,
    };
    let unlinked = ContactEvent::ContactAccountUnlinked { source: Source::Ui, at: on(2), previous: link(7) };
    trail.contact(linked, &origin(1, Source::System));
    trail.contact(unlinked, &origin(2, Source::Ui));
    let account = trail.fields.remove(ACCOUNT).unwrap();
    assert_eq!(account.now.map(|told| told.value), Some(None));
    assert_eq!(account.earlier[0].value, Some(Uuid::from_u128(7).to_string().into()));
}

#[test]
fn an_erased_person_leaves_no_trail() {
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: on(3), request: "T-1".into() };
    assert_eq!(title_after(vec![created("Analyst"), (Source::Ui, erased)]), None);
}
