//! A mailbox that replies, reports of delivery and complaints come in to. The adapter is in `pivotal-infra`.

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The last mail that was taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Numbers of another one mean other mails.
    pub validity: u32,
    pub uid: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    pub uid: u32,
    /// As it came, or the beginning of one that is too large.
    pub raw: Vec<u8>,
}

/// What lies behind a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    pub validity: u32,
    /// The oldest first.
    pub mails: Vec<Arrived>,
}

/// The mailbox cannot be read. In words for a log; no password stands in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InboundFailure(pub String);

/// The port. Reading changes nothing in the mailbox.
#[async_trait]
pub trait InboundMailbox: Send + Sync {
    /// At most so many mails behind a position; without one, or when the server has numbered anew, those that came since.
    async fn behind(
        &self,
        position: Option<Position>,
        since: DateTime<Utc>,
        most: usize,
    ) -> Result<Behind, InboundFailure>;
}

/// For tests: what is put in, and nothing else. Asks no network.
#[derive(Debug, Default)]
pub struct WrittenMailbox {
    mails: Mutex<Vec<Arrived>>,
}

impl WrittenMailbox {
    pub fn put(&self, uid: u32, raw: &str) {
        let arrived = Arrived { uid, raw: raw.replace('\n', "\r\n").into_bytes() };
        self.mails.lock().unwrap_or_else(PoisonError::into_inner).push(arrived);
    }
}

#[async_trait]
impl InboundMailbox for WrittenMailbox {
    async fn behind(
        &self,
        position: Option<Position>,
        _since: DateTime<Utc>,
        most: usize,
    ) -> Result<Behind, InboundFailure> {
        let after = position.map_or(0, |position| position.uid);
        let mails = self.mails.lock().unwrap_or_else(PoisonError::into_inner);
        let mails = mails.iter().filter(|mail| mail.uid > after).take(most).cloned().collect();
        Ok(Behind { validity: 1, mails })
    }
}
