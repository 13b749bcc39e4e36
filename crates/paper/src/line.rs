//! Text broken into lines.

use std::rc::Rc;

use krilla::text::KrillaGlyph;

use crate::face::{Faces, Weight};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Plain,
    /// For what explains, beside what is said.
    Soft,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub weight: Weight,
    /// Points.
    pub size: f32,
    pub ink: Ink,
}

impl Style {
    pub const fn new(weight: Weight, size: f32, ink: Ink) -> Self {
        Self { weight, size, ink }
    }

    /// From one line to the next: Devanagari reaches further up and down than Latin.
    pub fn leading(self) -> f32 {
        self.size * 1.5
    }
}

/// Shaped text that is not yet broken.
#[derive(Debug, Clone)]
pub struct Words {
    text: Rc<str>,
    /// Not all of it can be drawn.
    pub spoilt: bool,
    glyphs: Vec<KrillaGlyph>,
    style: Style,
}

/// What fits beside each other.
#[derive(Debug, Clone)]
pub struct Line {
    /// The whole text, which the glyphs' ranges count in.
    pub text: Rc<str>,
    pub glyphs: Vec<KrillaGlyph>,
    pub style: Style,
    /// Without the space it ends in.
    pub width: f32,
}

impl Words {
    pub fn new(text: &str, style: Style, faces: &Faces) -> Self {
        let face = faces.of(style.weight);
        let mut spoilt = false;
        let letters = text.chars().filter(|letter| !is_unseen(*letter));
        let drawn: String = letters
            .map(|letter| match letter {
                letter if face.has(letter) && !letter.is_control() => letter,
                letter if letter.is_whitespace() || letter.is_control() => ' ',
                _ => {
                    spoilt = true;
                    '?'
                }
            })
            .collect();
        let drawn = drawn.trim();
        Self {
            glyphs: face.shape(drawn),
            text: drawn.into(),
            spoilt,
            style,
        }
    }

    /// All of it on one line.
    pub fn widest(&self) -> f32 {
        self.advance(&self.glyphs)
    }

    /// The longest word.
    pub fn narrowest(&self) -> f32 {
        let words = self.glyphs.split(|glyph| self.is_space(glyph));
        words.map(|word| self.advance(word)).fold(0.0, f32::max)
    }

    /// Broken at spaces, and within a word only where that alone is too wide.
    pub fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut rest = self.glyphs.as_slice();
        while !rest.is_empty() {
            let (line, next) = rest.split_at(self.fitting(rest, width));
            lines.push(self.line(line));
            rest = next;
        }
        lines
    }

    /// How many glyphs from the first one on fit; at least one cluster.
    fn fitting(&self, glyphs: &[KrillaGlyph], width: f32) -> usize {
        let (mut used, mut at_space, mut at_cluster) = (0.0, None, None);
        for (at, glyph) in glyphs.iter().enumerate() {
            let starts = at > 0
                && glyphs
                    .get(at - 1)
                    .is_some_and(|before| before.text_range != glyph.text_range);
            if starts {
                at_cluster = Some(at)
                    .filter(|_| used <= width)
                    .or(at_cluster)
                    .or(Some(at));
            }
            if self.is_space(glyph) {
                at_space = Some(at + 1);
            } else if used + self.points(glyph.x_advance) > width && at > 0 {
                return at_space.or(at_cluster).unwrap_or(glyphs.len());
            }
            used += self.points(glyph.x_advance);
        }
        glyphs.len()
    }

    fn line(&self, glyphs: &[KrillaGlyph]) -> Line {
        let seen = match glyphs.split_last() {
            Some((last, before)) if self.is_space(last) => before,
            _ => glyphs,
        };
        Line {
            text: Rc::clone(&self.text),
            glyphs: glyphs.to_vec(),
            style: self.style,
            width: self.advance(seen),
        }
    }

    fn is_space(&self, glyph: &KrillaGlyph) -> bool {
        self.text.get(glyph.text_range.clone()) == Some(" ")
    }

    fn advance(&self, glyphs: &[KrillaGlyph]) -> f32 {
        let ems: f32 = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        self.points(ems)
    }

    fn points(&self, ems: f32) -> f32 {
        ems * self.style.size
    }
}

/// Marks that only steer the order of writing, which is ours from left to right.
const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;

    const STYLE: Style = Style::new(Weight::Regular, 10.0, Ink::Plain);

    fn broken(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::load().unwrap();
        let lines = Words::new(text, STYLE, &faces).lines(width);
        let said = |line: &Line| -> String {
            let mut ranges: Vec<_> = line.glyphs.iter().map(|g| g.text_range.clone()).collect();
            ranges.dedup();
            ranges.into_iter().map(|range| &line.text[range]).collect()
        };
        for line in &lines {
            assert!(line.width <= width || line.glyphs.len() <= 2, "{line:?}");
        }
        lines.iter().map(said).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_lose_nothing() {
        let text = "Equated periodic instalment of ₹9,691 a month";
        let lines = broken(text, 100.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert!(lines.iter().rev().skip(1).all(|line| line.ends_with(' ')));
        assert_eq!(broken(text, 1_000.0), [text]);
        assert_eq!(broken("", 100.0), Vec::<String>::new());
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_between_its_letters() {
        let address = "https://lender.example/key-facts/2026/0123456789abcdef";
        let lines = broken(&format!("See {address}"), 60.0);
        assert_eq!(lines.concat(), format!("See {address}"));
        assert_eq!(lines.first().unwrap(), "See ");
        assert!(lines.len() > 4, "{lines:?}");
        // Never within a conjunct.
        assert_eq!(broken("क्षक्षक्ष", 1.0), ["क्ष", "क्ष", "क्ष"]);
    }

    #[test]
    fn what_cannot_be_drawn_is_marked_and_what_is_unseen_is_left_out() {
        let faces = Faces::load().unwrap();
        let words = |text| Words::new(text, STYLE, &faces);
        let tamil = words("கடன் 5 %");
        assert_eq!((&*tamil.text, tamil.spoilt), ("???? 5 %", true));
        let steered = words(" 12\u{202e} %\n\tp.a.\u{0} ");
        assert_eq!((&*steered.text, steered.spoilt), ("12 %  p.a.", false));
        assert!(!words("ऋण ₹1 × 2 – “दर”").spoilt);
    }
}
