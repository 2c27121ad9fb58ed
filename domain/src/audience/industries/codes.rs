//! The tables NAICS 2022 (North American Industry Classification System) and SIC 1987 (Standard Industrial Classification)
//! of the United States, whole: every code of every level with its official title.
//!
//! The data is the government's own and in the public domain; a test holds the official number of codes per level.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::audience::values::fold;

/// One code of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// `541611`, `54`, `31-33`; of SIC `7372`, `73`, `I`.
    pub code: &'static str,
    pub title: &'static str,
}

/// A table of codes in its own order, every level within the one above.
pub struct Table {
    codes: Vec<Code>,
    /// Codes, and the single numbers of a sector such as `31-33`, to the place in `codes`.
    places: HashMap<&'static str, usize>,
    /// The code above of each, "" for the top.
    parents: Vec<&'static str>,
    /// Parent to children, the top under "".
    children: HashMap<&'static str, Vec<usize>>,
    /// Folded words of each title, with one space at each end.
    words: Vec<String>,
}

/// Sectors (2 digits, three of them over several), subsectors (3), industry groups (4), industries (5), national industries (6).
pub static NAICS: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../../data/naics_2022.tsv")));

/// Divisions (a letter), major groups (2 digits), industry groups (3), industries (4).
pub static SIC: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../../data/sic_1987.tsv")));

impl Table {
    /// The code as files write it: with blanks around, with a title behind (`7372 - Prepackaged software`), and 31 for the
    /// sector 31-33. Nothing for a code that the table does not have.
    pub fn lookup(&self, raw: &str) -> Option<Code> {
        let trimmed = raw.trim();
        let exact = self.places.get(trimmed);
        let is_number = trimmed.starts_with(|c: char| c.is_ascii_digit());
        let head = || trimmed.split([' ', ':', '\t', '–', '—']).next().filter(|_| is_number);
        let head = || head().and_then(|head| self.places.get(head));
        exact.or_else(head).map(|&place| self.codes[place])
    }

    /// The codes one level below, in the table's order; with an empty code the top level. Empty for the lowest level and for
    /// codes that do not exist.
    pub fn children(&self, code: &str) -> Vec<Code> {
        let key = if code.is_empty() { Some("") } else { self.lookup(code).map(|found| found.code) };
        let places = key.and_then(|key| self.children.get(key));
        places.into_iter().flatten().map(|&place| self.codes[place]).collect()
    }

    /// The codes above, from the top down to the parent.
    pub fn ancestors(&self, code: &str) -> Vec<Code> {
        let mut path = Vec::new();
        let mut at = self.lookup(code).and_then(|found| self.parent(found.code));
        while let Some(above) = at {
            at = self.parent(above.code);
            path.insert(0, above);
        }
        path
    }

    /// At most `limit` codes whose number begins with the text or whose title has every word of it (the last may be
    /// unfinished, as somebody types it). A title that is the text comes first, then titles that begin with it, then short
    /// titles; among equal ones the narrower code.
    pub fn search(&self, text: &str, limit: usize) -> Vec<Code> {
        let wanted = fold::words(text);
        let Some((last, whole)) = wanted.split_last() else { return Vec::new() };
        let phrase = format!(" {}", wanted.join(" "));
        let mut found: Vec<(u8, usize, std::cmp::Reverse<usize>, usize)> = Vec::new();
        for (place, words) in self.words.iter().enumerate() {
            let code = self.codes[place];
            let by_number = wanted.len() == 1 && code.code.to_lowercase().starts_with(last.as_str());
            let has = |word: &String, end: &str| words.contains(&format!(" {word}{end}"));
            if by_number || (whole.iter().all(|word| has(word, " ")) && has(last, "")) {
                let rank = match words.strip_prefix(phrase.as_str()) {
                    _ if by_number => 0,
                    Some(" ") => 0,
                    Some(_) => 1,
                    None => 2,
                };
                let length = if by_number { code.code.len() } else { words.len() };
                found.push((rank, length, std::cmp::Reverse(code.code.len()), place));
            }
        }
        found.sort_unstable();
        found.into_iter().take(limit).map(|(.., place)| self.codes[place]).collect()
    }

    /// The code of as many digits that a wrong one is most likely meant to be: with the longest common beginning, then the
    /// nearest number. Nothing where not even the first digit is known.
    pub fn nearest(&self, code: &str) -> Option<Code> {
        let wanted: i64 = code.parse().ok()?;
        let common = |other: &str| code.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let same_length = self.codes.iter().filter(|one| one.code.len() == code.len());
        let alike =
            same_length.filter_map(|one| Some((common(one.code), one.code.parse::<i64>().ok()?, *one)));
        let best = alike.filter(|(common, ..)| *common > 0);
        best.min_by_key(|(common, number, _)| (std::cmp::Reverse(*common), (number - wanted).abs()))
            .map(|(.., one)| one)
    }

    /// Every code, in the table's order.
    pub fn all(&self) -> &[Code] {
        &self.codes
    }

    fn parent(&self, code: &str) -> Option<Code> {
        let parent = self.places.get(code).map(|&place| self.parents[place])?;
        self.places.get(parent).map(|&place| self.codes[place])
    }

    fn read(data: &'static str) -> Table {
        let mut table = Table {
            codes: Vec::new(),
            places: HashMap::new(),
            parents: Vec::new(),
            children: HashMap::new(),
            words: Vec::new(),
        };
        let mut division = "";
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let Some((code, title)) = line.split_once('\t') else { continue };
            let place = table.codes.len();
            let is_letter = code.bytes().all(|b| b.is_ascii_alphabetic());
            let is_sector = code.contains('-');
            let parent = match code.len() {
                _ if is_letter || is_sector => "",
                2 => division,
                length => table.places.get(&code[..length - 1]).map_or("", |&place| table.codes[place].code),
            };
            if is_letter {
                division = code;
            }
            if let Some((from, to)) = code.split_once('-')
                && let (Ok(from), Ok(to)) = (from.parse::<u8>(), to.parse::<u8>())
            {
                // The numbers of a sector that spans several, as the codes below it begin.
                let numbers = ["31", "32", "33", "44", "45", "48", "49"].into_iter();
                let within =
                    numbers.filter(|one| one.parse().is_ok_and(|one: u8| (from..=to).contains(&one)));
                table.places.extend(within.map(|one| (one, place)));
            }
            table.places.insert(code, place);
            table.parents.push(parent);
            table.children.entry(parent).or_default().push(place);
            table.words.push(format!(" {} ", fold::words(title).join(" ")));
            table.codes.push(Code { code, title });
        }
        table
    }
}
