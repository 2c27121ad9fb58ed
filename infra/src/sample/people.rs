//! Names and jobs of people who do not exist. Written by hand.
//!
//! No first name stands among the last names, so that no two people of one company share a name in either order.

/// First names by [`super::places::Land::names_of`]: English, German, French, Swedish.
#[rustfmt::skip]
pub static FIRST_NAMES: [&[&str]; 4] = [
    &[
        "Olivia", "Emma", "Ava", "Sophia", "Isabella", "Mia", "Charlotte", "Amelia", "Harper", "Evelyn", "Abigail", "Emily",
        "Elizabeth", "Sofia", "Avery", "Ella", "Scarlett", "Grace", "Chloe", "Victoria", "Riley", "Aria", "Lily", "Nora",
        "Zoe", "Hannah", "Hazel", "Violet", "Aurora", "Savannah", "Audrey", "Brooklyn", "Claire", "Skylar", "Lucy", "Anna",
        "Liam", "Noah", "William", "Benjamin", "Lucas", "Henry", "Alexander", "Mason", "Ethan", "Daniel", "Jacob", "Logan",
        "Levi", "Sebastian", "Mateo", "Jack", "Owen", "Theodore", "Aiden", "Samuel", "Joseph", "John", "David", "Wyatt",
        "Matthew", "Luke", "Asher", "Carter", "Julian", "Leo", "Jayden", "Gabriel", "Isaac", "Lincoln", "Priya", "Arjun",
        "Wei", "Mei", "Kenji", "Yuki", "Fatima", "Omar", "Aisha", "Diego", "Lucia", "Carlos", "Ingrid", "Mary-Jane",
    ],
    &[
        "Hannah", "Lena", "Lea", "Marie", "Anna", "Laura", "Julia", "Sarah", "Katharina", "Sabine", "Petra", "Monika",
        "Ursula", "Heike", "Birgit", "Jürgen", "Hans", "Klaus", "Uwe", "Stefan", "Andreas", "Thomas", "Michael", "Tobias",
        "Florian", "Jonas", "Lukas", "Felix", "Maximilian", "Björn",
    ],
    &[
        "Camille", "Léa", "Manon", "Chloé", "Élodie", "Claire", "Sophie", "Hélène", "Amélie", "Zoé", "Louis", "Jules",
        "Hugo", "Antoine", "Mathieu", "Étienne", "Benoît", "Thierry", "Jean-Luc", "Pierre",
    ],
    &[
        "Astrid", "Elsa", "Freja", "Saga", "Maja", "Linnéa", "Åsa", "Björn", "Lars", "Erik", "Nils", "Göran", "Sven",
        "Mikael", "Jörgen", "Oskar",
    ],
];

#[rustfmt::skip]
pub static LAST_NAMES: [&[&str]; 4] = [
    &[
        "Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "Hernandez",
        "Lopez", "Gonzalez", "Wilson", "Anderson", "Taylor", "Moore", "Jackson", "Martin", "Lee", "Perez", "Thompson",
        "White", "Harris", "Sanchez", "Clark", "Ramirez", "Lewis", "Robinson", "Walker", "Young", "Allen", "King", "Wright",
        "Scott", "Torres", "Nguyen", "Hill", "Flores", "Green", "Adams", "Nelson", "Baker", "Hall", "Rivera", "Campbell",
        "Mitchell", "Roberts", "O'Brien", "O'Connor", "McDonald", "Patel", "Singh", "Chen", "Wang", "Tanaka", "Kowalski",
        "van der Berg", "de la Cruz", "Smith-Jones", "Murphy", "Walsh", "Ferguson", "Okafor",
    ],
    &[
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer",
        "Koch", "Bauer", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Krüger", "Weiß",
        "von Bergen", "zu Hohenfels", "Groß", "Jäger",
    ],
    &[
        "Bernard", "Dubois", "Durand", "Moreau", "Lefèvre", "Leroy", "Roux", "Fournier", "Girard", "Bonnet", "Lambert",
        "Rousseau", "Garnier", "Chevalier", "de Villiers", "Besnard",
    ],
    &[
        "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson",
        "Gustafsson", "Lindström", "Öberg", "Åkesson",
    ],
];

/// Title, seniority, department.
#[rustfmt::skip]
pub static JOBS: &[(&str, &str, &str)] = &[
    ("Chief Executive Officer", "C-level", "Executive"),
    ("CTO", "C-level", "Engineering"),
    ("Chief Financial Officer", "C-level", "Finance"),
    ("CMO", "C-level", "Marketing"),
    ("CISO", "C-level", "Security"),
    ("Founder & CEO", "C-level", "Executive"),
    ("VP Sales", "VP", "Sales"),
    ("Vice President, Marketing", "VP", "Marketing"),
    ("VP of Engineering", "VP", "Engineering"),
    ("SVP Operations", "VP", "Operations"),
    ("Director of IT", "Director", "Information Technology"),
    ("Director, Demand Generation", "Director", "Marketing"),
    ("Finance Director", "Director", "Finance"),
    ("Director of Human Resources", "Director", "Human Resources"),
    ("Head of Procurement", "Head", "Procurement"),
    ("Head of Data", "Head", "Data"),
    ("Head of Product", "Head", "Product"),
    ("Head of Customer Success", "Head", "Customer Support"),
    ("Marketing Manager", "Manager", "Marketing"),
    ("Sales Manager", "Manager", "Sales"),
    ("IT Manager", "Manager", "Information Technology"),
    ("Product Manager", "Manager", "Product"),
    ("Plant Manager", "Manager", "Operations"),
    ("HR Manager", "Manager", "Human Resources"),
    ("Senior Software Engineer", "Senior", "Engineering"),
    ("Senior Accountant", "Senior", "Finance"),
    ("Senior Data Analyst", "Senior", "Data"),
    ("Lead Designer", "Senior", "Design"),
    ("Software Engineer", "Staff", "Engineering"),
    ("Account Executive", "Staff", "Sales"),
    ("Business Development Representative", "Staff", "Sales"),
    ("System Administrator", "Staff", "Information Technology"),
    ("Security Analyst", "Staff", "Security"),
    ("Buyer", "Staff", "Procurement"),
    ("Legal Counsel", "Staff", "Legal"),
    ("Research Scientist", "Staff", "Research"),
];
