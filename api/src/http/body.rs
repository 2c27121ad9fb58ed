//! The patience we have with a request's body. How large it may be is said where it is read.

use std::io;
use std::time::{Duration, Instant};

use axum::body::{Body, BodyDataStream, Bytes, HttpBody};
use axum::extract::Request;
use futures::{StreamExt, stream};

/// The same request; its body breaks off with [`io::ErrorKind::TimedOut`] when nothing of it comes for `wait`, or when all the waiting
/// for it together is longer than `wait` and a second for every thousand bytes that did come. What we do meanwhile is not counted.
pub fn awaited(request: Request, wait: Duration) -> Request {
    request.map(|body| match body.is_end_stream() {
        true => body,
        false => {
            let awaited = Awaited { body: body.into_data_stream(), wait, left: wait };
            Body::from_stream(stream::unfold(Some(awaited), next))
        }
    })
}

struct Awaited {
    body: BodyDataStream,
    /// For the next piece.
    wait: Duration,
    /// For all that is still to come.
    left: Duration,
}

/// One piece, and what comes after it; nothing comes after a failure.
async fn next(awaited: Option<Awaited>) -> Option<(io::Result<Bytes>, Option<Awaited>)> {
    let mut awaited = awaited?;
    let began = Instant::now();
    let came = tokio::time::timeout(awaited.wait.min(awaited.left), awaited.body.next()).await;
    let Ok(came) = came else {
        let slow = io::Error::new(io::ErrorKind::TimedOut, "the body came too slowly");
        return Some((Err(slow), None));
    };
    match came? {
        Ok(piece) => {
            // A millisecond a byte.
            let earned = Duration::from_millis(piece.len() as u64);
            awaited.left = awaited.left.saturating_sub(began.elapsed()).saturating_add(earned);
            Some((Ok(piece), Some(awaited)))
        }
        Err(broken) => Some((Err(io::Error::other(broken)), None)),
    }
}
