use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures::future::join_all;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp, Refusal};
use pivotal_infra::email_providers::smtp::{SmtpAccountSettings, SmtpProvider};
use pivotal_infra::mail::smtp::SmtpSecurity;
use tokio::net::TcpListener;

use super::mail_server::{MailServer, Says};
use super::{address, emails, outcomes, refusal};

const MINUTE: Duration = Duration::from_secs(60);

fn settings(port: u16) -> SmtpAccountSettings {
    SmtpAccountSettings {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: SmtpSecurity::None,
        login: None,
        helo: Some("out.norhavn.example".into()),
        connections: 1,
        timeout: Duration::from_secs(20),
    }
}

fn provider(server: &MailServer) -> SmtpProvider {
    SmtpProvider::new(settings(server.port)).unwrap()
}

/// Of one that gives up soon: for servers that fall silent.
fn impatient(server: &MailServer) -> SmtpProvider {
    SmtpProvider::new(SmtpAccountSettings { timeout: Duration::from_secs(3), ..settings(server.port) })
        .unwrap()
}

#[tokio::test]
async fn mails_are_handed_over_whole_and_share_a_connection() {
    let server = MailServer::start(|_| None).await;
    let login = Some(("pivotal".to_owned(), "secret".to_owned().into()));
    let provider = SmtpProvider::new(SmtpAccountSettings { login, ..settings(server.port) }).unwrap();
    let answers = provider.hand_over(&emails(3)).await;
    let taken = HandOver::Accepted { provider_id: Some("4XyZ".into()) };
    assert_eq!(answers, [taken.clone(), taken.clone(), taken]);
    assert_eq!((server.connections(), server.count("EHLO out.norhavn.example")), (1, 1));
    let heard = server.heard();
    for expected in [
        "AUTH PLAIN",
        "MAIL FROM:<bounce+2@norhavn.example>",
        "RCPT TO:<ada2@example.com>",
        "From: Norhavn <news@norhavn.example>",
        "Message-ID: <00000000-0000-0000-0000-000000000002@norhavn.example>",
        "List-Unsubscribe: <https://x.example/u/2>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Feedback-ID: 7000:norhavn",
    ] {
        assert!(heard.iter().any(|line| line.starts_with(expected)), "{expected}: {heard:#?}");
    }
    let mut head = heard.iter().skip_while(|line| *line != "DATA").take_while(|line| !line.is_empty());
    assert!(!head.any(|line| line.starts_with("Bcc:")), "{heard:#?}");
    assert_eq!(server.count("RCPT"), 3, "{heard:#?}");
}

#[tokio::test]
async fn every_refusal_is_known_for_what_it_is_and_the_connection_goes_on() {
    for (at, said, expected) in [
        ("RCPT TO:<ada1@", "550 5.1.1 <ada1@example.com>: no such user", Refusal::Recipient),
        ("RCPT TO:<ada1@", "450 4.2.0 greylisted", Refusal::DeferRecipient(MINUTE * 10)),
        ("RCPT TO:<ada1@", "451 4.7.1 too many mails from you", Refusal::DeferDomain(MINUTE * 15)),
        ("RCPT TO:<ada1@", "552 5.2.2 mailbox full", Refusal::Mail),
        ("RCPT TO:<ada1@", "554 5.7.1 relay access denied", Refusal::Setup),
        ("MAIL FROM:<bounce+1@", "550 5.7.1 you may not send as this", Refusal::Setup),
        ("DATA", "451 4.3.0 later", Refusal::DeferBoth(MINUTE)),
    ] {
        let server = MailServer::start(move |line| line.starts_with(at).then_some(Says::Line(said))).await;
        let provider = provider(&server);
        let answers = provider.hand_over(&emails(2)).await;
        assert_eq!(refusal(&answers[0]), Some(expected), "{said}: {answers:?}");
        if at != "DATA" {
            assert_eq!(answers[1].outcome(), "accepted", "{said}: {answers:?}");
        }
    }
    let spam = MailServer::start(|line| (line == "END").then_some(Says::Line("554 5.7.1 spam"))).await;
    let answers = provider(&spam).hand_over(&emails(2)).await;
    assert_eq!(outcomes(&answers), ["mail", "mail"]);
    assert_eq!(spam.connections(), 1, "a refusal in order ends no connection");
}

