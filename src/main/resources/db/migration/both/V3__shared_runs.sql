-- Runs that several nodes work on together, from their beginning until they are published.

-- The primary key lets one run at a time audit an inventory.
CREATE TABLE shared_run (
  inventory_key CHARACTER VARYING NOT NULL PRIMARY KEY,
  run CHARACTER VARYING NOT NULL UNIQUE,
  schedule CHARACTER VARYING NOT NULL,
  header TEXT NOT NULL
);

-- attempt: raised by each node that takes the part; only the latest may write.
CREATE TABLE shared_part (
  run CHARACTER VARYING NOT NULL,
  part INTEGER NOT NULL,
  first_token INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  done BOOLEAN NOT NULL,
  PRIMARY KEY (run, part)
);

CREATE TABLE shared_dossier (
  run CHARACTER VARYING NOT NULL,
  part INTEGER NOT NULL,
  token_key CHARACTER VARYING NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (run, token_key)
);

CREATE INDEX shared_dossier_of_part ON shared_dossier (run, part);

CREATE TABLE shared_reply (
  run CHARACTER VARYING NOT NULL,
  part INTEGER NOT NULL,
  token_key CHARACTER VARYING NOT NULL,
  request_key CHARACTER VARYING NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (run, part, token_key, request_key)
);

-- Written to when an embedded store is opened.
CREATE TABLE store_opening (
  commits BIGINT NOT NULL
);

INSERT INTO store_opening (commits) VALUES (0);
