//! When each key was used last. Uses are gathered and written together: a request must not wait for a write that nobody waits for.

use std::collections::HashMap;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::ApiKeys;
use crate::authorise::authorise_all;
use crate::error::CommandError;

/// A use is known to other processes this much later at most; a process that dies forgets as much.
pub const WRITTEN_EVERY: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastUse {
    pub at: DateTime<Utc>,
    pub ip: Option<String>,
}

/// Uses that are not written yet.
#[derive(Debug, Default)]
pub struct Noted {
    uses: HashMap<Uuid, LastUse>,
    /// Whether somebody is about to write them.
    waiting: bool,
}

impl ApiKeys {
    /// The last use of each key that was used, those of a moment ago included.
    pub async fn last_uses(&self, actor: &Actor) -> Result<HashMap<Uuid, LastUse>, CommandError> {
        authorise_all(actor, Permission::ApiKeysManage)?;
        let rows = sqlx::query!(
            r#"select id, last_used_at as "at!", last_used_ip as ip from auth.api_keys where last_used_at is not null"#
        )
        .fetch_all(&self.ctx.log.pools.read)
        .await?;
        let mut uses: HashMap<Uuid, LastUse> =
            rows.into_iter().map(|row| (row.id, LastUse { at: row.at, ip: row.ip })).collect();
        uses.extend(self.noted().uses.iter().map(|(id, last)| (*id, last.clone())));
        Ok(uses)
    }

    pub(super) fn note(&self, id: Uuid, ip: Option<&str>) {
        let mut noted = self.noted();
        noted.uses.insert(id, LastUse { at: self.ctx.now(), ip: ip.map(ToOwned::to_owned) });
        if std::mem::replace(&mut noted.waiting, true) {
            return;
        }
        let keys = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(WRITTEN_EVERY).await;
            if let Err(error) = keys.write_uses().await {
                tracing::warn!(%error, "when API keys were used last could not be written");
            }
        });
    }

    /// Writes what was noted.
    pub async fn write_uses(&self) -> Result<(), CommandError> {
        let uses = {
            let mut noted = self.noted();
            noted.waiting = false;
            std::mem::take(&mut noted.uses)
        };
        let ids: Vec<Uuid> = uses.keys().copied().collect();
        let at: Vec<DateTime<Utc>> = uses.values().map(|last| last.at).collect();
        let ips: Vec<String> = uses.into_values().map(|last| last.ip.unwrap_or_default()).collect();
        sqlx::query!(
            "update auth.api_keys k set last_used_at = u.at, last_used_ip = nullif(u.ip, '')
             from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as u(id, at, ip)
             where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)",
            &ids,
            &at,
            &ips
        )
        .execute(&self.ctx.log.pools.write)
        .await?;
        Ok(())
    }

    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
