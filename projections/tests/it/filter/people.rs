//! A few hundred people and companies with every kind of value and every kind of gap.

use std::collections::BTreeMap;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::contacts::project::Contacts;
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{ADA, account_created, contact_created, minute};

pub const CITIES: &[&str] = &["Köln", "koln", "Berlin", "São Paulo", "50% off_road", "Ørsted \\ By", "Łódź"];
pub const TITLES: &[&str] =
    &["Head of Sales", "Geschäftsführer", "VP Sales", "head", "Über-Manager", "Sales_Head 100%"];
pub const TAGS: &[&str] = &["Key Account", "Événement", "vip", "a_b", "100%"];
pub const OWNERS: &[&str] = &["Ada Lovelace", "zoë"];
pub const NAMES: &[&str] =
    &["Émile Zola", "Zoë Ångström", "adam smith", "Ada Lovelace", "O'Neil; drop table"];
pub const COUNTRIES: &[&str] = &["DE", "AT", "US"];
pub const SIZES: &[&str] = &["12", "12.50", "-3", "many", "1e3"];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// One of these, or nothing in a quarter of the cases.
    fn maybe<'a>(&mut self, of: &[&'a str]) -> Option<&'a str> {
        (self.roll(4) > 0).then(|| of[self.roll(of.len())])
    }
}

pub async fn companies(ground: &Ground, count: usize) -> Vec<Uuid> {
    let mut dice = Dice(7);
    let mut ids = Vec::new();
    for n in 0..count {
        let id = Uuid::from_u128(0xacc_0000 + n as u128);
        let mut values: BTreeMap<String, FieldValue> = BTreeMap::new();
        let mut put = |key: &str, value: Option<FieldValue>| {
            values.extend(value.map(|value| (key.to_owned(), value)));
        };
        put("name", Some(format!("{} {n}", ["Acme", "Müller & Söhne", "ÖBB"][dice.roll(3)]).into()));
        put("domain", (dice.roll(3) > 0).then(|| format!("acme{n}.example.com").into()));
        put("industry", dice.maybe(&["Software", "Banking"]).map(FieldValue::from));
        put("hq_country", dice.maybe(COUNTRIES).map(FieldValue::from));
        put("staff_count", (dice.roll(3) > 0).then(|| FieldValue::Number([5, 50, 500][dice.roll(3)])));
        put(
            "annual_revenue",
            (dice.roll(3) > 0).then(|| FieldValue::Money {
                amount: ["1000000", "1000000.50", "5"][dice.roll(3)].to_owned(),
                currency: ["USD", "EUR"][dice.roll(2)].to_owned(),
            }),
        );
        put("status", dice.maybe(&["stub"]).map(FieldValue::from));
        put("tags", list(&mut dice));
        put("custom.size", dice.maybe(SIZES).map(FieldValue::from));
        ground.account(id, vec![account_created(values)]).await;
        if dice.roll(8) == 0 {
            let archived = pivotal_domain::audience::accounts::events::AccountEvent::AccountArchived {
                at: minute(2),
                reason: None,
                source: pivotal_domain::audience::record::source::Source::Ui,
            };
            ground.account(id, vec![archived]).await;
        }
        ids.push(id);
    }
    ground.project(Accounts).await;
    ids
}

