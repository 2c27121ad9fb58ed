//! What every row is and what must become of it, by the rules of an import into an empty database.

use pivotal_domain::audience::fields::codes;

use super::random::Random;
use super::rows::{Cells, Person};
use super::{Format, SampleOptions};

/// What must become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    Created,
    /// Into the row with this number, as a spreadsheet counts (the heading is row 1).
    MergedInFile {
        into: u64,
    },
    Rejected {
        code: &'static str,
    },
}

/// A row ready to be written.
#[derive(Debug)]
pub struct SampleRow {
    pub cells: Cells,
    pub expected: Expected,
    /// (`contact.<key>` or empty, code) of what is left out while the row goes in.
    pub warnings: Vec<(&'static str, &'static str)>,
    /// What was done to it, in a word; `clean` for nothing.
    pub dirt: &'static str,
    /// The company it belongs to.
    pub company: u64,
    pub shape: Shape,
}

/// How the line itself is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Whole,
    /// The last cells are not there.
    Short,
    /// Cells beyond the last column.
    Long,
    /// A quote that never closes.
    OpenQuote,
}

/// Codes of defects in the line, as the import's reader names them.
pub const ROW_TOO_SHORT: &str = "row_too_short";
pub const ROW_TOO_LONG: &str = "row_too_long";
pub const BROKEN_QUOTE: &str = "broken_quote";
pub const NO_KEY: &str = "no_key";
pub const NAME_DIFFERS: &str = "name_differs";
pub const POSSIBLE_DUPLICATE: &str = "possible_duplicate";

/// Row number as a spreadsheet shows it.
pub fn shown(row: u64) -> u64 {
    row + 2
}

/// The row with this number, counted from 0.
pub fn row(options: &SampleOptions, row: u64) -> SampleRow {
    match kind(options, row) {
        Kind::Repeat => match earlier_clean_row(options, row) {
            Some(first) => repeat(options, row, first),
            None => clean(options, row),
        },
        Kind::Dirty => dirty(options, row),
        Kind::Clean => clean(options, row),
    }
}

/// The address, as it is kept, of the contact that this row makes. None when it makes none, or one without an address.
pub fn email(row: &SampleRow) -> Option<String> {
    let email = row.cells.get("contact.email").filter(|_| row.expected == Expected::Created)?;
    Some(email.trim().to_lowercase())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Clean,
    Dirty,
    Repeat,
}

fn kind(options: &SampleOptions, row: u64) -> Kind {
    let mut random = Random::new(options.seed, row, 10);
    match (random.percent(options.duplicates), random.percent(options.dirt)) {
        (true, _) => Kind::Repeat,
        (false, true) => Kind::Dirty,
        (false, false) => Kind::Clean,
    }
}

/// A clean row before this one; most are found at the first try.
fn earlier_clean_row(options: &SampleOptions, row: u64) -> Option<u64> {
    let mut random = Random::new(options.seed, row, 11);
    (0..64)
        .map(|_| random.below(row))
        .find(|earlier| *earlier < row && kind(options, *earlier) == Kind::Clean)
}

fn clean(options: &SampleOptions, row: u64) -> SampleRow {
    let person = Person::of(options, row);
    SampleRow {
        cells: person.cells(options, row),
        expected: Expected::Created,
        warnings: Vec::new(),
        dirt: "clean",
        company: person.company.number,
        shape: Shape::Whole,
    }
}

