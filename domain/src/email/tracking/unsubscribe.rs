//! The way out of further mails as mail programs take it themselves (RFC 8058): two headers, and a POST without a page, a cookie or
//! a login. A GET ends nothing, because scanners follow every link.

use thiserror::Error;
use uuid::Uuid;

use super::key::TrackingKey;
use super::token::{Kind, Token};

pub const LIST_UNSUBSCRIBE: &str = "List-Unsubscribe";
pub const LIST_UNSUBSCRIBE_POST: &str = "List-Unsubscribe-Post";
/// The only value that the second header may have, and the body of the POST.
pub const ONE_CLICK: &str = "List-Unsubscribe=One-Click";
/// Characters that Amazon SES takes in the value of a header; the others take more.
pub const VALUE_MAX: usize = 870;
/// Bytes of a POST that are looked at. Mail programs send 26, or some 200 as a form of parts.
pub const BODY_MAX: usize = 4_096;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnsubscribeError {
    #[error("The address to unsubscribe at does not begin with https://, which RFC 8058 asks for.")]
    NotHttps,
    #[error("An address to unsubscribe at has a space, a bracket, a comma or a character that is not ASCII.")]
    Characters,
    #[error("The addresses to unsubscribe at are longer than {VALUE_MAX} characters.")]
    TooLong,
}

/// Both headers, name and value. Both must be named in the mail's DKIM signature, or mail programs ignore them.
///
/// `mailbox` is where mail programs write to that know nothing of RFC 8058, with the token as the subject.
pub fn headers(
    address: &str,
    mailbox: Option<(&str, &str)>,
) -> Result<[(&'static str, String); 2], UnsubscribeError> {
    if !address.starts_with("https://") {
        return Err(UnsubscribeError::NotHttps);
    }
    let mut value = format!("<{}>", checked(address)?);
    if let Some((mailbox, subject)) = mailbox {
        value.push_str(&format!(", <mailto:{}?subject={}>", checked(mailbox)?, checked(subject)?));
    }
    if value.len() > VALUE_MAX {
        return Err(UnsubscribeError::TooLong);
    }
    Ok([(LIST_UNSUBSCRIBE, value), (LIST_UNSUBSCRIBE_POST, ONE_CLICK.to_owned())])
}

fn checked(part: &str) -> Result<&str, UnsubscribeError> {
    let fits = |byte: u8| byte.is_ascii_graphic() && !b"<>,\"".contains(&byte);
    match !part.is_empty() && part.bytes().all(fits) {
        true => Ok(part),
        false => Err(UnsubscribeError::Characters),
    }
}

/// A token that ends mails of this campaign's kind to this recipient. The same every time, and good for years.
pub fn token(campaign: Uuid, recipient: Uuid, key: &TrackingKey) -> String {
    Token { kind: Kind::Unsubscribe, campaign, recipient, number: 0 }.write(key)
}

/// Whose it is.
pub fn read(text: &str, key: &TrackingKey) -> Option<Token> {
    Token::read_as(Kind::Unsubscribe, text.trim(), key)
}

/// Whether a POST is a mail program's: the body says so, url-encoded or as a form of parts, whatever the content type calls it.
/// Anything else, as the confirmation of our own page, is not.
pub fn is_one_click(body: &[u8]) -> bool {
    let body = &body[..body.len().min(BODY_MAX)];
    let text = String::from_utf8_lossy(body);
    is_encoded(text.trim()) || is_in_parts(&text)
}

fn is_encoded(text: &str) -> bool {
    text.split('&').any(|pair| pair.eq_ignore_ascii_case(ONE_CLICK))
}

/// RFC 7578: a part with the name, an empty line, the value.
fn is_in_parts(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    while let Some(line) = lines.next() {
        let lower = line.to_ascii_lowercase();
        let named =
            ["name=\"list-unsubscribe\"", "name=list-unsubscribe"].iter().any(|name| lower.ends_with(name));
        if !named || !lower.starts_with("content-disposition:") {
            continue;
        }
        let value = lines.by_ref().skip_while(|line| !line.is_empty()).nth(1);
        return value.is_some_and(|value| value.trim().eq_ignore_ascii_case("One-Click"));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://news.example.com/u/abc_DEF-1";

    #[test]
    fn headers_are_as_the_rfc_has_them() {
        let [(first, list), (second, post)] =
            headers(ADDRESS, Some(("leave@news.example.com", "abc_DEF-1"))).unwrap();
        assert_eq!(first, "List-Unsubscribe");
        assert_eq!(
            list,
            "<https://news.example.com/u/abc_DEF-1>, <mailto:leave@news.example.com?subject=abc_DEF-1>"
        );
        assert_eq!((second, post.as_str()), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        let [(_, alone), _] = headers(ADDRESS, None).unwrap();
        assert_eq!(alone, format!("<{ADDRESS}>"));
    }

    #[test]
    fn what_would_break_a_header_is_refused() {
        assert_eq!(headers("http://news.example.com/u/1", None), Err(UnsubscribeError::NotHttps));
        assert_eq!(headers("", None), Err(UnsubscribeError::NotHttps));
        for bad in [
            "https://a.example/u/1\r\nBcc: x@y.z",
            "https://a.example/u /1",
            "https://a.example/>",
            "https://a.example/ü",
        ] {
            assert_eq!(headers(bad, None), Err(UnsubscribeError::Characters), "{bad}");
        }
        assert_eq!(headers(ADDRESS, Some(("", "x"))), Err(UnsubscribeError::Characters));
        assert_eq!(headers(ADDRESS, Some(("a@b.c", "x\n"))), Err(UnsubscribeError::Characters));
        let long = format!("https://a.example/u/{}", "a".repeat(VALUE_MAX));
        assert_eq!(headers(&long, None), Err(UnsubscribeError::TooLong));
    }

    #[test]
    fn a_token_leads_back_to_the_recipient_and_to_nothing_else() {
        let key = TrackingKey::new(&[3; 32]);
        let (campaign, recipient) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let text = token(campaign, recipient, &key);
        assert_eq!(text, token(campaign, recipient, &key));
        let read_back = read(&format!(" {text}\n"), &key).unwrap();
        assert_eq!((read_back.campaign, read_back.recipient), (campaign, recipient));
        let click = Token { kind: Kind::Click, campaign, recipient, number: 0 }.write(&key);
        assert_eq!(read(&click, &key), None);
    }

    #[test]
    fn mail_programs_are_told_apart_from_people() {
        let parts = "--xyz\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--xyz--\r\n";
        let typed = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--b--";
        for yes in
            [ONE_CLICK, "List-Unsubscribe=One-Click\r\n", "a=b&List-Unsubscribe=One-Click", parts, typed]
        {
            assert!(is_one_click(yes.as_bytes()), "{yes}");
        }
        let other =
            "--b\r\nContent-Disposition: form-data; name=\"confirm\"\r\n\r\nList-Unsubscribe=No\r\n--b--";
        for no in ["", "confirm=yes", "List-Unsubscribe=", "List-Unsubscribe=One-Clicks", "One-Click", other]
        {
            assert!(!is_one_click(no.as_bytes()), "{no}");
        }
        assert!(!is_one_click(&[0xff, 0xfe, 0x00]));
    }
}
