//! Domain sets: what the log keeps of them and of their items.

use pivotal_domain::audience::domain_sets::Details;
use pivotal_domain::audience::domain_sets::events::{DomainSetEvent, Matched, Read, Source};
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, Found, ITEM_JUDGED, ITEM_JUDGED_VERSION, ITEM_RETRACTED, ITEM_RETRACTED_VERSION,
    ITEMS_MATCHED, ITEMS_MATCHED_VERSION, ITEMS_READ, ITEMS_READ_VERSION, InvalidLine, ItemJudged,
    ItemMatched, ItemRead, ItemRetracted, ItemsMatched, ItemsRead, LineText, Verdict,
};
use pivotal_domain::audience::domain_sets::lookalike::Resembles;
use pivotal_domain::audience::domain_sets::matching::{Likeness, Via};
use pivotal_domain::audience::domain_sets::words::Said;
use pivotal_domain::audience::saved_views::sharing::Sharing;

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn domain_sets() {
    let details =
        Details { name: "Targets".into(), sharing: Sharing::Team { team: id(4) }, tags: vec!["emea".into()] };
    let previous = Details { name: "Target".into(), sharing: Sharing::Private, tags: Vec::new() };
    check(
        DomainSetEvent::NAMES,
        vec![
            DomainSetEvent::DomainSetCreated {
                at: at(),
                by: id(2),
                details: details.clone(),
                source: Source::File,
                file_name: Some("targets.csv".into()),
                stubs: true,
                job: id(9),
            },
            DomainSetEvent::DomainSetChanged { at: at(), details, previous },
            DomainSetEvent::DomainSetRead { at: at(), read: Read { items: 3, repeated: 2, invalid: 1 } },
            DomainSetEvent::DomainSetMatchingStarted { at: at(), by: id(2), job: id(9), stubs: false },
            DomainSetEvent::DomainSetMatched {
                at: at(),
                job: id(9),
                matched: Matched { exact: 2, fuzzy: 1, unknown: 0, stubs: 1 },
            },
            DomainSetEvent::DomainSetMatchingStopped { at: at(), job: id(9) },
            DomainSetEvent::DomainSetMatchingFailed {
                at: at(),
                job: id(9),
                error: "the file is gone".into(),
            },
            DomainSetEvent::DomainSetArchived { at: at() },
            DomainSetEvent::DomainSetRestored { at: at() },
            DomainSetEvent::DomainSetWordsForgotten { at: at() },
        ],
    );
}

#[test]
fn items_of_domain_sets() {
    let read = ItemsRead {
        domain_set_id: id(1),
        chunk: 0,
        items: vec![
            ItemRead {
                number: 2,
                domain: "example.com".into(),
                account_name: Some("Example Inc".into()),
                repaired: true,
                resembles: None,
            },
            ItemRead {
                number: 4,
                domain: "xn--pypal-4ve.com".into(),
                account_name: None,
                repaired: false,
                resembles: Some(Resembles::MixedScripts),
            },
        ],
        invalid: vec![InvalidLine { number: 3, code: "DOMAIN_NO_DOT".into() }],
        repeated: 1,
        texts: vec![LineText { number: 2, given: Some("example,com".into()), notes: Some("ask Ada".into()) }],
    };
    check_fact(ITEMS_READ, ITEMS_READ_VERSION, &DomainSetFact::DomainSetItemsRead(read));
    let hit = Found { account: id(5), via: Via::Domain, confidence: 100, by: None, stub: true };
    let near =
        Found { account: id(6), via: Via::Fuzzy, confidence: 87, by: Some(Likeness::Name), stub: false };
    let matched = ItemsMatched {
        domain_set_id: id(1),
        job: id(9),
        at: at(),
        items: vec![
            ItemMatched { number: 2, hit: Some(hit) },
            ItemMatched { number: 4, hit: Some(near) },
            ItemMatched { number: 5, hit: None },
        ],
    };
    check_fact(ITEMS_MATCHED, ITEMS_MATCHED_VERSION, &DomainSetFact::DomainSetItemsMatched(matched));
    let judged = ItemJudged {
        domain_set_id: id(1),
        number: 4,
        domain: "example.org".into(),
        verdict: Verdict::Confirmed,
        account: id(6),
        by: id(2),
        at: at(),
    };
    check_fact(ITEM_JUDGED, ITEM_JUDGED_VERSION, &DomainSetFact::DomainSetItemJudged(judged));
    let said = |verdict, account| Said { verdict, account, by: id(2), at: at() };
    let retracted = ItemRetracted {
        domain_set_id: id(1),
        number: 4,
        domain: "example.org".into(),
        said: said(Verdict::Assigned, id(7)),
        by: id(3),
        at: at(),
        not: vec![id(5)],
        hit: Some(near),
        settled: Some(said(Verdict::Confirmed, id(6))),
    };
    check_fact(ITEM_RETRACTED, ITEM_RETRACTED_VERSION, &DomainSetFact::DomainSetItemRetracted(retracted));
}
