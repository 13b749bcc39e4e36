use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Serves a build of the app, and its page at every other address, for as long as this process
/// lives. Gives the origin.
pub(super) fn serve(dist: PathBuf) -> Result<String> {
    let page = dist.join("index.html");
    if !page.is_file() {
        anyhow::bail!("no {}: `cargo xtask test` builds it", page.display());
    }
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let origin = format!("http://localhost:{}", listener.local_addr()?.port());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let dist = dist.clone();
            // A browser that goes away in the middle is none of our business.
            std::thread::spawn(move || answer(&dist, stream).ok());
        }
    });
    Ok(origin)
}

fn answer(dist: &Path, mut stream: TcpStream) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let asked = lines.next().context("no request")??;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = asked.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let (status, kind, body) = found(dist, path)?;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    Ok(stream.write_all(&body)?)
}

fn found(dist: &Path, path: &str) -> Result<(&'static str, &'static str, Vec<u8>)> {
    let name = path.rsplit('/').next().unwrap_or_default();
    if path.starts_with("/api/") {
        return Ok(("404 Not Found", "application/json", b"{}".to_vec()));
    }
    let Some((_, ending)) = name.rsplit_once('.') else {
        let page = std::fs::read(dist.join("index.html"))?;
        return Ok(("200 OK", "text/html; charset=utf-8", page));
    };
    let kind = match ending {
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    match std::fs::read(dist.join(name)) {
        Ok(body) => Ok(("200 OK", kind, body)),
        Err(_) => Ok(("404 Not Found", "text/plain", Vec::new())),
    }
}
