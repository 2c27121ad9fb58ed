//! The tables of a rebuild: made like those in use, first with nothing but their primary key, then with all the rest.
//!
//! Names come from the projection's spec and the catalogue of the database, never from outside; what runs is DDL, so
//! none of it can be compile-checked.

use sqlx::{Executor, PgConnection};

use crate::runner::{LIVE, NEXT};

/// What a crash loses of a rebuild is built again, so its commits need not wait for the disk.
pub const SESSION: &str = "set synchronous_commit = off; set maintenance_work_mem = '256MB'";

/// Empty copies, in place of whatever an earlier rebuild left.
pub async fn create(connection: &mut PgConnection, tables: &[&str]) -> Result<(), sqlx::Error> {
    drop(connection, tables).await?;
    for table in tables {
        connection
            .execute(
                format!("create table {NEXT}.{table} (like {LIVE}.{table} including all excluding indexes)")
                    .as_str(),
            )
            .await?;
        let keys: Vec<(String, String)> =
            sqlx::query_as("select conname::text, pg_get_constraintdef(oid) from pg_constraint where conrelid = format('%I.%I', $1, $2)::regclass and contype in ('p', 'u')")
                .bind(LIVE)
                .bind(table)
                .fetch_all(&mut *connection)
                .await?;
        for (name, definition) in keys {
            connection
                .execute(
                    format!("alter table {NEXT}.{table} add constraint \"{name}\" {definition}").as_str(),
                )
                .await?;
        }
    }
    Ok(())
}

pub async fn drop(connection: &mut PgConnection, tables: &[&str]) -> Result<(), sqlx::Error> {
    for table in tables {
        connection.execute(format!("drop table if exists {NEXT}.{table}").as_str()).await?;
    }
    Ok(())
}

/// Statements that make the indexes the tables in use have and the new ones have not yet, under the same names.
pub async fn missing_indexes(
    connection: &mut PgConnection,
    tables: &[&str],
) -> Result<Vec<String>, sqlx::Error> {
    let tables: Vec<String> = tables.iter().map(ToString::to_string).collect();
    sqlx::query_scalar(
        "select replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I ', $1, t.relname), format(' ON %I.%I ', $2, t.relname))
         from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace join pg_class x on x.oid = i.indexrelid join pg_am am on am.oid = x.relam
         where n.nspname = $1 and t.relname = any($3) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
           and to_regclass(format('%I.%I', $2, x.relname)) is null
         -- The longest first, so that two who make them end together.
         order by am.amname = 'gin' desc, t.relname, x.relname",
    )
    .bind(LIVE)
    .bind(NEXT)
    .bind(tables)
    .fetch_all(connection)
    .await
}

pub async fn analyze(connection: &mut PgConnection, tables: &[&str]) -> Result<(), sqlx::Error> {
    for table in tables {
        connection.execute(format!("analyze {NEXT}.{table}").as_str()).await?;
    }
    Ok(())
}

/// Takes both sets for itself. With a lock timeout below the server's deadlock timeout, readers never lose to this.
pub async fn lock(connection: &mut PgConnection, tables: &[&str]) -> Result<(), sqlx::Error> {
    if tables.is_empty() {
        return Ok(());
    }
    let names: Vec<String> =
        tables.iter().flat_map(|table| [format!("{LIVE}.{table}"), format!("{NEXT}.{table}")]).collect();
    connection
        .execute(format!("lock table {} in access exclusive mode", names.join(", ")).as_str())
        .await
        .map(|_| ())
}

/// Puts the new tables in the place of those in use.
pub async fn replace(connection: &mut PgConnection, tables: &[&str]) -> Result<(), sqlx::Error> {
    for table in tables {
        connection.execute(format!("drop table {LIVE}.{table}").as_str()).await?;
        connection.execute(format!("alter table {NEXT}.{table} set schema {LIVE}").as_str()).await?;
    }
    Ok(())
}
