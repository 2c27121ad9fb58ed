use std::sync::Arc;

use pivotal_domain::audience::email_verification::mail_domain::MailDomain;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::{Subject, Verdict};
use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_domain::email::senders::setup::Draft;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::{archive_sender, restore_sender};
use super::brands::{archive_brand, change_brand, create_brand, restore_brand, set_default_sender};
use super::check::{check_sender, senders_in_use, start_check};
use super::create::create_sender;
use super::update::change_sender;
use super::{Accounts, Outside};
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::jobs::kinds::SENDER_CHECK;
use crate::jobs::queue::JobQueue;
use crate::ports::sender_dns::WrittenRecords;

fn accounts() -> Accounts {
    let main = Account { name: "main".into(), provider: Provider::SendGrid, spf: None };
    Arc::from([Account::test(), main])
}

fn look(name: &str) -> Look {
    Look { name: name.into(), ..Look::default() }
}

fn draft(brand: Uuid) -> Draft {
    Draft {
        from_name: "Ada of Norhavn".into(),
        from_address: "news@norhavn.example".into(),
        reply_to: None,
        brand,
        physical_address: "Norhavn AS, 0150 Oslo".into(),
        tracking_domain: Some("links.norhavn.example".into()),
        account: "main".into(),
        dkim_selector: Some("s1".into()),
        dkim_record: None,
        ramp: None,
    }
}

fn outside(dns: WrittenRecords) -> Outside {
    Outside { dns: Arc::new(dns), accounts: accounts(), target: Some("app.pivotal.example".into()) }
}

/// Everything is as it should be.
fn records() -> WrittenRecords {
    let text = |name: &str, text: String| (name.to_owned(), vec![text]);
    WrittenRecords {
        texts: [
            text("norhavn.example", "v=spf1 include:sendgrid.net ~all".into()),
            text("sendgrid.net", "v=spf1 ip4:192.0.2.0/24 ~all".into()),
            text("s1._domainkey.norhavn.example", format!("v=DKIM1; p={}", "A".repeat(392))),
            text("_dmarc.norhavn.example", "v=DMARC1; p=reject".into()),
        ]
        .into(),
        aliases: [("links.norhavn.example".to_owned(), "app.pivotal.example".to_owned())].into(),
        mail: [("norhavn.example".to_owned(), MailDomain::Hosts(vec!["mx.norhavn.example".into()]))].into(),
        silent: Vec::new(),
    }
}

async fn brand(t: &Setup, name: &str) -> Uuid {
    create_brand(&t.ctx, &system(), look(name), None).await.unwrap().id
}

async fn sender(t: &Setup, brand: Uuid) -> Uuid {
    create_sender(&t.ctx, &accounts(), &system(), draft(brand), None).await.unwrap().id
}

async fn state(t: &Setup, id: Uuid) -> SenderProfile {
    t.ctx.log.load::<SenderProfile>(id).await.unwrap().state
}

#[tokio::test]
async fn only_administrators_change_senders_and_brands() {
    let t = Setup::new().await;
    let brand = brand(&t, "Norhavn").await;
    for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        let made = create_sender(&t.ctx, &accounts(), &actor, draft(brand), None).await;
        assert_eq!(code(made), "forbidden", "{role}");
        assert_eq!(code(create_brand(&t.ctx, &actor, look("Fjord"), None).await), "forbidden", "{role}");
    }
}

#[tokio::test]
async fn a_sender_belongs_to_a_brand_that_is_in_use() {
    let t = Setup::new().await;
    let made = create_sender(&t.ctx, &accounts(), &system(), draft(Uuid::now_v7()), None).await;
    assert_eq!(code(made), "not found");
    let own = brand(&t, "Norhavn").await;
    let id = sender(&t, own).await;
    assert_eq!(code(archive_brand(&t.ctx, &system(), own).await), "EMAIL_BRAND_IN_USE");
    assert_eq!(code(archive_sender(&t.ctx, &system(), id).await), "accepted");
    assert_eq!(code(archive_brand(&t.ctx, &system(), own).await), "accepted");
    assert_eq!(code(restore_sender(&t.ctx, &system(), id).await), "EMAIL_BRAND_ARCHIVED");
    assert_eq!(code(restore_brand(&t.ctx, &system(), own).await), "accepted");
    assert_eq!(code(restore_sender(&t.ctx, &system(), id).await), "accepted");
}

#[tokio::test]
async fn brands_have_names_of_their_own() {
    let t = Setup::new().await;
    let first = brand(&t, "Norhavn").await;
    assert_eq!(code(create_brand(&t.ctx, &system(), look("NORHAVN"), None).await), "EMAIL_BRAND_NAME_TAKEN");
    let second = brand(&t, "Fjord").await;
    assert_eq!(
        code(change_brand(&t.ctx, &system(), second, look("norhavn")).await),
        "EMAIL_BRAND_NAME_TAKEN"
    );
    assert_eq!(code(change_brand(&t.ctx, &system(), first, look("norhavn")).await), "accepted");
}

