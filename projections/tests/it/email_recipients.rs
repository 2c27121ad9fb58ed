//! The ledger as people see it: who is in, what became of each, and parts that add up.

use std::collections::BTreeMap;

use pivotal_domain::audience::record::source::Source;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::{self, AudienceDefinition};
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::{
    ABOUT, AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, CampaignFact,
};
use pivotal_domain::email::sending::facts::{
    EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, Outcome, OutcomesRecorded, SendingFact,
};
use pivotal_domain::email::sending::outcome::{Became, By, Reason, State};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::email::sending::project::EmailRecipients;
use pivotal_projections::email::sending::query::{self, LedgerRow, RecipientsFilter};
use pivotal_projections::page::PageArgs;
use uuid::Uuid;

use crate::support::records::{metadata, minute};
use crate::support::{Ground, settle};

const CAMPAIGN: Uuid = Uuid::from_u128(0xc1);

fn contact(n: u128) -> Uuid {
    Uuid::from_u128(0xa000 + n)
}

fn message(n: u128) -> Uuid {
    Uuid::from_u128(0xe000 + n)
}

async fn append(ground: &Ground, kind: &'static str, version: &'static str, payload: serde_json::Value) {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind,
        version,
        about_type: ABOUT,
        about_id: CAMPAIGN,
        payload,
        metadata: metadata(&Source::Ui),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

/// A chunk of a take: these contacts, of whom some are left out.
async fn chunk(ground: &Ground, take: u128, contacts: &[u128], left_out: &[(u16, Reason)]) {
    let taken = AudienceTaken {
        campaign: CAMPAIGN,
        version: 1,
        take: Uuid::from_u128(take),
        chunk: 0,
        contacts: contacts.iter().map(|n| contact(*n)).collect(),
        accounts: contacts.iter().map(|_| None).collect(),
        x: left_out.iter().map(|(at, reason)| (*at, reason.as_str().to_owned())).collect(),
        w: BTreeMap::new(),
    };
    let payload = serde_json::to_value(CampaignFact::CampaignAudienceTaken(taken)).unwrap();
    append(ground, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, payload).await;
}

async fn live(ground: &Ground, take: u128, count: u64) {
    let definition =
        AudienceDefinition { include: vec![audience::Source::Filter(Box::default())], exclude: Vec::new() };
    let taken = CampaignEvent::AudienceVersionTaken {
        at: minute(1),
        version: 1,
        take: Uuid::from_u128(take),
        position: 1,
        as_of: minute(1),
        definition,
        count,
        accounts: 0,
        hash: String::new(),
        chunks: 1,
        pending: count,
        excluded: BTreeMap::new(),
    };
    let mut append = Append::new(Lane::Interactive);
    append.events::<Campaign>(CAMPAIGN, 0, vec![taken], &metadata(&Source::Ui)).unwrap();
    ground.test.log.append(append).await.unwrap();
}

/// The guard has whoever is told of: the log refuses what fits nobody.
async fn guarded(ground: &Ground, n: u128, state: &str) {
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, due_at, message) values ($1, $2, 1, $3, $4, $5, $6)",
    )
    .bind(CAMPAIGN)
    .bind(contact(n))
    .bind(state)
    .bind(contact(n).as_bytes().to_vec())
    .bind(minute(0))
    .bind((state != "pending").then(|| message(n)))
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
}

async fn told(ground: &Ground, by: By, outcomes: Vec<Outcome>) {
    let recorded = OutcomesRecorded {
        campaign: CAMPAIGN,
        batch: Uuid::now_v7(),
        at: minute(5),
        by,
        account: Some("test".into()),
        outcomes,
    };
    let payload = serde_json::to_value(SendingFact::EmailOutcomesRecorded(recorded)).unwrap();
    append(ground, EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, payload).await;
}

fn of_mail(n: u128, became: Became, reason: Option<Reason>) -> Outcome {
    Outcome {
        m: Some(message(n)),
        v: Some(1),
        d: Some("example.com".into()),
        n: Some(2),
        ..Outcome::new(contact(n), became, reason)
    }
}

async fn ledger(ground: &Ground) -> LedgerRow {
    query::ledger(&ground.test.pools.read, CAMPAIGN).await.unwrap()
}

