//! A mailbox that behaves as written down: what is asked of it, and what comes of its answers.

use std::sync::{Arc, Mutex};

use chrono::{TimeZone, Utc};
use pivotal_commands::ports::inbound_mailbox::{InboundMailbox, Position};
use pivotal_infra::imap::{ImapMailbox, ImapSecurity, ImapSettings};
use secrecy::SecretString;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// Mails with the numbers 5 and 7, in a folder of numbering 9.
async fn server(heard: Arc<Mutex<Vec<String>>>, password_fits: bool) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let heard = heard.clone();
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"* OK ready\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    let (tag, command) = line.split_once(' ').unwrap();
                    heard.lock().unwrap().push(command.to_owned());
                    let answer = match command.split(' ').next().unwrap() {
                        "LOGIN" if !password_fits => format!("{tag} NO [AUTHENTICATIONFAILED] no\r\n"),
                        "EXAMINE" => format!(
                            "* 2 EXISTS\r\n* OK [UIDVALIDITY 9] fine\r\n* OK [UIDNEXT 8] next\r\n{tag} OK [READ-ONLY] done\r\n"
                        ),
                        "UID" if command.contains("SEARCH UID") => format!("* SEARCH 7\r\n{tag} OK done\r\n"),
                        "UID" if command.contains("SEARCH") => format!("* SEARCH 7 5\r\n{tag} OK done\r\n"),
                        "UID" => {
                            let uid = command.split(' ').nth(2).unwrap();
                            let mail = format!("Subject: number {uid}\r\n\r\n{tag} OK is no end here\r\n");
                            let length = mail.len();
                            format!(
                                "* 1 FETCH (UID {uid} BODY[]<0> {{{length}}}\r\n{mail})\r\n{tag} OK done\r\n"
                            )
                        }
                        "LOGOUT" => return,
                        _ => format!("{tag} OK done\r\n"),
                    };
                    write.write_all(answer.as_bytes()).await.unwrap();
                }
            });
        }
    });
    port
}

fn mailbox(port: u16) -> ImapMailbox {
    ImapMailbox(ImapSettings {
        host: "127.0.0.1".into(),
        port,
        security: ImapSecurity::None,
        user: "replies".into(),
        password: SecretString::from("a \"word\"".to_owned()),
        folder: "INBOX".into(),
    })
}

#[tokio::test]
async fn mails_behind_a_position_are_read_and_nothing_is_changed() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let mailbox = mailbox(server(heard.clone(), true).await);
    let since = Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap();
    let first = mailbox.behind(None, since, 10).await.unwrap();
    let uids: Vec<u32> = first.mails.iter().map(|mail| mail.uid).collect();
    assert_eq!((first.validity, uids), (9, vec![5, 7]), "the oldest first");
    let mail = String::from_utf8(first.mails[0].raw.clone()).unwrap();
    assert!(mail.starts_with("Subject: number 5\r\n") && mail.ends_with("is no end here\r\n"), "{mail}");
    let said = heard.lock().unwrap().clone();
    assert_eq!(said[0], r#"LOGIN "replies" "a \"word\"""#);
    assert_eq!(said[1], "EXAMINE \"INBOX\"");
    assert_eq!(said[2], "UID SEARCH SINCE 05-Jan-2026");
    assert!(said[3].starts_with("UID FETCH 5 (BODY.PEEK[]"), "{said:?}");

    let behind = |uid: u32, validity: u32| Some(Position { validity, uid });
    let next = mailbox.behind(behind(5, 9), since, 10).await.unwrap();
    assert_eq!(next.mails.iter().map(|mail| mail.uid).collect::<Vec<u32>>(), [7]);
    // A range behind the last mail means the last one.
    assert!(mailbox.behind(behind(7, 9), since, 10).await.unwrap().mails.is_empty());
    // Numbered anew.
    assert_eq!(mailbox.behind(behind(7, 8), since, 10).await.unwrap().mails.len(), 2);
    assert_eq!(mailbox.behind(None, since, 1).await.unwrap().mails.len(), 1);
}

#[tokio::test]
async fn a_server_that_refuses_is_told_of_without_the_password() {
    let mailbox = mailbox(server(Arc::default(), false).await);
    let failure = mailbox.behind(None, Utc::now(), 10).await.unwrap_err().to_string();
    assert!(failure.contains("refused to log in") && !failure.contains("word"), "{failure}");
}
