//! Keeps requests for pixels and links, many in one statement: whoever follows a link does not wait for a disk.

use std::time::Duration;

use pivotal_domain::email::tracking::machine::Method;
use sqlx::PgPool;
use tokio::sync::mpsc;

use super::seen::Hit;

/// Hits that may wait to be kept. More of them than a database can take at once are lost, and counted.
const WAITING: usize = 20_000;
/// Of one statement.
const TOGETHER: usize = 500;
/// How long a hit waits for others.
const GATHER: Duration = Duration::from_millis(20);
/// How often a statement is tried.
const TRIES: usize = 5;

/// Where doors put them. Cheap to clone; what is put in is kept until the last clone is dropped.
#[derive(Debug, Clone)]
pub struct Hits(mpsc::Sender<Hit>);

impl Hits {
    /// Starts the task that keeps them.
    pub fn start(pool: PgPool) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        tokio::spawn(keep_all(pool, receiver));
        Hits(sender)
    }

    /// Returns at once.
    pub fn note(&self, hit: Hit) {
        if self.0.try_send(hit).is_err() {
            metrics::counter!("pivotal_email_hits_lost_total").increment(1);
        }
    }
}

async fn keep_all(pool: PgPool, mut receiver: mpsc::Receiver<Hit>) {
    let mut hits = Vec::with_capacity(TOGETHER);
    while receiver.recv_many(&mut hits, TOGETHER).await > 0 {
        if hits.len() < TOGETHER {
            tokio::time::sleep(GATHER).await;
            while hits.len() < TOGETHER {
                let Ok(hit) = receiver.try_recv() else { break };
                hits.push(hit);
            }
        }
        let mut wait = GATHER;
        for left in (0..TRIES).rev() {
            match keep(&pool, &hits).await {
                Ok(()) => break,
                Err(error) if left == 0 => {
                    metrics::counter!("pivotal_email_hits_lost_total").increment(hits.len() as u64);
                    tracing::warn!(%error, hits = hits.len(), "opens and clicks could not be kept");
                }
                Err(_) => {
                    tokio::time::sleep(wait).await;
                    wait *= 4;
                }
            }
        }
        hits.clear();
    }
}

/// Keeps them now.
pub async fn keep(pool: &PgPool, hits: &[Hit]) -> Result<(), sqlx::Error> {
    let of = |method: Method| match method {
        Method::Get => "get",
        Method::Head => "head",
        Method::Other => "other",
    };
    let agents: Vec<Option<String>> = hits.iter().map(|hit| hit.agent.clone()).collect();
    let agent_keys: Vec<Option<Vec<u8>>> =
        hits.iter().map(|hit| hit.agent_key.map(|key| key.0.to_vec())).collect();
    let links: Vec<Option<i32>> = hits.iter().map(|hit| hit.link.map(i32::from)).collect();
    sqlx::query(
        "insert into mail.hits (kind, campaign, message, link, at, method, agent, agent_key, net, net_key, marks)
         select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::integer[], $5::timestamptz[], $6::text[], $7::text[],
           $8::bytea[], $9::text[], $10::bytea[], $11::smallint[])",
    )
    .bind(hits.iter().map(|hit| hit.kind.as_str()).collect::<Vec<_>>())
    .bind(hits.iter().map(|hit| hit.campaign).collect::<Vec<_>>())
    .bind(hits.iter().map(|hit| hit.message).collect::<Vec<_>>())
    .bind(links)
    .bind(hits.iter().map(|hit| hit.at).collect::<Vec<_>>())
    .bind(hits.iter().map(|hit| of(hit.method)).collect::<Vec<_>>())
    .bind(agents)
    .bind(agent_keys)
    .bind(hits.iter().map(|hit| hit.net).collect::<Vec<_>>())
    .bind(hits.iter().map(|hit| hit.net_key.0.to_vec()).collect::<Vec<_>>())
    .bind(hits.iter().map(|hit| i16::from(hit.marks)).collect::<Vec<_>>())
    .execute(pool)
    .await?;
    Ok(())
}
