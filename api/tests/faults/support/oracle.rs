//! What must be true when it is over, worked out without the code that made it so: by folding the log.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_infra::embedded_postgres::{EmbeddedPostgres, PostgresSettings};
use pivotal_log::event_log::EventLog;
use pivotal_log::master_key::MasterKey;
use pivotal_log::pools::Pools;
use pivotal_log::{reader, seals};
use serde_json::Value;
use uuid::Uuid;

use super::file::File;
use super::home::Home;
use super::journey::Journey;
use super::pivotal::verify;

/// id, sequence, email, full name, job title, account.
type ShownContact = (Uuid, i64, Option<String>, Option<String>, Option<String>, Option<Uuid>);

pub struct Oracle {
    pub log: EventLog,
    pub pools: Pools,
}

impl Oracle {
    /// Beside the running program.
    pub async fn of(home: &Home) -> Oracle {
        let url = match home.database_url() {
            Some(url) => url.to_owned(),
            None => {
                let (state, settings) = (home.state(), PostgresSettings::default());
                EmbeddedPostgres::attach_or_start(&state, settings).await.unwrap().url()
            }
        };
        let pools = Pools::connect(&url, 2, 2).unwrap();
        let master = MasterKey::read_or_generate(&home.state().join("master.key")).unwrap();
        Oracle { log: EventLog::start(pools.clone(), &master, Arc::default()), pools }
    }

