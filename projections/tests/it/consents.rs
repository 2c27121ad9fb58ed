//! Consents as people see them: rows, what counts for whom, merges and erasures, fields of contacts, and that rows are what the log says.

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent;
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, Preset};
use pivotal_domain::suppression::consent_rules::{ConsentRules, ID};
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::given::Proof;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query as contacts;
use pivotal_projections::audience::history::port::{Activity, Reading, Stretch, Wanted};
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::consent_rules::project::ConsentRules as Rules;
use pivotal_projections::suppression::consent_rules::query as rules;
use pivotal_projections::suppression::consents::of_contact::{Why, consent_of};
use pivotal_projections::suppression::consents::project::Consents;
use pivotal_projections::suppression::consents::query::{ConsentFilter, ConsentRow, State, of_person, page};
use pivotal_projections::suppression::consents::timeline;
use pivotal_projections::verify::{Part, Verifier};
use serde_json::Value;
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, agent, client_user, contact_created, fields, minute};

const ADA: Uuid = Uuid::from_u128(0xa);
const BO: Uuid = Uuid::from_u128(0xb);

fn recorded(contact: Uuid, statement: u128, channel: Channel, at: i64) -> ConsentEvent {
    ConsentEvent::ConsentRecorded {
        at: minute(at),
        contact,
        statement: Uuid::from_u128(statement),
        channel,
        basis: Basis::Consent,
        given_at: minute(0),
        origin: Some("web form".into()),
        wording: Some("Yes, mail me".into()),
        proof: Some(Proof { ip: Some("192.0.2.1".into()), ..Proof::default() }),
        source: "ui".into(),
    }
}

fn withdrawn(contact: Uuid, statement: u128, channel: Channel, at: i64) -> ConsentEvent {
    ConsentEvent::ConsentWithdrawn {
        at: minute(at),
        contact,
        statement: Uuid::from_u128(statement),
        channel,
        withdrawn_at: minute(at),
        origin: Some("reply to a mail".into()),
        note: None,
        source: "ui".into(),
    }
}

fn taken_back(contact: Uuid, statement: u128, at: i64) -> ConsentEvent {
    ConsentEvent::ConsentTakenBack {
        at: minute(at),
        contact,
        statement: Uuid::from_u128(statement),
        channel: Channel::Email,
        why: Some("the wrong person".into()),
        source: "ui".into(),
    }
}

fn merged(at: i64, survivor: Uuid) -> ContactEvent {
    ContactEvent::ContactMergedInto { source: Source::Ui, at: minute(at), survivor }
}

async fn people(ground: &Ground) {
    for (id, email, country) in [(ADA, "ada@example.com", "US"), (BO, "bo@example.com", "DE")] {
        let fields = fields(&[("email", email), ("full_name", "Ada Lovelace"), ("country", country)]);
        ground.contact(id, vec![contact_created(fields, None)]).await;
    }
    ground.project(Contacts).await;
}

async fn write(ground: &Ground, contact: Uuid, events: Vec<ConsentEvent>) {
    ground.append::<Consent>(id_of(contact), events, &Source::Ui).await;
    ground.project(Consents).await;
}

async fn rows(ground: &Ground, filter: ConsentFilter) -> Vec<ConsentRow> {
    let page = page(&ground.test.pools.read, &admin(), &filter, &PageArgs::first(50)).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

async fn counting(ground: &Ground, person: Uuid) -> Vec<u128> {
    let rows = of_person(&ground.test.pools.read, &admin(), person).await.unwrap();
    rows.into_iter().filter(|row| row.counts).map(|row| row.id.as_u128()).collect()
}

async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    ground.project(Rules).await;
    let report = verifier.run(&[Part::Consents], |_| {}).await.unwrap();
    assert!(report.skipped.is_empty(), "{:?}", report.skipped);
    report.differences.into_iter().map(|difference| difference.what).collect()
}

async fn stands(ground: &Ground, contact: Uuid) -> (String, String) {
    let all = contacts::fields(&ground.test.pools.read, &admin(), &[contact]).await.unwrap();
    let of = |key: &str| all[&contact].get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    (of("email_consent"), of("phone_consent"))
}

