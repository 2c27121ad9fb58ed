//! Suppressions as people see them: rows, whose they are, their time line, and that guard and rows are what the log says.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::events::SuppressionEvent;
use pivotal_domain::suppression::suppressions::facts::{
    FILE_READ, FILE_READ_VERSION, FileRead, SuppressionFact,
};
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query as contacts;
use pivotal_projections::audience::history::port::{Activity, Reading, Stretch, Wanted};
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::suppressions::project::Suppressions;
use pivotal_projections::suppression::suppressions::query::{
    Standing, SuppressionFilter, SuppressionRow, Within, page,
};
use pivotal_projections::suppression::suppressions::timeline;
use pivotal_projections::verify::{Part, Verifier};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, agent, client_user, contact_created, fields, metadata, minute};

fn added(value: &str, hash: &str, reach: Reach) -> SuppressionEvent {
    added_as(Kind::Email, value, hash, reach)
}

fn added_as(kind: Kind, value: &str, hash: &str, reach: Reach) -> SuppressionEvent {
    SuppressionEvent::SuppressionAdded {
        at: minute(0),
        kind,
        key: hash.into(),
        reach,
        value: Some(value.into()),
        reason: Reason::Unsubscribed,
        until: None,
        note: Some("by the link".into()),
        source: "ui".into(),
    }
}

fn released() -> SuppressionEvent {
    SuppressionEvent::SuppressionReleased {
        at: minute(1),
        kind: Kind::Email,
        why: Some("subscribed again".into()),
        was: Reason::Unsubscribed,
        source: "ui".into(),
    }
}

async fn write(ground: &Ground, id: Uuid, events: Vec<SuppressionEvent>) {
    ground.append::<Suppression>(id, events, &Source::Ui).await;
    ground.project(Suppressions).await;
}

async fn rows(ground: &Ground, filter: SuppressionFilter) -> Vec<SuppressionRow> {
    let pool = &ground.test.pools.read;
    let page = page(pool, &admin(), &filter, minute(5), &PageArgs::first(50)).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Suppressions], |_| {}).await.unwrap();
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    report.differences.into_iter().map(|difference| difference.what).collect()
}

#[tokio::test]
async fn a_row_follows_its_suppression_and_the_guard_with_it() {
    let ground = Ground::new().await;
    let (ada, bo) = (Uuid::from_u128(1), Uuid::from_u128(2));
    write(&ground, ada, vec![added("ada@example.com", "00aa", Reach::Global)]).await;
    write(&ground, bo, vec![added("bo@example.com", "00bb", Reach::Global), released()]).await;
    let active = SuppressionFilter { standing: Some(Standing::Active), ..SuppressionFilter::default() };
    assert_eq!(rows(&ground, active).await[0].value.as_deref(), Some("ada@example.com"));
    let gone = SuppressionFilter { standing: Some(Standing::Released), ..SuppressionFilter::default() };
    assert_eq!(rows(&ground, gone).await[0].release_reason.as_deref(), Some("subscribed again"));
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    ground.test.log.keys.destroy(ada).await.unwrap();
    write(&ground, ada, vec![SuppressionEvent::SuppressionErased { at: minute(2), kind: Kind::Email }]).await;
    let by_hash =
        SuppressionFilter { key: Some((Kind::Email, vec![0, 0xaa])), ..SuppressionFilter::default() };
    let row = rows(&ground, by_hash).await.remove(0);
    assert_eq!((row.standing(minute(5)), row.value, row.note), (Standing::Active, None, None));
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    ground.execute("update guard.suppressions set released = true where reason = 'unsubscribed'").await;
    ground.execute("update read.suppressions set reason = 'manual'").await;
    let found = differences(&ground).await;
    assert!(found.contains(&"the guard is not as the log says".to_owned()), "{found:?}");
    assert!(found.contains(&"the row differs".to_owned()), "{found:?}");
}

#[tokio::test]
async fn a_client_sees_its_own_list_and_an_agent_none() {
    let ground = Ground::new().await;
    let theirs = Reach::Client(Uuid::from_u128(0xcc));
    write(&ground, Uuid::from_u128(1), vec![added("ada@example.com", "00aa", Reach::Global)]).await;
    write(&ground, Uuid::from_u128(2), vec![added("ada@example.com", "00aa", theirs)]).await;
    let (pool, all) = (&ground.test.pools.read, SuppressionFilter::default());
    for (actor, wanted) in [(admin(), 2), (client_user(), 1), (agent(Uuid::from_u128(9)), 0)] {
        let seen = page(pool, &actor, &all, minute(5), &PageArgs::first(50)).await.unwrap();
        assert_eq!(seen.rows.len(), wanted, "{}", actor.role);
    }
    for (begins, wanted) in [(" ADA@ex", 2), ("ada_", 0), ("+1 ada", 0)] {
        let filter = SuppressionFilter { begins: Some(begins.into()), ..SuppressionFilter::default() };
        assert_eq!(rows(&ground, filter).await.len(), wanted, "{begins}");
    }
    let within = |within| SuppressionFilter { within: Some(within), ..SuppressionFilter::default() };
    for (of, wanted) in [
        (Within::Everybodys, Some(1)),
        (Within::Clients, Some(2)),
        (Within::Client(Uuid::from_u128(0xcc)), Some(2)),
        (Within::Client(Uuid::from_u128(0xdd)), None),
        (Within::Campaigns, None),
    ] {
        let found: Vec<Uuid> = rows(&ground, within(of)).await.into_iter().map(|row| row.id).collect();
        assert_eq!(found, wanted.map(Uuid::from_u128).into_iter().collect::<Vec<_>>(), "{of:?}");
    }
}

