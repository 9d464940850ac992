package dev.patrol.audit;

import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.problem.ProblemsException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store on a thread of its own, while another one reads what an audit needs besides. For
 * use by one thread.
 */
public final class StoreOpening implements AutoCloseable {
  private final Supplier<Store> source;
  private @Nullable CompletableFuture<Store> opening;

  private StoreOpening(Supplier<Store> source) {
    this.source = source;
  }

  /**
   * Begins at once where a store that is not needed in the end leaves no trace: with a file that is
   * there already. Any other one is opened when it is asked for.
   *
   * @param environment where an {@code env:} password is looked up
   * @param connections how many there may be at one time
   */
  public static StoreOpening begin(
      Config config, Map<String, String> environment, int connections) {
    StoreOpening begun = new StoreOpening(() -> StorePlace.open(config, environment, connections));
    if (StorePlace.isOwnFile(config)) {
      CompletableFuture<Store> opening = new CompletableFuture<>();
      begun.opening = opening;
      Thread thread = new Thread(() -> begun.open(opening), "store");
      thread.setDaemon(true);
      thread.start();
    }
    return begun;
  }

  /**
   * The store, open until this is closed.
   *
   * @throws ProblemsException when it cannot be opened
   * @throws java.util.concurrent.CancellationException when this thread is interrupted
   */
  public Store store() {
    CompletableFuture<Store> store = opening;
    if (store == null) {
      store = new CompletableFuture<>();
      opening = store;
      open(store);
    }
    return Waiting.forResult(store);
  }

  private void open(CompletableFuture<Store> place) {
    try {
      place.complete(source.get());
    } catch (RuntimeException | Error e) {
      place.completeExceptionally(e);
    }
  }

  /** Closes the store, even one that nobody asked for, as soon as it is open. */
  @Override
  public void close() {
    if (opening != null) {
      opening.handle(StoreOpening::closed).join();
    }
  }

  private static boolean closed(@Nullable Store store, @Nullable Throwable failure) {
    if (store != null) {
      store.close();
    }
    return failure == null;
  }
}
