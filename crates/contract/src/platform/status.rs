//! The platform's word lists.

use crate::wire::open_enum;

open_enum!(
    /// What is being applied for.
    JourneyType { PersonalLoan = "PERSONAL_LOAN", GoldLoan = "GOLD_LOAN" }
);

open_enum!(
    /// Where a journey stands, in lifecycle order; the last three end it.
    JourneyStatus {
        Started = "STARTED",
        ProfileRequired = "PROFILE_REQUIRED",
        ProfileSubmitted = "PROFILE_SUBMITTED",
        OffersPending = "OFFERS_PENDING",
        OffersAvailable = "OFFERS_AVAILABLE",
        OfferSelected = "OFFER_SELECTED",
        AaRequired = "AA_REQUIRED",
        KycPending = "KYC_PENDING",
        BankMandatePending = "BANK_MANDATE_PENDING",
        EMandatePending = "E_MANDATE_PENDING",
        LoanAgreementPending = "LOAN_AGREEMENT_PENDING",
        LenderProcessing = "LENDER_PROCESSING",
        Disbursed = "DISBURSED",
        Rejected = "REJECTED",
        Expired = "EXPIRED",
        Closed = "CLOSED",
    }
);

impl JourneyStatus {
    /// No further step can follow; another journey may be started.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Rejected | Self::Expired | Self::Closed)
    }

    /// No offer can have been chosen yet.
    pub fn is_before_choice(self) -> bool {
        self.is_before_offers() || matches!(self, Self::OffersPending | Self::OffersAvailable)
    }

    /// No lender has been asked yet.
    pub fn is_before_offers(self) -> bool {
        matches!(
            self,
            Self::Started | Self::ProfileRequired | Self::ProfileSubmitted
        )
    }
}

open_enum!(
    /// What the journey wants from the borrower next; absent (`null`) when nothing is.
    NextAction {
        FillProfile = "FILL_PROFILE",
        WaitForOffers = "WAIT_FOR_OFFERS",
        ViewOffers = "VIEW_OFFERS",
        CompleteAa = "COMPLETE_AA",
        CompleteStep = "COMPLETE_STEP",
    }
);

open_enum!(
    /// Whether a lender has answered.
    OfferCardStatus {
        OfferReceived = "OFFER_RECEIVED",
        OfferAwaited = "OFFER_AWAITED",
        NoOfferAvailable = "NO_OFFER_AVAILABLE",
    }
);

open_enum!(
    /// Where a step stands.
    StepStatus {
        Pending = "PENDING",
        Ready = "READY",
        InProgress = "IN_PROGRESS",
        Success = "SUCCESS",
        Failure = "FAILURE",
        NotRequired = "NOT_REQUIRED",
    }
);

impl StepStatus {
    /// Nothing more will happen at this step, and the next one may begin.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Success | Self::NotRequired)
    }
}

open_enum!(
    /// What a step or a consent wants from the borrower now.
    ActionRequired {
        None = "NONE",
        SubmitForm = "SUBMIT_FORM",
        Redirect = "REDIRECT",
        Wait = "WAIT",
        AwaitCallback = "AWAIT_CALLBACK",
        Reconcile = "RECONCILE",
    }
);

open_enum!(
    /// Where an Account Aggregator session stands.
    AaState {
        Required = "REQUIRED",
        RedirectReady = "REDIRECT_READY",
        InProgress = "IN_PROGRESS",
        UserReturned = "USER_RETURNED",
        ApprovalDispatched = "APPROVAL_DISPATCHED",
        Reconciling = "RECONCILING",
        Confirmed = "CONFIRMED",
        NotRequired = "NOT_REQUIRED",
        Failed = "FAILED",
        Expired = "EXPIRED",
    }
);

impl AaState {
    /// The borrower may still go and decide.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Required | Self::RedirectReady | Self::InProgress
        )
    }

    /// The borrower has decided, and that is being worked on or done.
    pub fn is_decided(self) -> bool {
        matches!(
            self,
            Self::UserReturned | Self::ApprovalDispatched | Self::Reconciling | Self::Confirmed
        )
    }
}

open_enum!(
    /// ASSUMPTION(G15): whether this offer, or another one, is the journey's.
    ProceedBoundary {
        Open = "OPEN",
        Locked = "LOCKED",
        LockedToDifferentOffer = "LOCKED_TO_DIFFERENT_OFFER",
    }
);

open_enum!(
    /// What kind of thing a step offers. ASSUMPTION(G18): only `FORM` is documented.
    ResourceType { Form = "FORM", Redirect = "REDIRECT", None = "NONE" }
);

open_enum!(
    /// ASSUMPTION(G16): at which stage an offer was turned down; only `KYC` is documented.
    RejectedStage {
        Offer = "OFFER",
        Aa = "AA",
        Kyc = "KYC",
        BankMandate = "BANK_MANDATE",
        EMandate = "E_MANDATE",
        LoanAgreement = "LOAN_AGREEMENT",
    }
);

open_enum!(
    Gender { Male = "male", Female = "female", Transgender = "transgender" }
);

open_enum!(
    EmploymentType { Salaried = "salaried", SelfEmployed = "selfEmployed" }
);

open_enum!(
    /// ASSUMPTION(G21): only `saving` is documented.
    AccountType { Saving = "saving", Current = "current" }
);

open_enum!(
    /// The five steps after an offer is chosen, as `lastCompletedStep` and the aggregate spell them.
    StepKey {
        Kyc = "kyc",
        BankMandate = "bankMandate",
        EMandate = "eMandate",
        LoanAgreement = "loanAgreement",
        Disbursal = "disbursal",
    }
);

open_enum!(
    /// Work the platform has accepted and not finished, as `/state` names it.
    /// ASSUMPTION(G24): all but the first two names.
    OperationKind {
        ProfileSubmission = "PROFILE_SUBMISSION",
        SelectDispatch = "SELECT_DISPATCH",
        OfferConfirmation = "OFFER_CONFIRMATION",
        AaReconciliation = "AA_RECONCILIATION",
        BankMandateVerification = "BANK_MANDATE_VERIFICATION",
        PostDisbursalRefresh = "POST_DISBURSAL_REFRESH",
    }
);

open_enum!(
    /// How an instalment stands. ASSUMPTION(G14): the network's words.
    InstallmentStatus {
        NotPaid = "NOT-PAID",
        Paid = "PAID",
        Delayed = "DELAYED",
        Deferred = "DEFERRED",
        Overdue = "OVERDUE",
        NotDue = "NOT-DUE",
        Failed = "FAILED",
        Defaulted = "DEFAULTED",
    }
);
