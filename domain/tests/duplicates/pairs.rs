//! From keys to scored pairs, and how right they are.

use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::audience::duplicates::blocking::group_max;
use pivotal_domain::audience::duplicates::score::{Class, Score};

/// Every pair that shares a key, once.
pub fn candidates(keys: &[Vec<String>]) -> BTreeSet<(usize, usize)> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, keys) in keys.iter().enumerate() {
        for key in keys {
            groups.entry(key).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for (_, group) in groups.iter().filter(|(key, group)| group.len() <= group_max(key)) {
        for (place, &one) in group.iter().enumerate() {
            pairs.extend(group[place + 1..].iter().map(|&other| (one, other)));
        }
    }
    pairs
}

/// `truth[i]` is who record i is about; two records with the same are one.
#[expect(clippy::print_stdout, reason = "a measurement shows its figures")]
pub fn measure(
    name: &str,
    truth: &[usize],
    keys: &[Vec<String>],
    score: impl Fn(usize, usize) -> Score,
    show: impl Fn(usize) -> String,
) -> (f64, f64) {
    let candidates = candidates(keys);
    let planted: usize = {
        let mut of: BTreeMap<usize, usize> = BTreeMap::new();
        truth.iter().for_each(|who| *of.entry(*who).or_default() += 1);
        of.values().map(|count| count * (count - 1) / 2).sum()
    };
    let blocked = candidates.iter().filter(|(a, b)| truth[*a] == truth[*b]).count();
    let (mut found, mut right, mut review) = (0, 0, 0);
    let mut wrong = Vec::new();
    for &(a, b) in &candidates {
        let score = score(a, b);
        let same = truth[a] == truth[b];
        let is_found = matches!(score.class(), Class::Exact | Class::Duplicate);
        found += usize::from(is_found);
        right += usize::from(is_found && same);
        review += usize::from(score.class() == Class::Review);
        if is_found != same {
            let what = if same { "missed" } else { "taken for one" };
            wrong.push(format!("{what} {:.3}: {} / {} {:?}", score.value, show(a), show(b), score.reasons));
        }
    }
    let (recall, precision) = (right as f64 / planted as f64, right as f64 / found.max(1) as f64);
    let n = truth.len();
    println!(
        "{name}: {n} records, {planted} planted pairs; {} candidates ({:.4} of all pairs) hold {:.4} of them; recall {recall:.4}, precision {precision:.4}, {review} to review",
        candidates.len(),
        candidates.len() as f64 / (n * (n - 1) / 2) as f64,
        blocked as f64 / planted as f64,
    );
    println!("{}", wrong.iter().take(14).map(String::as_str).collect::<Vec<_>>().join("\n"));
    (recall, precision)
}

/// Choices that look random and are the same every time (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// A slip of the finger inside a word: a letter lost, doubled, swapped or hit beside.
pub fn slip(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return word.to_owned();
    }
    let at = 1 + dice.below(letters.len() - 2);
    match dice.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = ['a', 'e', 'n', 'r', 's', 't'][dice.below(6)],
    }
    letters.into_iter().collect()
}
