//! What comes back takes effect at once, once, and for nobody else.

mod later;

use chrono::Duration;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::state::Channel as Through;
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::email::tracking::machine::Method;
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_domain::email::tracking::unsubscribe::token;
use pivotal_domain::email::tracking::verp::{self, Purpose};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_domain::suppression::suppressions::key::{Kind as Of, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, Lane};
use serde_json::json;
use uuid::Uuid;

use super::fetch::fetch;
use super::hits;
use super::inbox::{Source, keep};
use super::intake::{Intake, Step};
use super::seen::{Hit, Of as OfMail, Request};
use super::told_by;
use super::unsubscribe::{Choice, holder, leave};
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::context::Context;
use crate::email::senders::brands::create_brand;
use crate::identity::testing::{Setup, system};
use crate::ports::inbound_mailbox::WrittenMailbox;
use crate::suppression::guard::{Contacted, Suppressed, hash, suppressed};

const ADDRESS: &str = "ada@example.com";
const CAMPAIGN: Uuid = Uuid::from_u128(0xc1);

fn key() -> TrackingKey {
    TrackingKey::new(&[9; 32])
}

async fn contact(ctx: &Context) -> Uuid {
    let fields = json!({ "email": ADDRESS, "full_name": "Ada Byron" }).as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

/// A mail to the address, in this state.
async fn mail(ctx: &Context, contact: Uuid, state: &str) -> Uuid {
    let message = Uuid::now_v7();
    let address = SuppressedKey::parse(Of::Email, ADDRESS, None).unwrap();
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, domain, variant, due_at, message, marked_at, touched_at)
         values ($1, $2, 1, $3, $4, 'example.com', 0, $5, $6, $5, $5)",
    )
    .bind(CAMPAIGN)
    .bind(contact)
    .bind(state)
    .bind(hash(&ctx.log.blind, &address))
    .bind(ctx.now())
    .bind(message)
    .execute(&ctx.log.pools.write)
    .await
    .unwrap();
    message
}

/// As SendGrid tells it of the mail.
async fn told(ctx: &Context, message: Uuid, id: &str, more: serde_json::Value) {
    let mut event = json!({
        "email": ADDRESS, "timestamp": ctx.now().timestamp(), "sg_event_id": id, "pivotal_email": message.to_string(),
    });
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let body = serde_json::to_vec(&json!([event])).unwrap();
    assert!(keep(ctx, Source::SendGrid, "main", None, &body).await.unwrap());
}

async fn came(ctx: &Context, raw: &str) {
    keep(ctx, Source::Mail, "main", None, raw.replace('\n', "\r\n").as_bytes()).await.unwrap();
}

async fn take_in(ctx: &Context) {
    let mut intake = Intake::new(ctx.clone(), key());
    loop {
        match intake.step().await.unwrap() {
            Step::Worked => {}
            Step::Idle => return,
            // The one before lets go of the lock when its connection is seen to be gone.
            Step::Standby => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
        }
    }
}

async fn count(ctx: &Context, sql: &str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&ctx.log.pools.write).await.unwrap()
}

/// Signals of a kind in the log.
async fn signals(ctx: &Context, kind: Kind) -> i64 {
    let sql = format!(
        "select count(*) from log.facts f, json_array_elements(f.payload -> 'EmailSignalsRecorded' -> 'signals') s
         where f.kind = 'email_signals_recorded' and s ->> 'k' = '{}'",
        kind.as_str()
    );
    count(ctx, &sql).await
}

async fn held(ctx: &Context, brand: Option<Uuid>) -> Vec<Suppressed> {
    let asked = Contacted { email: Some(ADDRESS.into()), brand, ..Contacted::default() };
    suppressed(&ctx.log.pools.write, &ctx.log.blind, &[asked], ctx.now()).await.unwrap()
}

async fn reasons(ctx: &Context) -> Vec<Reason> {
    held(ctx, None).await.into_iter().map(|held| held.reason).collect()
}

async fn consent(ctx: &Context, contact: Uuid) -> Option<Standing> {
    let consent = ctx.log.load::<Consent>(id_of(contact)).await.unwrap().state;
    consent.current(Channel::Email).map(|statement| statement.standing())
}

