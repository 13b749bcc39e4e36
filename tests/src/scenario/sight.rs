use contract::app::JourneyView;

/// What a borrower has before them.
#[derive(Debug, Clone)]
pub enum Sight {
    View(Box<JourneyView>),
    /// No view: the code of the problem.
    Trouble(String),
}

/// What follows something a borrower did.
#[derive(Debug)]
pub enum Next {
    /// The answer says what is before them now.
    Seen(Sight),
    /// The view is to be read.
    Look,
    /// There is nothing to do here but wait.
    Wait,
}

impl Sight {
    pub fn of(view: JourneyView) -> Self {
        Self::View(Box::new(view))
    }

    /// The screen's name, or `trouble.CODE`.
    pub fn name(&self) -> String {
        match self {
            Self::View(view) => flow::name(view),
            Self::Trouble(code) => format!("trouble.{code}"),
        }
    }

    pub fn view(&self) -> Option<&JourneyView> {
        match self {
            Self::View(view) => Some(view),
            Self::Trouble(_) => None,
        }
    }
}
