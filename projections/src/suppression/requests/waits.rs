//! What the answer of a request waits for right now, read from the queue itself: it follows from no event.

use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// In words for a person, the cause first: what the erasures of the contacts wait for, then what the answer does. Empty: nothing is
/// waited for. Whether the viewer may see the request was asked before.
pub async fn waits(pool: &PgPool, id: Uuid) -> Result<Vec<String>, QueryError> {
    // The keys under which both jobs are open once; while one runs, it does not wait.
    let answer = format!("privacy_request_answer:{id}");
    let mut waits = sqlx::query_scalar!(
        r#"select waits_for as "waits_for!" from jobs.queue
           where state = 'queued' and waits_for is not null and (unique_key = $1 or unique_key in (
             select 'erase_contact:' || contact
             from jobs.queue a cross join lateral jsonb_array_elements_text(a.progress_state -> 'contacts') as contact
             where a.unique_key = $1 and a.state in ('queued', 'running')))
           order by unique_key = $1, waits_for"#,
        answer
    )
    .fetch_all(pool)
    .await?;
    waits.dedup();
    Ok(waits)
}
