-- The offer that a consent or an acknowledgement is for, whose that is, and when it was taken back.
ALTER TABLE consent ADD COLUMN offer TEXT;
ALTER TABLE consent ADD COLUMN lender TEXT;
ALTER TABLE consent ADD COLUMN withdrawn_at INTEGER;

-- What was read, as it was: a receipt must be readable when the text has long been another.
CREATE TABLE consent_text (
    version       TEXT NOT NULL,
    language      TEXT NOT NULL,
    text          TEXT NOT NULL,            -- the notice as JSON
    PRIMARY KEY (version, language)
) STRICT;
