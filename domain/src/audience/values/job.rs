//! Seniority and department, read from a job title by rules.
//!
//! The rules are plain word lists: a person can see why a title got its level, and the field is marked derived.

use super::fold;

/// The seniority level a title speaks of: one of `SENIORITY_LEVELS`. `Other` when no rule knows it.
pub fn seniority(title: &str) -> &'static str {
    let title = Title::new(title);
    let rule = SENIORITY_RULES.iter().find(|rule| {
        let speaks = title.has_word(rule.words) || title.has_any(rule.phrases);
        speaks && !title.has_any(rule.unless)
    });
    rule.map_or("Other", |rule| rule.level)
}

struct LevelRule {
    level: &'static str,
    words: &'static [&'static str],
    phrases: &'static [&'static str],
    /// Phrases that look like the level and are not.
    unless: &'static [&'static str],
}

/// The first rule that fits wins, so the assistant of a chief is no chief.
#[rustfmt::skip]
const SENIORITY_RULES: &[LevelRule] = &[
    LevelRule {
        level: "Staff",
        words: &["intern", "trainee", "apprentice", "praktikant", "werkstudent", "azubi", "stagiaire"],
        phrases: &["assistant to", "assistant of", "office of the", "executive assistant", "personal assistant"],
        unless: &[],
    },
    LevelRule {
        level: "VP",
        words: &["vp", "svp", "evp", "avp", "rvp", "gvp", "vizeprasident"],
        phrases: &["vice president", "vice chair"],
        unless: &[],
    },
    LevelRule {
        level: "C-level",
        words: &[
            "chief", "ceo", "cfo", "cto", "coo", "cio", "cmo", "cso", "cro", "cpo", "chro", "cdo", "ciso", "cco", "cao",
            "clo", "cxo", "founder", "cofounder", "owner", "president", "chairman", "chairwoman", "chairperson", "chair",
            "proprietor", "geschaftsfuhrer", "geschaftsfuhrerin", "vorstand", "inhaber", "inhaberin", "pdg",
        ],
        phrases: &["managing director", "managing partner", "general partner", "directeur general", "c level"],
        unless: &["product owner", "process owner", "chief of staff"],
    },
    LevelRule {
        level: "Director",
        words: &["director", "directeur", "directrice", "direktor", "direktorin", "partner", "prokurist", "dean"],
        phrases: &["chief of staff"],
        unless: &["art director", "partner manager", "business partner"],
    },
    LevelRule {
        level: "Head",
        words: &["head", "leiter", "leiterin", "bereichsleiter", "abteilungsleiter", "responsable"],
        phrases: &[],
        unless: &[],
    },
    LevelRule {
        level: "Manager",
        words: &["manager", "mgr", "supervisor", "superintendent", "foreman", "teamleiter", "teamleiterin", "managerin"],
        phrases: &["team lead", "team leader", "art director", "group lead", "shift lead", "product owner"],
        unless: &[],
    },
    LevelRule {
        level: "Senior",
        words: &["senior", "sr", "lead", "principal", "expert", "fellow", "architect", "referent"],
        phrases: &[],
        unless: &[],
    },
    LevelRule { level: "Staff", words: STAFF, phrases: &["business partner"], unless: &[] },
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
    let title = Title::new(text);
    DEPARTMENT_RULES
        .iter()
        .find(|(_, words, phrases)| title.has_word(words) || title.has_any(phrases))
        .map(|(department, _, _)| *department)
}

