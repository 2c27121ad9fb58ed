//! Whether people outside can open a link.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Web addresses with a host that is not within somebody's own network. A merge tag may stand behind the host; what it stands for is
/// escaped there.
pub fn is_public_link(link: &str) -> bool {
    let Ok(address) = Url::parse(&without_tags(link)) else { return false };
    if !matches!(address.scheme(), "http" | "https") {
        return false;
    }
    match address.host() {
        None => false,
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name.contains('.')
                && !name.ends_with(".localhost")
                && !name.ends_with(".local")
                && !name.ends_with(".internal")
        }
        Some(Host::Ipv4(address)) => is_public_v4(address),
        Some(Host::Ipv6(address)) => is_public_v6(address),
    }
}

/// With a word in the place of each tag.
fn without_tags(link: &str) -> String {
    let (mut out, mut rest) = (String::new(), link);
    while let Some((before, opened)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((_, after)) = opened.split_once("}}") else { return link.to_owned() };
        // Nobody may fill in where a link leads: within the host this makes it one that nobody has.
        out.push_str("tag");
        rest = after;
    }
    out.push_str(rest);
    out
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let local = (address.segments()[0] & 0xfe00) == 0xfc00 || (address.segments()[0] & 0xffc0) == 0xfe80;
    !(address.is_loopback() || address.is_unspecified() || address.is_multicast() || local)
        && address.to_ipv4_mapped().is_none_or(is_public_v4)
}
