//! What is said to a mail server (RFC 5321): a greeting, a sender, recipients one after the other, and good-bye. Never `DATA`.

use std::time::Duration;

use pivotal_commands::ports::mailbox_probe::{Answer, Question, Trouble};
use pivotal_domain::audience::email_verification::reply::{Reply, Said};
use tokio::io::{
    AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, ReadHalf, WriteHalf,
};
use tokio::time::timeout;

/// Longest line that is read. RFC 5321 allows 512 bytes.
const LINE: u64 = 2_048;
/// Lines of one reply.
const LINES: usize = 64;
/// For the good-bye: nobody waits for its answer longer.
const FAREWELL: Duration = Duration::from_secs(2);

/// How we introduce ourselves, and how long we wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manners {
    /// Our host's name, as its address leads to by reverse DNS.
    pub helo: String,
    /// An address of ours that takes mail.
    pub from: String,
    /// For each reply.
    pub patience: Duration,
}

/// What is answered is in `answer` as it comes, so that what was said before a time limit counts.
pub async fn ask<S>(stream: S, manners: &Manners, question: &Question, answer: &mut Answer)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (read, write) = tokio::io::split(stream);
    let mut talk = Talk { read: BufReader::new(read), write, patience: manners.patience };
    answer.trouble = talk.recipients(manners, question, answer).await.err();
    // Also where it went wrong: to hang up without a word is bad manners, and some hold it against the caller.
    let farewell = timeout(FAREWELL, async {
        talk.say("QUIT").await?;
        talk.reply().await
    });
    drop(farewell.await);
}

struct Talk<S> {
    read: BufReader<ReadHalf<S>>,
    write: WriteHalf<S>,
    patience: Duration,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Talk<S> {
    async fn recipients(
        &mut self,
        manners: &Manners,
        question: &Question,
        answer: &mut Answer,
    ) -> Result<(), Trouble> {
        must_be(220..=220, &self.reply().await?)?;
        self.say(&format!("EHLO {}", manners.helo)).await?;
        let greeted = self.reply().await?;
        if (500..=599).contains(&greeted.code) {
            self.say(&format!("HELO {}", manners.helo)).await?;
            must_be(250..=250, &self.reply().await?)?;
        } else {
            must_be(250..=250, &greeted)?;
        }
        self.say(&format!("MAIL FROM:<{}>", manners.from)).await?;
        must_be(250..=251, &self.reply().await?)?;
        if let Some(stranger) = &question.stranger {
            answer.stranger = Some(self.recipient(stranger).await?);
        }
        for mailbox in &question.mailboxes {
            let said = self.recipient(mailbox).await?;
            answer.said.push(said);
        }
        Ok(())
    }

    async fn recipient(&mut self, mailbox: &str) -> Result<Said, Trouble> {
        // Addresses are parsed before they come here; one that would be two commands is not said all the same.
        if mailbox.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>')) {
            return Ok(Said::Refused);
        }
        self.say(&format!("RCPT TO:<{mailbox}>")).await?;
        let reply = self.reply().await?;
        match reply.code {
            // It closes the door.
            421 => Err(Trouble::Later),
            _ => Ok(reply.about_recipient()),
        }
    }

    async fn say(&mut self, line: &str) -> Result<(), Trouble> {
        let line = format!("{line}\r\n");
        match timeout(self.patience, self.write.write_all(line.as_bytes())).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Trouble::Silent),
        }
    }

    async fn reply(&mut self) -> Result<Reply, Trouble> {
        let patience = self.patience;
        timeout(patience, self.lines()).await.unwrap_or(Err(Trouble::Silent))
    }

    /// The lines of one reply: `250-first`, `250 last`.
    async fn lines(&mut self) -> Result<Reply, Trouble> {
        let mut texts: Vec<String> = Vec::new();
        loop {
            let line = self.line().await?;
            let digits = line.get(..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
            let code: u16 = digits.and_then(|code| code.parse().ok()).ok_or(Trouble::Unreadable)?;
            let (last, text) = match line.as_bytes().get(3) {
                None => (true, ""),
                Some(b' ') => (true, line.get(4..).unwrap_or_default()),
                Some(b'-') => (false, line.get(4..).unwrap_or_default()),
                Some(_) => return Err(Trouble::Unreadable),
            };
            texts.push(text.to_owned());
            if last {
                return Ok(Reply { code, text: texts.join(" ") });
            }
            if texts.len() >= LINES {
                return Err(Trouble::Unreadable);
            }
        }
    }

    async fn line(&mut self) -> Result<String, Trouble> {
        let mut line = Vec::new();
        let mut read = (&mut self.read).take(LINE);
        read.read_until(b'\n', &mut line).await.map_err(|_| Trouble::Silent)?;
        match line.last() {
            Some(b'\n') => Ok(String::from_utf8_lossy(&line).trim_end().to_owned()),
            // Longer than a line, or it hung up.
            Some(_) if line.len() as u64 == LINE => Err(Trouble::Unreadable),
            _ => Err(Trouble::Silent),
        }
    }
}

fn must_be(codes: std::ops::RangeInclusive<u16>, reply: &Reply) -> Result<(), Trouble> {
    match reply.code {
        code if codes.contains(&code) => Ok(()),
        400..=499 => Err(Trouble::Later),
        500..=599 => Err(Trouble::Refused),
        _ => Err(Trouble::Unreadable),
    }
}
