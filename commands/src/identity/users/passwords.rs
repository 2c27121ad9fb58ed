//! Hashing passwords: slow on purpose, so off the runtime's threads and only so many at a time.
//!
//! Ours are argon2id. Users who were brought from another system may have a bcrypt hash; it is checked like ours and replaced at
//! the first sign-in.

use std::sync::LazyLock;

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::error::CommandError;

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Wrong,
    Right,
    /// Right, but hashed otherwise than today: hash it again while the password is at hand.
    RightButOld,
}

/// 19 MiB, 2 passes, 1 lane: the first choice of OWASP's password storage cheat sheet.
static ARGON: LazyLock<Argon2<'static>> = LazyLock::new(|| {
    let params = Params::new(19_456, 2, 1, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
});

/// Each check fills 19 MiB and a core: a crowd at the door must not take the machine down.
static AT_ONCE: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));

/// Each step doubles the time; this one takes about two seconds.
const BCRYPT_DEAREST: u32 = 15;

/// Checked against when there is no such user, so that the answer takes as long.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password").expect("a constant can be hashed"));

/// Off the runtime's threads, and only so many at a time.
pub(super) async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CommandError> {
    let _turn = AT_ONCE.acquire().await.map_err(CommandError::unexpected)?;
    tokio::task::spawn_blocking(work).await.map_err(CommandError::unexpected)
}

pub async fn hash(password: &SecretString) -> Result<String, CommandError> {
    let password = password.clone();
    in_turn(move || hash_now(password.expose_secret()))
        .await?
        .map_err(|error| CommandError::unexpected(error.to_string()))
}

/// Takes the same time with and without a hash to check against.
pub async fn verify(password: &SecretString, hash: Option<String>) -> Result<Verdict, CommandError> {
    let password = password.clone();
    in_turn(move || {
        let known = hash.is_some();
        let verdict = verify_now(password.expose_secret(), hash.as_deref().unwrap_or(&NOBODY));
        if known { verdict } else { Verdict::Wrong }
    })
    .await
}

fn hash_now(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(ARGON.hash_password(password.as_bytes(), &SaltString::generate(&mut OsRng))?.to_string())
}

/// Whether a hash of another system can be checked here at all.
pub fn is_readable(hash: &str) -> bool {
    let is_argon = |parsed: PasswordHash<'_>| {
        Algorithm::try_from(parsed.algorithm).is_ok()
            && Params::try_from(&parsed).is_ok()
            && parsed.hash.is_some()
    };
    is_bcrypt(hash) || PasswordHash::new(hash).is_ok_and(is_argon)
}

/// `$2b$12$` and 53 characters; also 2a and 2y, which differ in nothing here.
fn is_bcrypt(hash: &str) -> bool {
    // Not slices: what is no bcrypt hash may have a character where one would cut.
    let mut parts = hash.split('$');
    let (nothing, version, cost, rest) = (parts.next(), parts.next(), parts.next(), parts.next());
    let cost = cost.filter(|cost| cost.len() == 2).and_then(|cost| cost.parse::<u32>().ok());
    hash.is_ascii()
        && nothing == Some("")
        && matches!(version, Some("2a" | "2b" | "2y"))
        && cost.is_some_and(|cost| (4..=BCRYPT_DEAREST).contains(&cost))
        && rest.is_some_and(|rest| rest.len() == 53)
        && parts.next().is_none()
}

fn verify_now(password: &str, hash: &str) -> Verdict {
    if is_bcrypt(hash) {
        return match bcrypt::verify(password, hash) {
            Ok(true) => Verdict::RightButOld,
            Ok(false) => Verdict::Wrong,
            Err(error) => {
                tracing::error!(%error, "a stored password hash cannot be read");
                Verdict::Wrong
            }
        };
    }
    let Ok(parsed) = PasswordHash::new(hash) else {
        tracing::error!("a stored password hash cannot be read");
        return Verdict::Wrong;
    };
    if ARGON.verify_password(password.as_bytes(), &parsed).is_err() {
        return Verdict::Wrong;
    }
    let todays = Params::try_from(&parsed).is_ok_and(|params| {
        let now = ARGON.params();
        (params.m_cost(), params.t_cost(), params.p_cost()) == (now.m_cost(), now.t_cost(), now.p_cost())
    });
    if todays && parsed.algorithm == Algorithm::Argon2id.ident() {
        Verdict::Right
    } else {
        Verdict::RightButOld
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        text.into()
    }

    #[tokio::test]
    async fn only_the_password_opens_its_hash() {
        let hash = hash(&secret("correct horse battery")).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_eq!(
            verify(&secret("correct horse battery"), Some(hash.clone())).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(verify(&secret("correct horse"), Some(hash)).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn nobody_s_password_opens_nothing() {
        assert_eq!(verify(&secret("nobody has this password"), None).await.unwrap(), Verdict::Wrong);
        assert_eq!(verify(&secret("x"), Some("not a hash".into())).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn a_bcrypt_hash_of_another_system_opens_to_its_password() {
        // The examples of OpenBSD's own tests and of PHP's manual.
        for (password, hash) in [
            ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
            ("rasmuslerdorf", "$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq"),
        ] {
            assert!(is_readable(hash), "{hash}");
            assert_eq!(verify(&secret(password), Some(hash.into())).await.unwrap(), Verdict::RightButOld);
            assert_eq!(verify(&secret("another"), Some(hash.into())).await.unwrap(), Verdict::Wrong);
        }
    }

    #[tokio::test]
    async fn what_looks_like_bcrypt_and_is_not_opens_nothing() {
        for hash in [
            "$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "$2b$05$short",
            "$2b$xx$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "$2b$05$ééééééééééééééééééééééééééé",
            "$1$salt$hash",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            "",
        ] {
            assert!(!is_readable(hash), "{hash}");
            assert_eq!(verify(&secret("password"), Some(hash.into())).await.unwrap(), Verdict::Wrong);
        }
    }

    #[tokio::test]
    async fn a_weaker_hash_is_right_but_old() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let hash = weak
            .hash_password(b"correct horse battery", &SaltString::generate(&mut OsRng))
            .unwrap()
            .to_string();
        assert_eq!(verify(&secret("correct horse battery"), Some(hash)).await.unwrap(), Verdict::RightButOld);
    }
}
