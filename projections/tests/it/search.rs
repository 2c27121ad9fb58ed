//! From the log to an index and its answers. Every document is read for every question here; the real indexes are
//! measured by the same in infra.

use std::sync::Arc;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::search::Kind;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::search::memory::MemoryIndex;
use pivotal_projections::audience::search::port::{Changes, Index, SearchIndex, Stamp};
use pivotal_projections::audience::search::project::Search;
use pivotal_projections::audience::search::query::{Group, SearchError, Wanted, search};
use pivotal_projections::rebuild::{Rebuilder, request};
use pivotal_projections::runner::parking;
use pivotal_projections::runner::worker::Step;
use pivotal_projections::verify::{Part, Report, Verifier};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::records::{
    account_changed, account_created, admin, agent, client_user, contact_changed, contact_created, fields,
    minute,
};
use crate::support::{Ground, settle};

struct Found<'a> {
    ground: &'a Ground,
    index: Arc<MemoryIndex>,
}

impl<'a> Found<'a> {
    fn new(ground: &'a Ground) -> Self {
        Found { ground, index: Arc::default() }
    }

    fn projection(&self) -> Search {
        Search::new(self.index.clone())
    }

    async fn follow(&self) {
        self.ground.project(Contacts).await;
        self.ground.project(Accounts).await;
        self.ground.project(self.projection()).await;
    }

    async fn ask(&self, actor: &Actor, text: &str, archived: bool) -> Vec<Group> {
        let wanted = Wanted { text: text.into(), kinds: Kind::ALL.to_vec(), first: 10, archived };
        search(&self.ground.test.pools.read, self.index.as_ref(), actor, &wanted).await.unwrap()
    }

    /// Titles with what is marked in brackets.
    async fn titles(&self, text: &str) -> Vec<String> {
        let groups = self.ask(&admin(), text, false).await;
        let hits = groups.iter().flat_map(|group| &group.hits);
        let piece = |text: &str, hit: bool| if hit { format!("[{text}]") } else { text.to_owned() };
        hits.map(|hit| hit.title.iter().map(|part| piece(&part.text, part.hit)).collect()).collect()
    }

    async fn verify(&self) -> Report {
        let verifier = Verifier {
            pools: self.ground.test.pools.clone(),
            opener: self.ground.opener(),
            blind: self.ground.test.log.blind.clone(),
            search: self.index.clone(),
        };
        verifier.run(&[Part::Search], |_| {}).await.unwrap()
    }
}

async fn jane(ground: &Ground) -> (Uuid, Uuid) {
    let (acme, jane) = (Uuid::now_v7(), Uuid::now_v7());
    let named = [("name", "Acme Rockets"), ("domain", "acme.example"), ("hq_city", "Köln")];
    ground.account(acme, vec![account_created(fields(&named))]).await;
    let told = [
        ("full_name", "Jané Doe"),
        ("email", "jane.doe@mail.example"),
        ("job_title", "Head of Sales"),
        ("mobile_phone", "+12025550100"),
    ];
    ground.contact(jane, vec![contact_created(fields(&told), Some(acme))]).await;
    (jane, acme)
}

#[tokio::test]
async fn a_contact_is_found_by_everything_that_names_it() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    jane(&ground).await;
    found.follow().await;
    for text in [
        "jane",
        "JANÉ d",
        "acme doe",
        "head sales",
        "jane.doe@mail",
        "mail.example",
        "(202) 555-0100",
        "550100",
    ] {
        assert_eq!(
            found.titles(text).await.first().map(|title| title.replace(['[', ']'], "")).as_deref(),
            Some("Jané Doe"),
            "{text}"
        );
    }
    assert_eq!(found.titles("jan").await, ["[Jan]é Doe"]);
    assert_eq!(found.titles("koln").await, ["Acme Rockets"]);
    assert_eq!(found.titles("acme").await, ["Jané Doe", "[Acme] Rockets"]);
    let groups = found.ask(&admin(), "2025550100", false).await;
    let matched = groups[0].hits[0].matched.as_ref().unwrap();
    assert_eq!((matched.field, matched.label), ("mobile_phone", "Mobile phone"));
    for nothing in ["", "  ", "%", "jane bob", "\0", "☃"] {
        assert_eq!(found.titles(nothing).await, [] as [&str; 0], "{nothing:?}");
    }
}

