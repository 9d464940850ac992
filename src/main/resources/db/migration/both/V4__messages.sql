-- What is told to whom about published runs.
-- An id or a text that does not apply is empty.

-- The newest run of each inventory of which messages were planned; its row is the lock for planning.
CREATE TABLE notify_inventory (
  inventory CHARACTER VARYING NOT NULL PRIMARY KEY,
  run CHARACTER VARYING NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE,
  planned_at TIMESTAMP WITH TIME ZONE NOT NULL,
  held_back BOOLEAN NOT NULL
);

-- state: planned, sending, sent, refused, unsure or withdrawn; it is over when it has an end.
CREATE TABLE notify_message (
  message CHARACTER VARYING NOT NULL PRIMARY KEY,
  inventory CHARACTER VARYING NOT NULL,
  run CHARACTER VARYING NOT NULL,
  purpose CHARACTER VARYING NOT NULL,
  channel CHARACTER VARYING NOT NULL,
  recipient_name CHARACTER VARYING NOT NULL,
  recipient_address CHARACTER VARYING NOT NULL,
  subject CHARACTER VARYING NOT NULL,
  body TEXT NOT NULL,
  attachments TEXT NOT NULL,
  state CHARACTER VARYING NOT NULL,
  attempts INTEGER NOT NULL,
  reason CHARACTER VARYING NOT NULL,
  reported BOOLEAN NOT NULL,
  planned_at TIMESTAMP WITH TIME ZONE NOT NULL,
  not_before TIMESTAMP WITH TIME ZONE,
  claimed_until TIMESTAMP WITH TIME ZONE,
  claimed_by CHARACTER VARYING,
  ended_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX notify_message_of_inventory ON notify_message (inventory, run);
CREATE INDEX notify_message_ended ON notify_message (ended_at);

-- What an audience was told of a finding: that it is there, or, with what it was about, that it is
-- fixed. message: what told it; empty when it is still to be told. warned: how many days before
-- which end there was a warning, and by which message; 0 for none.
CREATE TABLE notify_told (
  inventory CHARACTER VARYING NOT NULL,
  finding CHARACTER VARYING NOT NULL,
  audience CHARACTER VARYING NOT NULL,
  fixed BOOLEAN NOT NULL,
  message CHARACTER VARYING NOT NULL,
  warned_due TIMESTAMP WITH TIME ZONE,
  warned_days INTEGER NOT NULL,
  warned_by CHARACTER VARYING NOT NULL,
  about CHARACTER VARYING NOT NULL,
  told_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (inventory, finding)
);
