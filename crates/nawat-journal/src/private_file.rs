//! Files that only the node's own user may read: accounts, and who people are.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

/// Makes the file where there is none, and takes everybody else's rights to it away. SQLite gives the files
/// that it makes beside a database the rights of that database.
#[cfg(unix)]
pub fn make(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    let mut rights = file.metadata()?.permissions();
    if rights.mode() & 0o077 != 0 {
        rights.set_mode(0o600);
        file.set_permissions(rights)?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn make(path: &Path) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path).map(|_| ())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_else_reads_it_even_if_they_could_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.db");
        std::fs::write(&path, b"kept").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        make(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read(&path).unwrap(), b"kept");
        let fresh = folder.path().join("accounts.db");
        make(&fresh).unwrap();
        assert_eq!(std::fs::metadata(&fresh).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
