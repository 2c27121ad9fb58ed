//! Whether a person asks for no more mails and says nothing else, and until when somebody who is away says they are.

use chrono::{DateTime, NaiveDate, Utc};

/// Words of a text that is nothing but a wish to leave.
const WORDS_MAX: usize = 6;
/// Characters of an answer that are looked at; what it quotes comes behind.
const LOOKED_AT: usize = 2_000;

/// All that such a text says, in small letters and without marks. Whoever says more is read by a person.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "stop", "stop it", "please stop", "stop emailing me", "stop mailing me", "please stop emailing me", "stop emails", "stop sending",
    "unsubscribe", "unsubscribe me", "please unsubscribe", "please unsubscribe me", "unsubscribe please", "unsubscribe me please",
    "remove", "remove me", "please remove me", "remove me please", "please remove", "take me off", "take me off your list",
    "please take me off your list", "remove me from your list", "remove me from this list", "remove me from the list",
    "please remove me from your list", "opt out", "opt-out", "optout", "no more emails", "no more mails", "no more emails please",
    "abmelden", "bitte abmelden", "abbestellen", "bitte abbestellen", "austragen", "bitte austragen", "bitte austragen lassen",
    "keine weiteren mails", "keine weiteren emails", "keine weiteren e-mails", "bitte keine weiteren mails",
    "bitte keine weiteren emails", "bitte keine weiteren e-mails", "stopp",
    "désabonner", "desabonner", "désinscription", "désinscrire", "me désinscrire", "désinscrivez-moi", "désabonnez-moi",
    "arrêtez", "veuillez me désinscrire", "veuillez me désabonner",
    "darme de baja", "dar de baja", "baja", "quiero darme de baja", "no más correos", "no mas correos",
    "cancellami", "cancellatemi", "disiscrivimi", "annulla iscrizione", "rimuovimi",
    "cancelar inscrição", "remover", "descadastrar", "sair da lista",
    "afmelden", "uitschrijven", "graag uitschrijven", "meld me af", "schrijf me uit",
    "avregistrera", "avsluta prenumeration", "ta bort mig", "avmeld", "meld meg av", "afmeld", "afmeld mig", "fjern mig",
    "wypisz mnie", "proszę mnie wypisać", "odhlásit", "odhlásiť", "leiratkozás", "dezabonare", "отписаться", "отпишите меня",
];

/// Of what somebody wrote themselves, without what they quote. An empty text asks for nothing, whatever its subject: mail programs
/// answer with the subject of ours.
pub fn asks_to_stop(text: &str) -> bool {
    let own = own_words(text);
    let bare = own
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | ',' | '"' | '\'' | '“' | '”'))
        .to_lowercase();
    let words = bare.split_whitespace().collect::<Vec<_>>();
    words.len() <= WORDS_MAX && STOP.contains(&words.join(" ").as_str())
}

/// What stands before the quoted mail and before a signature.
pub fn own_words(text: &str) -> String {
    let head: String = text.chars().take(LOOKED_AT).collect();
    let ends = |line: &str| {
        let line = line.trim_end();
        line.starts_with('>')
            || line == "--"
            || line.starts_with("-----")
            || line.starts_with("_____")
            || (line.ends_with(':') && line.contains('@'))
            || is_attribution(line)
    };
    head.lines().take_while(|line| !ends(line)).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// `On Mon, 2 Mar 2026, Ada wrote:`, in the languages of large mail programs.
fn is_attribution(line: &str) -> bool {
    let lower = line.to_lowercase();
    let wrote =
        ["wrote", "schrieb", "écrit", "escribió", "ha scritto", "escreveu", "schreef", "skrev", "napisał"];
    let names_sender = ["from: ", "von: ", "de : "].iter().any(|start| lower.starts_with(start));
    names_sender || (lower.ends_with(':') && wrote.iter().any(|word| lower.contains(word)))
}

/// The latest day that an answer of somebody who is away names, if it lies within a year ahead: until then they are.
///
/// Only days that can be read in one way count: `12 March 2026`, `March 12, 2026`, `2026-03-12`, `12.03.2026`.
pub fn away_until(text: &str, now: DateTime<Utc>) -> Option<NaiveDate> {
    let head: String = text.chars().take(LOOKED_AT).collect();
    let today = now.date_naive();
    let words: Vec<String> = head
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '"'))
        .map(|word| word.trim_matches(|c: char| matches!(c, '.' | '!' | '?' | ':')).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let alone = words.iter().filter_map(|word| in_one_word(word));
    let of_three = words.windows(3).filter_map(|three| in_three_words(&three[0], &three[1], &three[2]));
    let fits = |day: &NaiveDate| *day >= today && (*day - today).num_days() <= 366;
    alone.chain(of_three).filter(fits).max()
}

/// `2026-03-12`, or `12.03.2026` as it is written in much of Europe. With slashes nobody knows which is the month.
fn in_one_word(word: &str) -> Option<NaiveDate> {
    if let Ok(day) = NaiveDate::parse_from_str(word, "%Y-%m-%d") {
        return Some(day);
    }
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn in_three_words(first: &str, second: &str, third: &str) -> Option<NaiveDate> {
    let year: i32 = third.parse().ok().filter(|year| (2_000..3_000).contains(year))?;
    let day = |word: &str| -> Option<u32> {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    };
    match (month(first), month(second)) {
        (None, Some(month)) => NaiveDate::from_ymd_opt(year, month, day(first)?),
        (Some(month), None) => NaiveDate::from_ymd_opt(year, month, day(second)?),
        _ => None,
    }
}

/// By how the month's name begins, in English and in what is close to it.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "janv", "ener", "genn"],
        &["feb", "févr", "fevr", "febr"],
        &["mar", "mär", "mrz", "maar"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei", "maj", "mayo", "maggio"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "août", "aout", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "déc", "dic", "des"],
    ];
    let is_word = word.chars().count() <= 12 && word.chars().all(char::is_alphabetic);
    let found = MONTHS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)));
    found.filter(|_| is_word).and_then(|at| u32::try_from(at + 1).ok())
}
