//! When something was last, of each contact: what its rows of engagement come to, kept beside them for lists to sort and filter by.
//!
//! A contact has a row as soon as anything happened to it that was not a program's doing.

use pivotal_domain::audience::engagement::derived::{LATEST, LATEST_OF_ALL};
use uuid::Uuid;

use crate::runner::Target;

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked. Names and kinds are ours.

/// A statement that takes along what is told now, `from`; older news changes nothing.
pub(super) fn take_along(schema: &str, from: &str) -> String {
    let newer: Vec<String> =
        columns().map(|column| format!("{column} = greatest(held.{column}, excluded.{column})")).collect();
    format!(
        "insert into {schema}.contact_activity as held ({}) {} on conflict (contact_id) do update set {}",
        inserted(),
        folded(from, "true"),
        newer.join(", ")
    )
}

/// Works it out anew for contacts whose rows came or went. Who has none left has no activity either.
pub(super) async fn anew(target: &mut Target<'_>, contacts: &[Uuid]) -> Result<(), sqlx::Error> {
    let schema = target.schema;
    let emptied = format!("delete from {schema}.contact_activity where contact_id = any($1)");
    sqlx::query(&emptied).bind(contacts).execute(&mut *target.connection).await?;
    let sql = format!(
        "insert into {schema}.contact_activity ({}) {}",
        inserted(),
        folded(&format!("{schema}.engagement e"), "e.contact_id = any($1)")
    );
    sqlx::query(&sql).bind(contacts).execute(&mut *target.connection).await?;
    Ok(())
}

fn columns() -> impl Iterator<Item = &'static str> {
    LATEST.iter().map(|(column, _)| *column).chain([LATEST_OF_ALL])
}

fn inserted() -> String {
    columns().fold("contact_id".to_owned(), |list, column| format!("{list}, {column}"))
}

/// One row for each contact, in the order of [`inserted`]. `e` is what happened.
fn folded(from: &str, of: &str) -> String {
    let latest: Vec<String> = LATEST
        .iter()
        .map(|(_, kind)| format!("max(e.at) filter (where e.kind = '{}')", kind.as_str()))
        .collect();
    format!(
        "select e.contact_id, {}, max(e.at) from {from} where {of} and not e.machine group by e.contact_id",
        latest.join(", ")
    )
}
