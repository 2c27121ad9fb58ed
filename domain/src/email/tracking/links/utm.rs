//! Tags that tell a web site's statistics where a visit comes from.

/// Names and values of the five tags. An empty one is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Utm {
    pub source: String,
    pub medium: String,
    pub campaign: String,
    pub term: String,
    pub content: String,
}

impl Utm {
    fn tags(&self) -> [(&'static str, &str); 5] {
        [
            ("utm_source", &self.source),
            ("utm_medium", &self.medium),
            ("utm_campaign", &self.campaign),
            ("utm_term", &self.term),
            ("utm_content", &self.content),
        ]
    }

    /// The address with the tags behind its own query and before its fragment. A tag that it has already stays as it is, and so does
    /// every other byte: signed and oddly encoded queries go on working.
    pub fn tag(&self, address: &str) -> String {
        let (before, fragment) = match address.find('#') {
            Some(at) => address.split_at(at),
            None => (address, ""),
        };
        let query = before.split_once('?').map(|(_, query)| query);
        let has = |name: &str| {
            let mut names = query.unwrap_or_default().split(['&', ';']).map(name_of);
            names.any(|other| other.eq_ignore_ascii_case(name))
        };
        let mut out = before.to_owned();
        let mut separator = match query {
            None => "?",
            Some(query) if query.is_empty() || query.ends_with('&') => "",
            Some(_) => "&",
        };
        for (name, value) in self.tags() {
            if value.trim().is_empty() || has(name) {
                continue;
            }
            out.push_str(separator);
            out.push_str(name);
            out.push('=');
            encode(value.trim(), &mut out);
            separator = "&";
        }
        out.push_str(fragment);
        out
    }
}

fn name_of(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

/// RFC 3986: everything but unreserved characters.
fn encode(value: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 0x0f)]));
        }
    }
}