    pub async fn count(&self, sql: &str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pools.read).await.unwrap()
    }

    /// Everything at once.
    pub async fn check(&self, home: &Home, journey: &Journey) {
        self.caught_up().await;
        self.acknowledged_is_in_the_log(journey).await;
        self.every_row_ended_once(journey.import.unwrap(), &journey.file).await;
        self.read_models_are_what_the_log_says().await;
        self.the_log_is_whole().await;
        tokio::task::block_in_place(|| verify(home));
    }

    /// Lag returns to zero, and the relay's with it.
    pub async fn caught_up(&self) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let head = reader::head_of(&self.pools.read).await.unwrap();
            let behind: Vec<(String, i64, Option<String>)> = sqlx::query_as(
                "select name, position, error from read.checkpoints where position < $1 union all select 'relay', position, null from relay.cursor where position < $1",
            )
            .bind(head)
            .fetch_all(&self.pools.read)
            .await
            .unwrap();
            if behind.is_empty() {
                return;
            }
            assert!(Instant::now() < deadline, "still behind {head}: {behind:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn acknowledged_is_in_the_log(&self, journey: &Journey) {
        for (id, position) in &journey.acknowledged {
            let there = format!(
                "select count(*) from log.events where aggregate_id = '{id}' and sequence = 1 and global_position = {position}"
            );
            assert_eq!(self.count(&there).await, 1, "{id} was confirmed at {position} and is not there");
        }
        let ids: BTreeSet<&Uuid> = journey.acknowledged.iter().map(|(id, _)| id).collect();
        assert_eq!(ids.len(), journey.acknowledged.len());
        // Pressed again with the same key, nobody was added twice.
        let twice = "select count(*) from (select email from read.contacts where email is not null group by email having count(*) > 1) x";
        assert_eq!(self.count(twice).await, 0, "somebody is there twice");
    }

    async fn every_row_ended_once(&self, import: Uuid, file: &File) {
        let File { rows: all, created, merged, rejected, .. } = *file;
        let facts: Vec<Value> = sqlx::query_scalar("select payload from log.facts where kind = 'import_chunk_ran' and about_id = $1 order by global_position")
            .bind(import.to_string())
            .fetch_all(&self.pools.read)
            .await
            .unwrap();
        let rows: Vec<u64> = facts
            .iter()
            .flat_map(|fact| fact["ImportChunkRan"]["records"].as_array().unwrap())
            .map(|record| record["r"].as_u64().unwrap())
            .collect();
        assert_eq!(rows, (2..=all + 1).collect::<Vec<_>>(), "each row once and in order");

        let outcomes: Value = sqlx::query_scalar("select payload->'ImportCompleted'->'outcomes' from log.events where aggregate_id = $1 and event_type = 'ImportCompleted'")
            .bind(import.to_string())
            .fetch_one(&self.pools.read)
            .await
            .unwrap();
        let of = |name: &str| outcomes[name].as_u64().unwrap();
        assert_eq!(
            (of("read"), of("created"), of("merged_in_file"), of("rejected")),
            (all, created, merged, rejected),
            "{outcomes}"
        );

        let source = format!("payload->'ContactCreated'->>'source' like 'import:{import}%'");
        let made =
            format!("select count(*) from log.events where event_type = 'ContactCreated' and {source}");
        assert_eq!(self.count(&made).await, created as i64, "contacts the import made");
        let rows = format!(
            "select count(distinct payload->'ContactCreated'->>'source') from log.events where event_type = 'ContactCreated' and {source}"
        );
        assert_eq!(self.count(&rows).await, created as i64, "no row made two");
        assert_eq!(self.count("select count(*) from jobs.queue where state = 'parked'").await, 0);
        // A worker that died after its work is found out when its lease ends.
        let deadline = Instant::now() + Duration::from_secs(60);
        while self
            .count("select count(*) from jobs.queue where kind like 'import%' and state <> 'done'")
            .await
            > 0
        {
            assert!(Instant::now() < deadline, "the import is over and its job is not");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    async fn read_models_are_what_the_log_says(&self) {
        let contacts: Vec<ShownContact> =
            sqlx::query_as("select id, sequence, email, full_name, job_title, account_id from read.contacts")
                .fetch_all(&self.pools.read)
                .await
                .unwrap();
        let in_log = "select count(distinct aggregate_id) from log.events where aggregate_type = ";
        assert_eq!(self.count(&format!("{in_log}'contact'")).await, contacts.len() as i64);
        let ids: Vec<Uuid> = contacts.iter().map(|row| row.0).collect();
        let folded = self.log.load_many::<Contact>(&ids).await.unwrap();
        for ((id, sequence, email, name, title, account), folded) in contacts.iter().zip(folded) {
            let record = &folded.state.record;
            let shown = (*sequence, email.as_deref(), name.as_deref(), title.as_deref(), *account);
            let told = (
                folded.sequence,
                record.text("email"),
                record.text("full_name"),
                record.text("job_title"),
                folded.state.account.map(|link| link.account_id),
            );
            assert_eq!(shown, told, "contact {id}");
        }
        let accounts: Vec<(Uuid, i64, Option<String>, Option<String>)> =
            sqlx::query_as("select id, sequence, name, domain from read.accounts")
                .fetch_all(&self.pools.read)
                .await
                .unwrap();
        assert_eq!(self.count(&format!("{in_log}'account'")).await, accounts.len() as i64);
        let ids: Vec<Uuid> = accounts.iter().map(|row| row.0).collect();
        let folded = self.log.load_many::<Account>(&ids).await.unwrap();
        for ((id, sequence, name, domain), folded) in accounts.iter().zip(folded) {
            let record = &folded.state.record;
            assert_eq!(
                (*sequence, name.as_deref(), domain.as_deref()),
                (folded.sequence, record.text("name"), record.text("domain")),
                "account {id}"
            );
        }
    }

    async fn the_log_is_whole(&self) {
        let broken = "select count(*) from (select 1 from log.events group by aggregate_type, aggregate_id having count(*) <> max(sequence)) x";
        assert_eq!(self.count(broken).await, 0, "sequences run from 1 without a gap");
        let unclaimed = "select count(*) from read.contacts c where email is not null and not erased and not exists (select 1 from guard.claims g where g.owner = c.id and g.scope = 'contact.email')";
        assert_eq!(self.count(unclaimed).await, 0, "every email is claimed by its contact");
        let stray = "select count(*) from guard.claims g where g.scope = 'contact.email' and not exists (select 1 from read.contacts c where c.id = g.owner and c.email is not null)";
        assert_eq!(self.count(stray).await, 0, "and by nobody else");
        assert_eq!(seals::check(&self.pools.read).await.unwrap(), []);
    }
}
