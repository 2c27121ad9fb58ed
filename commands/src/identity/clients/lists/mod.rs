//! The list slots of a client: named, and filled from a file. What is kept is a file of our own, each company once, as it was
//! understood; the file that was given is not kept.

pub mod read;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::clients::lists::{Filling, ListCommand};
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use self::read::{Refused, read};
use super::on_client;
use crate::audience::imports::file::FileProblem;
use crate::audience::imports::file::reject_file::push_line;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;
use crate::ports::blob_store::{BlobKey, BlobStream};

/// 100,000 companies are some 6 MB.
const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Longest name of a file that is kept, in characters.
const LONGEST_FILE_NAME: usize = 200;

/// What a file came to.
#[derive(Debug, Clone)]
pub struct Filled {
    pub done: Executed<Client>,
    /// By which the file can be taken back.
    pub file: Uuid,
    /// Companies that the list holds now.
    pub entries: i64,
    /// Lines that named a company named before.
    pub repeated: usize,
    /// Lines that could not be read, the first [`read::NAMED`] of them.
    pub refused: Vec<Refused>,
    pub refused_count: usize,
}

/// An empty slot. `list` is the caller's, so that a repeat makes no second one.
pub async fn add_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
    name: String,
) -> Result<Executed<Client>, CommandError> {
    change(ctx, actor, id, ListCommand::Add { list, name }).await
}

pub async fn rename_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
    name: String,
) -> Result<Executed<Client>, CommandError> {
    change(ctx, actor, id, ListCommand::Rename { list, name }).await
}

pub async fn remove_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
) -> Result<Executed<Client>, CommandError> {
    change(ctx, actor, id, ListCommand::Remove { list }).await
}

/// With what it held, as long as it is among the last that were removed.
pub async fn restore_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
) -> Result<Executed<Client>, CommandError> {
    change(ctx, actor, id, ListCommand::Restore { list }).await
}

/// Takes the last file back: the list holds what it held before. Refused when it was filled again since.
pub async fn unfill_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
    file: Uuid,
) -> Result<Executed<Client>, CommandError> {
    change(ctx, actor, id, ListCommand::Unfill { list, seen: file }).await
}

/// In the place of what it held. Lines that cannot be read are told and left out.
pub async fn fill_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    list: Uuid,
    file_name: &str,
    body: BlobStream,
) -> Result<Filled, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    let client = ctx.log.load::<Client>(id).await?;
    if !client.exists() {
        return Err(ClientError::Unknown.into());
    }
    // Before the file is read: for a list that is not there nobody should wait.
    if !client.state.lists.contains_key(&list) {
        return Err(ClientError::ListUnknown.into());
    }
    let understood = read(collected(body).await?).await.map_err(refused)?;
    let at = ctx.now();
    let filling = |file_key: String| Filling {
        at,
        entries: understood.entries.len() as i64,
        file_name: clean_name(file_name),
        file_key,
    };
    let command = |filling: Filling| ListCommand::Fill { list, filling };
    // Decided once before anything is stored, so that a refusal leaves nothing behind.
    client.state.decide(ClientCommand::List { command: command(filling(String::new())), at })?;
    let mut file = String::from("domain,name\r\n");
    for entry in &understood.entries {
        let cells = [entry.domain.as_deref().unwrap_or_default(), entry.name.as_deref().unwrap_or_default()];
        push_line(&mut file, cells.into_iter());
    }
    let file_id = Uuid::now_v7();
    let key = BlobKey::new("client-list", at, file_id).map_err(CommandError::unexpected)?;
    let body = stream::iter([Ok(Bytes::from(file))]).boxed();
    ctx.blobs.put_stream(&key, "text/csv", body).await.map_err(CommandError::unexpected)?;
    let filled = change(ctx, actor, id, command(filling(key.as_str().to_owned()))).await;
    if filled.is_err() {
        ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
    }
    Ok(Filled {
        done: filled?,
        file: file_id,
        entries: understood.entries.len() as i64,
        repeated: understood.repeated,
        refused: understood.refused,
        refused_count: understood.refused_count,
    })
}

async fn change(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: ListCommand,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::List { command: command.clone(), at }).await
}

async fn collected(mut body: BlobStream) -> Result<Vec<u8>, CommandError> {
    let mut bytes = Vec::new();
    while let Some(piece) = body.next().await {
        let piece = piece.map_err(|_| {
            refused(FileProblem::new(
                "file_upload_broken",
                "The upload broke off. Nothing was kept; please send the file again.",
            ))
        })?;
        if bytes.len() + piece.len() > MOST_BYTES {
            return Err(refused(FileProblem::new(
                "file_too_large",
                "The file is larger than 20 MB. Split it and upload the parts.",
            )));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

fn refused(problem: FileProblem) -> CommandError {
    CommandError::rejected(Rejection::of_field("file", problem.code.to_ascii_uppercase(), problem.message))
}

/// For showing only: no folders, no control characters.
fn clean_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = base.chars().filter(|c| !c.is_control()).take(LONGEST_FILE_NAME).collect();
    if clean.trim().is_empty() { "list.csv".to_owned() } else { clean.trim().to_owned() }
}
