//! Reads the log ahead of the rows being written: the database sends the next batch and its keys while this one is
//! decoded and copied.

use pivotal_log::reader::{self, Batch, Interest, Keys};
use sqlx::ConnectOptions;
use sqlx::postgres::PgConnectOptions;
use std::sync::Arc;
use tokio::sync::mpsc;

use crate::runner::opened::Opener;
use crate::runner::{ApplyError, Projection};

/// Batches waiting to be written; each holds a few thousand entries.
const AHEAD: usize = 2;

/// A batch with the keys to read it, and the position it begins after.
pub struct Fetched {
    pub after: i64,
    pub batch: Batch,
    pub keys: Keys,
}

/// Batches from `after` to `head` in order. Ends with the first error; nobody listening ends it too.
pub fn read_ahead(
    options: PgConnectOptions,
    opener: Opener,
    projection: Arc<dyn Projection>,
    after: i64,
    head: i64,
    limit: i64,
) -> mpsc::Receiver<Result<Fetched, ApplyError>> {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let interest: Interest = projection.spec().interest;
    tokio::spawn(async move {
        let mut connection = match options.connect().await {
            Ok(connection) => connection,
            Err(error) => {
                // A closed channel: the rebuild has ended meanwhile.
                let _ = sender.send(Err(error.into())).await;
                return;
            }
        };
        let mut after = after;
        while after < head {
            let fetched = async {
                let batch = reader::read_to(&mut connection, after, head, limit, interest).await?;
                let keys = opener.keys_of(&batch.entries, |entry| projection.reads_personal(entry)).await?;
                Ok(Fetched { after, batch, keys })
            }
            .await;
            after = fetched.as_ref().map_or(head, |fetched: &Fetched| fetched.batch.to);
            if sender.send(fetched).await.is_err() {
                return;
            }
        }
    });
    receiver
}
