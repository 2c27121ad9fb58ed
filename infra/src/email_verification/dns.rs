//! Name servers, by hickory: those of the system, or those that are named.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use async_trait::async_trait;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use pivotal_commands::ports::mail_dns::{DnsFailure, MailDns};
use pivotal_domain::audience::email_verification::mail_domain::{Exchange, MailDomain};
use tokio::sync::OnceCell;

/// A name server is asked so often before it counts as silent.
const ATTEMPTS: usize = 2;
/// Answers kept in memory: many addresses share few mail servers.
const CACHED: u64 = 4_096;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsSettings {
    /// None: those of the system.
    pub servers: Vec<SocketAddr>,
    /// Of one question to one server.
    pub timeout: Duration,
}

/// Made with the first question: a system without name servers is no reason not to start.
pub struct HickoryDns {
    settings: DnsSettings,
    resolver: OnceCell<TokioResolver>,
}

impl std::fmt::Debug for HickoryDns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HickoryDns({:?})", self.settings)
    }
}

impl HickoryDns {
    pub fn new(settings: DnsSettings) -> Self {
        HickoryDns { settings, resolver: OnceCell::new() }
    }

    async fn resolver(&self) -> Result<&TokioResolver, DnsFailure> {
        self.resolver.get_or_try_init(|| async { self.build() }).await.map_err(|error| failure(&error))
    }

    fn build(&self) -> Result<TokioResolver, NetError> {
        let mut builder = match self.settings.servers.as_slice() {
            [] => TokioResolver::builder_tokio()?,
            servers => {
                let servers = servers.iter().map(|server| name_server(*server)).collect();
                let config = ResolverConfig::from_parts(None, Vec::new(), servers);
                TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
            }
        };
        let options = builder.options_mut();
        options.timeout = self.settings.timeout;
        options.attempts = ATTEMPTS;
        options.cache_size = CACHED;
        // What a machine calls its neighbours says nothing about who takes mail.
        options.use_hosts_file = ResolveHosts::Never;
        builder.build()
    }

    /// Records of one kind under a name; none where there are none.
    pub(crate) async fn records(&self, name: &str, kind: RecordType) -> Result<Vec<RData>, DnsFailure> {
        match self.resolver().await?.lookup(qualified(name)?, kind).await {
            Ok(found) => Ok(found.answers().iter().map(|record| record.data.clone()).collect()),
            Err(error) if error.is_nx_domain() || error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(failure(&error)),
        }
    }

    async fn has_address(&self, domain: &str) -> Result<bool, DnsFailure> {
        Ok(!self.addresses(domain).await?.is_empty())
    }
}

fn name_server(address: SocketAddr) -> NameServerConfig {
    let mut server = NameServerConfig::udp_and_tcp(address.ip());
    server
        .connections
        .iter_mut()
        .for_each(|connection: &mut ConnectionConfig| connection.port = address.port());
    server
}

/// Fully qualified, so that no search list is tried.
fn qualified(name: &str) -> Result<Name, DnsFailure> {
    Name::from_ascii(format!("{}.", name.trim_end_matches('.')))
        .map_err(|_| DnsFailure("this is no name of a host".to_owned()))
}

/// The kind of failure; its text may hold the question.
fn failure(error: &NetError) -> DnsFailure {
    DnsFailure(error.as_metrics_label().to_owned())
}

#[async_trait]
impl MailDns for HickoryDns {
    async fn mail_domain(&self, domain: &str) -> Result<MailDomain, DnsFailure> {
        let resolver = self.resolver().await?;
        let exchanges: Vec<Exchange> = match resolver.lookup(qualified(domain)?, RecordType::MX).await {
            Ok(found) => {
                let exchange = |data: &RData| match data {
                    RData::MX(mx) => {
                        let host = mx.exchange.to_ascii().trim_end_matches('.').to_owned();
                        Some(Exchange { preference: mx.preference, host })
                    }
                    _ => None,
                };
                found.answers().iter().filter_map(|record| exchange(&record.data)).collect()
            }
            Err(error) if error.is_nx_domain() => return Ok(MailDomain::NoDomain),
            Err(error) if error.is_no_records_found() => Vec::new(),
            Err(error) => return Err(failure(&error)),
        };
        match exchanges.is_empty() {
            true => Ok(MailDomain::of_address(domain, self.has_address(domain).await?)),
            false => Ok(MailDomain::of_exchanges(exchanges)),
        }
    }

    async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, DnsFailure> {
        match self.resolver().await?.lookup_ip(qualified(host)?).await {
            Ok(found) => Ok(found.iter().collect()),
            Err(error) if error.is_nx_domain() || error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(failure(&error)),
        }
    }
}
