-- The copies of the site's own notifications. Times are milliseconds since 1970 (UTC).
CREATE TABLE alert_copy (
  platform    TEXT   NOT NULL,
  key         TEXT   NOT NULL,
  copy        TEXT   NOT NULL, -- what tells this copy from the others with the same key
  texts       TEXT   NOT NULL, -- JSON: the customer's words by the slot that shows them
  happened_at BIGINT NOT NULL, -- as the platform says
  received_at BIGINT NOT NULL,
  PRIMARY KEY (platform, key, copy)
);

CREATE INDEX alert_copy_received ON alert_copy (received_at);
CREATE INDEX alert_copy_key_received ON alert_copy (platform, key, received_at);
