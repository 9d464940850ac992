package dev.patrol.sandbox;

/** What a call gets, and what is remembered of it. */
record Decision(Reply reply, Received received) {}
