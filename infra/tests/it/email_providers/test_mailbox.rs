use std::sync::Arc;

use chrono::Utc;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, LookedUp};
use pivotal_commands::ports::mailer::Mailbox;
use pivotal_infra::email_providers::test_mailbox::TestMailboxProvider;
use pivotal_infra::mail::test_mailbox::TestMailbox;
use pivotal_log::testing::TestLog;

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
    let first = mailbox.find(mails[0].id).await.unwrap().unwrap();
    assert_eq!(first.to_address, "ada1@example.com");
    assert_eq!(first.subject, "Välkommen Ærø, \"Ada\" 1 Bcc: all@example.com");
    assert!(first.text.starts_with("Hello Ærø"), "{}", first.text);
    let asked =
        |at: usize| Asked { id: mails[at].id, to: mails[at].to.address.clone(), handed_over_at: Utc::now() };
    assert!(matches!(provider.look_up(&asked(1)).await, LookedUp::Taken { .. }));
    assert_eq!(provider.look_up(&asked(2)).await, LookedUp::NotTaken);
    // A database that does not answer may have kept it.
    test.pools.write.close().await;
    assert_eq!(outcomes(&provider.hand_over(&mails[2..]).await), ["unknown"]);
}
