//! Seniority and department, read from a job title by rules.
//!
//! The rules are plain word lists: a person can see why a title got its level, and the field is marked derived.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;

/// The seniority level a title speaks of: one of `SENIORITY_LEVELS`. `Other` when no rule knows it.
pub fn seniority(title: &str) -> &'static str {
    SENIORITY.first_match(title).unwrap_or("Other")
}

struct Rule {
    gives: &'static str,
    words: &'static [&'static str],
    phrases: &'static [&'static str],
    /// Phrases that look like the level and are not.
    unless: &'static [&'static str],
}

/// The first rule that fits wins, so the assistant of a chief is no chief.
#[rustfmt::skip]
const SENIORITY_RULES: &[Rule] = &[
    Rule {
        gives: "Staff",
        words: &["intern", "trainee", "apprentice", "praktikant", "werkstudent", "azubi", "stagiaire"],
        phrases: &["assistant to", "assistant of", "office of the", "executive assistant", "personal assistant"],
        unless: &[],
    },
    Rule {
        gives: "VP",
        words: &["vp", "svp", "evp", "avp", "rvp", "gvp", "vizeprasident"],
        phrases: &["vice president", "vice chair"],
        unless: &[],
    },
    Rule {
        gives: "C-level",
        words: &[
            "chief", "ceo", "cfo", "cto", "coo", "cio", "cmo", "cso", "cro", "cpo", "chro", "cdo", "ciso", "cco", "cao",
            "clo", "cxo", "founder", "cofounder", "owner", "president", "chairman", "chairwoman", "chairperson", "chair",
            "proprietor", "geschaftsfuhrer", "geschaftsfuhrerin", "vorstand", "inhaber", "inhaberin", "pdg",
        ],
        phrases: &["managing director", "managing partner", "general partner", "directeur general", "c level"],
        unless: &["product owner", "process owner", "chief of staff"],
    },
    Rule {
        gives: "Director",
        words: &["director", "directeur", "directrice", "direktor", "direktorin", "partner", "prokurist", "dean"],
        phrases: &["chief of staff"],
        unless: &["art director", "partner manager", "business partner"],
    },
    Rule {
        gives: "Head",
        words: &["head", "leiter", "leiterin", "bereichsleiter", "abteilungsleiter", "responsable"],
        phrases: &[],
        unless: &[],
    },
    Rule {
        gives: "Manager",
        words: &["manager", "mgr", "supervisor", "superintendent", "foreman", "teamleiter", "teamleiterin", "managerin"],
        phrases: &["team lead", "team leader", "art director", "group lead", "shift lead", "product owner"],
        unless: &[],
    },
    Rule {
        gives: "Senior",
        words: &["senior", "sr", "lead", "principal", "expert", "fellow", "architect", "referent"],
        phrases: &[],
        unless: &[],
    },
    Rule { gives: "Staff", words: STAFF, phrases: &["business partner"], unless: &[] },
];

/// Words of ordinary positions.
#[rustfmt::skip]
const STAFF: &[&str] = &[
    "accountant", "administrator", "admin", "advisor", "agent", "analyst", "assistant", "associate", "attorney", "auditor",
    "berater", "buyer", "clerk", "coach", "consultant", "controller", "coordinator", "copywriter", "counsel", "designer",
    "developer", "editor", "engineer", "entwickler", "entwicklerin", "executive", "generalist", "ingenieur", "instructor",
    "inspector", "lawyer", "librarian", "mechanic", "nurse", "officer", "operator", "paralegal", "pharmacist", "physician",
    "planner", "producer", "professor", "programmer", "purchaser", "receptionist", "recruiter", "rep", "representative",
    "researcher", "sachbearbeiter", "sachbearbeiterin", "salesperson", "salesman", "saleswoman", "scientist", "secretary",
    "specialist", "spezialist", "staff", "strategist", "support", "teacher", "technician", "tester", "trader", "trainer",
    "underwriter", "verkaufer", "worker", "writer", "paramedic", "dispatcher", "estimator", "surveyor", "member", "employee",
];

