//! A person who asks to be forgotten is, everywhere: from the lists to the files to the log itself.

use std::time::Duration;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::identity::role::Role;
use pivotal_log::seals;
use pivotal_projections::rebuild::request::{get, request};
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::verify::{Part, Verifier};
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::Row;
use uuid::Uuid;

use crate::importing;
use crate::support::{TestApp, caught_up, until};
use crate::workbook;

/// Ada, with a second row that is merged and a third that is rejected; Grace, found by her profile only, with a value
/// that is left out; and people who must not be taken for either.
const FILE: &str = "First Name,Last Name,Email,Job Title,Mobile Phone,LinkedIn,Country,Company Name\n\
    Ada,Lovelace,ada@example.com,Engineer,+14155550142,,GB,Example Ltd\n\
    Charles,Babbage,charles@example.com,Director,+14155550143,,GB,Example Ltd\n\
    A.,Lovelace,ADA@example.com,VP Engineering,,,GB,Example Ltd\n\
    Ada,Lovelace,not an address,,(415) 555-0142,,GB,Example Ltd\n\
    Nada,Novak,nada@example.com,Analyst,,linkedin.com/in/ghopper2,Nowhere,Example Ltd\n\
    Grace,Hopper,,Admiral,,https://de.linkedin.com/in/GHopper?trk=x,Nowhere,Example Ltd\n";

/// What is Ada's and nobody else's, and Grace's.
const ADA: &str = r"lovelace|\mada\M|555-?0142";
const GRACE: &str = r"\mg?hopper\M|\mgrace\M";

const ERASE: &str = "mutation($input: ContactEraseInput!) { contactErase(input: $input) { contact { id erased fullName email } position userErrors { code field message } } }";
const CREATE: &str =
    "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code } } }";
const UPDATE: &str = "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { contact { id } position userErrors { code } } }";

#[tokio::test]
async fn an_erased_person_is_gone_from_every_place_and_nobody_else_is() {
    let app = TestApp::start().await;
    let import = imported(&app).await;
    let ada = found(&app, "lovelace").await;
    let grace = found(&app, "hopper").await;
    // So that an old value stands in the history, too.
    let moved = json!({ "input": { "id": ada, "fields": { "mobile_phone": "+1 415 555 0199" } } });
    assert_eq!(app.data(UPDATE, moved).await["contactUpdate"]["userErrors"], json!([]));
    let pools = &app.backend.context.log.pools;
    seals::seal_to_head(&pools.write).await.unwrap();
    assert!(!places(&app, ADA).await.is_empty(), "the pattern finds her while she is there");
    assert!(!places(&app, GRACE).await.is_empty(), "and her");

    for (person, pattern) in [(ada, ADA), (grace, GRACE)] {
        erased(&app, person).await;
        assert_eq!(places(&app, pattern).await, [""; 0], "tables that still tell of {pattern}");
        gone_from_the_doors(&app, person).await;
        gone_from_the_log(&app, person).await;
    }

    let (source, rejects) = (file(&app, import, "file").await, file(&app, import, "errors.csv").await);
    for text in [&source, &rejects] {
        let text = text.to_lowercase();
        for hers in ["lovelace", "\nada,", ",ada@", "0142", "hopper,", "\ngrace,", "ghopper?"] {
            assert!(!text.contains(hers), "{hers}: {text}");
        }
    }
    let lines: Vec<&str> = source.lines().collect();
    assert_eq!(lines.len(), FILE.lines().count(), "rows keep their numbers: {source}");
    assert!(lines[2].starts_with("Charles,Babbage,charles@example.com,Director,+14155550143"), "{source}");
    assert!(lines[5].starts_with("Nada,Novak,nada@example.com,Analyst,,linkedin.com/in/ghopper2"));
    for blank in [1, 3, 4, 6] {
        assert!(lines[blank].chars().all(|c| c == ','), "{source}");
    }
    assert!(rejects.contains("nada@example.com"), "her own warning stays: {rejects}");

    verified(&app).await;
    rebuilt(&app, "contacts").await;
    rebuilt(&app, "history").await;
    verified(&app).await;
    assert_eq!(places(&app, &format!("{ADA}|{GRACE}")).await, [""; 0], "nothing comes back with a rebuild");

    // The address is free again; whoever has it now is somebody new.
    let again = app.data(CREATE, json!({ "input": { "fields": { "email": "ada@example.com" } } })).await;
    let again = &again["contactCreate"];
    assert_eq!(again["userErrors"], json!([]));
    assert_ne!(again["contact"]["id"], json!(ada));
}

