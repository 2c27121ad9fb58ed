//! What others say of an error, without whom they say it of: mail servers repeat the address that they refuse, parsers the value that
//! they stumble over. What is written to the process's log, or kept with a job, goes through here.

/// The same text without email addresses (credentials in addresses of services among them), telephone numbers with a country code, and
/// the questions of links.
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for piece in text.split_inclusive(ends) {
        let word = piece.trim_end_matches(ends);
        match word {
            word if is_address(word) => masked.push_str("(address)"),
            word if is_number(word) => masked.push_str("(number)"),
            word => match word.split_once('?') {
                Some((before, after)) if before.contains("://") && !after.is_empty() => {
                    masked.push_str(before);
                    masked.push_str("?(query)");
                }
                _ => masked.push_str(word),
            },
        }
        masked.push_str(&piece[word.len()..]);
    }
    masked
}

fn ends(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '`' | ',' | ';')
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
}

/// As E.164 writes them; without the plus it may be anything.
fn is_number(word: &str) -> bool {
    let digits = |rest: &str| rest.bytes().filter(u8::is_ascii_digit).count();
    let plain = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit() || b"-./:".contains(&byte));
    word.strip_prefix('+').is_some_and(|rest| plain(rest) && digits(rest) >= 7)
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn nobody_is_named() {
        for (said, kept) in [
            ("550 5.1.1 <ada@example.com>: no such user", "550 5.1.1 <(address)>: no such user"),
            (
                "invalid type: string \"ada@example.com\", expected a map",
                "invalid type: string \"(address)\", expected a map",
            ),
            ("cannot reach postgres://app:secret@db/pivotal", "cannot reach (address)"),
            (
                "no answer for url (https://example.com/look?phone=1&key=2)",
                "no answer for url (https://example.com/look?(query))",
            ),
            ("not taken: +4915112345678.", "not taken: (number)"),
        ] {
            assert_eq!(masked(said), kept);
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for said in [
            "",
            "the file cannot be written: the disk is full",
            "chunk 12 of 019a5b0e-0000-7000-8000-000000000007, +3 more? yes @ once",
            "Zeile 7: größer als 64 KB\n  at src/main.rs:12:3",
        ] {
            assert_eq!(masked(said), said);
        }
    }
}
