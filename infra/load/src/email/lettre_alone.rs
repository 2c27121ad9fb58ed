//! The reference of P8: lettre sends the same mails to the same server, over as many connections, and does nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::ensure;
use lettre::Address;
use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;

use super::sink::Sink;

/// As many as an account has unless said.
const CONNECTIONS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(60);

/// Mails a second. `mails` as they are said to the server, in turn; each to somebody else.
pub async fn rate(sink: &Sink, mails: Vec<Vec<u8>>, count: u64) -> anyhow::Result<f64> {
    ensure!(!mails.is_empty(), "there is no mail to send again");
    let (mails, next) = (Arc::new(mails), Arc::new(AtomicU64::new(0)));
    let began = Instant::now();
    let tasks = (0..CONNECTIONS).map(|_| tokio::spawn(send(sink.port, mails.clone(), next.clone(), count)));
    for task in tasks.collect::<Vec<_>>() {
        task.await??;
    }
    let took = began.elapsed().as_secs_f64();
    let taken = sink.forget().len() as u64;
    ensure!(taken == count, "the mail server took {taken} of {count} mails");
    Ok(count as f64 / took)
}

async fn send(port: u16, mails: Arc<Vec<Vec<u8>>>, next: Arc<AtomicU64>, count: u64) -> anyhow::Result<()> {
    let hello = ClientId::Domain("bench.example".to_owned());
    let server = ("127.0.0.1", port);
    let mut connection =
        AsyncSmtpConnection::connect_tokio1(server, Some(PATIENCE), &hello, None, None).await?;
    let from: Address = "news@norhavn.example".parse()?;
    for mail in mails.iter().cycle() {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= count {
            break;
        }
        let to: Address = format!("person{number}@reference.test").parse()?;
        let envelope = Envelope::new(Some(from.clone()), vec![to])?;
        connection.send(&envelope, mail).await?;
    }
    connection.quit().await?;
    Ok(())
}
