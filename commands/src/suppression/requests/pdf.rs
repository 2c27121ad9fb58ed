//! A plain document on A4: headings, rows and text, broken into lines and pages.
//!
//! Inter covers Latin, Greek and Cyrillic. What it has no glyph for is shown as a box, and the document says so at its end: the
//! data beside it is exact.

use std::sync::LazyLock;

use krilla::Document;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::error::CommandError;

/// Inter by The Inter Project Authors, SIL Open Font License 1.1: the text stands beside the files.
static REGULAR: &[u8] = include_bytes!("../../../data/fonts/Inter-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../../../data/fonts/Inter-SemiBold.ttf");

/// In points: A4 and its margins.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 54.0;
/// Where the values of rows begin.
const VALUES: f32 = 210.0;
/// Shown for what the font has no glyph for; it has this one.
const UNKNOWN: char = '\u{25A1}';

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Title(String),
    Heading(String),
    Row {
        label: String,
        value: String,
    },
    Text(String),
    /// Beside what stands above it.
    Small(String),
}

impl Block {
    pub fn title(text: impl Into<String>) -> Self {
        Block::Title(text.into())
    }

    pub fn heading(text: impl Into<String>) -> Self {
        Block::Heading(text.into())
    }

    pub fn row(label: impl Into<String>, value: impl Into<String>) -> Self {
        Block::Row { label: label.into(), value: value.into() }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Block::Text(text.into())
    }

    pub fn small(text: impl Into<String>) -> Self {
        Block::Small(text.into())
    }
}

/// The document. `title` is what a reader shows in its window.
pub fn render(title: &str, blocks: &[Block]) -> Result<Vec<u8>, CommandError> {
    let faces =
        FACES.as_ref().ok_or_else(|| CommandError::unexpected("the fonts of documents cannot be read"))?;
    let mut pages = Pages { faces, pages: vec![Vec::new()], y: MARGIN, boxed: false };
    blocks.iter().for_each(|block| pages.add(block));
    if pages.boxed {
        pages.add(&Block::small(format!(
            "{UNKNOWN} stands for a letter that this document cannot show. The data beside it has it as it is."
        )));
    }
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()).language("en".to_owned()));
    for lines in &pages.pages {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT)
            .ok_or_else(|| CommandError::unexpected("a page has no such size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for line in lines {
            let font = if line.bold { &faces.bold.font } else { &faces.regular.font };
            let at = Point::from_xy(line.x, line.y);
            surface.draw_text(at, font.clone(), line.size, &line.text, false, TextDirection::Auto);
        }
        surface.finish();
        page.finish();
    }
    document
        .finish()
        .map_err(|error| CommandError::unexpected(format!("a document cannot be written: {error:?}")))
}

/// A font, as it is drawn and as it is measured.
struct Face {
    font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

struct Faces {
    regular: Face,
    bold: Face,
}

static FACES: LazyLock<Option<Faces>> =
    LazyLock::new(|| Some(Faces { regular: Face::new(REGULAR)?, bold: Face::new(SEMI_BOLD)? }));

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        Some(Face {
            font: Font::new(bytes.into(), 0)?,
            charmap: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f32::from(units),
        })
    }

    fn has(&self, character: char) -> bool {
        self.charmap.map(character).is_some()
    }

    /// In points.
    fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |c: char| self.charmap.map(c).and_then(|glyph| self.metrics.advance_width(glyph));
        text.chars().map(|c| advance(c).unwrap_or(self.units / 2.0)).sum::<f32>() * size / self.units
    }
}

/// A line of text where it is drawn.
struct Line {
    x: f32,
    /// Of its baseline, from the top.
    y: f32,
    size: f32,
    bold: bool,
    text: String,
}

struct Pages<'f> {
    faces: &'f Faces,
    pages: Vec<Vec<Line>>,
    /// How far the page is filled.
    y: f32,
    /// Something was shown as a box.
    boxed: bool,
}

