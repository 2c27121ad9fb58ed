//! Putting values in the place of merge tags.

use std::collections::{BTreeMap, BTreeSet};

use super::escape::{Place, escaped, markup};
use super::{Merged, Piece, Tag};
use crate::email::templates::place::Reading;

/// What tags stand for, by path. A value that is empty is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, String>);

impl Values {
    pub fn set(&mut self, path: impl Into<String>, value: impl Into<String>) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.0.insert(path.into(), value);
        }
    }

    /// Also those of another; what both have is the other's.
    pub fn add(&mut self, other: &Values) {
        self.0.extend(other.0.iter().map(|(path, value)| (path.clone(), value.clone())));
    }

    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}

/// A text with values in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    pub text: String,
    /// Paths of tags that had neither a value nor a fallback: nothing stands there.
    pub empty: BTreeSet<String>,
}

impl Merged {
    /// HTML: each value is escaped for where it stands.
    pub fn in_html(&self, values: &Values) -> Rendered {
        let (mut rendered, mut reading) = (Rendered::default(), Reading::default());
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => {
                    reading.read(text);
                    rendered.text.push_str(text);
                }
                Piece::Tag { tag, .. } => {
                    let value = escaped(reading.place(), rendered.value(tag, values));
                    rendered.text.push_str(&value);
                    reading.filled();
                }
            }
        }
        rendered
    }

    /// A subject: one line, whatever a value holds.
    pub fn in_header(&self, values: &Values) -> Rendered {
        let rendered = self.written(Place::Header, values);
        Rendered { text: escaped(Place::Header, &rendered.text), ..rendered }
    }

    pub fn in_plain_text(&self, values: &Values) -> Rendered {
        self.written(Place::Plain, values)
    }

    /// The text as markup, its tags as they are: for text that somebody typed and that goes into a document.
    pub fn as_markup(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => markup(text),
            Piece::Tag { tag, .. } => tag.to_string(),
        };
        self.pieces.iter().map(piece).collect()
    }

    fn written(&self, place: Place, values: &Values) -> Rendered {
        let mut rendered = Rendered::default();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => rendered.text.push_str(text),
                Piece::Tag { tag, .. } => {
                    let value = escaped(place, rendered.value(tag, values));
                    rendered.text.push_str(&value);
                }
            }
        }
        rendered
    }
}

impl Rendered {
    /// The value, or the fallback, or nothing, which is noted.
    fn value<'a>(&mut self, tag: &'a Tag, values: &'a Values) -> &'a str {
        match (values.get(&tag.path), &tag.fallback) {
            (Some(value), _) => value,
            (None, Some(fallback)) => fallback,
            (None, None) => {
                self.empty.insert(tag.path.clone());
                ""
            }
        }
    }
}