type Rule = (&'static str, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const DEPARTMENT_RULES: &[Rule] = &[
    ("Security", &["ciso", "security", "cybersecurity", "infosec", "siem", "sicherheit"], &["threat intelligence"]),
    ("Human Resources", &["hr", "human", "chro", "recruiter", "recruiting", "recruitment", "people", "talent", "personal",
        "personalwesen", "personnel", "payroll", "benefits", "compensation"], &["learning and development"]),
    ("Procurement", &["procurement", "purchasing", "purchaser", "buyer", "sourcing", "einkauf", "einkaufer", "achats"],
        &["supply chain", "vendor management", "category manager"]),
    ("Legal", &["legal", "counsel", "attorney", "lawyer", "compliance", "clo", "paralegal", "recht", "jurist", "privacy",
        "notary"], &["data protection"]),
    ("Finance", &["finance", "financial", "cfo", "accounting", "accountant", "controller", "controlling", "treasurer",
        "treasury", "tax", "audit", "auditor", "accounts", "bookkeeper", "finanzen", "buchhaltung", "bookkeeping",
        "billing"], &["investor relations"]),
    ("Customer Support", &["support", "helpdesk", "cco", "kundenservice", "kundendienst"],
        &["customer service", "customer success", "customer care", "client services", "customer experience",
        "help desk", "client success"]),
    ("Marketing", &["marketing", "cmo", "brand", "communications", "seo", "sem", "content", "advertising", "copywriter",
        "pr", "demand", "kommunikation", "media", "campaign", "events"], &["public relations", "growth marketing",
        "lead generation", "go to market"]),
    ("Data", &["data", "analytics", "bi", "statistician", "cdo"], &["machine learning", "artificial intelligence",
        "business intelligence"]),
    ("Product", &["product", "cpo", "scrum"], &["product owner", "product management"]),
    ("Sales", &["sales", "account", "cro", "bdr", "sdr", "vertrieb", "vertriebsleiter", "commercial", "revenue", "verkauf",
        "verkaufer", "ventes", "salesman", "saleswoman", "salesperson", "presales"], &["business development",
        "key account", "channel manager", "partnerships", "inside sales"]),
    ("Design", &["design", "designer", "ux", "ui", "creative", "artist", "graphic", "illustrator"], &["art director"]),
    ("Information Technology", &["it", "cio", "infrastructure", "network", "systems", "system", "sysadmin", "database",
        "cloud", "edv", "telecom", "erp", "sap", "salesforce", "technology", "helpdesk"], &["information technology",
        "information systems", "digital transformation"]),
    ("Research", &["research", "researcher", "scientist", "scientific", "laboratory", "lab", "forschung"],
        &["research and development"]),
    ("Engineering", &["engineering", "engineer", "developer", "cto", "software", "programmer", "devops", "entwickler",
        "entwicklerin", "entwicklung", "architect", "qa", "sre", "technical", "ingenieur", "frontend", "backend", "rd",
        "mechanical", "electrical", "technik"], &["r d", "full stack"]),
    ("Medical", &["medical", "physician", "nurse", "nursing", "doctor", "clinical", "surgeon", "pharmacist", "therapist",
        "cmio", "patient", "dental", "health"], &[]),
    ("Education", &["teacher", "professor", "education", "lecturer", "school", "faculty", "dean", "instructor",
        "training", "librarian"], &[]),
    ("Operations", &["operations", "coo", "logistics", "warehouse", "manufacturing", "production", "plant", "quality",
        "facilities", "facility", "supply", "maintenance", "betrieb", "produktion", "logistik", "fleet", "shipping",
        "construction", "project", "program", "programme", "office", "administrative", "administration", "safety",
        "store", "branch"], &[]),
    ("Executive", &["ceo", "founder", "cofounder", "owner", "president", "chairman", "chair", "geschaftsfuhrer",
        "geschaftsfuhrerin", "vorstand", "executive", "cxo", "management", "inhaber", "board", "pdg", "partner"],
        &["managing director", "general manager", "c suite", "general management"]),
];

struct Title {
    /// Words between single spaces, with one at each end, so that a phrase is found on word borders.
    spaced: String,
}

impl Title {
    fn new(title: &str) -> Title {
        let mut spaced = String::with_capacity(title.len() + 2);
        spaced.push(' ');
        // `C.E.O.` and `V.P.` are written with points as often as without.
        for c in fold::fold(title).chars().filter(|c| *c != '.') {
            if c.is_alphanumeric() {
                spaced.push(c);
            } else if !spaced.ends_with(' ') {
                spaced.push(' ');
            }
        }
        if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
        Title { spaced: spaced.replace(" co founder ", " cofounder ") }
    }

    fn has_word(&self, words: &[&str]) -> bool {
        self.spaced.split(' ').any(|word| !word.is_empty() && words.contains(&word))
    }

    fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            self.spaced.match_indices(phrase).any(|(start, _)| {
                let bytes = self.spaced.as_bytes();
                bytes[start - 1] == b' ' && bytes[start + phrase.len()] == b' '
            })
        })
    }
}
