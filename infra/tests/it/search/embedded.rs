//! The index inside the process.

use std::path::Path;
use std::time::Duration;

use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::question::Question;
use pivotal_infra::search::embedded::EmbeddedIndex;
use pivotal_projections::audience::search::memory::MemoryIndex;
use pivotal_projections::audience::search::port::{Changes, Index, IndexError, SearchIndex, Sought};
use uuid::Uuid;

use super::records::{ACME, STAMP, contact, forget, found, found_with, ids, people, put};
use crate::support::{TempDir, until};

async fn filled(folder: &Path) -> EmbeddedIndex {
    let index = EmbeddedIndex::with_idle(folder, Duration::from_millis(50));
    index.create(Index::Live, STAMP).await.unwrap();
    index.write(Index::Live, put(people()), 6).await.unwrap();
    index
}

#[tokio::test]
async fn records_are_found_by_beginnings_parts_and_numbers_and_with_slips_of_the_finger() {
    let folder = TempDir::new("search-found");
    let index = filled(folder.path()).await;
    for (text, expected) in [
        // Who is called exactly so stands first, then whose name it is, of equals the newest.
        ("jane doe", vec![1, 4]),
        ("j", vec![4, 3, 2, 1]),
        ("jan", vec![4, 2, 1]),
        ("jane", vec![4, 1, 2]),
        ("JÜRGEN muller", vec![3]),
        ("ludensch", vec![3]),
        ("jane.doe@mail", vec![1]),
        ("jane.doe@mail.example", vec![1]),
        ("doe@mail", vec![1]),
        ("mail.example", vec![1]),
        ("acme jane", vec![4, 1, 2]),
        ("pilot roe", vec![2]),
        ("+1 (202) 555-0100", vec![1]),
        ("202 555", vec![1]),
        ("0100", vec![1]),
        ("555-0100", vec![1]),
        ("jnaet", vec![2]),
        ("mullre", vec![3]),
        ("roe doe", vec![]),
        ("jane.*", vec![4, 1, 2]),
        ("%", vec![]),
    ] {
        assert_eq!(found(&index, text).await, expected, "{text}");
    }
    assert_eq!(ids(&index, Kind::Account, "koln", false).await, [ACME.as_u128()]);
    assert_eq!(ids(&index, Kind::Account, "acme.ex", false).await, [ACME.as_u128()]);
    assert_eq!(ids(&index, Kind::Account, "0221 555", false).await, [ACME.as_u128()]);
    assert!(found_with(&index, "jane arch", false).await.is_empty());
    assert_eq!(found_with(&index, "jane arch", true).await, [5]);
}

#[tokio::test]
async fn texts_that_mean_something_elsewhere_mean_nothing_here() {
    let folder = TempDir::new("search-odd");
    let index = filled(folder.path()).await;
    for text in [
        "\"jane",
        "jane AND doe",
        "name:jane",
        "[a TO z]",
        "jane~2",
        "(((((",
        "\\",
        "a.b@c.d.e",
        "😀",
        "x'; drop table contacts",
        "ja\u{301}ne",
    ] {
        let question = Question::parse(text).unwrap();
        for kind in Kind::ALL {
            index.find(&question, Sought { kind, archived: true, first: 10 }).await.unwrap();
        }
    }
    assert_eq!(found(&index, "name:jane").await, [] as [u128; 0]);
    let longest = "z".repeat(300);
    assert!(found(&index, &longest).await.is_empty());
}

