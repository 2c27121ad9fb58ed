//! What the mails of a time line said, and which of their links were clicked, by the campaign as it was launched. It tells nothing of
//! anybody: merge tags stand in a subject as they were written, unfilled.

use std::collections::{HashMap, HashSet};

use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::email::sending::variants::place_of;
use sqlx::PgPool;
use uuid::Uuid;

/// A mail that something of a line was told of.
#[derive(Debug)]
struct Mail {
    position: i64,
    campaign: Uuid,
    variant: i16,
    /// The number of the link that was clicked.
    link: Option<i32>,
}

/// Each once, in the order in which it happened.
#[derive(Debug, Default)]
struct Said {
    subjects: Vec<String>,
    links: Vec<String>,
}

/// By the positions of a contact's lines; of a line that is not of mails of ours, or not yet known to be, there is nothing.
pub(super) async fn said(
    pool: &PgPool,
    contact: Uuid,
    positions: &[i64],
) -> Result<HashMap<i64, String>, sqlx::Error> {
    let mails = sqlx::query_as!(
        Mail,
        r#"select e.position as "position!", m.campaign_id as "campaign!", m.variant as "variant!", h.link as "link?"
           from read.engagement e join read.email_messages m on m.message_id = e.message_id
             left join read.email_hits h on h.message_id = e.message_id and h.position = e.position and h.n = e.n and e.kind = 'clicked'
           where e.contact_id = $1 and e.position = any($2) and m.variant is not null order by e.position, e.at, e.n"#,
        contact,
        positions
    )
    .fetch_all(pool)
    .await?;
    if mails.is_empty() {
        return Ok(HashMap::new());
    }
    let campaigns = launched(pool, &mails).await?;
    let of_templates = subjects(pool, &campaigns).await?;
    let mut lines: HashMap<i64, Said> = HashMap::new();
    for mail in &mails {
        let Some(pinned) = campaigns.get(&mail.campaign) else { continue };
        let line = lines.entry(mail.position).or_default();
        let is_its = |key: char| place_of(key).map(i16::from) == Some(mail.variant);
        if let Some(variant) = pinned.variants.iter().find(|variant| is_its(variant.key)) {
            let of_template = || of_templates.get(&(variant.template, number(variant.version)));
            add(&mut line.subjects, variant.subject.as_ref().or_else(of_template));
        }
        let clicked =
            pinned.links.iter().find(|link| is_its(link.variant) && Some(i32::from(link.n)) == mail.link);
        add(&mut line.links, clicked.map(|link| link.name.as_ref().unwrap_or(&link.url)));
    }
    Ok(lines.into_iter().filter_map(|(position, line)| Some((position, line.words()?))).collect())
}

/// What was pinned when each was launched.
async fn launched(pool: &PgPool, mails: &[Mail]) -> Result<HashMap<Uuid, Pinned>, sqlx::Error> {
    let ids: HashSet<Uuid> = mails.iter().map(|mail| mail.campaign).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let rows = sqlx::query!(
        r#"select id as "id!", campaign #> '{made,launched,pinned}' as pinned from read.campaigns where id = any($1)"#,
        &ids
    )
    .fetch_all(pool)
    .await?;
    let mut all = HashMap::new();
    for row in rows {
        if let Some(pinned) = row.pinned.and_then(|pinned| serde_json::from_value::<Pinned>(pinned).ok()) {
            all.insert(row.id, pinned);
        }
    }
    Ok(all)
}

/// Of the versions of templates that variants without a subject of their own are.
async fn subjects(
    pool: &PgPool,
    campaigns: &HashMap<Uuid, Pinned>,
) -> Result<HashMap<(Uuid, i32), String>, sqlx::Error> {
    let without = campaigns.values().flat_map(|pinned| &pinned.variants).filter(|one| one.subject.is_none());
    let (templates, numbers): (Vec<Uuid>, Vec<i32>) =
        without.map(|variant| (variant.template, number(variant.version))).unzip();
    let rows = sqlx::query!(
        r#"select v.template_id as "template!", v.number as "number!", v.subject as "subject!"
           from read.email_template_versions v join unnest($1::uuid[], $2::integer[]) as w(template, number)
             on w.template = v.template_id and w.number = v.number"#,
        &templates,
        &numbers
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.template, row.number), row.subject)).collect())
}

/// As the read model numbers versions.
fn number(version: u32) -> i32 {
    i32::try_from(version).unwrap_or_default()
}

fn add(known: &mut Vec<String>, one: Option<&String>) {
    if let Some(one) = one
        && !known.contains(one)
    {
        known.push(one.clone());
    }
}

impl Said {
    /// "Offer in “Spring news”"
    fn words(&self) -> Option<String> {
        let subjects: Vec<String> = self.subjects.iter().map(|subject| format!("“{subject}”")).collect();
        let (links, subjects) = (self.links.join(", "), subjects.join(", "));
        match (links.as_str(), subjects.as_str()) {
            ("", "") => None,
            ("", _) => Some(subjects),
            (_, "") => Some(links),
            _ => Some(format!("{links} in {subjects}")),
        }
    }
}
