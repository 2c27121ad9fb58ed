//! Consents and their rules against the log: every statement, for whom it counts, and which of a person's counts.

use std::collections::{BTreeMap, HashMap};

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing as RecordStanding;
use pivotal_domain::suppression::consent_rules::ConsentRules;
use pivotal_domain::suppression::consent_rules::rules::Rules;
use pivotal_domain::suppression::consents::{Consent, Said, Statement};
use uuid::Uuid;

use super::fold::Fold;
use super::identity::strays;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::suppression::{consent_rules, consents};

const PART: Part = Part::Consents;
const TABLE: &str = "consents";

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    statements(verifier, snapshot, report).await?;
    rules(verifier, snapshot, report).await
}

/// A statement as the log has it.
struct InLog {
    contact: Uuid,
    statement: Statement,
    /// Its words can be gone a moment before the event that says so is folded.
    unreadable: bool,
}

async fn statements(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(consents::SPEC, report).await? else { return Ok(()) };
    let mut said: Vec<InLog> = Vec::new();
    let mut fold = Fold::<Consent>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        for one in page {
            let (state, unreadable) = (one.shown.state, one.unreadable);
            let Some(contact) = state.contact else { continue };
            report.checked(PART, state.statements.len() as i64);
            said.extend(state.statements.into_iter().map(|statement| InLog {
                contact,
                statement,
                unreadable,
            }));
        }
    }
    let people = people(verifier, snapshot, position).await?;
    let leading = |contact: Uuid| -> Uuid {
        let mut leading = contact;
        // As many steps as there are merges at most.
        for _ in 0..people.len() {
            match people.get(&leading).and_then(|person| person.merged_into) {
                Some(into) => leading = into,
                None => break,
            }
        }
        leading
    };
    let mut last: HashMap<(Uuid, &str), &Statement> = HashMap::new();
    for InLog { contact, statement, .. } in said.iter().filter(|one| !one.statement.taken_back) {
        let held = last.entry((leading(*contact), statement.channel.as_str())).or_insert(statement);
        if statement.rank() > held.rank() {
            *held = statement;
        }
    }
    let rows = sqlx::query!(
        r#"select id, contact_id, person_id, channel, standing, given_at, origin, wording, recorded_at,
             taken_back_at is not null as "taken_back!", file_key, counts, erased from read.consents"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    for InLog { contact, statement, unreadable } in &said {
        let record = format!("{TABLE} {}", statement.id);
        let Some(row) = rows.remove(&statement.id) else {
            report.differs(PART, record, "the row is missing");
            continue;
        };
        let person = leading(*contact);
        let counts =
            last.get(&(person, statement.channel.as_str())).is_some_and(|one| one.id == statement.id);
        let erased = people.get(contact).is_some_and(|person| person.erased);
        let (given_at, origin, wording) = match &statement.said {
            Said::Given(given) => (given.given_at, given.origin.as_deref(), given.wording.as_deref()),
            Said::Withdrawn { at } => (*at, row.origin.as_deref(), None),
        };
        let words = match erased {
            true => row.origin.is_none() && row.wording.is_none() && row.file_key.is_none(),
            false => *unreadable || (row.origin.as_deref(), row.wording.as_deref()) == (origin, wording),
        };
        let same = row.contact_id == *contact
            && row.channel == statement.channel.as_str()
            && row.standing == statement.standing().as_str()
            && row.given_at == given_at
            && row.recorded_at == statement.recorded_at
            && row.taken_back == statement.taken_back
            && row.erased == erased
            && words;
        if !same {
            report.differs(PART, record, "the row differs");
        } else if row.person_id != person {
            report.differs(PART, record, "it counts for somebody else");
        } else if row.counts != counts {
            report.differs(PART, record, "whether it counts differs");
        }
    }
    strays(PART, TABLE, rows.into_keys(), report);
    Ok(())
}

/// What of a contact decides about its statements; only of those that were merged or erased.
struct Person {
    merged_into: Option<Uuid>,
    erased: bool,
}

async fn people(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    position: i64,
) -> Result<HashMap<Uuid, Person>, VerifyError> {
    let mut people = HashMap::new();
    let mut fold = Fold::<Contact>::new(position).without_personal();
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            return Ok(people);
        }
        for one in page {
            let record = one.shown.state.record;
            let erased = record.standing == RecordStanding::Erased;
            if erased || record.merged_into.is_some() {
                people.insert(one.id, Person { merged_into: record.merged_into, erased });
            }
        }
    }
}

async fn rules(verifier: &Verifier, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(consent_rules::SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!("select country, email, phone from read.consent_rules")
        .fetch_all(&mut snapshot.connection)
        .await?;
    let shown: BTreeMap<String, (String, String)> =
        rows.into_iter().map(|row| (row.country, (row.email, row.phone))).collect();
    let mut fold = Fold::<ConsentRules>::new(position);
    let folded = fold.next(&mut snapshot.connection, &verifier.opener).await?;
    let state = folded.into_iter().next().map(|one| one.shown).filter(|shown| shown.sequence > 0);
    let wanted = state.map(|shown| rows_of(&shown.state.rules)).unwrap_or_default();
    report.checked(PART, wanted.len() as i64);
    let countries = wanted.keys().chain(shown.keys().filter(|country| !wanted.contains_key(*country)));
    for country in countries.filter(|country| wanted.get(*country) != shown.get(*country)) {
        report.differs(PART, format!("consent_rules {country}"), "the rule differs");
    }
    Ok(())
}

fn rows_of(rules: &Rules) -> BTreeMap<String, (String, String)> {
    let words = |rule: pivotal_domain::suppression::consent_rules::rules::CountryRule| {
        (rule.email.as_str().to_owned(), rule.phone.as_str().to_owned())
    };
    rules.all().map(|(country, rule)| (country.to_owned(), words(rule))).collect()
}
