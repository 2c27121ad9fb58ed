//! Replies come in with the signals of their mails, are worked on by who may, and go with the person.

use std::collections::BTreeSet;

use pivotal_domain::email::replies::{EmailReply, Matched, ReplyKind};
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use serde_json::json;
use uuid::Uuid;

use super::act::{assign_reply, finish_reply, match_reply, reopen_reply};
use super::forget::forget;
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::context::Context;
use crate::email::tracking::inbox::{Source, keep};
use crate::email::tracking::intake::{Intake, Step};
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::suppression::guard::{Contacted, hash, suppressed};

const ADDRESS: &str = "ada@example.com";

async fn contact(ctx: &Context, email: &str) -> Uuid {
    let fields = json!({ "email": email }).as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

async fn mail(ctx: &Context, contact: Uuid) -> Uuid {
    let message = Uuid::now_v7();
    let address = SuppressedKey::parse(Kind::Email, ADDRESS, None).unwrap();
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, variant, due_at, message, marked_at, touched_at)
         values ($1, $2, 1, 'sent', $3, 0, $4, $5, $4, $4)",
    )
    .bind(Uuid::from_u128(0xc1))
    .bind(contact)
    .bind(hash(&ctx.log.blind, &address))
    .bind(ctx.now())
    .bind(message)
    .execute(&ctx.log.pools.write)
    .await
    .unwrap();
    message
}

async fn take_in(ctx: &Context, raw: &str) {
    keep(ctx, Source::Mail, "main", None, raw.replace('\n', "\r\n").as_bytes()).await.unwrap();
    let mut intake = Intake::new(ctx.clone(), TrackingKey::new(&[9; 32]));
    loop {
        match intake.step().await.unwrap() {
            Step::Worked => {}
            Step::Idle => return,
            // The one before lets go of the lock when its connection is seen to be gone.
            Step::Standby => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
        }
    }
}

async fn replies(ctx: &Context) -> Vec<(Uuid, EmailReply)> {
    let ids: Vec<String> = sqlx::query_scalar(
        "select aggregate_id from log.events where aggregate_type = 'email_reply' and sequence = 1 order by global_position",
    )
    .fetch_all(&ctx.log.pools.write)
    .await
    .unwrap();
    let ids: Vec<Uuid> = ids.iter().map(|id| id.parse().unwrap()).collect();
    let loaded = ctx.log.load_many::<EmailReply>(&ids).await.unwrap();
    ids.into_iter().zip(loaded.into_iter().map(|loaded| loaded.state)).collect()
}

fn answer(id: &str, message: Option<Uuid>, from: &str, more: &str, text: &str) -> String {
    let thread =
        message.map_or_else(String::new, |message| format!("In-Reply-To: <{message}@news.example.com>\n"));
    format!(
        "From: Ada Byron <{from}>\nTo: sales@news.example.com\nSubject: Re: Offer\nMessage-ID: <{id}@a.example>\n{thread}{more}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
}

async fn is_suppressed(ctx: &Context) -> bool {
    let asked = Contacted { email: Some(ADDRESS.into()), ..Contacted::default() };
    !suppressed(&ctx.log.pools.write, &ctx.log.blind, &[asked], ctx.now()).await.unwrap().is_empty()
}

#[tokio::test]
async fn a_reply_is_matched_by_its_thread_and_comes_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, ADDRESS).await;
    let message = mail(&t.ctx, ada).await;
    let raw = answer("1", Some(message), "ada@home.example", "", "Yes, call me.");
    take_in(&t.ctx, &raw).await;
    take_in(&t.ctx, &raw).await;
    let all = replies(&t.ctx).await;
    assert_eq!(all.len(), 1);
    let (_, reply) = &all[0];
    assert_eq!(
        (reply.contact, reply.message, reply.matched),
        (Some(ada), Some(message), Some(Matched::Thread))
    );
    assert_eq!((reply.kind, reply.done), (Some(ReplyKind::Person), false));
    assert_eq!(
        (reply.who.address.as_str(), reply.words.text.as_str()),
        ("ada@home.example", "Yes, call me.")
    );
    let stored: String = sqlx::query_scalar("select string_agg(payload::text, ' ') from log.events")
        .fetch_one(&t.ctx.log.pools.write)
        .await
        .unwrap();
    assert!(!stored.contains("call me") && !stored.contains("home.example"), "sealed");
}