#[tokio::test]
async fn nobody_finds_what_their_lists_do_not_show() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    jane(&ground).await;
    found.follow().await;
    for (actor, groups) in [(admin(), 2), (agent(Uuid::from_u128(7)), 0), (client_user(), 0)] {
        assert_eq!(found.ask(&actor, "acme", true).await.len(), groups, "{}", actor.role);
    }
    let analyst = Actor { role: Role::QaAnalyst, ..admin() };
    assert_eq!(found.ask(&analyst, "acme", false).await.len(), 2);
}

#[tokio::test]
async fn archived_records_are_found_only_when_asked_for() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (jane, _) = jane(&ground).await;
    let archived = ContactEvent::ContactArchived { source: Source::Ui, at: minute(3), reason: None };
    ground.contact(jane, vec![archived]).await;
    found.follow().await;
    assert!(found.titles("jane").await.is_empty());
    let groups = found.ask(&admin(), "jane", true).await;
    assert!(groups[0].hits[0].archived);
    assert_eq!((groups[0].total, groups[0].more), (1, false));
}

#[tokio::test]
async fn an_account_that_is_renamed_is_found_with_its_contacts_by_the_new_name_only() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (_, acme) = jane(&ground).await;
    found.follow().await;
    ground.account(acme, vec![account_changed("name", Some("Acme Rockets"), Some("Globex"))]).await;
    found.follow().await;
    assert_eq!(found.titles("globex").await, ["Jané Doe", "[Globex]"]);
    assert!(found.titles("rockets").await.is_empty());
    assert_eq!(found.verify().await.different, 0);
}

#[tokio::test]
async fn an_erased_person_leaves_the_index() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (jane, _) = jane(&ground).await;
    found.follow().await;
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: minute(3), request: "T-1".into() };
    ground.contact(jane, vec![erased]).await;
    found.follow().await;
    assert!(found.titles("jane").await.is_empty());
    let left = found.index.contents(Index::Live, 0).await.unwrap();
    assert!(left.documents.iter().all(|(id, _)| *id != jane));
    assert_eq!(found.verify().await.different, 0);
}

#[tokio::test]
async fn a_crash_between_the_index_and_its_checkpoint_changes_nothing() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    jane(&ground).await;
    found.follow().await;
    // The index has taken the batch, the checkpoint has not moved.
    ground.execute("update read.checkpoints set position = 0 where name = 'search'").await;
    let before = found.index.contents(Index::Live, 0).await.unwrap();
    ground.project(found.projection()).await;
    assert_eq!(found.index.contents(Index::Live, 0).await.unwrap(), before);
    assert_eq!(found.verify().await.different, 0);
}

#[tokio::test]
async fn an_index_that_was_lost_or_is_older_than_its_checkpoint_is_filled_again() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (jane, _) = jane(&ground).await;
    found.follow().await;
    found.index.lose();
    ground.project(found.projection()).await;
    assert_eq!(found.titles("jane").await, ["[Jané] Doe"]);
    // From a backup: what came later is missing, and the stamp says so.
    let stamp = found.index.stamp(Index::Live).await.unwrap().unwrap();
    ground.contact(jane, vec![contact_changed("full_name", Some("Jané Doe"), Some("Jane Roe"))]).await;
    found.follow().await;
    found
        .index
        .write(Index::Live, Changes { put: Vec::new(), forget: vec![jane] }, stamp.position)
        .await
        .unwrap();
    ground.project(found.projection()).await;
    assert_eq!(found.titles("jane roe").await, ["[Jane] [Roe]"]);
    assert_eq!(found.verify().await.different, 0);
}

