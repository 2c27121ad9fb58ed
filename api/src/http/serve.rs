//! Listening, and stopping without cutting anybody off.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::connection::{Peer, converse};
use super::router::router;
use crate::app::App;

/// How long open requests may take to end once we are told to stop.
const DRAIN: Duration = Duration::from_secs(10);
/// Before somebody is let in again after that failed.
const PAUSE: Duration = Duration::from_secs(1);

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
    let (most, wait) = (app.config.server.connections, app.config.server.client_wait);
    let (routes, places, open) = (router(app), Arc::new(Semaphore::new(most)), TaskTracker::new());
    loop {
        let (socket, from, place) = tokio::select! {
            () = stop.cancelled() => break,
            next = next(&listener, &places) => match next {
                Ok(next) => next,
                Err(error) => {
                    refused(&error).await;
                    continue;
                }
            },
        };
        // Small answers must not wait for more to send: Nagle costs 40 ms on keep-alive connections.
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
        let peer = Peer::new(socket, wait, place);
        open.spawn(converse(peer, from, routes.clone(), wait, stop.clone()));
    }
    // Nobody else is let in while the last ones end.
    drop(listener);
    open.close();
    if tokio::time::timeout(DRAIN, open.wait()).await.is_err() {
        tracing::warn!("requests that were still open are cut off");
    }
    Ok(())
}

/// Whoever comes next, once there is a place. Who finds none waits with the system, which refuses when its own queue is full.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> std::io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    if places.available_permits() == 0 {
        metrics::counter!("pivotal_connections_full_total").increment(1);
    }
    let place = places.clone().acquire_owned().await.map_err(std::io::Error::other)?;
    let (socket, from) = listener.accept().await?;
    Ok((socket, from, place))
}

/// Who went away before we answered is no trouble; what else there is (no file descriptors, above all) is not mended by asking on.
async fn refused(error: &std::io::Error) {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "nobody can be let in");
        tokio::time::sleep(PAUSE).await;
    }
}
