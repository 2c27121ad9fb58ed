use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::domain_sets::command::Changes;
use pivotal_domain::audience::domain_sets::facts::Verdict;
use pivotal_domain::audience::exports::list::InDomainSet;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::archive_domain_set;
use super::change::change_domain_set;
use super::judge::{JudgeItem, judge_item};
use super::rematch::{cancel_matching, rematch};
use super::take_in::{Lines, TakeIn, format_of, take_in};
use super::to_list::{ConvertDomainSet, domain_set_to_list};
use crate::identity::testing::{Setup, actor_of, code};

fn pasted(text: &str, sharing: Sharing) -> TakeIn {
    let lines = Lines::Pasted(text.into());
    TakeIn { name: Some("Targets".into()), sharing, tags: Vec::new(), stubs: false, lines }
}

#[tokio::test]
async fn pasted_lines_wait_for_their_job_and_nothing_pasted_is_refused() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let made = take_in(&t.ctx, &ada, pasted("northwind.example\n", Sharing::Private)).await.unwrap();
    assert_eq!(made.state.details.as_ref().map(|details| details.name.as_str()), Some("Targets"));
    assert!(made.state.job.is_some());
    let named = TakeIn { name: Some("Big\0 ones".into()), ..pasted("northwind.example", Sharing::Private) };
    let named = take_in(&t.ctx, &ada, named).await.unwrap().state.details.unwrap();
    assert_eq!(
        named.name, "Big ones",
        "the job is called by it, and no text of Postgres holds that character"
    );
    assert_eq!(
        code(take_in(&t.ctx, &ada, pasted(" \n", Sharing::Private)).await),
        "DOMAIN_SET_NOTHING_PASTED"
    );
    assert_eq!(code(rematch(&t.ctx, &ada, made.id, None).await), "DOMAIN_SET_MATCHING");
    cancel_matching(&t.ctx, &ada, made.id).await.unwrap();
    let judge =
        JudgeItem { domain_set_id: made.id, item: 1, verdict: Verdict::Assigned, account: Uuid::now_v7() };
    assert_eq!(code(judge_item(&t.ctx, &ada, judge).await), "DOMAIN_SET_NO_SUCH_ITEM");
}

#[tokio::test]
async fn a_private_set_is_not_there_for_others_and_viewers_change_nothing() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let private = take_in(&t.ctx, &ada, pasted("a.example", Sharing::Private)).await.unwrap();
    assert_eq!(code(archive_domain_set(&t.ctx, &bob, private.id).await), "not found");
    let shared = take_in(&t.ctx, &ada, pasted("a.example", Sharing::Everyone)).await.unwrap();
    let renamed = || Changes { name: Some("Others".into()), ..Changes::default() };
    assert_eq!(code(change_domain_set(&t.ctx, &qa, shared.id, renamed()).await), "forbidden");
    assert_eq!(code(take_in(&t.ctx, &qa, pasted("a.example", Sharing::Private)).await), "forbidden");
    let changed = change_domain_set(&t.ctx, &bob, shared.id, renamed()).await.unwrap();
    assert_eq!(changed.state.details.map(|details| details.name).as_deref(), Some("Others"));
    let team = Sharing::Team { team: Uuid::now_v7() };
    assert_eq!(code(take_in(&t.ctx, &ada, pasted("a.example", team)).await), "DOMAIN_SET_NOT_IN_TEAM");
    assert_eq!(code(archive_domain_set(&t.ctx, &ada, Uuid::now_v7()).await), "not found");
}

#[tokio::test]
async fn no_list_is_made_of_a_set_that_is_not_seen_or_is_still_being_matched() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let set = take_in(&t.ctx, &ada, pasted("northwind.example", Sharing::Private)).await.unwrap().id;
    let convert = |entity, title: Option<&str>| ConvertDomainSet {
        entity,
        which: InDomainSet { domain_set: set, title: title.map(ToOwned::to_owned), ..InDomainSet::default() },
        name: None,
        sharing: Sharing::Private,
        tags: Vec::new(),
        expected: None,
        idempotency_key: None,
    };
    let refused =
        async |actor: &Actor, input: ConvertDomainSet| code(domain_set_to_list(&t.ctx, actor, input).await);
    assert_eq!(refused(&bob, convert(Entity::Account, None)).await, "not found");
    assert_eq!(refused(&qa, convert(Entity::Account, None)).await, "forbidden");
    let titled = convert(Entity::Account, Some("head"));
    assert_eq!(refused(&ada, titled).await, "DOMAIN_SET_OF_PEOPLE");
    let early = convert(Entity::Contact, Some("head"));
    assert_eq!(refused(&ada, early).await, "DOMAIN_SET_STILL_MATCHING");
}

#[tokio::test]
async fn a_file_of_100_mb_is_refused_while_it_comes_in() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let mebibyte = Bytes::from(b"northwind.test\n\n".repeat(65_536));
    let pieces = (0..100).map(move |_| Ok(mebibyte.clone()));
    let lines = Lines::File { name: "x.txt".into(), body: stream::iter(pieces).boxed() };
    let file = TakeIn { lines, ..pasted("", Sharing::Private) };
    assert_eq!(code(take_in(&t.ctx, &ada, file).await), "FILE_TOO_LARGE");
}

#[test]
fn the_first_line_of_a_bare_list_is_a_domain_and_no_heading() {
    for (head, header_row, headings) in [
        ("northwind.example\ncontoso.example\n", 0, 1),
        ("northwind.example", 0, 1),
        ("rubbish\nnorthwind.example\ncontoso.example\n", 0, 1),
        ("domain,account_name,notes\nnorthwind.example,Northwind,\n", 1, 3),
        ("northwind.example;Northwind;hot\ncontoso.example;Contoso;\n", 0, 3),
        ("https://northwind.example\nhttps://contoso.example", 0, 1),
    ] {
        let (format, columns) = format_of(head.as_bytes(), true).unwrap();
        assert_eq!(
            (format.header_row, format.headers.len(), columns.domain),
            (header_row, headings, 0),
            "{head}"
        );
    }
    assert_eq!(format_of(b"domain\n", true).unwrap_err().code, "file_header_only");
    assert_eq!(format_of(b"", true).unwrap_err().code, "file_empty");
}
