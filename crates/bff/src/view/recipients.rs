use std::collections::BTreeSet;

use contract::JourneyId;

use super::memory::Memory;
use crate::app::App;
use crate::store::SessionRow;

/// Whoever has a card has the application. Their names go into the receipts of the consents it was
/// sent by, when there is a new one or something was just done: consents may have been given anew.
pub async fn note(
    app: &App,
    session: &SessionRow,
    id: JourneyId,
    fresh: bool,
    memory: &mut Memory,
) {
    let rows = memory.offers.iter().flatten();
    let names = rows.map(|row| row.lender_name.to_string());
    let names: BTreeSet<_> = names.filter(|name| !name.is_empty()).collect();
    if names.is_empty() || (names == memory.noted && !fresh) {
        return;
    }
    match app.store.sent_to(&session.borrower, id, &names).await {
        Ok(()) => memory.noted = names,
        // The next reading tries again; the offers themselves are there.
        Err(error) => tracing::error!(%error, "to whom an application was sent is not noted"),
    }
}
