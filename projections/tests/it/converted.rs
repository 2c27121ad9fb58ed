//! What lists are made of: the members of a segment at a moment, the accounts of a domain set and their people. Nobody gets them from
//! what they do not see.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::exports::list::{InDomainSet, InSegment};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::accounts::query::{self as accounts, AccountFilter};
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::{self as contacts, ContactFilter};
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::page::PageArgs;
use uuid::Uuid;

use crate::support::records::{ADA, account_created, admin, agent, contact_created, fields, minute};
use crate::support::{Ground, settle};

const SEGMENT: Uuid = Uuid::from_u128(0x5e9);
const HIDDEN: Uuid = Uuid::from_u128(0x5ea);
const SET: Uuid = Uuid::from_u128(0xd05);
const OTHERS: Uuid = Uuid::from_u128(0xd06);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Contacts 1 to 3 of the account 10, which has titles.
async fn ground() -> Ground {
    let ground = Ground::new().await;
    let (mut people, mut firms) = (ground.worker(Contacts), ground.worker(Accounts));
    let firm = account_created(fields(&[("name", "Northwind"), ("domain", "northwind.test")]));
    ground.append::<Account>(id(10), vec![firm], &Source::Ui).await;
    for (n, title) in [(1, "VP Sales"), (2, "Engineer"), (3, "VP Marketing")] {
        let values = fields(&[("full_name", &format!("Person {n}")), ("job_title", title)]);
        ground.contact(id(n), vec![contact_created(values, Some(id(10)))]).await;
    }
    settle(&mut people).await;
    settle(&mut firms).await;
    ground
}

async fn people(ground: &Ground, actor: &Actor, filter: ContactFilter) -> Vec<u128> {
    let sort = Sort { field: "full_name".into(), direction: Direction::Ascending };
    let pool = &ground.test.pools.read;
    let page = contacts::page(pool, actor, &filter, &sort, &PageArgs::first(10)).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row.id.as_u128()).collect()
}

#[tokio::test]
async fn members_of_a_segment_are_those_of_the_moment_for_whoever_sees_the_segment() {
    let ground = ground().await;
    let (first, later) = (minute(1).to_rfc3339(), minute(5).to_rfc3339());
    for (segment, owner) in [(SEGMENT, ADA), (HIDDEN, id(0x99))] {
        ground
            .execute(&format!(
                "insert into read.segments (id, owner, entity, name, everyone, definition, defined, wanted, wanted_because, active, created_at, updated_at, version)
                 values ('{segment}', '{owner}', 'contact', 'VPs', false, '{{}}', 1, 1, 'defined', true, now(), now(), 1);
                 insert into read.segment_members (segment_id, record_id, entered_at, left_at, entered_position, left_position, entered_because)
                 values ('{segment}', '{}', '{first}', null, 1, null, '{{}}'), ('{segment}', '{}', '{first}', '{later}', 1, 2, '{{}}')",
                id(1),
                id(2)
            ))
            .await;
    }
    let within = |segment, as_of| ContactFilter {
        in_segment: Some(InSegment { segment, as_of }),
        ..ContactFilter::default()
    };
    assert_eq!(people(&ground, &admin(), within(SEGMENT, None)).await, [1]);
    assert_eq!(people(&ground, &admin(), within(SEGMENT, Some(minute(3)))).await, [1, 2]);
    assert_eq!(people(&ground, &admin(), within(SEGMENT, Some(minute(5)))).await, [1]);
    assert_eq!(people(&ground, &admin(), within(SEGMENT, Some(minute(0)))).await, Vec::<u128>::new());
    // A moment that Postgres could not hold is one before or after all others.
    let (never, at_last) =
        (chrono::DateTime::<chrono::Utc>::MIN_UTC, chrono::DateTime::<chrono::Utc>::MAX_UTC);
    assert_eq!(people(&ground, &admin(), within(SEGMENT, Some(never))).await, Vec::<u128>::new());
    assert_eq!(people(&ground, &admin(), within(SEGMENT, Some(at_last))).await, [1]);
    assert_eq!(people(&ground, &admin(), within(HIDDEN, None)).await, Vec::<u128>::new());
    assert_eq!(people(&ground, &agent(ADA), within(SEGMENT, None)).await, Vec::<u128>::new());
}

#[tokio::test]
async fn a_domain_set_brings_its_accounts_and_their_people_as_far_as_they_are_asked_for() {
    let ground = ground().await;
    for (set, owner) in [(SET, ADA), (OTHERS, id(0x99))] {
        ground
            .execute(&format!(
                "insert into read.domain_sets (id, sequence, owner, name, everyone, tags, source, stubs, state, created_at, updated_at)
                 values ('{set}', 1, '{owner}', 'Targets', false, '{{}}', 'paste', false, 'ready', now(), now());
                 insert into read.domain_set_items (domain_set_id, number, domain, repaired, status, account_id)
                 values ('{set}', 1, 'northwind.test', false, 'matched', '{}'), ('{set}', 2, 'fabrikam.test', false, 'unknown', null)",
                id(10)
            ))
            .await;
    }
    let of = |domain_set| InDomainSet { domain_set, ..InDomainSet::default() };
    let asked = |set: InDomainSet| ContactFilter {
        archived: Some(false),
        in_domain_set: Some(set),
        ..ContactFilter::default()
    };
    assert_eq!(people(&ground, &admin(), asked(of(SET))).await, [1, 2, 3]);
    let titled = InDomainSet { title: Some(" VP ".into()), ..of(SET) };
    assert_eq!(people(&ground, &admin(), asked(titled)).await, [1, 3]);
    let reached = InDomainSet { with_email: true, ..of(SET) };
    assert_eq!(people(&ground, &admin(), asked(reached)).await, Vec::<u128>::new());
    assert_eq!(people(&ground, &admin(), asked(of(OTHERS))).await, Vec::<u128>::new());
    let firms = async |set: InDomainSet| {
        let filter = AccountFilter { in_domain_set: Some(set), ..AccountFilter::default() };
        accounts::count(&ground.test.pools.read, &admin(), &filter).await.unwrap()
    };
    assert_eq!((firms(of(SET)).await, firms(of(OTHERS)).await), (1, 0));
    ground.execute("update read.domain_set_items set status = 'fuzzy' where status = 'matched'").await;
    assert_eq!(firms(of(SET)).await, 0);
    assert_eq!(firms(InDomainSet { fuzzy: true, ..of(SET) }).await, 1);
}
