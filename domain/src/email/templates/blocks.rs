//! The block document: a mail put together of headings, texts, buttons and images, without writing MJML. It is kept beside the
//! MJML that is made of it, which is what is checked, versioned and sent.

use serde::{Deserialize, Serialize};

use super::tags::{Merged, TagFault};
use crate::email::snippets::include::ELEMENT;
use crate::email::snippets::is_name;

/// Most blocks of a document, those in columns included.
pub const BLOCKS_MAX: usize = 200;
/// Most characters of one text.
pub const TEXT_MAX: usize = 10_000;
const COLUMNS_MAX: usize = 4;
const SPACER_MAX: u16 = 200;
const WIDTH_MAX: u16 = 1_200;

/// What a link may begin with.
const SCHEMES: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "{{"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    #[serde(default)]
    pub style: Style,
    pub blocks: Vec<Block>,
}

/// Colours as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Of the page behind the mail.
    pub background: String,
    pub text: String,
    /// Of buttons and links.
    pub accent: String,
}

impl Default for Style {
    fn default() -> Self {
        Style { background: "#f4f4f5".into(), text: "#18181b".into(), accent: "#1d4ed8".into() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
}

impl Style {
    /// What stands in a column for these blocks.
    pub fn elements(&self, blocks: &[Block]) -> Result<String, BlockFault> {
        blocks.iter().map(|block| written(self, block)).collect()
    }
}

impl Align {
    const fn as_str(self) -> &'static str {
        match self {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        }
    }
}

/// Texts know `**bold**` and `[label](https://…)`; an empty line begins a paragraph. Merge tags may stand in all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    Heading {
        text: String,
        /// 1 is the largest, 3 the smallest.
        #[serde(default = "largest")]
        level: u8,
        #[serde(default)]
        align: Align,
    },
    Text {
        text: String,
        #[serde(default)]
        align: Align,
    },
    Button {
        label: String,
        url: String,
        #[serde(default)]
        align: Align,
    },
    Image {
        src: String,
        /// Read out, and shown where images are not.
        #[serde(default)]
        alt: String,
        /// Where a click on it leads.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// In pixels; as wide as its column unless said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<u16>,
        #[serde(default)]
        align: Align,
    },
    Divider,
    Spacer {
        /// In pixels.
        height: u16,
    },
    Columns {
        columns: Vec<Vec<Block>>,
    },
    /// The sender's postal address and the link to unsubscribe, below what is written here.
    Footer {
        #[serde(default)]
        text: String,
    },
    /// Words of a brand that templates share, by their name.
    Snippet {
        name: String,
    },
}

const fn largest() -> u8 {
    1
}

