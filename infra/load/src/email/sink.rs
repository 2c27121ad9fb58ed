//! A mail server on loopback that takes whatever comes (RFC 5321), and remembers to whom and when.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::OwnedReadHalf;
use tokio::net::{TcpListener, TcpStream};

/// Mails that are kept whole.
const KEPT: usize = 1_000;

#[derive(Debug)]
pub struct Sink {
    pub port: u16,
    heard: Arc<Heard>,
}

/// One mail that was taken.
#[derive(Debug, Clone)]
pub struct Mail {
    /// When the first word about it was heard.
    pub begun: Instant,
    /// Where its recipient ends all mails: the address of the header (RFC 8058).
    pub way_out: Option<String>,
}

#[derive(Debug, Default)]
struct Heard {
    count: AtomicU64,
    /// By recipient.
    mails: Mutex<HashMap<String, Vec<Mail>>>,
    kept: Mutex<Vec<Vec<u8>>>,
}

impl Sink {
    pub async fn start() -> anyhow::Result<Sink> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Sink { port: listener.local_addr()?.port(), heard: Arc::default() };
        let heard = sink.heard.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let heard = heard.clone();
                // A caller that is killed in the middle is no failure of the server.
                tokio::spawn(async move { converse(stream, &heard).await.is_ok() });
            }
        });
        Ok(sink)
    }

    /// Mails since the last [`forget`](Sink::forget).
    pub fn count(&self) -> u64 {
        self.heard.count.load(Ordering::Relaxed)
    }

    /// All of them by recipient, as if none had come since.
    pub fn forget(&self) -> HashMap<String, Vec<Mail>> {
        self.heard.count.store(0, Ordering::Relaxed);
        locked(&self.heard.kept).clear();
        std::mem::take(&mut *locked(&self.heard.mails))
    }

    /// Some recipients with the way out of their first mail.
    pub fn some(&self, most: usize) -> Vec<(String, String)> {
        let mails = locked(&self.heard.mails);
        let with_way_out = mails.iter().filter_map(|(to, mails)| {
            let way_out = mails.first().and_then(|mail| mail.way_out.clone())?;
            Some((to.clone(), way_out))
        });
        with_way_out.take(most).collect()
    }

    /// The first ones as they came.
    pub fn kept(&self) -> Vec<Vec<u8>> {
        locked(&self.heard.kept).clone()
    }
}

impl Heard {
    /// Answers with which it was.
    fn take(&self, to: String, begun: Instant, mail: Vec<u8>) -> u64 {
        let way_out = way_out(&mail);
        locked(&self.mails).entry(to).or_default().push(Mail { begun, way_out });
        {
            let mut kept = locked(&self.kept);
            if kept.len() < KEPT {
                kept.push(mail);
            }
        }
        self.count.fetch_add(1, Ordering::Relaxed) + 1
    }
}

fn locked<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn converse(stream: TcpStream, heard: &Heard) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::with_capacity(1 << 16, read);
    let (mut line, mut to, mut begun) = (Vec::new(), String::new(), Instant::now());
    write.write_all(b"220 sink.example ESMTP\r\n").await?;
    loop {
        line.clear();
        if read.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&line);
        let verb: String = said.chars().take(4).collect::<String>().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-sink.example\r\n250 8BITMIME\r\n".to_owned(),
            "MAIL" => {
                begun = Instant::now();
                "250 2.1.0 Ok\r\n".to_owned()
            }
            "RCPT" => {
                to = recipient(&said);
                "250 2.1.5 Ok\r\n".to_owned()
            }
            "DATA" => {
                write.write_all(b"354 Go on\r\n").await?;
                let Some(mail) = data(&mut read).await? else { return Ok(()) };
                let number = heard.take(std::mem::take(&mut to), begun, mail);
                format!("250 2.0.0 Ok: queued as {number}\r\n")
            }
            "QUIT" => return write.write_all(b"221 2.0.0 Bye\r\n").await,
            _ => "250 2.0.0 Ok\r\n".to_owned(),
        };
        write.write_all(answer.as_bytes()).await?;
    }
}

/// Everything up to the dot. `None`: the caller hung up before it, so the mail was not handed over.
async fn data(read: &mut BufReader<OwnedReadHalf>) -> std::io::Result<Option<Vec<u8>>> {
    let mut mail = Vec::with_capacity(1 << 14);
    loop {
        let begin = mail.len();
        if read.read_until(b'\n', &mut mail).await? == 0 {
            return Ok(None);
        }
        let line = &mail[begin..];
        if line == b".\r\n" {
            mail.truncate(begin);
            return Ok(Some(mail));
        }
        // A dot that a line begins with was doubled (section 4.5.2).
        if line.first() == Some(&b'.') {
            mail.remove(begin);
        }
    }
}

/// `RCPT TO:<ada@norhavn.example>`
fn recipient(said: &str) -> String {
    let address = said.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    address.map_or_else(String::new, |(address, _)| address.to_ascii_lowercase())
}

/// Of the header that mail programs show a button for.
fn way_out(mail: &[u8]) -> Option<String> {
    let end = mail.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(mail.get(..end)?);
    let at = head.to_ascii_lowercase().find("\r\nlist-unsubscribe:")?;
    let (_, rest) = head.get(at..)?.split_once("<http")?;
    let (address, _) = rest.split_once('>')?;
    Some(format!("http{}", address.split_whitespace().collect::<String>()))
}

/// The first address in a mail that begins so, up to the end of its token.
pub fn address_in(mail: &[u8], start: &str) -> Option<String> {
    // Lines that quoted-printable broke.
    let text = String::from_utf8_lossy(mail).replace("=\r\n", "");
    let (_, rest) = text.split_once(start)?;
    let of_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let token: String = rest.chars().take_while(|c| of_token(*c)).collect();
    Some(format!("{start}{token}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_out_is_the_web_address_of_its_header() {
        let mail = b"From: a@b.example\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\
            List-Unsubscribe: <mailto:u@b.example>,\r\n <http://127.0.0.1:1/u/\r\n abc>\r\nTo: c@d.example\r\n\r\n<http://e.example>";
        assert_eq!(way_out(mail).as_deref(), Some("http://127.0.0.1:1/u/abc"));
        assert_eq!(way_out(b"From: a@b.example\r\n\r\n<http://e.example>"), None);
    }

    #[test]
    fn an_address_of_ours_ends_with_its_token_however_lines_are_broken() {
        let mail = b"<img src=3D\"http://127.0.0.1:1/t/o/ab=\r\nc-_9.gif\">";
        let found = address_in(mail, "http://127.0.0.1:1/t/o/");
        assert_eq!(found.as_deref(), Some("http://127.0.0.1:1/t/o/abc-_9"));
        assert_eq!(address_in(mail, "http://127.0.0.1:1/t/c/"), None);
    }

    #[test]
    fn recipients_are_told_apart_by_address() {
        assert_eq!(recipient("RCPT TO:<Ada@Norhavn.example> NOTIFY=NEVER\r\n"), "ada@norhavn.example");
    }
}
