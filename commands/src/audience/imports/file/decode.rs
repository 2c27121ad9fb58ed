//! Bytes of any encoding to text, piece by piece.

use encoding_rs::{Decoder, Encoding, UTF_8};

/// Keeps half characters between pieces. A byte order mark decides over the given encoding and is dropped.
pub struct TextDecoder(Decoder);

impl std::fmt::Debug for TextDecoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TextDecoder(..)")
    }
}

impl TextDecoder {
    /// `encoding` is a WHATWG name; an unknown one is read as UTF-8.
    pub fn new(encoding: &str) -> Self {
        TextDecoder(Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8).new_decoder())
    }

    /// Appends to `text`. What cannot be decoded becomes U+FFFD, which the row then warns about.
    pub fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        text.reserve(self.0.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3));
        let _ = self.0.decode_to_string(bytes, text, last);
    }
}
