//! The typeface and the shaping of text by it: which glyphs stand for which letters, and where.
//!
//! Noto Sans Devanagari holds Latin letters, digits of one width and ₹ as well, so one family
//! serves both languages. The files are those of version 2.006, unchanged, under the SIL Open Font
//! License (`fonts/OFL.txt`).

use std::ops::Range;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};

use crate::Unmade;

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSansDevanagari-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../fonts/NotoSansDevanagari-SemiBold.ttf");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    SemiBold,
}

pub struct Face {
    pub font: Font,
    shaper: rustybuzz::Face<'static>,
}

pub struct Faces {
    regular: Face,
    semi_bold: Face,
}

impl Faces {
    pub fn load() -> Result<Self, Unmade> {
        Ok(Self {
            regular: Face::load(REGULAR)?,
            semi_bold: Face::load(SEMI_BOLD)?,
        })
    }

    pub const fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        }
    }
}

impl Face {
    fn load(file: &'static [u8]) -> Result<Self, Unmade> {
        Ok(Self {
            font: Font::new(file.into(), 0).ok_or(Unmade::Face)?,
            shaper: rustybuzz::Face::from_slice(file, 0).ok_or(Unmade::Face)?,
        })
    }

    pub fn has(&self, letter: char) -> bool {
        self.shaper.glyph_index(letter).is_some()
    }

    /// In reading order; each glyph knows the bytes it stands for.
    pub fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let runs = runs(text).into_iter();
        runs.flat_map(|run| self.shape_run(text, run)).collect()
    }

    fn shape_run(&self, text: &str, run: Range<usize>) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text.get(run.clone()).unwrap_or_default());
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let em = self.font.units_per_em();
        let share = |units: i32| f32::from(i16::try_from(units).unwrap_or_default()) / em;
        let (mut cluster, mut end) = (run.end, run.end);
        let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let mut glyphs: Vec<_> = placed
            .rev()
            .map(|(glyph, place)| {
                let start = run.start + glyph.cluster as usize;
                if start < cluster {
                    (end, cluster) = (cluster, start);
                }
                KrillaGlyph::new(
                    GlyphId::new(glyph.glyph_id),
                    share(place.x_advance),
                    share(place.x_offset),
                    share(place.y_offset),
                    share(place.y_advance),
                    start..end,
                    None,
                )
            })
            .collect();
        glyphs.reverse();
        glyphs
    }
}

pub const fn is_devanagari(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{97f}' | '\u{a8e0}'..='\u{a8ff}')
}

/// Parts of one script each: the rules of Devanagari do not hold for Latin, nor the reverse. What
/// belongs to no script stays with what comes before it.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (mut start, mut script) = (0, None);
    for (at, letter) in text.char_indices() {
        let own = match letter {
            _ if is_devanagari(letter) => Some(true),
            _ if letter.is_alphabetic() => Some(false),
            _ => None,
        };
        if own.is_some() && script.is_some() && own != script {
            runs.push(start..at);
            start = at;
        }
        script = own.or(script);
    }
    runs.push(start..text.len());
    runs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;

    #[test]
    fn scripts_are_shaped_apart_and_what_has_none_goes_along() {
        let parts = |text: &'static str| -> Vec<&str> {
            runs(text).into_iter().map(|run| &text[run]).collect()
        };
        assert_eq!(parts("₹3,00,000"), ["₹3,00,000"]);
        assert_eq!(parts("ऋण: ₹1,000 (APR)"), ["ऋण: ₹1,000 (", "APR)"]);
        assert_eq!(parts("RBI के 30 दिन, EMI"), ["RBI ", "के 30 दिन, ", "EMI"]);
        assert_eq!(parts(""), [""]);
    }

    #[test]
    fn devanagari_forms_its_conjuncts_and_reorders_its_vowels() {
        let faces = Faces::load().unwrap();
        let face = faces.of(Weight::Regular);
        let single = |letter| face.shaper.glyph_index(letter).unwrap().0.into();
        // Three letters, one form.
        assert_eq!(face.shape("क्ष").len(), 1);
        // The short i is spoken after its consonant and written before it.
        let ki: Vec<u32> = face
            .shape("कि")
            .iter()
            .map(|glyph| glyph.glyph_id.to_u32())
            .collect();
        assert_eq!(ki.len(), 2);
        assert_eq!(ki.last(), Some(&single('क')));
        let glyphs = face.shape("राशि ₹1,00,000");
        assert!(glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0));
    }

    #[test]
    fn each_glyph_knows_its_letters_and_none_is_left_out() {
        let faces = Faces::load().unwrap();
        let text = "वार्षिक प्रतिशत दर (APR) 17.07 %";
        for weight in [Weight::Regular, Weight::SemiBold] {
            let mut covered = 0;
            for glyph in faces.of(weight).shape(text) {
                let Range { start, end } = glyph.text_range;
                assert!(start <= covered && end >= covered && text.get(start..end).is_some());
                covered = end;
            }
            assert_eq!(covered, text.len());
        }
    }
}