/// The department a title (or a free "department" column) speaks of: one of `DEPARTMENTS`; nothing when no rule does.
/// The first rule that knows a word of it wins, so narrow departments stand before wide ones.
pub fn department(text: &str) -> Option<&'static str> {
    DEPARTMENTS.first_match(text)
}

#[rustfmt::skip]
const DEPARTMENT_RULES: &[Rule] = &[
    Rule {
        gives: "Security",
        words: &["ciso", "security", "cybersecurity", "infosec", "siem", "sicherheit"],
        phrases: &["threat intelligence"],
        unless: &[],
    },
    Rule {
        gives: "Human Resources",
        words: &[
            "hr", "human", "chro", "recruiter", "recruiting", "recruitment", "people", "talent", "personal",
            "personalwesen", "personnel", "payroll", "benefits", "compensation",
        ],
        phrases: &["learning and development"],
        unless: &[],
    },
    Rule {
        gives: "Procurement",
        words: &[
            "procurement", "purchasing", "purchaser", "buyer", "sourcing", "einkauf", "einkaufer", "achats",
        ],
        phrases: &["supply chain", "vendor management", "category manager"],
        unless: &[],
    },
    Rule {
        gives: "Legal",
        words: &[
            "legal", "counsel", "attorney", "lawyer", "compliance", "clo", "paralegal", "recht", "jurist",
            "privacy", "notary",
        ],
        phrases: &["data protection"],
        unless: &[],
    },
    Rule {
        gives: "Finance",
        words: &[
            "finance", "financial", "cfo", "accounting", "accountant", "controller", "controlling",
            "treasurer", "treasury", "tax", "audit", "auditor", "accounts", "bookkeeper", "finanzen",
            "buchhaltung", "bookkeeping", "billing",
        ],
        phrases: &["investor relations"],
        unless: &[],
    },
    Rule {
        gives: "Customer Support",
        words: &["support", "helpdesk", "cco", "kundenservice", "kundendienst"],
        phrases: &[
            "customer service", "customer success", "customer care", "client services",
            "customer experience", "help desk", "client success",
        ],
        unless: &[],
    },
    Rule {
        gives: "Marketing",
        words: &[
            "marketing", "cmo", "brand", "communications", "seo", "sem", "content", "advertising",
            "copywriter", "pr", "demand", "kommunikation", "media", "campaign", "events",
        ],
        phrases: &["public relations", "growth marketing", "lead generation", "go to market"],
        unless: &[],
    },
    Rule {
        gives: "Data",
        words: &["data", "analytics", "bi", "statistician", "cdo"],
        phrases: &["machine learning", "artificial intelligence", "business intelligence"],
        unless: &[],
    },
    Rule {
        gives: "Product",
        words: &["product", "cpo", "scrum"],
        phrases: &["product owner", "product management"],
        unless: &[],
    },
    Rule {
        gives: "Sales",
        words: &[
            "sales", "account", "cro", "bdr", "sdr", "vertrieb", "vertriebsleiter", "commercial", "revenue",
            "verkauf", "verkaufer", "ventes", "salesman", "saleswoman", "salesperson", "presales",
        ],
        phrases: &["business development", "key account", "channel manager", "partnerships", "inside sales"],
        unless: &[],
    },
    Rule {
        gives: "Design",
        words: &["design", "designer", "ux", "ui", "creative", "artist", "graphic", "illustrator"],
        phrases: &["art director"],
        unless: &[],
    },
    Rule {
        gives: "Information Technology",
        words: &[
            "it", "cio", "infrastructure", "network", "systems", "system", "sysadmin", "database", "cloud",
            "edv", "telecom", "erp", "sap", "salesforce", "technology", "helpdesk",
        ],
        phrases: &["information technology", "information systems", "digital transformation"],
        unless: &[],
    },
    Rule {
        gives: "Research",
        words: &["research", "researcher", "scientist", "scientific", "laboratory", "lab", "forschung"],
        phrases: &["research and development"],
        unless: &[],
    },
    Rule {
        gives: "Engineering",
        words: &[
            "engineering", "engineer", "developer", "cto", "software", "programmer", "devops", "entwickler",
            "entwicklerin", "entwicklung", "architect", "qa", "sre", "technical", "ingenieur", "frontend",
            "backend", "rd", "mechanical", "electrical", "technik",
        ],
        phrases: &["r d", "full stack"],
        unless: &[],
    },
    Rule {
        gives: "Medical",
        words: &[
            "medical", "physician", "nurse", "nursing", "doctor", "clinical", "surgeon", "pharmacist",
            "therapist", "cmio", "patient", "dental", "health",
        ],
        phrases: &[],
        unless: &[],
    },
    Rule {
        gives: "Education",
        words: &[
            "teacher", "professor", "education", "lecturer", "school", "faculty", "dean", "instructor",
            "training", "librarian",
        ],
        phrases: &[],
        unless: &[],
    },
    Rule {
        gives: "Operations",
        words: &[
            "operations", "coo", "logistics", "warehouse", "manufacturing", "production", "plant",
            "quality", "facilities", "facility", "supply", "maintenance", "betrieb", "produktion",
            "logistik", "fleet", "shipping", "construction", "project", "program", "programme", "office",
            "administrative", "administration", "safety", "store", "branch",
        ],
        phrases: &[],
        unless: &[],
    },
    Rule {
        gives: "Executive",
        words: &[
            "ceo", "founder", "cofounder", "owner", "president", "chairman", "chair", "geschaftsfuhrer",
            "geschaftsfuhrerin", "vorstand", "executive", "cxo", "management", "inhaber", "board", "pdg",
            "partner",
        ],
        phrases: &["managing director", "general manager", "c suite", "general management"],
        unless: &[],
    },
];

