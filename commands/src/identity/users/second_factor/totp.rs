//! Codes of an app (TOTP, RFC 6238, over HOTP, RFC 4226): SHA-1, six digits, every thirty seconds: what every app knows.

use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use sha1::Sha1;

/// RFC 4226, section 4: 160 bits are recommended.
pub const SECRET: usize = 20;
/// Seconds for which a code is shown.
pub const STEP: i64 = 30;
/// RFC 6238, section 5.2: one step either way, for clocks that differ and hands that are slow.
const AROUND: i64 = 1;

/// The code of a step, as the app shows it.
pub fn code_at(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    // RFC 4226, section 5.3: the last four bits say where to read 31 bits.
    let at = usize::from(hash[19] & 0x0f);
    let number = u32::from_be_bytes([hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// The step whose code this is, if it is one of about now. Compared whole, whichever it is.
pub fn step_of(secret: &[u8], presented: &str, now: DateTime<Utc>) -> Option<i64> {
    let code: String = presented.chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let current = now.timestamp().div_euclid(STEP);
    let mut found = None;
    for step in current - AROUND..=current + AROUND {
        let same = code_at(secret, step).bytes().zip(code.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0;
        if same {
            found = Some(step);
        }
    }
    found
}

/// RFC 4648, section 6, without padding: what apps take.
pub fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut out, mut held, mut bits) = (String::new(), 0u32, 0u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(LETTERS[((held >> bits) & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(LETTERS[((held << (5 - bits)) & 31) as usize]));
    }
    out
}

/// What a QR code says to an app: `otpauth://totp/Pivotal:ada%40example.com?secret=..&issuer=Pivotal`.
pub fn uri(email: &str, secret: &[u8]) -> String {
    let mut account = String::new();
    for byte in email.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'~' => {
                account.push(char::from(byte));
            }
            other => account.push_str(&format!("%{other:02X}")),
        }
    }
    let secret = base32(secret);
    format!(
        "otpauth://totp/Pivotal:{account}?secret={secret}&issuer=Pivotal&algorithm=SHA1&digits=6&period={STEP}"
    )
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    const RFC_SECRET: &[u8] = b"12345678901234567890";

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(RFC_SECRET, time / STEP), code, "{time}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_around_its_own() {
        let at = |seconds: i64| Utc.timestamp_opt(seconds, 0).unwrap();
        for (seconds, expected) in [(0, None), (30, Some(2)), (60, Some(2)), (119, Some(2)), (120, None)] {
            assert_eq!(step_of(RFC_SECRET, &code_at(RFC_SECRET, 2), at(seconds)), expected, "{seconds}");
        }
        let spaced = format!(" {} {} ", &code_at(RFC_SECRET, 2)[..3], &code_at(RFC_SECRET, 2)[3..]);
        assert_eq!(step_of(RFC_SECRET, &spaced, at(60)), Some(2));
    }

    #[test]
    fn what_is_no_code_is_none() {
        let now = Utc.timestamp_opt(60, 0).unwrap();
        for rubbish in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"] {
            assert_eq!(step_of(RFC_SECRET, rubbish, now), None, "{rubbish}");
        }
    }

    /// RFC 4648, section 10.
    #[test]
    fn secrets_are_written_as_apps_take_them() {
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
        assert_eq!(base32(RFC_SECRET), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert!(uri("ada+x@example.com", RFC_SECRET).starts_with(
            "otpauth://totp/Pivotal:ada%2Bx%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pivotal"
        ));
    }
}