#[tokio::test]
async fn an_erasure_is_asked_for_twice_and_a_second_one_changes_nothing() {
    let app = TestApp::start().await;
    let made = app.data(CREATE, json!({ "input": { "fields": { "email": "ada@example.com" } } })).await;
    let id: Uuid = made["contactCreate"]["contact"]["id"].as_str().unwrap().parse().unwrap();
    for (confirm, request, refusal) in
        [(false, "R-1", "CONFIRM_ERASURE"), (true, "  ", "ERASURE_WITHOUT_REQUEST")]
    {
        let input = json!({ "id": id, "request": request, "confirm": confirm });
        let refused = app.data(ERASE, json!({ "input": input })).await;
        assert_eq!(refused["contactErase"]["userErrors"][0]["code"], refusal);
    }
    erased(&app, id).await;
    let input = json!({ "id": id, "request": "R-2", "confirm": true });
    let again = app.data(ERASE, json!({ "input": input })).await;
    let gone = json!({ "id": id, "erased": true, "fullName": null, "email": null });
    assert_eq!(again["contactErase"], json!({ "contact": gone, "position": null, "userErrors": [] }));
    let path = format!("/api/v1/contacts/{id}/erase");
    let (status, body) = app.post(Role::Admin, &path, json!({ "request": "R-3", "confirm": true })).await;
    assert_eq!((status, &body["erased"]), (200, &json!(true)), "{body}");

    // And nothing brings the person back.
    let change = json!({ "input": { "id": id, "fields": { "email": "ada@example.com" } } });
    assert_eq!(app.data(UPDATE, change).await["contactUpdate"]["userErrors"][0]["code"], "CONTACT_ERASED");
    let restore = "mutation($id: UUID!) { contactRestore(input: {id: $id}) { userErrors { code } } }";
    let restored = app.data(restore, json!({ "id": id })).await;
    assert_eq!(restored["contactRestore"]["userErrors"][0]["code"], "CONTACT_ERASED");
    let undo = "mutation($input: RecordUndoInput!) { contactUndo(input: $input) { userErrors { code } } }";
    let positions = sqlx::query("select global_position from log.events where aggregate_id = $1")
        .bind(id.to_string())
        .fetch_all(&app.backend.context.log.pools.read)
        .await
        .unwrap();
    for row in positions {
        let input = json!({ "id": id, "position": row.get::<i64, _>(0), "force": true });
        let undone = app.data(undo, json!({ "input": input })).await;
        assert_eq!(undone["contactUndo"]["userErrors"][0]["code"], "CONTACT_ERASED");
    }
}

/// Other sheets of a workbook were never read, so nobody knows whom they hold: it goes whole, and its table stays.
#[tokio::test]
async fn a_workbook_is_forgotten_whole_and_its_table_row_by_row() {
    let app = TestApp::start().await;
    let id = importing::started(&app, workbook::of_csv(FILE.as_bytes()), Some("US")).await;
    let done = importing::ended(&app, &id, "outcomes { created mergedInFile rejected }").await;
    assert_eq!(done["outcomes"], json!({ "created": 4, "mergedInFile": 1, "rejected": 1 }));
    let id: Uuid = id.parse().unwrap();
    erased(&app, found(&app, "lovelace").await).await;
    gone(&app, id).await;
}

