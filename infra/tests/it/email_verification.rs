//! Name servers and mail servers on loopback that say what a script says.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_commands::ports::mail_dns::MailDns;
use pivotal_commands::ports::mailbox_probe::{Answer, MailboxProbe, Question, Trouble};
use pivotal_domain::audience::email_verification::mail_domain::MailDomain;
use pivotal_domain::audience::email_verification::reply::Said;
use pivotal_infra::email_verification::dialogue::Manners;
use pivotal_infra::email_verification::dns::{DnsSettings, HickoryDns};
use pivotal_infra::email_verification::probe::{ProbeSettings, SmtpProbe};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, UdpSocket};

const MX: u16 = 15;
const A: u16 = 1;

/// What a name server knows: name, type, data. A name that begins with `fails` is answered with SERVFAIL, one of which nothing is known
/// with NXDOMAIN.
pub type Zone = Vec<(&'static str, u16, Vec<u8>)>;

pub fn name(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in text.split('.').filter(|label| !label.is_empty()) {
        bytes.push(u8::try_from(label.len()).unwrap());
        bytes.extend(label.as_bytes());
    }
    bytes.push(0);
    bytes
}

fn mx(preference: u16, host: &str) -> Vec<u8> {
    [preference.to_be_bytes().to_vec(), name(host)].concat()
}

/// One question and its answers (RFC 1035), without compression.
fn respond(query: &[u8], zone: &Zone) -> Option<Vec<u8>> {
    let (mut at, mut labels) = (12, Vec::new());
    while *query.get(at)? != 0 {
        let length = usize::from(query[at]);
        labels.push(String::from_utf8_lossy(query.get(at + 1..at + 1 + length)?).to_lowercase());
        at += length + 1;
    }
    let asked = labels.join(".");
    let kind = u16::from_be_bytes([*query.get(at + 1)?, *query.get(at + 2)?]);
    let question = &query[12..at + 5];
    let answers: Vec<&Vec<u8>> =
        zone.iter().filter(|(owner, of, _)| *owner == asked && *of == kind).map(|(.., data)| data).collect();
    let code: u8 = match zone.iter().any(|(owner, ..)| *owner == asked) {
        _ if asked.starts_with("fails") => 2,
        true => 0,
        false => 3,
    };
    let mut response = query[..2].to_vec();
    response.extend([0x84 | (query[2] & 1), 0x80 | code, 0, 1]);
    response.extend(u16::try_from(answers.len()).unwrap().to_be_bytes());
    response.extend([0, 0, 0, 0]);
    response.extend(question);
    for data in answers {
        response.extend(name(&asked));
        response.extend(kind.to_be_bytes());
        response.extend([0, 1, 0, 0, 0, 60]);
        response.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        response.extend(data);
    }
    Some(response)
}

pub async fn name_server(zone: Zone) -> HickoryDns {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 1_500];
        while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
            if let Some(response) = respond(&buffer[..length], &zone) {
                let _ = socket.send_to(&response, from).await;
            }
        }
    });
    HickoryDns::new(DnsSettings { servers: vec![address], timeout: Duration::from_millis(500) })
}

#[tokio::test]
async fn a_domains_records_say_who_takes_its_mail() {
    let dns = name_server(vec![
        ("norhavn.test", MX, mx(20, "backup.norhavn.test")),
        ("norhavn.test", MX, mx(10, "mx.norhavn.test")),
        ("never.test", MX, mx(0, ".")),
        ("bare.test", A, vec![192, 0, 2, 7]),
        ("mx.norhavn.test", A, vec![127, 0, 0, 1]),
        ("text.test", 16, vec![1, b'x']),
    ])
    .await;
    let hosts = MailDomain::Hosts(vec!["mx.norhavn.test".into(), "backup.norhavn.test".into()]);
    assert_eq!(dns.mail_domain("norhavn.test").await.unwrap(), hosts);
    assert_eq!(dns.mail_domain("never.test").await.unwrap(), MailDomain::RefusesMail);
    assert_eq!(dns.mail_domain("bare.test").await.unwrap(), MailDomain::Hosts(vec!["bare.test".into()]));
    assert_eq!(dns.mail_domain("text.test").await.unwrap(), MailDomain::NoServer);
    assert_eq!(dns.mail_domain("nowhere.test").await.unwrap(), MailDomain::NoDomain);
    // A failure is not an absence.
    assert!(dns.mail_domain("fails.test").await.is_err());
    assert_eq!(dns.addresses("mx.norhavn.test").await.unwrap(), ["127.0.0.1".parse::<IpAddr>().unwrap()]);
    assert_eq!(dns.addresses("nowhere.test").await.unwrap(), Vec::<IpAddr>::new());
}

/// How a mail server behaves.
#[derive(Clone, Copy)]
struct Script {
    greeting: &'static str,
    /// What is said to this recipient; everybody else gets `others`.
    known: (&'static str, &'static str),
    others: &'static str,
    /// Says nothing any more after so many recipients.
    falls_silent_after: usize,
}

