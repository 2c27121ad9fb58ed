//! Ranges of the numbering plans, from libphonenumber's metadata.
//!
//! That crate's own matching keeps a hundred compiled expressions behind one lock and compiles the others anew at each number; a
//! list of contacts from twenty countries would spend its time there. Here each region's are compiled once, when first asked for.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use phonenumber::metadata::{DATABASE, Descriptor, Metadata};
use regex::Regex;

use super::line::LineType;
use crate::audience::values::country::Country;

/// Where a number belongs, and what kind it is. `None`: it is in no range that is given out.
pub(super) fn placed(calling_code: &str, national: &str) -> Option<(Option<Country>, LineType)> {
    REGIONS.get(calling_code)?.iter().find_map(|region| {
        let ranges = region.ranges();
        if ranges.leading.as_ref().is_some_and(|leading| !leading.is_match(national)) {
            return None;
        }
        Some((region.country, ranges.line_of(national)?))
    })
}

struct Region {
    metadata: &'static Metadata,
    /// None for numbers of no country, as +800.
    country: Option<Country>,
    ranges: OnceLock<Ranges>,
}

impl Region {
    fn ranges(&self) -> &Ranges {
        self.ranges.get_or_init(|| Ranges::of(self.metadata))
    }
}

/// By calling code; the country that a code mainly belongs to comes first, as libphonenumber asks them.
static REGIONS: LazyLock<HashMap<String, Vec<Region>>> = LazyLock::new(|| {
    let mut regions: HashMap<String, Vec<Region>> = HashMap::new();
    for metadata in DATABASE.iter() {
        let country = Country::parse(metadata.id());
        let region = Region { metadata, country, ranges: OnceLock::new() };
        let of_code = regions.entry(metadata.country_code().to_string()).or_default();
        let at = if metadata.is_main_country_for_code() { 0 } else { of_code.len() };
        of_code.insert(at, region);
    }
    regions
});

struct Ranges {
    /// Tells countries of one calling code apart.
    leading: Option<Regex>,
    general: Range,
    /// In the order in which libphonenumber asks: a premium number may lie in a range of mobiles.
    kinds: Vec<(LineType, Range)>,
    fixed: Option<Range>,
    mobile: Option<Range>,
    /// Fixed lines and mobiles have the same ranges.
    same: bool,
}

struct Range {
    /// Digits of the national number; any without one.
    lengths: Vec<u16>,
    /// None: one that cannot be read has no numbers.
    pattern: Option<Regex>,
}

impl Ranges {
    fn of(metadata: &Metadata) -> Self {
        let all = metadata.descriptors();
        let kinds = [
            (LineType::PremiumRate, all.premium_rate()),
            (LineType::TollFree, all.toll_free()),
            (LineType::SharedCost, all.shared_cost()),
            (LineType::Voip, all.voip()),
            (LineType::PersonalNumber, all.personal_number()),
            (LineType::Pager, all.pager()),
            (LineType::Uan, all.uan()),
            (LineType::Voicemail, all.voicemail()),
        ];
        let pattern = |descriptor: &Descriptor| descriptor.national_number().as_str().to_owned();
        Ranges {
            leading: metadata.leading_digits().and_then(|leading| expression(leading.as_str(), "")),
            general: Range::of(all.general()),
            kinds: kinds.into_iter().filter_map(|(line, of)| Some((line, Range::of(of?)))).collect(),
            fixed: all.fixed_line().map(Range::of),
            mobile: all.mobile().map(Range::of),
            same: all.fixed_line().map(pattern).is_some_and(|fixed| all.mobile().map(pattern) == Some(fixed)),
        }
    }

    fn line_of(&self, national: &str) -> Option<LineType> {
        if !self.general.holds(national) {
            return None;
        }
        let special = self.kinds.iter().find(|(_, range)| range.holds(national));
        if let Some((line, _)) = special {
            return Some(*line);
        }
        let holds = |range: &Option<Range>| range.as_ref().is_some_and(|range| range.holds(national));
        match (holds(&self.fixed), self.same || holds(&self.mobile)) {
            (true, true) => Some(LineType::FixedLineOrMobile),
            (true, false) => Some(LineType::FixedLine),
            (false, true) => holds(&self.mobile).then_some(LineType::Mobile),
            (false, false) => None,
        }
    }
}

impl Range {
    fn of(descriptor: &Descriptor) -> Self {
        Range {
            lengths: descriptor.possible_length().to_vec(),
            pattern: expression(descriptor.national_number().as_str(), "$"),
        }
    }

    fn holds(&self, national: &str) -> bool {
        let fits = |length: &u16| usize::from(*length) == national.len();
        (self.lengths.is_empty() || self.lengths.iter().any(fits))
            && self.pattern.as_ref().is_some_and(|pattern| pattern.is_match(national))
    }
}

/// The metadata breaks its lines for readers.
fn expression(pattern: &str, end: &str) -> Option<Regex> {
    Regex::new(&format!("^(?x:{pattern}){end}")).ok()
}
