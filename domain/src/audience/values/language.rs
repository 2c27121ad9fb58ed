//! Languages by BCP 47.

use super::fold;

/// `English`, `en_us`, `EN-us`, `Deutsch (Schweiz)` no: one language name, or a tag, to a tag in usual case (`en-US`).
pub fn parse(raw: &str) -> Option<String> {
    let trimmed = raw.trim();
    if let Some(tag) = tag(trimmed) {
        return Some(tag);
    }
    let wanted = fold::key(trimmed);
    let names = NAMES.iter().find(|(_, names)| names.split('|').any(|name| fold::key(name) == wanted));
    names.map(|(code, _)| (*code).to_owned())
}

/// language [-script] [-region], each of the usual length and case.
fn tag(raw: &str) -> Option<String> {
    let mut parts = raw.split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    if !CODES.split(' ').any(|code| code == language) {
        return None;
    }
    let mut tag = language;
    let mut seen_region = false;
    for part in parts {
        let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let cased = match part.len() {
            4 if letters && !seen_region => {
                format!("{}{}", part[..1].to_ascii_uppercase(), part[1..].to_ascii_lowercase())
            }
            2 if letters => part.to_ascii_uppercase(),
            3 if digits => part.to_owned(),
            _ => return None,
        };
        if seen_region {
            return None;
        }
        seen_region = part.len() != 4;
        tag.push('-');
        tag.push_str(&cased);
    }
    Some(tag)
}

/// ISO 639-1.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("en", "english|englisch|anglais|inglés|inglese"), ("de", "german|deutsch|allemand|alemán|tedesco"),
    ("fr", "french|français|französisch|francés|francese"), ("es", "spanish|español|castellano|spanisch|espagnol"),
    ("it", "italian|italiano|italienisch|italien"), ("pt", "portuguese|português|portugiesisch"),
    ("nl", "dutch|nederlands|niederländisch|flemish"), ("pl", "polish|polski|polnisch"), ("cs", "czech|čeština|tschechisch"),
    ("sk", "slovak|slovenčina"), ("sl", "slovenian|slovene"), ("hr", "croatian|hrvatski"), ("sr", "serbian"),
    ("bs", "bosnian"), ("hu", "hungarian|magyar"), ("ro", "romanian|română"), ("bg", "bulgarian"),
    ("el", "greek|ελληνικά|griechisch"), ("tr", "turkish|türkçe|türkisch"), ("ru", "russian|русский|russisch"),
    ("uk", "ukrainian|українська"), ("sv", "swedish|svenska|schwedisch"), ("no", "norwegian|norsk"), ("nb", "bokmål"),
    ("da", "danish|dansk|dänisch"), ("fi", "finnish|suomi|finnisch"), ("is", "icelandic"), ("et", "estonian"),
    ("lv", "latvian"), ("lt", "lithuanian"), ("ga", "irish|gaelic"), ("cy", "welsh"), ("ca", "catalan|català"),
    ("eu", "basque"), ("gl", "galician"), ("zh", "chinese|mandarin|中文|chinesisch"), ("ja", "japanese|日本語|japanisch"),
    ("ko", "korean|한국어"), ("vi", "vietnamese"), ("th", "thai"), ("id", "indonesian|bahasa indonesia"),
    ("ms", "malay"), ("tl", "tagalog|filipino"), ("hi", "hindi"), ("bn", "bengali"), ("ta", "tamil"), ("te", "telugu"),
    ("mr", "marathi"), ("gu", "gujarati"), ("pa", "punjabi"), ("ur", "urdu"), ("fa", "persian|farsi"),
    ("ar", "arabic|العربية|arabisch"), ("he", "hebrew|עברית"), ("sw", "swahili"), ("af", "afrikaans"), ("zu", "zulu"),
    ("sq", "albanian"), ("mk", "macedonian"), ("mt", "maltese"), ("lb", "luxembourgish"), ("ka", "georgian"),
    ("hy", "armenian"), ("az", "azerbaijani"), ("kk", "kazakh"), ("uz", "uzbek"),
];
