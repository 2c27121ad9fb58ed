//! Putting snippets in the places where a template names them: `<mj-snippet name="legal-footer" />` in its source, a block in its block
//! document. What comes out names none any more, so it can be kept for good.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::email::templates::blocks::{Block, Document, Style};
use crate::email::templates::content::Content;
use crate::email::templates::markup::{Token, placed};
use crate::email::templates::problems::{Part, Problem};

/// What stands for a snippet in a source.
pub const ELEMENT: &str = "mj-snippet";

/// The snippets that a template names, as they are now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shelf(BTreeMap<String, Shelved>);

#[derive(Debug, Clone, PartialEq)]
pub struct Shelved {
    pub used: Used,
    pub blocks: Vec<Block>,
    pub archived: bool,
}

/// Which version of a snippet a template has in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Used {
    pub snippet: Uuid,
    pub name: String,
    pub version: u32,
    /// Who wrote that version.
    pub by: Uuid,
}

impl Shelf {
    pub fn put(&mut self, shelved: Shelved) {
        self.0.insert(shelved.used.name.clone(), shelved);
    }

    fn take(&self, name: &str) -> Result<&Shelved, (&'static str, String)> {
        match self.0.get(name) {
            Some(shelved) if shelved.archived => {
                let message = format!("The snippet \"{name}\" is archived. Restore it, or take it out.");
                Err(("SNIPPET_ARCHIVED", message))
            }
            Some(shelved) => Ok(shelved),
            None => {
                let message =
                    format!("There is no snippet \"{name}\". Choose one from the list of snippets.");
                Err(("SNIPPET_UNKNOWN", message))
            }
        }
    }
}

/// The names of the snippets that a content includes, whether there are such or not.
pub fn names(content: &Content) -> BTreeSet<String> {
    match &content.blocks {
        Some(document) => {
            let mut names = BTreeSet::new();
            of_blocks(&document.blocks, &mut names);
            names
        }
        None => {
            let tokens = placed(&content.mjml).into_iter();
            tokens.filter_map(|(_, located)| named(&located.token).map(str::to_owned)).collect()
        }
    }
}

fn of_blocks(blocks: &[Block], names: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Snippet { name } => {
                names.insert(name.clone());
            }
            Block::Columns { columns } => columns.iter().for_each(|column| of_blocks(column, names)),
            Block::Heading { .. }
            | Block::Text { .. }
            | Block::Button { .. }
            | Block::Image { .. }
            | Block::Divider
            | Block::Spacer { .. }
            | Block::Footer { .. } => {}
        }
    }
}

/// The name in an element that stands for a snippet; an empty one if it has none.
fn named<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    match token {
        Token::Open { name, .. } if name == ELEMENT => {
            Some(token.attribute("name").unwrap_or_default().trim())
        }
        _ => None,
    }
}

/// The content with the snippets in it, and which they were; or everything that cannot be put in. One without any is as it was.
pub fn expanded(content: Content, shelf: &Shelf) -> Result<(Content, Vec<Used>), Vec<Problem>> {
    let mut putting = Putting { shelf, used: BTreeMap::new(), problems: Vec::new() };
    let content = match content.blocks {
        Some(Document { style, blocks }) => {
            let blocks = Some(Document { style, blocks: putting.blocks(blocks, None) });
            Content { blocks, ..content }
        }
        None => Content { mjml: putting.source(&content.mjml), ..content },
    };
    if !putting.problems.is_empty() {
        return Err(putting.problems);
    }
    let used: Vec<Used> = putting.used.into_values().collect();
    // A body is made of its blocks wherever they changed.
    let content = if used.is_empty() { content } else { content.of_blocks()? };
    Ok((content, used))
}

struct Putting<'a> {
    shelf: &'a Shelf,
    used: BTreeMap<String, Used>,
    problems: Vec<Problem>,
}

impl Putting<'_> {
    /// `within`: the block whose column they are in.
    fn blocks(&mut self, blocks: Vec<Block>, within: Option<usize>) -> Vec<Block> {
        let mut put = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.into_iter().enumerate() {
            let place = within.unwrap_or(at + 1);
            match block {
                Block::Snippet { name } => match self.take(&name) {
                    Ok(blocks) => put.extend(blocks),
                    Err((code, message)) => {
                        let message = format!("Block {place}: {message}");
                        self.problems.push(Problem::error(code, Part::Body, message));
                    }
                },
                Block::Columns { columns } => {
                    let columns = columns.into_iter().map(|column| self.blocks(column, Some(place)));
                    put.push(Block::Columns { columns: columns.collect() });
                }
                other => put.push(other),
            }
        }
        put
    }

    /// In the line of the element, so that the lines of what follows stay what they are.
    fn source(&mut self, source: &str) -> String {
        let (mut out, mut after) = (String::with_capacity(source.len()), 0);
        for (range, located) in placed(source) {
            let Some(name) = named(&located.token) else { continue };
            out.push_str(&source[after..range.start]);
            after = range.end;
            match self.take(name) {
                Ok(blocks) => match Style::default().elements(&blocks) {
                    Ok(elements) => out.push_str(&elements),
                    Err(fault) => {
                        let message = format!("The snippet \"{name}\" cannot be put in: {fault}.");
                        let problem = Problem::error("SNIPPET_BODY", Part::Body, message);
                        self.problems.push(problem.at(located.line));
                    }
                },
                Err((code, message)) => {
                    self.problems.push(Problem::error(code, Part::Body, message).at(located.line));
                }
            }
        }
        out.push_str(&source[after..]);
        out
    }

    fn take(&mut self, name: &str) -> Result<Vec<Block>, (&'static str, String)> {
        let shelved = self.shelf.take(name)?;
        self.used.insert(name.to_owned(), shelved.used.clone());
        Ok(shelved.blocks.clone())
    }
}
