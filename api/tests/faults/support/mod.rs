//! A Pivotal of the test's own, a person who works on it, the file they import, and what must be true at the end.

pub mod file;
pub mod home;
pub mod journey;
pub mod oracle;
pub mod pivotal;
pub mod services;

use tokio::sync::{Semaphore, SemaphorePermit};

/// Rounds that go on side by side: what the smallest build machine has processors.
const SIDE_BY_SIDE: u32 = 2;
static ROOM: Semaphore = Semaphore::const_new(SIDE_BY_SIDE as usize);

/// For tests that measure time, or hurt a server that others use too.
pub async fn alone() -> SemaphorePermit<'static> {
    ROOM.acquire_many(SIDE_BY_SIDE).await.unwrap()
}

/// For tests that only hurt a Pivotal of their own.
pub async fn side_by_side() -> SemaphorePermit<'static> {
    ROOM.acquire().await.unwrap()
}