#[tokio::test]
async fn a_row_follows_its_statement_and_the_last_one_counts() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1), recorded(ADA, 2, Channel::Phone, 1)]).await;
    write(&ground, ADA, vec![withdrawn(ADA, 3, Channel::Email, 2)]).await;
    assert_eq!(counting(&ground, ADA).await, [3, 2]);
    assert_eq!(stands(&ground, ADA).await, ("withdrawn".into(), "consent".into()));
    let attached = ConsentEvent::ConsentProofAttached {
        at: minute(3),
        contact: ADA,
        statement: Uuid::from_u128(2),
        key: "consent/2026/01/7".into(),
        name: Some("card.pdf".into()),
        size: 12,
        sha256: "00ff".into(),
        source: "ui".into(),
    };
    write(&ground, ADA, vec![taken_back(ADA, 3, 3), attached]).await;
    assert_eq!(counting(&ground, ADA).await, [2, 1], "what was said before counts again");
    let filter = ConsentFilter { state: Some(State::TakenBack), ..ConsentFilter::default() };
    assert_eq!(rows(&ground, filter).await[0].taken_back_why.as_deref(), Some("the wrong person"));
    let filter = ConsentFilter { channel: Some(Channel::Phone), ..ConsentFilter::default() };
    let row = rows(&ground, filter).await.remove(0);
    assert_eq!(
        (row.file_name.as_deref(), row.contact_name.as_deref()),
        (Some("card.pdf"), Some("Ada Lovelace"))
    );
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    ground.execute("update read.consents set counts = not counts where channel = 'phone'").await;
    ground.execute("update read.consents set wording = 'another' where channel = 'email'").await;
    let found = differences(&ground).await;
    assert!(found.contains(&"whether it counts differs".to_owned()), "{found:?}");
    assert!(found.contains(&"the row differs".to_owned()), "{found:?}");
}

#[tokio::test]
async fn what_was_said_of_a_merged_contact_counts_for_the_survivor_until_it_is_unmerged() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1)]).await;
    write(&ground, BO, vec![withdrawn(BO, 2, Channel::Email, 2)]).await;
    ground.contact(BO, vec![merged(3, ADA)]).await;
    ground.project(Consents).await;
    assert_eq!(counting(&ground, ADA).await, [2], "they said no, under whichever name");
    assert_eq!(stands(&ground, ADA).await.0, "withdrawn");
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    let unmerged = ContactEvent::ContactUnmerged { source: Source::Ui, at: minute(4), survivor: ADA };
    ground.contact(BO, vec![unmerged]).await;
    ground.project(Consents).await;
    assert_eq!((counting(&ground, ADA).await, counting(&ground, BO).await), (vec![1], vec![2]));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
}

#[tokio::test]
async fn of_an_erased_person_the_account_stays_and_nothing_else() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1), withdrawn(ADA, 2, Channel::Phone, 2)])
        .await;
    let erased =
        ContactEvent::ContactErased { source: Source::Ui, at: minute(3), request: "ticket 7".into() };
    ground.contact(ADA, vec![erased]).await;
    ground.project(Contacts).await;
    ground.project(Consents).await;
    let all = rows(&ground, ConsentFilter::default()).await;
    assert_eq!(all.len(), 2);
    assert!(
        all.iter().all(|row| row.erased && row.origin.is_none() && row.wording.is_none() && row.ip.is_none())
    );
    assert!(all.iter().all(|row| row.contact_name.is_none()));
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    ground.test.log.keys.destroy(ADA).await.unwrap();
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    assert_eq!(consent_of(reading, &admin(), ADA, Moment::Now).await.unwrap(), None);
}

