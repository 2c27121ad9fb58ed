//! How names of one person differ: short forms, slips of the finger, transliteration.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::audience::values::fold;

/// First names with their usual short forms, folded, one family a line; a short form may belong to several. Written by hand.
#[rustfmt::skip]
const FAMILIES: &[&str] = &[
    "alexander alex alec sandy sascha xander", "alexandra alex sandra alexa sasha lexi", "alfred al fred alf", "alice ali", "amanda mandy",
    "andrew andy drew", "andreas andi", "angela angie", "ann anna anne annie annette anja", "anthony tony antony", "antonio toni antoine",
    "arthur art artie", "barbara barb babs", "benjamin ben benny", "bernard bernie", "bernhard bernd", "bradley brad", "caroline carol carrie",
    "catherine katherine kathryn katharine katharina cathy kathy kate katie kat cat kathi katrin", "charles charlie chuck chas", "charlotte charlie lottie",
    "christian chris", "christina chris tina christine chrissy", "christopher chris kit topher christoph", "cynthia cindy", "daniel dan danny",
    "david dave davy", "deborah debra deb debbie", "dennis denny", "donald don donny", "dorothy dot dottie", "douglas doug", "edward ed eddie ted ned",
    "edmund ed", "edwin ed", "eleanor ellie nora", "elizabeth liz beth lizzie betty eliza elisabeth lisa elsa libby", "emily em emmy", "eric erik erich",
    "eugene gene", "evelyn eve", "florian flo", "frances fran franny", "francis frank", "francisco paco pancho", "franklin frank", "franziska franzi",
    "frederick fred freddy friedrich fritz frederic", "gabriel gabe", "gabriele gabi", "george georg", "gerald gerry jerry", "gerhard gerd", "gregory greg",
    "gunther gunter", "hannah hanna hanne", "harold harry hal", "heinrich heinz", "henry harry hank henri", "isabella bella isabel isabelle", "jacob jake jakob",
    "jacqueline jackie", "james jim jimmy jamie", "jane jan janie", "janet jan", "jean jeanne", "jennifer jen jenny", "jeffrey jeff geoffrey geoff", "jessica jess jessie",
    "joachim jochen", "johann hans johannes john", "jon jonathan john johnny", "john jack johnny jon", "jose pepe", "joseph joe joey josef sepp", "joshua josh",
    "jorgen jurgen", "judith judy", "julian jules", "julia jules julie", "karl carl", "kenneth ken kenny", "kimberly kim", "klaus claus", "konstantin kostya", "lawrence larry laurence",
    "leonard leo len lenny", "leo leon", "linda lin", "logan loge", "louis lou luis lewis", "lucas luke lukas luca", "lucia lucy", "madeleine maddie", "manfred manni", "manuel manny", "margaret maggie meg peggy marge greta",
    "maria mary marie mia", "marcus mark markus marc", "martin marty", "mathieu matthieu matt", "matthew matt matty matthias", "maximilian max", "melissa mel missy", "michael mike mick mickey mikey micha mikael michel",
    "michelle shelly", "miguel mike", "mohammed mohamed muhammad mohammad mo", "nancy nan", "natalie nat", "nathan nate nathaniel", "nicholas nick nicky nicolas nikolaus nico klaus", "nicole nicky", "oliver ollie", "olivia liv livvy",
    "oskar oscar", "pamela pam", "patricia pat patty tricia trish", "patrick pat paddy", "peter pete", "philip phil phillip philipp", "priscilla cilla", "rachel rach", "rebecca becky becca", "raymond ray", "richard rick dick rich ricky",
    "robert rob bob bobby bert robbie", "roberto beto", "roger rog", "ronald ron ronny", "russell russ", "samantha sam", "samuel sam sammy", "sarah sara sally", "scarlett scar", "sebastian seb bastian basti", "sophia sophie sofia",
    "stephen steve steven stefan stephan stevie", "stephanie steph steffi", "susan sue susie suzanne susanne", "teresa theresa terry tess", "theodore ted teddy theo", "terence terry", "thomas tom tommy", "thierry terry", "timothy tim timmy",
    "tobias tobi", "ulrich uli", "ursula uschi", "valerie val", "victoria vicky tori vic", "victor vic viktor", "vincent vince vinny", "walter walt", "wilhelm willi william", "william will bill billy liam willy", "wolfgang wolf", "wyatt wy", "zachary zach zack",
    "yevgeny evgeny eugene", "dmitry dmitri dima", "sergei sergey", "yuri juri", "bjorn bjoern",
];

