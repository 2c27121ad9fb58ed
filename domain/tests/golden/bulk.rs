//! Bulk changes: what the log keeps of them, from the asking to the undoing.

use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::events::{Asked, BulkEvent, Selected, Selection};
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BULK_CHUNK_SELECTED, BULK_CHUNK_SELECTED_VERSION,
    BULK_CHUNK_UNDONE, BULK_CHUNK_UNDONE_VERSION, BulkFact, ChunkRan, ChunkSelected, ChunkUndone, RecordRan,
};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome, Refusal};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::audience::record::undo::state::UndoPreviewed;
use pivotal_domain::audience::record::undo::{
    Chosen, Conflict, Left, Reason, UndoCounts, UndoOutcome, UndoResult,
};
use serde_json::json;

use super::audience::{at, id};
use super::{check, check_fact};

fn counts() -> BulkCounts {
    let mut counts = BulkCounts::default();
    counts.count(RecordOutcome::Changed, None);
    counts.count(RecordOutcome::Unchanged, None);
    counts.count(RecordOutcome::Refused, Some(Refusal::OutOfReach));
    counts.of(4)
}

fn undone() -> UndoResult {
    let contacts =
        UndoCounts { reverted: 4, partly: 3, kept: 2, nothing: 1, gone: 1, ..UndoCounts::default() };
    UndoResult { contacts, ..UndoResult::default() }
}

fn matching() -> Selection {
    let filter = ListFilter {
        q: Some("norhavn".into()),
        archived: Some(false),
        condition: Some(json!({"field": "country", "op": "equals", "value": "DK"})),
        ..ListFilter::default()
    };
    Selection::Matching(Box::new(filter))
}

#[test]
fn bulk_changes() {
    let fields = json!({"city": "Ribe", "state": null, "tags": ["a"]});
    let action = BulkAction::SetFields { fields: fields.as_object().unwrap().clone() };
    let asked = Asked::new(Entity::Contact, action, matching(), Some(4));
    check(
        BulkEvent::NAMES,
        vec![
            BulkEvent::BulkAsked { at: at(), by: id(2), job: id(9), asked },
            BulkEvent::BulkSelected {
                at: at(),
                selected: Selected { selection: id(8), records: 4, chunks: 1, position: Some(42) },
            },
            BulkEvent::BulkCompleted { at: at(), counts: counts() },
            BulkEvent::BulkCancelled { at: at(), counts: counts() },
            BulkEvent::BulkFailed { at: at(), counts: counts(), error: "the list is gone".into() },
            BulkEvent::BulkWordsForgotten { at: at() },
            BulkEvent::BulkUndoPreviewStarted { at: at(), job: id(7) },
            BulkEvent::BulkUndoPreviewed {
                at: at(),
                preview: UndoPreviewed { job: id(7), expires_at: at(), result: undone() },
            },
            BulkEvent::BulkUndoPreviewStopped { at: at(), job: id(7) },
            BulkEvent::BulkUndoPreviewRemoved { at: at(), job: id(7), reason: PreviewRemoval::Erasure },
            BulkEvent::BulkUndoStarted { at: at(), job: id(6), chosen: Chosen::All },
            BulkEvent::BulkUndone { at: at(), job: id(6), result: undone() },
            BulkEvent::BulkUndoStopped { at: at(), job: id(6), result: undone() },
        ],
    );
}

/// All actions there are, as a fact of their own: the event above holds one of them.
#[test]
fn actions() {
    let tags = || vec!["vip".to_owned()];
    let actions = vec![
        BulkAction::AddTags { tags: tags() },
        BulkAction::RemoveTags { tags: tags() },
        BulkAction::Assign { owner: Assigned::To(id(3)), team: Assigned::Kept },
        BulkAction::Assign { owner: Assigned::Kept, team: Assigned::Nobody },
        BulkAction::Archive { reason: Some("left the market".into()) },
        BulkAction::Restore,
    ];
    check_fact("bulk_actions", "1.0", &actions);
    check_fact("bulk_selection_by_ids", "1.0", &Selection::Ids(vec![id(1), id(2)]));
}

