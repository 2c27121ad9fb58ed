//! P9: what a provider tells of the mails of a campaign, in posts of a thousand events with real signatures, some of them delivered
//! again; from the first post until every event shows, beside a batch insert of as many rows.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pivotal_domain::email::webhooks::event::REFERENCE;
use pivotal_domain::email::webhooks::signature::sendgrid::{SIGNATURE_HEADER, TIMESTAMP_HEADER};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::Bench;
use crate::report::{Measured, Spread, say};

/// Events of a post.
const POST: usize = 1_000;
/// One post in so many is delivered twice.
const AGAIN: usize = 10;
/// Posts on their way at once.
const AT_ONCE: usize = 4;
const SHOWN_WITHIN: Duration = Duration::from_secs(900);
const POLL: Duration = Duration::from_millis(100);
const WANTED: f64 = 0.25;

/// What stands before the point in the DER of a public key on P-256 (RFC 5480).
const HEAD: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// Of mails of the campaign: how many were accepted and delivered, and nothing waits to be read.
const SHOWN: &str = "select coalesce(sum(messages) filter (where kind = 'accepted'), 0)::bigint, coalesce(sum(messages) filter (where kind = 'delivered'), 0)::bigint,
       (select count(*) from mail.inbox)
     from read.email_response_counts where campaign_id = $1";

/// Signs as the provider does.
pub struct Signer {
    key: EcdsaKeyPair,
}

impl Signer {
    pub fn new() -> anyhow::Result<Signer> {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING);
        Ok(Signer { key: key.ok().context("no key can be made")? })
    }

    /// The setting by which the product knows the signature.
    pub fn setting(&self) -> (String, String) {
        let mut der = HEAD.to_vec();
        der.extend_from_slice(self.key.public_key().as_ref());
        ("PIVOTAL_MAIL_GRID_WEBHOOK_KEY".to_owned(), STANDARD.encode(der))
    }

    fn sign(&self, body: String) -> anyhow::Result<Post> {
        let timestamp = chrono::Utc::now().timestamp().to_string();
        let message = [timestamp.as_bytes(), body.as_bytes()].concat();
        let signature =
            self.key.sign(&SystemRandom::new(), &message).ok().context("nothing can be signed")?;
        Ok(Post { timestamp, signature: STANDARD.encode(signature), body })
    }
}

#[derive(Debug, Clone)]
struct Post {
    timestamp: String,
    signature: String,
    body: String,
}

/// An event, as it is written to the table of the reference.
struct Event {
    key: String,
    message: Uuid,
    kind: &'static str,
}

pub async fn measure(
    bench: &mut Bench,
    signer: &Signer,
    campaign: Uuid,
    runs: usize,
) -> anyhow::Result<Measured> {
    let sql = "select message from guard.email_recipients where campaign = $1 and state = 'sent' and message is not null order by message";
    let messages: Vec<Uuid> = sqlx::query_scalar(sql).bind(campaign).fetch_all(&mut bench.connection).await?;
    ensure!(!messages.is_empty(), "no mail was sent that could be told of");
    let (mut ours, mut reference, mut told, mut count) = (Vec::new(), Vec::new(), 0, 0);
    for part in messages.chunks(messages.len().div_ceil(runs.clamp(1, 3))) {
        let events: Vec<Event> = part.iter().flat_map(|message| events(*message)).collect();
        let mut posts = Vec::new();
        for (number, chunk) in events.chunks(POST).enumerate() {
            let post = signer.sign(Value::Array(chunk.iter().map(Event::body).collect()).to_string())?;
            if number.is_multiple_of(AGAIN) {
                posts.push(post.clone());
            }
            posts.push(post);
        }
        let again = posts.len() - events.len().div_ceil(POST);
        told += i64::try_from(part.len())?;
        let began = Instant::now();
        send(&bench.product.url, posts).await?;
        let taken = began.elapsed().as_secs_f64();
        shown(&mut bench.connection, campaign, told).await?;
        let took = began.elapsed().as_secs_f64();
        let inserted = insert(&mut bench.connection, &events).await?;
        let (rate, bare) = (events.len() as f64 / took, events.len() as f64 / inserted);
        say(&format!(
            "P9: {} events ({again} posts twice) taken in {taken:.1} s, all shown in {took:.1} s, {rate:.0}/s; insert {bare:.0}/s",
            events.len()
        ));
        ours.push(rate);
        reference.push(bare);
        count += events.len();
    }
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    Ok(Measured {
        bar: "P9",
        what: format!(
            "{count} events of a provider in signed posts of {POST}, one in {AGAIN} twice, first post to all of them shown; counts exact"
        ),
        ours: ours.show("events/s", 0),
        reference: format!("batch insert of as many rows {}", reference.show("/s", 0)),
        ratio: format!("{ratio:.2}x"),
        wanted: ">= 0.25x",
        met: Some(ratio >= WANTED),
    })
}

