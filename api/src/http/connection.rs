//! One connection, and the patience we have with who is at its other end. HTTP/1.1 only: what speaks HTTP/2 with browsers is the
//! proxy in front of us. What arrives of a request's body too slowly is in [`super::body`].

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::ConnectInfo;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Sleep;
use tokio_util::sync::CancellationToken;
use tower::Layer;

/// Bytes of a request's line and headers together; beyond, the answer is 431. Also what is read or written at once.
pub const HEAD_MAX: usize = 64 << 10;
/// Headers of one request; beyond, the answer is 431.
pub const HEADERS_MAX: usize = 100;

/// Answers what comes until the other side ends it, keeps us waiting for longer than `wait`, or `stop`; then the open request ends
/// first.
pub async fn converse(
    peer: Peer<TcpStream>,
    from: SocketAddr,
    routes: Router,
    wait: Duration,
    stop: CancellationToken,
) {
    let service = TowerToHyperService::new(Extension(ConnectInfo(from)).layer(routes));
    let mut http = http1::Builder::new();
    // From the moment somebody connects, and from each answer on: who is silent, or sends its headers drop by drop, goes.
    http.timer(TokioTimer::new()).header_read_timeout(wait).max_headers(HEADERS_MAX).max_buf_size(HEAD_MAX);
    let mut conversation = pin!(http.serve_connection(TokioIo::new(peer), service).with_upgrades());
    let ended = tokio::select! {
        ended = conversation.as_mut() => ended,
        () = stop.cancelled() => {
            conversation.as_mut().graceful_shutdown();
            conversation.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// The other end of a connection. It holds its place among all that may be open for as long as it is, also as a WebSocket; and it is
/// given up when nothing of what we send was taken for a while: an answer that nobody reads would be held for good.
pub struct Peer<S> {
    socket: S,
    wait: Duration,
    /// Runs while nothing is taken.
    stalled: Option<Pin<Box<Sleep>>>,
    _place: OwnedSemaphorePermit,
}

impl<S> Peer<S> {
    pub fn new(socket: S, wait: Duration, place: OwnedSemaphorePermit) -> Self {
        Peer { socket, wait, stalled: None, _place: place }
    }

    /// What came of sending; an error once it has come to nothing for too long.
    fn watched<T>(&mut self, cx: &mut Context<'_>, sent: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if sent.is_ready() {
            self.stalled = None;
            return sent;
        }
        let wait = self.wait;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(tokio::time::sleep(wait)));
        stalled.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Peer<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Peer<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.socket).poll_write(cx, bytes);
        self.watched(cx, sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.socket).poll_write_vectored(cx, pieces);
        self.watched(cx, sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let sent = Pin::new(&mut self.socket).poll_flush(cx);
        self.watched(cx, sent)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let sent = Pin::new(&mut self.socket).poll_shutdown(cx);
        self.watched(cx, sent)
    }
}
