//! The reference of imports: COPY of the rows they made into tables of their own.

use std::path::Path;
use std::time::Instant;

use futures::TryStreamExt;
use sqlx::{Connection, PgConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::by_hand;
use crate::product::Product;

/// Seconds that the rows of contacts and accounts take, out of the read tables through a file and back into copies of these
/// with the same indexes.
pub async fn copy(product: &Product) -> anyhow::Result<f64> {
    let mut took = 0.0;
    for table in ["contacts", "accounts"] {
        took += copy_of(product, table, "including all").await?;
    }
    Ok(took)
}

/// Likewise of one table. `with`: what its copy has besides the columns.
pub async fn copy_of(product: &Product, table: &str, with: &str) -> anyhow::Result<f64> {
    let mut connection = PgConnection::connect(&product.database_url().await?).await?;
    let path = product.directory.join("rows.copy");
    let took = through(&mut connection, &path, table, with).await?;
    tokio::fs::remove_file(&path).await?;
    Ok(took)
}

async fn through(connection: &mut PgConnection, path: &Path, table: &str, with: &str) -> anyhow::Result<f64> {
    let name = by_hand::table(connection, table).await?;
    let copy = format!("public.bench_{table}");
    sqlx::raw_sql(&format!("drop table if exists {copy}; create table {copy} (like {name} {with})"))
        .execute(&mut *connection)
        .await?;
    {
        let mut file = tokio::fs::File::create(path).await?;
        let mut out = connection.copy_out_raw(&format!("copy {name} to stdout")).await?;
        while let Some(piece) = out.try_next().await? {
            file.write_all(&piece).await?;
        }
        file.flush().await?;
    }
    let mut file = tokio::fs::File::open(path).await?;
    let mut piece = vec![0; 1 << 20];
    let began = Instant::now();
    let mut sink = connection.copy_in_raw(&format!("copy {copy} from stdin")).await?;
    loop {
        let read = file.read(&mut piece).await?;
        if read == 0 {
            break;
        }
        sink.send(&piece[..read]).await?;
    }
    sink.finish().await?;
    let took = began.elapsed().as_secs_f64();
    sqlx::raw_sql(&format!("drop table {copy}")).execute(&mut *connection).await?;
    Ok(took)
}
