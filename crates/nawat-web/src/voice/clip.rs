//! The clips that calls are made of.

/// One recorded piece of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clip {
    /// “Ticket”.
    Ticket,
    /// “Last call for ticket”.
    LastCall,
    /// “Please go to counter”.
    Counter,
    /// “Please go to room”.
    Room,
    /// The name of a prefix, in small letters.
    Letter(char),
    Number(u16),
    /// A number joined to what goes before: “and five”, «وخمسة».
    AndNumber(u16),
}

impl Clip {
    pub fn letter(prefix: char) -> Clip {
        Clip::Letter(prefix.to_ascii_lowercase())
    }

    /// Its file's name without the ending.
    pub fn name(self) -> String {
        match self {
            Clip::Ticket => "ticket".to_owned(),
            Clip::LastCall => "last-call".to_owned(),
            Clip::Counter => "counter".to_owned(),
            Clip::Room => "room".to_owned(),
            Clip::Letter(letter) => format!("letter-{letter}"),
            Clip::Number(number) => format!("n-{number}"),
            Clip::AndNumber(number) => format!("n-and-{number}"),
        }
    }
}
