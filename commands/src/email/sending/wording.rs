//! What a campaign says, put together once for all of its recipients: words that are the same for everybody, and places for what is
//! not. Merge tags, links, the pixel and the way out are places alike.

use std::collections::BTreeMap;
use std::sync::Arc;

use pivotal_domain::email::templates::content::Content as Template;
use pivotal_domain::email::templates::problems::{Part, Problem};
use pivotal_domain::email::templates::tags::escape::{Place, escaped};
use pivotal_domain::email::templates::tags::fields::{SENDER_ADDRESS, UNSUBSCRIBE_URL};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::templates::tags::{self, Merged, Tag};
use pivotal_domain::email::templates::{place::Reading, text};
use pivotal_domain::email::tracking::links::utm::Utm;
use pivotal_domain::email::tracking::links::{Plan, foot};

use super::links::OfMail;
use crate::email::templates::render;
use crate::ports::email_provider::content::{Content, Piece};

/// Paths of what every mail has its own of, besides those that templates may name.
const PIXEL: &str = "pixel_url";
const TRAP: &str = "trap_url";
const LINK: &str = "link.";

/// The way out and the postal address at the end of a mail that has none of its own: the law wants both.
const HTML_FOOT: &str = "<div style=\"font-family:Arial,sans-serif;font-size:12px;line-height:1.5;color:#52525b;text-align:center;padding:16px\">{{sender.company}}, {{sender.address}}<br><a href=\"{{unsubscribe_url}}\" style=\"color:#52525b\">Unsubscribe</a></div>";
const TEXT_FOOT: &str = "\n{{sender.company}}, {{sender.address}}\nUnsubscribe: {{unsubscribe_url}}\n";

/// How a template is made into a campaign's words.
#[derive(Debug, Clone, Default)]
pub struct Making<'a> {
    pub utm: Option<Utm>,
    /// Where links lead whose clicks are counted, with their numbers, as the launch pinned them. All others lead there directly.
    pub numbers: BTreeMap<&'a str, u16>,
    pub counts_opens: bool,
    /// Addresses of ours.
    pub own: Vec<String>,
}

/// The words of one variant.
#[derive(Debug, Clone)]
pub struct Wording {
    /// Shared by all mails that are made of it.
    pub content: Arc<Content>,
    slots: Vec<Slot>,
    numbers: Vec<u16>,
    counts_opens: bool,
}

/// What a place stands for, and how it is written there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Slot {
    tag: Tag,
    place: Place,
}

/// The text as it is sent: a template's own, or made of its page with the tags still in it, so that all recipients share the words.
struct Whole {
    html: String,
    text: String,
}

/// Links of a template, each with its number: those of the page in their order, then those that only the text has. `own`: addresses of
/// ours, which are not counted. What a launch pins.
pub fn links(template: &Template, utm: Option<&Utm>, own: &[String]) -> Result<Vec<(u16, String)>, Problem> {
    let Whole { html, text } = whole(template)?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let page = Plan::html(&html, 1, &own);
    let mut links: Vec<(u16, String)> =
        page.targets().map(|(number, target)| (number, tagged(target, utm))).collect();
    for (_, target) in Plan::text(&text, 1, &own).targets() {
        let target = tagged(target, utm);
        let next = links.last().map_or(Some(1), |(last, _)| last.checked_add(1));
        if let (false, Some(next)) = (links.iter().any(|(_, held)| *held == target), next) {
            links.push((next, target));
        }
    }
    Ok(links)
}

impl Wording {
    /// `subject`: the variant's own, if it has one.
    pub fn new(template: &Template, subject: Option<&str>, making: &Making<'_>) -> Result<Wording, Problem> {
        let Whole { html, text } = whole(template)?;
        let own: Vec<&str> = making.own.iter().map(String::as_str).collect();
        let leads = |target: Option<&str>| {
            let target = tagged(target.unwrap_or_default(), making.utm.as_ref());
            match making.numbers.get(target.as_str()) {
                Some(number) => format!("{{{{{LINK}{number}}}}}"),
                None => target,
            }
        };
        let page = Plan::html(&html, 1, &own);
        let mut end = String::new();
        if making.counts_opens {
            end.push_str(&foot::pixel(&tag(PIXEL)));
        }
        if !making.numbers.is_empty() {
            end.push_str(&foot::trap(&tag(TRAP)));
        }
        let html = page.render(|number| leads(page.target(number)), &end);
        let plain = Plan::text(&text, 1, &own);
        let text = plain.render(|number| leads(plain.target(number)), "");
        let mut slots = Slots::default();
        let subject = slots.plain(&read(Part::Subject, subject.unwrap_or(&template.subject))?, Place::Header);
        let html = slots.html(&read(Part::Body, &html)?);
        let text = slots.plain(&read(Part::Text, &text)?, Place::Plain);
        Ok(Wording {
            content: Arc::new(Content { subject, html, text }),
            slots: slots.0,
            numbers: making.numbers.values().copied().collect(),
            counts_opens: making.counts_opens,
        })
    }