static FAMILIES_OF: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut families: HashMap<&'static str, Vec<usize>> = HashMap::new();
    for (number, family) in FAMILIES.iter().enumerate() {
        for name in family.split(' ') {
            families.entry(name).or_default().push(number);
        }
    }
    families
});

/// How alike two first names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    Same,
    /// `Bill` and `William`.
    ShortForm,
    /// A letter or two apart.
    Slip,
    /// `J.` and `Jane`.
    Initial,
    Different,
}

/// Both folded to letters, as [`plain`] gives them; neither empty.
pub fn first_names(a: &str, b: &str) -> Alike {
    if a == b {
        return Alike::Same;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.chars().count() == 1 {
        return if long.starts_with(short) { Alike::Initial } else { Alike::Different };
    }
    if FAMILIES_OF.get(a).is_some_and(|of_a| {
        FAMILIES_OF.get(b).is_some_and(|of_b| of_a.iter().any(|family| of_b.contains(family)))
    }) {
        return Alike::ShortForm;
    }
    if is_slip(a, b, 5) { Alike::Slip } else { Alike::Different }
}

/// Last names: the same, a slip apart, or one part of a double name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastAlike {
    Same,
    Slip,
    /// `Smith` and `Smith-Jones`.
    Part,
    Different,
}

pub fn last_names(a: &[String], b: &[String]) -> LastAlike {
    let (one, other) = (a.concat(), b.concat());
    if one == other {
        return LastAlike::Same;
    }
    if is_slip(&one, &other, 5) {
        return LastAlike::Slip;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_part = short.len() < long.len()
        && short.concat().len() >= 4
        && (long.starts_with(short) || long.ends_with(short));
    if is_part { LastAlike::Part } else { LastAlike::Different }
}

/// One letter added, lost, changed or swapped, in words long enough that this is no other word; and the first letter, which
/// people get right, is the same. Or the two ways to write an umlaut.
fn is_slip(a: &str, b: &str, shortest: usize) -> bool {
    if without_umlauts(a) == without_umlauts(b) {
        return true;
    }
    let length = a.len().min(b.len());
    length >= shortest
        && a.chars().next() == b.chars().next()
        && strsim::osa_distance(a, b) <= if length >= 9 { 2 } else { 1 }
}

/// `Mueller` and `Muller`, where folding has already made `Müller` the latter.
fn without_umlauts(name: &str) -> String {
    name.replace("ue", "u").replace("oe", "o").replace("ae", "a")
}

/// Letters and digits only, folded.
pub fn plain(name: &str) -> String {
    fold::key(name)
}

/// The sound of a name as far as its consonants say it: equal for `Meyer` and `Maier`, `Schmidt` and `Schmitt`, `Clark` and
/// `Klarke`. For finding candidates only, so it may be coarse.
pub fn sound(name: &str) -> String {
    let name = without_umlauts(&plain(name))
        .replace("sch", "s")
        .replace("ph", "f")
        .replace("th", "t")
        .replace("ck", "k");
    let mut sound = String::new();
    for (index, c) in name.chars().enumerate() {
        let class = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'j' if index > 0 => continue,
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'j' => 'a',
            'c' | 'k' | 'q' | 'g' | 'x' => 'k',
            'd' | 't' => 't',
            'b' | 'p' => 'p',
            'f' | 'v' | 'w' => 'f',
            's' | 'z' => 's',
            'm' | 'n' => 'n',
            c => c,
        };
        if !sound.ends_with(class) {
            sound.push(class);
        }
    }
    sound.chars().take(5).collect()
}
