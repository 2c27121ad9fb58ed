//! Asking web addresses that somebody else has named. Whoever names one must not make us speak to what only we can reach: our own
//! machine, our own network, the metadata service of a cloud (OWASP: server-side request forgery).
//!
//! The name is looked up by us, its addresses that are not of the world outside are dropped, and the connection goes to what is
//! left: a name that answers otherwise the second time gains nothing. Redirects are not followed.

use std::collections::BTreeSet;
use std::error::Error;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, Url};
use serde::de::DeserializeOwned;

use crate::public_address::is_public;

/// Longest answer that is read, unless somebody says otherwise.
pub const ANSWER_MAX: usize = 1 << 20;

/// What may be asked besides the world outside.
#[derive(Debug, Clone, Default)]
pub struct Exceptions {
    hosts: BTreeSet<String>,
    in_the_open: bool,
}

impl Exceptions {
    pub fn of(hosts: impl IntoIterator<Item = String>) -> Self {
        let hosts = hosts.into_iter().map(|host| plain(&host)).filter(|host| !host.is_empty());
        Exceptions { hosts: hosts.collect(), in_the_open: false }
    }

    /// Whether these hosts may be asked without TLS: for tests on loopback.
    pub fn in_the_open(self, in_the_open: bool) -> Self {
        Exceptions { in_the_open, ..self }
    }

    fn has(&self, host: &str) -> bool {
        self.hosts.contains(&plain(host))
    }
}

/// Why an address is not asked. Says nothing of what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    #[error("it is no web address")]
    Address,
    #[error("it does not begin with https://")]
    Scheme,
    #[error("it holds a name or a password")]
    Credentials,
    #[error("it leads inside of a private network")]
    Inside,
    #[error("its answer is too long")]
    TooLong,
    #[error("its answer cannot be read")]
    Unreadable,
}

/// A client for addresses of others. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Outbound {
    client: Client,
    exceptions: Arc<Exceptions>,
}

impl Outbound {
    /// `within`: of a whole answer. Asks nobody yet.
    pub fn new(exceptions: Exceptions, within: Duration) -> Result<Self, reqwest::Error> {
        let exceptions = Arc::new(exceptions);
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(within)
            .dns_resolver(Arc::new(Outside(exceptions.clone())))
            .build()?;
        Ok(Outbound { client, exceptions })
    }

    /// The address, if it may be asked at all. A name is looked at once more when it is resolved.
    pub fn check(&self, address: &str) -> Result<Url, OutboundError> {
        let url = Url::parse(address).map_err(|_| OutboundError::Address)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(OutboundError::Address)?;
        let excepted = self.exceptions.has(host);
        match url.scheme() {
            "https" => {}
            "http" if excepted && self.exceptions.in_the_open => {}
            _ => return Err(OutboundError::Scheme),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(OutboundError::Credentials);
        }
        // Such an address is never looked up, so it is judged here; every spelling of it is the same one by now.
        match plain(host).parse::<IpAddr>() {
            Ok(ip) if !excepted && !is_public(ip) => Err(OutboundError::Inside),
            _ => Ok(url),
        }
    }

    pub fn get(&self, address: &str) -> Result<RequestBuilder, OutboundError> {
        Ok(self.client.get(self.check(address)?))
    }

    pub fn head(&self, address: &str) -> Result<RequestBuilder, OutboundError> {
        Ok(self.client.head(self.check(address)?))
    }

    pub fn post(&self, address: &str) -> Result<RequestBuilder, OutboundError> {
        Ok(self.client.post(self.check(address)?))
    }
}

/// An answer of at most so many bytes, as JSON.
pub async fn json<T: DeserializeOwned>(mut response: Response, longest: usize) -> Result<T, OutboundError> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|_| OutboundError::Unreadable)? {
        if body.len() + part.len() > longest {
            return Err(OutboundError::TooLong);
        }
        body.extend_from_slice(&part);
    }
    serde_json::from_slice(&body).map_err(|_| OutboundError::Unreadable)
}

/// Without the brackets of an IPv6 address, in one spelling.
fn plain(host: &str) -> String {
    host.trim().trim_matches(['[', ']']).trim_end_matches('.').to_lowercase()
}

/// Looks names up as the system does, and keeps what is of the world outside.
struct Outside(Arc<Exceptions>);

impl Resolve for Outside {
    fn resolve(&self, name: Name) -> Resolving {
        let excepted = self.0.has(name.as_str());
        Box::pin(look_up(name, excepted))
    }
}

