//! Three pools: one that writes, guarded against half-open transactions, and two that can only read.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Executor, PgPool, Row};

/// Longest that a list or a count is looked for. Who waits longer has given up, and others wait behind.
pub const LIST_LIMIT: Duration = Duration::from_secs(5);

/// The connections of one process.
#[derive(Debug, Clone)]
pub struct Pools {
    pub write: PgPool,
    pub read: PgPool,
    /// For lists that people filter as they like: no question on it takes longer than [`LIST_LIMIT`].
    pub lists: PgPool,
    options: PgConnectOptions,
}

impl Pools {
    /// Connects lazily: a database that is still starting is not an error here, but at first use.
    pub fn connect(url: &str, write_connections: u32, read_connections: u32) -> Result<Self, sqlx::Error> {
        let options = PgConnectOptions::from_str(url)?.application_name("pivotal").options([
            ("search_path", "log,public"),
            ("statement_timeout", "60s"),
            ("idle_in_transaction_session_timeout", "120s"),
            ("jit", "off"),
            // Disks have no arm to move any more: an index in the order of the list beats sorting half the table.
            ("random_page_cost", "1.1"),
        ]);
        let write = PgPoolOptions::new()
            .max_connections(write_connections)
            .acquire_timeout(Duration::from_secs(10))
            // A cancelled begin() can leave a connection inside a transaction; whatever is then written on it vanishes
            // without an error. Only the simple protocol tells: a prepared query sets its statement time after Bind has
            // opened the transaction, and would refuse every clean connection too.
            .test_before_acquire(false)
            .before_acquire(|connection, _| {
                Box::pin(async move {
                    let open: bool =
                        connection.fetch_one("select now() <> statement_timestamp()").await?.get(0);
                    if open {
                        metrics::counter!("pivotal_pool_refused_connections_total").increment(1);
                    }
                    Ok(!open)
                })
            })
            .connect_lazy_with(options.clone());
        let reading = options.clone().options([
            ("default_transaction_read_only", "on"),
            // The best plan of a list hangs on what is asked for; one plan for all values is seconds slower for some.
            ("plan_cache_mode", "force_custom_plan"),
        ]);
        let limit = LIST_LIMIT.as_millis().to_string();
        let listing = reading.clone().options([("statement_timeout", limit.as_str())]);
        let [read, lists] = [reading, listing].map(|options| {
            PgPoolOptions::new()
                .max_connections(read_connections)
                .acquire_timeout(Duration::from_secs(10))
                .test_before_acquire(false)
                .connect_lazy_with(options)
        });
        Ok(Pools { write, read, lists, options })
    }

    /// Lets go of every connection.
    pub async fn close(&self) {
        self.write.close().await;
        self.read.close().await;
        self.lists.close().await;
    }

    /// For those who own a connection for life: the appender, the relay, the projection workers.
    pub fn options(&self) -> PgConnectOptions {
        self.options.clone()
    }
}
