-- Cases, kept mail, counters, numbers seen, the audit log. Times are milliseconds since 1970 (UTC),
-- days are days since then. A case's number is the first 63 bits of its name, so that numbers sort
-- by time; where two cases would have the same, the later one has the next that is free.
-- What is "packed" is compressed, and sealed where the site has a key.
CREATE TABLE mail_case (
  number  BIGINT  PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  verdict TEXT    NOT NULL,
  repeats BIGINT,                 -- the case of the same mail that came before and is still kept
  entry   BYTEA    NOT NULL         -- packed JSON of all that is remembered
);

CREATE INDEX mail_case_verdict ON mail_case (verdict, number);

-- By what a case is found: its words, and facts such as "verdict:clear".
CREATE TABLE case_terms (
  number BIGINT PRIMARY KEY REFERENCES mail_case (number) ON DELETE CASCADE,
  terms  TEXT[] NOT NULL
);

CREATE INDEX case_terms_terms ON case_terms USING gin (terms) WITH (fastupdate = off);

CREATE TABLE kept_mail (
  number      BIGINT  PRIMARY KEY REFERENCES mail_case (number),
  fingerprint BYTEA    NOT NULL,    -- SHA-256 of sender, recipients and octets: tells a mail that comes again
  digest      BYTEA    NOT NULL,    -- SHA-256 of the octets
  taken_at    BIGINT  NOT NULL,
  again       BIGINT  NOT NULL DEFAULT 0, -- how often it came again
  arrival     BYTEA    NOT NULL,    -- packed JSON
  octets      BYTEA    NOT NULL     -- packed
);

CREATE INDEX kept_mail_fingerprint ON kept_mail (fingerprint, taken_at);

-- The forms in which a kept mail is sent.
CREATE TABLE kept_form (
  number BIGINT  NOT NULL REFERENCES kept_mail (number) ON DELETE CASCADE,
  form   INTEGER NOT NULL,
  edits  BYTEA    NOT NULL,         -- packed JSON
  PRIMARY KEY (number, form)
);

-- How a kept mail stands for one recipient.
CREATE TABLE keep (
  number     BIGINT  NOT NULL REFERENCES kept_mail (number) ON DELETE CASCADE,
  place      INTEGER NOT NULL,     -- among the recipients
  recipient  TEXT    NOT NULL,
  mailbox    TEXT    NOT NULL,     -- the recipient in lower case
  form       INTEGER NOT NULL,
  standing   TEXT    NOT NULL,
  detail     TEXT    NOT NULL,     -- JSON: the rest of the standing
  due_at     BIGINT,              -- when something is to be done
  changed_at BIGINT  NOT NULL,
  mover      TEXT    NOT NULL DEFAULT '', -- which move made it stand so
  PRIMARY KEY (number, place)
);

CREATE INDEX keep_due ON keep (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX keep_held ON keep (changed_at) WHERE standing = 'held';
CREATE INDEX keep_standing ON keep (standing, number);
CREATE INDEX keep_mailbox ON keep (mailbox, number);

CREATE TABLE audit_entry (
  number  BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      BIGINT  NOT NULL,
  actor   TEXT    NOT NULL,
  action  TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  detail  TEXT    NOT NULL
);

CREATE TABLE verdict_count (
  day     BIGINT  NOT NULL,
  door    TEXT    NOT NULL,
  verdict TEXT    NOT NULL,
  mails   BIGINT  NOT NULL,
  PRIMARY KEY (day, door, verdict)
);

CREATE TABLE rule_count (
  day   BIGINT  NOT NULL,
  rule  TEXT    NOT NULL,
  did   TEXT    NOT NULL,
  mails BIGINT  NOT NULL,
  PRIMARY KEY (day, rule, did)
);

CREATE TABLE number_seen (
  e164       TEXT    PRIMARY KEY,
  first_at   BIGINT  NOT NULL,
  last_at    BIGINT  NOT NULL,
  first_case TEXT    NOT NULL,
  last_case  TEXT    NOT NULL,
  mails      BIGINT  NOT NULL,
  called     BIGINT  NOT NULL      -- in how many of them the reader is asked to call it
);

CREATE INDEX number_seen_last ON number_seen (last_at, e164);

CREATE TABLE number_brand (
  e164    TEXT    NOT NULL REFERENCES number_seen (e164) ON DELETE CASCADE,
  brand   TEXT    NOT NULL,
  last_at BIGINT  NOT NULL,
  mails   BIGINT  NOT NULL,
  PRIMARY KEY (e164, brand)
);

-- The keys with which something was sealed, by their fingerprints.
CREATE TABLE seal_key (
  key_id  TEXT    PRIMARY KEY,
  used_at BIGINT  NOT NULL         -- first
);
