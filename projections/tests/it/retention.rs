//! Rules of retention and the register of legal holds: rows and guard are what the log says, and a rebuild makes them again.

use std::sync::Arc;

use pivotal_domain::audience::record::source::Source;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::events::LegalHoldEvent;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::account::{Done, End, Found, Item};
use pivotal_domain::suppression::retention::events::RetentionEvent;
use pivotal_domain::suppression::retention::keep::{Keep, Unit};
use pivotal_domain::suppression::retention::kind::{Data, Kind};
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use pivotal_projections::page::PageArgs;
use pivotal_projections::rebuild::{Rebuilder, request};
use pivotal_projections::runner::Projection;
use pivotal_projections::suppression::legal_holds::project::LegalHolds;
use pivotal_projections::suppression::legal_holds::query::{LegalHoldFilter, page};
use pivotal_projections::suppression::retention::project::Retention;
use pivotal_projections::suppression::retention::query::{dry_run, rules, runs};
use pivotal_projections::verify::{Part, Report, Verifier};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, agent, minute};

const KIND: Kind = Kind::InactiveContacts;
const THREE_YEARS: Keep = Keep::For { count: 3, unit: Unit::Years };
const DRY_RUN: Uuid = Uuid::from_u128(0xd1);
const RUN: Uuid = Uuid::from_u128(0xd2);
const CONTACT: Uuid = Uuid::from_u128(0xc0);
/// Over the contact, over its kind of data, and one that was lifted.
const HOLDS: [Uuid; 3] = [Uuid::from_u128(0xe1), Uuid::from_u128(0xe2), Uuid::from_u128(0xe3)];

fn placed(over: Over) -> LegalHoldEvent {
    LegalHoldEvent::LegalHoldPlaced {
        at: minute(1),
        over,
        reason: Some("a claim".into()),
        reference: Some("2026/114".into()),
        source: "ui".into(),
    }
}

/// A rule that was looked at, set and carried out, and three holds.
async fn told() -> Ground {
    let ground = Ground::new().await;
    let item = Item { id: CONTACT, since: minute(0) };
    let found = Found { now: 1, next_30: 2, next_90: 3, held: 1, items: vec![item], held_items: vec![item] };
    let done =
        Done { kind: KIND, keep: THREE_YEARS, deleted: 4, held: 1, left: 2, more: false, on_hold: false };
    let events = vec![
        RetentionEvent::RetentionDryRan { at: minute(1), run: DRY_RUN, kind: KIND, keep: THREE_YEARS, found },
        RetentionEvent::RetentionRuleSet {
            at: minute(2),
            kind: KIND,
            keep: THREE_YEARS,
            previous: Keep::Forever,
            dry_run: Some(DRY_RUN),
            note: Some("the board".into()),
            by: Uuid::from_u128(7),
            source: "ui".into(),
        },
        RetentionEvent::RetentionRan {
            at: minute(4),
            run: RUN,
            began_at: minute(3),
            done: vec![done],
            end: End::Completed,
            tell: vec![],
        },
    ];
    ground.append::<RetentionRules>(ID, events, &Source::Ui).await;
    let over = [Over::Contact(CONTACT), Over::Data(Data::Contacts), Over::Data(Data::SignIns)];
    for (id, over) in HOLDS.into_iter().zip(over) {
        ground.append::<LegalHold>(id, vec![placed(over)], &Source::Ui).await;
    }
    let lifted = LegalHoldEvent::LegalHoldLifted {
        at: minute(5),
        over: over[2],
        why: Some("settled".into()),
        source: "ui".into(),
    };
    ground.append::<LegalHold>(HOLDS[2], vec![lifted], &Source::Ui).await;
    ground.project(Retention).await;
    ground.project(LegalHolds).await;
    ground
}

async fn verify(ground: &Ground) -> Report {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Retention], |_| {}).await.unwrap();
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    report
}

/// Without the ids.
async fn differences(ground: &Ground) -> Vec<String> {
    let of = |record: &str| record.split(' ').next().unwrap_or_default().to_owned();
    let mut differ: Vec<String> =
        verify(ground).await.differences.iter().map(|difference| of(&difference.record)).collect();
    differ.sort_unstable();
    differ
}

