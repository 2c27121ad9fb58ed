//! What is said to an IMAP server: five commands, and answers whose mails come as counted bytes.

use std::io;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};

/// Longest line that is read; a list of numbers may be long.
const LINE: u64 = 1 << 20;
/// Of a mail, so much is read; what a report or a reply says stands at its beginning.
const MAIL: usize = 5 << 20;
/// Lines of one answer.
const LINES: usize = 10_000;

#[derive(Debug, thiserror::Error)]
pub enum TalkError {
    #[error("the server cannot be reached: {0}")]
    Io(#[from] io::Error),
    #[error("the name of the server is none")]
    Host,
    #[error("no certificate can be checked")]
    Tls,
    /// What it said is left out: it may repeat what it was told.
    #[error("the server refused to {0}")]
    Refused(&'static str),
    #[error("the server does not speak IMAP as expected")]
    Unexpected,
    #[error("a user, a password or a folder has a character that cannot be said")]
    Unsayable,
}

/// A line of an answer, with the counted bytes that stood in it.
struct Said {
    line: String,
    bytes: Option<Vec<u8>>,
}

pub struct Talk<S> {
    stream: BufReader<S>,
    commands: u32,
}

impl<S> std::fmt::Debug for Talk<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Talk(..)")
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Talk<S> {
    pub async fn greeted(stream: S) -> Result<Self, TalkError> {
        let mut talk = Talk { stream: BufReader::new(stream), commands: 0 };
        match talk.said().await?.line.starts_with("* OK") {
            true => Ok(talk),
            false => Err(TalkError::Refused("greet")),
        }
    }

    pub async fn login(&mut self, user: &str, password: &str) -> Result<(), TalkError> {
        let command = format!("LOGIN {} {}", quoted(user)?, quoted(password)?);
        self.command("log in", &command).await.map(drop)
    }

    /// For reading alone. Answers what its numbers are of.
    pub async fn examine(&mut self, folder: &str) -> Result<u32, TalkError> {
        let answer = self.command("open the folder", &format!("EXAMINE {}", quoted(folder)?)).await?;
        let validity = answer.iter().find_map(|said| {
            let (_, rest) = said.line.split_once("[UIDVALIDITY ")?;
            rest.split(']').next()?.trim().parse().ok()
        });
        validity.ok_or(TalkError::Unexpected)
    }

    pub async fn search(&mut self, what: &str) -> Result<Vec<u32>, TalkError> {
        let answer = self.command("search", &format!("UID SEARCH {what}")).await?;
        let found = answer.iter().filter_map(|said| said.line.strip_prefix("* SEARCH"));
        Ok(found.flat_map(|numbers| numbers.split_whitespace().filter_map(|one| one.parse().ok())).collect())
    }

    /// A mail, or the beginning of a large one.
    pub async fn fetch(&mut self, uid: u32) -> Result<Option<Vec<u8>>, TalkError> {
        let command = format!("UID FETCH {uid} (BODY.PEEK[]<0.{MAIL}>)");
        let answer = self.command("give a mail", &command).await?;
        Ok(answer.into_iter().find_map(|said| said.bytes))
    }

    /// Nobody waits for the answer.
    pub async fn leave(&mut self) {
        drop(self.stream.write_all(b"z LOGOUT\r\n").await);
        drop(self.stream.flush().await);
    }

    async fn command(&mut self, what: &'static str, command: &str) -> Result<Vec<Said>, TalkError> {
        self.commands += 1;
        let tag = format!("p{} ", self.commands);
        self.stream.write_all(format!("{tag}{command}\r\n").as_bytes()).await?;
        self.stream.flush().await?;
        let mut answer = Vec::new();
        for _ in 0..LINES {
            let said = self.said().await?;
            match said.line.strip_prefix(&tag) {
                Some(end) if end.starts_with("OK") => return Ok(answer),
                Some(_) => return Err(TalkError::Refused(what)),
                None if said.line.starts_with("* BYE") => return Err(TalkError::Refused(what)),
                None => answer.push(said),
            }
        }
        Err(TalkError::Unexpected)
    }

    /// One line. Bytes that it counts stand apart, and what follows them belongs to it.
    async fn said(&mut self) -> Result<Said, TalkError> {
        let (mut line, mut bytes) = (String::new(), None);
        loop {
            let mut part = Vec::new();
            let read = (&mut self.stream).take(LINE).read_until(b'\n', &mut part).await?;
            if read == 0 || !part.ends_with(b"\n") {
                return Err(TalkError::Unexpected);
            }
            let part = String::from_utf8_lossy(&part);
            let part = part.trim_end_matches(['\r', '\n']);
            let Some(length) = counted(part) else {
                line.push_str(part);
                return Ok(Said { line, bytes });
            };
            if length > MAIL {
                return Err(TalkError::Unexpected);
            }
            line.push_str(part);
            let mut counted = vec![0; length];
            self.stream.read_exact(&mut counted).await?;
            bytes = Some(counted);
        }
    }
}

/// `... {123}`: so many bytes follow.
fn counted(line: &str) -> Option<usize> {
    line.strip_suffix('}')?.rsplit_once('{')?.1.trim_end_matches('+').parse().ok()
}

/// As a quoted string (RFC 3501).
fn quoted(text: &str) -> Result<String, TalkError> {
    if text.bytes().any(|byte| byte.is_ascii_control() || !byte.is_ascii()) {
        return Err(TalkError::Unsayable);
    }
    Ok(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told_by_the_end_of_the_line() {
        assert_eq!(counted("* 3 FETCH (UID 5 BODY[]<0> {1234}"), Some(1_234));
        assert_eq!(counted("* OK {x}"), None);
        assert_eq!(counted("* OK"), None);
    }

    #[test]
    fn nothing_that_is_quoted_ends_a_command() {
        assert_eq!(quoted("a\"b\\c").unwrap(), r#""a\"b\\c""#);
        assert!(quoted("a\r\nb").is_err());
        assert!(quoted("ü").is_err());
    }
}
