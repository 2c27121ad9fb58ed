use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::{language, state, time_zone};

use crate::check;

#[test]
fn countries_by_every_usual_name() {
    check(
        &[
            ("DE", "DE"),
            ("de", "DE"),
            ("DEU", "DE"),
            ("Germany", "DE"),
            ("GERMANY", "DE"),
            ("Deutschland", "DE"),
            ("US", "US"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("U.S.", "US"),
            ("United States", "US"),
            ("United States of America", "US"),
            ("UK", "GB"),
            ("United Kingdom", "GB"),
            ("England", "GB"),
            ("Great Britain", "GB"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("Schweiz", "CH"),
            ("Côte d'Ivoire", "CI"),
            ("Ivory Coast", "CI"),
            ("Korea, Republic of", "KR"),
            ("South Korea", "KR"),
            ("Viet Nam", "VN"),
            ("Turkey", "TR"),
            ("Türkiye", "TR"),
            ("The Netherlands", "NL"),
            ("Czech Republic", "CZ"),
            ("NA", "NA"),
            ("Hong Kong SAR China", "HK"),
            ("Atlantis", ""),
            ("XX", ""),
            ("", ""),
        ],
        |raw| Country::parse(raw).map_or("", |country| country.to_string().leak()),
    );
}

#[test]
fn states_of_the_countries_we_hold() {
    let table = |rows: &[(&str, &'static str)], country: &str| {
        check(rows, |raw| state::parse(raw, Country::parse(country)).leak());
    };
    table(
        &[
            ("California", "CA"),
            ("california", "CA"),
            ("CALIFORNIA", "CA"),
            ("Calif.", "CA"),
            ("CA", "CA"),
            ("ca", "CA"),
            ("US-CA", "CA"),
            ("New York", "NY"),
            ("N.Y.", "NY"),
            ("Washington", "WA"),
            ("Washington D.C.", "DC"),
            ("District of Columbia", "DC"),
            ("Ontario", "ON"),
            ("Québec", "QC"),
            ("PQ", "QC"),
            ("Bayern", "BY"),
            ("Bavaria", "BY"),
            ("Baden-Württemberg", "BW"),
            ("NRW", "NW"),
            ("New South Wales", "NSW"),
            ("Victoria", "VIC"),
            ("Île-de-France", "IDF"),
            ("Skåne län", "SKÅNE LÄN"),
            ("lombardia", "LOMBARDIA"),
            ("FR-75", "75"),
            ("TX", "TX"),
        ],
        "",
    );
    table(&[("Bayern", "BY"), ("Georgia", "GA")], "US");
    // No table of the Seychelles: what another country's says is not theirs.
    table(&[("Victoria", "VICTORIA"), ("la digue", "LA DIGUE")], "SC");
    table(&[("são paulo", "SP"), ("Rio de Janeiro", "RJ"), ("DF", "DF")], "BR");
    table(&[("Zürich", "ZH"), ("Genève", "GE"), ("Bern", "BE")], "CH");
    table(&[("Catalunya", "CT"), ("Islas Canarias", "CN")], "ES");
    table(&[("Jalisco", "JAL"), ("CDMX", "CMX")], "MX");
    table(&[("Maharashtra", "MH"), ("Karnataka", "KA")], "IN");
    table(&[("Zuid-Holland", "ZH")], "NL");
    table(&[("WA", "WA"), ("Western Australia", "WA"), ("Tasmania", "TAS")], "AU");
}

#[test]
fn a_states_name_can_be_got_back() {
    let name = |country, code| state::name(code, Country::parse(country).unwrap());
    assert_eq!(name("US", "CA"), Some("California"));
    assert_eq!(name("BR", "SP"), Some("São Paulo"));
    assert_eq!(name("US", "BY"), None);
}

#[test]
fn time_zones_by_name() {
    check(
        &[
            ("Europe/Berlin", Some("Europe/Berlin")),
            ("europe/berlin", Some("Europe/Berlin")),
            ("America/New_York", Some("America/New_York")),
            ("America/New York", Some("America/New_York")),
            ("EST", Some("America/New_York")),
            ("Eastern Time", Some("America/New_York")),
            ("Eastern Standard Time", Some("America/New_York")),
            ("US/Pacific", Some("America/Los_Angeles")),
            ("PST", Some("America/Los_Angeles")),
            ("CET", Some("Europe/Berlin")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("UTC", Some("UTC")),
            ("GMT", Some("UTC")),
            ("Asia/Calcutta", Some("Asia/Kolkata")),
            ("Europe/Kiev", Some("Europe/Kyiv")),
            ("IST", Some("Asia/Kolkata")),
            ("JST", Some("Asia/Tokyo")),
            ("AEST", Some("Australia/Sydney")),
            ("Mars/Olympus", None),
            ("", None),
        ],
        time_zone::parse,
    );
}

#[test]
fn languages() {
    check(
        &[
            ("en", "en"),
            ("EN", "en"),
            ("en-us", "en-US"),
            ("en_US", "en-US"),
            ("pt-BR", "pt-BR"),
            ("zh-hans-cn", "zh-Hans-CN"),
            ("es-419", "es-419"),
            ("English", "en"),
            ("german", "de"),
            ("Deutsch", "de"),
            ("Français", "fr"),
            ("Francais", "fr"),
            ("Español", "es"),
            ("日本語", "ja"),
            ("Chinese", "zh"),
            ("Dutch", "nl"),
            ("Klingon", ""),
            ("xx", ""),
            ("en-USA-x", ""),
            ("", ""),
        ],
        |raw| language::parse(raw).unwrap_or_default().leak(),
    );
}