#[tokio::test]
async fn a_contact_tells_by_what_it_is_suppressed_and_why() {
    let ground = Ground::new().await;
    let people = [
        (1, "ada@example.com", "+12025550100"),
        (2, "bo@uk.mail.north.example", "+12025550101"),
        (3, "cy@example.com", "+12025550102 x7"),
        (4, "di@example.com", "+12025550103"),
    ];
    for (id, email, mobile) in people {
        let fields = fields(&[("email", email), ("mobile_phone", mobile)]);
        ground.contact(Uuid::from_u128(id), vec![contact_created(fields, None)]).await;
    }
    ground.project(Contacts).await;
    let client = Reach::Client(Uuid::from_u128(0xcc));
    for (id, events) in [
        (11, vec![added("ada@example.com", "00aa", Reach::Global)]),
        (12, vec![added_as(Kind::Domain, "north.example", "00ab", Reach::Global)]),
        (13, vec![added_as(Kind::Phone, "+12025550102", "00ac", Reach::Global)]),
        (14, vec![added("cy@example.com", "00ad", client)]),
        (15, vec![added("di@example.com", "00ae", Reach::Global), released()]),
    ] {
        write(&ground, Uuid::from_u128(id), events).await;
    }
    let ids: Vec<Uuid> = (1..=4).map(Uuid::from_u128).collect();
    let mut told = contacts::fields(&ground.test.pools.read, &admin(), &ids).await.unwrap();
    let mut of = |id: u128, key: &str| {
        let fields = told.get_mut(&Uuid::from_u128(id)).unwrap();
        fields.remove(key).unwrap_or(Value::Null)
    };
    assert_eq!(of(1, "suppressed"), json!(["email"]));
    assert_eq!(of(1, "suppression_reasons"), json!(["unsubscribed"]));
    assert_eq!(of(2, "suppressed"), json!(["email", "phone"]), "of a domain above the email's");
    assert_eq!(of(3, "suppressed"), json!(["phone"]), "for one client is not for all");
    assert_eq!((of(4, "suppressed"), of(4, "suppression_reasons")), (Value::Null, Value::Null), "released");
}

#[tokio::test]
async fn a_contact_is_told_of_its_own_suppressions() {
    let ground = Ground::new().await;
    let contact = Uuid::from_u128(0xc0);
    ground.contact(contact, vec![contact_created(fields(&[("email", "ada@example.com")]), None)]).await;
    ground.project(Contacts).await;
    write(&ground, Uuid::from_u128(1), vec![added("ada@example.com", "00aa", Reach::Global), released()])
        .await;
    write(&ground, Uuid::from_u128(2), vec![added("bo@example.com", "00bb", Reach::Global)]).await;
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let stretch = Stretch { before: None, after: None, backwards: false, limit: 10 };
    let record = (Entity::Contact, contact);
    let told = timeline::Suppressions.entries(reading, record, &Wanted::default(), stretch).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Released from suppression: ada@example.com. subscribed again",
            "Suppressed everywhere: ada@example.com (Unsubscribed). by the link"
        ]
    );
}

/// The account of a file that was read stays when job and file are gone: so it is held against the log as well.
#[tokio::test]
async fn the_files_that_were_read_are_what_the_log_says() {
    let ground = Ground::new().await;
    let id = Uuid::from_u128(0xf1);
    let read = SuppressionFact::SuppressionFileRead(FileRead {
        at: minute(3),
        reach: Reach::Global,
        reason: Reason::DncRegister,
        country: Some("US".into()),
        as_of: Some(minute(0).date_naive()),
        rows: 5,
        added: 3,
        already: 1,
        refused: 1,
    });
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: FILE_READ,
        version: FILE_READ_VERSION,
        about_type: "suppression_file",
        about_id: id,
        payload: serde_json::to_value(read).unwrap(),
        metadata: metadata(&Source::Ui),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
    ground.project(Suppressions).await;
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.execute("update read.suppression_files set added = 4").await;
    assert_eq!(differences(&ground).await, ["the row differs from what was told of the file"]);
    ground.execute("update read.suppression_files set added = 3, as_of = null").await;
    assert_eq!(differences(&ground).await, ["the row differs from what was told of the file"]);
    ground.execute("delete from read.suppression_files").await;
    assert_eq!(differences(&ground).await, ["the row is missing"]);
    let stray = "insert into read.suppression_files (id, reach, reason, rows, added, already, refused, read_at, read_by)
                 select gen_random_uuid(), 'global', 'manual', 1, 1, 0, 0, now(), 'system'";
    ground.execute(stray).await;
    assert_eq!(differences(&ground).await, ["the row is missing", "the row belongs to no event"]);
}
