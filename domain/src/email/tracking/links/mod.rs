//! Links of a mail's content: found once, numbered, and replaced for each recipient by addresses of ours. The content keeps every
//! other byte it has.
//!
//! Where a number leads is kept with the campaign (`targets`), so our addresses lead nowhere else.

pub mod foot;
mod scan;
#[cfg(test)]
mod tests;
mod text;
pub mod utm;

use std::borrow::Cow;
use std::ops::Range;

use self::scan::Found;

/// A document with its links taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pieces: Vec<Piece>,
    /// Number of the first link.
    first: u16,
    /// Where the links lead, in the order of their numbers.
    targets: Vec<String>,
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Kept(String),
    Link(u16),
    /// Where the end of a page's visible content is.
    Foot,
}

impl Plan {
    /// Takes the links of anchors and image maps out of a page that begin with http:// or https://. Whatever begins with one of
    /// `untouched` stays: addresses of our own, above all the one to unsubscribe at.
    ///
    /// Merge tags within an address stay as they are and belong to its target. Links inside of Outlook's conditional comments are
    /// comments to everybody else, and stay.
    pub fn html(page: &str, first: u16, untouched: &[&str]) -> Plan {
        let Found { links, foot } = scan::page(page);
        let links = links.into_iter().filter_map(|value| {
            let target = scan::decoded(&page[value.clone()]);
            is_tracked(&target, untouched).then_some((value, target))
        });
        let mut cuts: Vec<(Range<usize>, Option<String>)> =
            links.map(|(place, target)| (place, Some(target))).collect();
        let at = cuts.partition_point(|(place, _)| place.start < foot);
        cuts.insert(at, (foot..foot, None));
        Plan::cut(page, first, cuts, Format::Html)
    }

    /// The same of plain text.
    pub fn text(text: &str, first: u16, untouched: &[&str]) -> Plan {
        let cuts = text::links(text)
            .into_iter()
            .filter(|place| is_tracked(&text[place.clone()], untouched))
            .map(|place| (place.clone(), Some(text[place].to_owned())))
            .collect();
        Plan::cut(text, first, cuts, Format::Text)
    }

    fn cut(whole: &str, first: u16, cuts: Vec<(Range<usize>, Option<String>)>, format: Format) -> Plan {
        let mut plan = Plan { pieces: Vec::new(), first, targets: Vec::new(), format };
        let mut done = 0;
        for (place, target) in cuts {
            let piece = match target {
                None => Piece::Foot,
                // More links than there are numbers: the rest lead where they lead.
                Some(target) => match plan.next_number() {
                    None => continue,
                    Some(number) => {
                        plan.targets.push(target);
                        Piece::Link(number)
                    }
                },
            };
            plan.keep(&whole[done..place.start]);
            plan.pieces.push(piece);
            done = place.end;
        }
        plan.keep(&whole[done..]);
        plan
    }

    fn keep(&mut self, kept: &str) {
        if !kept.is_empty() {
            self.pieces.push(Piece::Kept(kept.to_owned()));
        }
    }

    fn next_number(&self) -> Option<u16> {
        self.first.checked_add(u16::try_from(self.targets.len()).ok()?)
    }

    /// Where each link leads, by its number.
    pub fn targets(&self) -> impl Iterator<Item = (u16, &str)> {
        (self.first..=u16::MAX).zip(self.targets.iter().map(String::as_str))
    }

    /// Where a number leads.
    pub fn target(&self, number: u16) -> Option<&str> {
        let at = number.checked_sub(self.first)?;
        self.targets.get(usize::from(at)).map(String::as_str)
    }

    /// The content for one recipient. `foot` is HTML for the end of a page (see [`foot`]); plain text has none.
    pub fn render(&self, link: impl Fn(u16) -> String, foot: &str) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Kept(kept) => out.push_str(kept),
                Piece::Foot => out.push_str(foot),
                Piece::Link(number) => match self.format {
                    Format::Html => out.push_str(&scan::encoded(&link(*number))),
                    Format::Text => out.push_str(&link(*number)),
                },
            }
        }
        out
    }
}

/// Whether clicks of it are counted.
fn is_tracked(target: &str, untouched: &[&str]) -> bool {
    let starts = |with: &str| target.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let rest = match (starts("http://"), starts("https://")) {
        (true, _) => &target["http://".len()..],
        (_, true) => &target["https://".len()..],
        _ => return false,
    };
    let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '{' | '['));
    has_host && !untouched.iter().any(|prefix| !prefix.is_empty() && target.starts_with(prefix))
}

/// As browsers read an address: without white space around it, and without line breaks and tabs in it.
fn tidy(raw: &str) -> Cow<'_, str> {
    let trimmed = raw.trim_matches(|c: char| c.is_ascii_whitespace() || c.is_ascii_control());
    match trimmed.contains(['\t', '\n', '\r']) {
        true => Cow::Owned(trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()),
        false => Cow::Borrowed(trimmed),
    }
}
