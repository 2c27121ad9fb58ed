//! The imports read model: events and facts together.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::{FileFormat, ImportEvent, Upload};
use pivotal_domain::audience::imports::facts::{
    ChunkRan, IMPORT_CHUNK_RAN, IMPORT_CHUNK_RAN_VERSION, ImportFact, RowProblem, RowRecord,
};
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome, RunResult};
use pivotal_domain::audience::record::source::Source;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::imports::project::Imports;
use pivotal_projections::audience::imports::query::{self, ImportRow};
use uuid::Uuid;

use crate::support::records::{admin, client_user, metadata, minute};
use crate::support::{Ground, settle};

fn uploaded() -> ImportEvent {
    let format = FileFormat {
        encoding: "UTF-8".into(),
        delimiter: ';',
        header_row: 1,
        headers: vec!["Name".into(), "E-Mail".into()],
    };
    let upload = Upload {
        name: "Spring".into(),
        file_name: "spring.csv".into(),
        file_key: "imports/1".into(),
        file_size: 1234,
        file_hash: "ab".into(),
        format,
        sheets: vec![],
        sheet: None,
        parent: None,
    };
    ImportEvent::ImportUploaded { at: minute(0), upload }
}

fn chunk(import_id: Uuid, number: u32, outcomes: &[RowOutcome], problems: Vec<RowProblem>) -> ImportFact {
    let mut sums = Outcomes::default();
    let first = 2 + number * 100;
    let records = (first..)
        .zip(outcomes)
        .map(|(row, outcome)| {
            sums.count(*outcome);
            let record = (*outcome != RowOutcome::Rejected).then(|| Uuid::from_u128(row.into()));
            RowRecord {
                row,
                outcome: *outcome,
                record,
                into: (*outcome == RowOutcome::MergedInFile).then_some(2),
            }
        })
        .collect();
    ImportFact::ImportChunkRan(ChunkRan {
        import_id,
        chunk: number,
        first_row: first,
        last_row: first + 99,
        outcomes: sums,
        accounts_created: 1,
        accounts_updated: 0,
        records,
        problems,
    })
}

async fn ran(ground: &Ground, fact: &ImportFact, id: Uuid) {
    let mut append = Append::new(Lane::Bulk);
    append.facts = vec![NewFact {
        kind: IMPORT_CHUNK_RAN,
        version: IMPORT_CHUNK_RAN_VERSION,
        about_type: "import",
        about_id: id,
        payload: serde_json::to_value(fact).unwrap(),
        metadata: metadata(&Source::System),
        personal: &[],
        subject: None,
    }];
    ground.test.log.append(append).await.unwrap();
}

async fn get(ground: &Ground, id: Uuid) -> ImportRow {
    query::get(&ground.test.pools.read, &admin(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn outcomes_and_problems_are_counted_while_it_runs_and_settled_by_how_it_ended() {
    use RowOutcome::{Created, MatchesArchived, MergedInFile, Rejected, Unchanged};
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    ground
        .append::<Import>(
            id,
            vec![uploaded(), ImportEvent::ImportStarted { at: minute(1), job: Uuid::now_v7() }],
            &Source::Ui,
        )
        .await;
    let problem = |row, code: &str, rejected| RowProblem {
        row,
        code: code.into(),
        field: Some("email".into()),
        rejected,
    };
    ran(&ground, &chunk(id, 0, &[Created, Created, Rejected], vec![problem(4, "email_syntax", true)]), id)
        .await;
    let mut worker = ground.worker(Imports);
    settle(&mut worker).await;
    let row = get(&ground, id).await;
    assert_eq!(
        (row.state.as_str(), row.outcomes.read, row.outcomes.created, row.outcomes.rejected, row.row_count()),
        ("running", 3, 2, 1, None)
    );
    assert_eq!(row.position, None, "it has not ended");

    let many = (0..9).map(|n| problem(102 + n, "email_syntax", true)).collect();
    ran(&ground, &chunk(id, 1, &[Unchanged, MergedInFile, MatchesArchived], many), id).await;
    let outcomes = Outcomes {
        read: 10,
        created: 2,
        unchanged: 1,
        merged_in_file: 1,
        matches_archived: 1,
        rejected: 1,
        not_run: 4,
        ..Outcomes::default()
    };
    let result = RunResult {
        outcomes,
        accounts_created: 2,
        accounts_updated: 0,
        reject_file: Some("rejects/1".into()),
    };
    ground
        .append::<Import>(id, vec![ImportEvent::ImportCancelled { at: minute(2), result }], &Source::Ui)
        .await;
    settle(&mut worker).await;
    let row = get(&ground, id).await;
    assert_eq!(
        (row.state.as_str(), row.outcomes, row.row_count(), row.accounts_created),
        ("cancelled", outcomes, Some(10), 2)
    );
    let end = "select max(global_position) from log.events";
    let end: Option<i64> = sqlx::query_scalar(end).fetch_one(&ground.test.pools.write).await.unwrap();
    assert_eq!(row.position, end);
    let problems = query::problems(&ground.test.pools.read, &[id]).await.unwrap();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].rows, problems[0].examples.as_slice(), problems[0].message.as_str()),
        (10, [4, 102, 103, 104, 105].as_slice(), "Email: not a valid address.")
    );
    let met: Vec<(i32, String, Option<i32>)> =
        sqlx::query_as("select row, outcome, into_row from read.import_rows order by row")
            .fetch_all(&ground.test.pools.read)
            .await
            .unwrap();
    assert_eq!(
        met,
        [
            (102, "unchanged".into(), None),
            (103, "merged_in_file".into(), Some(2)),
            (104, "matches_archived".into(), None)
        ]
    );
}

#[tokio::test]
async fn imports_are_listed_newest_first_and_only_to_those_who_may_see_them() {
    let ground = Ground::new().await;
    for _ in 0..3 {
        ground.append::<Import>(Uuid::now_v7(), vec![uploaded()], &Source::Ui).await;
    }
    ground.project(Imports).await;
    let pool = &ground.test.pools.read;
    let first = query::page(pool, &admin(), &pivotal_projections::page::PageArgs::first(2)).await.unwrap();
    assert!(first.has_next && first.rows.len() == 2);
    let after = first.rows.last().map(|(cursor, _)| cursor.clone());
    let rest =
        query::page(pool, &admin(), &pivotal_projections::page::PageArgs { first: 2, after, before: None })
            .await
            .unwrap();
    assert_eq!((rest.rows.len(), rest.has_next), (1, false));
    assert_eq!(query::count(pool, &admin()).await.unwrap(), 3);
    assert_eq!(query::count(pool, &client_user()).await.unwrap(), 0);
    assert!(query::get(pool, &client_user(), rest.rows[0].1.id).await.unwrap().is_none());
}
