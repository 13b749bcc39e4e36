//! Randomness, hashes and sealing, all from one library.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::{digest, hmac, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::secret::Secret;

/// Something the operating system or the library refused; says nothing about the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a cryptographic operation failed")]
pub struct CryptoError;

/// 32 random bytes, base64url: session IDs, `state` values.
pub fn random_token() -> Result<String, CryptoError> {
    let mut bytes = [0u8; 32];
    rand::fill(&mut bytes).map_err(|_| CryptoError)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// A value that nobody without the secret can make; the same for the same name.
pub fn derived_token(secret: &[u8], name: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    URL_SAFE_NO_PAD.encode(hmac::sign(&key, name.as_bytes()))
}

/// What the store keeps of a bearer value.
pub fn sha256(text: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, text.as_bytes())
        .as_ref()
        .to_vec()
}

pub fn sha256_base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(digest::digest(&digest::SHA256, bytes))
}

/// Constant-time check of HMAC-SHA256 over `timestamp.body`, given in hex.
pub fn webhook_signature_fits(secret: &Secret, timestamp: &str, body: &[u8], hex: &str) -> bool {
    let Some(tag) = decode_hex(hex) else {
        return false;
    };
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.expose().as_bytes());
    let mut signed = Vec::with_capacity(timestamp.len() + 1 + body.len());
    signed.extend_from_slice(timestamp.as_bytes());
    signed.push(b'.');
    signed.extend_from_slice(body);
    hmac::verify(&key, &signed, &tag).is_ok()
}

fn decode_hex(hex: &str) -> Option<Vec<u8>> {
    if !hex.is_ascii() || !hex.len().is_multiple_of(2) {
        return None;
    }
    hex.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

/// A list of key-encryption keys: the first seals, any opens.
#[derive(Debug)]
pub struct Keyring {
    keys: Vec<(String, Secret)>,
}

impl Keyring {
    /// Keys are named by the first bytes of their hash, so a file may be renamed at will.
    pub fn new(keys: &[Secret]) -> Self {
        let name = |key: &Secret| {
            URL_SAFE_NO_PAD.encode(sha256(key.expose()).get(..6).unwrap_or_default())
        };
        Self {
            keys: keys.iter().map(|key| (name(key), key.clone())).collect(),
        }
    }

    /// Seals `plain` for one place (session, column, generation): moved elsewhere, it won't open.
    pub fn seal(&self, place: &str, plain: &str) -> Result<Vec<u8>, CryptoError> {
        let (name, key) = self.keys.first().ok_or(CryptoError)?;
        let aad = format!("{name}|{place}");
        let mut nonce = [0u8; NONCE_LEN];
        rand::fill(&mut nonce).map_err(|_| CryptoError)?;
        let mut sealed = plain.as_bytes().to_vec();
        row_key(key, place)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(aad.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| CryptoError)?;
        let mut out = Vec::with_capacity(1 + name.len() + NONCE_LEN + sealed.len());
        out.push(u8::try_from(name.len()).map_err(|_| CryptoError)?);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<String, CryptoError> {
        let (length, rest) = sealed.split_first().ok_or(CryptoError)?;
        let (name, rest) = rest
            .split_at_checked(usize::from(*length))
            .ok_or(CryptoError)?;
        let (nonce, body) = rest.split_at_checked(NONCE_LEN).ok_or(CryptoError)?;
        let (name, key) = self
            .keys
            .iter()
            .find(|(known, _)| known.as_bytes() == name)
            .ok_or(CryptoError)?;
        let aad = format!("{name}|{place}");
        let mut body = body.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| CryptoError)?;
        let plain = row_key(key, place)?
            .open_in_place(nonce, Aad::from(aad.as_bytes()), &mut body)
            .map_err(|_| CryptoError)?;
        String::from_utf8(plain.to_vec()).map_err(|_| CryptoError)
    }
}

/// A key of its own for every place keeps random nonces far from their limit.
fn row_key(key: &Secret, place: &str) -> Result<LessSafeKey, CryptoError> {
    let salt = Salt::new(HKDF_SHA256, place.as_bytes());
    let mut bytes = [0u8; 32];
    salt.extract(key.expose().as_bytes())
        .expand(&[b"borrower-web store v1"], HKDF_SHA256)
        .and_then(|okm| okm.fill(&mut bytes))
        .map_err(|_| CryptoError)?;
    UnboundKey::new(&AES_256_GCM, &bytes)
        .map(LessSafeKey::new)
        .map_err(|_| CryptoError)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(keys: &[&str]) -> Keyring {
        Keyring::new(&keys.iter().map(|key| Secret::new(*key)).collect::<Vec<_>>())
    }

    #[test]
    fn what_was_sealed_for_one_place_opens_there_only() {
        let ring = ring(&["0123456789abcdef0123456789abcdef"]);
        let sealed = ring.seal("session-1|st|7", "st_live_secret").unwrap();
        assert_eq!(
            ring.open("session-1|st|7", &sealed).unwrap(),
            "st_live_secret"
        );
        for other in ["session-2|st|7", "session-1|rt|7", "session-1|st|6"] {
            assert!(ring.open(other, &sealed).is_err(), "{other}");
        }
    }

    #[test]
    fn a_new_first_key_still_opens_what_the_old_one_sealed() {
        let old = ring(&["old-old-old-old-old-old-old-old-"]);
        let both = ring(&[
            "new-new-new-new-new-new-new-new-",
            "old-old-old-old-old-old-old-old-",
        ]);
        let sealed = old.seal("p", "x").unwrap();
        assert_eq!(both.open("p", &sealed).unwrap(), "x");
        assert!(old.open("p", &both.seal("p", "x").unwrap()).is_err());
    }

    #[test]
    fn sealed_bytes_do_not_hold_the_plain_text_and_tampering_shows() {
        let ring = ring(&["0123456789abcdef0123456789abcdef"]);
        let mut sealed = ring.seal("p", "st_live_secret").unwrap();
        assert!(!sealed.windows(7).any(|window| window == b"st_live"));
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        assert!(ring.open("p", &sealed).is_err());
        assert!(ring.open("p", &[]).is_err());
        assert!(ring.open("p", &[200, 1, 2]).is_err());
    }
}
