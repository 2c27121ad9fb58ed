//! Names of companies: comparing them without legal form, accents and punctuation.

use super::fold;

/// Legal forms as they end (or, in some countries, begin) a name, in folded words.
#[rustfmt::skip]
const LEGAL_FORMS: &[&[&str]] = &[
    &["inc"], &["incorporated"], &["corp"], &["corporation"], &["co"], &["company"], &["llc"], &["llp"], &["lp"],
    &["ltd"], &["limited"], &["plc"], &["pllc"], &["pc"], &["pte"], &["pty"], &["pvt"], &["private"], &["gmbh"], &["mbh"],
    &["ag"], &["kg"], &["kgaa"], &["ohg"], &["ug"], &["ev"], &["eg"], &["se"], &["sa"], &["sas"], &["sasu"], &["sarl"],
    &["eurl"], &["snc"], &["srl"], &["spa"], &["sl"], &["slu"], &["bv"], &["nv"], &["vof"], &["cv"], &["ab"], &["as"],
    &["asa"], &["aps"], &["oy"], &["oyj"], &["kk"], &["sro"], &["kft"], &["zrt"], &["nyrt"], &["doo"], &["dd"], &["ltda"],
    &["eireli"], &["ooo"], &["oao"], &["pao"], &["bhd"], &["sdn"], &["tbk"], &["pt"], &["haftungsbeschrankt"],
    &["u", "co"], &["und", "co"], &["and", "co"], &["s", "a"], &["s", "r", "l"], &["s", "p", "a"], &["b", "v"],
    &["n", "v"], &["a", "s"], &["l", "l", "c"], &["p", "l", "c"], &["s", "l"], &["sp", "z", "o", "o"], &["sp", "zoo"],
    &["spolka", "z", "oo"], &["e", "v"], &["e", "k"], &["ek"], &["d", "o", "o"], &["a", "d"], &["g", "m", "b", "h"],
    &["s", "a", "s"], &["s", "a", "r", "l"], &["s", "r", "o"], &["p", "c"], &["l", "p"], &["l", "l", "p"],
    &["de", "c", "v"], &["s", "a", "b"], &["sab"], &["de", "cv"], &["holding"], &["holdings"], &["group"], &["gruppe"],
];

/// Equal for two spellings of one company: `The ACME Widgets, Inc.` and `Acme Widgets GmbH & Co. KG` both give
/// `acme widgets`. Never empty for a name that has letters: a company may be called "Limited".
pub fn match_key(name: &str) -> String {
    let spelled = name.replace('&', " and ").replace(['\'', '’', '`'], "");
    let words = fold::words(&spelled);
    let mut words: &[String] = &words;
    if words.len() > 1 && words[0] == "the" {
        words = &words[1..];
    }
    while let Some(form) = LEGAL_FORMS.iter().find(|form| words.len() > form.len() && ends_with(words, form))
    {
        words = &words[..words.len() - form.len()];
        while words.len() > 1 && words.last().is_some_and(|word| word == "and") {
            words = &words[..words.len() - 1];
        }
    }
    words.join(" ")
}

fn ends_with(words: &[String], form: &[&str]) -> bool {
    words[words.len() - form.len()..].iter().zip(form.iter()).all(|(word, part)| word == part)
}
