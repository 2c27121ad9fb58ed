//! What a mail says. Words that are the same for everybody stand apart from what differs between recipients, so that a provider
//! which puts mails together itself is told the words only once.

use super::email::Line;

/// A stretch of words, or the place of one of the recipient's own values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    /// Index into [`Email::values`](super::email::Email::values). A value is escaped for where it stands: one that is shown in the HTML
    /// and in the text has two places.
    Value(usize),
}

/// Shared by the mails that are made of it: those of one [`Arc`](std::sync::Arc) may be handed over as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub subject: Vec<Piece>,
    pub html: Vec<Piece>,
    pub text: Vec<Piece>,
}

/// Subject, HTML and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: Line,
    pub html: String,
    pub text: String,
}

impl Content {
    /// Of one mail alone, or of mails that all say the same.
    pub fn fixed(subject: &str, html: &str, text: &str) -> Self {
        let words = |words: &str| vec![Piece::Words(words.to_owned())];
        Content { subject: words(subject), html: words(html), text: words(text) }
    }

    /// With somebody's values in their places; one that is missing is empty.
    pub fn written(&self, values: &[String]) -> Written {
        let values = self.values(values);
        self.with(|place| values.get(place).cloned().unwrap_or_default())
    }

    /// With something else in the places: marks that a provider puts the values in for.
    pub fn with(&self, place: impl Fn(usize) -> String) -> Written {
        let whole = |pieces: &[Piece]| -> String {
            let piece = |piece: &Piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Value(at) => place(*at),
            };
            pieces.iter().map(piece).collect()
        };
        Written { subject: Line::of(&whole(&self.subject)), html: whole(&self.html), text: whole(&self.text) }
    }

    /// One value for each place, as they are put in by whoever does: those of the subject are lines, one that is missing is empty.
    pub fn values(&self, values: &[String]) -> Vec<String> {
        let value = |at: usize| {
            let value = values.get(at).map(String::as_str).unwrap_or_default();
            match self.subject.contains(&Piece::Value(at)) {
                true => Line::of(value).as_str().to_owned(),
                false => value.to_owned(),
            }
        };
        (0..self.places()).map(value).collect()
    }

    /// How many there are, those that nothing stands at among them.
    fn places(&self) -> usize {
        let place = |piece: &Piece| match piece {
            Piece::Words(_) => 0,
            Piece::Value(at) => at + 1,
        };
        [&self.subject, &self.html, &self.text].into_iter().flatten().map(place).max().unwrap_or_default()
    }

    /// Whether the words hold something that a provider would take for a place of its own.
    pub fn says(&self, mark: &str) -> bool {
        [&self.subject, &self.html, &self.text]
            .into_iter()
            .flatten()
            .any(|piece| matches!(piece, Piece::Words(words) if words.contains(mark)))
    }
}