#[tokio::test]
async fn a_hard_bounce_suppresses_the_address_and_says_so_on_the_contact_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let bounce = json!({ "event": "bounce", "type": "bounce", "status": "5.1.1", "reason": "550 5.1.1 <ada@example.com> User unknown" });
    for _ in 0..2 {
        told(&t.ctx, message, "e1", bounce.clone()).await;
        take_in(&t.ctx).await;
    }
    assert_eq!(signals(&t.ctx, Kind::BouncedHard).await, 1, "told twice, written once");
    assert_eq!(reasons(&t.ctx).await, [Reason::HardBounce]);
    let record = t.ctx.log.load::<Contact>(ada).await.unwrap().state.record;
    assert_eq!(record.text("email_verification_status"), Some("invalid"));
    assert_eq!(record.text("email_verification_reason"), Some("bounced"));
    assert_eq!(consent(&t.ctx, ada).await, None, "a dead address says nothing of what they want");
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox").await, 0);
    let words: String = sqlx::query_scalar("select words from mail.signal_words")
        .fetch_one(&t.ctx.log.pools.write)
        .await
        .unwrap();
    assert!(words.contains("User unknown") && !words.contains(ADDRESS), "{words}");
}

#[tokio::test]
async fn whoever_complains_gets_nothing_more() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    told(&t.ctx, message, "e1", json!({ "event": "spamreport" })).await;
    take_in(&t.ctx).await;
    assert_eq!(reasons(&t.ctx).await, [Reason::Complaint]);
    assert_eq!(consent(&t.ctx, ada).await, Some(Standing::Withdrawn));
}

#[tokio::test]
async fn what_is_told_of_a_mail_that_is_being_handed_over_waits_for_its_outcome() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sending").await;
    told(&t.ctx, message, "e1", json!({ "event": "delivered" })).await;
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Delivered).await, 0);
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox").await, 1);
    let settled = "update guard.email_recipients set state = 'sent'";
    sqlx::query(settled).execute(&t.ctx.log.pools.write).await.unwrap();
    t.test.clock.advance(Duration::seconds(6));
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Delivered).await, 1);
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox").await, 0);
}

#[tokio::test]
async fn a_signal_settles_what_nobody_knew() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "unknown").await;
    told(&t.ctx, message, "e1", json!({ "event": "dropped", "reason": "Bounced Address" })).await;
    take_in(&t.ctx).await;
    let unknown = "select count(*) from guard.email_recipients where state = 'unknown'";
    assert_eq!(count(&t.ctx, unknown).await, 1, "what was dropped never left");
    told(&t.ctx, message, "e2", json!({ "event": "delivered" })).await;
    take_in(&t.ctx).await;
    let sent = "select count(*) from guard.email_recipients where state = 'sent'";
    assert_eq!(count(&t.ctx, sent).await, 1);
    let told_of = "select count(*) from log.facts where kind = 'email_outcomes_recorded'";
    assert_eq!(count(&t.ctx, told_of).await, 1);
}

#[tokio::test]
async fn mails_that_come_back_again_and_again_rest_the_address() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let soft =
        json!({ "event": "bounce", "type": "bounce", "status": "4.2.2", "reason": "452 4.2.2 over quota" });
    for n in 0..5 {
        assert!(reasons(&t.ctx).await.is_empty(), "after {n}");
        told(&t.ctx, message, &format!("e{n}"), soft.clone()).await;
        take_in(&t.ctx).await;
        t.test.clock.advance(Duration::days(2));
    }
    let held = held(&t.ctx, None).await;
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].reason, Reason::SoftBounces);
    assert!(held[0].until.is_some());
    told(&t.ctx, message, "late", json!({ "event": "delivered" })).await;
    take_in(&t.ctx).await;
    assert_eq!(
        count(&t.ctx, "select count(*) from jobs.email_soft_bounces").await,
        0,
        "a delivery forgets them"
    );
}