/// Waits until a workbook's file is its table, in which Ada is blank and the others stand.
async fn gone(app: &TestApp, import: Uuid) {
    for _ in 0..200 {
        let source = file(app, import, "file").await;
        if source.contains("charles@example.com") && !source.to_lowercase().contains("lovelace") {
            assert_eq!(source.trim_start_matches('\u{FEFF}').lines().count(), FILE.lines().count());
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the workbook is still there");
}

/// Uploads [`FILE`] and waits until it is in.
async fn imported(app: &TestApp) -> Uuid {
    let id = importing::started(app, FILE, Some("US")).await;
    let done = importing::ended(app, &id, "outcomes { created mergedInFile rejected }").await;
    let expected = json!({ "created": 4, "mergedInFile": 1, "rejected": 1 });
    assert_eq!(done["outcomes"], expected);
    id.parse().unwrap()
}

/// The one contact that a search finds.
async fn found(app: &TestApp, q: &str) -> Uuid {
    let query = "query($q: String!) { contacts(filter: {q: $q}) { edges { node { id fullName } } } }";
    let one = |data: &Value| data["contacts"]["edges"].as_array().unwrap().len() == 1;
    let data = until(app, query, json!({ "q": q }), one).await;
    data["contacts"]["edges"][0]["node"]["id"].as_str().unwrap().parse().unwrap()
}

/// Erases, and waits for the job that clears the files and destroys the key.
async fn erased(app: &TestApp, id: Uuid) {
    let input = json!({ "id": id, "request": "R-1", "confirm": true });
    let done = app.data(ERASE, json!({ "input": input })).await;
    assert_eq!(done["contactErase"]["userErrors"], json!([]));
    assert_eq!(done["contactErase"]["contact"]["erased"], true, "at once, whatever the job has still to do");
    let jobs = "{ jobs { edges { node { kind state error } } } }";
    until(app, jobs, json!({}), |data| {
        let jobs = data["jobs"]["edges"].as_array().unwrap().iter();
        jobs.filter(|job| job["node"]["kind"] == "erase_contact").all(|job| job["node"]["state"] == "DONE")
    })
    .await;
    // What follows the log has it, too.
    caught_up(app, done["contactErase"]["position"].as_i64().unwrap()).await;
}

async fn gone_from_the_doors(app: &TestApp, id: Uuid) {
    let query = "query($id: UUID!) { contact(id: $id) { erased fullName firstName lastName email directPhone mobilePhone linkedinUrl city accountName fields } contacts(filter: {ids: [$id]}) { totalCount } history(entity: CONTACT, id: $id) { edges { node { title undoable changes { field old new } } } } }";
    let data = app.data(query, json!({ "id": id })).await;
    let contact = &data["contact"];
    assert_eq!(contact["erased"], true);
    for (field, value) in contact.as_object().unwrap() {
        let nothing = value.is_null() || field == "erased" || *value == json!({});
        assert!(nothing, "{field}: {value}");
    }
    assert_eq!(data["contacts"]["totalCount"], 0);
    for entry in data["history"]["edges"].as_array().unwrap() {
        assert_eq!(entry["node"]["undoable"], false);
        for change in entry["node"]["changes"].as_array().unwrap() {
            let personal = ["name", "email", "phone", "linkedin"];
            let told = personal.iter().any(|part| change["field"].as_str().unwrap().contains(part));
            assert!(!told || (change["old"].is_null() && change["new"].is_null()), "{change}");
        }
    }
}

async fn gone_from_the_log(app: &TestApp, id: Uuid) {
    let log = &app.backend.context.log;
    let keys: i64 = sqlx::query_scalar("select count(*) from log.person_keys where subject_id = $1")
        .bind(id)
        .fetch_one(&log.pools.read)
        .await
        .unwrap();
    assert_eq!(keys, 0, "the key is destroyed");
    let sealed: i64 = sqlx::query_scalar(
        "select count(*) from log.events where aggregate_id = $1 and payload::text like '%$sealed%'",
    )
    .bind(id.to_string())
    .fetch_one(&log.pools.read)
    .await
    .unwrap();
    assert!(sealed > 0, "what was written stays as it was, and says nothing any more");
    assert!(log.keys.load([id]).await.unwrap().is_empty(), "nor is it kept in memory");
    assert!(log.load::<Contact>(id).await.unwrap().state.record.fields.is_empty());
}

/// Every table of which a row matches: whatever there is today and will be added.
async fn places(app: &TestApp, pattern: &str) -> Vec<String> {
    let pool = &app.backend.context.log.pools.read;
    let tables = sqlx::query("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('log', 'guard', 'jobs', 'auth', 'mail', 'read', 'relay')")
        .fetch_all(pool)
        .await
        .unwrap();
    let mut telling = Vec::new();
    for table in tables.iter().map(|row| row.get::<String, _>(0)) {
        let told: bool =
            sqlx::query_scalar(&format!("select exists (select 1 from {table} t where t::text ~* $1)"))
                .bind(pattern)
                .fetch_one(pool)
                .await
                .unwrap();
        if told {
            telling.push(table);
        }
    }
    telling
}

async fn file(app: &TestApp, import: Uuid, which: &str) -> String {
    let path = format!("/api/v1/imports/{import}/{which}");
    let response = app.rest(Role::DataOps, Method::GET, &path).await.send().await.unwrap();
    assert_eq!(response.status().as_u16(), 200, "{path}");
    response.text().await.unwrap().trim_start_matches('\u{FEFF}').to_owned()
}

async fn verified(app: &TestApp) {
    let log = &app.backend.context.log;
    seals::seal_to_head(&log.pools.write).await.unwrap();
    let verifier = Verifier {
        pools: log.pools.clone(),
        opener: Opener::of(log, app.backend.upcasters.clone()),
        blind: log.blind.clone(),
        search: app.backend.search.clone(),
    };
    let report = verifier.run(&Part::ALL, |_| {}).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
}

async fn rebuilt(app: &TestApp, projection: &str) {
    let pools = &app.backend.context.log.pools;
    let id = request(&pools.write, projection, "a test", "system").await.unwrap();
    for _ in 0..400 {
        let rebuild = get(&pools.read, id).await.unwrap().unwrap();
        if rebuild.is_over() {
            assert_eq!((rebuild.state.as_str(), rebuild.same), ("done", Some(true)), "{rebuild:?}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the rebuild of {projection} did not end");
}
