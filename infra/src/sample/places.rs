//! Cities with their reserved telephone numbers. Written by hand.
//!
//! Every number comes from a range its country keeps for fiction: 555-01xx in North America, Ofcom's, the
//! Bundesnetzagentur's, ARCEP's, ACMA's, ComReg's and PTS's drama numbers. Nobody can be called by accident.

#[derive(Debug)]
pub struct City {
    pub name: &'static str,
    pub state: &'static str,
    pub state_code: &'static str,
    /// With `#` for any digit.
    pub postal: &'static str,
    pub land: &'static Land,
    /// National form with `#` for any digit.
    pub phone: &'static str,
}

#[derive(Debug)]
pub struct Land {
    /// How files write it.
    pub names: &'static [&'static str],
    pub calling_code: &'static str,
    /// Dialled in front of a national number.
    pub trunk: &'static str,
    /// National form with `#` for any digit.
    pub mobiles: &'static [&'static str],
    pub language: &'static str,
    pub streets: &'static [&'static str],
    pub legal_forms: &'static [&'static str],
    pub currency: &'static str,
    /// Index into the lists of names.
    pub names_of: usize,
}

pub static US: Land = Land {
    names: &["United States", "USA", "US", "United States of America", "U.S."],
    calling_code: "1",
    trunk: "",
    mobiles: &["202-555-01##", "415-555-01##", "312-555-01##"],
    language: "en-US",
    streets: &[
        "Main Street",
        "Oak Avenue",
        "Market Street",
        "Lakeshore Drive",
        "Industrial Parkway",
        "Maple Court",
    ],
    legal_forms: &["Inc.", "LLC", "Corp.", "Co."],
    currency: "USD",
    names_of: 0,
};
pub static CA: Land = Land {
    names: &["Canada", "CA", "CAN"],
    calling_code: "1",
    trunk: "",
    mobiles: &["416-555-01##", "604-555-01##"],
    language: "en-CA",
    streets: &["King Street West", "Bay Street", "Granville Street", "Rue Sherbrooke"],
    legal_forms: &["Inc.", "Ltd.", "Corp."],
    currency: "CAD",
    names_of: 0,
};
pub static GB: Land = Land {
    names: &["United Kingdom", "UK", "GB", "Great Britain", "England"],
    calling_code: "44",
    trunk: "0",
    mobiles: &["7700 900###"],
    language: "en-GB",
    streets: &["High Street", "Station Road", "Church Lane", "Victoria Road", "Mill Lane"],
    legal_forms: &["Ltd", "plc", "Limited", "LLP"],
    currency: "GBP",
    names_of: 0,
};
pub static DE: Land = Land {
    names: &["Germany", "Deutschland", "DE", "DEU"],
    calling_code: "49",
    trunk: "0",
    mobiles: &["171 39200##"],
    language: "de",
    streets: &["Hauptstraße", "Bahnhofstraße", "Lindenallee", "Industriestraße", "Am Markt"],
    legal_forms: &["GmbH", "AG", "GmbH & Co. KG", "SE"],
    currency: "EUR",
    names_of: 1,
};
pub static FR: Land = Land {
    names: &["France", "FR", "FRA", "Frankreich"],
    calling_code: "33",
    trunk: "0",
    mobiles: &["6 39 98 ## ##"],
    language: "fr",
    streets: &["Rue de la République", "Avenue Victor Hugo", "Rue du Moulin", "Boulevard Voltaire"],
    legal_forms: &["SAS", "SARL", "S.A."],
    currency: "EUR",
    names_of: 2,
};
pub static AU: Land = Land {
    names: &["Australia", "AU", "AUS"],
    calling_code: "61",
    trunk: "0",
    mobiles: &["491 570 006", "491 570 156", "491 570 157", "491 570 158", "491 570 159"],
    language: "en-AU",
    streets: &["George Street", "Collins Street", "Queen Street", "Hay Street"],
    legal_forms: &["Pty Ltd", "Ltd"],
    currency: "AUD",
    names_of: 0,
};
pub static IE: Land = Land {
    names: &["Ireland", "IE", "Republic of Ireland"],
    calling_code: "353",
    trunk: "0",
    mobiles: &["20 91# ####"],
    language: "en-IE",
    streets: &["Grafton Street", "Patrick Street", "Dame Street"],
    legal_forms: &["Ltd", "plc"],
    currency: "EUR",
    names_of: 0,
};
pub static SE: Land = Land {
    names: &["Sweden", "Sverige", "SE"],
    calling_code: "46",
    trunk: "0",
    mobiles: &["70 174 06 ##"],
    language: "sv",
    streets: &["Storgatan", "Drottninggatan", "Kungsgatan"],
    legal_forms: &["AB"],
    currency: "SEK",
    names_of: 3,
};