/// Which block cannot be, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct BlockError {
    /// `Block 3`, `Block 3, column 2, block 1`.
    pub place: String,
    pub fault: BlockFault,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BlockFault {
    #[error("there are more than {BLOCKS_MAX} blocks. Leave some out")]
    TooMany,
    #[error("columns stand in columns. Put their blocks into one row of columns")]
    Nested,
    #[error("there are {0} columns; 1 to {COLUMNS_MAX} are possible. Add or remove some")]
    Columns(usize),
    #[error("the text has more than {TEXT_MAX} characters. Shorten it, or make two blocks of it")]
    TooLong,
    #[error("\"{0}\" is no address that a link can lead to. Begin it with https://, mailto: or tel:")]
    Address(String),
    #[error("\"{0}\" is no colour. Write it like #1d4ed8")]
    Colour(String),
    #[error("a heading has level 1, 2 or 3, not {0}")]
    Level(u8),
    #[error("{0} pixels are not possible here. Choose fewer, and at least 1")]
    Pixels(u16),
    #[error("\"{0}\" is not the name of a snippet. Choose one from the list of snippets")]
    Snippet(String),
    #[error(transparent)]
    Tag(#[from] TagFault),
}

impl Document {
    /// What a new template begins with.
    pub fn starter() -> Self {
        Document {
            style: Style::default(),
            blocks: vec![
                Block::Heading {
                    text: "Hello {{contact.first_name|there}}".into(),
                    level: 1,
                    align: Align::Left,
                },
                Block::Text { text: "Write your message here.".into(), align: Align::Left },
                Block::Footer { text: String::new() },
            ],
        }
    }

    pub fn mjml(&self) -> Result<String, BlockError> {
        let of_style = |fault| BlockError { place: "Colours".into(), fault };
        let colours = [&self.style.background, &self.style.text, &self.style.accent];
        colours.into_iter().try_for_each(|one| colour(one)).map_err(of_style)?;
        let mut writing = Writing { style: &self.style, count: 0, out: String::new() };
        for (at, block) in self.blocks.iter().enumerate() {
            let place = format!("Block {}", at + 1);
            match block {
                Block::Columns { columns } => writing.row(&place, columns)?,
                single => writing.row(&place, &[vec![single.clone()]])?,
            }
        }
        let Style { background, text, accent } = &self.style;
        Ok(format!(
            "<mjml>\n  <mj-head>\n    <mj-attributes>\n      <mj-all font-family=\"Arial, Helvetica, sans-serif\" color=\"{text}\" />\n      <mj-button background-color=\"{accent}\" color=\"#ffffff\" />\n    </mj-attributes>\n    <mj-style>a {{ color: {accent}; }}</mj-style>\n  </mj-head>\n  <mj-body background-color=\"{background}\">\n{}  </mj-body>\n</mjml>\n",
            writing.out
        ))
    }
}

struct Writing<'a> {
    style: &'a Style,
    count: usize,
    out: String,
}

impl Writing<'_> {
    fn row(&mut self, place: &str, columns: &[Vec<Block>]) -> Result<(), BlockError> {
        let wrong = |fault| BlockError { place: place.to_owned(), fault };
        if columns.is_empty() || columns.len() > COLUMNS_MAX {
            return Err(wrong(BlockFault::Columns(columns.len())));
        }
        self.out.push_str("    <mj-section background-color=\"#ffffff\">\n");
        for (column, blocks) in columns.iter().enumerate() {
            self.out.push_str("      <mj-column>\n");
            for (at, block) in blocks.iter().enumerate() {
                self.count += 1;
                let place = match columns.len() {
                    1 => place.to_owned(),
                    _ => format!("{place}, column {}, block {}", column + 1, at + 1),
                };
                let written = match self.count {
                    count if count > BLOCKS_MAX => Err(BlockFault::TooMany),
                    _ => written(self.style, block),
                };
                let written = written.map_err(|fault| BlockError { place, fault })?;
                self.out.push_str("        ");
                self.out.push_str(&written);
                self.out.push('\n');
            }
            self.out.push_str("      </mj-column>\n");
        }
        self.out.push_str("    </mj-section>\n");
        Ok(())
    }
}

