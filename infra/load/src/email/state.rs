//! How a campaign stands in the guard, which is never late.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{bail, ensure};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::client::Client;

/// Its audience is taken, and it sends or did.
pub const RUNNING: &str =
    "exists (select from guard.email_campaigns where campaign = $1 and state in ('running', 'completed'))";
/// Of everybody it is told what became of them.
pub const SETTLED: &str = "not exists (select from guard.email_recipients where campaign = $1 and state = 'pending' and variant is not null)
     and not exists (select from guard.email_recipients where campaign = $1 and state = 'pending' and variant is null)
     and not exists (select from guard.email_recipients where campaign = $1 and state = 'sending')";
pub const COMPLETED: &str =
    "exists (select from guard.email_campaigns where campaign = $1 and state = 'completed')";

const POLL: Duration = Duration::from_millis(50);
const LEDGER: &str = "query($id: UUID!) { emailLedger(campaignId: $id) { audience pending handingOver sent excluded failed unknown balanced } }";

/// Waits until it is so.
pub async fn until(
    connection: &mut PgConnection,
    campaign: Uuid,
    condition: &str,
    patience: Duration,
) -> anyhow::Result<()> {
    let began = Instant::now();
    loop {
        let (done, state) = look(connection, campaign, condition).await?;
        if done {
            return Ok(());
        }
        match state.as_deref() {
            None => bail!("the launch of {campaign} failed; its page says why"),
            Some("paused") => bail!("{campaign} was paused by the product; its page says why"),
            Some(state) => {
                ensure!(began.elapsed() < patience, "{campaign} is {state} after {patience:?}: {condition}");
            }
        }
        tokio::time::sleep(POLL).await;
    }
}

/// Whether it is so, and the campaign's state.
pub async fn look(
    connection: &mut PgConnection,
    campaign: Uuid,
    condition: &str,
) -> anyhow::Result<(bool, Option<String>)> {
    let sql = format!("select ({condition}), (select state from guard.email_campaigns where campaign = $1)");
    Ok(sqlx::query_as(&sql).bind(campaign).fetch_one(connection).await?)
}

/// How many are in which state.
pub async fn counts(connection: &mut PgConnection, campaign: Uuid) -> anyhow::Result<BTreeMap<String, i64>> {
    let sql = "select state, count(*) from guard.email_recipients where campaign = $1 group by state";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).bind(campaign).fetch_all(connection).await?;
    Ok(rows.into_iter().collect())
}

/// What is wrong with the ledger that people see: it must add up, have nobody left, and say what the guard says.
pub async fn ledger(
    client: &Client,
    connection: &mut PgConnection,
    campaign: Uuid,
) -> anyhow::Result<Option<String>> {
    client.followed().await?;
    let seen = client.graphql(LEDGER, json!({ "id": campaign })).await?;
    let ledger = &seen["emailLedger"];
    let counts = counts(connection, campaign).await?;
    let says = |state: &str| ledger[state].as_i64() == Some(counts.get(state).copied().unwrap_or_default());
    let same = ["sent", "excluded", "failed", "unknown"].into_iter().all(says);
    let over = ["pending", "handingOver"].into_iter().all(|state| ledger[state] == 0);
    let whole = ledger["audience"].as_i64() == Some(counts.values().sum::<i64>());
    let fine = same && over && whole && ledger["balanced"] == Value::Bool(true);
    Ok(if fine { None } else { Some(format!("the ledger is {ledger}, and the guard holds {counts:?}")) })
}
