//! The reference of imports: COPY of the rows they made into tables with the same indexes.

use std::time::Instant;

use futures::TryStreamExt;
use sqlx::{Connection, PgConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::by_hand;
use crate::product::Product;

/// Seconds that the rows take, out of the read tables through a file and back into copies of these.
pub async fn copy(product: &Product) -> anyhow::Result<f64> {
    let mut connection = PgConnection::connect(&product.database_url().await?).await?;
    let path = product.directory.join("rows.copy");
    let mut took = 0.0;
    for table in ["contacts", "accounts"] {
        let name = by_hand::table(&mut connection, table).await?;
        let copy = format!("public.bench_{table}");
        sqlx::raw_sql(&format!(
            "drop table if exists {copy}; create table {copy} (like {name} including all)"
        ))
        .execute(&mut connection)
        .await?;
        {
            let mut file = tokio::fs::File::create(&path).await?;
            let mut out = connection.copy_out_raw(&format!("copy {name} to stdout")).await?;
            while let Some(piece) = out.try_next().await? {
                file.write_all(&piece).await?;
            }
            file.flush().await?;
        }
        let mut file = tokio::fs::File::open(&path).await?;
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
        took += began.elapsed().as_secs_f64();
        sqlx::raw_sql(&format!("drop table {copy}")).execute(&mut connection).await?;
    }
    tokio::fs::remove_file(&path).await?;
    Ok(took)
}
