//! Stays of records in segments and lists, which keep them alike: `entered_at`, and `left_at` once a record has left.

use chrono::{DateTime, Utc};
use sqlx::{Postgres, QueryBuilder};

use super::list::moment;

/// Adds ` and ...`: the stay `m` lasts, or lasted at this moment.
pub(in crate::audience) fn lasts(query: &mut QueryBuilder<'_, Postgres>, as_of: Option<DateTime<Utc>>) {
    match as_of.map(moment) {
        None => query.push(" and m.left_at is null"),
        Some(at) => query
            .push(" and m.entered_at <= ")
            .push_bind(at)
            .push(" and (m.left_at is null or m.left_at > ")
            .push_bind(at)
            .push(")"),
    };
}
