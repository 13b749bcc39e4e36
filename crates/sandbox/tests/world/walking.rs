use serde_json::{Value, json};

use super::{Borrower, World, account};

impl World {
    /// Signed in under a scenario's name, with Sahyadri's offer chosen.
    pub async fn with_sahyadri(&self, name: &str) -> (Borrower<'_>, String) {
        let borrower = self.borrower(name).await;
        borrower.submit().await;
        let offer = borrower.proceed_with("sahyadri-finance").await;
        (borrower, offer)
    }
}

impl Borrower<'_> {
    pub async fn proceed_with(&self, lender: &str) -> String {
        let offer = self.offer_of(lender).await;
        self.act(&format!("/offers/{offer}/proceed"), &json!({}))
            .await;
        offer
    }

    /// Does what there is to do until the journey is in the status that is wanted.
    pub async fn up_to(&self, offer: &str, wanted: &str) {
        for _ in 0..8 {
            let state = self.state().await;
            let (status, _) = state.split_once(' ').unwrap();
            if status == wanted {
                return;
            }
            self.go_on(offer, status).await;
        }
        panic!("never {wanted}: {}", self.state().await);
    }

    pub async fn go_on(&self, offer: &str, status: &str) {
        let page = match status {
            "OFFER_SELECTED" => return self.amount(offer, "100000").await,
            "BANK_MANDATE_PENDING" => return self.give_account(offer).await,
            "KYC_PENDING" => "kyc",
            "E_MANDATE_PENDING" => "e-mandate",
            "LOAN_AGREEMENT_PENDING" => "loan-agreement",
            other => panic!("nothing to do at {other}"),
        };
        self.at_step(offer, page, "approve").await;
    }

    pub async fn give_account(&self, offer: &str) {
        let path = format!("/offers/{offer}/steps/bank-mandate");
        self.act(&path, &account()).await;
    }

    /// Status, action and code of a step.
    pub async fn standing(&self, offer: &str, key: &str) -> (String, String, String) {
        let step = self.read(&format!("/offers/{offer}/steps")).await[key].clone();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (
            word(&step["status"]),
            word(&step["actionRequired"]),
            word(&step["diagnostics"]["code"]),
        )
    }
}

pub fn words(status: &str, action: &str, code: &str) -> (String, String, String) {
    (status.to_owned(), action.to_owned(), code.to_owned())
}