fn written(style: &Style, block: &Block) -> Result<String, BlockFault> {
    Ok(match block {
        Block::Heading { text, level, align } => {
            let size = match level {
                1 => 28,
                2 => 22,
                3 => 18,
                other => return Err(BlockFault::Level(*other)),
            };
            let text = line(text)?;
            format!(
                "<mj-text align=\"{}\" font-size=\"{size}px\" line-height=\"1.3\"><h{level} style=\"margin:0;font-size:{size}px\">{text}</h{level}></mj-text>",
                align.as_str()
            )
        }
        Block::Text { text, align } => {
            format!(
                "<mj-text align=\"{}\" font-size=\"16px\" line-height=\"1.5\">{}</mj-text>",
                align.as_str(),
                paragraphs(text)?
            )
        }
        Block::Button { label, url, align } => format!(
            "<mj-button align=\"{}\" href=\"{}\" font-size=\"16px\" border-radius=\"6px\">{}</mj-button>",
            align.as_str(),
            address(url)?,
            line(label)?
        ),
        Block::Image { src, alt, url, width, align } => {
            let link = match url {
                Some(url) => format!(" href=\"{}\"", address(url)?),
                None => String::new(),
            };
            let width = match width {
                Some(width) => format!(" width=\"{}px\"", pixels(*width, WIDTH_MAX)?),
                None => String::new(),
            };
            let (src, alt) = (address(src)?, plain(alt)?);
            format!("<mj-image align=\"{}\" src=\"{src}\" alt=\"{alt}\"{link}{width} />", align.as_str())
        }
        Block::Divider => "<mj-divider border-width=\"1px\" border-color=\"#d4d4d8\" />".to_owned(),
        Block::Spacer { height } => {
            format!("<mj-spacer height=\"{}px\" />", pixels(*height, SPACER_MAX)?)
        }
        Block::Columns { .. } => return Err(BlockFault::Nested),
        Block::Snippet { name } if !is_name(name) => {
            return Err(BlockFault::Snippet(name.chars().take(60).collect()));
        }
        Block::Snippet { name } => format!("<{ELEMENT} name=\"{name}\" />"),
        Block::Footer { text } => {
            let above = if text.trim().is_empty() { String::new() } else { paragraphs(text)? };
            format!(
                "<mj-text align=\"center\" font-size=\"12px\" line-height=\"1.5\" color=\"#52525b\">{above}<p style=\"margin:0\">{{{{sender.company|}}}} {{{{sender.address|}}}}</p><p style=\"margin:0\"><a href=\"{{{{unsubscribe_url}}}}\" style=\"color:{}\">Unsubscribe</a></p></mj-text>",
                style.accent
            )
        }
    })
}

/// Escaped, tags as they are.
fn plain(text: &str) -> Result<String, BlockFault> {
    if text.chars().count() > TEXT_MAX {
        return Err(BlockFault::TooLong);
    }
    let merged = Merged::parse(text).map_err(|error| error.fault)?;
    Ok(merged.as_markup())
}

fn line(text: &str) -> Result<String, BlockFault> {
    Ok(inline(&plain(text)?.split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn paragraphs(text: &str) -> Result<String, BlockFault> {
    let text = plain(&text.replace("\r\n", "\n"))?;
    let parts = text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty());
    let part =
        |part: &str| format!("<p style=\"margin:0 0 12px\">{}</p>", inline(part).replace('\n', "<br />"));
    Ok(parts.map(part).collect())
}

/// `**bold**` and `[label](address)` of text that is markup already.
fn inline(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['*', '[']) {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let bold = tail.strip_prefix("**").and_then(|inside| inside.split_once("**"));
        if let Some((inside, after)) = bold.filter(|(inside, _)| !inside.is_empty()) {
            out.push_str(&format!("<b>{}</b>", inline(inside)));
            rest = after;
        } else if let Some((label, url, after)) = link(tail) {
            out.push_str(&format!("<a href=\"{url}\">{label}</a>"));
            rest = after;
        } else {
            out.push_str(&tail[..1]);
            rest = &tail[1..];
        }
    }
    out.push_str(rest);
    out
}

/// `[label](address)` at the beginning of a text, and what follows it.
fn link(tail: &str) -> Option<(&str, &str, &str)> {
    let (label, after) = tail.strip_prefix('[')?.split_once("](")?;
    let (url, after) = after.split_once(')')?;
    let leads = SCHEMES.iter().any(|scheme| url.starts_with(scheme));
    let clean = !label.contains(['[', '\n']) && !url.contains(char::is_whitespace);
    (leads && clean && !label.is_empty()).then_some((label, url, after))
}

fn address(url: &str) -> Result<String, BlockFault> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    let leads = SCHEMES.iter().any(|scheme| lower.starts_with(scheme));
    if !leads || url.chars().any(|c| c.is_control()) {
        return Err(BlockFault::Address(url.chars().take(80).collect()));
    }
    plain(url)
}

fn colour(text: &str) -> Result<(), BlockFault> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
    match digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        true => Ok(()),
        false => Err(BlockFault::Colour(text.chars().take(20).collect())),
    }
}

fn pixels(wanted: u16, most: u16) -> Result<u16, BlockFault> {
    if (1..=most).contains(&wanted) { Ok(wanted) } else { Err(BlockFault::Pixels(wanted)) }
}
