//! Where and how the server listens.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// PIVOTAL_ADDRESS
    pub address: SocketAddr,
    /// PIVOTAL_PUBLIC_URL: what people type, when something stands in front of us. Https makes cookies `Secure`.
    pub public_url: Option<String>,
    /// PIVOTAL_TRUST_PROXY: whether the last address of `x-forwarded-for` is the client's.
    pub trust_proxy: bool,
    /// PIVOTAL_WEB_DIST: the built web app on disk; without it the one inside the binary is served.
    pub web_dist: Option<PathBuf>,
    /// PIVOTAL_UPLOAD_LIMIT_MB: largest file taken, in bytes here.
    pub upload_limit: u64,
    /// PIVOTAL_METRICS_TOKEN: lets a collector on another machine read `/metrics`.
    pub metrics_token: Option<SecretString>,
    /// PIVOTAL_SOCKET_CHECK_SECONDS: how often an open socket looks whether its user may still be there.
    pub socket_check: Duration,
    /// PIVOTAL_CONNECTIONS: how many may be open at once, sockets of the web app among them. Who comes beyond waits.
    pub connections: usize,
    /// PIVOTAL_CLIENT_WAIT_SECONDS: how long a client may keep us waiting: for its headers, for more of a body, for taking an answer.
    pub client_wait: Duration,
}

/// More than any machine has file descriptors for.
const MOST_CONNECTIONS: usize = 1_000_000;

impl ServerConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 4300));
        ServerConfig {
            address: source.parsed("PIVOTAL_ADDRESS", "an address with a port, as 127.0.0.1:4300", address),
            public_url: source.text("PIVOTAL_PUBLIC_URL").map(|url| url.trim_end_matches('/').to_owned()),
            trust_proxy: source.flag("PIVOTAL_TRUST_PROXY", false),
            web_dist: source.text("PIVOTAL_WEB_DIST").map(PathBuf::from),
            upload_limit: source.parsed::<u64>("PIVOTAL_UPLOAD_LIMIT_MB", "a number of megabytes", 4096)
                << 20,
            metrics_token: source.text("PIVOTAL_METRICS_TOKEN").map(SecretString::from),
            socket_check: Duration::from_secs(
                source.parsed("PIVOTAL_SOCKET_CHECK_SECONDS", "a number of seconds", 15u64).max(1),
            ),
            connections: source
                .parsed("PIVOTAL_CONNECTIONS", "a number of connections", 2_000usize)
                .clamp(1, MOST_CONNECTIONS),
            client_wait: Duration::from_secs(
                source.parsed("PIVOTAL_CLIENT_WAIT_SECONDS", "a number of seconds", 30u64).clamp(1, 3_600),
            ),
        }
    }

    pub fn is_https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The host of the public address, without a port: what a tracking domain has to lead to.
    pub fn public_host(&self) -> Option<String> {
        let rest = self.public_url.as_deref()?.split_once("://")?.1;
        let host = rest.split(['/', ':', '?']).next().unwrap_or_default().to_ascii_lowercase();
        (host.contains('.') && !host.contains('[')).then_some(host)
    }

    /// The one address to tell people.
    pub fn shown_url(&self, bound: SocketAddr) -> String {
        match &self.public_url {
            Some(url) => url.clone(),
            None if bound.ip().is_unspecified() => format!("http://localhost:{}", bound.port()),
            None => format!("http://{bound}"),
        }
    }
}
