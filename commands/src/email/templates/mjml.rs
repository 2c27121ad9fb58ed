//! MJML to HTML, by the library mrml. It loads nothing: includes are refused before, and the fonts it would link to are left out.

use std::collections::HashMap;

use mrml::prelude::parser::{Error, ParserOptions};
use mrml::prelude::render::RenderOptions;
use pivotal_domain::email::templates::problems::{Part, Problem};

/// Of a source that passed our own look at its structure: the library goes into nested elements by calling itself.
pub fn html(source: &str) -> Result<String, Problem> {
    let parsed = mrml::parse_with_options(source, &ParserOptions::default())
        .map_err(|error| unreadable(source, &error))?;
    let options = RenderOptions { fonts: HashMap::new(), ..RenderOptions::default() };
    parsed.element.render(&options).map_err(|error| {
        let message = format!("The MJML cannot be made into HTML ({error}). Correct its values.");
        Problem::error("MJML_BROKEN", Part::Body, message)
    })
}

fn unreadable(source: &str, error: &Error) -> Problem {
    let message = match error {
        Error::UnexpectedElement { .. } => {
            "This element cannot stand here. Look where MJML allows it.".to_owned()
        }
        Error::UnexpectedToken { .. } => {
            "This cannot stand here. Remove it, or put it into an <mj-text>.".to_owned()
        }
        Error::MissingAttribute { name, .. } => format!("The attribute {name} is missing. Add it."),
        Error::InvalidAttribute { .. } => "An attribute cannot be read. Correct it.".to_owned(),
        Error::EndOfStream { .. } => "The document ends in the middle of an element. Close it.".to_owned(),
        other => format!("The MJML cannot be read ({other}). Correct it."),
    };
    let at = match error {
        Error::UnexpectedElement { position, .. }
        | Error::UnexpectedToken { position, .. }
        | Error::MissingAttribute { position, .. }
        | Error::InvalidAttribute { position, .. }
        | Error::InvalidFormat { position, .. } => Some(position.start),
        _ => None,
    };
    let problem = Problem::error("MJML_BROKEN", Part::Body, message);
    match at.and_then(|at| source.as_bytes().get(..at)) {
        Some(before) => problem.at(before.iter().filter(|byte| **byte == b'\n').count() + 1),
        None => problem,
    }
}