#[tokio::test]
async fn rules_runs_and_holds_are_what_the_log_says() {
    let ground = told().await;
    assert!(verify(&ground).await.is_clean());
    let pool = &ground.test.pools.read;
    let all = rules(pool, &admin()).await.unwrap();
    assert_eq!(all.len(), Kind::ALL.len(), "those that nobody set, too");
    let rule = all.iter().find(|rule| rule.kind == KIND).unwrap();
    assert_eq!((rule.keep, rule.on_hold, rule.note.as_deref()), (THREE_YEARS, true, Some("the board")));
    let signs = all.iter().find(|rule| rule.kind == Kind::SignIns).unwrap();
    assert!(!signs.on_hold, "its hold was lifted");
    let looked = dry_run(pool, &admin(), DRY_RUN).await.unwrap().unwrap();
    assert_eq!((looked.due_now, looked.held, looked.items.len()), (1, 1, 1));
    let ran = runs(pool, &admin()).await.unwrap();
    assert_eq!((ran.len(), ran[0].id, ran[0].deleted, ran[0].held), (1, RUN, 4, 1));
    let standing = LegalHoldFilter { standing: Some(true), ..LegalHoldFilter::default() };
    let holds = page(pool, &admin(), &standing, &PageArgs::first(10)).await.unwrap().rows;
    assert_eq!(holds.len(), 2);
    let guards: i64 =
        sqlx::query_scalar("select count(*) from guard.legal_holds").fetch_one(pool).await.unwrap();
    assert_eq!(guards, 2);
    // Who may not look at them sees nothing.
    let nobody = agent(CONTACT);
    assert!(rules(pool, &nobody).await.unwrap().is_empty() && runs(pool, &nobody).await.unwrap().is_empty());
    assert!(dry_run(pool, &nobody, DRY_RUN).await.unwrap().is_none());
    let none = page(pool, &nobody, &LegalHoldFilter::default(), &PageArgs::first(10)).await.unwrap();
    assert!(none.rows.is_empty());
}

#[tokio::test]
async fn every_damage_is_named() {
    let ground = told().await;
    ground.execute("update read.retention_rules set keep = '2 years'").await;
    assert_eq!(differences(&ground).await, ["retention_rules"]);
    ground.execute("update read.retention_rules set keep = '3 years'").await;
    for (damage, mended) in [
        ("deleted = 5", "deleted = 4"),
        ("ending = 'cancelled'", "ending = 'completed'"),
        ("done = jsonb_set(done, '{0,left}', '3')", "done = jsonb_set(done, '{0,left}', '2')"),
    ] {
        ground.execute(&format!("update read.retention_runs set {damage}")).await;
        assert_eq!(differences(&ground).await, ["retention_runs"], "{damage}");
        ground.execute(&format!("update read.retention_runs set {mended}")).await;
        assert!(verify(&ground).await.is_clean(), "{mended}");
    }
    ground.execute("update guard.changes set last = gen_random_uuid()").await;
    assert_eq!(differences(&ground).await, ["guard.changes"]);
    ground.execute(&format!("update guard.changes set last = '{}'", HOLDS[2])).await;
    assert!(verify(&ground).await.is_clean());
    ground.execute("update read.retention_dry_runs set due_90 = 4, asked_by = 'nobody'").await;
    assert_eq!(differences(&ground).await, ["retention_dry_runs", "retention_dry_runs"]);
    ground.execute("update read.retention_dry_runs set id = gen_random_uuid()").await;
    assert_eq!(
        differences(&ground).await,
        ["retention_dry_runs", "retention_dry_runs"],
        "one missing, one stray"
    );
    ground.execute("delete from read.retention_runs").await;
    let gone = ["retention_dry_runs", "retention_dry_runs", "retention_runs"];
    assert_eq!(differences(&ground).await, gone);
    ground.execute("update read.legal_holds set lifted_at = now() where scope = 'contact'").await;
    ground.execute("delete from guard.legal_holds where over like 'data:%'").await;
    assert_eq!(differences(&ground).await, ["guard.legal_holds", "legal_holds", gone[0], gone[1], gone[2]]);
}

#[tokio::test]
async fn a_rebuild_makes_the_same_rows_again() {
    let ground = told().await;
    let projections: [Arc<dyn Projection>; 2] = [Arc::new(Retention), Arc::new(LegalHolds)];
    for projection in projections {
        let spec = projection.spec();
        let mut before = Vec::new();
        for table in spec.tables {
            let rows = ground.dump(&format!("read.{table}")).await;
            assert!(!rows.is_empty(), "{table}");
            before.push(rows);
        }
        let pools = &ground.test.pools;
        let id = request::request(&pools.write, spec.name, "a test", "ada").await.unwrap();
        let mut rebuilder = Rebuilder::new(pools, ground.opener(), vec![projection]);
        rebuilder.next(&CancellationToken::new()).await.unwrap();
        let done = request::get(&pools.read, id).await.unwrap().unwrap();
        assert_eq!((done.state.as_str(), done.same, done.error), ("done", Some(true), None), "{}", spec.name);
        for (table, before) in spec.tables.iter().zip(before) {
            assert_eq!(ground.dump(&format!("read.{table}")).await, before, "{table}");
        }
    }
    assert!(verify(&ground).await.is_clean());
}