#[tokio::test]
async fn everybody_stands_in_one_state_and_the_parts_add_up() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailRecipients);
    chunk(&ground, 1, &[1, 2, 3, 4, 5], &[(4, Reason::NoConsent)]).await;
    settle(&mut worker).await;
    assert_eq!(ledger(&ground).await, LedgerRow::default(), "a take that no event names counts for nothing");
    live(&ground, 1, 5).await;
    settle(&mut worker).await;
    let first = ledger(&ground).await;
    assert_eq!((first.audience, first.pending, first.excluded), (5, 4, 1));
    assert!(first.is_balanced());

    for (n, state) in [(1, "sending"), (2, "sending"), (3, "pending")] {
        guarded(&ground, n, state).await;
    }
    let suppressed = Outcome {
        w: Some(Uuid::from_u128(9)),
        ..Outcome::new(contact(3), Became::Excluded, Some(Reason::Suppressed))
    };
    told(&ground, By::Mark, vec![suppressed]).await;
    let unknown = of_mail(2, Became::Unknown, Some(Reason::NoAnswer));
    told(&ground, By::Send, vec![of_mail(1, Became::Sent, None), unknown]).await;
    settle(&mut worker).await;
    let second = ledger(&ground).await;
    let parts = (second.pending, second.sent, second.excluded, second.failed, second.unknown);
    assert_eq!(parts, (1, 1, 2, 0, 1), "{second:?}");
    assert!(second.is_balanced());
    // Somebody found out that it had left.
    told(&ground, By::Settle, vec![of_mail(2, Became::Sent, None)]).await;
    settle(&mut worker).await;
    let third = ledger(&ground).await;
    assert_eq!((third.sent, third.unknown), (2, 0));
    assert!(third.is_balanced());
    let mut reasons: Vec<(State, String)> =
        third.reasons.iter().map(|row| (row.state, row.reason.clone())).collect();
    reasons.sort_by(|one, other| one.1.cmp(&other.1));
    let excluded = |reason: &str| (State::Excluded, reason.to_owned());
    assert_eq!(reasons, [excluded("no_consent"), excluded("suppressed")]);
}

#[tokio::test]
async fn recipients_are_found_by_what_became_of_them() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailRecipients);
    chunk(&ground, 1, &[1, 2, 3], &[]).await;
    live(&ground, 1, 3).await;
    guarded(&ground, 1, "sending").await;
    guarded(&ground, 2, "sending").await;
    told(
        &ground,
        By::Send,
        vec![of_mail(1, Became::Sent, None), of_mail(2, Became::Failed, Some(Reason::RefusedAddress))],
    )
    .await;
    settle(&mut worker).await;
    let found = |filter: RecipientsFilter| {
        let pool = ground.test.pools.read.clone();
        async move {
            let page = query::page(&pool, CAMPAIGN, &filter, &PageArgs::first(10)).await.unwrap();
            let count = query::count(&pool, CAMPAIGN, &filter).await.unwrap();
            let ids: Vec<Uuid> = page.rows.into_iter().map(|(_, row)| row.contact_id).collect();
            assert_eq!(i64::try_from(ids.len()).unwrap(), count);
            ids
        }
    };
    let all = RecipientsFilter::default;
    assert_eq!(found(all()).await, [contact(1), contact(2), contact(3)]);
    assert_eq!(found(RecipientsFilter { states: vec![State::Failed], ..all() }).await, [contact(2)]);
    assert_eq!(
        found(RecipientsFilter { reasons: vec!["refused_address".into()], ..all() }).await,
        [contact(2)]
    );
    assert_eq!(found(RecipientsFilter { variant: Some(1), ..all() }).await, [contact(1), contact(2)]);
    assert_eq!(found(RecipientsFilter { domain: Some("Example.com ".into()), ..all() }).await.len(), 2);
    assert_eq!(found(RecipientsFilter { version: Some(2), ..all() }).await.len(), 0);
    let one = query::one(&ground.test.pools.read, CAMPAIGN, contact(1)).await.unwrap().unwrap();
    assert_eq!((one.message_id, one.sent_at, one.attempts), (Some(message(1)), Some(minute(5)), 2));
    assert_eq!(query::one(&ground.test.pools.read, CAMPAIGN, contact(9)).await.unwrap(), None);
    let first = PageArgs::first(2);
    let page = query::page(&ground.test.pools.read, CAMPAIGN, &all(), &first).await.unwrap();
    assert!(page.has_next);
    let after = PageArgs { after: Some(page.rows[1].0.clone()), ..first };
    let page = query::page(&ground.test.pools.read, CAMPAIGN, &all(), &after).await.unwrap();
    assert_eq!(page.rows[0].1.contact_id, contact(3));
}

#[tokio::test]
async fn what_a_take_that_died_left_is_gone_once_another_counts() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailRecipients);
    chunk(&ground, 1, &[1, 2], &[]).await;
    chunk(&ground, 2, &[2, 3], &[]).await;
    live(&ground, 2, 2).await;
    settle(&mut worker).await;
    let ledger = ledger(&ground).await;
    assert_eq!((ledger.audience, ledger.pending), (2, 2));
    let rows: Vec<Uuid> =
        sqlx::query_scalar("select contact_id from read.email_recipients order by contact_id")
            .fetch_all(&ground.test.pools.read)
            .await
            .unwrap();
    assert_eq!(rows, [contact(2), contact(3)]);
    // One that was only held up, and goes on after the other counts.
    chunk(&ground, 1, &[3, 4], &[(0, Reason::Suppressed)]).await;
    settle(&mut worker).await;
    assert_eq!(self::ledger(&ground).await, ledger, "it takes nobody away");
    let takes: Vec<Uuid> = sqlx::query_scalar("select distinct take from read.email_recipients")
        .fetch_all(&ground.test.pools.read)
        .await
        .unwrap();
    assert_eq!(takes, [Uuid::from_u128(2)]);
}
