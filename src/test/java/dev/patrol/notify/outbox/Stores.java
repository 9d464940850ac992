package dev.patrol.notify.outbox;

import dev.patrol.history.Store;

/** Lends an outbox the database of a store. */
public final class Stores {
  private Stores() {}

  public static Database database(Store store) {
    return new Database() {
      @Override
      public <T> T run(Work<T> work) {
        return store.transactions().run(work::run);
      }
    };
  }
}
