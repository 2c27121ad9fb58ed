//! Tokens in mails: which campaign, which recipient, what for. Signed and stored nowhere; an address is never in them.
//!
//! Whose mail it is can be read from a token by anybody, and that is all: the ids are ours and say nothing elsewhere. Where a link
//! leads is not in the token either, but in the campaign's content under the link's number, so that nobody can make our address
//! lead to theirs.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::key::{SIGNATURE, TrackingKey};

/// Of the bytes below. A later one may carry other things; links of mails that were sent must be read for years.
const VERSION: u8 = 1;
/// Version and kind in one byte, campaign, recipient, number.
const SAID: usize = 1 + 16 + 16 + 2;
const LENGTH: usize = SAID + SIGNATURE;
/// Characters of a token.
pub const TOKEN_LENGTH: usize = LENGTH / 3 * 4;

/// What a token is for. One for the one is worth nothing for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A link of the content, by its number.
    Click,
    /// The image that says the mail was opened.
    Open,
    /// A link that no person sees, only programs follow it.
    Trap,
    /// The end of further mails.
    Unsubscribe,
    /// The mail itself, as its Message-ID names it: answers and reports of delivery quote it.
    Mail,
    /// The mail as a page in the browser.
    View,
}

impl Kind {
    pub const ALL: &'static [Kind] =
        &[Kind::Click, Kind::Open, Kind::Trap, Kind::Unsubscribe, Kind::Mail, Kind::View];

    /// Stands in mails that were sent: never change one, only add, up to 15.
    const fn number(self) -> u8 {
        match self {
            Kind::Click => 1,
            Kind::Open => 2,
            Kind::Trap => 3,
            Kind::Unsubscribe => 4,
            Kind::Mail => 5,
            Kind::View => 6,
        }
    }
}

/// What a token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    pub kind: Kind,
    pub campaign: Uuid,
    /// The recipient's place in the campaign, never an address.
    pub recipient: Uuid,
    /// Of the link in the content. Zero where there is none.
    pub number: u16,
}

impl Token {
    /// Letters, digits, `-` and `_`.
    pub fn write(&self, key: &TrackingKey) -> String {
        let said = self.said();
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.extend_from_slice(&said);
        bytes.extend_from_slice(&key.sign(&said));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// `None`: not ours, or of a version that is not known here. Which of them is nobody's business.
    pub fn read(text: &str, key: &TrackingKey) -> Option<Token> {
        if text.len() != TOKEN_LENGTH {
            return None;
        }
        let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (said, signature) = bytes.split_at(SAID);
        if !key.signed(said, signature.try_into().ok()?) {
            return None;
        }
        let (head, rest) = said.split_first()?;
        if head >> 4 != VERSION {
            return None;
        }
        let (campaign, rest) = rest.split_at(16);
        let (recipient, number) = rest.split_at(16);
        Some(Token {
            kind: Kind::ALL.iter().copied().find(|kind| kind.number() == (head & 0x0f))?,
            campaign: Uuid::from_slice(campaign).ok()?,
            recipient: Uuid::from_slice(recipient).ok()?,
            number: u16::from_be_bytes(number.try_into().ok()?),
        })
    }

    /// The same, but only for what it was made for.
    pub fn read_as(kind: Kind, text: &str, key: &TrackingKey) -> Option<Token> {
        Token::read(text, key).filter(|token| token.kind == kind)
    }

    fn said(&self) -> [u8; SAID] {
        let mut said = [0; SAID];
        said[0] = (VERSION << 4) | self.kind.number();
        said[1..17].copy_from_slice(self.campaign.as_bytes());
        said[17..33].copy_from_slice(self.recipient.as_bytes());
        said[33..].copy_from_slice(&self.number.to_be_bytes());
        said
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(byte: u8) -> TrackingKey {
        TrackingKey::new(&[byte; 32])
    }

    fn token(kind: Kind) -> Token {
        Token { kind, campaign: Uuid::from_u128(7), recipient: Uuid::from_u128(8), number: 3 }
    }

    #[test]
    fn a_token_is_short_and_fits_into_an_address() {
        let text = token(Kind::Click).write(&key(1));
        assert_eq!(text.len(), TOKEN_LENGTH);
        const { assert!(TOKEN_LENGTH <= 70) };
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{text}");
    }

    #[test]
    fn of_another_key_it_is_nothing() {
        for kind in Kind::ALL {
            let text = token(*kind).write(&key(1));
            assert_eq!(Token::read(&text, &key(1)), Some(token(*kind)));
            assert_eq!(Token::read(&text, &key(2)), None);
        }
    }

    #[test]
    fn one_for_a_click_ends_no_mails() {
        let text = token(Kind::Click).write(&key(1));
        assert_eq!(Token::read_as(Kind::Unsubscribe, &text, &key(1)), None);
        assert_eq!(Token::read_as(Kind::Click, &text, &key(1)), Some(token(Kind::Click)));
    }

    #[test]
    fn another_version_is_not_guessed_at() {
        let mut said = token(Kind::Open).said();
        said[0] = (2 << 4) | Kind::Open.number();
        let mut bytes = said.to_vec();
        bytes.extend_from_slice(&key(1).sign(&said));
        assert_eq!(Token::read(&URL_SAFE_NO_PAD.encode(bytes), &key(1)), None);
    }

    #[test]
    fn kinds_keep_their_numbers() {
        let numbers: Vec<u8> = Kind::ALL.iter().map(|kind| kind.number()).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read(
            campaign in any::<u128>(),
            recipient in any::<u128>(),
            number in any::<u16>(),
            kind in 0..Kind::ALL.len(),
        ) {
            let made = Token {
                kind: Kind::ALL[kind],
                campaign: Uuid::from_u128(campaign),
                recipient: Uuid::from_u128(recipient),
                number,
            };
            prop_assert_eq!(Token::read(&made.write(&key(9)), &key(9)), Some(made));
        }

        #[test]
        fn one_changed_bit_makes_it_nothing(at in 0..LENGTH, bit in 0..8_u8) {
            let mut bytes = URL_SAFE_NO_PAD.decode(token(Kind::Click).write(&key(1))).unwrap();
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(Token::read(&URL_SAFE_NO_PAD.encode(bytes), &key(1)), None);
        }

        #[test]
        fn rubbish_is_no_token(text in "[A-Za-z0-9_=+/ -]{0,80}|\\PC{0,80}") {
            prop_assert_eq!(Token::read(&text, &key(1)), None);
        }
    }
}