#[test]
fn suggestions_rejected_in_bulk() {
    let reason = Some("Not what they do".to_owned());
    let actions = vec![BulkAction::RejectIndustry { reason }, BulkAction::RejectIndustry { reason: None }];
    check_fact("bulk_actions_reject_industry", "1.0", &actions);
}

#[test]
fn a_basis_recorded_of_many() {
    use pivotal_domain::audience::bulk::consent::ConsentOfMany;
    use pivotal_domain::suppression::consents::basis::Basis;
    use pivotal_domain::suppression::consents::channel::Channel;
    let consent = ConsentOfMany {
        channels: vec![Channel::Email, Channel::Phone],
        basis: Basis::LegitimateInterest,
        at: Some(at()),
        origin: "trade show".into(),
        wording: Some("Yes, write to me".into()),
        reference: Some("list 7".into()),
        url: Some("https://example.com/list".into()),
    };
    check_fact("bulk_action_record_consent", "1.0", &BulkAction::RecordConsent(consent));
}

#[test]
fn chunks_of_a_bulk_change() {
    let selected = ChunkSelected { bulk_id: id(1), selection: id(8), chunk: 0, ids: vec![id(3), id(4)] };
    check_fact(BULK_CHUNK_SELECTED, BULK_CHUNK_SELECTED_VERSION, &BulkFact::BulkChunkSelected(selected));
    let record = |n, outcome, refusal| RecordRan { id: id(n), outcome, refusal };
    let ran = ChunkRan {
        bulk_id: id(1),
        chunk: 0,
        counts: counts(),
        records: vec![
            record(3, RecordOutcome::Changed, None),
            record(4, RecordOutcome::Unchanged, None),
            record(5, RecordOutcome::Refused, Some(Refusal::OutOfReach)),
        ],
    };
    check_fact(BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, &BulkFact::BulkChunkRan(ran));
    let conflicts = vec![Conflict { field: Some("city".into()), reason: Reason::ChangedSince }];
    let left = vec![Left { id: id(4), entity: Entity::Contact, outcome: UndoOutcome::Kept, conflicts }];
    let undone = ChunkUndone { bulk_id: id(1), undo: id(6), chunk: 0, result: undone(), left };
    check_fact(BULK_CHUNK_UNDONE, BULK_CHUNK_UNDONE_VERSION, &BulkFact::BulkChunkUndone(undone));
}

#[test]
fn facts_about_likely_duplicates() {
    use pivotal_domain::audience::duplicates::facts::{
        DUPLICATE_DISMISSED, DUPLICATE_DISMISSED_VERSION, DUPLICATE_REOPENED, DUPLICATE_REOPENED_VERSION,
        DUPLICATES_LOOKED, DUPLICATES_LOOKED_VERSION, DuplicateFact, LookFact, Looked, PairJudged,
    };
    let judged = || PairJudged { entity: Entity::Contact, a: id(3), b: id(4), by: id(9), at: at() };
    check_fact(
        DUPLICATE_DISMISSED,
        DUPLICATE_DISMISSED_VERSION,
        &DuplicateFact::DuplicateDismissed(judged()),
    );
    check_fact(DUPLICATE_REOPENED, DUPLICATE_REOPENED_VERSION, &DuplicateFact::DuplicateReopened(judged()));
    let looked = Looked { entity: Entity::Contact, job: id(5), at: at(), records: 1_204 };
    check_fact(DUPLICATES_LOOKED, DUPLICATES_LOOKED_VERSION, &LookFact::DuplicatesLooked(looked));
}

#[test]
fn a_merge_as_it_is_asked_for() {
    use pivotal_domain::audience::merge::{Group, Rule};
    use std::collections::BTreeMap;
    let group = Group {
        survivor: id(3),
        absorbed: vec![id(4)],
        fields: BTreeMap::from([("email".to_owned(), id(4))]),
        rule: Rule::BySource,
        versions: BTreeMap::from([(id(3), 2)]),
    };
    check_fact("bulk_merge", "1.0", &BulkAction::Merge { groups: vec![group] });
}
