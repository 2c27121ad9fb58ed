use pivotal_projections::audience::contacts::LAYOUT;
use pivotal_projections::audience::contacts::rows::finish;
use pivotal_projections::sheet::Row;

fn set(row: &mut Row, column: &str, cell: Option<&str>) {
    row.set(LAYOUT.sheet.at(column), cell.map(str::to_owned));
}

fn get<'r>(row: &'r Row, column: &str) -> Option<&'r str> {
    row.get(LAYOUT.sheet.at(column))
}

#[test]
fn the_email_status_follows_from_the_address_and_its_verification() {
    let email_status = |email: Option<&str>, verification: Option<&str>| {
        let mut row = LAYOUT.blank();
        set(&mut row, "email", email);
        set(&mut row, "email_verification_status", verification);
        finish(&mut row, None);
        get(&row, "email_status").map(str::to_owned)
    };
    assert_eq!(email_status(None, Some("valid")).as_deref(), Some("none"));
    assert_eq!(email_status(Some("a@example.com"), None).as_deref(), Some("unverified"));
    assert_eq!(email_status(Some("a@example.com"), Some("catch_all")).as_deref(), Some("unverified"));
    assert_eq!(email_status(Some("a@example.com"), Some("valid")).as_deref(), Some("sendable"));
    assert_eq!(email_status(Some("a@example.com"), Some("disposable")).as_deref(), Some("invalid"));
}

#[test]
fn a_host_below_a_companys_domain_is_at_the_company() {
    let registrable = |email: Option<&str>| {
        let mut row = LAYOUT.blank();
        set(&mut row, "email", email);
        finish(&mut row, None);
        get(&row, "email_registrable").map(str::to_owned)
    };
    assert_eq!(registrable(Some("ada@mail.company.test")).as_deref(), Some("company.test"));
    assert_eq!(registrable(Some("ada@a.b.company.co.uk")).as_deref(), Some("company.co.uk"));
    // It is one itself, or nobody's.
    for email in
        ["ada@company.test", "ada@evilcompany.test", "ada@company.co.uk", "ada@co.uk", "ada", "ada@?"]
    {
        assert_eq!(registrable(Some(email)), None, "{email}");
    }
    assert_eq!(registrable(None), None);
}

#[test]
fn a_phone_is_callable_when_it_has_a_number_that_can_be_dialled() {
    let mut row = LAYOUT.blank();
    finish(&mut row, None);
    assert_eq!(get(&row, "phone_status"), Some("none"));
    set(&mut row, "direct_phone", Some("call me"));
    finish(&mut row, None);
    assert_eq!(get(&row, "phone_status"), Some("invalid"));
    set(&mut row, "mobile_phone", Some("+12025550100"));
    finish(&mut row, None);
    assert_eq!(get(&row, "phone_status"), Some("callable"));
}

#[test]
fn a_number_says_whether_it_can_be_one_and_of_what_kind() {
    let mut row = LAYOUT.blank();
    let said = |row: &Row, columns: [&str; 2]| columns.map(|column| get(row, column).map(str::to_owned));
    let (mobile, direct) =
        (["mobile_phone_validity", "mobile_phone_line"], ["direct_phone_validity", "direct_phone_line"]);
    finish(&mut row, None);
    assert_eq!(said(&row, mobile), [None, None]);
    set(&mut row, "mobile_phone", Some("+491713920012"));
    set(&mut row, "direct_phone", Some("call me"));
    finish(&mut row, None);
    assert_eq!(said(&row, mobile), [Some("valid".into()), Some("mobile".into())]);
    assert_eq!(said(&row, direct), [Some("invalid".into()), Some("unknown".into())]);
}
