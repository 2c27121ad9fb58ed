//! Subscriptions: looks at what is watched, twice a second unless said otherwise, and tells what changed.
//!
//! The rows are the truth, whichever process writes them, so a look finds every change; a bell would only save the look.

use std::future::Future;
use std::time::Duration;

use futures::Stream;
use futures::stream;

use crate::errors::ApiResult;

const LOOK: Duration = Duration::from_millis(500);

/// Emits once at the start, then whenever `key` of what `look` finds has changed. Ends when there is nothing any more.
pub fn watch<T, K, L, F>(
    look: L,
    key: impl Fn(&T) -> K + Send + 'static,
) -> impl Stream<Item = async_graphql::Result<T>>
where
    T: Send + 'static,
    K: PartialEq + Send + 'static,
    L: Fn() -> F + Send + 'static,
    F: Future<Output = ApiResult<Option<T>>> + Send,
{
    watch_every(LOOK, look, key)
}

/// As [`watch`], at a pace of its own: for what many people follow all the time.
pub fn watch_every<T, K, L, F>(
    pace: Duration,
    look: L,
    key: impl Fn(&T) -> K + Send + 'static,
) -> impl Stream<Item = async_graphql::Result<T>>
where
    T: Send + 'static,
    K: PartialEq + Send + 'static,
    L: Fn() -> F + Send + 'static,
    F: Future<Output = ApiResult<Option<T>>> + Send,
{
    struct Watching<L, K, P> {
        look: L,
        key: P,
        last: Option<K>,
        over: bool,
    }
    let start = Watching { look, key, last: None, over: false };
    stream::unfold(start, move |mut watching| async move {
        if watching.over {
            return None;
        }
        loop {
            match (watching.look)().await {
                Ok(Some(value)) => {
                    let key = (watching.key)(&value);
                    if watching.last.as_ref() != Some(&key) {
                        watching.last = Some(key);
                        return Some((Ok(value), watching));
                    }
                }
                Ok(None) => return None,
                Err(error) => {
                    watching.over = true;
                    return Some((Err(error.into()), watching));
                }
            }
            tokio::time::sleep(pace).await;
        }
    })
}
