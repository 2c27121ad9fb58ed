//! Samples of what happens to lists and to who is in them. The files beside this one are never edited, once they are on main:
//! whoever changes one makes every log that holds the event unreadable.

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::exports::list::{InDomainSet, InSegment, ListFilter};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::Made;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::events::ListEvent;
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_domain::audience::lists::source::{ListSource, Operation};
use pivotal_domain::audience::saved_views::sharing::Sharing;

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn lists() {
    let details = || Details {
        name: "Trade show".into(),
        sharing: Sharing::Team { team: id(2) },
        tags: vec!["Berlin".into()],
    };
    let previous = Details { name: "Fair".into(), sharing: Sharing::Private, tags: Vec::new() };
    let source = ListSource::Combination { operation: Operation::Union, lists: vec![id(3), id(4)] };
    let made = Made { owner: id(1), entity: Entity::Contact, source, fill: Some(id(5)), details: details() };
    check(
        ListEvent::NAMES,
        vec![
            ListEvent::ListCreated { at: at(), made },
            ListEvent::ListDetailsChanged { at: at(), details: details(), previous },
            ListEvent::ListArchived { at: at() },
            ListEvent::ListRestored { at: at() },
        ],
    );
}

/// All sources there are, as a fact of their own: the event above holds one of them.
#[test]
fn sources_of_lists() {
    let lists = || vec![id(3), id(4)];
    let sources = vec![
        ListSource::ManualUpload,
        ListSource::Selection,
        ListSource::Filter,
        ListSource::Segment { segment: id(6), as_of: None },
        ListSource::Combination { operation: Operation::Intersect, lists: lists() },
        ListSource::Combination { operation: Operation::Subtract, lists: lists() },
        ListSource::Snapshot { list: id(3), as_of: at() },
    ];
    check_fact("list_sources", "1.0", &sources);
}

/// Sources that came later.
#[test]
fn sources_of_converted_lists() {
    let sources = vec![
        ListSource::Segment { segment: id(6), as_of: Some(at()) },
        ListSource::DomainSet { domain_set: id(7) },
    ];
    check_fact("list_sources_converted", "1.0", &sources);
}

/// What those lists are filled by stands in the bulk change that fills them.
#[test]
fn filters_of_converted_lists() {
    let segment = InSegment { segment: id(6), as_of: Some(at()) };
    let people = InDomainSet {
        domain_set: id(7),
        fuzzy: true,
        title: Some("marketing".into()),
        seniority: vec!["VP".into()],
        department: vec!["Marketing".into()],
        with_email: true,
    };
    let filters = vec![
        ListFilter { in_segment: Some(segment), ..ListFilter::default() },
        ListFilter { archived: Some(false), in_domain_set: Some(people), ..ListFilter::default() },
    ];
    check_fact("list_filters_converted", "1.0", &filters);
}

#[test]
fn members_of_lists() {
    let named = || Named {
        list_id: id(1),
        entity: Entity::Account,
        change: id(7),
        at: at(),
        ids: vec![id(8), id(9)],
    };
    for fact in [
        ListFact::ListRecordsAdded(named()),
        ListFact::ListRecordsRemoved(named()),
        ListFact::ListChangeUndone(named()),
    ] {
        let (kind, version) = fact.kind();
        check_fact(kind, version, &fact);
    }
    let actions = vec![BulkAction::AddToList { list: id(1) }, BulkAction::RemoveFromList { list: id(1) }];
    check_fact("bulk_actions_on_lists", "1.0", &actions);
}
