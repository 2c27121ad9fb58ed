//! What trigram indexes put off while they are written in bulk.

use sqlx::PgConnection;

/// Merges what trigram indexes have put off, so that searches are fast again.
pub(crate) async fn clean_pending_lists(
    connection: &mut PgConnection,
    schema: &str,
    tables: &[&str],
) -> Result<(), sqlx::Error> {
    let tables: Vec<String> = tables.iter().map(ToString::to_string).collect();
    sqlx::query!(
        r#"select gin_clean_pending_list(i.indexrelid::regclass) as pages from pg_index i
           join pg_class index on index.oid = i.indexrelid join pg_am am on am.oid = index.relam and am.amname = 'gin'
           join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
           where n.nspname = $1 and t.relname = any($2)"#,
        schema, &tables
    )
    .fetch_all(connection)
    .await
    .map(|_| ())
}
