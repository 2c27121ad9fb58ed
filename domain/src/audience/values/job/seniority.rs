//! The words that levels are known by.

use super::rules::{RULE, Rule};

/// The first rule that fits wins, so the assistant of a chief is no chief.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        gives: "Staff",
        words: &["intern", "trainee", "apprentice", "praktikant", "praktikantin", "werkstudent", "werkstudentin", "azubi", "stagiaire"],
        phrases: &[
            "assistant to", "assistant of", "assistant de", "office of the", "executive assistant", "personal assistant",
            "assistenz der", "assistentin der",
        ],
        ..RULE
    },
    Rule {
        gives: "VP",
        words: &["vp", "svp", "evp", "avp", "rvp", "gvp", "vizeprasident", "vizeprasidentin"],
        phrases: &["vice president", "vice chair", "vice presidente", "vice presidente de"],
        ..RULE
    },
    Rule {
        gives: "Director",
        phrases: &[
            "chief of staff", "non executive director", "board director", "board member", "member of the board",
            "school principal", "assistant principal", "superintendent of schools",
        ],
        ..RULE
    },
    Rule {
        gives: "C-level",
        words: &[
            "chief", "ceo", "cfo", "cto", "coo", "cio", "cmo", "cso", "cro", "cpo", "chro", "cdo", "ciso", "cco", "cao", "clo",
            "cxo", "founder", "cofounder", "owner", "president", "presidente", "chairman", "chairwoman", "chairperson", "chair",
            "proprietor", "entrepreneur", "geschaftsfuhrer", "geschaftsfuhrerin", "geschaftsfuhrende", "vorstand", "inhaber",
            "inhaberin", "pdg", "gerant",
        ],
        phrases: &[
            "managing director", "managing partner", "general partner", "directeur general", "directrice generale", "c level",
            "c suite", "director general", "directora general", "diretor geral", "direttore generale", "amministratore delegato",
            "administrateur delegue", "consejero delegado", "general counsel", "self employed",
        ],
        starts: &["vorstandsvor", "vorstandsmit"],
        unless: &[
            "product owner", "process owner", "chief engineer", "chief accountant", "chief nurse",
            "chief architect", "chief pilot", "chief technician", "chief clerk", "chief underwriter", "associate general counsel",
            "assistant general counsel", "deputy general counsel",
        ],
        ..RULE
    },
    Rule {
        gives: "Director",
        words: &[
            "director", "directora", "directeur", "directrice", "direktor", "direktorin", "diretor", "diretora", "direttore",
            "direttrice", "partner", "prokurist", "prokuristin", "dean", "bereichsvorstand",
        ],
        unless: &["art director", "partner manager", "business partner", "partner marketing", "partner success", "partner development"],
        ..RULE
    },
    Rule {
        gives: "Head",
        words: &["head", "leiter", "leiterin", "leitung", "responsable", "responsabile", "hoofd"],
        ends: &["leiter", "leiterin", "leitung", "chef", "sjef"],
        unless: &["teamleiter", "teamleiterin", "projektleiter", "projektleiterin", "schichtleiter", "filialleiter", "filialleiterin"],
        ..RULE
    },
    Rule {
        gives: "Manager",
        words: &[
            "manager", "managers", "mgr", "manageress", "managerin", "supervisor", "superintendent", "foreman", "teamleiter",
            "teamleiterin", "projektleiter", "projektleiterin", "schichtleiter", "filialleiter", "filialleiterin", "gerente",
            "gerenta", "jefe", "jefa", "encargado", "encargada", "referatsleiter",
        ],
        phrases: &[
            "team lead", "team leader", "art director", "group lead", "group leader", "shift lead", "shift leader", "product owner",
            "chef de", "chef des", "chef d",
        ],
        ends: &["manager", "managerin"],
        ..RULE
    },
    Rule {
        gives: "Senior",
        words: &["senior", "snr", "sr", "lead", "principal", "expert", "fellow", "architect", "architekt", "referent", "referentin"],
        phrases: &[
            "chief engineer", "chief accountant", "chief nurse", "chief architect", "chief pilot", "chief technician",
            "chief clerk", "chief underwriter", "general counsel", "staff software", "staff engineer", "staff scientist",
            "staff product", "staff data", "staff designer",
        ],
        unless: &["lead generation", "lead gen"],
        ..RULE
    },
    Rule {
        gives: "Staff",
        words: STAFF,
        phrases: &["business partner", "scrum master"],
        ends: &[
            "mitarbeiter", "mitarbeiterin", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "berater", "beraterin",
            "techniker", "technikerin", "verkaufer", "verkauferin", "einkaufer", "einkauferin", "medewerker",
        ],
        ..RULE
    },
];

/// Words of ordinary positions.
#[rustfmt::skip]
const STAFF: &[&str] = &[
    "accountant", "administrator", "admin", "advisor", "adviser", "agent", "analyst", "assistant", "associate", "attorney",
    "auditor", "berater", "bdr", "bookkeeper", "broker", "buchhalter", "buchhalterin", "buyer", "cashier", "chef", "chemist",
    "clerk", "coach", "consultant", "consulente", "controller", "controllerin", "cook", "coordinator", "copywriter", "counsel",
    "counselor", "designer", "developer", "dispatcher", "driver", "economist", "editor", "einkaufer", "einkauferin", "employee",
    "engineer", "entwickler", "entwicklerin", "estimator", "executive", "generalist", "handler", "hygienist", "ingenieur",
    "ingeniero", "ingegnere", "inkoper", "inspector", "instructor", "interpreter", "journalist", "laborant", "laborantin",
    "lawyer", "lecturer", "librarian", "machinist", "marketer", "mechanic", "member", "mitarbeiter", "mitarbeiterin", "nurse",
    "officer", "operator", "optometrist", "paralegal", "paramedic", "pharmacist", "photographer", "physician", "physiotherapist",
    "pilot", "planner", "producer", "professor", "programmer", "psychologist", "purchaser", "receptionist", "recruiter", "rep",
    "representative", "reporter", "researcher", "sachbearbeiter", "sachbearbeiterin", "salesman", "salesperson", "saleswoman",
    "scheduler", "scientist", "sdr", "secretary", "seller", "specialist", "spezialist", "staff", "statistician", "strategist",
    "superviseur", "support", "surgeon", "surveyor", "teacher", "technician", "tester", "therapist", "trader", "trainer",
    "translator", "processor", "hacker", "merchandiser", "belt", "biostatistician", "liaison", "adjuster", "acheteur", "acheteuse",
    "tecnico", "underwriter", "verkaufer", "verkoper", "veterinarian", "worker", "writer",
];