/// The same answers as reading every document.
#[tokio::test]
async fn it_finds_exactly_what_reading_every_document_finds() {
    let folder = TempDir::new("search-oracle");
    let index = EmbeddedIndex::new(folder.path());
    let memory = MemoryIndex::default();
    let (first, last) = (
        ["Ana", "Anna", "Bo", "Björn", "Carla", "Chloé"],
        ["Li", "Lind", "Lindqvist", "O'Neil", "Jean-Paul"],
    );
    let titles = ["Head of Sales", "Pilot", "VP Engineering", "Sales"];
    let documents: Vec<_> = (0..600_usize)
        .map(|n| {
            let (given, family) = (first[n % 6], last[(n / 6) % 5]);
            let (name, mail) = (
                format!("{given} {family}"),
                format!("p{n}.{}@firm{}.example", given.to_lowercase(), n % 17),
            );
            let phone = format!("+1202555{:04}", n * 7 % 10_000);
            contact(
                n as u128 + 1,
                &[
                    ("full_name", &name),
                    ("email", &mail),
                    ("job_title", titles[n % 4]),
                    ("mobile_phone", &phone),
                ],
            )
        })
        .collect();
    memory.create(Index::Live, STAMP).await.unwrap();
    index.create(Index::Live, STAMP).await.unwrap();
    for (n, part) in documents.chunks(150).enumerate() {
        for into in [&memory as &dyn SearchIndex, &index] {
            into.write(Index::Live, put(part.to_vec()), n as i64 + 1).await.unwrap();
        }
    }
    for text in [
        "a",
        "an",
        "ana",
        "anna",
        "b",
        "bj",
        "bjo",
        "lin",
        "lind",
        "lindq",
        "oneil",
        "o'neil",
        "jean-paul",
        "jeanpaul",
        "sales",
        "head sal",
        "ana sales",
        "vp eng li",
        "firm3",
        "p17",
        "p17.",
        "p5.ch",
        "firm1.example",
        "acme",
        "0049",
        "2025550049",
        "1202555",
        "+1 202 555 00",
        "chloe pilot firm",
        "rock bo",
    ] {
        let question = Question::parse(text).unwrap();
        let sought = Sought { kind: Kind::Contact, archived: false, first: 1_000 };
        let (mut ours, mut theirs) =
            (index.find(&question, sought).await.unwrap(), memory.find(&question, sought).await.unwrap());
        assert!(theirs.total >= 3 || text.len() > 8 || theirs.total == ours.total, "{text}: a weak example");
        if theirs.total < 3 {
            // Slips of the finger are forgiven then: more may be found, but nothing is missing.
            assert!(theirs.ids.iter().all(|id| ours.ids.contains(id)), "{text}");
            continue;
        }
        assert_eq!((ours.total, ours.more), (theirs.total, false), "{text}");
        ours.ids.sort_unstable();
        theirs.ids.sort_unstable();
        assert_eq!(ours.ids, theirs.ids, "{text}");
    }
    let mut held = index.contents(Index::Live, 0).await.unwrap().documents;
    held.sort_unstable();
    assert_eq!(held, memory.contents(Index::Live, 0).await.unwrap().documents);
}

#[tokio::test]
async fn position_and_documents_are_one_and_other_processes_see_both() {
    let folder = TempDir::new("search-stamp");
    let index = filled(folder.path()).await;
    let reader = EmbeddedIndex::new(folder.path());
    assert_eq!(reader.stamp(Index::Live).await.unwrap().unwrap().position, 6);
    assert_eq!(found(&reader, "pilot").await, [2]);
    let renamed = contact(2, &[("full_name", "Janet Roe"), ("job_title", "Astronaut")]);
    index.write(Index::Live, put(vec![renamed]), 7).await.unwrap();
    assert_eq!(reader.stamp(Index::Live).await.unwrap().unwrap().position, 7);
    assert_eq!(found(&reader, "astro").await, [2]);
    assert!(found(&reader, "pilot").await.is_empty());
    assert_eq!(index.members(Index::Live, &[ACME, Uuid::nil()]).await.unwrap().len(), 5);
}

