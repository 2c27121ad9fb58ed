//! The file that proves a statement: stored first, then named in the log. What was refused is not kept.

use bytes::Bytes;
use futures::StreamExt;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::command::ConsentCommand;
use pivotal_domain::suppression::consents::error::ConsentError;
use pivotal_domain::suppression::consents::file::{ProofFile, SIZE_MAX};
use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use super::person;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute, no_jobs};
use crate::ports::blob_store::{BlobError, BlobKey, BlobStream};

/// Whatever was uploaded is handed out as bytes: a browser must not run what somebody sent as a proof.
pub const CONTENT_TYPE: &str = "application/octet-stream";

pub struct AttachProof {
    pub contact: Uuid,
    pub statement: Uuid,
    /// As the person named it; never part of a path.
    pub name: String,
    pub body: BlobStream,
}

impl std::fmt::Debug for AttachProof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AttachProof({})", self.statement)
    }
}

pub async fn attach_proof(
    ctx: &Context,
    actor: &Actor,
    input: AttachProof,
) -> Result<Executed<Consent>, CommandError> {
    let AttachProof { contact, statement, name, body } = input;
    person(ctx, actor, contact, Permission::ConsentsRecord).await?;
    // Before megabytes are sent for nothing.
    if ctx.log.load::<Consent>(id_of(contact)).await?.state.statement(statement).is_none() {
        return Err(ConsentError::Unknown.into());
    }
    let at = ctx.now();
    let key = BlobKey::new("consent", at, Uuid::now_v7()).map_err(CommandError::unexpected)?;
    let meta = match ctx.blobs.put_stream(&key, CONTENT_TYPE, bounded(body)).await {
        Ok(meta) => meta,
        Err(BlobError::Upload(error)) => return Err(refused(&error)),
        Err(error) => return Err(CommandError::unexpected(error)),
    };
    let file = ProofFile {
        key: key.as_str().to_owned(),
        name: Some(shown(&name)),
        size: meta.size,
        sha256: meta.sha256,
    };
    let done = execute::<Consent, _, _>(
        ctx,
        id_of(contact),
        &actor.metadata(),
        None,
        |loaded| {
            let (file, source) = (file.clone(), actor.source.clone());
            Ok(loaded.state.decide(ConsentCommand::AttachFile { at, contact, statement, file, source })?)
        },
        no_jobs,
    )
    .await;
    let is_named = |done: &Executed<Consent>| {
        let held = done.state.statement(statement).and_then(|held| held.file.as_ref());
        held.is_some_and(|held| held.key == file.key)
    };
    // Refused, or there already: then nobody would ever delete this one.
    if !done.as_ref().is_ok_and(is_named) {
        ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
    }
    done
}

/// Cuts the stream off where it grows too large.
fn bounded(body: BlobStream) -> BlobStream {
    let mut size = 0u64;
    let body = body.map(move |piece| {
        let piece: Bytes = piece?;
        size += piece.len() as u64;
        if size > SIZE_MAX {
            return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "too large"));
        }
        Ok(piece)
    });
    body.boxed()
}

fn refused(error: &std::io::Error) -> CommandError {
    CommandError::rejected(if error.kind() == std::io::ErrorKind::FileTooLarge {
        let most = SIZE_MAX / 1024 / 1024;
        let message = format!("The file is larger than {most} MB. Give a link to it as the proof instead.");
        Rejection::of_field("file", "CONSENT_FILE_TOO_LARGE", message)
    } else {
        let message = "The upload broke off. Nothing was kept; please send the file again.";
        Rejection::of_field("file", "UPLOAD_BROKEN", message)
    })
}

/// For showing only: without folders.
fn shown(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = base.chars().filter(|character| !character.is_control()).take(200).collect();
    if clean.trim().is_empty() { "proof".to_owned() } else { clean.trim().to_owned() }
}
