//! The centre's own sounds and pictures, as they lie in its folder: `voice/{ar,en}/NAME.wav` and
//! `voice/chime.wav` for calls, `display/*` for what the hall display shows beside them. They are no part of
//! the published catalogue: nothing of the day depends on them, and a new recording is heard at once.
//!
//! Only plain files of these two folders with a plain name and a known ending are ever opened; a link is not.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use nawat_catalogue::Lang;
use serde::Serialize;

/// Endings of sounds, in the order in which one goes before another of the same name: what somebody recorded
/// and pressed goes before what was built.
pub const SOUNDS: [(&str, &str); 5] = [
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("wav", "audio/wav"),
];
const PICTURES: [(&str, &str); 5] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
];
const FILMS: [(&str, &str); 2] = [("mp4", "video/mp4"), ("webm", "video/webm")];
/// More would make the page's list long, and nobody waits so long.
const SHOWN_MAX: usize = 100;

/// The folder of a centre; without one there is nothing to hear or see.
#[derive(Clone, Debug, Default)]
pub struct Media(Option<PathBuf>);

/// A file that may be sent.
#[derive(Clone, Debug)]
pub struct Found {
    pub path: PathBuf,
    pub kind: &'static str,
    pub length: u64,
    /// Another for each content, as far as length and time tell.
    pub tag: String,
}

/// Addresses of the clips, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VoiceList {
    pub chime: Option<String>,
    pub ar: std::collections::BTreeMap<String, String>,
    pub en: std::collections::BTreeMap<String, String>,
}

/// A picture or a film beside the calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    pub url: String,
    pub film: bool,
}

impl Media {
    pub fn of(folder: Option<PathBuf>) -> Media {
        Media(folder)
    }

    /// The clips that lie there now. Reads folders: not for the thread that answers.
    pub fn voice(&self) -> VoiceList {
        let mut list = VoiceList::default();
        let Some(folder) = &self.0 else { return list };
        list.chime = sounds(folder, "voice").remove("chime");
        list.ar = sounds(folder, &format!("voice/{}", Lang::Ar.code()));
        list.en = sounds(folder, &format!("voice/{}", Lang::En.code()));
        list
    }

    /// Pictures and films, in the order of their names.
    pub fn shown(&self) -> Vec<Shown> {
        let Some(folder) = &self.0 else { return Vec::new() };
        let mut names = names(&folder.join("display"));
        names.retain(|name| picture(name).or(film(name)).is_some());
        names.truncate(SHOWN_MAX);
        let shown = |name: &String| {
            let found = plain(folder.join("display").join(name), "")?;
            let url = format!("/media/display/{name}?v={}", found.tag);
            Some(Shown { url, film: film(name).is_some() })
        };
        names.iter().filter_map(shown).collect()
    }

    /// The file of an address below `/media/`; `None` for everything else.
    pub fn file(&self, path: &str) -> Option<Found> {
        let folder = self.0.as_ref()?;
        let (place, name) = path.rsplit_once('/')?;
        let kind = match place {
            "voice" | "voice/ar" | "voice/en" => sound(name)?,
            "display" => picture(name).or(film(name))?,
            _ => return None,
        };
        plain(folder.join(place).join(name), kind)
    }
}

fn kind(kinds: &[(&'static str, &'static str)], name: &str) -> Option<&'static str> {
    if !is_plain(name) {
        return None;
    }
    let (_, ending) = name.rsplit_once('.')?;
    kinds.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, kind)| *kind)
}

fn sound(name: &str) -> Option<&'static str> {
    kind(&SOUNDS, name)
}

fn picture(name: &str) -> Option<&'static str> {
    kind(&PICTURES, name)
}

fn film(name: &str) -> Option<&'static str> {
    kind(&FILMS, name)
}

/// Letters, digits, `-`, `_` and `.` within: no folder can be left by such a name, and no address needs a
/// sign written otherwise.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && name.len() <= 100 && !name.starts_with('.') && name.chars().all(plain)
}

fn plain(path: PathBuf, kind: &'static str) -> Option<Found> {
    let about = fs::symlink_metadata(&path).ok().filter(Metadata::is_file)?;
    let changed = about.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let tag = format!("{:x}-{changed:x}", about.len());
    Some(Found { path, kind, length: about.len(), tag })
}

/// Plain names of a folder, in order; none where it is not there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.retain(|name| is_plain(name));
    names.sort();
    names
}

/// The sounds of a folder by their names without the ending.
fn sounds(centre: &Path, place: &str) -> std::collections::BTreeMap<String, String> {
    let names = names(&centre.join(place));
    let mut list = std::collections::BTreeMap::new();
    for (ending, _) in SOUNDS {
        for name in &names {
            let Some((stem, end)) = name.rsplit_once('.') else { continue };
            if !end.eq_ignore_ascii_case(ending) || list.contains_key(stem) {
                continue;
            }
            if let Some(found) = plain(centre.join(place).join(name), "") {
                list.insert(stem.to_owned(), format!("/media/{place}/{name}?v={}", found.tag));
            }
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Media) {
        let folder = tempfile::tempdir().expect("a folder");
        for place in ["voice/ar", "voice/en", "display", "services"] {
            fs::create_dir_all(folder.path().join(place)).expect("made");
        }
        for file in [
            "voice/chime.wav",
            "voice/ar/ticket.wav",
            "voice/ar/ticket.ogg",
            "voice/ar/n-1.wav",
            "display/b.jpg",
            "display/a.mp4",
            "display/notes.txt",
            "display/.hidden.png",
            "centre.toml",
            "services/inquiry.wav",
        ] {
            fs::write(folder.path().join(file), file).expect("written");
        }
        let media = Media::of(Some(folder.path().to_owned()));
        (folder, media)
    }

    #[test]
    fn what_was_recorded_goes_before_what_was_built() {
        let (_folder, media) = folder();
        let list = media.voice();
        assert!(list.ar["ticket"].starts_with("/media/voice/ar/ticket.ogg?v="), "{list:?}");
        assert!(list.ar["n-1"].starts_with("/media/voice/ar/n-1.wav?v="), "{list:?}");
        assert!(list.chime.is_some_and(|url| url.starts_with("/media/voice/chime.wav?v=")));
        assert!(list.en.is_empty());
    }

    #[test]
    fn pictures_come_in_the_order_of_their_names() {
        let (_folder, media) = folder();
        let shown: Vec<bool> = media.shown().iter().map(|shown| shown.film).collect();
        assert_eq!(shown, [true, false]);
        assert_eq!(Media::default().shown(), []);
        assert_eq!(Media::default().voice(), VoiceList::default());
    }

    #[test]
    fn nothing_else_is_ever_opened() {
        let (folder, media) = folder();
        let link = folder.path().join("display/link.png");
        std::os::unix::fs::symlink(folder.path().join("centre.toml"), &link).expect("linked");
        assert!(media.file("voice/ar/n-1.wav").is_some());
        assert!(media.file("display/b.jpg").is_some());
        for path in [
            "centre.toml",
            "services/inquiry.wav",
            "voice/../centre.toml",
            "voice/ar/../../centre.toml",
            "voice/ar/..",
            "display/../display/b.jpg",
            "display/link.png",
            "display/notes.txt",
            "display/.hidden.png",
            "display/none.png",
            "display/b.jpg/",
            "/etc/passwd",
            "voice/ar",
            "",
        ] {
            assert!(media.file(path).is_none(), "{path}");
        }
    }
}
