//! Where in an HTML document one stands while reading it: between tags, in an address, in a style. Says how a value must be written
//! there; it is no parser of documents and never fails.

use super::tags::escape::Place;

/// Attributes that hold an address.
const ADDRESSES: [&str; 8] =
    ["href", "src", "background", "action", "cite", "poster", "xlink:href", "background-url"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Text,
    /// Behind a `<`.
    Opened,
    /// `<!`: a comment, a conditional comment, a doctype.
    Declared,
    Element,
    /// In a tag, between attributes.
    Within,
    Attribute,
    /// Behind an attribute's name and a space.
    Named,
    /// Behind the `=`.
    Valued,
    Quoted(char),
    Unquoted,
    /// In a style or a script, up to its end.
    Raw,
}

/// Follows a document piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    state: State,
    element: String,
    attribute: String,
    /// `</`.
    closing: bool,
    /// Something stands in the attribute's value already.
    begun: bool,
    /// What a declaration or the end of a raw element is recognised by.
    tail: String,
}

impl Reading {
    pub fn read(&mut self, text: &str) {
        text.chars().for_each(|c| self.step(c));
    }

    /// A value was written here.
    pub fn filled(&mut self) {
        self.begun = true;
    }

    pub fn place(&self) -> Place {
        match self.state {
            State::Text => Place::Markup,
            State::Quoted(_) if ADDRESSES.contains(&self.attribute.as_str()) => match self.begun {
                true => Place::Address,
                false => Place::AddressStart,
            },
            State::Quoted(_) if self.attribute == "style" || self.attribute.starts_with("on") => Place::Bare,
            State::Quoted(_) => Place::Markup,
            State::Opened
            | State::Declared
            | State::Element
            | State::Within
            | State::Attribute
            | State::Named
            | State::Valued
            | State::Unquoted
            | State::Raw => Place::Bare,
        }
    }

    fn step(&mut self, c: char) {
        self.state = match self.state {
            State::Text if c == '<' => State::Opened,
            State::Text => State::Text,
            State::Opened => self.opened(c),
            State::Declared => self.declared(c),
            State::Element if c == '>' => self.closed(),
            State::Element if c == '/' || c.is_whitespace() => State::Within,
            State::Element => {
                self.element.push(c.to_ascii_lowercase());
                State::Element
            }
            State::Within if c == '>' => self.closed(),
            State::Within if c == '/' || c.is_whitespace() => State::Within,
            State::Within => self.attribute_begins(c),
            State::Attribute if c == '=' => State::Valued,
            State::Attribute if c == '>' => self.closed(),
            State::Attribute if c.is_whitespace() => State::Named,
            State::Attribute => {
                self.attribute.push(c.to_ascii_lowercase());
                State::Attribute
            }
            State::Named if c == '=' => State::Valued,
            State::Named if c == '>' => self.closed(),
            State::Named if c.is_whitespace() => State::Named,
            State::Named => self.attribute_begins(c),
            State::Valued if c == '"' || c == '\'' => {
                self.begun = false;
                State::Quoted(c)
            }
            State::Valued if c == '>' => self.closed(),
            State::Valued if c.is_whitespace() => State::Valued,
            State::Valued => State::Unquoted,
            State::Quoted(quote) if c == quote => State::Within,
            State::Quoted(quote) => {
                self.begun |= !c.is_whitespace();
                State::Quoted(quote)
            }
            State::Unquoted if c == '>' => self.closed(),
            State::Unquoted if c.is_whitespace() => State::Within,
            State::Unquoted => State::Unquoted,
            State::Raw => self.raw(c),
        };
    }

    fn opened(&mut self, c: char) -> State {
        self.element.clear();
        match c {
            '/' => {
                self.closing = true;
                State::Element
            }
            '!' => {
                self.tail.clear();
                State::Declared
            }
            '<' => State::Opened,
            c if c.is_ascii_alphabetic() => {
                self.closing = false;
                self.element.push(c.to_ascii_lowercase());
                State::Element
            }
            _ => State::Text,
        }
    }

    /// What stands in a conditional comment is read as markup: the programs it is for do so, too.
    fn declared(&mut self, c: char) -> State {
        let comment = self.tail.starts_with("--") && !self.tail.starts_with("--[");
        if c == '>' && (!comment || self.tail.ends_with("--")) {
            return State::Text;
        }
        // Two characters tell the end.
        if comment && self.tail.len() > 64 {
            let kept: String = self.tail.chars().rev().take(2).collect();
            self.tail = format!("-- {}", kept.chars().rev().collect::<String>());
        }
        self.tail.push(c);
        State::Declared
    }

    fn attribute_begins(&mut self, c: char) -> State {
        self.attribute.clear();
        self.attribute.push(c.to_ascii_lowercase());
        State::Attribute
    }

    fn closed(&mut self) -> State {
        let raw = !self.closing && matches!(self.element.as_str(), "style" | "script");
        self.closing = false;
        self.tail.clear();
        if raw { State::Raw } else { State::Text }
    }

    fn raw(&mut self, c: char) -> State {
        self.tail.push(c.to_ascii_lowercase());
        if self.tail.ends_with(&format!("</{}", self.element)) {
            self.closing = true;
            return State::Within;
        }
        if self.tail.chars().count() > 16 {
            self.tail = self.tail.chars().skip(1).collect();
        }
        State::Raw
    }
}
