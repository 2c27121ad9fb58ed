use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::audience::values::free_mail::{FREE_MAIL, is_free_mail};

use crate::check;

#[test]
fn emails_take_their_canonical_form() {
    check(
        &[
            ("jane@example.com", "jane@example.com"),
            ("Jane.Doe@EXAMPLE.com", "jane.doe@example.com"),
            ("  jane@example.com\t", "jane@example.com"),
            ("mailto:jane@example.com", "jane@example.com"),
            ("MAILTO:jane@example.com", "jane@example.com"),
            ("Jane Doe <jane@example.com>", "jane@example.com"),
            ("\"Doe, Jane\" <jane@example.com>", "jane@example.com"),
            ("<jane@example.com>", "jane@example.com"),
            ("jane@example.com;", "jane@example.com"),
            ("jane+news@example.com", "jane+news@example.com"),
            ("o'brien@example.com", "o'brien@example.com"),
            ("j_d-1@sub.example.co.uk", "j_d-1@sub.example.co.uk"),
            ("x@example.com.", "x@example.com"),
            ("jane@müller.de", "jane@xn--mller-kva.de"),
            ("jane@MÜLLER.de", "jane@xn--mller-kva.de"),
            ("jane@xn--mller-kva.de", "jane@xn--mller-kva.de"),
            ("a@b.museum", "a@b.museum"),
            ("info@acme.test", "info@acme.test"),
            ("!#$%&*/=?^_`{|}~@example.com", "!#$%&*/=?^_`{|}~@example.com"),
            ("1234567890@123.example.com", "1234567890@123.example.com"),
        ],
        |raw| EmailAddress::parse(raw).map(|email| email.to_string()).unwrap_or_default().leak(),
    );
}

#[test]
fn broken_emails_are_refused_with_their_reason() {
    check(
        &[
            ("jane", "it has no @"),
            ("jane.example.com", "it has no @"),
            ("@example.com", "nothing stands before the @"),
            ("jane@", "nothing stands after the @"),
            ("jane@@example.com", "it has more than one @"),
            ("jane@doe@example.com", "it has more than one @"),
            ("jane@example", "its domain is wrong: it has no dot"),
            ("jane@example,com", "its domain has a comma instead of a dot"),
            ("jane@gmail,com", "its domain has a comma instead of a dot"),
            ("jane@example..com", "its domain is wrong: it has characters that no domain has"),
            ("jane@-example.com", "its domain is wrong: it has characters that no domain has"),
            ("jane@exam_ple.com", "its domain is wrong: it has characters that no domain has"),
            ("jane@192.168.0.1", "its domain is wrong: it is an IP address"),
            ("jane@[192.168.0.1]", "its domain is wrong: it has characters that no domain has"),
            ("jane doe@example.com", "the part before the @ has characters that mail servers refuse"),
            ("jäne@example.com", "the part before the @ has characters that mail servers refuse"),
            (".jane@example.com", "a dot stands at the edge of the part before the @, or two in a row"),
            ("jane.@example.com", "a dot stands at the edge of the part before the @, or two in a row"),
            ("ja..ne@example.com", "a dot stands at the edge of the part before the @, or two in a row"),
            ("jane@example.c0m.1", "its domain is wrong: it has characters that no domain has"),
            ("", "it has no @"),
        ],
        |raw| EmailAddress::parse(raw).expect_err(raw).to_string().leak(),
    );
    let long = format!("{}@example.com", "a".repeat(65));
    assert!(EmailAddress::parse(&long).is_err());
}

#[test]
fn an_email_knows_its_company_domain() {
    let email = EmailAddress::parse("jane@mail.sales.example.co.uk").expect("a good address");
    assert_eq!(email.local(), "jane");
    assert_eq!(email.domain(), "mail.sales.example.co.uk");
    assert_eq!(email.registrable_domain().expect("registered").as_str(), "example.co.uk");
}

#[test]
fn private_mail_providers_are_known() {
    assert!(FREE_MAIL.is_sorted());
    check(
        &[
            ("gmail.com", true),
            ("googlemail.com", true),
            ("yahoo.com", true),
            ("yahoo.co.jp", true),
            ("yahoo.com.br", true),
            ("hotmail.fr", true),
            ("live.nl", true),
            ("outlook.com", true),
            ("outlook.com.br", true),
            ("gmx.at", true),
            ("web.de", true),
            ("t-online.de", true),
            ("icloud.com", true),
            ("proton.me", true),
            ("qq.com", true),
            ("163.com", true),
            ("mail.ru", true),
            ("orange.fr", true),
            ("example.com", false),
            ("acme.test", false),
            ("yahoo-inc.com", false),
            ("live.example.com", false),
            ("outlook.example", false),
        ],
        is_free_mail,
    );
}
