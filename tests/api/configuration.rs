use std::process::Command;

use anyhow::Result;
use end_to_end::bff_program;

#[test]
fn a_wrong_configuration_does_not_start_and_every_wrong_key_is_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let open = folder.path().join("open-key");
    std::fs::write(&open, "sk_test_0123456789abcdef0123456789")?;
    let file = folder.path().join("bff.toml");
    std::fs::write(
        &file,
        format!(
            "public_origin = \"http://bank.example\"\nlisten = \"8080\"\ndist = \"/nowhere\"\n\
             [platform]\nbase_url = \"ftp://x\"\napi_key_file = {open:?}\n\
             [identity]\nissuer = \"\"\n[store]\n[handoff_hosts]\nbank = [\"x\"]\n\
             [session]\nidle_minutes = 0\n",
        ),
    )?;
    let output = Command::new(bff_program())
        .arg("--config")
        .arg(&file)
        .output()?;
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    for key in [
        "public_origin",
        "listen",
        "dist",
        "platform.base_url",
        "platform.api_key_file",
        "identity.issuer",
        "identity.client_id",
        "identity.client_secret_file",
        "store.path",
        "store.key_files",
        "handoff_hosts.bank",
        "handoff_hosts.aa",
        "session",
    ] {
        assert!(said.contains(key), "{key} is not named in: {said}");
    }
    assert!(said.contains("chmod 600"), "{said}");
    Ok(())
}

#[test]
fn an_unknown_key_is_named() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("bff.toml");
    std::fs::write(&file, "publik_origin = \"http://localhost:1\"\n")?;
    let output = Command::new(bff_program())
        .arg("--config")
        .arg(&file)
        .output()?;
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("publik_origin"));
    Ok(())
}
