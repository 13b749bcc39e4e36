//! Which part of the repo was saved last.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    App,
    Bff,
    Sandbox,
    /// Crates that the app and the servers have in common.
    Shared,
}

impl Part {
    const ALL: [Self; 4] = [Self::Shared, Self::Sandbox, Self::Bff, Self::App];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::App => "the app",
            Self::Bff => "the BFF",
            Self::Sandbox => "the sandbox",
            Self::Shared => "a shared crate",
        }
    }

    fn paths(self) -> &'static [&'static str] {
        match self {
            Self::App => &["src", "style", "public", "index.html", "Trunk.toml"],
            Self::Bff => &["crates/bff"],
            Self::Sandbox => &["crates/sandbox"],
            Self::Shared => &[
                "crates/contract",
                "crates/flow",
                "crates/lending",
                "Cargo.toml",
            ],
        }
    }
}

/// Changes with every file that is saved, added or removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    files: usize,
    newest: Option<SystemTime>,
}

#[derive(Debug)]
pub(super) struct Sources {
    root: PathBuf,
    marks: [Mark; Part::ALL.len()],
}

impl Sources {
    pub(super) fn look(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            marks: Part::ALL.map(|part| mark(root, part)),
        }
    }

    /// A part that changed since it was last looked at; the widest first.
    pub(super) fn changed(&mut self) -> Option<Part> {
        for (part, seen) in Part::ALL.into_iter().zip(&mut self.marks) {
            let now = mark(&self.root, part);
            if *seen != now {
                *seen = now;
                return Some(part);
            }
        }
        None
    }
}

fn mark(root: &Path, part: Part) -> Mark {
    let mut mark = Mark::default();
    for path in part.paths() {
        add(&root.join(path), &mut mark);
    }
    mark
}

fn add(path: &Path, mark: &mut Mark) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            add(&entry.path(), mark);
        }
    } else if let Ok(saved) = fs::metadata(path).and_then(|found| found.modified()) {
        mark.files += 1;
        mark.newest = mark.newest.max(Some(saved));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_adding_and_removing_a_file_each_show_once_and_in_their_part() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str| root.path().join(name);
        fs::create_dir_all(file("src/screens")).unwrap();
        fs::create_dir_all(file("crates/bff/src")).unwrap();
        fs::write(file("src/screens/offers.rs"), "").unwrap();
        let mut sources = Sources::look(root.path());
        assert_eq!(sources.changed(), None);

        let later = SystemTime::now() + std::time::Duration::from_secs(5);
        let saved = fs::File::options()
            .write(true)
            .open(file("src/screens/offers.rs"))
            .unwrap();
        saved.set_modified(later).unwrap();
        assert_eq!(
            (sources.changed(), sources.changed()),
            (Some(Part::App), None)
        );

        fs::write(file("crates/bff/src/main.rs"), "").unwrap();
        assert_eq!(
            (sources.changed(), sources.changed()),
            (Some(Part::Bff), None)
        );

        fs::remove_file(file("src/screens/offers.rs")).unwrap();
        assert_eq!(
            (sources.changed(), sources.changed()),
            (Some(Part::App), None)
        );
    }
}