#[tokio::test]
async fn a_default_is_a_sender_of_the_brand_and_stays_while_it_is_one() {
    let t = Setup::new().await;
    let (own, other) = (brand(&t, "Norhavn").await, brand(&t, "Fjord").await);
    let id = sender(&t, own).await;
    assert_eq!(code(set_default_sender(&t.ctx, &system(), other, Some(id)).await), "SENDER_OF_ANOTHER_BRAND");
    assert_eq!(code(set_default_sender(&t.ctx, &system(), own, Some(id)).await), "accepted");
    assert_eq!(code(archive_sender(&t.ctx, &system(), id).await), "SENDER_IS_DEFAULT");
    let moved = change_sender(&t.ctx, &accounts(), &system(), id, draft(other)).await;
    assert_eq!(code(moved), "SENDER_IS_DEFAULT");
    assert_eq!(code(set_default_sender(&t.ctx, &system(), own, None).await), "accepted");
    assert_eq!(code(archive_sender(&t.ctx, &system(), id).await), "accepted");
    assert_eq!(code(set_default_sender(&t.ctx, &system(), own, Some(id)).await), "SENDER_ARCHIVED");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_no_second_sender() {
    let t = Setup::new().await;
    let own = brand(&t, "Norhavn").await;
    let (accounts, admin) = (accounts(), system());
    let create = || create_sender(&t.ctx, &accounts, &admin, draft(own), Some("k1"));
    let (first, repeat) = (create().await.unwrap(), create().await.unwrap());
    assert_eq!((first.id, first.position), (repeat.id, repeat.position));
}

#[tokio::test]
async fn a_new_sender_is_checked_and_what_is_right_passes() {
    let t = Setup::new().await;
    let own = brand(&t, "Norhavn").await;
    let id = sender(&t, own).await;
    let queue = JobQueue::new(t.ctx.log.pools.write.clone(), t.ctx.clock.clone());
    let waiting = waiting(&t).await;
    assert_eq!(waiting.len(), 1, "its first check was enqueued with it");
    assert_eq!(
        start_check(&t.ctx, &queue, &system(), id).await.unwrap(),
        waiting[0],
        "and is the one asked for"
    );
    assert_eq!(state(&t, id).await.health(), None);

    check_sender(&t.ctx, &outside(records()), id).await.unwrap();
    let checked = state(&t, id).await;
    assert_eq!(checked.health(), Some(Verdict::Pass), "{:?}", checked.checks);
    let asked: Vec<Subject> = checked.checks.iter().map(|check| check.subject).collect();
    assert_eq!(asked, Subject::ALL);
}

#[tokio::test]
async fn what_is_wrong_is_named_with_the_record_to_publish() {
    let t = Setup::new().await;
    let own = brand(&t, "Norhavn").await;
    let id = sender(&t, own).await;
    let mut dns = records();
    dns.texts.remove("norhavn.example");
    dns.aliases.clear();
    dns.silent.push("_dmarc.norhavn.example".into());
    check_sender(&t.ctx, &outside(dns), id).await.unwrap();
    let checked = state(&t, id).await;
    assert_eq!(checked.health(), Some(Verdict::Fail));
    let of = |subject| checked.checks.iter().find(|check| check.subject == subject).unwrap();
    assert_eq!(of(Subject::Spf).publish.as_ref().unwrap().value, "v=spf1 include:sendgrid.net ~all");
    assert_eq!(of(Subject::Tracking).publish.as_ref().unwrap().value, "app.pivotal.example");
    assert_eq!(of(Subject::Dmarc).verdict, Verdict::Unknown);

    // The account left the configuration: its sender says so at the next check.
    let gone = Outside { accounts: Arc::from([Account::test()]), ..outside(records()) };
    check_sender(&t.ctx, &gone, id).await.unwrap();
    let last = state(&t, id).await.checks.pop().unwrap();
    assert_eq!((last.subject, last.reason), (Subject::Account, Reason::AccountUnknown));
}

#[tokio::test]
async fn an_archived_sender_is_not_checked() {
    let t = Setup::new().await;
    let own = brand(&t, "Norhavn").await;
    let id = sender(&t, own).await;
    let other = sender(&t, own).await;
    assert_eq!(senders_in_use(&t.ctx).await.unwrap(), [id, other]);
    archive_sender(&t.ctx, &system(), id).await.unwrap();
    assert_eq!(senders_in_use(&t.ctx).await.unwrap(), [other]);
    check_sender(&t.ctx, &outside(records()), id).await.unwrap();
    assert_eq!(state(&t, id).await.checked_at, None);
    let queue = JobQueue::new(t.ctx.log.pools.write.clone(), t.ctx.clock.clone());
    assert_eq!(code(start_check(&t.ctx, &queue, &system(), id).await), "SENDER_ARCHIVED");
    assert_eq!(code(start_check(&t.ctx, &queue, &system(), Uuid::now_v7()).await), "not found");
}

async fn waiting(t: &Setup) -> Vec<Uuid> {
    sqlx::query_scalar("select id from jobs.queue where kind = $1")
        .bind(SENDER_CHECK.name)
        .fetch_all(&t.ctx.log.pools.write)
        .await
        .unwrap()
}
