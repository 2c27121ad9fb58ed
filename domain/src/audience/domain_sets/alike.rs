//! How alike two texts are, as the rules of matching say: 1 - levenshtein / the longer length; a match needs a distance of at
//! most 3 and a similarity of at least 0.85.

/// Farther apart than this is no match, however long the texts are.
pub const MOST_EDITS: usize = 3;
/// Hundredths of similarity that a match needs.
pub const LEAST: usize = 85;

/// Edits that a match of texts may need of which the longer has this many characters.
pub const fn edits_allowed(longer: usize) -> usize {
    let by_share = longer * (100 - LEAST) / 100;
    if by_share < MOST_EDITS { by_share } else { MOST_EDITS }
}

/// Hundredths of similarity, rounded down; `None`: no match. Empty texts match nothing.
pub fn alike(a: &[char], b: &[char]) -> Option<u8> {
    let longer = a.len().max(b.len());
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let edits = edits_within(a, b, edits_allowed(longer))?;
    let hundredths = (longer - edits) * 100 / longer;
    u8::try_from(hundredths).ok()
}

/// The Levenshtein distance if it is at most `most`.
pub fn edits_within(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let same = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(one, other)| one == other).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, one) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(one != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
            least = least.min(row[j + 1]);
        }
        if least > most {
            return None;
        }
    }
    row.last().copied().filter(|edits| *edits <= most)
}
