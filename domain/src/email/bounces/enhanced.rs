//! Enhanced status codes (RFC 3463; registry of RFC 5248): `5.1.1`.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Enhanced {
    /// 2 success, 4 for now, 5 for good.
    pub class: u8,
    pub subject: u16,
    pub detail: u16,
}

impl Enhanced {
    /// From a word that is one and nothing else, but for marks around it: `5.1.1`, `#5.1.1`, `(5.1.1)`.
    pub fn parse(word: &str) -> Option<Enhanced> {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation());
        let mut numbers = bare.split('.');
        let class = match numbers.next()? {
            "2" => 2,
            "4" => 4,
            "5" => 5,
            _ => return None,
        };
        let mut number = || -> Option<u16> {
            let digits = numbers.next()?;
            let fits = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| digits.parse().ok()).flatten()
        };
        let (subject, detail) = (number()?, number()?);
        numbers.next().is_none().then_some(Enhanced { class, subject, detail })
    }

    /// The first one in a text, of the given class where that is known. Versions and addresses of hosts are none.
    pub fn find(text: &str, class: Option<u8>) -> Option<Enhanced> {
        text.split(|c: char| c.is_whitespace() || c == '-' || c == ';')
            .filter_map(Enhanced::parse)
            .find(|found| class.is_none_or(|class| found.class == class))
    }
}

impl fmt::Display for Enhanced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}
