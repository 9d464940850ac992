package dev.patrol.journal;

import java.util.Optional;

/** Keeps nothing, for runs that can begin anew at no cost. */
final class NoJournal implements Journal {
  @Override
  public Optional<String> dossier(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<String> reply(String token, String request) {
    return Optional.empty();
  }

  @Override
  public void keepDossier(String token, String json) {}

  @Override
  public void keepReply(String token, String request, String json) {}

  @Override
  public void close() {}
}
