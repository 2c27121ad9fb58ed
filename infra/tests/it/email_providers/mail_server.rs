//! A mail server that answers by a script.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What it says, or does.
#[derive(Debug, Clone, Copy)]
pub enum Says {
    Line(&'static str),
    After(Duration, &'static str),
    Nothing,
    HangsUp,
}

/// Asked with every line; the greeting has the line `GREETING`, and the end of a mail `END`. What it leaves open is taken.
type Script = Arc<dyn Fn(&str) -> Option<Says> + Send + Sync>;

#[derive(Clone)]
pub struct MailServer {
    pub port: u16,
    script: Script,
    heard: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl MailServer {
    pub async fn start(script: impl Fn(&str) -> Option<Says> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = MailServer {
            port: listener.local_addr().unwrap().port(),
            script: Arc::new(script),
            heard: Arc::default(),
            connections: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                serving.connections.fetch_add(1, Ordering::Relaxed);
                let serving = serving.clone();
                // A caller that hangs up in the middle is no failure of the server.
                tokio::spawn(async move { serving.converse(stream).await.is_ok() });
            }
        });
        server
    }

    /// Lines in the order they came, those of mails among them.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    pub fn count(&self, start: &str) -> usize {
        self.heard().iter().filter(|line| line.starts_with(start)).count()
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let (mut in_mail, mut line) = (false, "GREETING".to_owned());
        loop {
            let usual = match line.split(' ').next().unwrap_or_default() {
                "GREETING" => "220 test ESMTP",
                "EHLO" => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
                "AUTH" => "235 2.7.0 Welcome",
                "DATA" => "354 Go on",
                "END" => "250 2.0.0 Ok: queued as 4XyZ",
                "QUIT" => "221 2.0.0 Bye",
                _ => "250 2.0.0 Ok",
            };
            let said = match (self.script)(&line).unwrap_or(Says::Line(usual)) {
                Says::Line(said) => said,
                Says::After(time, said) => {
                    tokio::time::sleep(time).await;
                    said
                }
                Says::Nothing => std::future::pending().await,
                Says::HangsUp => return Ok(()),
            };
            write.write_all(format!("{said}\r\n").as_bytes()).await?;
            in_mail |= line == "DATA" && said.starts_with("354");
            line = loop {
                let Some(next) = lines.next_line().await? else { return Ok(()) };
                self.heard.lock().unwrap().push(next.clone());
                match (in_mail, next.as_str()) {
                    (true, ".") => {
                        in_mail = false;
                        break "END".to_owned();
                    }
                    (true, _) => {}
                    (false, _) => break next,
                }
            };
        }
    }
}
