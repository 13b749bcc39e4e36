-- The figures of an offer as they were when it was chosen, and nothing else of the borrower than
-- whose they are. One row an offer: it counts only for the offer that the platform says was chosen.
CREATE TABLE agreed (
    borrower      TEXT NOT NULL,            -- borrowerExternalID
    journey       TEXT NOT NULL,
    offer         TEXT NOT NULL,
    figures       TEXT NOT NULL,            -- the offer as JSON
    agreed_at     INTEGER NOT NULL,
    PRIMARY KEY (borrower, journey, offer)
) STRICT;

-- Half a minute's memory: nothing is lost with what was in it. A row outlives its use, so that an
-- intent that comes once more is known.
DROP TABLE accepted;
CREATE TABLE accepted (
    journey       TEXT NOT NULL,
    intent        TEXT NOT NULL,            -- Idempotency-Key
    kind          TEXT NOT NULL,
    offer         TEXT,
    saw           TEXT NOT NULL,            -- how the step stood before
    accepted_at   INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    PRIMARY KEY (journey, intent)
) STRICT;

-- One receipt of what was consented to once, however often it was sent.
ALTER TABLE consent ADD COLUMN intent TEXT;
CREATE UNIQUE INDEX consent_once ON consent (borrower, journey, kind, intent);

ALTER TABLE handoff DROP COLUMN session;
