package dev.patrol.catalog;

import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A request held against the catalog.
 *
 * @param operation the documented operation it calls, or null when there is none
 * @param meant the operation that was probably meant when there is none; null when nothing is near
 * @param wrongMethod whether the path is documented, but not with this method
 * @param inPath what is wrong with the path's values
 * @param inQuery what is wrong with the query
 * @param inBody what is wrong with the body's fields
 * @param bodyProblem why the body is not what the operation takes, without quoting it, or null
 * @param workspace the workspace that the request itself names, or null
 */
public record RequestCheck(
    @Nullable Operation operation,
    @Nullable Operation meant,
    boolean wrongMethod,
    Parameters inPath,
    Parameters inQuery,
    Parameters inBody,
    @Nullable String bodyProblem,
    @Nullable String workspace) {

  /** What was probably meant, such as {@code GET /v1/bots/{bot_id}}, or null. */
  public @Nullable String nearest() {
    return meant == null ? null : meant.signature();
  }
}
