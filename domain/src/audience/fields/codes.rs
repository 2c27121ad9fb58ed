//! Every code a field error can carry. They are part of the API and of reject files: never change one, only add.

pub const EMAIL_SYNTAX: &str = "email_syntax";
pub const PHONE_IMPOSSIBLE: &str = "phone_impossible";
/// Without `+` and without a default country nobody can tell whose number it is.
pub const PHONE_COUNTRY_MISSING: &str = "phone_country_missing";
pub const DOMAIN_INVALID: &str = "domain_invalid";
pub const URL_INVALID: &str = "url_invalid";
pub const LINKEDIN_INVALID: &str = "linkedin_invalid";
pub const COUNTRY_UNKNOWN: &str = "country_unknown";
pub const TIME_ZONE_UNKNOWN: &str = "time_zone_unknown";
pub const LANGUAGE_UNKNOWN: &str = "language_unknown";
pub const NUMBER_INVALID: &str = "number_invalid";
pub const NUMBER_OUT_OF_RANGE: &str = "number_out_of_range";
pub const MONEY_INVALID: &str = "money_invalid";
pub const DATE_INVALID: &str = "date_invalid";
pub const DATE_AMBIGUOUS: &str = "date_ambiguous";
pub const BOOL_INVALID: &str = "bool_invalid";
pub const CHOICE_UNKNOWN: &str = "choice_unknown";
pub const SIZE_INVALID: &str = "size_invalid";
pub const INDUSTRY_CODE_UNKNOWN: &str = "industry_code_unknown";
pub const REFERENCE_INVALID: &str = "reference_invalid";
pub const TEXT_TOO_LONG: &str = "text_too_long";
pub const TOO_MANY_VALUES: &str = "too_many_values";
pub const NUL_BYTE: &str = "nul_byte";
/// The field is worked out from others and cannot be written.
pub const FIELD_DERIVED: &str = "field_derived";

/// All of them, for the documentation and the API's table.
pub const ALL: &[&str] = &[
    EMAIL_SYNTAX,
    PHONE_IMPOSSIBLE,
    PHONE_COUNTRY_MISSING,
    DOMAIN_INVALID,
    URL_INVALID,
    LINKEDIN_INVALID,
    COUNTRY_UNKNOWN,
    TIME_ZONE_UNKNOWN,
    LANGUAGE_UNKNOWN,
    NUMBER_INVALID,
    NUMBER_OUT_OF_RANGE,
    MONEY_INVALID,
    DATE_INVALID,
    DATE_AMBIGUOUS,
    BOOL_INVALID,
    CHOICE_UNKNOWN,
    SIZE_INVALID,
    INDUSTRY_CODE_UNKNOWN,
    REFERENCE_INVALID,
    TEXT_TOO_LONG,
    TOO_MANY_VALUES,
    NUL_BYTE,
    FIELD_DERIVED,
];
