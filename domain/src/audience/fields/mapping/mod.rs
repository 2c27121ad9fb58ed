//! Which column of a file is which field: by its heading, by what else is in the file, and by what its cells hold.
//!
//! A suggestion is only that: a person sees it with its confidence and may change it. A column that nothing
//! speaks for is left out rather than guessed.

mod evidence;
mod headings;

use super::catalogue::{CUSTOM_PREFIX, Entity};
use crate::audience::custom_fields::definitions::Definitions;
use crate::audience::values::fold;
use evidence::Cells;
use headings::Heading;

/// Below this nothing is suggested.
const THRESHOLD: f32 = 0.5;

/// A heading that is the field's own name, or as good as.
const OUTRIGHT: f32 = 0.9;

/// What a column of the file is taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Counted from 0.
    pub column: usize,
    /// Nothing when no field fits, or a better column has it.
    pub field: Option<(Entity, &'static str)>,
    /// 0 to 1.
    pub confidence: f32,
}

/// One suggestion per heading, in the order of the file. `rows` are the first rows below the heading; some tens are
/// enough. Each field is given once: of two columns for one field the better wins.
pub fn suggest<H: AsRef<str>, C: AsRef<str>>(headings: &[H], rows: &[Vec<C>]) -> Vec<Suggestion> {
    let file = File::read(headings);
    let mut candidates = Vec::new();
    for (column, heading) in file.headings.iter().enumerate() {
        let cells = Cells::of(column, rows);
        candidates.extend(file.candidates(column, heading, &cells));
    }
    // Stable: of equal columns the first in the file wins.
    candidates.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut suggestions: Vec<Suggestion> =
        (0..headings.len()).map(|column| Suggestion { column, field: None, confidence: 0.0 }).collect();
    for candidate in candidates.iter().filter(|candidate| candidate.confidence >= THRESHOLD) {
        let taken = suggestions.iter().any(|other| other.field == Some(candidate.field));
        let suggestion = &mut suggestions[candidate.column];
        if !taken && suggestion.field.is_none() {
            suggestion.field = Some(candidate.field);
            suggestion.confidence = candidate.confidence.min(1.0);
        }
    }
    suggestions
}

/// The custom fields that columns are taken for which no standard field claimed: by their label or key. A contact's comes
/// before an account's of the same name.
pub fn suggest_custom<H: AsRef<str>>(
    headings: &[H],
    suggestions: &[Suggestion],
    contact: &Definitions,
    account: &Definitions,
) -> Vec<Option<(Entity, String)>> {
    let mut taken: Vec<(Entity, String)> = Vec::new();
    let mut find = |heading: &str| {
        let of = |entity, all: &Definitions| Some((entity, all.by_heading(heading)?.key.clone()));
        let found = [of(Entity::Contact, contact), of(Entity::Account, account)].into_iter().flatten();
        let found = found.into_iter().find(|one| !taken.contains(one))?;
        taken.push(found.clone());
        Some(found)
    };
    let sure = |suggestion: &Suggestion| suggestion.field.is_some() && suggestion.confidence >= SURE;
    headings
        .iter()
        .zip(suggestions)
        .map(|(heading, suggestion)| if sure(suggestion) { None } else { find(heading.as_ref()) })
        .collect()
}

/// A standard field that is suggested with this confidence is not given up for a custom one of the heading's name.
const SURE: f32 = 0.9;
/// Of a custom field whose name is the heading.
pub const CUSTOM_CONFIDENCE: f32 = 0.95;

/// The key a custom field made from this heading would have: `Lead Score (2025)` gives `custom.lead_score_2025`.
/// Nothing when no letter or digit is left.
pub fn custom_key(heading: &str) -> Option<String> {
    let mut name = String::new();
    for word in fold::words(heading) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || name.len() + 1 + word.len() > 60 {
            continue;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(&word);
    }
    (!name.is_empty()).then(|| format!("{CUSTOM_PREFIX}{name}"))
}

