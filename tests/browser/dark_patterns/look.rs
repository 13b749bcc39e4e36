//! What a screen shows, as far as a dark pattern could hide in it.

use serde::Deserialize;

/// Of one scene in one language.
#[derive(Debug, Clone, Deserialize)]
pub struct Seen {
    /// All that can be read, with everything opened that can be.
    pub text: String,
    pub controls: Vec<Control>,
    /// One lender's offer each.
    pub cards: Vec<Card>,
    /// Pictures, films, frames.
    pub media: Vec<String>,
    /// What lies over the page.
    pub dialogs: Vec<String>,
    /// What counts, or says that it does.
    pub clocks: Vec<String>,
    /// Of text on the screen itself, in px.
    pub smallest: f64,
    /// What the page wanted of the phone so far.
    pub asked: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Control {
    /// `a`, `button`, `summary`, or the kind of an input.
    pub kind: String,
    /// What is written on it or beside it.
    pub says: String,
    /// Where it leads.
    pub to: String,
    /// Ticked, or with an answer in it.
    pub answered: bool,
    /// Only seen once something else was opened.
    pub buried: bool,
    pub width: f64,
    pub height: f64,
    /// How much it weighs: type, colours, border.
    pub weight: String,
    /// Those side by side have the same.
    pub group: i64,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Card {
    pub lender: String,
    pub labels: Vec<String>,
    /// Its elements from first to last, with what makes one stand out.
    pub shape: Vec<String>,
    pub buttons: Vec<String>,
    pub width: f64,
}

impl Control {
    pub fn is_pressed(&self) -> bool {
        matches!(self.kind.as_str(), "a" | "button" | "summary")
    }

    pub fn is_typed_into(&self) -> bool {
        !self.is_pressed() && !matches!(self.kind.as_str(), "checkbox" | "radio" | "select")
    }
}

/// Counts what a page asks the phone and its owner for. Runs once, before the first scene.
pub const WATCH: &str = "\
window.asked = [];
const note = (object, name) => { if (object && object[name])
  object[name] = () => { window.asked.push(name); return new Promise(() => {}); }; };
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => { window.asked.push(name); };
note(window.Notification, 'requestPermission');
note(navigator.geolocation, 'getCurrentPosition');
note(navigator.geolocation, 'watchPosition');
note(navigator.mediaDevices, 'getUserMedia');
note(navigator.contacts, 'select');
note(navigator.credentials, 'get');
note(navigator.clipboard, 'readText');
note(navigator.bluetooth, 'requestDevice');
note(window, 'showOpenFilePicker');
const listen = window.addEventListener.bind(window);
window.addEventListener = (name, ...rest) => {
  if (name === 'beforeunload') window.asked.push(name);
  return listen(name, ...rest);
};
return null";

pub const LOOK: &str = "\
const main = document.querySelector('main');
const seen = it => it.checkVisibility({ visibilityProperty: true });
const words = text => (text || '').replace(/\\s+/g, ' ').trim();
const all = [...main.querySelectorAll(
  'a[href], button, summary, input, select, textarea, [role=button], [role=checkbox], [role=switch]')];
const buried = new Set(all.filter(it => !seen(it)));
main.querySelectorAll('details').forEach(it => { it.open = true; });
const weight = it => {
  const s = getComputedStyle(it);
  return [s.fontSize, s.fontWeight, s.color, s.backgroundColor, s.borderTopWidth, s.borderTopColor,
    s.textDecorationLine, s.opacity].join(' ');
};
const groups = [];
const group = it => {
  const at = groups.indexOf(it.parentElement);
  return at < 0 ? groups.push(it.parentElement) - 1 : at;
};
const says = it => words(it.labels && it.labels.length ? it.labels[0].innerText
  : it.getAttribute('aria-label') || it.innerText);
const controls = all.filter(seen).map(it => {
  const box = it.getBoundingClientRect();
  const tag = it.tagName.toLowerCase();
  return {
    kind: tag === 'input' ? it.type : it.getAttribute('role') || tag,
    says: says(it), to: it.href || '', buried: buried.has(it),
    answered: it.type === 'checkbox' || it.type === 'radio' ? it.checked
      : tag === 'input' || tag === 'textarea' ? it.value !== '' : false,
    width: box.width, height: box.height, weight: weight(it), group: group(it),
  };
});
const cards = [...main.querySelectorAll('article')].map(card => ({
  lender: words(card.querySelector('h2, h3')?.innerText),
  labels: [...card.querySelectorAll('dt, th')].map(it => words(it.innerText)),
  shape: [...card.querySelectorAll('*')].filter(seen).map(it => it.tagName + ' ' + weight(it)),
  buttons: [...card.querySelectorAll('a, button')].map(it => words(it.innerText)),
  width: card.getBoundingClientRect().width,
}));
const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
let smallest = 99;
while (texts.nextNode()) {
  const it = texts.currentNode.parentElement;
  if (words(texts.currentNode.data) && seen(it))
    smallest = Math.min(smallest, parseFloat(getComputedStyle(it).fontSize));
}
const named = (selector, name) => [...document.querySelectorAll(selector)].filter(seen)
  .map(it => name(it));
return {
  text: main.innerText, controls, cards, smallest, asked: window.asked,
  media: named('img, picture, video, audio, iframe, object, embed, canvas, marquee',
    it => it.tagName + ' ' + (it.src || it.data || '')),
  dialogs: named('dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog], [popover]',
    it => words(it.innerText)),
  clocks: named('[role=timer], [role=marquee], meter', it => words(it.innerText)),
};";
