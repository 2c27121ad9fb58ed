//! Lists: every row once, in order, in both directions, whatever is empty; and filters that mean what they say.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::{Entity, fields as catalogue};
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::contacts::query::{ContactFilter, count, page};
use pivotal_projections::audience::history::project::History;
use pivotal_projections::audience::import_outcome::ImportOutcome;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::page::{PageArgs, QueryError};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, contact_changed, contact_created, fields, minute};

fn sort(field: &str, direction: Direction) -> Sort {
    Sort { field: field.into(), direction }
}

fn active() -> ContactFilter {
    ContactFilter { archived: Some(false), ..ContactFilter::default() }
}

async fn people(ground: &Ground, people: &[&[(&str, &str)]]) -> Vec<Uuid> {
    let mut ids = Vec::new();
    for person in people {
        let id = Uuid::now_v7();
        ground.contact(id, vec![contact_created(fields(person), None)]).await;
        ids.push(id);
    }
    ground.project(Contacts).await;
    ids
}

async fn walk(ground: &Ground, sort: &Sort, size: i64, forward: bool) -> Vec<Uuid> {
    let mut seen = Vec::new();
    let mut args = PageArgs::first(size);
    if !forward {
        // Backwards from behind the last row.
        let all =
            page(&ground.test.pools.read, &admin(), &active(), sort, &PageArgs::first(500)).await.unwrap();
        let (cursor, last) = all.rows.last().unwrap();
        seen.push(last.id);
        args.before = Some(cursor.clone());
    }
    loop {
        let page = page(&ground.test.pools.read, &admin(), &active(), sort, &args).await.unwrap();
        let ids: Vec<Uuid> = page.rows.iter().map(|(_, row)| row.id).collect();
        if forward {
            seen.extend(ids);
            if !page.has_next {
                return seen;
            }
            args.after = page.rows.last().map(|(cursor, _)| cursor.clone());
        } else {
            seen.extend(ids.iter().rev());
            if !page.has_previous {
                return seen;
            }
            args.before = page.rows.first().map(|(cursor, _)| cursor.clone());
        }
    }
}

#[tokio::test]
async fn pages_show_every_row_once_and_empty_values_last_in_both_directions() {
    let ground = Ground::new().await;
    let names = [
        Some("Émile"),
        Some("adam"),
        None,
        Some("Zoë"),
        Some("Adam"),
        None,
        Some("bert"),
        None,
        Some("adam"),
    ];
    let ids = {
        let mut ids = Vec::new();
        for (n, name) in names.iter().enumerate() {
            let id = Uuid::now_v7();
            let mut values = fields(&[("email", &format!("p{n}@example.com"))]);
            values.extend(name.map(|name| ("full_name".to_owned(), name.into())));
            ground.contact(id, vec![contact_created(values, None)]).await;
            ids.push(id);
        }
        ground.project(Contacts).await;
        ids
    };
    let at = |order: &[usize]| order.iter().map(|n| ids[*n]).collect::<Vec<_>>();
    let ascending = at(&[1, 4, 8, 6, 0, 3, 2, 5, 7]);
    let descending = at(&[3, 0, 6, 8, 4, 1, 7, 5, 2]);
    for size in [1, 2, 3, 4, 9, 60] {
        for (direction, expected) in
            [(Direction::Ascending, &ascending), (Direction::Descending, &descending)]
        {
            let sort = sort("full_name", direction);
            assert_eq!(&walk(&ground, &sort, size, true).await, expected, "pages of {size}");
            let backwards: Vec<Uuid> = expected.iter().rev().copied().collect();
            assert_eq!(walk(&ground, &sort, size, false).await, backwards, "pages of {size}, backwards");
        }
    }
}

#[tokio::test]
async fn a_list_can_be_sorted_by_every_field_the_catalogue_says_it_can() {
    let ground = Ground::new().await;
    people(
        &ground,
        &[
            &[("email", "a@example.com"), ("city", "Aarhus"), ("consent_at", "2026-01-01T00:00:00Z")],
            &[("email", "b@example.com"), ("city", "berlin")],
            &[("email", "c@example.com")],
        ],
    )
    .await;
    for def in catalogue(Entity::Contact).iter().filter(|def| def.sortable) {
        for direction in [Direction::Ascending, Direction::Descending] {
            assert_eq!(walk(&ground, &sort(def.key, direction), 2, true).await.len(), 3, "{}", def.key);
        }
    }
}

#[tokio::test]
async fn what_is_no_sortable_field_and_what_is_no_cursor_of_this_list_is_refused() {
    let ground = Ground::new().await;
    people(&ground, &[&[("email", "a@example.com")], &[("email", "b@example.com")]]).await;
    let pool = &ground.test.pools.read;
    for field in ["tags", "nonsense", "email; drop table read.contacts", ""] {
        let answer =
            page(pool, &admin(), &active(), &sort(field, Direction::Ascending), &PageArgs::first(1)).await;
        assert!(matches!(answer, Err(QueryError::Sort(_))), "{field}");
    }
    let first = page(pool, &admin(), &active(), &sort("email", Direction::Ascending), &PageArgs::first(1))
        .await
        .unwrap();
    let args = |after: &str| PageArgs { first: 1, after: Some(after.into()), before: None };
    for (sort, cursor) in [
        (sort("city", Direction::Ascending), first.rows[0].0.as_str()),
        (sort("email", Direction::Descending), &first.rows[0].0),
        (sort("email", Direction::Ascending), "bm9uc2Vuc2U"),
        (sort("email", Direction::Ascending), "%%"),
    ] {
        assert!(matches!(
            page(pool, &admin(), &active(), &sort, &args(cursor)).await,
            Err(QueryError::Cursor)
        ));
    }
}

