//! QR codes, drawn here: what they say is a secret, and is nobody else's to draw.

use qrcode::{Color, QrCode};

/// A QR code as an SVG draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Modules on a side, with the quiet zone around.
    pub size: i32,
    /// The `d` of a path in which each dark module is a square of one.
    pub path: String,
}

/// ISO/IEC 18004: four light modules on every side.
const QUIET: usize = 4;

/// `None`: the text is longer than any QR code.
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::new(text.as_bytes()).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        }
    }
    Some(Drawing { size: i32::try_from(width + 2 * QUIET).ok()?, path })
}
