//! What happened to people, and questions about it: in SQL, through the plans, and beside conditions on the company.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::engagement::facts::Touch;
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::filter::read_from;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asked;
use crate::support::Ground;

pub const CAMPAIGNS: [Uuid; 2] = [Uuid::from_u128(0xca_0001), Uuid::from_u128(0xca_0002)];

/// To some nothing happened, to others much: in campaigns and in none, by people and machines, at midnights and between them, in the
/// last 30 days and before.
pub async fn happen(ground: &Ground) {
    let [one, other] = CAMPAIGNS;
    ground
        .execute(&format!(
            "insert into read.engagement (contact_id, kind, channel, campaign_id, at, machine, source, position, n)
             select id, kind, case when kind = 'called' then 'phone' else 'email' end, campaign,
               timestamptz '2026-03-10 00:00:00Z' - ((n + k) % 12 + case when k in (3, 9) then 9 * (n % 4) else 0 end) * interval '1 day' + (n % 3) * interval '7 hours',
               machine and kind in ('opened', 'clicked'), 'Mailer', 100, k
             from (select id, row_number() over (order by id) as n from read.contacts) as numbered,
               lateral (values
                 (1, 'sent', n % 3 > 0, uuid '{one}', false), (2, 'sent', n % 4 = 1, uuid '{other}', false), (3, 'sent', n % 5 = 0, null, false),
                 (4, 'opened', n % 2 = 0, uuid '{one}', n % 4 = 0), (5, 'opened', n % 6 = 2, null, false), (6, 'clicked', n % 7 = 0, uuid '{one}', true),
                 (7, 'replied', n % 9 = 0, uuid '{other}', false), (8, 'called', n % 3 = 0, null, false), (9, 'called', n % 6 = 0, null, false)
               ) as happened(k, kind, holds, campaign, machine)
             where holds"
        ))
        .await;
    ground
        .execute(
            "insert into read.contact_activity (contact_id, last_emailed_at, last_called_at, last_activity_at)
             select contact_id, max(at) filter (where kind = 'sent'), max(at) filter (where kind = 'called'), max(at)
             from read.engagement where not machine group by contact_id
             on conflict (contact_id) do update set last_emailed_at = excluded.last_emailed_at, last_called_at = excluded.last_called_at,
               last_activity_at = excluded.last_activity_at",
        )
        .await;
}

/// What each contact has to tell, as somebody would look it up.
pub async fn by_contact(ground: &Ground) -> BTreeMap<Uuid, Vec<Touch>> {
    type Row = (Uuid, String, Option<Uuid>, DateTime<Utc>, bool);
    let rows: Vec<Row> =
        sqlx::query_as("select contact_id, kind, campaign_id, at, machine from read.engagement")
            .fetch_all(&ground.test.pools.read)
            .await
            .unwrap();
    let mut all: BTreeMap<Uuid, Vec<Touch>> = BTreeMap::new();
    for (contact, kind, campaign, at, machine) in rows {
        let kind = Kind::parse(&kind).unwrap();
        let touch = Touch { contact, kind, channel: kind.channel(), campaign, at, machine };
        all.entry(contact).or_default().push(touch);
    }
    all
}

/// Any question about it.
pub fn any() -> BoxedStrategy<Value> {
    let did =
        prop::sample::select(vec![Kind::Sent, Kind::Opened, Kind::Clicked, Kind::Called, Kind::Bounced]);
    let often = prop_oneof![
        Just(json!({})),
        (1u32..4).prop_map(|least| json!({"at_least": least})),
        (0u32..3).prop_map(|most| json!({"at_most": most})),
        (0u32..3, 0u32..3).prop_map(|(least, more)| json!({"at_least": least, "at_most": least + more})),
    ];
    let day = (1u32..12).prop_map(|day| json!(format!("2026-03-{day:02}")));
    let when = prop_oneof![
        Just(json!({})),
        (0u32..14).prop_map(|days| json!({"within_days": days})),
        (0u32..14).prop_map(|days| json!({"from": {"daysAgo": days}})),
        day.prop_map(|to| json!({"to": to})),
        Just(json!({"from": "2026-03-04T07:00:00Z", "to": "2026-03-08"})),
    ];
    let [one, other] = CAMPAIGNS.map(|id| id.to_string());
    let campaigns = prop::sample::select(vec![
        json!({}),
        json!({"campaign": [one]}),
        json!({"campaign": [one, other]}),
        json!({"campaign": [Uuid::nil().to_string()]}),
    ]);
    (did, often, when, campaigns, proptest::bool::ANY)
        .prop_map(|(did, often, when, campaigns, machines)| {
            let mut asked = json!({"did": did.as_str(), "machines": machines && did.can_be_a_machine()});
            for part in [often, when, campaigns] {
                asked.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
            }
            json!({ "engagement": asked })
        })
        .boxed()
}

#[test]
fn a_filter_waits_for_what_it_is_answered_from() {
    let opened = json!({"engagement": {"did": "opened"}});
    assert_eq!(read_from(&asked(Entity::Contact, &opened).filter), ["contacts", "engagement"]);
    for derived in ["last_emailed_at", "last_activity_at", "calls_30d"] {
        let asked = asked(Entity::Contact, &json!({"field": derived, "op": "has_value"}));
        assert_eq!(read_from(&asked.filter), ["contacts", "engagement"], "{derived}");
    }
    // Of an account it is another field.
    let of_account = asked(Entity::Contact, &json!({"field": "account.last_activity_at", "op": "has_value"}));
    assert_eq!(read_from(&of_account.filter), ["accounts", "contacts"]);
    let staff = json!({"contacts": {"filter": opened}});
    assert_eq!(read_from(&asked(Entity::Account, &staff).filter), ["accounts", "contacts", "engagement"]);
}
