//! What tokens in mails are signed with.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of a signature: half an HMAC-SHA256, which RFC 2104 allows. Tokens stand in addresses and in headers of limited length.
pub const SIGNATURE: usize = 16;

/// Keeps the key's signatures apart from whatever else may be signed with it.
const PURPOSE: &[u8] = b"pivotal email tracking\0";

/// A key for tokens in mails. Cheap to clone.
#[derive(Clone)]
pub struct TrackingKey(Hmac<Sha256>);

impl std::fmt::Debug for TrackingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TrackingKey(..)")
    }
}

impl TrackingKey {
    pub fn new(key: &[u8; 32]) -> Self {
        let mut mac: Hmac<Sha256> = Hmac::new_from_slice(key).expect("HMAC takes a key of any length");
        mac.update(PURPOSE);
        TrackingKey(mac)
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        let mut mac = self.0.clone();
        mac.update(message);
        let whole = mac.finalize().into_bytes();
        std::array::from_fn(|at| whole[at])
    }

    /// In constant time.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let mut mac = self.0.clone();
        mac.update(message);
        mac.verify_truncated_left(signature).is_ok()
    }
}