#[tokio::test]
async fn while_one_process_writes_another_is_refused_and_takes_over_when_it_rests() {
    let folder = TempDir::new("search-two");
    let index = EmbeddedIndex::with_idle(folder.path(), Duration::from_secs(1));
    index.create(Index::Live, STAMP).await.unwrap();
    let other = EmbeddedIndex::new(folder.path());
    index.write(Index::Live, Changes::default(), 7).await.unwrap();
    let refused = other.write(Index::Live, Changes::default(), 8).await;
    assert!(matches!(refused, Err(IndexError::Unavailable(_))), "{refused:?}");
    until("the other writes", || async { other.write(Index::Live, Changes::default(), 8).await.is_ok() })
        .await;
    assert_eq!(index.stamp(Index::Live).await.unwrap().unwrap().position, 8);
}

#[tokio::test]
async fn of_an_erased_person_no_word_is_left_in_the_files() {
    let folder = TempDir::new("search-erased");
    let index = filled(folder.path()).await;
    let person = contact(9, &[("full_name", "Xaviera Quxley"), ("email", "xq@mail.example")]);
    index.write(Index::Live, put(vec![person]), 7).await.unwrap();
    assert!(holds(folder.path(), "xaviera"));
    index.write(Index::Live, forget(Uuid::from_u128(9)), 8).await.unwrap();
    assert!(found(&index, "xaviera").await.is_empty());
    until("the files are written anew", || async { !holds(folder.path(), "xaviera") }).await;
    assert_eq!(found(&index, "pilot").await, [2]);
    assert_eq!(index.stamp(Index::Live).await.unwrap().unwrap().position, 8);
}

/// Whether any part of any index has the word among its terms, whatever a search would answer.
fn holds(root: &Path, word: &str) -> bool {
    let folders =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    for folder in folders {
        // While it is tidied up a file may go between listing and opening: then it is looked at again.
        let Ok(index) = tantivy::Index::open_in_dir(&folder) else { return true };
        let Ok(reader) = index.reader() else { return true };
        for segment in reader.searcher().segment_readers() {
            for (field, _) in index.schema().fields().filter(|(_, entry)| entry.field_type().is_indexed()) {
                let terms = segment.inverted_index(field).unwrap();
                if terms.terms().get(word.as_bytes()).unwrap().is_some() {
                    return true;
                }
            }
        }
    }
    false
}

#[tokio::test]
async fn a_new_index_takes_the_place_of_the_old_one_while_others_read() {
    let folder = TempDir::new("search-swap");
    let index = filled(folder.path()).await;
    let reader = EmbeddedIndex::new(folder.path());
    assert_eq!(found(&reader, "pilot").await, [2]);
    index.create(Index::Next, STAMP).await.unwrap();
    let next = contact(2, &[("full_name", "Janet Roe"), ("job_title", "Captain")]);
    index.write(Index::Next, put(vec![next]), 9).await.unwrap();
    assert!(found(&reader, "captain").await.is_empty());
    index.swap().await.unwrap();
    assert_eq!(found(&reader, "captain").await, [2]);
    assert!(found(&reader, "jane doe").await.is_empty());
    assert_eq!(reader.stamp(Index::Next).await.unwrap(), None);
    // Writing goes on in the new one.
    index.write(Index::Live, put(people()), 10).await.unwrap();
    assert_eq!(found(&reader, "jane doe").await.len(), 2);
    let folders =
        std::fs::read_dir(folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(folders.count(), 1);
}

#[tokio::test]
async fn a_damaged_index_counts_as_none_and_nothing_there_is_said() {
    let folder = TempDir::new("search-damaged");
    let empty = EmbeddedIndex::new(folder.path());
    assert_eq!(empty.stamp(Index::Live).await.unwrap(), None);
    let question = Question::parse("jane").unwrap();
    let sought = Sought { kind: Kind::Contact, archived: false, first: 10 };
    assert!(matches!(empty.find(&question, sought).await, Err(IndexError::Missing)));
    drop(filled(folder.path()).await);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let _ = std::fs::write(entry.unwrap().path().join("meta.json"), "{");
    }
    assert_eq!(empty.stamp(Index::Live).await.unwrap(), None);
    empty.create(Index::Live, STAMP).await.unwrap();
    assert_eq!(empty.stamp(Index::Live).await.unwrap(), Some(STAMP));
}
