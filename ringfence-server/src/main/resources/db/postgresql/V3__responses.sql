-- What recipients told us about their mail. Times are milliseconds since 1970 (UTC).
CREATE TABLE response (
  number    BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   TEXT    NOT NULL,
  recipient TEXT    NOT NULL, -- in lower case
  kind      TEXT    NOT NULL, -- report, expected, called
  at        BIGINT  NOT NULL,
  answers   BYTEA   NOT NULL  -- packed JSON
);

CREATE INDEX response_case ON response (case_id, number);
CREATE INDEX response_at ON response (at);
