use pivotal_domain::audience::values::name_case::{self, Part};
use pivotal_domain::audience::values::person_name::{self, PersonName};

use crate::check;

#[test]
fn full_names_come_apart() {
    check(
        &[
            ("Jane Doe", ["", "Jane", "", "Doe", ""]),
            ("Jane Mary Doe", ["", "Jane", "Mary", "Doe", ""]),
            ("Dr. Jane Doe", ["Dr.", "Jane", "", "Doe", ""]),
            ("Prof. Dr. Hans Müller", ["Prof. Dr.", "Hans", "", "Müller", ""]),
            ("Mr John Smith Jr.", ["Mr", "John", "", "Smith", "Jr."]),
            ("John Smith, PhD", ["", "John", "", "Smith", "PhD"]),
            ("John Smith, PhD, MBA", ["", "John", "", "Smith", "PhD MBA"]),
            ("Smith, John", ["", "John", "", "Smith", ""]),
            ("Smith, John Paul", ["", "John", "Paul", "Smith", ""]),
            ("García Márquez, Gabriel", ["", "Gabriel", "", "García Márquez", ""]),
            ("Ludwig van Beethoven", ["", "Ludwig", "", "van Beethoven", ""]),
            ("Ludwig Mies van der Rohe", ["", "Ludwig", "Mies", "van der Rohe", ""]),
            ("Maria de la Cruz", ["", "Maria", "", "de la Cruz", ""]),
            ("Otto von Bismarck", ["", "Otto", "", "von Bismarck", ""]),
            ("Van Morrison", ["", "Van", "", "Morrison", ""]),
            ("Madonna", ["", "Madonna", "", "", ""]),
            ("Herr Klaus Schmidt", ["Herr", "Klaus", "", "Schmidt", ""]),
            ("Mme Claire Dubois", ["Mme", "Claire", "", "Dubois", ""]),
            ("William Gates III", ["", "William", "", "Gates", "III"]),
            ("J. R. R. Tolkien", ["", "J.", "R. R.", "Tolkien", ""]),
            ("Mary-Jane O'Brien-Smith", ["", "Mary-Jane", "", "O'Brien-Smith", ""]),
            ("毛泽东", ["", "毛泽东", "", "", ""]),
            ("", ["", "", "", "", ""]),
            (",", ["", "", "", "", ""]),
        ],
        |raw| {
            let name = PersonName::split(raw);
            [name.salutation, name.first, name.middle, name.last, name.suffix].map(|part| &*part.leak())
        },
    );
}

#[test]
fn shouted_and_whispered_names_get_their_capitals() {
    check(
        &[
            ("JOHN SMITH", "John Smith"),
            ("john smith", "John Smith"),
            ("John Smith", "John Smith"),
            ("McDonald", "McDonald"),
            ("DeShawn", "DeShawn"),
            ("O'BRIEN", "O'Brien"),
            ("o'brien-smith", "O'Brien-Smith"),
            ("JOHN VAN DER BERG", "John van der Berg"),
            ("van", "Van"),
            ("JP", "JP"),
            ("müller", "Müller"),
            ("ÖZGÜR", "Özgür"),
            ("WILLIAM GATES III", "William Gates III"),
            ("jean-luc", "Jean-Luc"),
            ("毛泽东", "毛泽东"),
            ("", ""),
            ("123", "123"),
            ("DR. JANE DOE", "Dr. Jane Doe"),
            ("mary ann", "Mary Ann"),
            ("ÉMILE", "Émile"),
            ("MCDONALD", "McDonald"),
            ("ronan mccarthy-o'neill", "Ronan McCarthy-O'Neill"),
            ("MCGEE", "McGee"),
            ("MCA", "Mca"),
            ("IAN MACLEOD", "Ian MacLeod"),
            ("ANA MACHADO", "Ana Machado"),
            ("D'ANGELO RUSSO", "D'Angelo Russo"),
            ("VINCENT VAN 'T HOFF", "Vincent van 't Hoff"),
            ("MARIA DE LA CRUZ", "Maria de la Cruz"),
            ("SOPHIE LA ROSA", "Sophie La Rosa"),
            ("MARY ST CLAIR", "Mary St Clair"),
            ("DAVID BEN GURION", "David Ben Gurion"),
            ("JOÃO DOS SANTOS", "João dos Santos"),
            ("OTTO VON BISMARCK", "Otto von Bismarck"),
            ("ANNA DO", "Anna Do"),
            ("JOHN SMITH JR", "John Smith Jr"),
            ("JANE DOE, PHD", "Jane Doe, PhD"),
            ("YO YO MA", "Yo Yo Ma"),
            ("TJ MILLER", "TJ Miller"),
            ("ED MILLER", "Ed Miller"),
            ("NG WAI", "Ng Wai"),
            ("J.P. MORGAN", "J.P. Morgan"),
            ("AL-RASHID", "Al-Rashid"),
            ("van der Berg", "van der Berg"),
            ("STRAẞE", "Straße"),
        ],
        |raw| name_case::natural_case(raw, Part::Whole).leak(),
    );
}

#[test]
fn spellings_of_one_name_share_a_key() {
    let same = |names: &[&str]| {
        let keys: Vec<String> = names.iter().map(|name| person_name::match_key(name)).collect();
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{names:?} gave {keys:?}");
        assert!(!keys[0].is_empty());
    };
    same(&["Jane Doe", "jane doe", "Dr. Jane Doe", "Doe, Jane", "Jane M. Doe", "JANE DOE, PhD", "Doe Jane"]);
    same(&["Hans Müller", "Hans Muller", "HANS MÜLLER", "Müller, Hans"]);
    same(&["Conor O'Brien", "Conor O’Brien", "conor obrien"]);
    same(&["Ludwig van Beethoven", "van Beethoven, Ludwig"]);
    assert_ne!(person_name::match_key("Jane Doe"), person_name::match_key("John Doe"));
}

#[test]
fn a_name_put_together_has_no_salutation() {
    let name = PersonName::split("Dr. Ludwig Maria van der Rohe Jr.");
    assert_eq!(name.full(), "Ludwig Maria van der Rohe Jr.");
    assert_eq!(name.last_with_suffix(), "van der Rohe Jr.");
}

#[test]
fn a_last_name_alone_is_written_as_behind_a_first_name() {
    check(
        &[
            ("VAN DER BERG", "van der Berg"),
            ("von bismarck", "von Bismarck"),
            ("DE LA CRUZ", "de la Cruz"),
            ("DE SILVA", "De Silva"),
            ("LE BLANC", "Le Blanc"),
            ("VAN", "Van"),
            ("O'CONNOR", "O'Connor"),
            ("VAN DYKE JR.", "van Dyke Jr."),
        ],
        |raw| name_case::natural_case(raw, Part::Last).leak(),
    );
}