struct Candidate {
    column: usize,
    field: (Entity, &'static str),
    confidence: f32,
}

/// What the headings say together.
struct File {
    headings: Vec<Heading>,
    /// It has columns only people have, so a bare "Country" is the person's and a bare "Phone" rings at their desk.
    of_people: bool,
    has_job_title: bool,
    has_name_parts: bool,
    has_company: bool,
}

impl File {
    fn read<H: AsRef<str>>(headings: &[H]) -> File {
        let headings: Vec<Heading> = headings.iter().map(|heading| Heading::read(heading.as_ref())).collect();
        let any = |keys: &[&str]| headings.iter().any(|heading| keys.contains(&heading.key.as_str()));
        let speaks_of = |entity: Entity, fields: &[&str]| {
            headings.iter().any(|heading| {
                heading.fields.iter().any(|hit| hit.entity == entity && fields.contains(&hit.key))
            })
        };
        let of_person = [
            "first_name",
            "last_name",
            "middle_name",
            "email",
            "job_title",
            "mobile_phone",
            "department",
            "seniority_level",
        ];
        File {
            of_people: speaks_of(Entity::Contact, &of_person)
                || any(&["fullname", "contactname", "person", "contact"]),
            has_job_title: any(&["jobtitle", "position", "jobrole"]),
            has_name_parts: speaks_of(Entity::Contact, &["first_name", "last_name"]),
            has_company: speaks_of(Entity::Account, &["name"]),
            headings,
        }
    }

    fn candidates(&self, column: usize, heading: &Heading, cells: &Cells<'_>) -> Vec<Candidate> {
        let mut found: Vec<(Entity, &'static str, f32)> = Vec::new();
        for hit in &heading.fields {
            found.extend(self.placed(heading, hit.entity, hit.key, hit.score));
        }
        if heading.key == "title" && self.has_job_title {
            // Outlook: "Title" is Mr or Dr where "Job Title" stands beside it.
            found = vec![(Entity::Contact, "salutation", 0.8)];
        }
        if heading.key == "name" && self.has_name_parts && !self.has_company && cells.look_like_companies() {
            found = vec![(Entity::Account, "name", 0.9)];
        }
        if matches!(heading.key.as_str(), "description" | "about") && self.of_people {
            // In a file of people it describes the person, for which there is no field.
            found.clear();
        }
        let by_heading =
            found.into_iter().map(|(entity, key, score)| (entity, key, score * cells.agreement(entity, key)));
        let mut found: Vec<(Entity, &'static str, f32)> = by_heading.collect();
        if heading.fields.is_empty() || found.iter().all(|(_, _, score)| *score < THRESHOLD) {
            found.extend(cells.speak_for(heading));
        }
        // A heading that names a field outright outweighs cells that are mostly wrong: a column "Email" full of mistakes is
        // still the one to mend. Where not one cell fits, the heading is wrong; where others fit, they have spoken above.
        if found.iter().all(|(_, _, score)| *score < THRESHOLD)
            && let Some(hit) = heading.fields.iter().find(|hit| hit.score >= OUTRIGHT)
            && cells.fitting(hit.entity, hit.key) > 0.0
        {
            let placed = self.placed(heading, hit.entity, hit.key, hit.score).into_iter().next();
            found.extend(placed.map(|(entity, key, _)| (entity, key, THRESHOLD)));
        }
        let candidate = |(entity, key, confidence)| Candidate { column, field: (entity, key), confidence };
        found.into_iter().map(candidate).collect()
    }

    /// A heading that does not say whose field it is: the file decides.
    fn placed(
        &self,
        heading: &Heading,
        entity: Entity,
        key: &'static str,
        score: f32,
    ) -> Vec<(Entity, &'static str, f32)> {
        let counterpart =
            headings::at_account(key).filter(|_| entity == Entity::Contact && heading.is_bare());
        match counterpart {
            Some(account_key) if !self.of_people => vec![(Entity::Account, account_key, score)],
            // The company's is second choice, for when a clearer column has the person's.
            Some(account_key) => vec![(entity, key, score), (Entity::Account, account_key, 0.55)],
            // `Person City` says more than `City`.
            None if entity == Entity::Contact && headings::at_account(key).is_some() => {
                vec![(entity, key, 1.02)]
            }
            None => vec![(entity, key, score)],
        }
    }
}
