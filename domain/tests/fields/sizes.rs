use pivotal_domain::audience::values::size_range;

use crate::check;

#[test]
fn sizes_fall_into_their_range() {
    check(
        &[
            ("1-10", Some(("1-10", None))),
            ("11-50", Some(("11-50", None))),
            ("51 - 200", Some(("51-200", None))),
            ("51 to 200 employees", Some(("51-200", None))),
            ("201–500", Some(("201-500", None))),
            ("1,001-5,000", Some(("1001-5000", None))),
            ("1001-5000 employees", Some(("1001-5000", None))),
            ("5K-10K", Some(("5001-10000", None))),
            ("10,001+", Some(("10001+", None))),
            ("10000+", Some(("10001+", None))),
            ("over 10,000", Some(("10001+", None))),
            ("1", Some(("1-10", Some(1)))),
            ("10", Some(("1-10", Some(10)))),
            ("11", Some(("11-50", Some(11)))),
            ("250", Some(("201-500", Some(250)))),
            ("250.0", Some(("201-500", Some(250)))),
            ("1,250", Some(("1001-5000", Some(1250)))),
            ("12000", Some(("10001+", Some(12000)))),
            ("10-Jan", Some(("1-10", None))),
            ("Nov-50", Some(("11-50", None))),
            ("self-employed", Some(("1-10", None))),
            ("50-100", Some(("51-200", None))),
            ("500+ employees", Some(("501-1000", None))),
            ("0", None),
            ("-5", Some(("1-10", Some(5)))),
            ("many", None),
            ("", None),
            ("1-2-3", None),
            ("99999999999999999999", None),
        ],
        |raw| size_range::parse(raw).map(|size| (size.range, size.count)),
    );
}