async fn look_up(name: Name, excepted: bool) -> Result<Addrs, Box<dyn Error + Send + Sync>> {
    // The port of the address takes the place of this one.
    let found = tokio::net::lookup_host((name.as_str(), 0_u16)).await?;
    let found: Vec<SocketAddr> = found.filter(|address| excepted || is_public(address.ip())).collect();
    if found.is_empty() {
        return Err(OutboundError::Inside.into());
    }
    Ok(Box::new(found.into_iter()))
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    const WITHIN: Duration = Duration::from_secs(5);

    fn with(exceptions: Exceptions) -> Outbound {
        // Tests share a process: whoever is first installs it.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        Outbound::new(exceptions, WITHIN).unwrap()
    }

    static CAREFUL: LazyLock<Outbound> = LazyLock::new(|| with(Exceptions::default()));

    fn refused(address: &str) -> Option<OutboundError> {
        CAREFUL.check(address).err()
    }

    #[test]
    fn only_https_to_the_world_outside_is_asked() {
        for (address, why) in [
            ("https://login.example.com/x", None),
            ("https://8.8.8.8/", None),
            ("http://login.example.com/", Some(OutboundError::Scheme)),
            ("file:///etc/passwd", Some(OutboundError::Address)),
            ("gopher://127.0.0.1:6379/_INFO", Some(OutboundError::Scheme)),
            ("https://name:word@example.com/", Some(OutboundError::Credentials)),
            ("https://127.0.0.1/", Some(OutboundError::Inside)),
            ("https://127.1/", Some(OutboundError::Inside)),
            ("https://0x7f.1/", Some(OutboundError::Inside)),
            ("https://017700000001/", Some(OutboundError::Inside)),
            ("https://[::1]/", Some(OutboundError::Inside)),
            ("https://[::ffff:169.254.169.254]/latest/meta-data", Some(OutboundError::Inside)),
            ("not an address", Some(OutboundError::Address)),
        ] {
            assert_eq!(refused(address), why, "{address}");
        }
    }

    #[test]
    fn what_is_excepted_is_asked_in_the_open_only_where_that_is_said() {
        let hosts = || Exceptions::of(["127.0.0.1".to_owned(), "LOGIN.internal.".to_owned()]);
        let careful = with(hosts());
        assert!(careful.check("https://127.0.0.1:8443/x").is_ok());
        assert!(careful.check("https://login.internal/x").is_ok());
        assert_eq!(careful.check("http://127.0.0.1/x").err(), Some(OutboundError::Scheme));
        assert_eq!(careful.check("https://127.0.0.2/x").err(), Some(OutboundError::Inside));
        let open = with(hosts().in_the_open(true));
        assert!(open.check("http://127.0.0.1/x").is_ok());
        assert_eq!(open.check("http://example.com/x").err(), Some(OutboundError::Scheme));
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_connected_to() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = CAREFUL.get(&format!("https://localhost:{port}/")).unwrap();
        assert!(asked.send().await.is_err());
        let nobody = tokio::time::timeout(Duration::from_millis(50), listener.accept()).await;
        assert!(nobody.is_err(), "somebody connected");
    }

    proptest! {
        /// However an address is spelled, and whichever it is, the answer is that of the table of special addresses.
        #[test]
        fn every_spelling_of_an_address_is_judged_alike(bits: u32) {
            let address = Ipv4Addr::from(bits);
            let [a, b, c, d] = address.octets();
            let wanted = (!is_public(IpAddr::V4(address))).then_some(OutboundError::Inside);
            for host in [
                address.to_string(),
                bits.to_string(),
                format!("{bits:#x}"),
                format!("0{a:o}.0{b:o}.0{c:o}.0{d:o}"),
                format!("[::ffff:{address}]"),
            ] {
                prop_assert_eq!(refused(&format!("https://{host}/")), wanted, "{}", host);
            }
        }

        #[test]
        fn nothing_local_of_the_newer_protocol_is_asked(bits: u128, high in prop_oneof![Just(0xfc00_u128), Just(0xfe80), Just(0xff02)]) {
            let address = Ipv6Addr::from((high << 112) | (bits >> 16));
            prop_assert_eq!(refused(&format!("https://[{address}]/")), Some(OutboundError::Inside));
        }

        /// Whatever somebody writes, nothing panics and nothing but https gets through.
        #[test]
        fn rubbish_is_refused_or_https(text in ".{0,60}") {
            if let Ok(url) = CAREFUL.check(&text) {
                prop_assert_eq!(url.scheme(), "https");
            }
        }
    }
}
