//! What a hit shows: read from the record's row, never from the index.

use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::highlight::{Piece, has_hit};
use pivotal_domain::audience::search::question::Question;
use uuid::Uuid;

use crate::audience::accounts::query::AccountRow;
use crate::audience::contacts::query::ContactRow;

/// One record that answers the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    pub id: Uuid,
    pub archived: bool,
    pub title: Vec<Piece>,
    /// What tells it from others of the same title; may be empty.
    pub subtitle: Vec<Piece>,
    /// The value that answers best.
    pub matched: Option<Matched>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Key in the catalogue of fields; `account.domain` is the company's.
    pub field: &'static str,
    pub label: &'static str,
    pub value: Vec<Piece>,
}

type Values<'a> = Vec<(&'static str, Option<&'a str>)>;

impl Hit {
    pub fn of_contact(row: &ContactRow, question: &Question) -> Self {
        let values: Values = vec![
            ("full_name", row.full_name.as_deref()),
            ("email", row.email.as_deref()),
            ("account", row.account_name.as_deref()),
            ("job_title", row.job_title.as_deref()),
            ("direct_phone", row.direct_phone.as_deref()),
            ("mobile_phone", row.mobile_phone.as_deref()),
            ("city", row.city.as_deref()),
            ("account.domain", row.account_domain.as_deref()),
        ];
        let title = first(&values, &["full_name", "email", "direct_phone", "mobile_phone"]);
        Hit {
            kind: Kind::Contact,
            id: row.id,
            archived: row.archived,
            title: question.mark(title.unwrap_or("Unnamed contact")),
            subtitle: question.mark(&joined(&[row.job_title.as_deref(), row.account_name.as_deref()])),
            matched: Matched::best(Kind::Contact, &values, question),
        }
    }

    pub fn of_account(row: &AccountRow, question: &Question) -> Self {
        let mut values: Values = vec![
            ("name", row.name.as_deref()),
            ("domain", row.domain.as_deref()),
            ("hq_city", row.hq_city.as_deref()),
            ("main_phone", row.main_phone.as_deref()),
        ];
        values
            .extend(row.alternate_domains.iter().map(|domain| ("alternate_domains", Some(domain.as_str()))));
        Hit {
            kind: Kind::Account,
            id: row.id,
            archived: row.archived,
            title: question.mark(first(&values, &["name", "domain"]).unwrap_or("Unnamed account")),
            subtitle: question.mark(&joined(&[row.domain.as_deref(), row.hq_city.as_deref()])),
            matched: Matched::best(Kind::Account, &values, question),
        }
    }
}

impl Matched {
    /// The value with the most letters that answer; of several the first.
    fn best(kind: Kind, values: &Values, question: &Question) -> Option<Self> {
        let marked = values.iter().filter_map(|(key, value)| Some((*key, question.mark((*value)?))));
        let answering = marked.filter(|(_, pieces)| has_hit(pieces));
        let (key, value) =
            answering.reduce(|best, next| if letters(&next.1) > letters(&best.1) { next } else { best })?;
        Some(Matched { field: key, label: label(kind, key), value })
    }
}

fn letters(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|piece| piece.hit).map(|piece| piece.text.chars().count()).sum()
}

fn label(kind: Kind, key: &'static str) -> &'static str {
    match key {
        "account.domain" => field(Entity::Account, "domain"),
        _ => field(kind.entity(), key),
    }
    .map_or(key, |def| def.label)
}

fn first<'a>(values: &Values<'a>, keys: &[&str]) -> Option<&'a str> {
    keys.iter().find_map(|key| values.iter().find(|(of, _)| of == key).and_then(|(_, value)| *value))
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().flatten().copied().collect::<Vec<_>>().join(" · ")
}
