use std::borrow::Cow;

use super::JsonError;

/// Deeper than any of our types, and far from the end of the stack.
const DEEPEST: u8 = 48;

/// What is left to read, and how deep we are in it.
pub(super) struct Reader<'de> {
    rest: &'de str,
    depth: u8,
}

impl<'de> Reader<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            rest: text,
            depth: 0,
        }
    }

    /// The next byte that is not space.
    pub(super) fn peek(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.bytes().next()
    }

    pub(super) fn eat(&mut self, sign: char) -> Result<(), JsonError> {
        self.peek();
        self.rest = self.rest.strip_prefix(sign).ok_or(JsonError)?;
        Ok(())
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        self.peek();
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take(&mut self, bytes: usize) -> Result<&'de str, JsonError> {
        let (taken, rest) = self.rest.split_at_checked(bytes).ok_or(JsonError)?;
        self.rest = rest;
        Ok(taken)
    }

    fn down(&mut self) -> Result<(), JsonError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            Err(JsonError)
        } else {
            Ok(())
        }
    }

    pub(super) fn text(&mut self) -> Result<Cow<'de, str>, JsonError> {
        self.eat('"')?;
        let mut text = Cow::Borrowed("");
        loop {
            let plain = self
                .rest
                .bytes()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))
                .ok_or(JsonError)?;
            let run = self.take(plain)?;
            if text.is_empty() {
                text = Cow::Borrowed(run);
            } else {
                text.to_mut().push_str(run);
            }
            match self.take(1)? {
                "\"" => return Ok(text),
                "\\" => text.to_mut().push(self.escaped()?),
                _ => return Err(JsonError),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, JsonError> {
        Ok(match self.take(1)? {
            "n" => '\n',
            "t" => '\t',
            "r" => '\r',
            "b" => '\u{8}',
            "f" => '\u{c}',
            "u" => return self.code_point(),
            sign @ ("\"" | "\\" | "/") => sign.chars().next().ok_or(JsonError)?,
            _ => return Err(JsonError),
        })
    }

    fn unit(&mut self) -> Result<u32, JsonError> {
        let digits = self.take(4)?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let unit = u32::from_str_radix(digits, 16).ok().filter(|_| hex);
        unit.ok_or(JsonError)
    }

    /// Characters beyond the first plane come as two units.
    fn code_point(&mut self) -> Result<char, JsonError> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(JsonError);
        }
        if self.take(2)? != "\\u" {
            return Err(JsonError);
        }
        let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
        let second = second.ok_or(JsonError)?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second).ok_or(JsonError)
    }

    pub(super) fn number(&mut self) -> Result<i64, JsonError> {
        self.peek();
        let end = self
            .rest
            .bytes()
            .position(|byte| !matches!(byte, b'-' | b'0'..=b'9' | b'.' | b'e' | b'E' | b'+'))
            .unwrap_or(self.rest.len());
        let digits = self.take(end)?;
        let bare = digits.strip_prefix('-').unwrap_or(digits);
        let whole = bare == "0" || (!bare.starts_with('0') && !bare.starts_with('+'));
        digits.parse().ok().filter(|_| whole).ok_or(JsonError)
    }

    /// Anything at all, thrown away.
    pub(super) fn skip(&mut self) -> Result<(), JsonError> {
        match self.peek().ok_or(JsonError)? {
            b'"' => self.text().map(|_| ()),
            b'{' => {
                let mut fields = self.open('{', '}')?;
                while fields.more()? {
                    fields.reader.text()?;
                    fields.reader.eat(':')?;
                    fields.reader.skip()?;
                }
                Ok(())
            }
            b'[' => {
                let mut items = self.open('[', ']')?;
                while items.more()? {
                    items.reader.skip()?;
                }
                Ok(())
            }
            b'-' | b'0'..=b'9' => {
                let end = self
                    .rest
                    .find([',', '}', ']', ' ', '\n', '\r', '\t'])
                    .unwrap_or(self.rest.len());
                self.take(end).map(|_| ())
            }
            _ if self.word("true") || self.word("false") || self.word("null") => Ok(()),
            _ => Err(JsonError),
        }
    }

    pub(super) fn open(&mut self, sign: char, close: char) -> Result<Inside<'_, 'de>, JsonError> {
        self.eat(sign)?;
        self.down()?;
        Ok(Inside {
            reader: self,
            close,
            first: true,
        })
    }
}

/// Within an object or a list.
pub(super) struct Inside<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    close: char,
    first: bool,
}

impl Inside<'_, '_> {
    /// Whether another element follows; eats the comma before it, or the closing sign.
    pub(super) fn more(&mut self) -> Result<bool, JsonError> {
        if self.reader.eat(self.close).is_ok() {
            self.reader.depth -= 1;
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.eat(',')?;
        }
        Ok(true)
    }
}
