//! Keys for the sandbox and the BFF: made once, readable by their owner alone.

use std::{
    fs::{self, OpenOptions, Permissions},
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#[derive(Debug)]
pub(crate) struct Secrets {
    pub(crate) api_key: PathBuf,
    pub(crate) webhook_secret: PathBuf,
    pub(crate) client_secret: PathBuf,
    pub(crate) store_key: PathBuf,
}

impl Secrets {
    /// The secrets in `folder`, written where they are missing.
    pub(crate) fn in_folder(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        fs::set_permissions(folder, Permissions::from_mode(0o700))?;
        let secrets = Self {
            api_key: folder.join("api-key"),
            webhook_secret: folder.join("webhook-secret"),
            client_secret: folder.join("client-secret"),
            store_key: folder.join("store-key"),
        };
        write_once(&secrets.api_key, || Ok(format!("sk_test_{}", base62(40)?)))?;
        write_once(&secrets.webhook_secret, || base62(40))?;
        write_once(&secrets.client_secret, || base62(40))?;
        write_once(&secrets.store_key, || Ok(STANDARD.encode(random::<32>()?)))?;
        Ok(secrets)
    }
}

fn write_once(path: &Path, secret: impl FnOnce() -> Result<String>) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    writeln!(file, "{}", secret()?)?;
    Ok(())
}

fn base62(length: usize) -> Result<String> {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let [byte] = random::<1>()?;
        // 248 is the highest multiple of 62 in a byte; above it, low digits would come up more.
        if byte < 248
            && let Some(digit) = BASE62.get(usize::from(byte % 62))
        {
            text.push(char::from(*digit));
        }
    }
    Ok(text)
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("this machine gives no random numbers")?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_their_shapes_and_only_the_owner_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::in_folder(folder.path()).unwrap();

        let api_key = fs::read_to_string(&secrets.api_key).unwrap();
        let random = api_key.trim_end().strip_prefix("sk_test_").unwrap();
        assert_eq!(random.len(), 40);
        assert!(random.bytes().all(|byte| byte.is_ascii_alphanumeric()));

        let store_key = fs::read_to_string(&secrets.store_key).unwrap();
        assert_eq!(STANDARD.decode(store_key.trim_end()).unwrap().len(), 32);

        for path in [
            secrets.api_key,
            secrets.webhook_secret,
            secrets.client_secret,
            secrets.store_key,
        ] {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{}", path.display());
        }
    }

    #[test]
    fn a_second_run_keeps_the_secrets_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let read =
            || fs::read_to_string(Secrets::in_folder(folder.path()).unwrap().api_key).unwrap();
        assert_eq!(read(), read());
    }
}
