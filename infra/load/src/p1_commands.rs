//! P1: commands per second, 16 at once, one event each, durable, through the whole use case: authorise, look up, load,
//! decide, guard, idempotency, seal, append. Beside the stock repository, which does the append alone.

use std::sync::Arc;
use std::time::{Duration, Instant};

use cqrs_es::CqrsFramework;
use cqrs_es::persist::PersistedEventStore;
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::context::Context;
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::identity::actor::Actor;
use pivotal_infra::embedded_postgres::{EmbeddedPostgres, PostgresSettings};
use pivotal_log::clock::SystemClock;
use pivotal_log::event_log::EventLog;
use pivotal_log::master_key::MasterKey;
use pivotal_log::pools::Pools;
use postgres_es::PostgresEventRepository;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::report::{Measured, Spread, say};

const AT_ONCE: usize = 16;
const FOR: Duration = Duration::from_secs(4);

pub async fn measure(runs: usize) -> anyhow::Result<Measured> {
    let directory = std::env::temp_dir().join(format!("pivotal-load-p1-{}", std::process::id()));
    let postgres = EmbeddedPostgres::start(&directory, PostgresSettings::default()).await?;
    let pools = Pools::connect(&postgres.url(), 20, 2)?;
    sqlx::migrate!("../../migrations").run(&pools.write).await?;
    sqlx::raw_sql("create schema stock; create table stock.events (like log.events including all); alter table stock.events drop column global_position, drop column recorded_at, drop column txid, drop column subject_id").execute(&pools.write).await?;
    let (mut ours, mut stock) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        let (one, other) = (commands(&pools, run).await?, stock_commands(&postgres.url(), run).await?);
        say(&format!("P1 run {run}: {one:.0} commands/s, stock {other:.0}/s"));
        ours.push(one);
        stock.push(other);
    }
    pools.write.close().await;
    postgres.stop().await;
    let _ = std::fs::remove_dir_all(directory);
    let (ours, stock) = (Spread::of(ours), Spread::of(stock));
    let ratio = ours.median / stock.median;
    Ok(Measured {
        bar: "P1",
        what: "contacts created, 16 at once, 28 fields, sealed, guarded, with idempotency key".into(),
        ours: ours.show("commands/s", 0),
        reference: format!("stock postgres-es, append alone: {}", stock.show("/s", 0)),
        ratio: format!("{ratio:.2}x"),
        wanted: ">= 2x",
        met: Some(ratio >= 2.0),
    })
}

async fn commands(pools: &Pools, run: usize) -> anyhow::Result<f64> {
    let log = EventLog::start(pools.clone(), &MasterKey::from_bytes([7; 32]), Arc::new(Vec::new()));
    let ctx = Context { log, clock: Arc::new(SystemClock), blobs: Arc::new(InMemoryBlobStore::default()) };
    let began = Instant::now();
    let tasks = (0..AT_ONCE).map(|task| {
        let ctx = ctx.clone();
        tokio::spawn(async move {
            let mut done = 0u64;
            while began.elapsed() < FOR {
                let input = CreateContact {
                    fields: full(&format!("{run}.{task}.{done}")),
                    account_id: None,
                    idempotency_key: Some(format!("{run}:{task}:{done}")),
                };
                create_contact(&ctx, &Actor::system("api"), input).await?;
                done += 1;
            }
            anyhow::Ok(done)
        })
    });
    let mut done = 0;
    for task in tasks.collect::<Vec<_>>() {
        done += task.await??;
    }
    Ok(done as f64 / began.elapsed().as_secs_f64())
}

async fn stock_commands(url: &str, run: usize) -> anyhow::Result<f64> {
    let pool = sqlx::postgres::PgPoolOptions::new()
        .max_connections(AT_ONCE as u32)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::Executor::execute(connection, "set search_path = stock").await.map(|_| ())
            })
        })
        .connect(url)
        .await?;
    let began = Instant::now();
    let tasks = (0..AT_ONCE).map(|task| {
        let pool = pool.clone();
        tokio::spawn(async move {
            let store = PersistedEventStore::<PostgresEventRepository, Contact>::new_event_store(
                PostgresEventRepository::new(pool),
            );
            let cqrs = CqrsFramework::new(store, vec![], ());
            let mut done = 0u64;
            while began.elapsed() < FOR {
                let values = full(&format!("{run}.{task}.{done}"))
                    .into_iter()
                    .map(|(key, value)| {
                        (
                            key,
                            Candidate::given(value.as_str().unwrap_or_default().into(), WriteRule::Overwrite),
                        )
                    })
                    .collect();
                let write = Write { source: Source::Api, at: chrono::Utc::now(), values };
                cqrs.execute(&Uuid::now_v7().to_string(), ContactCommand::Create { write, account: None })
                    .await?;
                done += 1;
            }
            anyhow::Ok(done)
        })
    });
    let mut done = 0;
    for task in tasks.collect::<Vec<_>>() {
        done += task.await??;
    }
    Ok(done as f64 / began.elapsed().as_secs_f64())
}

/// A full record: 25 fields and 3 custom ones.
fn full(tag: &str) -> Map<String, Value> {
    let fields = json!({
        "email": format!("ada.{tag}@norhavn.test"), "first_name": "Ada", "middle_name": "M", "last_name": "Vester", "full_name": "Ada M Vester", "salutation": "Ms",
        "job_title": "VP Operations", "seniority_level": "VP", "department": "Operations", "secondary_emails": format!("ada.{tag}@example.com"),
        "direct_phone": "+1 202 555 0123", "mobile_phone": "+1 202 555 0124", "secondary_phones": "+1 202 555 0125", "address_street": "1 Harbour Road", "city": "Washington",
        "state": "DC", "postal_code": "20001", "country": "US", "timezone": "America/New_York", "language": "en", "linkedin_url": format!("https://www.linkedin.com/in/ada-{}", tag.replace('.', "-")),
        "intent_topics": "freight;customs", "tags": "vip", "consent_basis": "legitimate_interest", "lifecycle": "lead",
        "custom.fleet_size": "312", "custom.region": "East", "custom.note": "met at the expo",
    });
    fields.as_object().cloned().unwrap_or_default()
}