    /// What stands in the places for one recipient. `values`: theirs and the sender's.
    pub fn filled(&self, values: &mut Values, of: &OfMail<'_>) -> Vec<String> {
        for number in &self.numbers {
            values.set(format!("{LINK}{number}"), of.click(*number));
        }
        if self.counts_opens {
            values.set(PIXEL, of.open());
        }
        if !self.numbers.is_empty() {
            values.set(TRAP, of.trap());
        }
        self.slots.iter().map(|slot| slot.filled(values)).collect()
    }

    /// Bytes of a mail with these values: what a mail program is given to show.
    pub fn size(&self, values: &[String]) -> usize {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.len(),
            Piece::Value(at) => values.get(*at).map_or(0, String::len),
        };
        self.content.html.iter().chain(&self.content.text).map(piece).sum()
    }
}

impl Slot {
    fn filled(&self, values: &Values) -> String {
        let value = values.get(&self.tag.path).or(self.tag.fallback.as_deref()).unwrap_or_default();
        escaped(self.place, value)
    }
}

/// The places of a mail in their order: what is written alike has one.
#[derive(Default)]
struct Slots(Vec<Slot>);

impl Slots {
    fn html(&mut self, page: &Merged) -> Vec<Piece> {
        let mut reading = Reading::default();
        let pieces = page.pieces.iter().map(|piece| match piece {
            tags::Piece::Text(words) => {
                reading.read(words);
                Piece::Words(words.clone())
            }
            tags::Piece::Tag { tag, .. } => {
                let place = reading.place();
                reading.filled();
                self.value(tag, place)
            }
        });
        pieces.collect()
    }

    fn plain(&mut self, text: &Merged, place: Place) -> Vec<Piece> {
        let pieces = text.pieces.iter().map(|piece| match piece {
            tags::Piece::Text(words) => Piece::Words(words.clone()),
            tags::Piece::Tag { tag, .. } => self.value(tag, place),
        });
        pieces.collect()
    }

    fn value(&mut self, tag: &Tag, place: Place) -> Piece {
        let slot = Slot { tag: tag.clone(), place };
        let at = self.0.iter().position(|held| *held == slot).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(slot);
        }
        Piece::Value(at)
    }
}

fn whole(template: &Template) -> Result<Whole, Problem> {
    let page = render::page(template)?;
    let written = template.text.clone().unwrap_or_else(|| text::of_html(&page));
    Ok(Whole { html: with_way_out(page, Part::Body)?, text: with_way_out(written, Part::Text)? })
}

/// What every mail must say, at its end where the template does not say it.
fn with_way_out(words: String, part: Part) -> Result<String, Problem> {
    let read = read(part, &words)?;
    if read.has(UNSUBSCRIBE_URL) && read.has(SENDER_ADDRESS) {
        return Ok(words);
    }
    Ok(match part {
        Part::Body => Plan::html(&words, 1, &["http://", "https://"]).render(|_| String::new(), HTML_FOOT),
        _ => words + TEXT_FOOT,
    })
}

fn read(part: Part, words: &str) -> Result<Merged, Problem> {
    Merged::parse(words).map_err(|error| {
        let message = format!("A merge tag cannot stand where it is: {}.", error.fault);
        Problem::error("TAG_BROKEN", part, message)
    })
}

fn tagged(target: &str, utm: Option<&Utm>) -> String {
    utm.map_or_else(|| target.to_owned(), |utm| utm.tag(target))
}

fn tag(path: &str) -> String {
    format!("{{{{{path}}}}}")
}
