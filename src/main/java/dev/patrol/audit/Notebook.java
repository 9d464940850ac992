package dev.patrol.audit;

import dev.patrol.catalog.Catalog;
import dev.patrol.journal.Journal;
import dev.patrol.journal.KeptDossiers;
import dev.patrol.model.Dossier;
import dev.patrol.probe.Outcome;
import dev.patrol.probe.ReplyLog;
import java.util.Optional;

/** Writes answers into a run's journal and reads them back. */
final class Notebook implements ReplyLog {
  private final Journal journal;
  private final Catalog catalog;

  Notebook(Journal journal, Catalog catalog) {
    this.journal = journal;
    this.catalog = catalog;
  }

  /** What is known of a dossier that was finished before. */
  Optional<Recorded> find(Dossier dossier) {
    return find(dossier, journal, catalog);
  }

  /** What was kept of a finished dossier, for those who only read. */
  static Optional<Recorded> find(Dossier dossier, KeptDossiers kept, Catalog catalog) {
    return kept.dossier(dossier.token().id())
        .map(json -> Notes.read(json, Page.class).recorded(dossier, catalog));
  }

  /** Keeps a finished dossier. */
  void keep(Recorded recorded) {
    if (journal != Journal.NONE) {
      String page = Notes.write(Page.of(recorded));
      journal.keepDossier(recorded.probed().dossier().token().id(), page);
    }
  }

  @Override
  public Optional<Outcome> find(String token, String request) {
    return journal.reply(token, request).map(json -> Notes.read(json, Outcome.class));
  }

  @Override
  public void keep(String token, String request, Outcome outcome) {
    journal.keepReply(token, request, Notes.write(outcome));
  }
}
