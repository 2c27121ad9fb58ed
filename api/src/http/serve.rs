//! Listening, and stopping without cutting anybody off.

use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::router::router;
use crate::app::App;

/// How long open requests may take to end once we are told to stop.
const DRAIN: Duration = Duration::from_secs(10);

#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    #[error(
        "{0} is taken by another program, perhaps another Pivotal. Stop that one, or set PIVOTAL_ADDRESS to a free address"
    )]
    Taken(SocketAddr),
    #[error("{0} is not an address of this machine. Set PIVOTAL_ADDRESS to one that is, as 127.0.0.1:4300")]
    NotOurs(SocketAddr),
    #[error(
        "this user may not listen on {0}: ports below 1024 belong to the system. Set PIVOTAL_ADDRESS to a higher one"
    )]
    NotAllowed(SocketAddr),
    #[error("cannot listen on {0}")]
    Other(SocketAddr, #[source] std::io::Error),
}

pub async fn listen(address: SocketAddr) -> Result<TcpListener, ListenError> {
    use std::io::ErrorKind::{AddrInUse, AddrNotAvailable, PermissionDenied};
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        AddrInUse => ListenError::Taken(address),
        AddrNotAvailable => ListenError::NotOurs(address),
        PermissionDenied => ListenError::NotAllowed(address),
        _ => ListenError::Other(address, error),
    })
}

/// Serves until `stop`, then lets open requests end.
pub async fn serve(listener: TcpListener, app: App, stop: CancellationToken) -> std::io::Result<()> {
    // Small answers must not wait for more to send: Nagle costs 40 ms on keep-alive connections.
    let listener = listener.tap_io(|socket| {
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
    });
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let drained = stop.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown(stop.clone().cancelled_owned());
    let server = tokio::spawn(server.into_future());
    drained.cancelled().await;
    match tokio::time::timeout(DRAIN, server).await {
        Ok(Ok(result)) => result,
        Ok(Err(broken)) => Err(std::io::Error::other(broken)),
        Err(_) => {
            tracing::warn!("requests that were still open are cut off");
            Ok(())
        }
    }
}
