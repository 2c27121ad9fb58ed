//! The mail server's adapter against a scripted server on loopback: what is said, what is refused, what is silence.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_commands::ports::mailer::{Mail, MailError, Mailer};
use pivotal_infra::mail::smtp::{SmtpMailer, SmtpSecurity, SmtpSettings, SmtpSettingsError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

/// What the server answers; everything else it takes.
#[derive(Clone, Copy)]
struct Script {
    rcpt: &'static str,
    data_end: &'static str,
    /// Greets nobody.
    silent: bool,
}

impl Default for Script {
    fn default() -> Self {
        Script { rcpt: "250 OK", data_end: "250 OK", silent: false }
    }
}

/// What the server was told, line by line.
type Heard = Arc<Mutex<Vec<String>>>;

async fn serve(script: Script) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let hearing = heard.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A caller that hangs up in the middle is no failure of the server.
            let _ = converse(stream, script, &hearing).await;
        }
    });
    (port, heard)
}

async fn converse(stream: TcpStream, script: Script, heard: &Heard) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    if script.silent {
        std::future::pending::<()>().await;
    }
    write.write_all(b"220 test ESMTP\r\n").await?;
    let mut in_data = false;
    while let Some(line) = lines.next_line().await? {
        heard.lock().unwrap().push(line.clone());
        let answer = match (in_data, line.split(' ').next().unwrap_or_default()) {
            (true, ".") => {
                in_data = false;
                script.data_end
            }
            (true, _) => continue,
            (false, "EHLO") => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
            (false, "AUTH") => "235 Welcome",
            (false, "RCPT") => script.rcpt,
            (false, "DATA") => {
                in_data = true;
                "354 Go on"
            }
            (false, "QUIT") => "221 Bye",
            (false, _) => "250 OK",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: SmtpSecurity::None,
        login: None,
        from: "Pivotal <pivotal@crm.example.com>".into(),
        timeout: Duration::from_millis(500),
    }
}

fn mail() -> Mail {
    Mail {
        id: Uuid::from_u128(7),
        to_name: "Ærø Østergård".into(),
        to_address: "ada@example.com".into(),
        subject: "Välkommen".into(),
        text: "Hello,\n\n.a line that begins with a dot\n".into(),
        html: "<p>Hello,</p>".into(),
        unsubscribe: None,
    }
}

#[tokio::test]
async fn a_mail_is_handed_over_whole() {
    let (port, heard) = serve(Script::default()).await;
    let login = Some(("pivotal".to_owned(), "secret".to_owned().into()));
    let mailer = SmtpMailer::new(SmtpSettings { login, ..settings(port) }).unwrap();
    mailer.send(&mail()).await.unwrap();
    let heard = heard.lock().unwrap().clone();
    let said = |start: &str| heard.iter().any(|line| line.starts_with(start));
    for expected in [
        "EHLO crm.example.com",
        "AUTH PLAIN",
        "MAIL FROM:<pivotal@crm.example.com>",
        "RCPT TO:<ada@example.com>",
        "DATA",
        "Message-ID: <00000000-0000-0000-0000-000000000007@crm.example.com>",
        "Auto-Submitted: auto-generated",
        "Subject: =?utf-8?b?",
        "..a line that begins with a dot",
    ] {
        assert!(said(expected), "{expected}: {heard:#?}");
    }
    assert!(heard.iter().any(|line| line.contains("multipart/alternative")), "{heard:#?}");
}

#[tokio::test]
async fn what_the_server_will_never_take_is_refused_and_the_rest_is_tried_later() {
    let refusing = [
        (Script { rcpt: "550 No such user", ..Script::default() }, true),
        (Script { rcpt: "451 Come back later", ..Script::default() }, false),
        (Script { data_end: "554 Spam", ..Script::default() }, true),
        (Script { data_end: "452 Full", ..Script::default() }, false),
        (Script { silent: true, ..Script::default() }, false),
    ];
    for (script, for_good) in refusing {
        let (port, _) = serve(script).await;
        let error = SmtpMailer::new(settings(port)).unwrap().send(&mail()).await.unwrap_err();
        assert_eq!(matches!(error, MailError::Refused(_)), for_good, "{}: {error}", script.rcpt);
    }
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = SmtpMailer::new(settings(port)).unwrap().send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Later(_)), "{error}");
}

#[tokio::test]
async fn without_the_protection_that_was_asked_for_nothing_is_said() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let (port, heard) = serve(Script::default()).await;
    let settings = SmtpSettings { security: SmtpSecurity::StartTls, ..settings(port) };
    let error = SmtpMailer::new(settings).unwrap().send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Later(_)), "{error}");
    let heard = heard.lock().unwrap().clone();
    assert!(!heard.iter().any(|line| line.starts_with("MAIL")), "{heard:?}");
}

#[tokio::test]
async fn what_is_no_address_is_said_at_once() {
    let wrong = SmtpSettings { from: "nobody".into(), ..settings(25) };
    assert!(matches!(SmtpMailer::new(wrong), Err(SmtpSettingsError::From(_))));
    let nowhere = Mail { to_address: "ada at example.com".into(), ..mail() };
    let error = SmtpMailer::new(settings(1)).unwrap().send(&nowhere).await.unwrap_err();
    assert!(matches!(error, MailError::Refused(_)), "{error}");
}
