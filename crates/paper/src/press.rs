//! From sheets to the bytes of a PDF.

use kfs::Statement;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use crate::Unmade;
use crate::face::{Faces, Weight};
use crate::line::{Ink, Line, Style, Words};
use crate::sheet::{Branch, HEIGHT, MARGIN, MEASURE, Mark, Sheets, WIDTH};

type Colour = (u8, u8, u8);

// The app's ink, soft ink and lines on white (style/tokens.css, light).
const PLAIN: Colour = (26, 33, 41);
const SOFT: Colour = (75, 87, 99);
const HAIRLINE: Colour = (201, 207, 214);
const BAND: Colour = (241, 240, 236);

const FOOT: Style = Style::new(Weight::Regular, 8.0, Ink::Soft);

pub fn print(
    sheets: &Sheets,
    faces: &Faces,
    statement: &Statement,
    made: &str,
) -> Result<Vec<u8>, Unmade> {
    let refused = |why: &dyn std::fmt::Debug| Unmade::Refused(format!("{why:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| refused(&why))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut ids: Vec<Option<Identifier>> = vec![None; sheets.leaves];
    let whole = [&statement.lender, statement.title, made].join(" · ");
    let count = sheets.sheets.len();
    for (at, marks) in sheets.sheets.iter().enumerate() {
        let size = PageSettings::from_wh(WIDTH, HEIGHT);
        let mut page = document.start_page_with(size.ok_or_else(|| refused(&"size"))?);
        let mut hand = Hand {
            surface: page.surface(),
            faces,
        };
        for mark in marks {
            hand.mark(mark, &mut ids);
        }
        hand.foot(&whole, &format!("{} / {count}", at + 1));
        hand.surface.finish();
    }
    let lang = statement.language.tag().to_owned();
    let tree = TagTree::from(nodes(&sheets.tree, &ids));
    document.set_tag_tree(tree.with_lang(Some(lang.clone())));
    document.set_outline(contents(sheets));
    let title = format!("{} – {}", statement.title, statement.lender);
    document.set_metadata(Metadata::new().title(title).language(lang));
    document.finish().map_err(|why| refused(&why))
}

fn nodes(branches: &[Branch], ids: &[Option<Identifier>]) -> Vec<Node> {
    let node = |branch: &Branch| match branch {
        Branch::Group(tag, branches) => {
            let children = nodes(branches, ids);
            Some(TagGroup::with_children(tag.clone(), children).into())
        }
        Branch::Leaf(leaf) => ids.get(*leaf).copied().flatten().map(Node::Leaf),
    };
    branches.iter().filter_map(node).collect()
}

fn contents(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for entry in &sheets.contents {
        let place = XyzDestination::new(entry.sheet, Point::from_xy(MARGIN, entry.y));
        outline.push_child(OutlineNode::new(entry.title.clone(), place));
    }
    outline
}

/// What draws on one page.
struct Hand<'a> {
    surface: Surface<'a>,
    faces: &'a Faces,
}

impl Hand<'_> {
    fn mark(&mut self, mark: &Mark, ids: &mut [Option<Identifier>]) {
        match mark {
            Mark::Text { line, x, y, leaf } => {
                let tag = match leaf {
                    Some(_) => ContentTag::Span(SpanTag::empty()),
                    None => unread(ArtifactType::PaginationOther),
                };
                let id = self.surface.start_tagged(tag);
                self.line(line, *x, *y);
                self.surface.end_tagged();
                if let Some(slot) = leaf.and_then(|leaf| ids.get_mut(leaf)) {
                    *slot = Some(id);
                }
            }
            Mark::Band { x, y, w, h } => self.area((*x, *y, *w, *h), BAND),
            Mark::Hairline { x, y, w } => self.area((*x, *y, *w, 0.5), HAIRLINE),
        }
    }

    fn line(&mut self, line: &Line, x: f32, y: f32) {
        const ASCENT: f32 = 0.896;
        const DESCENT: f32 = 0.408;
        let Style { weight, size, ink } = line.style;
        let above = (line.style.leading() - (ASCENT + DESCENT) * size) / 2.0;
        let start = Point::from_xy(x, y + above + ASCENT * size);
        self.ink(match ink {
            Ink::Plain => PLAIN,
            Ink::Soft => SOFT,
        });
        let font = self.faces.of(weight).font.clone();
        self.surface
            .draw_glyphs(start, &line.glyphs, font, &line.text, size, false);
    }

    fn area(&mut self, (x, y, w, h): (f32, f32, f32, f32), colour: Colour) {
        let mut path = PathBuilder::new();
        if let Some(area) = Rect::from_xywh(x, y, w, h) {
            path.push_rect(area);
        }
        if let Some(path) = path.finish() {
            self.surface.start_tagged(unread(ArtifactType::Layout));
            self.ink(colour);
            self.surface.draw_path(&path);
            self.surface.end_tagged();
        }
    }

    /// Which paper this is, and which of its sheets.
    fn foot(&mut self, whole: &str, number: &str) {
        const NUMBER: f32 = 60.0;
        let y = HEIGHT - MARGIN;
        let set = |text, width| Words::new(text, FOOT, self.faces).lines(width);
        let (whole, number) = (set(whole, MEASURE - NUMBER), set(number, NUMBER));
        for (kind, lines) in [
            (ArtifactType::Footer, whole),
            (ArtifactType::PageNumber, number),
        ] {
            let Some(line) = lines.first() else { continue };
            let x = match kind {
                ArtifactType::PageNumber => WIDTH - MARGIN - line.width,
                _ => MARGIN,
            };
            self.surface.start_tagged(unread(kind));
            self.line(line, x, y);
            self.surface.end_tagged();
        }
    }

    fn ink(&mut self, (red, green, blue): Colour) {
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(red, green, blue).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::default(),
        }));
    }
}

fn unread(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}
