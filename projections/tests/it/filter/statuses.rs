//! Whether somebody can be written to and called: the first reason that holds, the same in records, in filters and in counts.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::catalogue::contact::{EMAIL_STATUSES, PHONE_STATUSES};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::{self as contacts, ContactFilter};
use pivotal_projections::audience::filter::read_from;
use pivotal_projections::audience::segments::preview;
use serde_json::{Value, json};
use uuid::Uuid;

use super::asked;
use crate::support::Ground;
use crate::support::records::{admin, contact_changed, contact_created, fields, minute};

/// One contact, what its verification says, what stands against its address, and how its address stands then.
type Case = (Option<&'static str>, Option<&'static str>, &'static [&'static str], &'static str);

const CASES: &[Case] = &[
    (None, None, &[], "none"),
    (Some("valid"), None, &[], "sendable"),
    (Some("risky"), None, &[], "unverified"),
    (Some("invalid"), None, &[], "invalid"),
    (Some("valid"), None, &["unsubscribed"], "unsubscribed"),
    (Some("valid"), None, &["manual"], "suppressed"),
    (Some("valid"), None, &["hard_bounce"], "bounced"),
    // The weightier word stands, whatever is known of the address.
    (Some("invalid"), None, &["unsubscribed"], "unsubscribed"),
    (Some("valid"), Some("manual"), &["unsubscribed"], "unsubscribed"),
    (Some("valid"), Some("legal"), &["hard_bounce"], "suppressed"),
    // Whoever works there.
    (Some("valid"), Some("unsubscribed"), &[], "unsubscribed"),
    (Some("valid"), Some("complaint"), &[], "suppressed"),
];

fn person(n: usize) -> Uuid {
    Uuid::from_u128(0xc0 + n as u128)
}

async fn suppress(ground: &Ground, kind: &str, value: &str, reason: &str) {
    sqlx::query(
        "insert into read.suppressions (id, kind, value, key, reach, reason, source, since, added_by, version)
         values (gen_random_uuid(), $1, $2, decode(md5($1 || $2 || $3), 'hex'), 'global', $3, 'ui', now(), 'system', 1)",
    )
    .bind(kind)
    .bind(value)
    .bind(reason)
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
}

async fn happened(ground: &Ground, contact: Uuid, kind: &str, at: DateTime<Utc>) {
    sqlx::query(
        "insert into read.engagement (contact_id, kind, channel, at, machine, source, position, n)
         values ($1, $2, 'email', $3, false, 'Mailer', 1, 1)",
    )
    .bind(contact)
    .bind(kind)
    .bind(at)
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
}

async fn with_email(ground: &Ground, n: usize) {
    let email = format!("p{n}@mail.example.com");
    ground.contact(person(n), vec![contact_created(fields(&[("email", &email)]), None)]).await;
}

/// What is told of a contact, everywhere the same.
async fn told(ground: &Ground, id: Uuid) -> (String, String) {
    let pool = &ground.test.pools.read;
    let mut both = Vec::new();
    for channel in Channel::ALL {
        both.extend(contacts::statuses(pool, &admin(), channel, &[id]).await.unwrap().remove(&id));
    }
    let [email, phone]: [String; 2] = both.try_into().unwrap();
    let fields = contacts::fields(pool, &admin(), &[id]).await.unwrap();
    assert_eq!(fields[&id]["email_status"], json!(email));
    assert_eq!(fields[&id]["phone_status"], json!(phone));
    for (field, all, held) in
        [("email_status", EMAIL_STATUSES, email.as_str()), ("phone_status", PHONE_STATUSES, phone.as_str())]
    {
        for status in all.iter().copied() {
            for (op, value, holds) in [
                ("equals", json!(status), status == held),
                ("not_in", json!(["none", status]), status != held && held != "none"),
            ] {
                let filter = json!({"field": field, "op": op, "value": value});
                assert_eq!(found(ground, id, &filter).await, holds, "{held}: {filter}");
                let not = json!({ "not": filter });
                assert_eq!(found(ground, id, &not).await, !holds, "{held}: {not}");
            }
        }
    }
    (email, phone)
}

async fn found(ground: &Ground, id: Uuid, filter: &Value) -> bool {
    let filter = ContactFilter {
        ids: Some(vec![id]),
        condition: Some(asked(Entity::Contact, filter)),
        ..ContactFilter::default()
    };
    contacts::count(&ground.test.pools.lists, &admin(), &filter).await.unwrap() == 1
}

#[tokio::test]
async fn an_address_stands_as_the_first_reason_says_that_holds() {
    let ground = Ground::new().await;
    for (n, (verified, _, _, _)) in CASES.iter().enumerate() {
        let email = format!("p{n}@mail{n}.example.com");
        let values = verified.map_or_else(
            || fields(&[("full_name", "Nobody")]),
            |verified| fields(&[("email", &email), ("email_verification_status", verified)]),
        );
        ground.contact(person(n), vec![contact_created(values, None)]).await;
    }
    ground.project(Contacts).await;
    for (n, (_, domain, against, _)) in CASES.iter().enumerate() {
        if let Some(reason) = domain {
            suppress(&ground, "domain", &format!("mail{n}.example.com"), reason).await;
        }
        for reason in *against {
            suppress(&ground, "email", &format!("p{n}@mail{n}.example.com"), reason).await;
        }
    }
    for (n, case) in CASES.iter().enumerate() {
        assert_eq!(told(&ground, person(n)).await.0, case.3, "{case:?}");
    }
}

