//! `pivotal up`: everything in one process.

use pivotal_commands::identity::development::{LOGINS, seed_development_users};

use super::say::say;
use crate::app::App;
use crate::compose::backend::{Backend, Ownership};
use crate::compose::signals::stop_asked;
use crate::compose::working::Working;
use crate::config::Config;
use crate::http::{metrics, serve};

pub async fn up(config: Config) -> anyhow::Result<()> {
    // The port first: whoever finds it taken should not wait for a database.
    let listener = serve::listen(config.server.address).await?;
    let url = config.server.shown_url(listener.local_addr()?);
    metrics::recorder();
    let mut backend = Backend::open(config, Ownership::Own).await?;
    let stopping = backend.stopping.clone();
    let working = Working::start(&backend).await?;
    if backend.config.mode.is_development() {
        seed_development_users(&backend.context).await?;
    }
    let app = App::new(backend.core())?;
    let server = tokio::spawn(serve::serve(listener, app, stopping.clone()));
    announce(&url, backend.config.mode.is_development());

    let ended = tokio::select! {
        asked = stop_asked() => asked.map_err(Into::into),
        () = backend.database_ended() => Err(anyhow::anyhow!("the private database ended and could not be started again; its log is in {}", backend.config.state.join("pg").display())),
    };
    tracing::info!("stopping");
    stopping.cancel();
    server.await??;
    working.stop().await;
    backend.close().await;
    ended
}

/// The one address, and in development who can sign in.
pub fn announce(url: &str, development: bool) {
    say(format!("\n  Pivotal is ready at {url}\n"));
    if development {
        for login in LOGINS {
            say(format!("    {:<26} {:<14} {}", login.email, login.password, login.role.label()));
        }
        say("");
    }
}
