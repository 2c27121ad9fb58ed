//! P2: a CSV of full contacts with their accounts, from upload to visible in the list, beside COPY of the same rows into
//! a table with the same indexes.

use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use pivotal_infra::sample::{SampleOptions, generate};
use sqlx::{Connection, PgConnection, Row};

use crate::product::Product;
use crate::report::{Measured, Spread, say};

pub async fn measure(binary: &Path, rows: u64, runs: usize) -> anyhow::Result<Measured> {
    let folder = std::env::temp_dir().join(format!("pivotal-load-sample-{}", std::process::id()));
    generate(
        &SampleOptions { rows, dirt: 5.0, duplicates: 10.0, seed: 7, ..SampleOptions::default() },
        &folder,
    )?;
    let file = folder.join("contacts.csv");
    let (mut ours, mut reference, mut contacts) = (Vec::new(), Vec::new(), 0);
    for run in 1..=runs {
        let product = Product::start(binary).await?;
        let client = product.client().await?;
        let began = Instant::now();
        let import = client.import(&file).await?;
        contacts = client.visible(&import).await?;
        let took = began.elapsed().as_secs_f64();
        let copied = copy(&product.database_url().await?).await?;
        say(&format!(
            "P2 run {run}: {took:.2} s, COPY {copied:.2} s, {contacts} contacts, {:.0} MB",
            product.memory()?
        ));
        ours.push(took);
        reference.push(copied);
        product.stop().await?;
    }
    std::fs::remove_dir_all(folder)?;
    let (ours, reference) = (Spread::of(ours), Spread::of(reference));
    let ratio = ours.median / reference.median;
    Ok(Measured {
        bar: "P2",
        what: format!(
            "import {rows} rows (5% dirty, 10% duplicates), upload to visible; {contacts} contacts"
        ),
        ours: ours.show("s", 2),
        reference: format!("COPY {}", reference.show("s", 2)),
        ratio: format!("{ratio:.2}x"),
        wanted: "<= 4x, under 15 s",
        met: ratio <= 4.0 && ours.median < 15.0,
    })
}

/// The rows the import made, out of the read tables and back into copies with the same indexes.
pub async fn copy(url: &str) -> anyhow::Result<f64> {
    let mut connection = PgConnection::connect(url).await?;
    let mut took = 0.0;
    for table in ["contacts", "accounts"] {
        let name: String = sqlx::query("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'read' and c.relkind in ('r', 'p') and c.relname ~ ('^' || $1 || '(_v[0-9]+)?$') order by c.relname desc limit 1")
            .bind(table)
            .fetch_one(&mut connection)
            .await
            .context("the read tables have other names now")?
            .get(0);
        let copy = format!("public.bench_{table}");
        sqlx::raw_sql(&format!(
            "drop table if exists {copy}; create table {copy} (like {name} including all)"
        ))
        .execute(&mut connection)
        .await?;
        let mut data = Vec::new();
        {
            use futures::TryStreamExt;
            let mut out = connection.copy_out_raw(&format!("copy {name} to stdout")).await?;
            while let Some(piece) = out.try_next().await? {
                data.extend_from_slice(&piece);
            }
        }
        let began = Instant::now();
        let mut sink = connection.copy_in_raw(&format!("copy {copy} from stdin")).await?;
        for piece in data.chunks(1 << 20) {
            sink.send(piece).await?;
        }
        sink.finish().await?;
        took += began.elapsed().as_secs_f64();
        sqlx::raw_sql(&format!("drop table {copy}")).execute(&mut connection).await?;
    }
    Ok(took)
}
