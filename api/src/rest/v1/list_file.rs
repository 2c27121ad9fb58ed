//! A list as a file that is made while it is sent: nothing of it is kept. Harmless in a spreadsheet, and on record.

use std::io::Read;

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use pivotal_commands::audience::exports::file::{Tail, Writer};
use pivotal_commands::authorise::authorise;
use pivotal_commands::files::note_download;
use pivotal_domain::audience::exports::events::ExportFormat;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::App;
use crate::errors::{ApiResult, chain};
use crate::run_command::run_command;

/// Rows read at once.
const PAGE: i64 = 500;
/// Pieces of the file on their way out.
const AHEAD: usize = 4;
/// Bytes of a packed file sent at once.
const PIECE: usize = 256 * 1024;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    #[default]
    Csv,
    Xlsx,
    Json,
}

impl FileFormat {
    fn of(self) -> ExportFormat {
        match self {
            FileFormat::Csv => ExportFormat::Csv,
            FileFormat::Xlsx => ExportFormat::Xlsx,
            FileFormat::Json => ExportFormat::Json,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            FileFormat::Csv => "csv",
            FileFormat::Xlsx => "xlsx",
            FileFormat::Json => "json",
        }
    }
}

/// What is sent.
pub struct ListFile<'a> {
    pub about_type: &'static str,
    /// Nil: the list is nobody's.
    pub about: Uuid,
    /// Without its ending; of letters, digits and hyphens.
    pub name: &'static str,
    pub sheet: &'a str,
    /// Key in JSON, heading in the others.
    pub columns: &'a [(&'a str, &'a str)],
    pub format: FileFormat,
}

/// Rows, and where the next page begins.
pub type PageRead = ApiResult<(Vec<Vec<Value>>, Option<String>)>;

/// Values of records leave: whoever takes them out may export such records.
pub fn may_take_out(actor: &Actor, entity: Entity) -> ApiResult<()> {
    let permission = match entity {
        Entity::Contact => Permission::ContactsExport,
        Entity::Account => Permission::AccountsExport,
    };
    Ok(authorise(actor, permission).map(drop)?)
}

/// `read` reads a page. What is wrong with the first is told; what breaks later breaks the file off.
pub async fn send<F>(app: &App, actor: &Actor, file: ListFile<'_>, mut read: F) -> ApiResult<Response>
where
    F: FnMut(PageArgs) -> BoxFuture<'static, PageRead> + Send + 'static,
{
    let first = read(PageArgs::first(PAGE)).await?;
    let ListFile { about_type, about, name, .. } = file;
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { note_download(&context, &by, about_type, about, name).await }).await?;
    let writer = Writer::of_list(file.sheet, file.columns, file.format.of())
        .map_err(|error| crate::errors::ApiError::internal(&error))?;
    let mut response = Body::from_stream(written(writer, first, read)).into_response();
    let out = response.headers_mut();
    let disposition = format!("attachment; filename=\"{name}.{}\"", file.format.ending());
    let set = [
        (header::CONTENT_TYPE, file.format.of().content_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    for (name, value) in set {
        if let Ok(value) = value.parse() {
            out.insert(name, value);
        }
    }
    Ok(response)
}

/// In a task of its own: its statements must not be cut off when the reader goes away.
fn written<F>(
    writer: Writer,
    first: (Vec<Vec<Value>>, Option<String>),
    read: F,
) -> BoxStream<'static, std::io::Result<Bytes>>
where
    F: FnMut(PageArgs) -> BoxFuture<'static, PageRead> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        if let Err(error) = write(writer, first, read, &sender).await {
            tracing::error!(error = %chain(error.as_ref()), "a list could not be sent to its end");
            // Without an error the reader would take what it has for the whole file.
            let _ = sender.send(Err(std::io::Error::other("the list was not read to its end"))).await;
        }
    });
    ReceiverStream::new(receiver).boxed()
}

type Broken = Box<dyn std::error::Error + Send + Sync>;

async fn write<F>(
    mut writer: Writer,
    (mut rows, mut after): (Vec<Vec<Value>>, Option<String>),
    mut read: F,
    sender: &mpsc::Sender<std::io::Result<Bytes>>,
) -> Result<(), Broken>
where
    F: FnMut(PageArgs) -> BoxFuture<'static, PageRead> + Send + 'static,
{
    loop {
        let piece = writer.rows(rows)?;
        // Nobody reads any more: that is no fault.
        if !piece.is_empty() && sender.send(Ok(piece)).await.is_err() {
            return Ok(());
        }
        let Some(cursor) = after else { break };
        let args = PageArgs { after: Some(cursor), ..PageArgs::first(PAGE) };
        (rows, after) = read(args).await.map_err(|error| error.detail)?;
    }
    let (tail, _) = tokio::task::spawn_blocking(move || writer.end()).await??;
    match tail {
        Tail::Bytes(bytes) => drop(sender.send(Ok(bytes)).await),
        Tail::File(file) => pieces(file, sender.clone()).await?,
    }
    Ok(())
}

async fn pieces(mut file: std::fs::File, sender: mpsc::Sender<std::io::Result<Bytes>>) -> Result<(), Broken> {
    tokio::task::spawn_blocking(move || {
        loop {
            let mut piece = vec![0; PIECE];
            let length = file.read(&mut piece)?;
            piece.truncate(length);
            if length == 0 || sender.blocking_send(Ok(Bytes::from(piece))).is_err() {
                return Ok(());
            }
        }
    })
    .await?
}
