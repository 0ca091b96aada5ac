-- What recipients told us about their mail. Times are milliseconds since 1970 (UTC).
CREATE TABLE response (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id   TEXT    NOT NULL,
  recipient TEXT    NOT NULL, -- in lower case
  kind      TEXT    NOT NULL, -- report, expected, called
  at        INTEGER NOT NULL,
  answers   BLOB    NOT NULL  -- packed JSON
) STRICT;

CREATE INDEX response_case ON response (case_id, number);
CREATE INDEX response_at ON response (at);
