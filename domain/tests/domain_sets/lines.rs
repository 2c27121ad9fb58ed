use pivotal_domain::audience::domain_sets::lines::{Columns, LineError, meant, names_columns};
use pivotal_domain::audience::domain_sets::lookalike::Resembles;
use proptest::prelude::*;

fn columns(domain: usize, account_name: Option<usize>, notes: Option<usize>) -> Columns {
    Columns { domain, account_name, notes }
}

fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn whatever_stands_around_a_domain_is_cut_away() {
    for (given, domain, repaired) in [
        ("example.com", "example.com", false),
        (" EXAMPLE.com. ", "example.com", false),
        ("https://www.example.co.uk/path?q=1#top", "example.co.uk", false),
        ("http://user:secret@m.example.com:8080", "example.com", false),
        ("ada.lovelace@mail.example.com", "example.com", false),
        ("mailto:ada@example.com", "example.com", false),
        ("bücher.example", "xn--bcher-kva.example", false),
        ("shop.eu.example.com", "example.com", false),
        ("example,com", "example.com", true),
        ("example .com", "example.com", true),
        ("example..com", "example.com", true),
        ("example.con", "example.com", true),
    ] {
        let meant = meant(given).unwrap_or_else(|error| panic!("{given}: {error}"));
        assert_eq!((meant.domain.as_str(), meant.repaired), (domain, repaired), "{given}");
        assert_eq!(meant.resembles, None, "{given}");
    }
}

#[test]
fn what_is_no_domain_says_why() {
    for (given, error) in [
        ("", LineError::Empty),
        ("  ", LineError::Empty),
        ("acme", LineError::NoDot),
        ("192.0.2.1", LineError::IpAddress),
        ("co.uk", LineError::PublicSuffix),
        ("exa_mple.com", LineError::Characters),
        ("n/a", LineError::NoDot),
    ] {
        assert_eq!(meant(given).map(|meant| meant.domain), Err(error), "{given}");
        assert_eq!(LineError::of_code(error.code()), Some(error));
    }
    let long = format!("{}.com", "a.".repeat(130));
    assert_eq!(meant(&long).map(|meant| meant.domain), Err(LineError::TooLong));
}

#[test]
fn letters_of_another_script_that_look_alike_are_pointed_out() {
    // Cyrillic "а" in the middle of Latin; a name all Cyrillic that reads as Latin; an honest Cyrillic and an honest Latin one.
    assert_eq!(meant("p\u{430}ypal.com").unwrap().resembles, Some(Resembles::MixedScripts));
    assert_eq!(
        meant("\u{440}\u{430}\u{443}\u{440}\u{430}.com").unwrap().resembles,
        Some(Resembles::OtherScript)
    );
    assert_eq!(meant("яндекс.com").unwrap().resembles, None);
    assert_eq!(meant("müller.example").unwrap().resembles, None);
}

#[test]
fn columns_are_known_by_their_headings_or_else_by_what_stands_in_them() {
    let none: &[Vec<String>] = &[];
    let of = |headers: &[&str], samples: &[Vec<String>]| Columns::of(&cells(headers), samples);
    assert_eq!(of(&["Domain", "Account Name", "Notes"], none), columns(0, Some(1), Some(2)));
    assert_eq!(of(&["Company", "Remarks", "Web Site"], none), columns(2, Some(0), Some(1)));
    assert_eq!(of(&["website"], none), columns(0, None, None));
    let samples =
        [cells(&["Acme", "Globex"]), cells(&["acme.example", "globex.example"]), cells(&["hot", ""])];
    let unnamed = ["Column 1", "Column 2", "Column 3"];
    assert_eq!(of(&unnamed, &samples), columns(1, Some(0), Some(2)));
    assert_eq!(of(&["Column 1"], &[cells(&["rubbish"])]), columns(0, None, None));
}

#[test]
fn what_is_no_heading_that_is_known_is_read_as_a_line() {
    for (first, named) in [
        (&["Domain", "Account Name"][..], true),
        (&["Unternehmen", "Web site"][..], true),
        (&["northwind.test", "Company"][..], false),
        (&["rubbish"][..], false),
    ] {
        assert_eq!(names_columns(&cells(first)), named, "{first:?}");
    }
}

#[test]
fn a_comma_for_a_dot_moves_the_other_cells_back() {
    let three = columns(0, Some(1), Some(2));
    let line = three.read(&cells(&["example", "com", "Acme Inc,call first"]), false);
    assert_eq!(line.domain.unwrap().domain.as_str(), "example.com");
    assert_eq!((line.account_name.as_deref(), line.notes.as_deref()), (Some("Acme Inc"), Some("call first")));
    assert_eq!(line.given, "example,com");
    // The only column of a file holds the whole line.
    let line = columns(0, None, None).read(&cells(&["example,com"]), false);
    assert!(line.domain.is_ok_and(|meant| meant.repaired && meant.domain.as_str() == "example.com"));
    // A name is no ending.
    let line = three.read(&cells(&["acme", "Acme", ""]), true);
    assert_eq!(line.domain, Err(LineError::NoDot));
    let line = three.read(&cells(&["example.com", "Acme", "a", "b"]), false);
    assert_eq!(line.domain, Err(LineError::Broken));
}

#[test]
fn names_and_notes_are_tidied_and_cut_to_what_is_kept() {
    let line =
        columns(0, Some(1), Some(2)).read(&cells(&["a.example", " Acme \t Inc ", &"x".repeat(900)]), true);
    assert_eq!(line.account_name.as_deref(), Some("Acme Inc"));
    assert_eq!(line.notes.map(|notes| notes.len()), Some(500));
    let line = columns(0, Some(1), Some(2)).read(&cells(&["a.example", "--", " "]), true);
    assert_eq!((line.account_name, line.notes), (None, None));
}

proptest! {
    /// Reading what was read changes nothing any more.
    #[test]
    fn a_domain_means_itself(raw in "\\PC{0,60}") {
        if let Ok(once) = meant(&raw) {
            let twice = meant(once.domain.as_str()).unwrap();
            prop_assert_eq!(&twice.domain, &once.domain);
            prop_assert!(!twice.repaired);
            prop_assert_eq!(twice.resembles, once.resembles);
        }
    }

    #[test]
    fn whatever_is_put_around_a_domain_it_stays_the_same(
        label in "[a-z][a-z0-9]{3,12}", before in prop::sample::select(vec!["", "https://", "http://www.", "ada@", "//m.", " "]),
        after in prop::sample::select(vec!["", "/", ":443", "/a/b?c=d", ".", " ", "#x"]),
    ) {
        let domain = format!("{label}.com");
        let meant = meant(&format!("{before}{domain}{after}")).unwrap();
        prop_assert_eq!(meant.domain.as_str(), domain);
    }

    /// Nothing that stood there gets lost: what was written is kept with every line, whatever it means.
    #[test]
    fn what_was_written_is_kept(row in prop::collection::vec("[^\0]{0,40}", 1..5), at in 0usize..4, fits: bool) {
        let line = columns(at, Some(0), None).read(&row, fits);
        let cell = row.get(at).cloned().unwrap_or_default();
        let with_the_next = format!("{},", cell.trim());
        prop_assert!(line.given == cell || line.given.starts_with(&with_the_next));
    }
}
