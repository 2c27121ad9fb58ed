//! The append lock in the test's own hand: interleavings are stepped through, not hoped for.

use pivotal_log::testing::TestLog;
use sqlx::PgConnection;

use super::{connection, count, eventually};

/// Holds the append lock until it is opened.
pub struct Gate<'a> {
    test: &'a TestLog,
    holder: PgConnection,
}

impl<'a> Gate<'a> {
    pub async fn close(test: &'a TestLog) -> Gate<'a> {
        let mut holder = connection(test).await;
        sqlx::raw_sql("select pg_advisory_lock(7001)").execute(&mut holder).await.unwrap();
        Gate { test, holder }
    }

    /// Until an append stands before the lock.
    pub async fn somebody_waits(&self) {
        self.waiting(1).await;
    }

    pub async fn waiting(&self, wanted: i64) {
        eventually("an append waits for the lock", async || waiting_for_the_lock(self.test).await >= wanted)
            .await;
    }

    pub async fn open(mut self) {
        sqlx::raw_sql("select pg_advisory_unlock(7001)").execute(&mut self.holder).await.unwrap();
    }
}

pub async fn waiting_for_the_lock(test: &TestLog) -> i64 {
    count(
        test,
        "select count(*) from pg_locks l join pg_database d on d.oid = l.database
         where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 7001 and not l.granted",
    )
    .await
}
