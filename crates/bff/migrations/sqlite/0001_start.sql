-- Times are Unix milliseconds. Bearer values are stored as SHA-256 or sealed, never as they are.

CREATE TABLE session (
    id_hash       BLOB PRIMARY KEY,
    borrower      TEXT NOT NULL,            -- borrowerExternalID
    name          TEXT,
    mobile        TEXT,                     -- masked
    request       BLOB,                     -- sealed bootstrap request with prefill, until first used
    journey       TEXT,                     -- the journey that GET /api/view means without a parameter
    created_at    INTEGER NOT NULL,
    seen_at       INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE token (
    session       BLOB PRIMARY KEY REFERENCES session (id_hash) ON DELETE CASCADE,
    generation    INTEGER NOT NULL,
    session_token BLOB NOT NULL,
    refresh_token BLOB NOT NULL,
    refresh_at    INTEGER NOT NULL,         -- when to replace the pair before it expires
    expires_at    INTEGER NOT NULL,
    attempt       TEXT,                     -- Idempotency-Key of a refresh that was begun
    attempt_for   INTEGER                   -- the generation it replaces
) STRICT;

CREATE TABLE sign_in (
    state_hash    BLOB PRIMARY KEY,
    browser_hash  BLOB NOT NULL,            -- of the transaction cookie
    secrets       BLOB NOT NULL,            -- sealed nonce and PKCE verifier
    expires_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE handoff (
    id            INTEGER PRIMARY KEY,
    borrower      TEXT NOT NULL,
    session       BLOB NOT NULL,
    journey       TEXT NOT NULL,
    offer         TEXT NOT NULL,
    party         TEXT NOT NULL,
    state_hash    BLOB UNIQUE,
    saw           TEXT NOT NULL,            -- how the step stood when the borrower left
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    returned_at   INTEGER
) STRICT;
CREATE INDEX handoff_journey ON handoff (journey, party, id);

-- Accepted by the platform and not visible in its state yet.
CREATE TABLE accepted (
    journey       TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    saw           TEXT NOT NULL,            -- how the step stood before
    accepted_at   INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE webhook_event (
    event_id      TEXT PRIMARY KEY,
    received_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE webhook_sequence (
    borrower      TEXT PRIMARY KEY,
    sequence      INTEGER NOT NULL
) STRICT;

CREATE TABLE consent (
    id            INTEGER PRIMARY KEY,
    borrower      TEXT NOT NULL,
    journey       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    text_version  TEXT NOT NULL,
    language      TEXT NOT NULL,
    correlation   TEXT NOT NULL,
    given_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_journey ON consent (borrower, journey);