/// The person of an earlier row again.
fn repeat(options: &SampleOptions, row: u64, first: u64) -> SampleRow {
    let person = Person::of(options, first);
    let mut random = Random::new(options.seed, row, 12);
    let mut sample = clean(options, first);
    sample.cells = person.cells(options, row);
    sample.expected = Expected::MergedInFile { into: shown(first) };
    // Which of the two keys without an email may point at the first row depends on that row, so that a namesake with
    // another address never makes such a match ambiguous.
    let may_have_namesake = first % 2 == 1;
    match random.below(6) {
        0 => sample.dirt = "repeat_same_email",
        1 | 2 => {
            sample.dirt = "repeat_email_in_capitals";
            sample.cells.insert("contact.email", format!("  {} ", person.email().to_uppercase()));
            sample.cells.insert("contact.job_title", format!("Acting {}", person.job.0));
        }
        3 => {
            sample.dirt = "repeat_by_linkedin";
            sample.cells.remove("contact.email");
            sample.cells.remove("contact.secondary_emails");
        }
        4 if may_have_namesake => {
            sample.dirt = "namesake_with_another_email";
            sample.cells.insert(
                "contact.email",
                format!("{}.{}@{}", person.email_local, shown(row), person.company.domain),
            );
            sample.cells.remove("contact.secondary_emails");
            sample.cells.remove("contact.linkedin_url");
            sample.expected = Expected::Created;
            sample.warnings.push(("", POSSIBLE_DUPLICATE));
        }
        4 => {
            sample.dirt = "repeat_by_name_and_company";
            for key in ["contact.email", "contact.secondary_emails", "contact.linkedin_url"] {
                sample.cells.remove(key);
            }
        }
        _ => {
            sample.dirt = "same_email_other_name";
            sample.cells.insert("contact.first_name", "Quincy".to_owned());
            sample.cells.insert("contact.last_name", "Fairweather".to_owned());
            sample.cells.remove("contact.linkedin_url");
            sample.cells.remove("contact.salutation");
            sample.warnings.push(("contact.full_name", NAME_DIFFERS));
        }
    }
    sample
}

fn dirty(options: &SampleOptions, row: u64) -> SampleRow {
    let mut random = Random::new(options.seed, row, 13);
    let mut sample = clean(options, row);
    let number = random.below(KINDS_OF_DIRT);
    // A sheet has neither NUL bytes nor missing cells nor open quotes.
    if options.format == Format::Xlsx && matches!(number, 14 | 15 | 17) {
        return sample;
    }
    match number {
        0..=3 => bad_email(options, row, &mut sample, &mut random),
        4..=6 => {
            let wrong =
                random.pick(&["+1 202 555", "000-000-0000", "call reception", "1.20256E+10", "+999 1234567"]);
            sample.left_out("bad_phone", "contact.direct_phone", wrong, codes::PHONE_IMPOSSIBLE);
        }
        7 | 8 => typo_domain(options, row, &mut sample, &mut random),
        9 | 10 => {
            sample.dirt = "formula_cell";
            let formula = random.pick(&[
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://evil.test\",\"hi\")",
                "+SUM(1,2)",
                "@SUM(A1:A9)",
            ]);
            sample.cells.insert("contact.job_title", formula.to_string());
            sample.cells.insert("remark", formula.to_string());
        }
        11..=13 => odd_case(options, row, &mut sample),
        14 => {
            sample.dirt = "nul_byte";
            sample.cells.insert("contact.city", "Spring\0field".to_owned());
            sample.warnings.push(("", codes::NUL_BYTE));
        }
        15 => {
            sample.dirt = "too_few_cells";
            sample.shape = Shape::Short;
            sample.warnings.push(("", ROW_TOO_SHORT));
        }
        16 => sample.refused("too_many_cells", Shape::Long, ROW_TOO_LONG),
        17 => sample.refused("open_quote", Shape::OpenQuote, BROKEN_QUOTE),
        18 => no_key(options, row, &mut sample),
        19 => {
            sample.dirt = "no_email";
            sample.cells.remove("contact.email");
            sample.cells.remove("contact.secondary_emails");
        }
        20 => sample.left_out(
            "bad_country",
            "contact.country",
            random.pick(&["Atlantis", "Neverland"]),
            codes::COUNTRY_UNKNOWN,
        ),
        21 => sample.left_out(
            "bad_linkedin",
            "contact.linkedin_url",
            "https://example.com/in/someone",
            codes::LINKEDIN_INVALID,
        ),
        22 => {
            sample.left_out("bad_date", "contact.consent_at", "the day before yesterday", codes::DATE_INVALID)
        }
        23 => sample.left_out("bad_revenue", "account.annual_revenue", "a whole lot", codes::MONEY_INVALID),
        24 => sample.left_out("bad_year", "account.year_founded", "3025", codes::NUMBER_OUT_OF_RANGE),
        _ => sample.left_out("bad_industry", "account.industry", "Basket weaving", codes::CHOICE_UNKNOWN),
    }
    // What was spoilt may have no column in this vendor's files.
    if sample.warnings.iter().any(|(field, _)| !field.is_empty() && !options.vendor.has(field)) {
        return clean(options, row);
    }
    sample
}