#[tokio::test]
async fn a_server_that_closes_holds_up_everything() {
    let (all, both) = (Refusal::DeferAll(MINUTE), Refusal::DeferBoth(MINUTE));
    for (at, expected) in [("GREETING", all), ("MAIL", all), ("RCPT", both), ("DATA", both), ("END", both)] {
        let closing = Says::Line("421 4.3.2 too many connections");
        let server = MailServer::start(move |line| line.starts_with(at).then_some(closing)).await;
        let answers = provider(&server).hand_over(&emails(1)).await;
        assert_eq!(refusal(&answers[0]), Some(expected), "{at}: {answers:?}");
    }
    let wrong = |line: &str| line.starts_with("AUTH").then_some(Says::Line("535 5.7.8 wrong password"));
    let server = MailServer::start(wrong).await;
    let login = Some(("pivotal".to_owned(), "secret".to_owned().into()));
    let provider = SmtpProvider::new(SmtpAccountSettings { login, ..settings(server.port) }).unwrap();
    let answers = provider.hand_over(&emails(1)).await;
    assert_eq!(refusal(&answers[0]), Some(Refusal::Setup), "{answers:?}");
    assert!(!format!("{answers:?}").contains("secret"));
}

async fn outcome_of(at: &'static str, says: Says) -> (&'static str, Says, &'static str, usize) {
    let server = MailServer::start(move |line| line.starts_with(at).then_some(says)).await;
    let answers = impatient(&server).hand_over(&emails(1)).await;
    (at, says, answers[0].outcome(), server.count("MAIL"))
}

#[tokio::test]
async fn silence_after_a_mail_is_unknown_and_before_it_nothing_was_sent() {
    let all = [Says::Nothing, Says::HangsUp, Says::Line("so be it")];
    let before = ["GREETING", "EHLO", "MAIL", "RCPT", "DATA"];
    let cases = all.iter().flat_map(|says| before.iter().copied().map(move |at| outcome_of(at, *says)));
    for (at, says, outcome, _) in join_all(cases).await {
        // From then on it is a try for whoever the conversation was about.
        let expected = if matches!(at, "RCPT" | "DATA") { "defer_both" } else { "defer_all" };
        assert_eq!(outcome, expected, "{at} {says:?}");
    }
    for (_, says, outcome, begun) in join_all(all.iter().map(|says| outcome_of("END", *says))).await {
        assert_eq!((outcome, begun), ("unknown", 1), "{says:?}: handed over once");
    }
}

#[tokio::test]
async fn a_slow_server_is_waited_for() {
    let slow = |line: &str| match line {
        "END" => Some(Says::After(Duration::from_millis(300), "250 2.0.0 taken")),
        _ => None,
    };
    let server = MailServer::start(slow).await;
    let answers = provider(&server).hand_over(&emails(1)).await;
    assert_eq!(answers, [HandOver::Accepted { provider_id: None }]);
}

#[tokio::test]
async fn a_connection_that_was_kept_and_hung_up_costs_nothing() {
    for says in [Says::HangsUp, Says::Line("421 4.4.2 idle for too long")] {
        let begun = AtomicUsize::new(0);
        // To the second mail that is begun, whichever it is.
        let server = MailServer::start(move |line| {
            (line.starts_with("MAIL") && begun.fetch_add(1, Ordering::Relaxed) == 1).then_some(says)
        })
        .await;
        let provider = provider(&server);
        let mails = emails(2);
        assert_eq!(outcomes(&provider.hand_over(&mails[..1]).await), ["accepted"]);
        assert_eq!(outcomes(&provider.hand_over(&mails[1..]).await), ["accepted"], "{says:?}");
        assert_eq!((server.connections(), server.count("RCPT")), (2, 2), "{says:?}");
    }
}

#[tokio::test]
async fn no_more_connections_are_opened_than_are_allowed() {
    let server = MailServer::start(|_| None).await;
    let provider =
        SmtpProvider::new(SmtpAccountSettings { connections: 3, ..settings(server.port) }).unwrap();
    let answers = provider.hand_over(&emails(30)).await;
    assert!(outcomes(&answers).iter().all(|outcome| *outcome == "accepted"), "{answers:?}");
    assert!(server.connections() <= 3, "{}", server.connections());
    assert_eq!(server.count("RCPT"), 30);
}

#[tokio::test]
async fn without_the_protection_that_was_asked_for_nothing_is_said() {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let server = MailServer::start(|_| None).await;
    let settings = SmtpAccountSettings { security: SmtpSecurity::StartTls, ..settings(server.port) };
    let answers = SmtpProvider::new(settings).unwrap().hand_over(&emails(1)).await;
    assert_eq!(refusal(&answers[0]), Some(Refusal::Setup), "{answers:?}");
    assert_eq!(server.count("MAIL"), 0);
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_later_and_never_looked_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let provider = SmtpProvider::new(settings(port)).unwrap();
    let answers = provider.hand_over(&emails(2)).await;
    assert_eq!(outcomes(&answers), ["defer_all", "defer_all"]);
    let asked = Asked {
        id: uuid::Uuid::from_u128(1),
        to: address("ada1@example.com"),
        handed_over_at: chrono::Utc::now(),
    };
    assert_eq!((provider.look_up(&asked).await, provider.looks_up_after()), (LookedUp::Untold, None));
}
