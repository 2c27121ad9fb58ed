//! The read model of bulk changes: events and facts together, verified, rebuilt from nothing, forgotten where it must be.

use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, BulkEvent, Selected, Selection};
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BulkFact, ChunkRan, RecordRan,
};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome, Refusal};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::bulk::project::Bulks;
use pivotal_projections::audience::bulk::query::{self, BulkRow};
use pivotal_projections::audience::bulk::records;
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::records::{admin, client_user, metadata, minute};
use crate::support::{Ground, settle};

const BULK: Uuid = Uuid::from_u128(40);

async fn happened(ground: &Ground, sequence: i64, event: BulkEvent) {
    let mut append = Append::new(Lane::Bulk);
    append.events::<Bulk>(BULK, sequence, vec![event], &metadata(&Source::System)).unwrap();
    ground.test.log.append(append).await.unwrap();
}

/// A chunk with these outcomes; what they sum up to.
async fn ran(ground: &Ground, chunk: u32, outcomes: &[(RecordOutcome, Option<Refusal>)]) -> BulkCounts {
    let mut counts = BulkCounts::default();
    let record = |(at, (outcome, refusal)): (usize, &(RecordOutcome, Option<Refusal>))| {
        counts.count(*outcome, *refusal);
        let id = Uuid::from_u128(u128::from(chunk) * 100 + at as u128 + 1);
        RecordRan { id, outcome: *outcome, refusal: *refusal }
    };
    let records = outcomes.iter().enumerate().map(record).collect();
    let fact = BulkFact::BulkChunkRan(ChunkRan { bulk_id: BULK, chunk, counts: counts.clone(), records });
    let mut append = Append::new(Lane::Bulk);
    append.facts = vec![NewFact {
        kind: BULK_CHUNK_RAN,
        version: BULK_CHUNK_RAN_VERSION,
        about_type: "bulk",
        about_id: BULK,
        payload: serde_json::to_value(&fact).unwrap(),
        metadata: metadata(&Source::System),
        personal: &[],
        subject: None,
    }];
    ground.test.log.append(append).await.unwrap();
    counts
}

async fn get(ground: &Ground) -> BulkRow {
    query::get(&ground.test.pools.read, &admin(), BULK).await.unwrap().unwrap()
}

fn asked() -> BulkEvent {
    let filter = ListFilter { q: Some("ada".into()), ..ListFilter::default() };
    let action = BulkAction::AddTags { tags: vec!["vip\0".into()] };
    let asked = Asked::new(Entity::Contact, action, Selection::Matching(Box::new(filter)), Some(9));
    BulkEvent::BulkAsked { at: minute(0), by: Uuid::from_u128(7), job: Uuid::nil(), asked }
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Bulk], |_| {}).await.unwrap();
    report.differences.into_iter().map(|difference| difference.what).collect()
}

#[tokio::test]
async fn outcomes_are_counted_while_it_runs_and_settled_by_how_it_ended() {
    use RecordOutcome::{Changed, Refused, Unchanged};
    let ground = Ground::new().await;
    let mut worker = ground.worker(Bulks);
    happened(&ground, 0, asked()).await;
    settle(&mut worker).await;
    let row = get(&ground).await;
    assert_eq!((row.state.as_str(), row.kind.as_str(), row.expected), ("asked", "add_tags", Some(9)));
    assert_eq!(row.filter.unwrap()["q"], "ada");
    let selected = Selected { selection: Uuid::nil(), records: 6, chunks: 3, position: None };
    happened(&ground, 1, BulkEvent::BulkSelected { at: minute(1), selected }).await;
    let mut counts = ran(&ground, 0, &[(Changed, None), (Refused, Some(Refusal::Archived))]).await;
    settle(&mut worker).await;
    let row = get(&ground).await;
    assert_eq!((row.selected, row.changed, row.refused, row.not_run), (6, 1, 1, 0));
    counts.add(&ran(&ground, 1, &[(Unchanged, None), (Refused, Some(Refusal::Archived))]).await);
    happened(&ground, 2, BulkEvent::BulkCancelled { at: minute(2), counts: counts.of(6) }).await;
    settle(&mut worker).await;
    let row = get(&ground).await;
    assert_eq!((row.state.as_str(), row.changed, row.unchanged, row.refused), ("cancelled", 1, 1, 2));
    assert_eq!((row.not_run, row.reasons["ARCHIVED"]), (2, 2));
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    let page = async |outcome, after: Option<String>| {
        let args = PageArgs { first: 3, after, before: None };
        records::page(&ground.test.pools.read, &admin(), &row, outcome, &args).await.unwrap()
    };
    let first = page(None, None).await;
    let ids: Vec<u128> = first.rows.iter().map(|(_, row)| row.record_id.as_u128()).collect();
    assert_eq!((ids, first.has_next), (vec![1, 2, 101], true), "in the order they were worked on");
    let second = page(None, Some(first.rows[2].0.clone())).await;
    assert_eq!((second.rows[0].1.record_id.as_u128(), second.has_next), (102, false));
    let refused = page(Some("refused"), None).await;
    assert!(refused.rows.iter().all(|(_, row)| row.code.as_deref() == Some("ARCHIVED")));
    assert_eq!((refused.rows.len(), records::count(&row, Some("refused"))), (2, 2));
    assert_eq!(query::get(&ground.test.pools.read, &client_user(), BULK).await.unwrap(), None);

    for (damage, expected) in [
        (
            "delete from read.bulk_records where number = 1",
            "the rows of its records are not as many as its outcomes",
        ),
        ("update read.bulks set changed = 9", "the outcomes differ from the sum of the chunks"),
        ("update read.bulks set state = 'undone'", "state or creator differs"),
    ] {
        ground.execute(damage).await;
        assert!(differences(&ground).await.iter().any(|what| what == expected), "{damage}");
    }
}

#[tokio::test]
async fn words_that_name_somebody_are_forgotten() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Bulks);
    happened(&ground, 0, asked()).await;
    happened(&ground, 1, BulkEvent::BulkWordsForgotten { at: minute(1) }).await;
    ground.test.log.keys.destroy(BULK).await.unwrap();
    settle(&mut worker).await;
    let row = get(&ground).await;
    assert_eq!((row.action, row.filter, row.kind.as_str()), (None, None, "add_tags"));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.execute("update read.bulks set filter = '{}'").await;
    assert_eq!(differences(&ground).await, ["forgotten words are still there"]);
}
