//! What a template that may be saved should still be looked at for: what the law and the big mail providers ask for, and what their
//! filters weigh. Each says why.

use super::content::Checked;
use super::markup::{Located, Token, tokens};
use super::problems::{Part, Problem};
use super::tags::Tag;
use super::tags::fields::{SENDER_ADDRESS, UNSUBSCRIBE_URL};

/// Gmail shows no more of a mail than this, in bytes of its HTML.
pub const CLIPPED: usize = 102 * 1024;
/// Longer subjects are cut on most screens.
const SUBJECT_SHOWN: usize = 70;
/// Fewer words beside images, and the mail is hardly more than a picture.
const WORDS_FEW: usize = 20;

/// What filters have long counted against a sender, in small letters.
const PHRASES: [&str; 14] = [
    "100% free",
    "act now",
    "cash bonus",
    "click here",
    "congratulations",
    "double your",
    "earn money",
    "free!!",
    "guaranteed",
    "limited time",
    "no obligation",
    "once in a lifetime",
    "risk-free",
    "winner",
];

/// They hide where a link leads, so filters distrust them.
const SHORTENERS: [&str; 6] = ["bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd"];

/// `html`: what the body became; `text`: the plain text that goes with it.
pub fn of(checked: &Checked, html: &str, text: &str) -> Vec<Problem> {
    let source = tokens(&checked.content().mjml);
    let mut found = asked_for(checked);
    found.extend(size(html.len()));
    let mut defaults = false;
    for located in &source {
        match &located.token {
            // What stands there is said of all elements of a name, and is none itself.
            Token::Open { name, empty: false, .. } if name == "mj-attributes" => defaults = true,
            Token::Close { name } if name == "mj-attributes" => defaults = false,
            _ if defaults => {}
            _ => found.extend(element(located)),
        }
    }
    found.extend(subject(&checked.content().subject));
    if checked.content().preheader.is_empty() {
        let message = "Without a preheader, lists of mails show the first words of the body. Write one.";
        found.push(Problem::hint("NO_PREHEADER", Part::Preheader, message));
    }
    found.extend(without_fallback(checked));
    found.extend(phrases(Part::Body, text));
    let images = source.iter().any(
        |located| matches!(&located.token, Token::Open { name, .. } if name == "mj-image" || name == "img"),
    );
    if images && text.split_whitespace().count() < WORDS_FEW {
        let message = "There is hardly any text beside the images. Filters distrust pictures of text, and many programs show none: write more.";
        found.push(Problem::hint("IMAGES_ONLY", Part::Body, message));
    }
    found
}

/// What every mailing has to have.
fn asked_for(checked: &Checked) -> Vec<Problem> {
    let mut found = Vec::new();
    if !checked.body.has(UNSUBSCRIBE_URL) {
        let message = "There is no link to unsubscribe. Add one that leads to {{unsubscribe_url}}.";
        found.push(Problem::warning("NO_UNSUBSCRIBE", Part::Body, message));
    }
    if !checked.body.has(SENDER_ADDRESS) {
        let message =
            "The sender's postal address is missing, which the law asks for. Add {{sender.address}}.";
        found.push(Problem::warning("NO_ADDRESS", Part::Body, message));
    }
    if checked.text.as_ref().is_some_and(|text| !text.has(UNSUBSCRIBE_URL)) {
        let message = "The plain text has no link to unsubscribe. Add {{unsubscribe_url}}.";
        found.push(Problem::warning("NO_UNSUBSCRIBE", Part::Text, message));
    }
    found
}

fn size(bytes: usize) -> Option<Problem> {
    let kilobytes = bytes.div_ceil(1024);
    if bytes > CLIPPED {
        let message = format!(
            "The HTML takes {kilobytes} kB. Gmail clips mails at 102 kB, perhaps the link to unsubscribe with them: shorten it."
        );
        return Some(Problem::warning("CLIPPED", Part::Body, message));
    }
    let message = format!("The HTML takes {kilobytes} kB of the 102 kB that Gmail shows. Leave some room.");
    (bytes > CLIPPED / 10 * 8).then(|| Problem::hint("NEARLY_CLIPPED", Part::Body, message))
}