impl Pages<'_> {
    fn add(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.lines(text, MARGIN, 18.0, true, 10.0),
            Block::Heading(text) => {
                self.y += 10.0;
                // Not alone at the foot of a page.
                self.room(60.0);
                self.lines(text, MARGIN, 12.0, true, 4.0);
            }
            Block::Row { label, value } => {
                let (label, value) = (self.fitting(label), self.fitting(value));
                let labels = wrap(&self.faces.regular, &label, 9.0, VALUES - MARGIN - 8.0);
                let values = wrap(&self.faces.regular, &value, 9.0, WIDTH - VALUES - MARGIN);
                for number in 0..labels.len().max(values.len()) {
                    self.room(12.0);
                    self.y += 12.0;
                    self.put(labels.get(number), MARGIN);
                    self.put(values.get(number), VALUES);
                }
            }
            Block::Text(text) => self.lines(text, MARGIN, 9.5, false, 3.0),
            Block::Small(text) => self.lines(text, VALUES, 7.5, false, 2.0),
        }
    }

    fn put(&mut self, text: Option<&String>, x: f32) {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        let line = Line { x, y: self.y, size: 9.0, bold: false, text: text.clone() };
        self.line(line);
    }

    fn lines(&mut self, text: &str, x: f32, size: f32, bold: bool, after: f32) {
        let text = self.fitting(text);
        let face = if bold { &self.faces.bold } else { &self.faces.regular };
        for text in wrap(face, &text, size, WIDTH - x - MARGIN) {
            let height = size * 1.35;
            self.room(height);
            self.y += height;
            let y = self.y;
            self.line(Line { x, y, size, bold, text });
        }
        self.y += after;
    }

    fn line(&mut self, line: Line) {
        if let Some(page) = self.pages.last_mut() {
            page.push(line);
        }
    }

    /// Begins a page when this one has no room for so much.
    fn room(&mut self, height: f32) {
        if self.y + height > HEIGHT - MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn fitting(&mut self, text: &str) -> String {
        let (face, mut boxed) = (&self.faces.regular, false);
        let mut fitted = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\n' => fitted.push('\n'),
                other if other.is_control() || other.is_whitespace() => fitted.push(' '),
                other if face.has(other) => fitted.push(other),
                _ => {
                    boxed = true;
                    fitted.push(UNKNOWN);
                }
            }
        }
        self.boxed |= boxed;
        fitted
    }
}

/// Lines no wider than `width`; a word that is wider is broken.
fn wrap(face: &Face, text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if face.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for character in word.chars() {
                line.push(character);
                if face.width(&line, size) > width {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, character.to_string()));
                }
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces() -> &'static Faces {
        FACES.as_ref().unwrap()
    }

    #[test]
    fn names_of_europe_have_their_letters() {
        for text in ["Žižek", "Łukasz Müller", "Αθήνα", "Київ", "Nguyễn", "€ 12 – “so”"]
        {
            assert!(text.chars().all(|c| faces().regular.has(c) && faces().bold.has(c)), "{text}");
        }
        assert!(faces().regular.has(UNKNOWN));
    }

    #[test]
    fn what_has_no_glyph_is_a_box_and_is_said_to_be_one() {
        let mut pages = Pages { faces: faces(), pages: vec![vec![]], y: MARGIN, boxed: false };
        pages.add(&Block::text("山田"));
        assert!(pages.boxed);
        assert_eq!(pages.pages[0][0].text, "□□");
    }

    #[test]
    fn lines_fit_and_long_words_are_broken() {
        let lines = wrap(&faces().regular, &"word ".repeat(60), 9.0, 200.0);
        assert!(lines.len() > 3 && lines.iter().all(|line| faces().regular.width(line, 9.0) <= 200.0));
        let broken = wrap(&faces().regular, &"x".repeat(300), 9.0, 200.0);
        assert_eq!(broken.concat(), "x".repeat(300));
        assert!(broken.len() > 3);
    }

    #[test]
    fn a_long_document_has_pages() {
        let blocks: Vec<Block> = (0..200).map(|n| Block::row("Label", format!("Value {n}"))).collect();
        let mut pages = Pages { faces: faces(), pages: vec![vec![]], y: MARGIN, boxed: false };
        blocks.iter().for_each(|block| pages.add(block));
        assert!(pages.pages.len() > 2);
        assert!(pages.pages.iter().flatten().all(|line| line.y <= HEIGHT - MARGIN));
        assert!(render("Long", &blocks).unwrap().starts_with(b"%PDF-"));
    }
}
