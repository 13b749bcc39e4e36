//! Values that must never be printed, read from files that only their owner may read.

use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// A value whose `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The value itself; for the one place that sends or hashes it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Reads a secret file of at least `least` characters; refuses one that others may read.
pub fn read(path: &Path, least: usize) -> Result<Secret, String> {
    let shown = path.display();
    let meta = std::fs::metadata(path).map_err(|error| format!("`{shown}`: {error}"))?;
    let mode = meta.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(format!(
            "`{shown}` is readable by others (mode {mode:o}); chmod 600 it"
        ));
    }
    let text = std::fs::read_to_string(path).map_err(|error| format!("`{shown}`: {error}"))?;
    let text = text.trim();
    if text.len() < least {
        return Err(format!("`{shown}` is shorter than {least} characters"));
    }
    Ok(Secret::new(text))
}
