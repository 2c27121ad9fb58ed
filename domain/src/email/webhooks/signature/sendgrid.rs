//! SendGrid: ECDSA on P-256 with SHA-256 over a moment and the body, both as they came.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

use super::{SignatureError, fresh, seconds};

pub const SIGNATURE_HEADER: &str = "X-Twilio-Email-Event-Webhook-Signature";
pub const TIMESTAMP_HEADER: &str = "X-Twilio-Email-Event-Webhook-Timestamp";

/// What stands before the point in a SubjectPublicKeyInfo of a key on P-256 (RFC 5480).
const HEAD: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];
/// An uncompressed point.
const POINT: usize = 65;

/// The public key of one webhook of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey([u8; POINT]);

impl PublicKey {
    /// As SendGrid shows it: base64 of the DER, without the lines of a PEM file.
    pub fn read(text: &str) -> Result<PublicKey, SignatureError> {
        let compact: String = text.split_whitespace().collect();
        let der = STANDARD.decode(compact).map_err(|_| SignatureError::Key)?;
        let point = der.strip_prefix(HEAD.as_slice()).ok_or(SignatureError::Key)?;
        let point: [u8; POINT] = point.try_into().map_err(|_| SignatureError::Key)?;
        match point[0] {
            4 => Ok(PublicKey(point)),
            _ => Err(SignatureError::Key),
        }
    }

    /// `signature` and `timestamp` are the two headers' values.
    pub fn verify(
        &self,
        signature: Option<&str>,
        timestamp: Option<&str>,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Result<(), SignatureError> {
        let (Some(signature), Some(timestamp)) = (signature, timestamp) else {
            return Err(SignatureError::Missing);
        };
        let signed_at = seconds(timestamp)?;
        let signature = STANDARD.decode(signature.trim()).map_err(|_| SignatureError::Malformed)?;
        let mut message = Vec::with_capacity(timestamp.len() + body.len());
        message.extend_from_slice(timestamp.as_bytes());
        message.extend_from_slice(body);
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, self.0.as_slice())
            .verify(&message, &signature)
            .map_err(|_| SignatureError::Wrong)?;
        fresh(signed_at, now)
    }
}
