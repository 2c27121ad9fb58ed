//! Meilisearch takes a change as a task and carries it out later. A change counts once its task has succeeded.

use std::time::Duration;

use meilisearch_sdk::client::Client;
use meilisearch_sdk::errors::{Error, ErrorCode};
use meilisearch_sdk::task_info::TaskInfo;
use meilisearch_sdk::tasks::Task;
use pivotal_projections::audience::search::port::IndexError;
use tokio::time::{Instant, sleep, timeout};

/// One answer over the network.
const ANSWER: Duration = Duration::from_secs(10);
/// A task may wait behind others.
const TASK: Duration = Duration::from_secs(120);
const LOOK_MIN: Duration = Duration::from_millis(5);
const LOOK_MAX: Duration = Duration::from_millis(250);

/// With a limit of time: the client itself has none.
pub async fn ask<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, IndexError> {
    answer(call).await?.map_err(told)
}

/// `None` when the index or the document is not there.
pub async fn ask_for<T>(call: impl Future<Output = Result<T, Error>>) -> Result<Option<T>, IndexError> {
    match answer(call).await? {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(told(error)),
    }
}

async fn answer<T>(call: impl Future<Output = Result<T, Error>>) -> Result<Result<T, Error>, IndexError> {
    timeout(ANSWER, call)
        .await
        .map_err(|_| IndexError::Unavailable("Meilisearch did not answer within 10 seconds".into()))
}

/// Sends a change and waits until it has been carried out.
pub async fn done(
    client: &Client,
    call: impl Future<Output = Result<TaskInfo, Error>>,
) -> Result<(), IndexError> {
    let sent = ask(call).await?;
    finished(client, &sent).await
}

/// Like [`done`], for what may be done already.
pub async fn done_unless(
    client: &Client,
    already: ErrorCode,
    call: impl Future<Output = Result<TaskInfo, Error>>,
) -> Result<(), IndexError> {
    let code = |error: &Error| matches!(error, Error::Meilisearch(error) if error.error_code == already);
    let sent = match answer(call).await? {
        Err(error) if code(&error) => return Ok(()),
        sent => sent.map_err(told)?,
    };
    match wait(client, &sent).await? {
        Task::Failed { content } if content.error.error_code == already => Ok(()),
        task => judge(task),
    }
}

async fn finished(client: &Client, sent: &TaskInfo) -> Result<(), IndexError> {
    judge(wait(client, sent).await?)
}

async fn wait(client: &Client, sent: &TaskInfo) -> Result<Task, IndexError> {
    let (until, mut pause) = (Instant::now() + TASK, LOOK_MIN);
    loop {
        // After a restart that lost it there is no such task: the change is sent again, by whoever sent it.
        let task = ask(client.get_task(sent)).await?;
        if !task.is_pending() {
            return Ok(task);
        }
        if Instant::now() > until {
            let slow = format!("Meilisearch has not carried out task {} within two minutes", sent.task_uid);
            return Err(IndexError::Unavailable(slow));
        }
        sleep(pause).await;
        pause = (pause * 2).min(LOOK_MAX);
    }
}

fn judge(task: Task) -> Result<(), IndexError> {
    let uid = task.get_uid();
    match task {
        Task::Succeeded { .. } => Ok(()),
        Task::Failed { content } => {
            let told = format!("Meilisearch failed task {uid}: {}", content.error);
            match content.error.error_type {
                // Its own fault, as a full disk is: it passes, or somebody sees to it.
                meilisearch_sdk::errors::ErrorType::Internal => Err(IndexError::Unavailable(told)),
                _ => Err(IndexError::Refused(told)),
            }
        }
        Task::Enqueued { .. } | Task::Processing { .. } => {
            Err(IndexError::Unavailable("Meilisearch has not carried out a task".into()))
        }
    }
}

fn is_missing(error: &Error) -> bool {
    let missing = [ErrorCode::IndexNotFound, ErrorCode::DocumentNotFound];
    matches!(error, Error::Meilisearch(error) if missing.contains(&error.error_code))
}

/// Everything about the connection passes. So does what a lost task, a restart or a wrong key looks like: the System page
/// shows that the index does not follow, and nothing is lost meanwhile.
pub fn told(error: Error) -> IndexError {
    match &error {
        Error::Meilisearch(refusal) if refusal.error_code == ErrorCode::IndexNotFound => IndexError::Missing,
        _ => IndexError::Unavailable(format!("Meilisearch: {error}")),
    }
}
