//! Which mails were written by a program: by the headers that RFC 3834 and large mail programs set, and by what they write into
//! subjects.

/// What kind of program wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Automatic {
    /// Somebody is away.
    OutOfOffice,
    /// Something answers everything: a ticket system, a confirmation.
    Reply,
    /// Not an answer to a mail: a notice, a list, a report.
    Notice,
}

/// Headers whose presence says that it is an answer of a program.
const REPLIES: &[&str] = &[
    "x-autoreply",
    "x-auto-reply",
    "x-autorespond",
    "x-autoresponder",
    "x-autoreply-from",
    "x-mail-autoreply",
];

/// How subjects of out-of-office answers begin. German, French, Spanish, Italian, Portuguese, Dutch, Nordic and Eastern European
/// languages, Turkish, Russian, Greek, Hebrew, Arabic, Chinese, Japanese, Korean.
#[rustfmt::skip]
const AWAY: &[&str] = &[
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "out of office",
    "out of the office", "out-of-office", "ooo:", "i am out of", "i'm out of", "away from the office", "away from my mail",
    "on vacation", "on annual leave", "on parental leave", "on maternity leave", "vacation reply",
    "automatische antwort", "abwesenheit", "abwesend", "außer haus", "nicht im büro", "ich bin im urlaub", "urlaubsbedingt",
    "réponse automatique", "absence du bureau", "absent du bureau", "absence :", "absent(e)", "en congé", "message d'absence",
    "respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina", "ausencia", "ausente",
    "resposta automàtica",
    "risposta automatica", "fuori sede", "fuori ufficio", "assenza", "assente",
    "resposta automática", "resposta automatica", "fora do escritório", "fora do escritorio", "ausência",
    "automatisch antwoord", "automatische beantwoording", "afwezig", "niet op kantoor",
    "automatiskt svar", "autosvar", "frånvaro", "frånvarande", "automatisk svar", "fravær", "fraværende", "ikke på kontoret",
    "automaattinen vastaus", "poissa", "poissaolo", "automaatvastus", "sjálfvirkt svar",
    "automatyczna odpowiedź", "autoodpowiedź", "nieobecność", "poza biurem", "automatická odpověď", "automatická odpoveď",
    "nepřítomnost", "mimo kancelář", "automatikus válasz", "házon kívül", "răspuns automat", "absent din birou",
    "automatski odgovor", "samodejni odgovor", "automātiska atbilde", "automatinis atsakymas",
    "автоматический ответ", "автоответ", "вне офиса", "в отпуске", "автоматична відповідь", "автоматичен отговор",
    "otomatik yanıt", "otomatik cevap", "ofis dışında", "αυτόματη απάντηση", "εκτός γραφείου", "תשובה אוטומטית", "מענה אוטומטי",
    "رد تلقائي", "自动答复", "自动回复", "自動回覆", "自動応答", "自動返信", "不在通知", "不在のお知らせ", "외출 중", "자동 회신", "자동 응답",
    "부재중",
];

/// How subjects of other answers of programs begin, for those without headers.
#[rustfmt::skip]
const RECEIVED: &[&str] = &[
    "we have received your", "we've received your", "thank you for contacting", "thank you for your email", "thanks for contacting",
    "thank you for your message", "your request has been received", "your message has been received", "ticket received",
    "[ticket", "ihre anfrage", "vielen dank für ihre nachricht", "vielen dank für ihre anfrage", "eingangsbestätigung",
    "accusé de réception", "nous avons bien reçu", "hemos recibido su", "abbiamo ricevuto", "recebemos a sua",
];

/// What a mail's headers say of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs<'a> {
    /// Names in any case, values unfolded or not.
    pub headers: &'a [(String, String)],
    pub subject: &'a str,
}

impl Signs<'_> {
    /// `None`: a person, as far as one can tell.
    pub fn automatic(&self) -> Option<Automatic> {
        let subject = self.subject.trim().to_lowercase();
        let away = AWAY.iter().any(|words| subject.starts_with(words));
        let received = RECEIVED.iter().any(|words| subject.starts_with(words));
        if away {
            return Some(Automatic::OutOfOffice);
        }
        if self.says_reply() {
            // An answer by the headers' own word; most who send it are away, but a subject of a ticket system tells it apart.
            return Some(match received || !self.answers() {
                true => Automatic::Reply,
                false => self.away_by_headers(),
            });
        }
        if received {
            return Some(Automatic::Reply);
        }
        self.says_notice().then_some(Automatic::Notice)
    }

    fn says_reply(&self) -> bool {
        self.first_word("auto-submitted").is_some_and(|word| word == "auto-replied")
            || REPLIES.iter().any(|name| self.first_word(name).is_some_and(|word| word != "no"))
            || ["precedence", "x-precedence"].iter().any(|name| {
                self.first_word(name).is_some_and(|word| matches!(word.as_str(), "auto_reply" | "auto-reply"))
            })
            || self.first_word("x-autogenerated").is_some_and(|word| word == "reply")
            || self.first_word("delivered-to").is_some_and(|word| word == "autoresponder")
    }

    /// `auto-generated`, lists and bulk, and mails without a sender to answer to.
    fn says_notice(&self) -> bool {
        self.first_word("auto-submitted").is_some_and(|word| word != "no")
            || self
                .first_word("precedence")
                .is_some_and(|word| matches!(word.as_str(), "bulk" | "junk" | "list"))
            || self.has("list-id")
            || self.value("return-path").is_some_and(|path| path == "<>")
            || self.has("x-fc-machinegenerated")
            || self.first_word("x-autogenerated").is_some()
    }

    /// Whether it is in answer to a mail.
    fn answers(&self) -> bool {
        self.has("in-reply-to")
            || self.has("references")
            || self.subject.trim_start().to_lowercase().starts_with("re:")
    }

    /// Exchange asks others not to answer when somebody is away; ticket systems name themselves.
    fn away_by_headers(&self) -> Automatic {
        let ticket =
            ["x-zendesk", "x-freshdesk", "x-jira", "x-rt-ticket", "x-otrs", "x-helpscout", "x-intercom"];
        let names_ticket = self
            .headers
            .iter()
            .any(|(name, _)| ticket.iter().any(|start| name.to_ascii_lowercase().starts_with(start)));
        match names_ticket {
            true => Automatic::Reply,
            false => Automatic::OutOfOffice,
        }
    }

    fn value(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// Without parameters and comments, in lower case.
    fn first_word(&self, name: &str) -> Option<String> {
        let word = self.value(name)?.split([';', ' ', '\t', '(']).next()?;
        (!word.is_empty()).then(|| word.to_ascii_lowercase())
    }
}