#[tokio::test]
async fn a_number_is_not_to_be_called_while_it_or_the_company_is_suppressed() {
    let ground = Ground::new().await;
    for (n, values) in [
        (0, fields(&[("mobile_phone", "+12025550100")])),
        (1, fields(&[("mobile_phone", "+12025550101")])),
        (2, fields(&[("direct_phone", "call me"), ("email", "p2@north.example")])),
        (3, fields(&[("email", "p3@north.example")])),
    ] {
        ground.contact(person(n), vec![contact_created(values, None)]).await;
    }
    ground.project(Contacts).await;
    assert_eq!(told(&ground, person(2)).await.1, "invalid");
    suppress(&ground, "phone", "+12025550100", "dnc_request").await;
    suppress(&ground, "domain", "north.example", "legal").await;
    let mut phones = Vec::new();
    for n in 0..4 {
        phones.push(told(&ground, person(n)).await.1);
    }
    assert_eq!(phones, ["do_not_call", "callable", "do_not_call", "none"]);
    ground.execute("update read.suppressions set released_at = now()").await;
    assert_eq!(told(&ground, person(0)).await.1, "callable", "released, at once");
}

#[tokio::test]
async fn a_bounce_counts_of_the_present_address_until_something_arrives() {
    let ground = Ground::new().await;
    for n in 0..5 {
        with_email(&ground, n).await;
    }
    let moved = contact_changed("email", Some("p1@mail.example.com"), Some("p1@new.example.com"));
    ground.contact(person(1), vec![moved]).await;
    ground.project(Contacts).await;
    let seconds = |n: i64| minute(0) + chrono::Duration::seconds(n);
    happened(&ground, person(0), "bounced", seconds(10)).await;
    // Of the address it had before.
    happened(&ground, person(1), "bounced", seconds(10)).await;
    happened(&ground, person(2), "bounced", seconds(10)).await;
    happened(&ground, person(2), "delivered", seconds(20)).await;
    happened(&ground, person(3), "delivered", seconds(5)).await;
    happened(&ground, person(3), "bounced", seconds(10)).await;
    // A merge brought it along.
    happened(&ground, person(4), "bounced", seconds(10)).await;
    sqlx::query("update read.engagement set came_by = array[$1] where contact_id = $2")
        .bind(person(9))
        .bind(person(4))
        .execute(&ground.test.pools.write)
        .await
        .unwrap();
    let mut emails = Vec::new();
    for n in 0..5 {
        emails.push(told(&ground, person(n)).await.0);
    }
    assert_eq!(emails, ["bounced", "unverified", "unverified", "bounced", "unverified"]);
    happened(&ground, person(1), "bounced", minute(2)).await;
    assert_eq!(told(&ground, person(1)).await.0, "bounced");
    // A mail of our own suppresses the very address that it came back from, and nothing when it may be tried again.
    sqlx::query("update read.engagement set message_id = $1 where contact_id = $1")
        .bind(person(1))
        .execute(&ground.test.pools.write)
        .await
        .unwrap();
    assert_eq!(told(&ground, person(1)).await.0, "unverified");
}

#[tokio::test]
async fn every_contact_has_one_status() {
    let ground = Ground::new().await;
    let companies = super::people::companies(&ground, 12).await;
    super::people::people(&ground, &companies, 90).await;
    super::people::bounce(&ground).await;
    for (field, all) in [("email_status", EMAIL_STATUSES), ("phone_status", PHONE_STATUSES)] {
        let mut sum = 0;
        for status in all {
            let filter = json!({"field": field, "op": "equals", "value": status});
            let asked = asked(Entity::Contact, &filter);
            let count = preview::count(&ground.test.pools.lists, &admin(), &asked).await.unwrap();
            assert!(count > 0, "nobody is {status}");
            sum += count;
        }
        let everybody = asked(Entity::Contact, &json!({"field": field, "op": "has_value"}));
        assert_eq!(preview::count(&ground.test.pools.lists, &admin(), &everybody).await.unwrap(), sum);
    }
}

#[test]
fn a_filter_waits_for_what_a_status_follows_from() {
    let of = |field: &str, value: &str| {
        let filter = json!({"field": field, "op": "equals", "value": value});
        read_from(&asked(Entity::Contact, &filter).filter)
    };
    assert_eq!(of("email_status", "bounced"), ["contacts", "engagement", "suppressions"]);
    assert_eq!(of("phone_status", "do_not_call"), ["contacts", "suppressions"]);
}