const KINDS_OF_DIRT: u64 = 26;

impl SampleRow {
    /// A bad value of a field that is not a key: it is dropped with a warning and the row goes in.
    fn left_out(&mut self, dirt: &'static str, column: &'static str, value: &str, code: &'static str) {
        self.dirt = dirt;
        self.cells.insert(column, value.to_owned());
        self.warnings.push((column, code));
    }

    fn refused(&mut self, dirt: &'static str, shape: Shape, code: &'static str) {
        self.dirt = dirt;
        self.shape = shape;
        self.expected = Expected::Rejected { code };
    }
}

fn bad_email(options: &SampleOptions, row: u64, sample: &mut SampleRow, random: &mut Random) {
    let person = Person::of(options, row);
    let (local, domain) = (&person.email_local, &person.company.domain);
    let bad = match random.below(6) {
        0 => format!("{local}{domain}"),
        1 => format!("{local}@"),
        2 => format!("{local}@{}", domain.replace('.', ",")),
        3 => format!("{local}@@{domain}"),
        4 => format!("{} {}@{domain}", local.replace('.', " "), random.below(9)),
        _ => format!("{local}.@{domain}"),
    };
    sample.cells.insert("contact.email", bad);
    sample.refused("bad_email", Shape::Whole, codes::EMAIL_SYNTAX);
}

/// Slips that the normaliser repairs: the row goes in as if it were clean.
fn typo_domain(options: &SampleOptions, row: u64, sample: &mut SampleRow, random: &mut Random) {
    let domain = Person::of(options, row).company.domain;
    let slip = match random.below(4) {
        0 => domain.replace('.', ","),
        1 => format!("http//www.{domain}"),
        2 => domain.replace('.', " ."),
        _ => format!("info@{domain}"),
    };
    sample.dirt = "typo_domain";
    sample.cells.insert("account.domain", slip);
}

fn odd_case(options: &SampleOptions, row: u64, sample: &mut SampleRow) {
    let person = Person::of(options, row);
    sample.dirt = "odd_case_and_space";
    sample.cells.insert("contact.first_name", format!("  {}", person.first.to_uppercase()));
    sample.cells.insert("contact.last_name", format!("{}\u{a0} ", person.last.to_uppercase()));
    sample.cells.insert("contact.email", format!(" {} ", person.email().to_uppercase()));
    sample.cells.insert("contact.job_title", person.job.0.replace(' ', "   ").to_lowercase());
    sample.cells.insert("account.name", person.company.name().to_uppercase());
}

/// Nothing to find the person by. The company is one that an earlier row brings in, so that whether such a row may
/// make an account makes no difference to the numbers.
fn no_key(options: &SampleOptions, row: u64, sample: &mut SampleRow) {
    let Some(earlier) = earlier_clean_row(options, row) else { return };
    *sample = clean(options, earlier);
    for key in [
        "contact.email",
        "contact.secondary_emails",
        "contact.linkedin_url",
        "contact.first_name",
        "contact.last_name",
    ] {
        sample.cells.remove(key);
    }
    sample.refused("no_key", Shape::Whole, NO_KEY);
}