#[tokio::test]
async fn a_report_that_anybody_can_write_about_a_mail_of_nobody_suppresses_nobody() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let report = |id: &str| {
        format!(
            "From: mailer-daemon@mx.example.com\nTo: bounces@news.example.com\nSubject: Undelivered\nMessage-ID: <r-{id}@mx.example.com>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\nNo.\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; {ADDRESS}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{id}@news.example.com>\nSubject: Hello\n\n--x--\n"
        )
    };
    came(&t.ctx, &report(&Uuid::now_v7().to_string())).await;
    take_in(&t.ctx).await;
    assert!(reasons(&t.ctx).await.is_empty());
    let message = mail(&t.ctx, ada, "sent").await;
    came(&t.ctx, &report(&message.to_string())).await;
    take_in(&t.ctx).await;
    assert_eq!(reasons(&t.ctx).await, [Reason::HardBounce], "of a mail that there is");
}

#[tokio::test]
async fn looking_changes_nothing_and_leaving_holds_at_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let mine = token(CAMPAIGN, message, &key());
    assert!(holder(&t.ctx, &key(), &mine).await.unwrap().is_some());
    assert!(reasons(&t.ctx).await.is_empty());
    let elsewhere = token(Uuid::from_u128(7), message, &key());
    let forged = token(CAMPAIGN, message, &TrackingKey::new(&[1; 32]));
    for wrong in [elsewhere.as_str(), forged.as_str(), "", "x"] {
        assert!(leave(&t.ctx, &key(), wrong, Choice::Everything).await.unwrap().is_none(), "{wrong}");
    }
    assert!(reasons(&t.ctx).await.is_empty());
    for _ in 0..2 {
        assert!(leave(&t.ctx, &key(), &mine, Choice::Everything).await.unwrap().is_some());
    }
    assert_eq!(reasons(&t.ctx).await, [Reason::Unsubscribed]);
    assert_eq!(signals(&t.ctx, Kind::Unsubscribed).await, 1);
    assert_eq!(consent(&t.ctx, ada).await, Some(Standing::Withdrawn));
}

#[tokio::test]
async fn whoever_leaves_while_their_mail_is_handed_over_is_left_alone_at_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sending").await;
    let mine = token(CAMPAIGN, message, &key());
    assert!(leave(&t.ctx, &key(), &mine, Choice::Everything).await.unwrap().is_some());
    assert_eq!(reasons(&t.ctx).await, [Reason::Unsubscribed]);
    assert_eq!(signals(&t.ctx, Kind::Unsubscribed).await, 0, "told when it is settled");
    let settled = "update guard.email_recipients set state = 'sent'";
    sqlx::query(settled).execute(&t.ctx.log.pools.write).await.unwrap();
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Unsubscribed).await, 1);
}

#[tokio::test]
async fn one_brand_can_be_left_without_the_others() {
    let t = Setup::new().await;
    let look = Look { name: "Norhavn".into(), ..Look::default() };
    let brand = create_brand(&t.ctx, &system(), look, None).await.unwrap().id;
    let created = CampaignEvent::CampaignCreated {
        at: t.ctx.now(),
        channel: Through::Email,
        name: "Spring".into(),
        owner: Uuid::from_u128(1),
        client: None,
        brand,
        copied_from: None,
    };
    let mut append = Append::new(Lane::Interactive);
    append.events::<Campaign>(CAMPAIGN, 0, vec![created], &told_by("test")).unwrap();
    t.ctx.log.append(append).await.unwrap();
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let mine = token(CAMPAIGN, message, &key());
    let left = leave(&t.ctx, &key(), &mine, Choice::Brand).await.unwrap().unwrap();
    assert_eq!(left.brand.map(|brand| brand.name).as_deref(), Some("Norhavn"));
    assert!(held(&t.ctx, None).await.is_empty(), "others may still write");
    let own = held(&t.ctx, Some(brand)).await;
    assert_eq!((own.len(), own[0].reach), (1, Reach::Brand(brand)));
    assert_eq!(consent(&t.ctx, ada).await, None);
}

