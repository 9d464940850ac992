package dev.patrol.catalog;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The documented operations of Coze, and what a request that calls one must carry. */
public final class Catalog {
  private final Map<String, Operation> operations = new TreeMap<>();
  private final RequestMatcher matcher;

  private Catalog(Collection<Operation> operations) {
    operations.forEach(operation -> this.operations.put(operation.id(), operation));
    matcher = new RequestMatcher(this.operations.values());
  }

  /** The operations that the vendor documents, as shipped with the product. */
  public static Catalog standard() {
    return new Catalog(OperationTable.read("operations.csv", Resources.bytes("operations.csv")));
  }

  /**
   * This catalog with a user's operations added. One of a known id, or of a known method and path,
   * takes the place of what was known.
   *
   * @param csv a table of the same form as the shipped one
   * @throws ProblemsException when it cannot be read, with everything that is wrong with it
   */
  public Catalog with(Path csv) {
    List<Operation> added = OperationTable.read(csv.toString(), bytes(csv));
    Map<String, Operation> merged = new TreeMap<>(operations);
    added.forEach(operation -> merged.values().removeIf(known -> isReplaced(known, operation)));
    added.forEach(operation -> merged.put(operation.id(), operation));
    return new Catalog(merged.values());
  }

  /** The operation of an id such as {@code bot-get}. */
  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  /** All operations, sorted by id. */
  public List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /**
   * Holds a request against the catalog; never throws, whatever the text.
   *
   * @param method HTTP method, upper case, or {@code WS}
   * @param address the complete URL
   * @param body the request body, or null when it has none or none is known
   * @param contentType the Content-Type header, or null when none is known
   */
  public RequestCheck check(
      String method, Address address, @Nullable String body, @Nullable String contentType) {
    return matcher.check(method, address, body, contentType);
  }

  private boolean isReplaced(Operation known, Operation added) {
    if (known.id().equals(added.id())) {
      return true;
    }
    // The operations of the token endpoint share one path: replacing one leaves the others.
    Operation namesake = operations.get(added.id());
    return answersLike(known, added) && (namesake == null || !answersLike(namesake, added));
  }

  private static boolean answersLike(Operation one, Operation other) {
    return OperationTable.key(one).equals(OperationTable.key(other));
  }

  private static byte[] bytes(Path csv) {
    try {
      return Files.readAllBytes(csv);
    } catch (IOException e) {
      String reason = "expected a readable file, got " + e.getClass().getSimpleName();
      throw new ProblemsException(Problem.in(csv.toString(), reason));
    }
  }
}
