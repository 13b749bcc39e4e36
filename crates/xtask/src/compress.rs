//! Compressing once, at build time, as well as can be: the server only picks a file.

use std::{
    ffi::OsString,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Below this a compressed answer saves no packet.
const WORTH_IT: usize = 512;

/// Writes `.br` and `.gz` beside every file of `folder` that gets smaller by it.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let raw = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if raw.len() <= WORTH_IT {
            continue;
        }
        for (ending, small) in [("br", brotli(&raw)?), ("gz", gzip(&raw)?)] {
            if small.len() < raw.len() {
                fs::write(beside(&path, ending), small)?;
            }
        }
    }
    Ok(())
}

/// Every file below `folder` that is not itself a compressed copy, in a steady order.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if !path
            .extension()
            .is_some_and(|ending| ending == "br" || ending == "gz")
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `app.js` -> `app.js.br`
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".");
    name.push(ending);
    name.into()
}

fn brotli(mut raw: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut raw, &mut small, &settings).context("brotli failed")?;
    Ok(small)
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_copies_unpack_to_the_original_and_small_or_dense_files_get_none() {
        let dist = tempfile::tempdir().unwrap();
        let page = dist.path().join("nested/page.js");
        fs::create_dir(dist.path().join("nested")).unwrap();
        let text = "let offer = journey.offers;\n".repeat(100);
        fs::write(&page, &text).unwrap();
        fs::write(dist.path().join("small.txt"), "a".repeat(WORTH_IT)).unwrap();
        let mut noise = vec![0; 2000];
        getrandom::fill(&mut noise).unwrap();
        fs::write(dist.path().join("dense.png"), noise).unwrap();

        folder(dist.path()).unwrap();

        let mut unpacked = Vec::new();
        let packed = fs::read(beside(&page, "br")).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());

        let mut unpacked = String::new();
        let packed = fs::read(beside(&page, "gz")).unwrap();
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);

        assert_eq!(files(dist.path()).unwrap().len(), 3);
        for name in ["small.txt", "dense.png"] {
            assert!(!beside(&dist.path().join(name), "br").exists(), "{name}");
        }
    }
}
