//! Whether a source is MJML at all, and holds nothing that must not be in a mail. The library that makes HTML of it passes over tags
//! it does not know, so names are looked at here.

use super::markup::{Located, Token, is_void};
use super::problems::{Part, Problem};
use super::text::decoded;
use crate::email::snippets::include::ELEMENT;
use crate::email::snippets::is_name;

const ELEMENTS: [&str; 33] = [
    "mjml",
    "mj-head",
    "mj-body",
    "mj-attributes",
    "mj-all",
    "mj-class",
    "mj-breakpoint",
    "mj-preview",
    "mj-style",
    "mj-title",
    "mj-raw",
    "mj-section",
    "mj-column",
    "mj-group",
    "mj-wrapper",
    "mj-hero",
    "mj-text",
    "mj-button",
    "mj-image",
    "mj-divider",
    "mj-spacer",
    "mj-table",
    "mj-social",
    "mj-social-element",
    "mj-navbar",
    "mj-navbar-link",
    "mj-accordion",
    "mj-accordion-element",
    "mj-accordion-title",
    "mj-accordion-text",
    "mj-carousel",
    "mj-carousel-image",
    ELEMENT,
];

/// Where blocks may stand, and so a snippet.
const HOLDS_SNIPPETS: [&str; 2] = ["mj-column", "mj-hero"];

/// What runs, asks or brings something in from elsewhere. Mail programs drop it, and filters count it against the sender.
const SCRIPTS: [&str; 7] = ["script", "iframe", "object", "embed", "applet", "frame", "frameset"];
const FORMS: [&str; 5] = ["form", "input", "button", "select", "textarea"];
const REMOTE: [&str; 4] = ["link", "base", "meta", "mj-font"];

/// Addresses that run something or hide where they lead.
const UNSAFE: [&str; 3] = ["javascript:", "vbscript:", "data:"];

/// Elements in one another: whoever makes HTML of them goes down as deep.
const DEEPEST: usize = 100;

/// Most that is told of one source: the first is what must be mended first.
const MOST: usize = 20;