const POLITE: Script = Script {
    greeting: "220 mx.norhavn.test ESMTP",
    known: ("RCPT TO:<ada@norhavn.test>", "250 2.1.5 Ok"),
    others: "550 5.1.1 no such user",
    falls_silent_after: usize::MAX,
};

type Heard = Arc<Mutex<Vec<String>>>;

async fn mail_server(script: Script) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (port, heard) = (listener.local_addr().unwrap().port(), Heard::default());
    let hearing = heard.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let hearing = hearing.clone();
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let (mut lines, mut recipients) = (BufReader::new(read).lines(), 0);
                if script.greeting.is_empty() {
                    std::future::pending::<()>().await;
                }
                write.write_all(format!("{}\r\n", script.greeting).as_bytes()).await?;
                while let Some(line) = lines.next_line().await? {
                    hearing.lock().unwrap().push(line.clone());
                    recipients += usize::from(line.starts_with("RCPT"));
                    if recipients > script.falls_silent_after {
                        std::future::pending::<()>().await;
                    }
                    let answer = match line.split(' ').next().unwrap_or_default() {
                        "EHLO" => "250-mx.norhavn.test\r\n250-PIPELINING\r\n250 SMTPUTF8",
                        "RCPT" if line == script.known.0 => script.known.1,
                        "RCPT" => script.others,
                        "QUIT" => "221 2.0.0 Bye",
                        _ => "250 2.0.0 Ok",
                    };
                    write.write_all(format!("{answer}\r\n").as_bytes()).await?;
                }
                std::io::Result::Ok(())
            });
        }
    });
    (port, heard)
}

async fn asked(script: Script, private: bool) -> (Answer, Vec<String>) {
    let (port, heard) = mail_server(script).await;
    let dns = name_server(vec![("mx.norhavn.test", A, vec![127, 0, 0, 1])]).await;
    let manners = Manners {
        helo: "out.example.com".into(),
        from: "verify@example.com".into(),
        patience: Duration::from_millis(300),
    };
    let limits = (Duration::from_millis(500), Duration::from_secs(3));
    let settings = ProbeSettings { manners, port, connect: limits.0, whole: limits.1, private };
    let question = Question {
        host: "mx.norhavn.test".into(),
        stranger: Some("qwertyuiopasdfg@norhavn.test".into()),
        mailboxes: vec!["ada@norhavn.test".into(), "gone@norhavn.test".into()],
    };
    let answer = SmtpProbe::new(settings, Arc::new(dns)).ask(&question).await;
    let heard = heard.lock().unwrap().clone();
    (answer, heard)
}

#[tokio::test]
async fn a_mail_server_is_asked_up_to_the_recipient_and_nothing_is_sent() {
    let (answer, heard) = asked(POLITE, true).await;
    assert_eq!(answer.stranger, Some(Said::NoMailbox));
    assert_eq!((answer.said, answer.trouble), (vec![Said::Accepted, Said::NoMailbox], None));
    assert_eq!(
        heard,
        [
            "EHLO out.example.com",
            "MAIL FROM:<verify@example.com>",
            "RCPT TO:<qwertyuiopasdfg@norhavn.test>",
            "RCPT TO:<ada@norhavn.test>",
            "RCPT TO:<gone@norhavn.test>",
            "QUIT"
        ]
    );
}

#[tokio::test]
async fn a_mail_server_inside_of_our_network_is_not_connected_to() {
    let (answer, heard) = asked(POLITE, false).await;
    assert_eq!((answer.trouble, heard), (Some(Trouble::Private), Vec::new()));
}

#[tokio::test]
async fn what_goes_wrong_is_told_apart() {
    let all = Script { others: "250 ok", ..POLITE };
    assert_eq!(asked(all, true).await.0.stranger, Some(Said::Accepted));
    let grey = Script { others: "450 4.2.0 Greylisted", known: ("", ""), ..POLITE };
    assert_eq!(asked(grey, true).await.0.said, [Said::Later, Said::Later]);
    let mute = Script { greeting: "", ..POLITE };
    assert_eq!(asked(mute, true).await.0.trouble, Some(Trouble::Silent));
    let odd = Script { greeting: "HTTP/1.1 400 Bad Request", ..POLITE };
    assert_eq!(asked(odd, true).await.0.trouble, Some(Trouble::Unreadable));
    let (closed, heard) = asked(Script { greeting: "554 no service for you", ..POLITE }, true).await;
    assert_eq!((closed.trouble, heard), (Some(Trouble::Refused), vec!["QUIT".to_owned()]));
    let busy = Script { others: "421 4.7.0 too many connections", ..POLITE };
    assert_eq!(asked(busy, true).await.0.trouble, Some(Trouble::Later));
    // What was said before it fell silent counts.
    let (half, _) = asked(Script { falls_silent_after: 2, ..POLITE }, true).await;
    assert_eq!((half.said, half.trouble), (vec![Said::Accepted], Some(Trouble::Silent)));
}
