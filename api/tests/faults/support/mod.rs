//! A Pivotal of the test's own, a person who works on it, the file they import, and what must be true at the end.

pub mod file;
pub mod journey;
pub mod oracle;
pub mod pivotal;

use tokio::sync::{Mutex, MutexGuard};

/// One at a time: each of these wants the machine to itself.
pub async fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::const_new(());
    // As the program itself does first thing; the second test finds it done.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    ALONE.lock().await
}
