//! Loading and writing rows. The statements are made from the column list, so they cannot be compile-checked; a test
//! holds every sheet against the table in the database.

use std::collections::HashMap;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{Arguments, PgConnection, Row as _};
use uuid::Uuid;

use super::{Row, Sheet, encode};

impl Sheet {
    /// The rows that exist of these.
    pub async fn load(
        &self,
        connection: &mut PgConnection,
        schema: &str,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Row>, sqlx::Error> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let columns: Vec<String> =
            self.columns.iter().map(|column| format!("{}::text", column.name)).collect();
        let sql = format!(
            "select id as key, {} from {schema}.{} where id = any($1)",
            columns.join(", "),
            self.table
        );
        let rows: Vec<PgRow> = sqlx::query(&sql).bind(ids).fetch_all(connection).await?;
        rows.iter()
            .map(|row| {
                let cells = (1..=self.columns.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>()?;
                Ok((row.try_get(0)?, Row(cells)))
            })
            .collect()
    }

    /// Inserts rows and replaces older ones, in one statement.
    pub async fn upsert(
        &self,
        connection: &mut PgConnection,
        schema: &str,
        rows: Vec<Row>,
    ) -> Result<(), sqlx::Error> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut arrays: Vec<Vec<Option<String>>> =
            self.columns.iter().map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (array, cell) in arrays.iter_mut().zip(row.0) {
                array.push(cell);
            }
        }
        let mut arguments = PgArguments::default();
        for array in arrays {
            arguments.add(array).map_err(sqlx::Error::Encode)?;
        }
        sqlx::query_with(&self.upsert_statement(schema), arguments).execute(connection).await.map(|_| ())
    }

    /// Adds rows that are known to be new: several times faster than an upsert, and an error if one is there already.
    pub async fn copy(
        &self,
        connection: &mut PgConnection,
        schema: &str,
        rows: &[Row],
    ) -> Result<(), sqlx::Error> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut lines = Vec::with_capacity(rows.len() * 512);
        for row in rows {
            encode::copy_line(&mut lines, &row.0);
        }
        let mut copy = connection
            .copy_in_raw(&format!("copy {schema}.{} ({}) from stdin", self.table, self.names().join(", ")))
            .await?;
        copy.send(lines).await?;
        copy.finish().await.map(|_| ())
    }

    fn names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.name).collect()
    }

    fn upsert_statement(&self, schema: &str) -> String {
        let names = self.names();
        let arrays: Vec<String> = (1..=names.len()).map(|at| format!("${at}::text[]")).collect();
        let casts: Vec<String> =
            self.columns.iter().map(|column| format!("u.{}::{}", column.name, column.sql_type)).collect();
        let sets: Vec<String> = names
            .iter()
            .filter(|name| **name != "id")
            .map(|name| format!("{name} = excluded.{name}"))
            .collect();
        format!(
            "insert into {schema}.{table} as held ({names}) select {casts} from unnest({arrays}) as u({names}) on conflict (id) do update set {sets} where held.sequence < excluded.sequence",
            table = self.table,
            names = names.join(", "),
            casts = casts.join(", "),
            arrays = arrays.join(", "),
            sets = sets.join(", "),
        )
    }
}
