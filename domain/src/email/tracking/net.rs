//! Whose network a request came from, as far as it matters for telling programs from people, and its neighbourhood. The address
//! itself is kept nowhere.

use std::net::{IpAddr, Ipv4Addr};

/// First addresses of networks, with the bits that are fixed: mail programs that fetch for people, and gateways that follow links.
#[rustfmt::skip]
const NETWORKS: &[(&str, [u8; 4], u8)] = &[
    ("apple_relay", [17, 0, 0, 0], 8),
    ("google", [64, 233, 160, 0], 19), ("google", [66, 102, 0, 0], 20), ("google", [66, 249, 64, 0], 19),
    ("google", [72, 14, 192, 0], 18), ("google", [74, 125, 0, 0], 16), ("google", [209, 85, 128, 0], 17),
    ("microsoft", [40, 92, 0, 0], 15), ("microsoft", [40, 107, 0, 0], 16), ("microsoft", [52, 100, 0, 0], 14),
    ("microsoft", [104, 47, 0, 0], 17),
    ("mimecast", [205, 139, 110, 0], 23),
    ("proofpoint", [67, 231, 144, 0], 20), ("proofpoint", [148, 163, 128, 0], 19),
    ("barracuda", [64, 235, 144, 0], 20), ("barracuda", [209, 222, 80, 0], 21),
    ("zscaler", [104, 129, 192, 0], 20), ("zscaler", [165, 225, 0, 0], 17), ("zscaler", [185, 46, 212, 0], 22),
];

/// What is not in the table.
pub const OTHER: &str = "other";

/// The name of the network, or [`OTHER`].
pub fn of(ip: Option<IpAddr>) -> &'static str {
    let Some(IpAddr::V4(ip)) = ip.map(|ip| ip.to_canonical()) else { return OTHER };
    let is_in = |start: [u8; 4], bits: u8| {
        let mask = u32::MAX << (32 - u32::from(bits));
        u32::from(ip) & mask == u32::from(Ipv4Addr::from(start)) & mask
    };
    NETWORKS.iter().find(|(_, start, bits)| is_in(*start, *bits)).map_or(OTHER, |(name, _, _)| name)
}

/// What is hashed to know a neighbourhood again: a /24, or of IPv6 a /48. Nothing where no address is known.
pub fn neighbourhood(ip: Option<IpAddr>) -> String {
    match ip.map(|ip| ip.to_canonical()) {
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Some(IpAddr::V6(ip)) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn networks_are_told_by_their_addresses() {
        assert_eq!(of(ip("66.249.84.12")), "google");
        assert_eq!(of(ip("17.58.0.1")), "apple_relay");
        assert_eq!(of(ip("::ffff:17.58.0.1")), "apple_relay");
        assert_eq!(of(ip("104.47.127.255")), "microsoft");
        assert_eq!(of(ip("104.47.128.0")), OTHER);
        assert_eq!(of(ip("192.0.2.7")), OTHER);
        assert_eq!(of(ip("2001:db8::1")), OTHER);
        assert_eq!(of(None), OTHER);
    }

    #[test]
    fn a_neighbourhood_is_no_address() {
        assert_eq!(neighbourhood(ip("192.0.2.7")), "192.0.2.0/24");
        assert_eq!(neighbourhood(ip("192.0.2.200")), neighbourhood(ip("192.0.2.7")));
        assert_eq!(neighbourhood(ip("2001:db8:7:8::1")), "2001:db8:7::/48");
        assert_eq!(neighbourhood(None), "");
    }
}
