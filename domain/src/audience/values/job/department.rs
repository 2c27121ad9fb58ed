//! The words that departments are known by.

use super::rules::{RULE, Rule};

/// The first rule that knows a word of the title wins, so narrow departments stand before wide ones, and exceptions before both.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        gives: "Security",
        words: &["ciso", "security", "cybersecurity", "cyber", "infosec", "siem", "sicherheit", "penetration"],
        phrases: &["threat intelligence"],
        unless: &["security guard", "social security"],
        ..RULE
    },
    Rule {
        gives: "Information Technology",
        words: &["helpdesk"],
        phrases: &["help desk", "service desk", "desktop support", "it support", "it service", "it services", "application support"],
        ..RULE
    },
    Rule {
        gives: "Operations",
        phrases: &["executive assistant", "personal assistant", "administrative assistant", "assistant to", "assistenz der"],
        ..RULE
    },
    Rule { gives: "Design", phrases: &["product designer", "product design"], ..RULE },
    Rule { gives: "Operations", phrases: &["demand planner", "demand planning"], ..RULE },
    Rule { gives: "Sales", phrases: &["solutions consultant", "solution consultant", "solutions engineer"], ..RULE },
    Rule {
        gives: "Medical",
        phrases: &["clinical research", "clinical trials", "clinical trial", "practice manager", "medical affairs"],
        ..RULE
    },
    Rule {
        gives: "Human Resources",
        words: &[
            "hr", "human", "chro", "recruiter", "recruiting", "recruitment", "people", "talent", "personal", "personalwesen",
            "personnel", "payroll", "benefits", "compensation", "rewards", "training", "learning", "hrbp", "hris", "rh", "dei", "diversity", "happiness",
        ],
        phrases: &["employee relations", "employee experience", "learning and development", "recursos humanos", "ressources humaines", "risorse umane", "workplace culture"],
        starts: &["personalleit", "personalref", "personalent", "personalab", "personalsach"],
        unless: &["personal trainer", "personal banker", "machine learning", "human factors", "deep learning"],
        ..RULE
    },
    Rule {
        gives: "Procurement",
        words: &[
            "procurement", "purchasing", "purchaser", "buyer", "sourcing", "einkauf", "einkaufer", "einkauferin", "achats", "compras",
            "acquisti", "inkoop", "inkoper", "commodity", "acheteur", "acheteuse",
        ],
        phrases: &["vendor management", "vendor manager", "category manager", "category management", "supplier management"],
        starts: &["einkaufs", "inkoop"],
        unless: &["media buyer"],
        ..RULE
    },
    Rule {
        gives: "Legal",
        words: &[
            "legal", "counsel", "attorney", "lawyer", "compliance", "clo", "paralegal", "recht", "jurist", "juristin", "privacy",
            "notary", "regulatory", "contract", "contracts", "juridique", "solicitor",
        ],
        phrases: &["data protection", "corporate secretary", "company secretary"],
        starts: &["rechts"],
        unless: &["contract manufacturing", "contract sales"],
        ..RULE
    },
    Rule {
        gives: "Finance",
        words: &[
            "finance", "financial", "cfo", "accounting", "accountant", "controller", "controlling", "treasurer", "treasury", "tax",
            "audit", "auditor", "accounts", "bookkeeper", "finanzen", "buchhaltung", "buchhalter", "buchhalterin", "bookkeeping",
            "billing", "risk", "credit", "loan", "loans", "mortgage", "actuary", "underwriter", "underwriting", "fp", "financeiro",
            "financiero", "finanzas", "finanze", "finanziario", "comptable", "investment", "banker", "ekonomi", "lending", "claims", "wealth", "kaufmannischer", "kaufmannische", "kaufmannisch",
        ],
        phrases: &["investor relations", "revenue cycle", "financial planning"],
        starts: &["finanz", "buchhalt", "ekonomi"],
        unless: &[
            "strategic accounts", "key accounts", "named accounts", "major accounts", "enterprise accounts", "global accounts",
            "national accounts",
        ],
        ..RULE
    },
    Rule {
        gives: "Customer Support",
        words: &["support", "customer", "customers", "kundenservice", "kundendienst", "onboarding", "implementation", "cx", "soporte"],
        phrases: &[
            "client services", "client success", "client service", "call center", "call centre", "contact center", "contact centre",
            "technical account", "experience officer", "service manager", "service delivery",
        ],
        starts: &["kunden"],
        unless: &["customer marketing", "customer acquisition", "customer insights", "field service engineer", "customer data"],
        ..RULE
    },
    Rule {
        gives: "Marketing",
        words: &[
            "marketing", "cmo", "brand", "communications", "communication", "seo", "sem", "content", "advertising", "copywriter",
            "pr", "demand", "kommunikation", "media", "campaign", "campaigns", "events", "event", "growth", "abm", "community",
            "marketer", "mercadotecnia", "marknad", "evangelist", "ecommerce", "merchandiser",
        ],
        phrases: &["public relations", "lead generation", "public affairs", "e commerce"],
        starts: &["marketing", "marknads"],
        ..RULE
    },
    Rule {
        gives: "Data",
        words: &["data", "analytics", "bi", "statistician", "biostatistician", "cdo", "insights"],
        phrases: &["machine learning", "artificial intelligence", "business intelligence", "deep learning", "ai engineer", "ml engineer"],
        unless: &["data center", "data centre", "data entry"],
        ..RULE
    },
    Rule { gives: "Product", words: &["product", "products", "cpo", "scrum", "produit", "producto", "produkt"], starts: &["produktman"], ..RULE },
    Rule {
        gives: "Sales",
        words: &[
            "sales", "selling", "account", "accounts", "cro", "bdr", "sdr", "vertrieb", "commercial", "commerciale", "commerciaux",
            "comercial", "revenue", "verkauf", "verkaufer", "verkauferin", "ventes", "ventas", "vendas", "vendite", "verkoop",
            "verkoper", "salesman", "saleswoman", "salesperson", "presales", "gtm", "territory", "partnerships", "partnership",
            "alliances", "channel", "relationship", "salg", "forsaljning", "seller", "merchandising",
        ],
        phrases: &[
            "business development", "go to market", "partner manager", "partner management", "partner success", "partner development",
            "client partner", "pre sales",
        ],
        starts: &["vertriebs", "verkaufs", "verkoop", "forsaljnings", "salgs", "aussendienst"],
        unless: &["commercial real estate", "commercial photographer"],
        ..RULE
    },
    Rule {
        gives: "Design",
        words: &[
            "design", "designer", "ux", "ui", "creative", "artist", "graphic", "illustrator", "photographer", "videographer", "animator",
        ],
        phrases: &["art director"],
        unless: &["design engineer", "design engineering"],
        ..RULE
    },
    Rule {
        gives: "Information Technology",
        words: &[
            "it", "cio", "infrastructure", "network", "networks", "systems", "system", "sysadmin", "database", "dba", "cloud", "edv",
            "telecom", "erp", "sap", "salesforce", "digital", "informatik", "informatica", "informatique",
        ],
        phrases: &[
            "information technology", "information systems", "information officer", "systemes d information", "enterprise architect",
            "technology manager", "technology director", "director of technology", "data center", "data centre",
        ],
        starts: &["systemadmin", "netzwerk"],
        ..RULE
    },
    Rule {
        gives: "Research",
        words: &[
            "research", "researcher", "scientist", "scientific", "laboratory", "lab", "forschung", "rd", "innovation", "chemist",
            "biologist", "laborant", "laborantin", "recherche",
        ],
        phrases: &["research and development", "r d manager", "r d director", "director r d"],
        starts: &["forschungs"],
        ..RULE
    },
    Rule {
        gives: "Engineering",
        words: &[
            "engineering", "engineer", "engineers", "developer", "cto", "software", "programmer", "devops", "entwickler", "entwicklerin",
            "entwicklung", "architect", "qa", "sre", "technical", "technology", "ingenieur", "ingenieurin", "ingeniero", "ingegnere",
            "frontend", "backend", "mechanical", "electrical", "technik", "technologist", "surveyor", "automation", "robotics", "technischer", "technische", "technique",
        ],
        phrases: &["r d", "full stack"],
        starts: &["entwicklungs", "software"],
        ends: &["entwickler", "entwicklerin", "ingenieur", "ingenieurin"],
        unless: &["landscape architect"],
    },
    Rule {
        gives: "Medical",
        words: &[
            "medical", "physician", "nurse", "nursing", "doctor", "clinical", "surgeon", "pharmacist", "therapist", "cmio", "patient",
            "dental", "dentist", "pharmacy", "health", "veterinarian", "hygienist", "healthcare", "care", "paramedic", "arzt", "arztin",
        ],
        ..RULE
    },
    Rule {
        gives: "Education",
        words: &[
            "teacher", "professor", "education", "lecturer", "school", "schools", "faculty", "dean", "instructor", "librarian",
            "academic", "curriculum", "athletic", "university",
        ],
        ..RULE
    },
    Rule {
        gives: "Operations",
        words: &[
            "operations", "coo", "logistics", "warehouse", "manufacturing", "production", "plant", "quality", "facilities", "facility",
            "supply", "maintenance", "betrieb", "produktion", "logistik", "fleet", "shipping", "construction", "project", "projects",
            "program", "programme", "programs", "office", "administrative", "administration", "safety", "store", "branch", "shift",
            "restaurant", "hotel", "property", "chef", "kitchen", "driver", "dispatcher", "foreman", "superintendent", "site",
            "estimator", "projet", "proyecto", "ehs", "hse", "machine", "machinist", "receptionist", "inventory", "distribution",
            "transportation", "pmo", "mechanic", "technician", "sustainability", "esg", "scheduler", "import", "export", "works", "sigma", "improvement", "pilot",
        ],
        phrases: &["operating officer", "supply chain"],
        starts: &["produktions", "logistik", "projekt", "betriebs", "lager", "werks", "qualitats"],
        ..RULE
    },
    Rule {
        gives: "Executive",
        words: &[
            "ceo", "founder", "cofounder", "owner", "president", "chairman", "chairwoman", "chair", "geschaftsfuhrer",
            "geschaftsfuhrerin", "geschaftsfuhrende", "vorstand", "executive", "cxo", "management", "inhaber", "inhaberin", "board",
            "pdg", "partner", "strategy", "entrepreneur", "presidente", "gm",
        ],
        phrases: &[
            "managing director", "general manager", "c suite", "general management", "chief of staff", "directeur general",
            "directrice generale", "director general", "directora general", "diretor geral", "direttore generale",
            "amministratore delegato", "administrateur delegue", "consejero delegado", "gerente general", "gerente geral",
            "self employed",
        ],
        starts: &["vorstandsvor", "vorstandsmit"],
        unless: &["vice president", "management consultant", "management consulting"],
        ..RULE
    },
];
