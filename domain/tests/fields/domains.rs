use pivotal_domain::audience::values::domain_name::{Domain, DomainError};

use crate::check;

#[test]
fn domains_take_their_canonical_form() {
    check(
        &[
            ("example.com", Ok("example.com")),
            ("EXAMPLE.Com", Ok("example.com")),
            ("http://example.com", Ok("example.com")),
            ("https://www.example.com/about?x=1#top", Ok("example.com")),
            ("HTTPS://WWW.EXAMPLE.COM/", Ok("example.com")),
            ("www.example.com", Ok("example.com")),
            ("www2.example.com", Ok("example.com")),
            ("m.example.com", Ok("example.com")),
            ("mail.example.com", Ok("example.com")),
            ("shop.example.com", Ok("example.com")),
            ("example.com:8080", Ok("example.com")),
            ("https://user:pass@example.com:443/x", Ok("example.com")),
            ("jane@example.com", Ok("example.com")),
            ("mailto:jane@example.com", Ok("example.com")),
            ("example.com.", Ok("example.com")),
            ("a.b.example.co.uk", Ok("example.co.uk")),
            ("www.example.co.uk", Ok("example.co.uk")),
            ("//example.com", Ok("example.com")),
            ("http//example.com", Ok("example.com")),
            ("example,com", Ok("example.com")),
            ("www,example,com", Ok("example.com")),
            ("example .com", Ok("example.com")),
            ("example. com", Ok("example.com")),
            ("example..com", Ok("example.com")),
            ("example.con", Ok("example.com")),
            ("example.cmo", Ok("example.com")),
            ("müller.de", Ok("xn--mller-kva.de")),
            ("www.MÜLLER.de", Ok("xn--mller-kva.de")),
            ("xn--mller-kva.de", Ok("xn--mller-kva.de")),
            ("acme.test", Ok("acme.test")),
            ("sales.acme.test", Ok("acme.test")),
            ("\"example.com\"", Ok("example.com")),
            ("example.com,", Ok("example.com")),
            ("m.com", Ok("m.com")),
            ("www.com", Ok("www.com")),
            ("localhost", Err(DomainError::NoDot)),
            ("example", Err(DomainError::NoDot)),
            ("192.168.0.1", Err(DomainError::IpAddress)),
            ("http://192.168.0.1:80/", Err(DomainError::IpAddress)),
            ("co.uk", Err(DomainError::PublicSuffix)),
            ("exa mple.com", Err(DomainError::Characters)),
            ("exa_mple.com", Err(DomainError::Characters)),
            ("-example.com", Err(DomainError::Characters)),
            ("[::1]", Err(DomainError::Characters)),
            ("n/a", Err(DomainError::NoDot)),
        ],
        |raw| Domain::parse(raw).map(|domain| &*domain.into_string().leak()),
    );
}

#[test]
fn the_label_is_what_fuzzy_matching_compares() {
    assert_eq!(Domain::parse("www.example.co.uk").map(|d| d.label().to_owned()), Ok("example".to_owned()));
}
