use pivotal_domain::audience::values::company_name::match_key;

use crate::check;

#[test]
fn company_names_lose_their_legal_form() {
    check(
        &[
            ("Acme Widgets, Inc.", "acme widgets"),
            ("ACME WIDGETS INC", "acme widgets"),
            ("Acme Widgets GmbH & Co. KG", "acme widgets"),
            ("Acme Widgets GmbH", "acme widgets"),
            ("Acme Widgets S.A.", "acme widgets"),
            ("Acme Widgets S.r.l.", "acme widgets"),
            ("Acme Widgets Sp. z o.o.", "acme widgets"),
            ("Acme Widgets B.V.", "acme widgets"),
            ("Acme Widgets Pty Ltd", "acme widgets"),
            ("Acme Widgets Pvt. Ltd.", "acme widgets"),
            ("Acme Widgets L.L.C.", "acme widgets"),
            ("Acme Widgets, LLC", "acme widgets"),
            ("Acme Widgets AG", "acme widgets"),
            ("Acme Widgets Holding AG", "acme widgets"),
            ("The Acme Widgets Company", "acme widgets"),
            ("Acme Widgets Group plc", "acme widgets"),
            ("Acme Widgets S.A. de C.V.", "acme widgets"),
            ("Acme Widgets AB (publ)", "acme widgets ab publ"),
            ("Müller & Söhne KG", "muller and sohne"),
            ("Mueller and Sons Ltd", "mueller and sons"),
            ("Macy's, Inc.", "macys"),
            ("Macy’s", "macys"),
            ("AT&T Inc.", "at and t"),
            ("Limited", "limited"),
            ("Inc.", "inc"),
            ("The Company", "company"),
            ("Smith & Co.", "smith"),
            ("3M Company", "3m"),
            ("株式会社日立", "株式会社日立"),
            ("", ""),
            ("???", ""),
        ],
        |raw| match_key(raw).leak(),
    );
}