static SENIORITY: LazyLock<Rules> = LazyLock::new(|| Rules::index(SENIORITY_RULES));
static DEPARTMENTS: LazyLock<Rules> = LazyLock::new(|| Rules::index(DEPARTMENT_RULES));

/// Rules by the words they know, so that a title is read once and not compared with each of some 300 words.
struct Rules {
    rules: &'static [Rule],
    by_word: HashMap<&'static str, Vec<usize>>,
    /// By the first word of the phrase.
    by_phrase: HashMap<&'static str, Vec<(&'static str, usize)>>,
}

impl Rules {
    fn index(rules: &'static [Rule]) -> Rules {
        let mut index = Rules { rules, by_word: HashMap::new(), by_phrase: HashMap::new() };
        for (number, rule) in rules.iter().enumerate() {
            for word in rule.words {
                index.by_word.entry(word).or_default().push(number);
            }
            for phrase in rule.phrases {
                let first = phrase.split(' ').next().unwrap_or(phrase);
                index.by_phrase.entry(first).or_default().push((phrase, number));
            }
        }
        index
    }

    /// What the first rule that fits gives.
    fn first_match(&self, text: &str) -> Option<&'static str> {
        let text = spaced_words(text);
        let mut best = self.rules.len();
        let mut start = 1;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let by_word = self.by_word.get(word).into_iter().flatten().copied();
            let phrases = self.by_phrase.get(word).into_iter().flatten();
            let by_phrase = phrases
                .filter(|(phrase, _)| starts_with_words(&text[start..], phrase))
                .map(|(_, number)| *number);
            for number in by_word.chain(by_phrase).filter(|number| *number < best).collect::<Vec<_>>() {
                if number < best && !self.rules[number].unless.iter().any(|phrase| has_phrase(&text, phrase))
                {
                    best = number;
                }
            }
            start += word.len() + 1;
        }
        self.rules.get(best).map(|rule| rule.gives)
    }
}

/// The folded words between single spaces, with one at each end, so that a phrase is found on word borders.
fn spaced_words(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 2);
    spaced.push(' ');
    // `C.E.O.` and `V.P.` are written with points as often as without.
    for c in fold::fold(text).chars().filter(|c| *c != '.') {
        if c.is_alphanumeric() {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    if spaced.contains(" co founder ") { spaced.replace(" co founder ", " cofounder ") } else { spaced }
}

fn starts_with_words(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

fn has_phrase(spaced: &str, phrase: &str) -> bool {
    spaced
        .match_indices(phrase)
        .any(|(start, _)| spaced[..start].ends_with(' ') && starts_with_words(&spaced[start..], phrase))
}
