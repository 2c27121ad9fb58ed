use std::sync::Arc;

use chrono::Utc;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, LookedUp};
use pivotal_commands::ports::mailer::{Mail, Mailbox, Mailer};
use pivotal_infra::email_providers::test_mailbox::TestMailboxProvider;
use pivotal_infra::mail::test_mailbox::TestMailbox;
use pivotal_log::testing::TestLog;
use uuid::Uuid;

use super::{emails, outcomes};

#[tokio::test]
async fn the_test_mailbox_keeps_each_mail_once_and_finds_it_again() {
    let test = TestLog::new().await;
    let mailbox = TestMailbox::new(test.pools.clone(), Arc::new(pivotal_log::clock::SystemClock));
    let provider = TestMailboxProvider(mailbox.clone());
    let mails = emails(3);
    for _ in 0..2 {
        assert_eq!(outcomes(&provider.hand_over(&mails[..2]).await), ["accepted", "accepted"]);
    }
    let kept = mailbox.newest(10).await.unwrap();
    assert_eq!(kept.len(), 2);
    let opened = mailbox.find(mails[0].id).await.unwrap().unwrap();
    let first = &opened.mail;
    assert_eq!(first.to_address, "ada1@example.com");
    assert_eq!(first.subject, "Välkommen Ærø, \"Ada\" 1 Bcc: all@example.com");
    assert!(first.text.starts_with("Hello Ærø"), "{}", first.text);
    assert_eq!(kept[1], *first, "the list has all of it but what is seen when it is opened");
    let html = opened.html.unwrap();
    assert!(html.starts_with("<p>Hello Ærø, &quot;Ada&quot; 1"), "{html}");
    let header = |wanted: &str| {
        let found = opened.headers.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    for (name, value) in [
        ("From", "Norhavn <news@norhavn.example>"),
        ("Reply-To", "Sanne <sanne@norhavn.example>"),
        ("Message-ID", "<00000000-0000-0000-0000-000000000001@norhavn.example>"),
        ("Return-Path", "<bounce+1@norhavn.example>"),
        ("List-Unsubscribe", "<https://x.example/u/1>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("Feedback-ID", "7000:norhavn"),
    ] {
        assert_eq!(header(name), Some(value), "{name}");
    }
    assert_eq!(header("Bcc"), None, "no value begins a header of its own");
    assert_eq!(header("To"), Some("Ærø, \"Ada\" 1 Bcc: all@example.com <ada1@example.com>"));
    let asked =
        |at: usize| Asked { id: mails[at].id, to: mails[at].to.address.clone(), handed_over_at: Utc::now() };
    assert!(matches!(provider.look_up(&asked(1)).await, LookedUp::Taken { .. }));
    assert_eq!(provider.look_up(&asked(2)).await, LookedUp::NotTaken);
    let mut newsless = mails[2].clone();
    (newsless.reply_to, newsless.unsubscribe) = (None, None);
    assert_eq!(outcomes(&provider.hand_over(&[newsless]).await), ["accepted"]);
    let names: Vec<String> =
        mailbox.find(mails[2].id).await.unwrap().unwrap().headers.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["From", "To", "Subject", "Message-ID", "Return-Path", "Feedback-ID"]);
    // A database that does not answer may have kept it.
    test.pools.write.close().await;
    assert_eq!(outcomes(&provider.hand_over(&mails[2..]).await), ["unknown"]);
}

#[tokio::test]
async fn a_letter_is_kept_whole_and_what_was_kept_before_has_its_words_alone() {
    let test = TestLog::new().await;
    let mailbox = TestMailbox::new(test.pools.clone(), Arc::new(pivotal_log::clock::SystemClock));
    let letter = Mail {
        id: Uuid::from_u128(1),
        to_name: String::new(),
        to_address: "ada@example.com".into(),
        subject: "Your Pivotal digest".into(),
        text: "Nothing is waiting".into(),
        html: "<p>Nothing is waiting</p>".into(),
        unsubscribe: Some("https://crm.example.com/u/1".into()),
    };
    mailbox.send(&letter).await.unwrap();
    let opened = mailbox.find(letter.id).await.unwrap().unwrap();
    assert_eq!(opened.html.as_deref(), Some("<p>Nothing is waiting</p>"));
    let wanted = [
        ("To", "ada@example.com"),
        ("Subject", "Your Pivotal digest"),
        ("Auto-Submitted", "auto-generated"),
        ("List-Unsubscribe", "<https://crm.example.com/u/1>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
    assert_eq!(opened.headers, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let old = Uuid::from_u128(2);
    sqlx::query("insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body) values ($1, now(), '', 'a', 's', 'words')")
        .bind(old)
        .execute(&test.pools.write)
        .await
        .unwrap();
    let opened = mailbox.find(old).await.unwrap().unwrap();
    assert_eq!((opened.html, opened.headers, opened.mail.text.as_str()), (None, Vec::new(), "words"));
    assert_eq!(mailbox.find(Uuid::from_u128(3)).await.unwrap(), None);
}
