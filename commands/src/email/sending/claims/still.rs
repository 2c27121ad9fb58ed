//! What was marked a while ago, asked again before it leaves.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::Claims;
use crate::suppression::guard::Keys;

/// A mark is handed over within this, or not at all: with the longest hand-over it stays below the time after which it is looked up.
const MARK_HOLDS: TimeDelta = TimeDelta::minutes(2);

/// What holds of marks that are a while old.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Still {
    /// Whether anything of the campaign may leave.
    pub goes: bool,
    /// By place among those asked for, with the suppression.
    pub barred: HashMap<usize, Uuid>,
    /// Mails whose marks hold. The others are too old: somebody may be looking them up, and they stay for whoever does.
    pub held: HashSet<Uuid>,
}

impl Claims {
    /// Asked again when it has been a while since the mark: who is barred now, which marks hold, and whether anything may leave still.
    pub async fn still_allowed(
        &self,
        campaign: Uuid,
        messages: &[Uuid],
        barring: &Keys,
        now: DateTime<Utc>,
    ) -> Result<Still, sqlx::Error> {
        let goes = sqlx::query_scalar!(
            r#"select exists (select from guard.email_campaigns c join guard.sending_switch s on not s.stopped join log.epoch e on e.id = c.epoch
               where c.campaign = $1 and c.state = 'running') as "goes!""#,
            campaign
        )
        .fetch_one(&self.pool)
        .await?;
        let rows = sqlx::query!(
            r#"select distinct on (number) number as "number!", owner as "owner!" from guard.suppressed($1, $2, $3, $4, $5) order by number, since"#,
            &barring.numbers,
            &barring.kinds,
            &barring.keys,
            &barring.reaches,
            now
        )
        .fetch_all(&self.pool)
        .await?;
        let barred = rows.into_iter().filter_map(|row| Some((usize::try_from(row.number).ok()?, row.owner)));
        let held = sqlx::query_scalar!(
            r#"select message as "message!" from guard.email_recipients
               where message = any($1) and campaign = $2 and state = 'sending' and marked_at > $3"#,
            messages,
            campaign,
            now - MARK_HOLDS
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(Still { goes, barred: barred.collect(), held: held.into_iter().collect() })
    }
}
