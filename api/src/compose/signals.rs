//! Being told to stop.

use tokio::signal::unix::{SignalKind, signal};

/// Ctrl-C or SIGTERM. A second one ends the process at once: whoever asks twice does not want to wait.
pub async fn stop_asked() -> std::io::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        std::process::exit(130);
    });
    Ok(())
}