fn element(Located { token, line }: &Located<'_>) -> Vec<Problem> {
    let Token::Open { name, .. } = token else { return Vec::new() };
    let mut found = Vec::new();
    let image = matches!(name.as_str(), "mj-image" | "img" | "mj-carousel-image");
    if image && token.attribute("alt").is_none() {
        let message = "The image says nothing to who cannot see it. Give it an alt text, or an empty one if it is decoration.";
        found.push(Problem::warning("NO_ALT", Part::Body, message));
    }
    if name == "mj-style" && token.attribute("inline").is_some() {
        let message = "inline=\"inline\" has no effect here: the styles stay in the head. Write them to the elements themselves.";
        found.push(Problem::warning("STYLE_NOT_INLINED", Part::Body, message));
    }
    let linking = matches!(name.as_str(), "a" | "mj-button" | "mj-navbar-link");
    match token.attribute("href").map(str::trim) {
        Some("" | "#") => {
            let message = "The link leads nowhere. Give it an address.";
            found.push(Problem::warning("LINK_NOWHERE", Part::Body, message));
        }
        None if linking && token.attribute("name").is_none() => {
            let message = "The link has no address. Give it one.";
            found.push(Problem::warning("LINK_NOWHERE", Part::Body, message));
        }
        Some(address) if address.to_lowercase().starts_with("http://") => {
            let message = format!("The link {} is not encrypted. Use https.", shortened(address));
            found.push(Problem::warning("LINK_NOT_HTTPS", Part::Body, message));
        }
        Some(address) if SHORTENERS.contains(&host(address)) => {
            let message = "The link hides where it leads, which filters distrust. Use the address itself.";
            found.push(Problem::hint("LINK_SHORTENED", Part::Body, message));
        }
        Some(_) | None => {}
    }
    found.into_iter().map(|problem| problem.at(*line)).collect()
}

fn subject(subject: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let letters: Vec<char> = subject.chars().filter(|c| c.is_alphabetic()).collect();
    let hint = |code, message: &str| Problem::hint(code, Part::Subject, message);
    if letters.len() > 8 && letters.iter().filter(|c| c.is_uppercase()).count() * 10 > letters.len() * 7 {
        found.push(hint(
            "SUBJECT_CAPITALS",
            "The subject shouts. Filters count capitals: write it in small letters.",
        ));
    }
    if subject.matches('!').count() > 1 {
        found.push(hint("SUBJECT_EXCLAIMS", "Filters count exclamation marks. One is enough."));
    }
    let lower = subject.to_lowercase();
    if lower.starts_with("re:") || lower.starts_with("fw:") || lower.starts_with("fwd:") {
        let message = "The subject pretends to be an answer, which the law forbids in many countries. Write what it is about.";
        found.push(hint("SUBJECT_PRETENDS", message));
    }
    if subject.chars().count() > SUBJECT_SHOWN {
        found.push(hint(
            "SUBJECT_LONG",
            "Most screens cut a subject after 70 characters. Put what matters first.",
        ));
    }
    found.extend(phrases(Part::Subject, subject));
    found
}

fn phrases(part: Part, text: &str) -> Option<Problem> {
    let lower = text.to_lowercase();
    let found: Vec<&str> = PHRASES.into_iter().filter(|phrase| lower.contains(phrase)).collect();
    let message =
        format!("Filters count these words against a mail: {}. Say it otherwise.", found.join(", "));
    (!found.is_empty()).then(|| Problem::hint("SPAM_WORDS", part, message))
}

/// Fields that may be empty, and leave a hole where they are.
fn without_fallback(checked: &Checked) -> Vec<Problem> {
    let may_be_empty = |tag: &Tag| {
        tag.fallback.is_none() && (tag.path.starts_with("contact.") || tag.path.starts_with("account."))
    };
    let parts = [
        (Part::Subject, Some(&checked.subject)),
        (Part::Preheader, Some(&checked.preheader)),
        (Part::Body, Some(&checked.body)),
        (Part::Text, checked.text.as_ref()),
    ];
    let mut found = Vec::new();
    for (part, merged) in parts {
        let tags = merged.into_iter().flat_map(|merged| merged.tags());
        for (tag, line) in tags.filter(|(tag, _)| may_be_empty(tag)) {
            let message = format!(
                "{tag} leaves a hole for whoever has no such value. Give it a fallback: {{{{{}|there}}}}.",
                tag.path
            );
            found.push(Problem::hint("TAG_WITHOUT_FALLBACK", part, message).at(line));
        }
    }
    found
}

/// `https://bit.ly/x` gives `bit.ly`.
fn host(address: &str) -> &str {
    let after = address.split_once("://").map_or("", |(_, after)| after);
    after.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

fn shortened(address: &str) -> String {
    match address.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.to_owned(),
    }
}
