use pivotal_domain::audience::domain_sets::alike::{alike, edits_allowed, edits_within};
use pivotal_domain::audience::domain_sets::candidates::Candidates;
use pivotal_domain::audience::domain_sets::matching::{Hit, Likeness, Matcher, Passing, Via, Wanted};
use proptest::prelude::*;
use uuid::Uuid;

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn wanted(number: u32, domain: &str, name: Option<&str>) -> Wanted {
    Wanted { number, domain: domain.into(), account_name: name.map(Into::into), not: Vec::new() }
}

fn account<'a>(number: u128, name: &'a str, domain: &'a str, alternates: &'a [String]) -> Passing<'a> {
    Passing { id: id(number), name, domain, alternates }
}

fn found(items: Vec<Wanted>, accounts: &[Passing<'_>]) -> Vec<Option<Hit>> {
    let mut matcher = Matcher::new(items);
    accounts.iter().for_each(|account| matcher.offer(*account));
    matcher.finish().map(|(_, hit)| hit).collect()
}

fn fuzzy(number: u128, confidence: u8, by: Likeness) -> Option<Hit> {
    Some(Hit { account: id(number), via: Via::Fuzzy, confidence, by: Some(by) })
}

#[test]
fn a_match_needs_few_edits_and_a_long_text() {
    for (a, b, similarity) in [
        ("northwind", "northwind", Some(100)),
        // One of nine, of six.
        ("northwind", "northwinds", Some(90)),
        ("globex", "globes", None),
        ("acme", "acme", Some(100)),
        // Two of fourteen; three of nineteen are too many, three of twenty are not.
        ("contosoventure", "contosovantura", Some(85)),
        ("abcdefghijklmnopqrs", "xbcdefghixklmnopqrx", None),
        ("abcdefghijklmnopqrst", "xbcdefghixklmnopqrsx", Some(85)),
        // Four are too many however long it is.
        ("abcdefghijklmnopqrstuvwxyzabcdefghij", "xbcdxfghixklmnopqrstuvwxyzabcdefghix", None),
        ("", "", None),
    ] {
        assert_eq!(alike(&chars(a), &chars(b)), similarity, "{a} {b}");
    }
}

#[test]
fn what_has_the_domain_goes_before_what_is_nearly_the_same() {
    let alternates = ["northwind.example".to_owned()];
    let items = || vec![wanted(1, "northwind.com", Some("Northwind Traders"))];
    let near = account(7, "Northwind Traders GmbH", "nordwind.com", &[]);
    assert_eq!(found(items(), &[near]), [fuzzy(7, 99, Likeness::Name)]);
    let far = account(8, "Other", "northwind.com", &alternates);
    let exact = Some(Hit { account: id(8), via: Via::Domain, confidence: 100, by: None });
    assert_eq!(found(items(), &[near, far]), [exact]);
    assert_eq!(found(items(), &[far, near]), [exact]);
}

#[test]
fn an_alternate_domain_counts_as_the_main_one_does_and_comes_second() {
    let alternates = ["northwind.com".to_owned()];
    let by_alternate = account(7, "Other", "other.com", &alternates);
    let items = || vec![wanted(1, "northwind.com", None)];
    let hit = Some(Hit { account: id(7), via: Via::Alternate, confidence: 100, by: None });
    assert_eq!(found(items(), &[by_alternate]), [hit]);
}

#[test]
fn another_ending_is_nearly_the_same_and_never_sure() {
    let items = vec![wanted(1, "northwind.de", None), wanted(2, "contoso.de", None)];
    let accounts = [account(7, "", "northwind.co.uk", &[])];
    assert_eq!(found(items, &accounts), [fuzzy(7, 99, Likeness::Domain), None]);
}

#[test]
fn what_a_person_said_it_is_not_is_never_found_again() {
    let item = Wanted { not: vec![id(7)], ..wanted(1, "northwind.com", None) };
    let accounts = [account(7, "", "northwind.com", &[]), account(8, "", "northwinds.com", &[])];
    assert_eq!(found(vec![item], &accounts), [fuzzy(8, 90, Likeness::Domain)]);
}

/// A word of the alphabet that makes edits likely to matter.
fn text() -> impl Strategy<Value = String> {
    "[abc]{1,26}"
}

/// A text and another that is some edits away.
fn near() -> impl Strategy<Value = (String, String)> {
    let edit = (0usize..30, 0u8..3, prop::sample::select(vec!['a', 'b', 'c', 'x']));
    (text(), prop::collection::vec(edit, 0..4)).prop_map(|(text, edits)| {
        let mut other: Vec<char> = text.chars().collect();
        for (at, kind, letter) in edits {
            let at = at.min(other.len());
            match kind {
                0 => other.insert(at, letter),
                1 if at < other.len() => drop(other.remove(at)),
                _ if at < other.len() => other[at] = letter,
                _ => {}
            }
        }
        (text, other.into_iter().collect())
    })
}

proptest! {
    #[test]
    fn the_distance_is_levenshteins(a in text(), b in text(), most in 0usize..6) {
        let distance = strsim::levenshtein(&a, &b);
        let expected = (distance <= most).then_some(distance);
        prop_assert_eq!(edits_within(&chars(&a), &chars(&b), most), expected);
    }

    #[test]
    fn whatever_is_alike_is_a_candidate_in_both_directions((a, b) in near()) {
        let (a, b) = (chars(&a), chars(&b));
        prop_assume!(alike(&a, &b).is_some());
        for (held, asked) in [(&a, &b), (&b, &a)] {
            let mut candidates = Candidates::default();
            candidates.add(5, held);
            let mut found = false;
            candidates.each(asked, |number| found |= number == 5);
            prop_assert!(found, "{held:?} {asked:?}");
        }
    }

    #[test]
    fn similarity_is_as_the_rules_say((a, b) in near()) {
        let (a, b) = (chars(&a), chars(&b));
        prop_assume!(!a.is_empty() && !b.is_empty());
        let longer = a.len().max(b.len());
        let distance = strsim::levenshtein(&a.iter().collect::<String>(), &b.iter().collect::<String>());
        let matches = distance <= 3 && (longer - distance) * 100 >= 85 * longer;
        prop_assert_eq!(alike(&a, &b).is_some(), matches);
        prop_assert_eq!(distance <= edits_allowed(longer), matches);
    }

    /// In whichever order accounts pass by, the outcome is the same.
    #[test]
    fn the_order_of_accounts_does_not_matter(labels in prop::collection::vec("northw[iy]nd[a-c]{0,2}", 1..6), turn in 0usize..6) {
        let domains: Vec<String> = labels.iter().map(|label| format!("{label}.com")).collect();
        let mut accounts: Vec<Passing<'_>> =
            domains.iter().enumerate().map(|(at, domain)| account(at as u128, "", domain, &[])).collect();
        let items = || vec![wanted(1, "northwinda.com", None), wanted(2, "northwynd.de", None)];
        let before = found(items(), &accounts);
        let turn = turn % accounts.len();
        accounts.rotate_left(turn);
        accounts.reverse();
        prop_assert_eq!(found(items(), &accounts), before);
    }
}
