//! What is kept of a request for a pixel or a link: that it was made, and what programs are told from people by. Its address is not.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::facts::AGENT_MAX;
use pivotal_domain::email::tracking::machine::Method;
use pivotal_domain::email::tracking::net;
use pivotal_domain::email::tracking::signal::{Key16, Kind};
use pivotal_log::blind_index::BlindIndex;
use uuid::Uuid;

/// A request as it came in.
#[derive(Debug, Clone)]
pub struct Request {
    pub ip: Option<IpAddr>,
    pub method: Method,
    pub user_agent: Option<String>,
    /// Bits of [`marks`](pivotal_domain::email::tracking::signal::marks).
    pub marks: u8,
}

/// A request as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    pub campaign: Uuid,
    pub message: Uuid,
    pub link: Option<u16>,
    pub at: DateTime<Utc>,
    pub method: Method,
    pub agent: Option<String>,
    pub agent_key: Option<Key16>,
    pub net: &'static str,
    pub net_key: Key16,
    pub marks: u8,
}

/// Of which mail, and which link of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Of {
    pub kind: Kind,
    pub campaign: Uuid,
    pub message: Uuid,
    pub link: Option<u16>,
}

impl Hit {
    pub fn of(blind: &BlindIndex, of: Of, request: Request, at: DateTime<Utc>) -> Hit {
        let agent: Option<String> = request.user_agent.map(|text| {
            text.chars().filter(|c| !c.is_control()).take(AGENT_MAX).collect::<String>().trim().to_owned()
        });
        let agent = agent.filter(|text| !text.is_empty());
        let agent_key = agent.as_deref().map(|text| Key16::of(&blind.key("email.agent", text)));
        let Of { kind, campaign, message, link } = of;
        Hit {
            kind,
            campaign,
            message,
            link,
            at,
            method: request.method,
            agent,
            agent_key,
            net: net::of(request.ip),
            net_key: Key16::of(&blind.key("email.net", &net::neighbourhood(request.ip))),
            marks: request.marks,
        }
    }
}
