//! The reference centre, as the binary carries it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::exit::Failure;

include!(concat!(env!("OUT_DIR"), "/reference_centre.rs"));

/// Writes the reference centre's files into a folder of this data folder, and says where.
pub fn unpack(data: &Path) -> Result<PathBuf, Failure> {
    let folder = data.join("reference-centre");
    for (name, content) in FILES {
        let path = folder.join(name);
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(&path, content)
        };
        write().map_err(|error| Failure::failed(format!("cannot write {}: {error}", path.display())))?;
    }
    Ok(folder)
}
