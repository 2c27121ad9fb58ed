//! Bytes of any encoding to text, piece by piece.

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

/// Bytes of a byte order mark.
const MARK: usize = 3;

/// Keeps half characters between pieces. A byte order mark decides over the given encoding and is dropped.
///
/// A byte that is no UTF-8 in a file taken for UTF-8 is read as Windows-1252: exports glued together, or a file whose
/// first umlaut stands behind what was looked at. In Western files that is the right letter; the row gets a warning
/// all the same. In other encodings, what cannot be decoded becomes U+FFFD.
pub struct TextDecoder(State);

enum State {
    /// The first bytes, until it is clear whether they are a mark.
    Beginning {
        given: &'static Encoding,
        seen: Vec<u8>,
    },
    /// With the bytes of a character whose end has not come yet.
    Utf8 {
        half: Vec<u8>,
    },
    Other(Decoder),
}

impl std::fmt::Debug for TextDecoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TextDecoder(..)")
    }
}

impl TextDecoder {
    /// `encoding` is a WHATWG name; an unknown one is read as UTF-8.
    pub fn new(encoding: &str) -> Self {
        TextDecoder(State::Beginning {
            given: Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8),
            seen: Vec::new(),
        })
    }

    /// Appends to `text`, and to `damaged` where in it stands what was no text in this encoding, in rising order.
    pub fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String, damaged: &mut Vec<usize>) {
        match &mut self.0 {
            State::Beginning { given, seen } => {
                seen.extend_from_slice(bytes);
                if seen.len() < MARK && !last {
                    return;
                }
                let (encoding, mark) = Encoding::for_bom(seen).unwrap_or((*given, 0));
                let seen = std::mem::take(seen);
                self.0 = if encoding == UTF_8 {
                    State::Utf8 { half: Vec::new() }
                } else {
                    State::Other(encoding.new_decoder_without_bom_handling())
                };
                self.decode(&seen[mark..], last, text, damaged);
            }
            State::Utf8 { half } if half.is_empty() => {
                *half = decode_utf8(bytes, last, text, damaged).to_vec()
            }
            State::Utf8 { half } => {
                half.extend_from_slice(bytes);
                let joined = std::mem::take(half);
                *half = decode_utf8(&joined, last, text, damaged).to_vec();
            }
            State::Other(decoder) => {
                let before = text.len();
                // Room for the worst case, so that one call takes all of the input.
                text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 4));
                let (_, _, errors) = decoder.decode_to_string(bytes, text, last);
                if errors {
                    damaged.extend(text[before..].match_indices('\u{FFFD}').map(|(at, _)| before + at));
                }
            }
        }
    }
}

/// Answers with the bytes of an unfinished last character.
fn decode_utf8<'a>(mut bytes: &'a [u8], last: bool, text: &mut String, damaged: &mut Vec<usize>) -> &'a [u8] {
    loop {
        let error = match std::str::from_utf8(bytes) {
            Ok(all) => {
                text.push_str(all);
                return &[];
            }
            Err(error) => error,
        };
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        text.push_str(&String::from_utf8_lossy(valid));
        let wrong = match error.error_len() {
            Some(wrong) => wrong,
            None if last => rest.len(),
            None => return rest,
        };
        for byte in &rest[..wrong] {
            damaged.push(text.len());
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(&[*byte]).0);
        }
        bytes = &rest[wrong..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(encoding: &str, pieces: &[&[u8]]) -> (String, usize) {
        let (mut text, mut damaged) = (String::new(), Vec::new());
        let mut decoder = TextDecoder::new(encoding);
        for piece in pieces {
            decoder.decode(piece, false, &mut text, &mut damaged);
        }
        decoder.decode(&[], true, &mut text, &mut damaged);
        (text, damaged.len())
    }

    #[test]
    fn a_character_may_be_cut_by_the_end_of_a_piece() {
        assert_eq!(
            decoded("UTF-8", &[b"J\xC3", b"\xBCrgen \xF0\x9F", b"\x98", b"\x80"]),
            ("Jürgen 😀".to_owned(), 0)
        );
        assert_eq!(decoded("UTF-16LE", &[b"a", b"\0\xFC", b"\0"]), ("aü".to_owned(), 0));
    }

    #[test]
    fn a_mark_is_dropped_and_decides_the_encoding() {
        assert_eq!(decoded("windows-1252", &[b"\xEF", b"\xBB\xBFJ\xC3\xBC"]), ("Jü".to_owned(), 0));
        assert_eq!(decoded("UTF-8", &[b"\xFF\xFEa\0"]), ("a".to_owned(), 0));
        assert_eq!(decoded("UTF-8", &[b"\xFE\xFF\0a"]), ("a".to_owned(), 0));
        assert_eq!(decoded("UTF-8", &[b"a"]), ("a".to_owned(), 0));
    }

    #[test]
    fn stray_bytes_in_utf8_are_read_as_windows_1252() {
        assert_eq!(decoded("UTF-8", &[b"M\xFCller, J\xC3\xBCrgen"]), ("Müller, Jürgen".to_owned(), 1));
        assert_eq!(decoded("UTF-8", &[b"caf\xC3"]), ("cafÃ".to_owned(), 1));
    }

    #[test]
    fn what_no_table_knows_is_replaced() {
        assert_eq!(decoded("UTF-16LE", &[b"a\0\x00\xD8b\0"]), ("a\u{FFFD}b".to_owned(), 1));
    }
}