#[tokio::test]
async fn rules_hold_from_their_change_on_in_lists_and_at_moments() {
    let ground = Ground::new().await;
    people(&ground).await;
    ground.project(Consents).await;
    ground.project(Rules).await;
    assert_eq!(stands(&ground, ADA).await, ("legitimate_interest".into(), "legitimate_interest".into()));
    assert_eq!(stands(&ground, BO).await, ("none".into(), "none".into()));
    let pool = &ground.test.pools.read;
    assert!(rules::rules(pool, &admin()).await.unwrap().iter().all(|row| row.changed_at.is_none()));
    let rule = CountryRule { email: Preset::LegitimateInterest, phone: Preset::ConsentNeeded };
    let closed = CountryRule { email: Preset::ConsentNeeded, phone: Preset::ConsentNeeded };
    let events = vec![
        ConsentRuleEvent::ConsentRuleSet {
            at: minute(5),
            country: Some("DE".into()),
            rule,
            previous: Some(closed),
            note: Some("counsel said so".into()),
            source: "ui".into(),
        },
        ConsentRuleEvent::ConsentRuleRemoved {
            at: minute(6),
            country: "US".into(),
            previous: rule,
            source: "ui".into(),
        },
    ];
    ground.append::<ConsentRules>(ID, events, &Source::Ui).await;
    ground.project(Rules).await;
    assert_eq!(stands(&ground, BO).await, ("legitimate_interest".into(), "none".into()));
    assert_eq!(stands(&ground, ADA).await.0, "none", "the rule of all others");
    assert_eq!(differences(&ground).await, Vec::<String>::new());
    let reading = Reading { pool, opener: &ground.opener() };
    for (moment, standing) in
        [(Moment::At(minute(4)), Standing::None), (Moment::Now, Standing::LegitimateInterest)]
    {
        let then = consent_of(reading, &admin(), BO, moment).await.unwrap().unwrap();
        assert_eq!(then[0].standing, standing, "{moment:?}");
        assert!(matches!(then[0].because, Why::Country(_)));
    }
    let told = rules::told(reading, &admin()).await.unwrap();
    assert_eq!((told.len(), told[0].country.as_str(), told[0].rule), (2, "US", None));
    ground.execute("update read.consent_rules set email = 'consent_needed' where country = 'DE'").await;
    assert_eq!(differences(&ground).await, ["the rule differs"]);
}

#[tokio::test]
async fn a_moment_shows_what_had_been_said_by_then() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1)]).await;
    write(&ground, BO, vec![withdrawn(BO, 2, Channel::Email, 2)]).await;
    let absorbed = ContactEvent::ContactMerged {
        source: Source::Ui,
        at: minute(3),
        absorbed: vec![BO],
        values: std::collections::BTreeMap::new(),
    };
    ground.contact(ADA, vec![absorbed]).await;
    ground.contact(BO, vec![merged(3, ADA)]).await;
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    for (at, standing, statement) in [
        (0, Standing::LegitimateInterest, None),
        (1, Standing::Consent, Some(1)),
        (2, Standing::Consent, Some(1)),
        (3, Standing::Withdrawn, Some(2)),
    ] {
        let then = consent_of(reading, &admin(), ADA, Moment::At(minute(at))).await.unwrap().unwrap();
        assert_eq!(then[0].standing, standing, "minute {at}");
        let told = match then[0].because {
            Why::Statement(id) => Some(id.as_u128()),
            Why::Record | Why::Country(_) | Why::OtherCountries => None,
        };
        assert_eq!(told, statement, "minute {at}");
    }
}

#[tokio::test]
async fn who_may_not_see_contacts_sees_no_consent() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1)]).await;
    let (pool, all) = (&ground.test.pools.read, ConsentFilter::default());
    let reading = Reading { pool, opener: &ground.opener() };
    for (actor, wanted) in [(admin(), 1), (client_user(), 0), (agent(Uuid::from_u128(9)), 0)] {
        let seen = page(pool, &actor, &all, &PageArgs::first(50)).await.unwrap();
        assert_eq!(seen.rows.len(), wanted, "{}", actor.role);
        let one = consent_of(reading, &actor, ADA, Moment::Now).await.unwrap();
        assert_eq!(one.is_some(), wanted == 1, "{}", actor.role);
    }
    let found = |q: &str| ConsentFilter { q: Some(q.into()), ..ConsentFilter::default() };
    for (q, wanted) in [("lovelace", 1), ("ADA@ex", 1), ("nobody", 0)] {
        assert_eq!(rows(&ground, found(q)).await.len(), wanted, "{q}");
    }
}

#[tokio::test]
async fn a_contact_is_told_of_its_own_consent() {
    let ground = Ground::new().await;
    people(&ground).await;
    write(&ground, ADA, vec![recorded(ADA, 1, Channel::Email, 1), withdrawn(ADA, 2, Channel::Email, 2)])
        .await;
    write(&ground, BO, vec![recorded(BO, 3, Channel::Email, 1)]).await;
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let stretch = Stretch { before: None, after: None, backwards: false, limit: 10 };
    let record = (Entity::Contact, ADA);
    let told = timeline::Consents.entries(reading, record, &Wanted::default(), stretch).await.unwrap();
    let titles: Vec<&str> = told.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Consent for email withdrawn: reply to a mail", "Consent for email recorded: web form"]
    );
    let wanted = Wanted { actor: Some("system".into()), ..Wanted::default() };
    assert_eq!(timeline::Consents.count(reading, record, &wanted).await.unwrap(), 0);
}
