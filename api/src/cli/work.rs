//! `pivotal work`: the working side of a distributed installation. Any number of them share the work.

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::compose::signals::stop_asked;
use crate::compose::working::Working;
use crate::config::Config;

pub async fn work(config: Config) -> anyhow::Result<()> {
    let backend = Backend::open(config, Ownership::Join).await?;
    let working = Working::start(&backend).await?;
    say("Pivotal works");
    stop_asked().await?;
    working.stop().await;
    backend.close().await;
    Ok(())
}
