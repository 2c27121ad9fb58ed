//! Whom an audience means: sources taken together and left out, by what the lists of contacts find.

use std::collections::BTreeMap;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source as From;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::suppression::consents::channel::Channel as ConsentChannel;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::ContactFilter;
use pivotal_projections::campaigns::campaigns::audience::{self, Audience};
use pivotal_projections::campaigns::campaigns::project::Campaigns;
use uuid::Uuid;

use super::{DEAD, SPRING, TAKE, append, chunk, id, taken};
use crate::support::Ground;
use crate::support::records::{ADA, admin, agent, contact_changed, contact_created, fields, minute};

/// Five people: two Germans, one of them for another client, an Austrian without an address, one from nowhere, one who is archived.
async fn people() -> Ground {
    let ground = Ground::new().await;
    let of = |values: &[(&str, &str)]| {
        let mut all = vec![("consent_basis", "consent")];
        all.extend_from_slice(values);
        contact_created(fields(&all), None)
    };
    let client = id(0xc1).to_string();
    ground.contact(id(1), vec![of(&[("email", "ada@a.example"), ("country", "DE")])]).await;
    let restricted = [("email", "bo@a.example"), ("country", "DE"), ("client_restriction", client.as_str())];
    ground.contact(id(2), vec![of(&restricted)]).await;
    ground.contact(id(3), vec![of(&[("full_name", "Cy"), ("country", "AT")])]).await;
    ground.contact(id(4), vec![of(&[("email", "di@b.example")])]).await;
    ground.contact(id(5), vec![of(&[("email", "ed@b.example"), ("country", "DE")])]).await;
    let archived = ContactEvent::ContactArchived { source: From::Ui, at: minute(1), reason: None };
    ground.contact(id(5), vec![contact_changed("city", None, Some("Kiel")), archived]).await;
    ground.project(Contacts).await;
    ground
}

fn living_in(countries: &[&str]) -> ContactFilter {
    let country = countries.iter().map(|country| (*country).to_owned()).collect();
    ContactFilter { country, archived: Some(false), ..ContactFilter::default() }
}

fn everybody() -> ContactFilter {
    living_in(&[])
}

async fn read(ground: &Ground, audience: &Audience) -> Vec<Uuid> {
    let mut reading = audience::open(&ground.test.pools, &admin(), audience).await.unwrap();
    let mut ids = Vec::new();
    while let Some(page) = reading.pages.recv().await {
        ids.extend(page.unwrap().into_iter().map(|member| member.id));
    }
    ids
}

#[tokio::test]
async fn an_audience_is_its_sources_without_those_left_out() {
    let ground = people().await;
    let of = |include: Vec<ContactFilter>, exclude: Vec<ContactFilter>| Audience {
        include,
        exclude,
        channel: ConsentChannel::Email,
        not_in_campaign: None,
    };
    for (audience, expected) in [
        (of(vec![everybody()], vec![]), vec![1, 2, 3, 4]),
        (of(vec![living_in(&["AT"]), living_in(&["DE"])], vec![]), vec![1, 2, 3]),
        // Of whom nobody knows the country is not left out with the Germans.
        (of(vec![everybody()], vec![living_in(&["DE"])]), vec![3, 4]),
        (of(vec![], vec![]), vec![]),
    ] {
        let expected: Vec<Uuid> = expected.into_iter().map(id).collect();
        assert_eq!(read(&ground, &audience).await, expected, "{audience:?}");
        let health = audience::health(&ground.test.pools.read, &admin(), &audience, None).await.unwrap();
        assert_eq!(health.total, expected.len() as i64);
    }
    // Nobody sees whom they may not see.
    let all = of(vec![everybody()], vec![]);
    let mut reading = audience::open(&ground.test.pools, &agent(id(9)), &all).await.unwrap();
    assert_eq!(reading.pages.recv().await.unwrap().unwrap(), []);
    let health = audience::health(&ground.test.pools.read, &agent(id(9)), &all, None).await.unwrap();
    assert_eq!(health.total, 0);
}

#[tokio::test]
async fn the_parts_of_an_audience_add_up_to_it() {
    let ground = people().await;
    let all = Audience {
        include: vec![everybody()],
        exclude: vec![],
        channel: ConsentChannel::Email,
        not_in_campaign: None,
    };
    let pool = &ground.test.pools.read;
    let health = audience::health(pool, &admin(), &all, None).await.unwrap();
    let counted: BTreeMap<LeftOut, i64> =
        health.excluded.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(counted, BTreeMap::from([(LeftOut::NoAddress, 1), (LeftOut::Restricted, 1)]));
    assert_eq!(health.domains, [("a.example".to_owned(), 1), ("b.example".to_owned(), 1)]);
    assert_eq!((health.total, health.zones_unknown), (4, 1));
    // For their own client they may be contacted.
    let theirs = audience::health(pool, &admin(), &all, Some(id(0xc1))).await.unwrap();
    assert!(theirs.excluded.contains(&(LeftOut::Restricted, 0)));
    assert_eq!(theirs.domains, [("a.example".to_owned(), 2), ("b.example".to_owned(), 1)]);
    let empty = audience::count_also(pool, &admin(), &all, &living_in(&["AT"])).await.unwrap();
    assert_eq!(empty, 1);
}

#[tokio::test]
async fn an_address_that_bounced_last_is_told_of() {
    let ground = people().await;
    sqlx::query(
        "insert into read.engagement (contact_id, kind, channel, at, machine, source, position, n)
         values ($1, 'bounced', 'email', $2, false, 'Mailer', 1, 1)",
    )
    .bind(id(4))
    .bind(minute(1))
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
    let all = Audience {
        include: vec![everybody()],
        exclude: vec![],
        channel: ConsentChannel::Email,
        not_in_campaign: None,
    };
    let health = audience::health(&ground.test.pools.read, &admin(), &all, None).await.unwrap();
    assert!(health.excluded.contains(&(LeftOut::Bounced, 1)), "{:?}", health.excluded);
    let mut reading = audience::open(&ground.test.pools, &admin(), &all).await.unwrap();
    let members = reading.pages.recv().await.unwrap().unwrap();
    let bounced: Vec<Uuid> = members.iter().filter(|one| one.status == "bounced").map(|one| one.id).collect();
    assert_eq!(bounced, [id(4)]);
}

#[tokio::test]
async fn a_top_up_takes_nobody_who_is_in_a_version_already() {
    let ground = people().await;
    let created = CampaignEvent::CampaignCreated {
        at: minute(0),
        channel: Channel::Email,
        name: "Spring".into(),
        owner: ADA,
        client: None,
        brand: id(3),
        copied_from: None,
    };
    append(&ground, vec![created]).await;
    chunk(&ground, TAKE, &[id(1), id(3)]).await;
    chunk(&ground, DEAD, &[id(4)]).await;
    append(&ground, vec![taken(&[id(1), id(3)])]).await;
    ground.project(Campaigns).await;
    let all = Audience {
        include: vec![everybody()],
        exclude: vec![],
        channel: ConsentChannel::Email,
        not_in_campaign: Some(SPRING),
    };
    assert_eq!(read(&ground, &all).await, [id(2), id(4)]);
}
