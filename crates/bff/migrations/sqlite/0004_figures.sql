-- The figures of the Key Facts Statement that was read, letter for letter: its text is the same for
-- every offer, and what an offer said is kept elsewhere only for a while.
ALTER TABLE consent ADD COLUMN figures TEXT;