const fn city(
    name: &'static str,
    state: &'static str,
    state_code: &'static str,
    postal: &'static str,
    land: &'static Land,
    phone: &'static str,
) -> City {
    City { name, state, state_code, postal, land, phone }
}

/// In the proportions of a typical list: half of it American.
#[rustfmt::skip]
pub static CITIES: &[City] = &[
    city("New York", "New York", "NY", "100##", &US, "212-555-01##"),
    city("Boston", "Massachusetts", "MA", "021##", &US, "617-555-01##"),
    city("Chicago", "Illinois", "IL", "606##", &US, "312-555-01##"),
    city("Austin", "Texas", "TX", "787##", &US, "512-555-01##"),
    city("Dallas", "Texas", "TX", "752##", &US, "214-555-01##"),
    city("Denver", "Colorado", "CO", "802##", &US, "303-555-01##"),
    city("San Francisco", "California", "CA", "941##", &US, "415-555-01##"),
    city("Los Angeles", "California", "CA", "900##", &US, "213-555-01##"),
    city("Seattle", "Washington", "WA", "981##", &US, "206-555-01##"),
    city("Atlanta", "Georgia", "GA", "303##", &US, "404-555-01##"),
    city("Phoenix", "Arizona", "AZ", "850##", &US, "602-555-01##"),
    city("Minneapolis", "Minnesota", "MN", "554##", &US, "612-555-01##"),
    city("Toronto", "Ontario", "ON", "M5V 2T#", &CA, "416-555-01##"),
    city("Vancouver", "British Columbia", "BC", "V6B 4Y#", &CA, "604-555-01##"),
    city("Montréal", "Quebec", "QC", "H3B 1A#", &CA, "514-555-01##"),
    city("London", "Greater London", "GREATER LONDON", "EC1A 1B#", &GB, "20 7946 0###"),
    city("Manchester", "Greater Manchester", "GREATER MANCHESTER", "M1 1A#", &GB, "161 496 0###"),
    city("Leeds", "West Yorkshire", "WEST YORKSHIRE", "LS1 4D#", &GB, "113 496 0###"),
    city("Berlin", "Berlin", "BE", "101##", &DE, "30 23125###"),
    city("München", "Bayern", "BY", "803##", &DE, "89 99998###"),
    city("Hamburg", "Hamburg", "HH", "200##", &DE, "40 66969###"),
    city("Köln", "Nordrhein-Westfalen", "NW", "506##", &DE, "221 4710###"),
    city("Frankfurt am Main", "Hessen", "HE", "603##", &DE, "69 90009###"),
    city("Paris", "Île-de-France", "ÎLE-DE-FRANCE", "750##", &FR, "1 99 00 ## ##"),
    city("Lyon", "Auvergne-Rhône-Alpes", "AUVERGNE-RHÔNE-ALPES", "690##", &FR, "4 65 71 ## ##"),
    city("Sydney", "New South Wales", "NSW", "20##", &AU, "2 5550 ####"),
    city("Melbourne", "Victoria", "VIC", "30##", &AU, "3 5550 ####"),
    city("Dublin", "Leinster", "LEINSTER", "D02 X28#", &IE, "20 91# ####"),
    city("Stockholm", "Stockholms län", "STOCKHOLMS LÄN", "111 ##", &SE, "8 465 004 ##"),
    city("Göteborg", "Västra Götaland", "VÄSTRA GÖTALAND", "411 ##", &SE, "31 390 06 ##"),
];
