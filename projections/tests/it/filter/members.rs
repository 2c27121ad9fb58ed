//! What records belong to: lists and segments they are in or were in, domain sets they are matched with, imports that made or changed
//! them.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::membership;
use uuid::Uuid;

use crate::support::Ground;

pub const LISTS: [Uuid; 3] =
    [Uuid::from_u128(0x115_0001), Uuid::from_u128(0x115_0002), Uuid::from_u128(0x115_0003)];
pub const SEGMENTS: [Uuid; 2] = [Uuid::from_u128(0x5e9_0001), Uuid::from_u128(0x5e9_0002)];
pub const DOMAIN_SETS: [Uuid; 2] = [Uuid::from_u128(0xd5e_0001), Uuid::from_u128(0xd5e_0002)];
pub const CAMPAIGNS: [Uuid; 2] = [Uuid::from_u128(0xca3_0001), Uuid::from_u128(0xca3_0002)];
pub const IMPORTS: [Uuid; 2] = [Uuid::from_u128(0x1a9_0001), Uuid::from_u128(0x1a9_0002)];

/// Some records are in no list, some in several, some were in one and left or came back; some were written by a file once or twice.
pub async fn belong(ground: &Ground, table: &str, entity: &str) {
    let [a, b, c] = LISTS;
    ground
        .execute(&format!(
            "insert into read.list_members (list_id, record_id, entered_at, left_at, entered_position, left_position)
             select list, id, now(), left_at, position, case when left_at is not null then position + 1 end
             from (select id, row_number() over (order by id) as n from {table}) as numbered,
               lateral (values
                 (uuid '{a}', n % 3 = 0, null::timestamptz, 10), (uuid '{b}', n % 4 = 1, null, 10), (uuid '{b}', n % 4 = 2, now(), 10),
                 (uuid '{c}', n % 5 = 0, now(), 10), (uuid '{c}', n % 9 = 0, null, 20)
               ) as lists(list, holds, left_at, position)
             where holds"
        ))
        .await;
    let [segment, other] = SEGMENTS;
    ground
        .execute(&format!(
            "insert into read.segment_members (segment_id, record_id, entered_at, left_at, entered_position, left_position, entered_because)
             select segment, id, now(), left_at, 10, case when left_at is not null then 11 end, '{{}}'
             from (select id, row_number() over (order by id) as n from {table}) as numbered,
               lateral (values (uuid '{segment}', n % 2 = 0, null::timestamptz), (uuid '{other}', n % 7 < 3, null), (uuid '{other}', n % 7 = 4, now()))
                 as segments(segment, holds, left_at)
             where holds"
        ))
        .await;
    in_domain_sets(ground, entity).await;
    if entity == "contact" {
        in_campaigns(ground, table).await;
    }
    let [first, second] = IMPORTS;
    let of = if entity == "contact" { 1_000_000 } else { 2_000_000 };
    ground
        .execute(&format!(
            "insert into read.history (position, entity, entity_id, sequence, event_type, actor, source, import_id, at)
             select {of} + n * 10 + k, '{entity}', id, 100 + k, '{entity}_fields_changed', 'system', 'ui', import, now()
             from (select id, row_number() over (order by id) as n from {table}) as numbered,
               lateral (values (1, uuid '{first}', n % 3 = 1), (2, uuid '{first}', n % 6 = 1), (3, uuid '{second}', n % 4 = 0), (4, null, n % 5 = 0))
                 as changes(k, import, holds)
             where holds"
        ))
        .await;
}

/// Some companies are matched once or twice, some wait for a person; people without a company are at a domain, or are not.
async fn in_domain_sets(ground: &Ground, entity: &str) {
    let [set, other] = DOMAIN_SETS;
    let items = match entity {
        "account" => format!(
            "select in_set, number, 'd' || number || '.example', false, status, id
             from (select id, (row_number() over (order by id))::int as n from read.accounts) as numbered,
               lateral (values
                 (uuid '{set}', n, 'matched', n % 3 = 1), (uuid '{set}', n, 'fuzzy', n % 3 = 2), (uuid '{set}', 1000 + n, 'matched', n % 6 = 1),
                 (uuid '{other}', n, 'matched', n % 2 = 0)
               ) as sets(in_set, number, status, holds)
             where holds"
        ),
        _ => format!("select uuid '{other}', 5000, 'example.com', false, 'unknown', null::uuid"),
    };
    ground
        .execute(&format!(
            "insert into read.domain_set_items (domain_set_id, number, domain, repaired, status, account_id) {items}"
        ))
        .await;
}

/// Some are in the audience of one campaign or of both, and some in a take that never ended.
async fn in_campaigns(ground: &Ground, table: &str) {
    let [first, second] = CAMPAIGNS;
    let dead = Uuid::from_u128(0xdead);
    ground
        .execute(&format!(
            "insert into read.campaign_versions (campaign_id, version, take, position, as_of, count, accounts, hash, definition, excluded)
             select id, 1, id, 0, now(), 0, 0, '', '{{}}', '{{}}' from unnest(array[uuid '{first}', uuid '{second}']) as u(id)"
        ))
        .await;
    ground
        .execute(&format!(
            "insert into read.campaign_members (campaign_id, contact_id, version, take)
             select in_campaign, id, 1, take from (select id, (row_number() over (order by id))::int as n from {table}) as numbered,
               lateral (values (uuid '{first}', uuid '{first}', n % 3 = 1), (uuid '{second}', uuid '{second}', n % 4 = 0),
                 (uuid '{second}', uuid '{dead}', n % 4 = 1)) as campaigns(in_campaign, take, holds)
             where holds"
        ))
        .await;
}

/// What each record belongs to by the field's key, as somebody would look it up.
pub async fn belongings(ground: &Ground, key: &str) -> BTreeMap<Uuid, FieldValue> {
    let by_hand = match key {
        "lists" => "select record_id, list_id from read.list_members where left_at is null",
        "segments" => "select record_id, segment_id from read.segment_members where left_at is null",
        "domain_sets" => {
            "select account_id, domain_set_id from read.domain_set_items where status = 'matched'
             union select c.id, i.domain_set_id from read.contacts c join read.domain_set_items i
               on case when c.account_id is null then '.' || split_part(c.email, '@', 2) like '%.' || i.domain else c.account_id = i.account_id and i.status = 'matched' end
             where not c.archived and not c.erased"
        }
        "campaigns" => {
            "select m.contact_id, m.campaign_id from read.campaign_members m join read.campaign_versions v on v.campaign_id = m.campaign_id and v.take = m.take"
        }
        "imports" => "select entity_id, import_id from read.history where import_id is not null",
        other => panic!("no test knows where the members of {other} stand"),
    };
    let rows: Vec<(Uuid, Uuid)> = sqlx::query_as(by_hand).fetch_all(&ground.test.pools.read).await.unwrap();
    let mut all: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for (record, group) in rows {
        all.entry(record).or_default().push(group.to_string());
    }
    all.into_iter().map(|(record, groups)| (record, FieldValue::List(groups))).collect()
}

/// Values of the memberships for every record.
pub async fn all(ground: &Ground) -> Vec<(&'static str, BTreeMap<Uuid, FieldValue>)> {
    let mut all = Vec::new();
    for membership in membership::ALL {
        all.push((membership.key, belongings(ground, membership.key).await));
    }
    all
}