#[tokio::test]
async fn opens_and_clicks_are_kept_without_an_address_and_let_in_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let hit = |kind: Kind, link: Option<u16>| {
        let request = Request {
            ip: "192.0.2.7".parse().ok(),
            method: Method::Get,
            user_agent: Some("Mozilla/5.0 (X11)".into()),
            marks: 3,
        };
        let of = OfMail { kind, campaign: CAMPAIGN, message, link };
        Hit::of(&t.ctx.log.blind, of, request, t.ctx.now())
    };
    let both = [hit(Kind::Opened, None), hit(Kind::Clicked, Some(2))];
    hits::keep(&t.ctx.log.pools.write, &both).await.unwrap();
    take_in(&t.ctx).await;
    assert_eq!((signals(&t.ctx, Kind::Opened).await, signals(&t.ctx, Kind::Clicked).await), (1, 1));
    assert_eq!(count(&t.ctx, "select count(*) from mail.hits").await, 0);
    assert_eq!(count(&t.ctx, "select count(*) from guard.email_user_agents").await, 1);
    let told: String = sqlx::query_scalar("select string_agg(payload::text, ' ') from log.facts")
        .fetch_one(&t.ctx.log.pools.write)
        .await
        .unwrap();
    assert!(!told.contains("192.0.2") && !told.contains(ADDRESS), "{told}");
    // A mail that never left has no hits.
    let nobody = Uuid::now_v7();
    let stranger = Hit { message: nobody, ..hit(Kind::Opened, None) };
    hits::keep(&t.ctx.log.pools.write, &[stranger]).await.unwrap();
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Opened).await, 1);
    assert_eq!(count(&t.ctx, "select count(*) from mail.hits").await, 0);
}

#[tokio::test]
async fn what_cannot_be_read_is_set_aside_and_holds_nothing_up() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    keep(&t.ctx, Source::SendGrid, "main", None, b"{").await.unwrap();
    told(&t.ctx, message, "e1", json!({ "event": "delivered" })).await;
    told(&t.ctx, message, "e2", json!({ "event": "something_new" })).await;
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Delivered).await, 1);
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox where parked is not null").await, 1);
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox where parked is null").await, 0);
}

#[tokio::test]
async fn a_program_that_leaves_for_somebody_is_heard() {
    let t = Setup::new().await;
    let message = mail(&t.ctx, contact(&t.ctx).await, "sent").await;
    let to = verp::address(Purpose::Unsubscribe, message, &key(), "b.example");
    came(&t.ctx, &format!("From: ada@home.example\nTo: {to}\nSubject: unsubscribe\nMessage-ID: <9@home.example>\nAuto-Submitted: auto-generated\n\nPlease\n")).await;
    take_in(&t.ctx).await;
    assert_eq!(reasons(&t.ctx).await, [Reason::Unsubscribed]);
}

#[tokio::test]
async fn what_cannot_be_written_takes_nothing_with_it() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    for sql in [
        "create function mail.refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$",
        "create trigger refused before insert on log.facts for each row when (new.payload::text like '%\"deferred\"%') execute function mail.refuse()",
    ] {
        sqlx::query(sql).execute(&t.ctx.log.pools.write).await.unwrap();
    }
    told(&t.ctx, message, "e1", json!({ "event": "deferred", "response": "451 later" })).await;
    told(&t.ctx, message, "e2", json!({ "event": "spamreport" })).await;
    take_in(&t.ctx).await;
    assert_eq!(reasons(&t.ctx).await, [Reason::Complaint]);
    assert_eq!(count(&t.ctx, "select count(*) from mail.inbox where tries = 1").await, 1, "it comes again");
}

#[tokio::test]
async fn a_mailbox_is_read_behind_what_was_read_and_each_mail_once() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let message = mail(&t.ctx, ada, "sent").await;
    let mailbox = WrittenMailbox::default();
    let raw = format!(
        "From: ada@home.example\nTo: us@news.example.com\nSubject: Re: Offer\nMessage-ID: <1@home.example>\nIn-Reply-To: <{message}@news.example.com>\n\nYes\n"
    );
    mailbox.put(3, &raw);
    assert_eq!(fetch(&t.ctx, "main", &mailbox).await.unwrap(), 1);
    assert_eq!(fetch(&t.ctx, "main", &mailbox).await.unwrap(), 0, "read already");
    // The same mail, in another place.
    mailbox.put(4, &raw);
    assert_eq!(fetch(&t.ctx, "main", &mailbox).await.unwrap(), 1);
    take_in(&t.ctx).await;
    assert_eq!(signals(&t.ctx, Kind::Replied).await, 1);
}