/// Everything that keeps a source from being saved, in its order.
pub fn faults(tokens: &[Located<'_>]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let (mut rooted, mut body) = (false, false);
    for (at, Located { token, line }) in tokens.iter().enumerate() {
        match token {
            Token::Open { name, empty, .. } => {
                if !rooted && name != "mjml" {
                    found.push(not_mjml(*line));
                    break;
                }
                rooted = true;
                body |= name == "mj-body";
                found.extend(refused(name, token).map(|problem| problem.at(*line)));
                if name == ELEMENT {
                    let within = open.last().map(|(name, _)| *name);
                    found.extend(of_snippet(token, *empty, within).map(|problem| problem.at(*line)));
                }
                if !empty && !is_void(name) {
                    open.push((name.as_str(), *line));
                }
                if open.len() > DEEPEST {
                    let message =
                        format!("More than {DEEPEST} elements stand in one another here. Take some out.");
                    found.push(Problem::error("MJML_TOO_DEEP", Part::Body, message).at(*line));
                    break;
                }
            }
            Token::Close { name } if !is_void(name) => match open.pop() {
                Some((opened, _)) if opened == name => {}
                Some((opened, from)) => {
                    let message = format!(
                        "</{name}> stands where <{opened}> of line {from} is still open. Close that first."
                    );
                    found.push(Problem::error("MJML_BROKEN", Part::Body, message).at(*line));
                    break;
                }
                None => {
                    let message = format!("</{name}> closes nothing. Remove it, or open <{name}> before.");
                    found.push(Problem::error("MJML_BROKEN", Part::Body, message).at(*line));
                    break;
                }
            },
            Token::Broken => {
                let message = "Something begins here with < and never ends. Close it with >.";
                found.push(Problem::error("MJML_BROKEN", Part::Body, message).at(*line));
                break;
            }
            Token::Text(text) if !rooted && !text.trim().is_empty() => {
                found.push(not_mjml(*line));
                break;
            }
            Token::Text(text) if is_style(tokens, at) => found.extend(remote_styles(text, *line)),
            Token::Text(_) | Token::Close { .. } | Token::Comment(_) | Token::Declaration => {}
        }
    }
    if found.is_empty() {
        found.extend(unfinished(&open, rooted, body));
    }
    found.truncate(MOST);
    found
}

fn unfinished(open: &[(&str, usize)], rooted: bool, body: bool) -> Option<Problem> {
    if let Some((name, line)) = open.last() {
        let message = format!("<{name}> is never closed. Write </{name}> where it ends.");
        return Some(Problem::error("MJML_BROKEN", Part::Body, message).at(*line));
    }
    if !rooted {
        return Some(not_mjml(1));
    }
    let message = "There is no <mj-body>: nothing would be sent. Put the content into one.";
    (!body).then(|| Problem::error("MJML_BROKEN", Part::Body, message))
}

fn not_mjml(line: usize) -> Problem {
    Problem::error("MJML_BROKEN", Part::Body, "An MJML document begins with <mjml>. Begin with it.").at(line)
}

fn refused(name: &str, token: &Token<'_>) -> Option<Problem> {
    let problem = |code, message: String| Some(Problem::error(code, Part::Body, message));
    if name == "mj-include" {
        let message = "<mj-include> brings in a file, and there are none here. Paste its content instead.";
        return problem("TEMPLATE_INCLUDE", message.to_owned());
    }
    if SCRIPTS.contains(&name) {
        let message = format!("<{name}> does not work in mail and is taken for an attack. Remove it.");
        return problem("TEMPLATE_SCRIPT", message);
    }
    if FORMS.contains(&name) {
        let message = format!("<{name}> does not work in mail. Link to a form on a page instead.");
        return problem("TEMPLATE_FORM", message);
    }
    if REMOTE.contains(&name) {
        let message = format!(
            "<{name}> brings in something from elsewhere, which mail programs do not load. Remove it; styles go into <mj-style>."
        );
        return problem("TEMPLATE_REMOTE", message);
    }
    if name.starts_with("mj") && !ELEMENTS.contains(&name) {
        let message =
            format!("There is no element <{name}> in MJML, so it would be left out. Correct its name.");
        return problem("MJML_UNKNOWN", message);
    }
    let Token::Open { attributes, .. } = token else { return None };
    for (attribute, value) in attributes {
        if attribute.starts_with("on") && attribute.len() > 2 {
            let message = format!("The attribute {attribute} runs a script, which mail does not. Remove it.");
            return problem("TEMPLATE_SCRIPT", message);
        }
        let address = matches!(attribute.as_str(), "href" | "action" | "xlink:href");
        let clean: String =
            decoded(value).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let lower = clean.to_lowercase();
        if address && UNSAFE.iter().any(|scheme| lower.starts_with(scheme)) {
            let message = "A link may lead to https, http, mailto or tel. Correct its address.";
            return problem("TEMPLATE_LINK_UNSAFE", message.to_owned());
        }
    }
    None
}

/// An element of ours: it becomes blocks, so it stands where these may, and has nothing in it.
fn of_snippet(token: &Token<'_>, empty: bool, within: Option<&str>) -> Option<Problem> {
    let problem = |message| Some(Problem::error("SNIPPET_BROKEN", Part::Body, message));
    if !empty || !token.attribute("name").is_some_and(|name| is_name(name.trim())) {
        return problem("Write a snippet like <mj-snippet name=\"legal-footer\" />, with its name.");
    }
    match within {
        Some(within) if HOLDS_SNIPPETS.contains(&within) => None,
        Some(_) | None => problem("A snippet stands directly in an <mj-column>. Put it into one."),
    }
}

/// Whether a text is what stands in a style.
fn is_style(tokens: &[Located<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|before| {
        matches!(&before.token, Token::Open { name, empty: false, .. } if name == "style" || name == "mj-style")
    })
}

fn remote_styles(text: &str, line: usize) -> Option<Problem> {
    let lower = text.to_lowercase();
    let at = lower.find("@import").or_else(|| lower.find("@font-face"))?;
    let down = lower[..at].bytes().filter(|byte| *byte == b'\n').count();
    let message = "Styles from elsewhere are not loaded by mail programs. Remove @import and @font-face.";
    Some(Problem::error("TEMPLATE_REMOTE", Part::Body, message).at(line + down))
}
