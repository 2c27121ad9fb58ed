//! Amazon SNS: RSA over some fields of the envelope, with the key of a certificate that the envelope points to. Where it may point is
//! checked before anything is fetched, or whoever writes to us could make us call any address.

use aws_lc_rs::signature::{
    RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
    VerificationAlgorithm,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use url::Url;
use x509_cert::Certificate;
use x509_cert::der::DecodePem;

use super::{SignatureError, fresh};
use crate::email::webhooks::payload::ses::{Envelope, NOTIFICATION};

/// The key of a certificate, as it was fetched from an address that [`certificate_address`] let through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// PKCS #1.
    public_key: Vec<u8>,
    from: i64,
    until: i64,
}

impl SigningKey {
    pub fn of_certificate(pem: &[u8]) -> Result<SigningKey, SignatureError> {
        let certificate = Certificate::from_pem(pem).map_err(|_| SignatureError::Key)?.tbs_certificate;
        let public_key = certificate.subject_public_key_info.subject_public_key;
        let seconds = |time: x509_cert::time::Time| {
            i64::try_from(time.to_unix_duration().as_secs()).map_err(|_| SignatureError::Key)
        };
        Ok(SigningKey {
            public_key: public_key.as_bytes().ok_or(SignatureError::Key)?.to_vec(),
            from: seconds(certificate.validity.not_before)?,
            until: seconds(certificate.validity.not_after)?,
        })
    }

    /// For tests, which have no certificate for a key that they make.
    #[cfg(test)]
    pub(in crate::email::webhooks) fn of_key(public_key: &[u8], from: i64, until: i64) -> SigningKey {
        SigningKey { public_key: public_key.to_vec(), from, until }
    }

    /// The envelope is of SNS, of one of these topics, and new.
    pub fn verify(
        &self,
        envelope: &Envelope,
        topics: &[impl AsRef<str>],
        now: DateTime<Utc>,
    ) -> Result<(), SignatureError> {
        let algorithm: &'static dyn VerificationAlgorithm = match envelope.signature_version.as_str() {
            "1" => &RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY,
            "2" => &RSA_PKCS1_2048_8192_SHA256,
            _ => return Err(SignatureError::Malformed),
        };
        if !(self.from..=self.until).contains(&now.timestamp()) {
            return Err(SignatureError::Key);
        }
        if envelope.signature.trim().is_empty() {
            return Err(SignatureError::Missing);
        }
        let signature = STANDARD.decode(envelope.signature.trim()).map_err(|_| SignatureError::Malformed)?;
        UnparsedPublicKey::new(algorithm, self.public_key.as_slice())
            .verify(string_to_sign(envelope).as_bytes(), &signature)
            .map_err(|_| SignatureError::Wrong)?;
        if !topics.iter().any(|topic| topic.as_ref() == envelope.topic_arn) {
            return Err(SignatureError::Topic);
        }
        let at = DateTime::parse_from_rfc3339(&envelope.timestamp).map_err(|_| SignatureError::Malformed)?;
        fresh(at.to_utc(), now)
    }
}

/// Names and values of the fields that there are, in the order of the names.
pub fn string_to_sign(envelope: &Envelope) -> String {
    let confirms = envelope.kind != NOTIFICATION;
    let fields = [
        ("Message", Some(envelope.message.as_str())),
        ("MessageId", Some(envelope.message_id.as_str())),
        ("Subject", envelope.subject.as_deref().filter(|_| !confirms)),
        ("SubscribeURL", envelope.subscribe_url.as_deref().filter(|_| confirms)),
        ("Timestamp", Some(envelope.timestamp.as_str())),
        ("Token", envelope.token.as_deref().filter(|_| confirms)),
        ("TopicArn", Some(envelope.topic_arn.as_str())),
        ("Type", Some(envelope.kind.as_str())),
    ];
    let mut text = String::new();
    for (name, value) in fields {
        if let Some(value) = value {
            text.push_str(name);
            text.push('\n');
            text.push_str(value);
            text.push('\n');
        }
    }
    text
}

/// Where the certificate may be fetched, without following any redirect.
pub fn certificate_address(envelope: &Envelope) -> Result<Url, SignatureError> {
    let url = of_sns(&envelope.signing_cert_url)?;
    match url.path().ends_with(".pem") && url.query().is_none() {
        true => Ok(url),
        false => Err(SignatureError::Address),
    }
}

/// What is fetched once to confirm a subscription, after the signature was checked.
pub fn confirmation_address(envelope: &Envelope) -> Result<Url, SignatureError> {
    let url = of_sns(envelope.subscribe_url.as_deref().ok_or(SignatureError::Missing)?)?;
    let confirms = url.query_pairs().any(|(name, value)| name == "Action" && value == "ConfirmSubscription");
    match confirms {
        true => Ok(url),
        false => Err(SignatureError::Address),
    }
}

fn of_sns(address: &str) -> Result<Url, SignatureError> {
    let url = Url::parse(address).map_err(|_| SignatureError::Address)?;
    let plain = url.scheme() == "https"
        && url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none()
        && url.fragment().is_none();
    match plain && url.host_str().is_some_and(is_host) {
        true => Ok(url),
        false => Err(SignatureError::Address),
    }
}

/// `sns.eu-central-1.amazonaws.com`, or of China.
fn is_host(host: &str) -> bool {
    let region = host.strip_prefix("sns.").and_then(|rest| {
        rest.strip_suffix(".amazonaws.com").or_else(|| rest.strip_suffix(".amazonaws.com.cn"))
    });
    region.is_some_and(|region| {
        region.len() >= 3 && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}
