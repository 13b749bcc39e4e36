//! Few colours for a whole sheet: screens have no more, and it stays small.

use std::collections::HashMap;

type Colour = [u8; 3];

/// With fewer, letters fray; with more, the file grows and nobody sees why.
const MOST: usize = 64;

pub struct Palette {
    colours: Vec<Colour>,
    /// By colour as `coarse` has it.
    nearest: HashMap<Colour, u8>,
}

/// Shades that no eye tells apart are one.
fn coarse(colour: Colour) -> Colour {
    colour.map(|part| part & 0xf8)
}

fn pixels(bytes: &[u8]) -> impl Iterator<Item = Colour> {
    bytes
        .chunks_exact(3)
        .filter_map(|part| part.first_chunk::<3>().copied())
}

impl Palette {
    /// The most frequent colours; every other one becomes the nearest of them.
    pub fn of(bytes: &[u8]) -> Self {
        let mut exact: HashMap<Colour, u64> = HashMap::new();
        for colour in pixels(bytes) {
            *exact.entry(colour).or_default() += 1;
        }
        // Of each group of like shades, the one that is seen most stands for all.
        let mut groups: HashMap<Colour, (u64, Colour, u64)> = HashMap::new();
        for (colour, count) in exact {
            let group = groups.entry(coarse(colour)).or_insert((0, colour, 0));
            group.0 += count;
            if count > group.2 {
                (group.1, group.2) = (colour, count);
            }
        }
        let mut by_count: Vec<_> = groups.iter().collect();
        by_count.sort_by_key(|(coarse, (count, ..))| (std::cmp::Reverse(*count), **coarse));
        let colours: Vec<Colour> = by_count
            .iter()
            .take(MOST)
            .map(|(_, (_, colour, _))| *colour)
            .collect();
        let nearest = groups
            .iter()
            .map(|(coarse, (_, colour, _))| (*coarse, nearest(&colours, *colour)))
            .collect();
        Self { colours, nearest }
    }

    pub fn colours(&self) -> Vec<u8> {
        self.colours.concat()
    }

    pub fn index(&self, bytes: &[u8]) -> Vec<u8> {
        pixels(bytes)
            .map(|colour| self.nearest.get(&coarse(colour)).copied().unwrap_or(0))
            .collect()
    }
}

fn nearest(colours: &[Colour], wanted: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        colour
            .iter()
            .zip(wanted)
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    (0..=u8::MAX)
        .zip(colours)
        .min_by_key(|(_, colour)| distance(colour))
        .map_or(0, |(number, _)| number)
}
