//! What is kept of records that a client supplied: rows are what the log says, and a row that says otherwise is named.

use pivotal_domain::audience::exports::Export;
use pivotal_domain::audience::exports::events::{ExportEvent, ExportFormat, Request, Restricted, Written};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::{FileFormat, ImportEvent, Upload};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::exports::project::Exports;
use pivotal_projections::audience::imports::project::Imports;
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{
    account_changed, account_created, contact_changed, contact_created, fields, minute,
};

const NORHAVN: &str = "00000000-0000-0000-0000-000000000071";
const ADA: Uuid = Uuid::from_u128(1);
const BO: Uuid = Uuid::from_u128(2);
const ACCOUNT: Uuid = Uuid::from_u128(3);

/// What differs, without the guards: the events are written past the commands that keep them.
async fn differences(ground: &Ground, part: Part) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[part], |_| {}).await.unwrap();
    let said = report.differences.into_iter().map(|difference| difference.what);
    said.filter(|what| !what.contains("claim") && !what.contains("match key")).collect()
}

#[tokio::test]
async fn the_restriction_of_records_is_set_lifted_and_compared() {
    let ground = Ground::new().await;
    let of_client = |key: &str, value: &str| fields(&[(key, value), ("client_restriction", NORHAVN)]);
    ground.account(ACCOUNT, vec![account_created(of_client("name", "Norhavn Freight"))]).await;
    ground.contact(ADA, vec![contact_created(of_client("email", "ada@norhavn.test"), None)]).await;
    let lifted = contact_changed("client_restriction", Some(NORHAVN), None);
    ground.contact(BO, vec![contact_created(of_client("email", "bo@norhavn.test"), None), lifted]).await;
    ground.project(Accounts).await;
    ground.project(Contacts).await;
    let only = "select client_restriction::text from read.contacts order by id";
    let only: Vec<Option<String>> =
        sqlx::query_scalar(only).fetch_all(&ground.test.pools.read).await.unwrap();
    assert_eq!(only, [Some(NORHAVN.to_owned()), None]);
    assert_eq!(differences(&ground, Part::Contacts).await, Vec::<String>::new());
    assert_eq!(differences(&ground, Part::Accounts).await, Vec::<String>::new());

    let lifted = account_changed("client_restriction", Some(NORHAVN), None);
    ground.account(ACCOUNT, vec![lifted]).await;
    ground.project(Accounts).await;
    ground.project(Contacts).await;
    assert_eq!(differences(&ground, Part::Accounts).await, Vec::<String>::new());

    for table in ["contacts", "accounts"] {
        ground.execute(&format!("update read.{table} set client_restriction = gen_random_uuid()")).await;
    }
    assert_eq!(differences(&ground, Part::Contacts).await.len(), 2);
    assert_eq!(differences(&ground, Part::Accounts).await.len(), 1);
}

#[tokio::test]
async fn whose_file_an_import_is_is_compared() {
    let ground = Ground::new().await;
    let format = FileFormat {
        encoding: "UTF-8".into(),
        delimiter: ',',
        header_row: 1,
        headers: vec!["E-Mail".into()],
    };
    let upload = Upload {
        name: "Guests".into(),
        file_name: "guests.csv".into(),
        file_key: "imports/1".into(),
        file_size: 12,
        file_hash: "ab".into(),
        format,
        sheets: vec![],
        sheet: None,
        parent: None,
    };
    let mapped = ImportEvent::ImportMapped {
        at: minute(1),
        name: "Guests".into(),
        default_country: None,
        mapping: vec![],
        kind: ImportKind::Both,
        supplied_by: Some(NORHAVN.parse().unwrap()),
    };
    let events = vec![ImportEvent::ImportUploaded { at: minute(0), upload }, mapped];
    ground.append::<Import>(ADA, events, &Source::Ui).await;
    ground.project(Imports).await;
    assert_eq!(differences(&ground, Part::Imports).await, Vec::<String>::new());
    ground.execute("update read.imports set supplied_by = null").await;
    assert_eq!(differences(&ground, Part::Imports).await, ["whose file it is differs"]);
}

#[tokio::test]
async fn what_an_export_leaves_out_is_compared() {
    let ground = Ground::new().await;
    let request = Request {
        entity: Entity::Contact,
        format: ExportFormat::Csv,
        columns: vec!["email".into()],
        sort: ListSort::default(),
        filter: Some(Box::new(ListFilter::default())),
        byte_order_mark: false,
        restricted: Restricted::LeaveOut,
    };
    let written = Written {
        rows: 7,
        as_of: minute(1),
        position: 1,
        file_key: "exports/1".into(),
        file_size: 12,
        file_hash: "ab".into(),
        cut_cells: 0,
        left_out: 3,
        expires_at: minute(9),
    };
    let events = vec![
        ExportEvent::ExportRequested { at: minute(0), by: BO, request, job: ADA },
        ExportEvent::ExportCompleted { at: minute(2), written },
    ];
    ground.append::<Export>(ADA, events, &Source::Ui).await;
    ground.project(Exports).await;
    assert_eq!(differences(&ground, Part::Exports).await, Vec::<String>::new());
    ground.execute("update read.exports set left_out = 4").await;
    assert_eq!(differences(&ground, Part::Exports).await, ["what is left out differs"]);
    ground.execute("update read.exports set left_out = 3, leaves_out_restricted = false").await;
    assert_eq!(differences(&ground, Part::Exports).await, ["what is left out differs"]);
}
