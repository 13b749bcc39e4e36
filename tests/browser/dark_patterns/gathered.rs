//! Every screen of the gallery, looked at once for all eleven tests, and once more with each
//! pattern put into it: what does not find the bait would find nothing.

use anyhow::{Context as _, Result};
use end_to_end::{Language, Scenes};
use serde_json::json;
use tokio::sync::OnceCell;

use super::look::{Control, LOOK, Seen, WATCH};
use super::patterns::{ALL, DECISIONS};
use crate::text::Words;
use crate::walk::words;

pub struct Scene {
    pub state: String,
    pub language: Language,
    pub seen: Seen,
}

impl Scene {
    pub fn words(&self) -> Words {
        words(self.language)
    }

    /// Boxes and switches that nobody has touched and that are on all the same. The kind of an
    /// account is a fact that is known, and what was picked in a scene was picked by its borrower.
    pub fn chosen_beforehand(&self) -> impl Iterator<Item = &Control> {
        let known = self.is_of(&["bankAccount"]);
        let picked = self.state == "offers.picked" || !self.is_of(DECISIONS);
        let controls = self.seen.controls.iter().filter(|it| it.answered);
        controls.filter(move |it| match it.kind.as_str() {
            "checkbox" | "switch" => !picked,
            "radio" => !picked && !known,
            _ => false,
        })
    }

    /// Of one of these screens, in whatever state.
    pub fn is_of(&self, screens: &[&str]) -> bool {
        screens.iter().any(|screen| {
            let rest = self.state.strip_prefix(screen);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '+']))
        })
    }
}

#[derive(Default)]
pub struct Gathered {
    pub scenes: Vec<Scene>,
    /// With the pattern of this name in it.
    pub baited: Vec<(&'static str, Scene)>,
}

static GATHERED: OnceCell<Gathered> = OnceCell::const_new();

pub async fn gathered() -> Result<&'static Gathered> {
    GATHERED
        .get_or_try_init(async || {
            let (mut all, hindi) =
                tokio::try_join!(gather(Language::English), gather(Language::Hindi))?;
            all.scenes.extend(hindi.scenes);
            all.baited.extend(hindi.baited);
            Ok(all)
        })
        .await
}

async fn gather(language: Language) -> Result<Gathered> {
    let scenes = Scenes::open(language, 360).await?;
    scenes.browser.script(WATCH, vec![]).await?;
    let mut gathered = Gathered::default();
    for state in &scenes.states {
        scenes.show(state).await?;
        gathered.scenes.push(look(&scenes, state, language).await?);
    }
    for pattern in &ALL {
        for bait in pattern.baits {
            scenes.show(bait.on).await?;
            let put = format!(
                "const main = document.querySelector('main'); {}",
                bait.script
            );
            let word = (bait.word)(words(language));
            scenes.browser.script(&put, vec![json!(word)]).await?;
            let scene = look(&scenes, bait.on, language).await?;
            gathered.baited.push((pattern.name, scene));
            let clean = "window.asked.length = 0; return null";
            scenes.browser.script(clean, vec![]).await?;
        }
    }
    scenes.close().await?;
    Ok(gathered)
}

async fn look(scenes: &Scenes, state: &str, language: Language) -> Result<Scene> {
    let found = scenes.browser.script(LOOK, vec![]).await?;
    let seen = serde_json::from_value(found).with_context(|| state.to_owned())?;
    Ok(Scene {
        state: state.to_owned(),
        language,
        seen,
    })
}
