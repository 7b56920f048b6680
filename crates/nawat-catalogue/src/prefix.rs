//! Which letters may stand before a ticket's number.
//!
//! A is heard as “alf”, a thousand, in Arabic; I, O and Q are read as 1, 0 and O. B and P sound the same in
//! Arabic, D and T, M and N are close in both languages, and so are the Arabic names of G and J: of such a
//! pair a centre uses one.

/// Pairs of which a centre may use one.
const PAIRS: [(char, char); 4] = [('B', 'P'), ('D', 'T'), ('M', 'N'), ('G', 'J')];

/// Why the letter may never be a prefix; `None` where it may.
pub(crate) fn forbidden(letter: char) -> Option<&'static str> {
    match letter {
        'A' => Some("its Arabic name is heard as “a thousand”"),
        'I' => Some("it is read as the digit 1"),
        'O' => Some("it is read as the digit 0"),
        'Q' => Some("it is read as O or 0"),
        _ => None,
    }
}

/// The letter that sounds like this one.
pub(crate) fn sounds_like(letter: char) -> Option<char> {
    PAIRS.iter().find_map(|&(one, other)| match letter {
        _ if letter == one => Some(other),
        _ if letter == other => Some(one),
        _ => None,
    })
}