#[tokio::test]
async fn who_wrote_lately_is_probably_meant_and_a_stranger_is_nobody() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, ADDRESS).await;
    mail(&t.ctx, ada).await;
    take_in(&t.ctx, &answer("1", None, ADDRESS, "", "About your mail")).await;
    take_in(&t.ctx, &answer("2", None, "stranger@x.example", "", "Buy this")).await;
    let all = replies(&t.ctx).await;
    assert_eq!((all[0].1.matched, all[0].1.contact), (Some(Matched::Address), Some(ada)));
    assert_eq!((all[1].1.matched, all[1].1.contact), (Some(Matched::None), None));
}

#[tokio::test]
async fn out_of_office_is_no_reply_and_a_wish_to_leave_is_granted() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, ADDRESS).await;
    let message = mail(&t.ctx, ada).await;
    let away =
        answer("1", Some(message), ADDRESS, "Auto-Submitted: auto-replied\n", "Back on 12 March 2027.");
    take_in(&t.ctx, &away).await;
    assert!(!is_suppressed(&t.ctx).await);
    take_in(&t.ctx, &answer("2", Some(message), ADDRESS, "", "Unsubscribe")).await;
    assert!(is_suppressed(&t.ctx).await);
    let all = replies(&t.ctx).await;
    assert_eq!((all[0].1.kind, all[0].1.done), (Some(ReplyKind::Automatic), true));
    assert_eq!((all[1].1.kind, all[1].1.done), (Some(ReplyKind::AsksToStop), true));
    let told = "select count(*) from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') s
                where s ->> 'k' = 'replied'";
    let count: i64 = sqlx::query_scalar(told).fetch_one(&t.ctx.log.pools.write).await.unwrap();
    assert_eq!(count, 1, "the second alone is a person's");
}

#[tokio::test]
async fn only_who_may_works_on_replies_and_only_they_are_given_any() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, ADDRESS).await;
    let message = mail(&t.ctx, ada).await;
    take_in(&t.ctx, &answer("1", Some(message), ADDRESS, "", "Hello")).await;
    let id = replies(&t.ctx).await[0].0;
    let manager = actor_of(&t.user("meg@example.com", Role::CampaignManager, None).await);
    let analyst = actor_of(&t.user("quinn@example.com", Role::QaAnalyst, None).await);
    assert_eq!(code(assign_reply(&t.ctx, &analyst, id, None).await), "forbidden");
    assert_eq!(code(finish_reply(&t.ctx, &analyst, id).await), "forbidden");
    assert_eq!(code(match_reply(&t.ctx, &analyst, id, ada).await), "forbidden");
    let given = assign_reply(&t.ctx, &manager, id, Some(manager.user_id)).await.unwrap();
    assert_eq!(given.state.assignee, Some(manager.user_id));
    assert_eq!(code(assign_reply(&t.ctx, &manager, id, Some(analyst.user_id)).await), "ASSIGNEE_NOT_FOUND");
    assert!(finish_reply(&t.ctx, &manager, id).await.unwrap().state.done);
    assert!(finish_reply(&t.ctx, &manager, id).await.unwrap().position.is_none());
    assert!(!reopen_reply(&t.ctx, &manager, id).await.unwrap().state.done);
    assert_eq!(code(finish_reply(&t.ctx, &manager, Uuid::from_u128(9)).await), "not found");
    assert_eq!(code(match_reply(&t.ctx, &manager, id, Uuid::from_u128(9)).await), "CONTACT_NOT_FOUND");
    let bob = contact(&t.ctx, "bob@example.com").await;
    assert_eq!(match_reply(&t.ctx, &manager, id, bob).await.unwrap().state.contact, Some(bob));
}

#[tokio::test]
async fn replies_go_with_the_person_whoever_they_were_said_to_be() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx, ADDRESS).await;
    take_in(&t.ctx, &answer("1", None, "ada@home.example", "", "It is me")).await;
    take_in(&t.ctx, &answer("2", None, "bob@example.com", "", "It is me")).await;
    let ids: Vec<Uuid> = replies(&t.ctx).await.into_iter().map(|(id, _)| id).collect();
    match_reply(&t.ctx, &system(), ids[0], ada).await.unwrap();
    let values = BTreeSet::from([ADDRESS.to_owned()]);
    forget(&t.ctx, ada, &values).await.unwrap();
    forget(&t.ctx, ada, &values).await.unwrap();
    let all = replies(&t.ctx).await;
    assert!(all[0].1.forgotten && all[0].1.words.text.is_empty());
    assert_eq!((all[1].1.forgotten, all[1].1.words.text.as_str()), (false, "It is me"));
    forget(&t.ctx, Uuid::from_u128(9), &BTreeSet::from(["BOB@example.com".to_owned()])).await.unwrap();
    assert!(replies(&t.ctx).await[1].1.forgotten, "by the address it came from");
}