/// What is told of each mail.
fn events(message: Uuid) -> [Event; 2] {
    ["processed", "delivered"].map(|kind| Event { key: Uuid::now_v7().simple().to_string(), message, kind })
}

impl Event {
    /// In the provider's own form.
    fn body(&self) -> Value {
        json!({
            "email": "somebody@company.test",
            "timestamp": chrono::Utc::now().timestamp(),
            "event": self.kind,
            "sg_event_id": self.key,
            "sg_message_id": format!("{}.recvd-5f6b4c7d9-abcde-1-65A1B2C3-4.0", self.message.simple()),
            "smtp-id": format!("<{}@norhavn.example>", self.message),
            "response": "250 2.0.0 OK",
            REFERENCE: self.message,
        })
    }
}

/// All of them, some at a time; each must be taken.
async fn send(url: &str, posts: Vec<Post>) -> anyhow::Result<()> {
    let http = reqwest::Client::builder().tcp_nodelay(true).build()?;
    let (posts, next) = (Arc::new(posts), Arc::new(AtomicUsize::new(0)));
    let address = format!("{url}/webhooks/email/sendgrid/grid");
    let tasks = (0..AT_ONCE).map(|_| {
        let (http, posts, next, address) = (http.clone(), posts.clone(), next.clone(), address.clone());
        tokio::spawn(async move {
            while let Some(post) = posts.get(next.fetch_add(1, Ordering::Relaxed)) {
                let asked = http
                    .post(&address)
                    .header("content-type", "application/json")
                    .header(SIGNATURE_HEADER, &post.signature)
                    .header(TIMESTAMP_HEADER, &post.timestamp)
                    .body(post.body.clone());
                asked.send().await?.error_for_status()?;
            }
            anyhow::Ok(())
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await??;
    }
    Ok(())
}

/// Waits until so many mails are told as accepted and as delivered, and no more.
async fn shown(connection: &mut PgConnection, campaign: Uuid, wanted: i64) -> anyhow::Result<()> {
    let began = Instant::now();
    loop {
        let seen: (i64, i64, i64) = sqlx::query_as(SHOWN).bind(campaign).fetch_one(&mut *connection).await?;
        if seen == (wanted, wanted, 0) {
            return Ok(());
        }
        let (accepted, delivered, waiting) = seen;
        ensure!(
            began.elapsed() < SHOWN_WITHIN && accepted <= wanted && delivered <= wanted,
            "of {wanted} mails {accepted} are told as accepted and {delivered} as delivered, {waiting} posts wait"
        );
        tokio::time::sleep(POLL).await;
    }
}

/// Seconds that inserting the same events takes, a thousand at a time, each durable.
async fn insert(connection: &mut PgConnection, events: &[Event]) -> anyhow::Result<f64> {
    sqlx::raw_sql("drop table if exists public.bench_events; create table public.bench_events (key text primary key, message uuid not null, kind text not null, at timestamptz not null); create index on public.bench_events (message)")
        .execute(&mut *connection)
        .await?;
    let began = Instant::now();
    for chunk in events.chunks(POST) {
        let keys: Vec<&str> = chunk.iter().map(|event| event.key.as_str()).collect();
        let messages: Vec<Uuid> = chunk.iter().map(|event| event.message).collect();
        let kinds: Vec<&str> = chunk.iter().map(|event| event.kind).collect();
        let sql = "insert into public.bench_events (key, message, kind, at) select u.key, u.message, u.kind, now() from unnest($1::text[], $2::uuid[], $3::text[]) as u(key, message, kind)";
        sqlx::query(sql).bind(&keys).bind(&messages).bind(&kinds).execute(&mut *connection).await?;
    }
    let took = began.elapsed().as_secs_f64();
    sqlx::raw_sql("drop table public.bench_events").execute(&mut *connection).await?;
    Ok(took)
}
