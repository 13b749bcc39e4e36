//! Whether a test that a rule names is there and runs.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

/// `test` is `path/from/root.rs::name`.
pub(super) fn stands(root: &Path, test: &str) -> Result<()> {
    let (path, name) = test.split_once("::").context("not `path.rs::name`")?;
    let file = root.join(path);
    let source = fs::read_to_string(&file).context("no such file")?;
    is_compiled(&file)?;
    runs(&source, name)
}

/// A test of that name, which nobody has switched off.
fn runs(text: &str, name: &str) -> Result<()> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let head = [format!("fn {name}("), format!("async fn {name}(")];
    let at = lines
        .iter()
        .position(|line| head.iter().any(|head| line.starts_with(head.as_str())))
        .context("no such function")?;
    let attributes: Vec<&str> = lines
        .iter()
        .take(at)
        .rev()
        .take_while(|line| !line.is_empty() && !line.ends_with('}') && !line.ends_with(';'))
        .copied()
        .filter(|line| line.starts_with("#["))
        .collect();
    let has = |word: &str| attributes.iter().any(|line| line.starts_with(word));
    if !has("#[test]") && !has("#[tokio::test") {
        bail!("not a test");
    }
    if has("#[ignore") || has("#[cfg(") || has("#[cfg_attr") || has("#[should_panic") {
        bail!("does not run as it stands: {attributes:?}");
    }
    Ok(())
}

/// A file that no other one names is not looked at by the compiler.
fn is_compiled(file: &Path) -> Result<()> {
    let name = file.file_stem().and_then(|name| name.to_str());
    let name = name.context("no name")?;
    let folder = file.parent().context("no folder")?;
    let folder_is = |name: &str| folder.file_name().is_some_and(|is| is == name);
    if matches!(name, "main" | "lib") {
        return Ok(());
    }
    // Cargo finds each file right below a package's `tests` by itself.
    if folder_is("tests") && folder.parent().is_some_and(|it| it.join("src").is_dir()) {
        return Ok(());
    }
    let (folder, name) = if name == "mod" {
        let own = folder.file_name().and_then(|name| name.to_str());
        (
            folder.parent().context("no folder")?,
            own.context("no name")?,
        )
    } else {
        (folder, name)
    };
    let above = ["mod.rs", "main.rs", "lib.rs"].map(|name| folder.join(name));
    let beside = folder.with_extension("rs");
    let module = [format!("mod {name};"), format!("mod {name} {{")];
    for parent in above.iter().chain([&beside]) {
        let text = fs::read_to_string(parent).unwrap_or_default();
        let mut lines = text.lines().map(str::trim);
        if lines.any(|line| module.iter().any(|module| line.ends_with(module.as_str()))) {
            return Ok(());
        }
    }
    bail!("no module names this file")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "fn helper() {}\n\n#[test]\nfn plain() {}\n\n\
                        #[tokio::test]\nasync fn later() {\n}\n\n\
                        #[test]\n#[ignore = \"slow\"]\nfn switched_off() {}\n\n\
                        /// Twice a day.\n#[tokio::test(flavor = \"multi_thread\")]\n\
                        #[allow(clippy::x)]\nasync fn documented() {}\n\
                        #[test]\nfn after_another() {}\nfn untested() {}\n";

    #[test]
    fn only_what_runs_proves_something() {
        for name in ["plain", "later", "documented", "after_another"] {
            assert!(runs(FILE, name).is_ok(), "{name}");
        }
        for name in ["helper", "switched_off", "untested", "nothing", "plai"] {
            assert!(runs(FILE, name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_file_must_belong_to_a_package() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put("pack/src/lib.rs", "pub mod known;\n");
        put("pack/src/known.rs", "#[test]\nfn holds() {}\n");
        put("pack/src/forgotten.rs", "#[test]\nfn holds() {}\n");
        put("pack/tests/own.rs", "#[test]\nfn holds() {}\n");
        put("e2e/browser/main.rs", "mod walk;\n");
        put(
            "e2e/browser/walk/mod.rs",
            "#[test]\nfn holds() {}\nmod deep;\n",
        );
        put("e2e/browser/walk/deep.rs", "#[test]\nfn holds() {}\n");
        for (file, good) in [
            ("pack/src/known.rs", true),
            ("pack/src/forgotten.rs", false),
            ("pack/tests/own.rs", true),
            ("e2e/browser/walk/mod.rs", true),
            ("e2e/browser/walk/deep.rs", true),
            ("e2e/browser/none.rs", false),
        ] {
            let test = format!("{file}::holds");
            assert_eq!(stands(folder.path(), &test).is_ok(), good, "{file}");
        }
    }
}
