//! The reject file, saved where the import's file lies.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use futures::StreamExt;
use pivotal_commands::context::Context;
use pivotal_commands::files::note_download;
use pivotal_commands::ports::blob_store::BlobKey;
use pivotal_domain::identity::actor::Actor;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// Copies the stored file. Never over one that is there: somebody may be mending it.
pub async fn save(ctx: &Context, actor: &Actor, id: Uuid, key: &str, file: &Path) -> anyhow::Result<PathBuf> {
    let key: BlobKey = key.parse()?;
    note_download(ctx, actor, "import", id, key.as_str()).await?;
    let mut body = ctx.blobs.get_stream(&key, None).await?.body;
    let (path, mut out) = create_beside(file).await?;
    while let Some(piece) = body.next().await {
        out.write_all(&piece?).await?;
    }
    out.flush().await?;
    Ok(path)
}

async fn create_beside(file: &Path) -> anyhow::Result<(PathBuf, tokio::fs::File)> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut number = 1;
    loop {
        let name =
            if number == 1 { format!("{stem}-rejects.csv") } else { format!("{stem}-rejects-{number}.csv") };
        let path = file.with_file_name(name);
        match tokio::fs::File::create_new(&path).await {
            Ok(out) => return Ok((path, out)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error).with_context(|| format!("{} cannot be written", path.display())),
        }
    }
}
