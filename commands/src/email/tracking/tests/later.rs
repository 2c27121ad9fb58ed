//! What comes back long after the mail: from another address, or once more after months.

use std::collections::BTreeSet;

use chrono::Duration;
use pivotal_domain::email::sending::policy::{Policy, SoftPolicy};
use pivotal_domain::email::tracking::unsubscribe::token;
use pivotal_domain::suppression::suppressions::reason::Reason;
use serde_json::json;
use uuid::Uuid;

use super::{ADDRESS, CAMPAIGN, contact, count, key, mail, reasons, take_in, told};
use crate::audience::contacts::update::{UpdateContact, update_contact};
use crate::context::Context;
use crate::email::sending::policy::set_policy;
use crate::email::tracking::inbox::{Source, keep};
use crate::email::tracking::unsubscribe::{Choice, leave};
use crate::email::tracking::upkeep::forget;
use crate::identity::testing::{Setup, system};
use crate::suppression::guard::{Contacted, suppressed};

const NEW: &str = "ada@example.org";

async fn moves(ctx: &Context, id: Uuid) {
    let fields = json!({ "email": NEW }).as_object().unwrap().clone();
    let input = UpdateContact {
        id,
        fields,
        account_id: None,
        unlink_account: false,
        expected_version: None,
        idempotency_key: None,
    };
    update_contact(ctx, &system(), input).await.unwrap();
}

async fn is_held_at_the_new(ctx: &Context) -> bool {
    let asked = Contacted { email: Some(NEW.into()), ..Contacted::default() };
    !suppressed(&ctx.log.pools.write, &ctx.log.blind, &[asked], ctx.now()).await.unwrap().is_empty()
}

#[tokio::test]
async fn whoever_leaves_by_an_old_mail_takes_its_address_along() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    moves(&t.ctx, ada).await;
    assert!(reasons(&t.ctx).await.is_empty());
    let mine = token(CAMPAIGN, message, &key());
    for _ in 0..2 {
        assert!(leave(&t.ctx, &key(), &mine, Choice::Everything).await.unwrap().is_some());
    }
    assert_eq!(reasons(&t.ctx).await, [Reason::Unsubscribed], "the address that the mail went to");
    assert!(is_held_at_the_new(&t.ctx).await, "and theirs");
    assert_eq!(count(&t.ctx, "select count(*) from guard.suppressions").await, 2, "each once");
}

#[tokio::test]
async fn an_old_address_that_is_dead_says_nothing_of_the_new_one() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    moves(&t.ctx, ada).await;
    let bounce = json!({ "event": "bounce", "type": "bounce", "status": "5.1.1", "email": "" });
    told(&t.ctx, message, "e1", bounce).await;
    take_in(&t.ctx).await;
    assert_eq!(reasons(&t.ctx).await, [Reason::HardBounce]);
    assert!(!is_held_at_the_new(&t.ctx).await);
}

#[tokio::test]
async fn a_policy_may_look_back_longer_than_a_month() {
    let t = Setup::new().await;
    let soft = SoftPolicy { bounces: 3, within_days: 120, over_days: 7, rest_days: 90 };
    set_policy(&t.ctx, &system(), Policy { soft, ..Policy::default() }).await.unwrap();
    let message = mail(&t.ctx, contact(&t.ctx).await, "sent").await;
    let bounce =
        json!({ "event": "bounce", "type": "bounce", "status": "4.2.2", "reason": "452 4.2.2 over quota" });
    for n in 0..3 {
        assert!(reasons(&t.ctx).await.is_empty(), "after {n}");
        t.test.clock.advance(Duration::days(40));
        told(&t.ctx, message, &format!("e{n}"), bounce.clone()).await;
        take_in(&t.ctx).await;
    }
    assert_eq!(reasons(&t.ctx).await, [Reason::SoftBounces]);
}

#[tokio::test]
async fn what_nobody_could_read_goes_with_the_person_that_it_names() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let named = [
        format!("{{ \"to\": \"{}\"", ADDRESS.to_uppercase()),
        format!("recipient={}&x=", ADDRESS.replace('@', "%40")),
        format!("{{ \"pivotal_email\": \"{message}\""),
    ];
    let other = "{ \"to\": \"ben@example.com\"".to_owned();
    for body in named.iter().chain([&other]) {
        keep(&t.ctx, Source::SendGrid, "main", None, body.as_bytes()).await.unwrap();
    }
    take_in(&t.ctx).await;
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox where parked is not null").await, 4);
    let values = BTreeSet::from([ADDRESS.to_owned(), "+4512345678".to_owned()]);
    for _ in 0..2 {
        forget(&t.ctx, ada, &values).await.unwrap();
    }
    let left: Vec<Vec<u8>> =
        sqlx::query_scalar("select body from mail.inbox").fetch_all(&t.ctx.log.pools.write).await.unwrap();
    assert_eq!(left, [other.into_bytes()]);
}
