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
        ],
        |raw| person_name::natural_case(raw).leak(),
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