/// People, some at these companies, some archived; and what happened to them, which no event says yet.
pub async fn people(ground: &Ground, companies: &[Uuid], count: usize) {
    let mut dice = Dice(42);
    for n in 0..count {
        let id = Uuid::from_u128(0xc0_0000 + n as u128);
        let mut values: BTreeMap<String, FieldValue> = BTreeMap::new();
        let mut put = |key: &str, value: Option<FieldValue>| {
            values.extend(value.map(|value| (key.to_owned(), value)));
        };
        put("full_name", dice.maybe(NAMES).map(FieldValue::from));
        put("job_title", dice.maybe(TITLES).map(FieldValue::from));
        put("seniority_level", dice.maybe(&["VP", "Head", "C-level"]).map(FieldValue::from));
        put(
            "email",
            (dice.roll(4) > 0).then(|| format!("p{n}@{}.example.com", ["mail", "post"][dice.roll(2)]).into()),
        );
        put(
            "secondary_emails",
            (dice.roll(3) == 0).then(|| FieldValue::List(vec![format!("q{n}@example.com")])),
        );
        put("mobile_phone", (dice.roll(3) > 0).then(|| format!("+1 202 555-01{:02}", n % 100).into()));
        put("city", dice.maybe(CITIES).map(FieldValue::from));
        put("country", dice.maybe(COUNTRIES).map(FieldValue::from));
        put("timezone", dice.maybe(&["Europe/Berlin", "America/New_York"]).map(FieldValue::from));
        put("tags", list(&mut dice));
        put(
            "consent_at",
            (dice.roll(2) > 0)
                .then(|| format!("2026-03-{:02}T{:02}:00:00Z", 1 + dice.roll(20), dice.roll(24)).into()),
        );
        put(
            "owner",
            [Some(ADA.to_string().as_str()), None]
                .into_iter()
                .nth(dice.roll(2))
                .flatten()
                .map(FieldValue::from)
                .or(dice.maybe(OWNERS).map(FieldValue::from)),
        );
        put("custom.size", dice.maybe(SIZES).map(FieldValue::from));
        put("custom.many", list(&mut dice));
        put("consent_basis", (n % 3 == 0).then(|| "legitimate_interest".into()));
        let company =
            (dice.roll(3) > 0 && !companies.is_empty()).then(|| companies[dice.roll(companies.len())]);
        let mut events = vec![contact_created(values, company)];
        if dice.roll(8) == 0 {
            events.push(ContactEvent::ContactArchived {
                at: minute(2),
                reason: None,
                source: pivotal_domain::audience::record::source::Source::Ui,
            });
        }
        ground.contact(id, events).await;
    }
    ground.project(Contacts).await;
    ground
        .execute(
            "insert into read.contact_activity (contact_id, score, last_opened_at)
             select id, case when n % 3 > 0 then n % 7 end, case when n % 2 = 0 then timestamptz '2026-03-10 00:00:00Z' - (n % 9) * interval '1 day' end
             from (select id, row_number() over (order by id) as n from read.contacts) as numbered where n % 6 > 0
             on conflict (contact_id) do update set score = excluded.score, last_opened_at = excluded.last_opened_at",
        )
        .await;
    // Some said yes, some said no, and of some both was said of one channel; some records say it themselves.
    ground
        .execute(
            "insert into read.consents (id, contact_id, person_id, channel, standing, given_at, recorded_at, recorded_by, source, counts, version)
             select gen_random_uuid(), id, id, channel, standing, now(), now(), 'system', 'ui', counts, 1
             from (select id, row_number() over (order by id) as n from read.contacts) as numbered,
               lateral (values
                 ('email', case when n % 5 = 0 then 'consent' end, n % 10 > 0), ('email', case when n % 10 = 0 then 'withdrawn' end, true),
                 ('phone', case when n % 7 = 0 then 'contract' end, true)
               ) as said(channel, standing, counts)
             where standing is not null",
        )
        .await;
    // Some of every kind; and some that hold no more, not yet in this work, or only for one client.
    ground
        .execute(
            "insert into read.suppressions (id, kind, value, key, reach, reason, source, since, until, added_by, released_at, version)
             select gen_random_uuid(), kind, value, decode(md5(kind || value), 'hex'), reach, reason, 'ui', now(), until, 'system', released_at, 1
             from (select id, email, mobile_phone, account_domain, account_id, row_number() over (order by id) as n from read.contacts) as numbered,
               lateral (values
                 ('email', case when n % 4 = 0 then email end, 'global', 'unsubscribed', null, null),
                 ('phone', case when n % 5 = 0 then mobile_phone end, 'global', 'dnc_request', timestamptz '2999-01-01Z', null),
                 ('domain', case when n = 7 then account_domain end, 'global', 'legal', null, null),
                 ('account', case when n = 9 then account_id::text end, 'global', 'manual', null, null),
                 ('email', case when n % 4 = 1 then email end, 'client:00000000-0000-0000-0000-0000000000cc', 'manual', null, null),
                 ('email', case when n % 4 = 2 then email end, 'global', 'complaint', null, now()),
                 ('email', case when n % 4 = 3 then email end, 'global', 'hard_bounce', timestamptz '2020-01-01Z', null)
               ) as held(kind, value, reach, reason, until, released_at)
             where value is not null",
        )
        .await;
}

/// Some addresses bounced: lately, before the contact had its address, or until something was delivered; and of some nothing else is
/// known to speak against them.
pub async fn bounce(ground: &Ground) {
    ground
        .execute(
            "insert into read.engagement (contact_id, kind, channel, campaign_id, at, machine, source, position, n)
             select id, kind, 'email', null::uuid, email_set_at + hours * interval '1 hour', false, 'Mailer', 101, k
             from (select id, email_set_at, row_number() over (order by id) as n from read.contacts) as numbered,
               lateral (values
                 (1, 'bounced', n % 3 = 0, 20), (2, 'bounced', n % 3 = 1, -20), (3, 'delivered', n % 6 = 3, 21), (4, 'delivered', n % 9 = 0, 19)
               ) as happened(k, kind, holds, hours)
             where holds and email_set_at is not null",
        )
        .await;
    ground
        .execute(
            "insert into read.suppressions (id, kind, value, key, reach, reason, source, since, added_by, version)
             select gen_random_uuid(), 'email', email, decode(md5(reason || email), 'hex'), 'global', reason, 'ui', now(), 'system', 1
             from (select email, row_number() over (order by id) as n from read.contacts) as numbered,
               lateral (values ('hard_bounce', n % 11 < 2), ('manual', n % 13 = 5)) as held(reason, holds)
             where holds and email is not null",
        )
        .await;
    // Of what is known of addresses and numbers by themselves, everything.
    ground
        .execute(
            "update read.contacts c set email_status = case when c.email is null then 'none' else (array['sendable', 'unverified', 'invalid'])[(1 + n % 3)::int] end,
               phone_status = case when c.mobile_phone is not null and n % 4 = 0 then 'invalid' else c.phone_status end
             from (select id, row_number() over (order by id) / 2 as n from read.contacts) as numbered where numbered.id = c.id",
        )
        .await;
}

fn list(dice: &mut Dice) -> Option<FieldValue> {
    let items: Vec<String> = TAGS.iter().filter(|_| dice.roll(4) == 0).map(|tag| (*tag).to_owned()).collect();
    (!items.is_empty()).then_some(FieldValue::List(items))
}
