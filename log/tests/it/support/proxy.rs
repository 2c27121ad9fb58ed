//! Stands between the log and Postgres and, when told to, loses an answer: the server has committed, the client
//! will never hear of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::postgres::PgConnectOptions;
use std::str::FromStr;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixStream};

pub struct LossyProxy {
    /// The database, reached through here.
    pub url: String,
    lose: Arc<AtomicBool>,
}

impl LossyProxy {
    pub async fn before(url: &str) -> LossyProxy {
        let options = PgConnectOptions::from_str(url).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let lose = Arc::new(AtomicBool::new(false));
        let proxy = LossyProxy {
            url: format!(
                "postgres://{}@127.0.0.1:{port}/{}?sslmode=disable",
                options.get_username(),
                options.get_database().unwrap()
            ),
            lose: lose.clone(),
        };
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (options, lose) = (options.clone(), lose.clone());
                tokio::spawn(async move {
                    match options.get_socket() {
                        Some(folder) => {
                            let file = folder.join(format!(".s.PGSQL.{}", options.get_port()));
                            pass(client, UnixStream::connect(file).await.unwrap(), &lose).await;
                        }
                        None => {
                            let server = TcpStream::connect((options.get_host(), options.get_port())).await;
                            pass(client, server.unwrap(), &lose).await;
                        }
                    }
                });
            }
        });
        proxy
    }

    /// The next thing the server says is lost, and the connection with it.
    pub fn lose_next_answer(&self) {
        self.lose.store(true, Ordering::SeqCst);
    }

    pub fn has_lost_it(&self) -> bool {
        !self.lose.load(Ordering::SeqCst)
    }
}

async fn pass(client: TcpStream, server: impl AsyncRead + AsyncWrite + Unpin, lose: &AtomicBool) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = tokio::io::split(server);
    let (mut up, mut down) = (vec![0u8; 65_536], vec![0u8; 65_536]);
    loop {
        tokio::select! {
            read = from_client.read(&mut up) => match read {
                Ok(n) if n > 0 => if to_server.write_all(&up[..n]).await.is_err() { return },
                _ => return,
            },
            read = from_server.read(&mut down) => match read {
                Ok(n) if n > 0 => {
                    if lose.swap(false, Ordering::SeqCst) {
                        return;
                    }
                    if to_client.write_all(&down[..n]).await.is_err() { return }
                }
                _ => return,
            },
        }
    }
}