#[tokio::test]
async fn filters_mean_what_they_say() {
    let ground = Ground::new().await;
    let ids = people(
        &ground,
        &[
            &[
                ("email", "jose.nunez@acme.example"),
                ("full_name", "José Núñez"),
                ("country", "ES"),
                ("seniority_level", "VP"),
                ("department", "Sales"),
                ("job_title", "VP of 100% Sales"),
            ],
            &[
                ("email", "li@bolt.example"),
                ("full_name", "Li Bo"),
                ("country", "CN"),
                ("seniority_level", "Director"),
                ("department", "Sales"),
                ("job_title", "Director"),
            ],
            &[
                ("email", "olivia@acme.example"),
                ("full_name", "Olivia Lind"),
                ("country", "ES"),
                ("seniority_level", "VP"),
            ],
        ],
    )
    .await;
    ground
        .contact(
            ids[2],
            vec![ContactEvent::ContactArchived { source: Source::Ui, at: minute(1), reason: None }],
        )
        .await;
    ground.project(Contacts).await;
    let found = async |filter: ContactFilter| {
        let page = page(
            &ground.test.pools.read,
            &admin(),
            &filter,
            &sort("created_at", Direction::Ascending),
            &PageArgs::first(10),
        )
        .await
        .unwrap();
        assert_eq!(count(&ground.test.pools.read, &admin(), &filter).await.unwrap(), page.rows.len() as i64);
        page.rows.iter().map(|(_, row)| ids.iter().position(|id| *id == row.id).unwrap()).collect::<Vec<_>>()
    };
    let q = |q: &str| ContactFilter { q: Some(q.into()), ..active() };
    assert_eq!(found(active()).await, [0, 1]);
    assert_eq!(found(ContactFilter { archived: Some(true), ..ContactFilter::default() }).await, [2]);
    assert_eq!(found(ContactFilter::default()).await, [0, 1, 2]);
    assert_eq!(found(q("nunez JOS")).await, [0]);
    assert_eq!(found(q("acme")).await, [0], "by the domain of the email");
    assert_eq!(found(q("jose.n")).await, [0], "by how the email begins");
    assert_eq!(found(q("bo")).await, [1], "two letters begin a word");
    assert_eq!(found(q("unez ,")).await, Vec::<usize>::new());
    assert_eq!(found(q("%")).await, Vec::<usize>::new(), "a wildcard is a letter like any other");
    assert_eq!(found(ContactFilter { job_title_contains: Some("100%".into()), ..active() }).await, [0]);
    assert_eq!(
        found(ContactFilter {
            country: vec!["ES".into(), "CN".into()],
            seniority_level: vec!["VP".into()],
            ..active()
        })
        .await,
        [0]
    );
    assert_eq!(found(ContactFilter { department: vec!["Sales".into()], ..active() }).await, [0, 1]);
    assert_eq!(found(ContactFilter { ids: Some(vec![ids[1], ids[2]]), ..active() }).await, [1]);
    assert_eq!(found(ContactFilter { ids: Some(vec![]), ..active() }).await, Vec::<usize>::new());
    assert_eq!(found(ContactFilter { except: vec![ids[0], ids[2]], ..active() }).await, [1]);
    assert_eq!(
        found(ContactFilter { created_from: Some(minute(0)), created_to: Some(minute(0)), ..active() }).await,
        Vec::<usize>::new()
    );
    assert_eq!(
        found(ContactFilter { created_from: Some(minute(0)), created_to: Some(minute(1)), ..active() }).await,
        [0, 1]
    );
}

#[tokio::test]
async fn what_an_import_made_and_what_it_changed_are_told_apart() {
    let ground = Ground::new().await;
    let import = Source::Import { id: Uuid::now_v7(), row: 2 };
    let (made, changed, other) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let sourced = |mut event: ContactEvent| {
        if let ContactEvent::ContactCreated { source, .. }
        | ContactEvent::ContactFieldsChanged { source, .. } = &mut event
        {
            *source = import.clone();
        }
        event
    };
    ground
        .append::<Contact>(
            made,
            vec![
                sourced(contact_created(fields(&[("email", "m@example.com")]), None)),
                sourced(contact_changed("city", None, Some("Oslo"))),
            ],
            &import,
        )
        .await;
    ground.contact(changed, vec![contact_created(fields(&[("email", "c@example.com")]), None)]).await;
    ground
        .append::<Contact>(changed, vec![sourced(contact_changed("city", None, Some("Oslo")))], &import)
        .await;
    ground.contact(other, vec![contact_created(fields(&[("email", "o@example.com")]), None)]).await;
    ground.project(Contacts).await;
    ground.project(History).await;
    let found = async |outcome| {
        let filter = ContactFilter { import_id: import.import(), import_outcome: outcome, ..active() };
        let page = page(
            &ground.test.pools.read,
            &admin(),
            &filter,
            &sort("created_at", Direction::Ascending),
            &PageArgs::first(10),
        )
        .await
        .unwrap();
        page.rows.iter().map(|(_, row)| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found(None).await, [made, changed]);
    assert_eq!(found(Some(ImportOutcome::Created)).await, [made]);
    assert_eq!(found(Some(ImportOutcome::Updated)).await, [changed]);
    assert_eq!(found(Some(ImportOutcome::Unchanged)).await, Vec::<Uuid>::new());
}
