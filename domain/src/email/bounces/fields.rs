//! Fields of machine-readable parts (RFC 3464, RFC 5965): `Name: value`, folded like headers, in groups parted by empty lines.

/// More than one report of a mail of ours could have; the rest is left.
const GROUPS_MAX: usize = 200;
const FIELDS_MAX: usize = 100;

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn groups(text: &str) -> Vec<Fields> {
        let mut groups = vec![Fields::default()];
        for line in text.lines() {
            let open = groups.last_mut().map(|group| &mut group.0);
            let Some(open) = open else { break };
            if line.trim().is_empty() {
                if groups.len() == GROUPS_MAX {
                    break;
                }
                groups.push(Fields::default());
            } else if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = open.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':')
                && open.len() < FIELDS_MAX
            {
                open.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        groups.retain(|group| !group.0.is_empty());
        groups
    }

    /// The first with the name, in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(other, value)| other == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// Behind its type: `rfc822; jane@example.com`, `dns; mx.example.com`, `smtp; 550 no`.
    pub fn typed(&self, name: &str) -> Option<&str> {
        let value = self.get(name)?;
        let is_type = |head: &str| {
            head.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
        };
        let bare =
            value.split_once(';').filter(|(head, _)| is_type(head)).map_or(value, |(_, bare)| bare).trim();
        (!bare.is_empty()).then_some(bare)
    }

    /// An address in it, without its brackets.
    pub fn address(&self, name: &str) -> Option<String> {
        self.typed(name).and_then(address)
    }
}

pub(super) fn address(text: &str) -> Option<String> {
    let bare = text.rsplit_once('<').map_or(text, |(_, inside)| inside).trim_end_matches('>').trim();
    bare.contains('@').then(|| bare.to_owned())
}
