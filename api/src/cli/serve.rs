//! `pivotal serve`: the web and API side of a distributed installation.

use pivotal_commands::identity::development::seed_development_users;

use super::up::announce;
use crate::app::App;
use crate::compose::backend::{Backend, Ownership};
use crate::compose::signals::stop_asked;
use crate::config::Config;
use crate::http::{metrics, serve as http};

pub async fn serve(config: Config) -> anyhow::Result<()> {
    let listener = http::listen(config.server.address).await?;
    let url = config.server.shown_url(listener.local_addr()?);
    metrics::recorder();
    let backend = Backend::open(config, Ownership::Join).await?;
    let stopping = backend.stopping.clone();
    let server = tokio::spawn(http::serve(listener, App::new(backend.core())?, stopping.clone()));
    let development = backend.config.mode.is_development();
    if development {
        seed_development_users(&backend.context).await?;
    }
    announce(&url, development);
    stop_asked().await?;
    stopping.cancel();
    server.await??;
    backend.close().await;
    Ok(())
}
