//! Addresses of ours that name a mail: where reports of delivery go (the envelope's sender), where people write to leave, and where
//! they answer when the sender has no mailbox of its own.
//!
//! A local part has 64 characters at most (RFC 5321), which a token would pass: the id of the mail and a short signature fit.

use uuid::Uuid;

use super::key::TrackingKey;

/// Bytes of the signature. Whoever guesses one could only report on a mail whose id they know.
const SIGNATURE: usize = 6;

/// What an address is for. One for the one is worth nothing for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Bounce,
    Unsubscribe,
    Reply,
}

impl Purpose {
    pub const ALL: [Purpose; 3] = [Purpose::Bounce, Purpose::Unsubscribe, Purpose::Reply];

    /// Stands in mails that were sent: never change one.
    const fn letter(self) -> char {
        match self {
            Purpose::Bounce => 'b',
            Purpose::Unsubscribe => 'u',
            Purpose::Reply => 'r',
        }
    }
}

/// `b-0196…-1a2b3c4d5e6f@bounces.example.com`
pub fn address(purpose: Purpose, message: Uuid, key: &TrackingKey, domain: &str) -> String {
    let letter = purpose.letter();
    format!("{letter}-{}-{}@{domain}", message.simple(), hex::encode(signature(purpose, message, key)))
}

/// `None`: it names no mail of ours. Whatever stands in capitals is read alike: mail servers may change that.
pub fn read(address: &str, key: &TrackingKey) -> Option<(Purpose, Uuid)> {
    let (local, _) = address.trim().rsplit_once('@')?;
    let local = local.to_ascii_lowercase();
    let mut parts = local.split('-');
    let (letter, message, signed) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || message.len() != 32 {
        return None;
    }
    let purpose = Purpose::ALL.into_iter().find(|purpose| letter == purpose.letter().to_string())?;
    let message = Uuid::try_parse(message).ok()?;
    let given: [u8; SIGNATURE] = hex::decode(signed).ok()?.try_into().ok()?;
    let ours = signature(purpose, message, key);
    // In constant time: all bytes are looked at.
    let differs = ours.iter().zip(given).fold(0, |differs, (ours, given)| differs | (ours ^ given));
    (differs == 0).then_some((purpose, message))
}

fn signature(purpose: Purpose, message: Uuid, key: &TrackingKey) -> [u8; SIGNATURE] {
    let mut said = format!("verp {} ", purpose.letter()).into_bytes();
    said.extend_from_slice(message.as_bytes());
    let whole = key.sign(&said);
    std::array::from_fn(|at| whole[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> TrackingKey {
        TrackingKey::new(&[byte; 32])
    }

    #[test]
    fn an_address_names_its_mail_and_fits() {
        let message = Uuid::from_u128(0x0196_2f4e_8a3b_7c01_9d2e_5f60_7182_93a4);
        for purpose in Purpose::ALL {
            let address = address(purpose, message, &key(1), "bounces.example.com");
            assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
            assert_eq!(read(&address, &key(1)), Some((purpose, message)));
            assert_eq!(read(&address.to_uppercase(), &key(1)), Some((purpose, message)));
            assert_eq!(read(&address, &key(2)), None);
        }
    }

    #[test]
    fn what_is_for_one_thing_is_for_nothing_else() {
        let bounce = address(Purpose::Bounce, Uuid::from_u128(7), &key(1), "b.example");
        assert_eq!(read(&format!("u{}", &bounce[1..]), &key(1)), None);
        for other in ["", "@", "b-@x", "sales@b.example", "b-1-2-3@b.example", "b--@b.example"] {
            assert_eq!(read(other, &key(1)), None, "{other}");
        }
    }
}
