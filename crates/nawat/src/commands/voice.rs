//! `nawat voice build`: the clips that a centre's calls are made of, spoken by espeak-ng where nobody has
//! recorded them.

mod chime;
mod wav;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nawat_catalogue::{Centre, Lang};
use nawat_web::voice;

use super::folder;
use crate::args::{VoiceBuild, VoiceCommand};
use crate::exit::Failure;
use crate::print;

const SPEAKER: &str = "espeak-ng";
/// Words a minute: slower than talk, for a hall that echoes.
const WORDS_A_MINUTE: &str = "135";
/// Samples a second: as much as a hall's loudspeaker tells apart in speech.
const RATE: u32 = 16_000;

pub fn run(command: &VoiceCommand) -> Result<(), Failure> {
    let VoiceCommand::Build(arguments) = command;
    build(arguments)
}

fn build(arguments: &VoiceBuild) -> Result<(), Failure> {
    let centre = folder::centre(&arguments.folder)?;
    let place = arguments.folder.join("voice");
    let mut done = Done::default();
    make(&place, &mut done, "chime", &|| Ok(chime::samples()))?;
    for lang in Lang::ALL {
        of_language(&centre, lang, &place.join(lang.code()), &mut done)?;
    }
    let Done { built, kept, bytes } = done;
    print::line(&format!(
        "{}: {built} clips built ({:.1} MB), {kept} recorded ones kept, in {}",
        centre.key,
        bytes as f64 / 1e6,
        place.display()
    ))
}

#[derive(Default)]
struct Done {
    built: usize,
    /// Of another hand: never touched.
    kept: usize,
    bytes: usize,
}

fn of_language(centre: &Centre, lang: Lang, place: &Path, done: &mut Done) -> Result<(), Failure> {
    let texts = nawat_web::load_texts(lang, centre.texts.in_lang(lang)).map_err(Failure::failed)?;
    for (name, words) in voice::script(centre, &texts) {
        make(place, done, &name, &|| speak(lang, &words))?;
    }
    Ok(())
}

/// Makes one clip, unless somebody recorded it.
fn make(
    place: &Path,
    done: &mut Done,
    name: &str,
    sound: &dyn Fn() -> Result<wav::Sound, Failure>,
) -> Result<(), Failure> {
    if recorded(place, name) {
        done.kept += 1;
        return Ok(());
    }
    let file = place.join(format!("{name}.wav"));
    let bytes = sound()?.written();
    let write = || {
        fs::create_dir_all(place)?;
        fs::write(&file, &bytes)
    };
    write().map_err(|error| Failure::failed(format!("cannot write {}: {error}", file.display())))?;
    done.built += 1;
    done.bytes += bytes.len();
    Ok(())
}

/// Whether a file of this name lies there that was not built here.
fn recorded(place: &Path, name: &str) -> bool {
    let file = |ending: &str| -> PathBuf { place.join(format!("{name}.{ending}")) };
    let by_hand = |ending: &str| match ending {
        "wav" => fs::read(file(ending)).is_ok_and(|bytes| !wav::is_built(&bytes)),
        _ => file(ending).exists(),
    };
    voice_endings().any(by_hand)
}

fn voice_endings() -> impl Iterator<Item = &'static str> {
    nawat_web::SOUNDS.iter().map(|(ending, _)| *ending)
}

fn speak(lang: Lang, words: &str) -> Result<wav::Sound, Failure> {
    let voice = match lang {
        Lang::Ar => "ar",
        Lang::En => "en-gb",
    };
    let words = in_pause(lang, words);
    let spoken = Command::new(SPEAKER).args(["-v", voice, "-s", WORDS_A_MINUTE, "--stdout", &words]).output();
    let spoken = spoken.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::failed(format!(
            "{SPEAKER} is not here, and no one has recorded all clips; install it (apt-get install {SPEAKER}), \
             or record them as docs/voice.md says. Until then browsers speak with their own voice, where they \
             have one"
        )),
        _ => Failure::failed(format!("{SPEAKER} cannot be run: {error}")),
    })?;
    if !spoken.status.success() {
        let why = String::from_utf8_lossy(&spoken.stderr);
        return Err(Failure::failed(format!("{SPEAKER} did not say “{words}”: {}", why.trim())));
    }
    let sound = wav::Sound::read(&spoken.stdout)
        .ok_or_else(|| Failure::failed(format!("{SPEAKER} gave no sound for “{words}”")))?;
    Ok(sound.trimmed().at_rate(RATE))
}

/// At the end of what is said, Arabic reads «ة» as a breath; the synthesiser would say a t.
fn in_pause(lang: Lang, words: &str) -> String {
    match (lang, words.strip_suffix('ة')) {
        (Lang::Ar, Some(stem)) => format!("{stem}ه"),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_ta_is_read_in_pause() {
        assert_eq!(in_pause(Lang::Ar, "ثَلاثَة"), "ثَلاثَه");
        assert_eq!(in_pause(Lang::Ar, "ثَلاثَةُ آلاف"), "ثَلاثَةُ آلاف");
        assert_eq!(in_pause(Lang::En, "three"), "three");
    }
}
