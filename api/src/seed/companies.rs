//! The sample's companies.

use serde_json::{Map, Value, json};

use super::custom_fields::TIERS;

pub struct Company {
    pub name: &'static str,
    /// Domain without its ending.
    slug: &'static str,
    industry: &'static str,
    staff: u32,
    pub city: &'static str,
    pub country: &'static str,
    currency: &'static str,
}

const fn c(
    name: &'static str,
    slug: &'static str,
    industry: &'static str,
    staff: u32,
    city: &'static str,
    country: &'static str,
    currency: &'static str,
) -> Company {
    Company { name, slug, industry, staff, city, country, currency }
}

#[rustfmt::skip]
pub static ALL: &[Company] = &[
    c("Aldergate Software Ltd", "aldergate", "Software", 420, "London", "GB", "GBP"),
    c("Bergstrand Logistics AB", "bergstrand", "Logistics & Supply Chain", 1800, "Gothenburg", "SE", "SEK"),
    c("Cobalt Ridge Energy Inc.", "cobaltridge", "Energy & Utilities", 5200, "Denver", "US", "USD"),
    c("Dalmose Packaging ApS", "dalmose", "Packaging & Containers", 140, "Odense", "DK", "DKK"),
    c("Eikenhof Verzekeringen BV", "eikenhof", "Insurance", 960, "Utrecht", "NL", "EUR"),
    c("Fenwick & Rowe LLP", "fenwickrowe", "Management Consulting", 310, "Manchester", "GB", "GBP"),
    c("Granite Harbor Bank", "graniteharbor", "Banking", 7400, "Boston", "US", "USD"),
    c("Hallberg Maschinenbau GmbH", "hallberg-maschinen", "Machinery", 2300, "Stuttgart", "DE", "EUR"),
    c("Inkwell Publishing Group", "inkwellpublishing", "Publishing", 190, "New York", "US", "USD"),
    c("Juniper Vale Foods", "junipervale", "Food Production", 880, "Portland", "US", "USD"),
    c("Kestrel Aerospace Components", "kestrelaero", "Aerospace & Defense", 1250, "Seattle", "US", "USD"),
    c("Lindqvist Arkitekter AB", "lindqvist-arkitekter", "Architecture & Planning", 65, "Stockholm", "SE", "SEK"),
    c("Marlow Street Analytics", "marlowstreet", "Information Services", 120, "Toronto", "CA", "CAD"),
    c("Nordlys Renewables AS", "nordlysrenewables", "Renewables & Environment", 540, "Bergen", "NO", "NOK"),
    c("Oakhurst Medical Devices", "oakhurstmedical", "Biotechnology", 2100, "Minneapolis", "US", "USD"),
    c("Pinewood Retail Group plc", "pinewoodretail", "Retail", 12500, "Leeds", "GB", "GBP"),
    c("Quarrybank Construction", "quarrybank", "Construction", 760, "Dublin", "IE", "EUR"),
    c("Rosenthal Pharma AG", "rosenthalpharma", "Pharmaceuticals", 9800, "Basel", "CH", "CHF"),
    c("Silverlake Semiconductors", "silverlakesemi", "Semiconductors", 3400, "Austin", "US", "USD"),
    c("Tessera Security Oy", "tesserasecurity", "Security & Investigations", 85, "Helsinki", "FI", "EUR"),
    c("Umbra Telecom SpA", "umbratelecom", "Telecommunications", 4100, "Milan", "IT", "EUR"),
    c("Vantage Point Staffing", "vantagepointstaffing", "Staffing & Recruiting", 230, "Chicago", "US", "USD"),
    c("Westmark Automotive GmbH", "westmark-automotive", "Automotive", 15600, "Munich", "DE", "EUR"),
    c("Xenia Hospitality Group", "xeniahospitality", "Hospitality", 2700, "Lisbon", "PT", "EUR"),
    c("Yarrow Wine Merchants", "yarrowwine", "Wine & Spirits", 48, "Bordeaux", "FR", "EUR"),
    c("Zephyr Wireless Networks", "zephyrwireless", "Wireless", 1900, "San Diego", "US", "USD"),
    c("Amberfield Insurance Brokers", "amberfieldbrokers", "Insurance", 175, "Bristol", "GB", "GBP"),
    c("Brightwater Utilities", "brightwaterutilities", "Energy & Utilities", 3100, "Melbourne", "AU", "AUD"),
    c("Cinderford Steel", "cinderfordsteel", "Mining & Metals", 2600, "Pittsburgh", "US", "USD"),
    c("Driftwood Interactive", "driftwoodinteractive", "Internet", 95, "Vancouver", "CA", "CAD"),
    c("Elmbridge Training", "elmbridgetraining", "Professional Training & Coaching", 58, "Oxford", "GB", "GBP"),
    c("Fjordline Shipping AS", "fjordlineshipping", "Maritime", 1450, "Oslo", "NO", "NOK"),
    c("Glasshouse Market Research", "glasshouseresearch", "Market Research", 110, "Amsterdam", "NL", "EUR"),
    c("Highmoor Real Estate", "highmoor-estates", "Real Estate", 260, "Edinburgh", "GB", "GBP"),
    c("Ironbark Mining Services", "ironbarkmining", "Mining & Metals", 890, "Perth", "AU", "AUD"),
    c("Jasper & Finch Design", "jasperfinch", "Design", 34, "Copenhagen", "DK", "DKK"),
    c("Kirsche Consumer Goods", "kirsche-goods", "Consumer Goods", 640, "Vienna", "AT", "EUR"),
    c("Larkspur Education", "larkspureducation", "E-Learning", 205, "Barcelona", "ES", "EUR"),
    c("Meridian Freight Lines", "meridianfreight", "Package & Freight Delivery", 5600, "Memphis", "US", "USD"),
    c("Northgate Plastics", "northgateplastics", "Plastics", 470, "Cleveland", "US", "USD"),
];

impl Company {
    pub fn domain(&self) -> String {
        format!("{}.test", self.slug)
    }

    pub fn fields(&self, number: usize) -> Map<String, Value> {
        let revenue = u64::from(self.staff) * 185_000;
        let mut fields = json!({
            "name": self.name,
            "domain": self.domain(),
            "industry": self.industry,
            "staff_count": self.staff,
            "annual_revenue": format!("{revenue} {}", self.currency),
            "year_founded": 1948 + (number * 17) % 70,
            "hq_city": self.city,
            "hq_country": self.country,
            "tags": ["sample"],
            "custom.tier": TIERS[number % TIERS.len()],
            "custom.contract_renewal": format!("2027-{:02}-{:02}", 1 + number % 12, 1 + number * 7 % 28),
        });
        // Not every company has bought yet.
        if !number.is_multiple_of(4) {
            fields["custom.licensed_seats"] = json!(5 * (1 + number * 3 % 40));
        }
        if let Some(phone) = phone(self.country, number) {
            fields["main_phone"] = Value::String(phone);
        }
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

/// A number nobody has: 555-01xx in North America, 020 7946 0xxx in Britain (Ofcom's for drama). None elsewhere.
pub fn phone(country: &str, number: usize) -> Option<String> {
    match country {
        "US" => Some(format!("+1 212 555 01{:02}", number % 100)),
        "CA" => Some(format!("+1 416 555 01{:02}", number % 100)),
        "GB" => Some(format!("+44 20 7946 0{:03}", number % 1000)),
        _ => None,
    }
}
