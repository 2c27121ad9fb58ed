//! Who gets which variant: worked out of the ids alone, so that a take that is made again gives everybody the same, and so that
//! variants are even over any contacts.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::email::statistics::{Decision, TooEarly};

/// The place of the variant for a contact; `None`: they wait for the winner of the test. `share_percent`: of the audience that takes
/// part in the test; without one everybody gets a variant.
pub fn variant_of(campaign: Uuid, contact: Uuid, weights: &[u16], share_percent: Option<u8>) -> Option<u8> {
    let mut hasher = Sha256::new();
    hasher.update(campaign.as_bytes());
    hasher.update(contact.as_bytes());
    let hash = hasher.finalize();
    let hash = hash.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    if share_percent.is_some_and(|share| hash % 100 >= u64::from(share)) {
        return None;
    }
    let whole: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let mut left = (hash / 100) % whole.max(1);
    for (place, weight) in (0..).zip(weights) {
        match left.checked_sub(u64::from(*weight)) {
            Some(less) => left = less,
            None => return Some(place),
        }
    }
    Some(0)
}

/// How people call a variant: A, B, C.
pub fn key_of(place: u8) -> char {
    char::from(b'A'.saturating_add(place.min(25)))
}

/// The place of what people call it.
pub fn place_of(key: char) -> Option<u8> {
    let place = u8::try_from(key).ok()?.checked_sub(b'A')?;
    (place < 26).then_some(place)
}

/// What a test says, for people.
pub fn words(decision: Decision) -> String {
    let words = match decision {
        Decision::Winner(place) => {
            let key = key_of(u8::try_from(place).unwrap_or(u8::MAX));
            return format!("Variant {key} did better than the others, by more than chance explains.");
        }
        Decision::NoDifference => "No variant did better than the others by more than chance explains.",
        Decision::TooEarly(TooEarly::Running) => {
            "The test is not over. Differences before its end may be chance."
        }
        Decision::TooEarly(TooEarly::Recipients) => "Too few people were reached to tell the variants apart.",
        Decision::TooEarly(TooEarly::Outcomes) => {
            "Too few people did it, or too few did not, to tell the variants apart."
        }
    };
    words.to_owned()
}
