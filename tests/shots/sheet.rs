use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use end_to_end::{Browser, Language};
use serde_json::json;

use crate::palette::Palette;
use crate::picture;

/// Small enough for one sheet, large enough to read.
pub const SCALE: f64 = 0.6;
/// Of the sheet, in pixels.
const WIDTH: u32 = 3_180;
const GAP: u32 = 16;
const BESIDE: u32 = 4;

pub struct Picture {
    pub state: String,
    pub file: PathBuf,
}

/// Rows of pairs: a screen in one language, and beside it in the other.
pub struct Sheet {
    /// Of a picture as it stands on the sheet.
    width: u32,
    rows: Vec<Vec<(Picture, Picture)>>,
}

/// Three bytes a pixel, from the top.
struct Pixels {
    width: u32,
    bytes: Vec<u8>,
}

impl Sheet {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width of pixels"
    )]
    pub fn new(width: u32, pairs: impl Iterator<Item = (Picture, Picture)>) -> Self {
        let width = (f64::from(width) * SCALE) as u32;
        let in_a_row = ((WIDTH - GAP) / (2 * width + BESIDE + GAP)).max(1);
        let mut rows: Vec<Vec<_>> = Vec::new();
        for pair in pairs {
            match rows.last_mut() {
                Some(row) if row.len() < in_a_row as usize => row.push(pair),
                _ => rows.push(vec![pair]),
            }
        }
        Self { width, rows }
    }

    /// The browser sets the rows, one by one: names need letters.
    pub async fn write(&self, folder: &Path, out: &Path) -> Result<()> {
        let page = folder.join("sheet.html");
        std::fs::write(&page, self.html()?)?;
        let browser = Browser::open(Language::English, WIDTH, 740).await?;
        browser.goto(&format!("file://{}", page.display())).await?;
        let mut whole = Pixels {
            width: WIDTH,
            bytes: Vec::new(),
        };
        for number in 0..self.rows.len() {
            let area = browser
                .script(
                    "const it = document.querySelectorAll('section')[arguments[0]]; \
                     return [it.offsetTop, it.offsetHeight]",
                    vec![json!(number)],
                )
                .await?;
            let (top, height): (u32, u32) = serde_json::from_value(area)?;
            let area = json!({ "x": 0, "y": top, "width": WIDTH, "height": height, "scale": 1 });
            let row = folder.join("row.png");
            std::fs::write(&row, picture(&browser, area).await?)?;
            whole.append(&row)?;
        }
        browser.close().await?;
        whole.write(out)
    }

    fn html(&self) -> Result<String> {
        let mut html = format!(
            "<!doctype html><meta charset=utf-8><style>\
             body {{ margin: 0; background: #d5d9de; font: 600 13px sans-serif; }}\
             section {{ display: flex; gap: {GAP}px; padding: {GAP}px; align-items: start; }}\
             figure {{ margin: 0; }} figcaption {{ padding-top: 6px; }}\
             div {{ display: flex; gap: {BESIDE}px; align-items: start; }}\
             img {{ width: {}px; }}</style>",
            self.width
        );
        for row in &self.rows {
            html.push_str("<section>");
            for (one, other) in row {
                if one.state != other.state {
                    bail!("{} beside {}", one.state, other.state);
                }
                write!(
                    html,
                    "<figure><div><img src=\"{}\"><img src=\"{}\"></div>\
                     <figcaption>{}</figcaption></figure>",
                    one.file.display(),
                    other.file.display(),
                    one.state
                )?;
            }
            html.push_str("</section>");
        }
        Ok(html)
    }
}

impl Pixels {
    fn append(&mut self, file: &Path) -> Result<()> {
        let mut reader = png::Decoder::new(BufReader::new(File::open(file)?)).read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().context("too large")?];
        let info = reader.next_frame(&mut bytes)?;
        if info.width != self.width || info.bit_depth != png::BitDepth::Eight {
            bail!("{} pixels wide instead of {}", info.width, self.width);
        }
        let pixel = match info.color_type {
            png::ColorType::Rgb => 3,
            png::ColorType::Rgba => 4,
            other => bail!("{other:?}"),
        };
        for colour in bytes.chunks_exact(pixel) {
            self.bytes
                .extend_from_slice(colour.first_chunk::<3>().context("a pixel")?);
        }
        Ok(())
    }

    fn write(&self, out: &Path) -> Result<()> {
        let palette = Palette::of(&self.bytes);
        let height = u32::try_from(self.bytes.len() / 3)? / self.width;
        let file = BufWriter::new(File::create(out)?);
        let mut encoder = png::Encoder::new(file, self.width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.colours());
        encoder.set_compression(png::Compression::High);
        // Neighbouring numbers of a palette are not neighbouring colours.
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&palette.index(&self.bytes))?;
        Ok(writer.finish()?)
    }
}
