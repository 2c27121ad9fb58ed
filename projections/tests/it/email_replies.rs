//! The inbox of replies: as their events say, by what is asked for, and empty once the person is erased.

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::replies::events::EmailReplyEvent;
use pivotal_domain::email::replies::{EmailReply, Matched, ReplyKind, Who, Words};
use pivotal_projections::email::replies::project::EmailReplies;
use pivotal_projections::email::replies::query::{self, ReplyFilter};
use pivotal_projections::page::PageArgs;
use pivotal_projections::verify::Part;
use uuid::Uuid;

use crate::support::records::{admin, agent, contact_created, fields, minute};
use crate::support::{Ground, settle};

const ADA: Uuid = Uuid::from_u128(0xa1);
const USER: Uuid = Uuid::from_u128(0xb1);

fn reply(n: u128) -> Uuid {
    Uuid::from_u128(0xf000 + n)
}

fn received(minutes: i64, contact: Option<Uuid>, kind: ReplyKind) -> EmailReplyEvent {
    EmailReplyEvent::EmailReplyReceived {
        at: minute(minutes),
        message: None,
        campaign: None,
        contact,
        matched: Matched::None,
        kind,
        away_until: None,
        who: Who { address: "ada@example.com".into(), name: Some("Ada".into()) },
        words: Words { subject: "Re: Offer".into(), text: "Call me".into() },
    }
}

async fn found(ground: &Ground, filter: &ReplyFilter) -> Vec<Uuid> {
    let page = query::page(&ground.test.pools.read, &admin(), filter, &PageArgs::first(10)).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row.id).collect()
}

#[tokio::test]
async fn the_inbox_shows_what_waits_and_for_whom() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailReplies);
    let assigned = EmailReplyEvent::EmailReplyAssigned { at: minute(4), to: Some(USER), previous: None };
    let first = vec![received(1, None, ReplyKind::Person), assigned];
    ground.append::<EmailReply>(reply(1), first, &Source::Ui).await;
    let second = vec![received(2, None, ReplyKind::Automatic)];
    ground.append::<EmailReply>(reply(2), second, &Source::Ui).await;
    let third = vec![received(3, None, ReplyKind::Person), EmailReplyEvent::EmailReplyDone { at: minute(5) }];
    ground.append::<EmailReply>(reply(3), third, &Source::Ui).await;
    settle(&mut worker).await;
    assert_eq!(found(&ground, &ReplyFilter::default()).await, [reply(3), reply(2), reply(1)]);
    let open = ReplyFilter { done: Some(false), ..ReplyFilter::default() };
    assert_eq!(found(&ground, &open).await, [reply(1)], "what a program wrote waits for nobody");
    let mine = ReplyFilter { assignee: Some(USER), ..ReplyFilter::default() };
    assert_eq!(found(&ground, &mine).await, [reply(1)]);
    let nobodys = ReplyFilter { unassigned: true, kinds: vec![ReplyKind::Person], ..ReplyFilter::default() };
    assert_eq!(found(&ground, &nobodys).await, [reply(3)]);
    let pool = &ground.test.pools.read;
    assert_eq!(query::count(pool, &admin(), &open).await.unwrap(), 1);
    assert_eq!(query::get(pool, &agent(USER), reply(1)).await.unwrap(), None, "agents see none");
    let row = query::get(pool, &admin(), reply(1)).await.unwrap().unwrap();
    assert_eq!((row.address.as_str(), row.text.as_str(), row.version), ("ada@example.com", "Call me", 2));
    // Page by page.
    let one = query::page(pool, &admin(), &ReplyFilter::default(), &PageArgs::first(2)).await.unwrap();
    let after = one.rows.last().map(|(cursor, _)| cursor.clone());
    let args = PageArgs { after, ..PageArgs::first(2) };
    let rest = query::page(pool, &admin(), &ReplyFilter::default(), &args).await.unwrap();
    assert_eq!((one.has_next, rest.rows.len(), rest.rows[0].1.id), (true, 1, reply(1)));
}

#[tokio::test]
async fn words_go_with_the_person() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailReplies);
    ground.contact(ADA, vec![contact_created(fields(&[("full_name", "Ada")]), None)]).await;
    ground.append::<EmailReply>(reply(1), vec![received(1, Some(ADA), ReplyKind::Person)], &Source::Ui).await;
    let matched = EmailReplyEvent::EmailReplyMatched { at: minute(2), contact: ADA, previous: None };
    let forgotten = EmailReplyEvent::EmailReplyForgotten { at: minute(3) };
    let other = vec![received(1, None, ReplyKind::Person), matched, forgotten];
    ground.append::<EmailReply>(reply(2), other, &Source::Ui).await;
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: "DSR-17".into() };
    ground.contact(ADA, vec![erased]).await;
    settle(&mut worker).await;
    for n in [1, 2] {
        let row = query::get(&ground.test.pools.read, &admin(), reply(n)).await.unwrap().unwrap();
        assert_eq!((row.address.as_str(), row.name, row.text.as_str()), ("", None, ""), "{n}");
        assert!(row.forgotten && row.contact_id == Some(ADA), "{n}");
        assert_eq!(row.state, "done", "{n}: nothing is left to be looked at");
    }
    assert_eq!(ground.differences(Part::Replies).await, Vec::<String>::new());
}

#[tokio::test]
async fn rows_that_are_not_what_happened_are_named() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailReplies);
    let assigned = EmailReplyEvent::EmailReplyAssigned { at: minute(4), to: Some(USER), previous: None };
    let events = vec![received(1, None, ReplyKind::Person), assigned];
    ground.append::<EmailReply>(reply(1), events, &Source::Ui).await;
    settle(&mut worker).await;
    assert_eq!(ground.differences(Part::Replies).await, Vec::<String>::new());
    for (damage, what) in [
        ("update read.email_replies set text = 'Another'", "the row differs"),
        ("update read.email_replies set text = 'Call me', assignee = null", "the row differs"),
        ("update read.email_replies set version = 1", "version differs"),
        ("delete from read.email_replies", "the row is missing"),
    ] {
        ground.execute(damage).await;
        assert_eq!(ground.differences(Part::Replies).await, [what], "{damage}");
    }
}
