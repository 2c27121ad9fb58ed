use pivotal_domain::audience::values::linkedin::{LinkedInError, LinkedInUrl, Profile};

use crate::check;

#[test]
fn profiles_of_people() {
    let jane = Ok("https://www.linkedin.com/in/jane-doe");
    check(
        &[
            ("https://www.linkedin.com/in/jane-doe", jane),
            ("https://www.linkedin.com/in/jane-doe/", jane),
            ("http://linkedin.com/in/jane-doe", jane),
            ("www.linkedin.com/in/jane-doe", jane),
            ("linkedin.com/in/jane-doe", jane),
            ("https://de.linkedin.com/in/jane-doe?trk=x", jane),
            ("HTTPS://WWW.LINKEDIN.COM/IN/JANE-DOE", jane),
            ("https://www.linkedin.com/in/jane-doe/details/experience/", jane),
            ("https://www.linkedin.com/in/jane-doe#about", jane),
            ("in/jane-doe", jane),
            ("  linkedin.com/in/jane-doe ", jane),
            ("https://www.linkedin.com/in/j%C3%BCrgen-m", Ok("https://www.linkedin.com/in/jürgen-m")),
            ("https://www.linkedin.com/in/jürgen-m", Ok("https://www.linkedin.com/in/jürgen-m")),
            ("https://www.linkedin.com/pub/jane-doe/1/2/3", jane),
            ("https://www.linkedin.com/company/acme", Err(LinkedInError::CompanyPage)),
            ("https://www.linkedin.com/", Err(LinkedInError::NoProfile)),
            ("https://www.linkedin.com/in/", Err(LinkedInError::NoProfile)),
            ("https://www.linkedin.com/feed/update", Err(LinkedInError::NoProfile)),
            ("https://example.com/in/jane", Err(LinkedInError::OtherSite)),
            ("https://notlinkedin.com/in/jane", Err(LinkedInError::OtherSite)),
            ("jane-doe", Err(LinkedInError::OtherSite)),
            ("", Err(LinkedInError::OtherSite)),
        ],
        |raw| LinkedInUrl::parse(raw, Profile::Person).map(|url| &*url.to_string().leak()),
    );
}

#[test]
fn pages_of_companies() {
    check(
        &[
            ("linkedin.com/company/acme-inc/about", Ok("https://www.linkedin.com/company/acme-inc")),
            ("https://www.linkedin.com/school/mit", Ok("https://www.linkedin.com/company/mit")),
            ("https://www.linkedin.com/in/jane", Err(LinkedInError::PersonProfile)),
        ],
        |raw| LinkedInUrl::parse(raw, Profile::Company).map(|url| &*url.to_string().leak()),
    );
}