#[tokio::test]
async fn of_two_processes_one_writes() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    jane(&ground).await;
    let mut first = ground.worker(found.projection());
    assert_eq!(settle(&mut first).await, Step::Idle);
    let mut second = ground.worker(found.projection());
    ground.contact(Uuid::now_v7(), vec![contact_created(fields(&[("full_name", "Bob")]), None)]).await;
    assert_eq!(second.step().await.unwrap(), Step::Elsewhere);
    assert_eq!(settle(&mut first).await, Step::Idle);
    drop(first);
    // Its connection ends with it, and the other takes over.
    for _ in 0..500 {
        if settle(&mut second).await == Step::Idle {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the second process does not take over");
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_stops_it_and_says_so() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (jane, _) = jane(&ground).await;
    found.follow().await;
    let poisoned = ground.contact(jane, vec![contact_changed("city", None, Some("Rome"))]).await;
    let sql = format!(
        r#"alter table log.events disable trigger all; update log.events set event_type = 'ContactTeleported', payload = '{{"ContactTeleported": {{}}}}' where global_position = {poisoned}"#
    );
    ground.execute(&sql).await;
    let mut worker = ground.worker(found.projection());
    assert_eq!(settle(&mut worker).await, Step::Stopped);
    let (position, state, failed) = ground.checkpoint("search").await;
    assert_eq!((state.as_str(), failed), ("stopped", Some(poisoned)));
    assert!(position < poisoned);

    // Parked, it is missing from then on, and nothing else is.
    parking::park(&ground.test.pools.write, "search", "ada").await.unwrap();
    ground.contact(jane, vec![contact_changed("job_title", Some("Head of Sales"), Some("Pilot"))]).await;
    assert_eq!(settle(&mut worker).await, Step::Idle);
    assert_eq!(found.index.contents(Index::Live, 0).await.unwrap().documents.len(), 2);
}

#[tokio::test]
async fn a_rebuild_replaces_a_damaged_index_and_verify_names_the_damage_before() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let (jane, acme) = jane(&ground).await;
    found.follow().await;
    let stamp: Stamp = found.index.stamp(Index::Live).await.unwrap().unwrap();
    let damage = Changes { put: Vec::new(), forget: vec![jane] };
    found.index.write(Index::Live, damage, stamp.position).await.unwrap();
    let report = found.verify().await;
    assert_eq!(report.differences[0].record, format!("search contacts {jane}"));
    assert_eq!(report.differences[0].what, "the document is missing");

    let id = request::request(&ground.test.pools.write, "search", "a test", "ada").await.unwrap();
    let mut rebuilder =
        Rebuilder::new(&ground.test.pools, ground.opener(), vec![Arc::new(found.projection())]);
    rebuilder.next(&CancellationToken::new()).await.unwrap();
    let done = request::get(&ground.test.pools.read, id).await.unwrap().unwrap();
    assert_eq!(
        (done.state.as_str(), done.rows_before, done.rows_after, done.same),
        ("done", Some(1), Some(2), Some(false))
    );
    assert_eq!(found.titles("jane").await, ["[Jané] Doe"]);
    assert_eq!(found.verify().await.different, 0);
    assert_eq!(found.index.stamp(Index::Next).await.unwrap(), None);

    ground.account(acme, vec![account_changed("domain", Some("acme.example"), Some("acme.test"))]).await;
    found.follow().await;
    assert_eq!(found.titles("acme.test").await.len(), 2);
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused() {
    let ground = Ground::new().await;
    let found = Found::new(&ground);
    let wanted = Wanted { text: "x".repeat(10_240), kinds: Kind::ALL.to_vec(), first: 10, archived: false };
    let refused = search(&ground.test.pools.read, found.index.as_ref(), &admin(), &wanted).await.unwrap_err();
    assert!(matches!(refused, SearchError::Question(_)), "{refused}");
}
