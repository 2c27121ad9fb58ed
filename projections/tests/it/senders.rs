//! Senders and brands: rows, what each role sees, their stories, and what verifying says of them.

use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::brand::{Brand, Look};
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::{Check, Subject, Verdict};
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::senders::project::EmailSenders;
use pivotal_projections::email::senders::query::{brand, brands, sender, senders};
use pivotal_projections::email::senders::story;
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, agent, client_user, minute};

const BRAND: Uuid = Uuid::from_u128(0xb1);
const SENDER: Uuid = Uuid::from_u128(0xe1);

fn who() -> Who {
    Who { from_name: "Ada".into(), from_address: "news@norhavn.example".into(), reply_to: None }
}

fn setup() -> Setup {
    Setup {
        brand: BRAND,
        from_domain: "norhavn.example".into(),
        reply_domain: "norhavn.example".into(),
        physical_address: "Norhavn AS, 0150 Oslo".into(),
        tracking_domain: None,
        provider: Provider::SendGrid,
        account: "main".into(),
        dkim: None,
        ramp: None,
    }
}

fn checked(n: i64, reason: Reason) -> SenderProfileEvent {
    SenderProfileEvent::SenderProfileChecked { at: minute(n), checks: vec![Check::new(Subject::Spf, reason)] }
}

fn renamed() -> SenderProfileEvent {
    SenderProfileEvent::SenderProfileChanged {
        at: minute(5),
        who: Who { from_name: "Ada of Norhavn".into(), ..who() },
        setup: setup(),
        previous_who: who(),
        previous: Box::new(setup()),
    }
}

/// A brand with a sender that was wrong, then right, and is its default.
async fn ground() -> Ground {
    let ground = Ground::new().await;
    let look = Look { name: "Norhavn".into(), ..Look::default() };
    let made = EmailBrandEvent::EmailBrandCreated { at: minute(0), look };
    let chosen =
        EmailBrandEvent::EmailBrandDefaultSet { at: minute(6), sender: Some(SENDER), previous: None };
    ground.append::<Brand>(BRAND, vec![made], &Source::Ui).await;
    let events = vec![
        SenderProfileEvent::SenderProfileCreated { at: minute(1), who: who(), setup: setup() },
        checked(2, Reason::SpfMissing),
        checked(3, Reason::SpfMissing),
        checked(4, Reason::Right),
        renamed(),
    ];
    ground.append::<SenderProfile>(SENDER, events, &Source::Ui).await;
    ground.append::<Brand>(BRAND, vec![chosen], &Source::Ui).await;
    ground.project(EmailSenders).await;
    ground
}

#[tokio::test]
async fn senders_and_brands_follow_their_events() {
    let ground = ground().await;
    let pool = &ground.test.pools.read;
    let row = sender(pool, &admin(), SENDER).await.unwrap().unwrap();
    assert_eq!((row.brand_name.as_str(), row.is_default, row.created_at), ("Norhavn", true, minute(1)));
    assert_eq!(row.state.who.from_name, "Ada of Norhavn");
    assert_eq!((row.state.health(), row.state.checked_at), (Some(Verdict::Pass), Some(minute(4))));
    assert_eq!(brand(pool, &admin(), BRAND).await.unwrap().unwrap().sender_count, 1);

    let archived = SenderProfileEvent::SenderProfileArchived { at: minute(7) };
    ground.append::<SenderProfile>(SENDER, vec![archived], &Source::Ui).await;
    ground.project(EmailSenders).await;
    assert!(sender(pool, &admin(), SENDER).await.unwrap().unwrap().state.archived);
    assert_eq!(brands(pool, &admin()).await.unwrap()[0].sender_count, 0);
}

#[tokio::test]
async fn who_does_not_see_all_campaigns_sees_no_sender() {
    let ground = ground().await;
    let pool = &ground.test.pools.read;
    assert_eq!(senders(pool, &admin()).await.unwrap().len(), 1);
    let narrow: [Actor; 2] = [agent(Uuid::from_u128(4)), client_user()];
    for actor in narrow {
        assert_eq!(senders(pool, &actor).await.unwrap(), []);
        assert_eq!(brands(pool, &actor).await.unwrap(), []);
        assert_eq!(sender(pool, &actor, SENDER).await.unwrap(), None);
        let reading = Reading { pool, opener: &ground.opener() };
        assert_eq!(story::of_sender(reading, &actor, SENDER).await.unwrap(), []);
    }
}

#[tokio::test]
async fn a_story_tells_what_changed_and_leaves_out_checks_that_said_the_same() {
    let ground = ground().await;
    let pool = &ground.test.pools.read;
    let opener = ground.opener();
    let told = story::of_sender(Reading { pool, opener: &opener }, &admin(), SENDER).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Changed",
            "Checked: all is right",
            "Checked: something is wrong",
            "Created as Ada <news@norhavn.example>"
        ]
    );
    assert_eq!(told[0].text.as_deref(), Some("From name: Ada of Norhavn, before: Ada"));
    let told = story::of_brand(Reading { pool, opener: &opener }, &admin(), BRAND).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Default sender chosen", "Created as Norhavn"]);
}

/// Without the guards: these events are written past the commands that keep them.
async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Senders], |_| {}).await.unwrap();
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    let rows = report
        .differences
        .iter()
        .filter(|difference| !difference.what.contains("claim") && !difference.what.contains("match key"));
    rows.map(|difference| {
        format!("{}: {}", difference.record.split(' ').next().unwrap_or_default(), difference.what)
    })
    .collect()
}

#[tokio::test]
async fn damage_to_rows_is_named() {
    let ground = ground().await;
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.execute("update read.email_senders set health = 'fail'").await;
    ground.execute("update read.email_brands set name = 'Another'").await;
    assert_eq!(
        differences(&ground).await,
        ["email_senders: the row differs", "email_brands: the row differs"]
    );
    ground.execute("delete from read.email_senders").await;
    assert_eq!(differences(&ground).await[0], "email_senders: the row is missing");
}
