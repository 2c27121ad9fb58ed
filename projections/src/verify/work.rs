//! Tasks and notes against the log. What they say is left out: whose person was erased lost it before the key went.

use std::collections::HashMap;

use pivotal_domain::work::notes::Note;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::due::Due;
use uuid::Uuid;

use super::fold::Fold;
use super::identity::{judge, strays};
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::work::SPEC;

const PART: Part = Part::Work;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    tasks(verifier, snapshot, position, report).await?;
    notes(verifier, snapshot, position, report).await
}

async fn tasks(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let rows = sqlx::query!(
        "select id, record_id, state, priority, due_on, due_at, assignee, created_by, deleted, version from read.tasks"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Task>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for task in &page {
            let row = rows.remove(&task.id);
            let state = &task.shown.state;
            let there = state.exists();
            let same = row.as_ref().filter(|_| there).map(|row| {
                let (on, at) = match state.due {
                    Some(Due::On(on)) => (Some(on), None),
                    Some(Due::At(at)) => (None, Some(at)),
                    None => (None, None),
                };
                (row.record_id, row.state.as_str(), row.priority.as_str(), row.deleted)
                    == (
                        state.about.map(|about| about.id),
                        state.state.as_str(),
                        state.priority.as_str(),
                        state.deleted,
                    )
                    && (row.due_on, row.due_at, row.assignee, row.created_by)
                        == (on, at, state.assignee, state.created_by)
            });
            judge(PART, "tasks", task.id, &task.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, "tasks", rows.into_keys(), report);
    Ok(())
}

async fn notes(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let rows = sqlx::query!("select id, record_id, author, pinned, deleted, version from read.notes")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut fold = Fold::<Note>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        report.checked(PART, page.len() as i64);
        for note in &page {
            let row = rows.remove(&note.id);
            let state = &note.shown.state;
            let same = row.as_ref().zip(state.about).map(|(row, about)| {
                (row.record_id, row.author, row.pinned, row.deleted)
                    == (about.id, state.author, state.pinned, state.deleted)
            });
            judge(PART, "notes", note.id, &note.shown, row.map(|row| row.version), same, report);
        }
    }
    strays(PART, "notes", rows.into_keys(), report);
    Ok(())
}
