package dev.patrol.probe;

import dev.patrol.model.Address;
import dev.patrol.model.Dossier;
import dev.patrol.model.Operation;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.probe.Draft.Content;
import dev.patrol.probe.Draft.Ready;
import dev.patrol.probe.Draft.Refused;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Chooses the request that tells whether a token is alive, whatever its endpoints get to hear.
 *
 * <p>{@code workspace-list} is the better one: its documentation asks for a permission point, so it
 * surely looks at the token. But a token without that point would be refused although it lives, so
 * it is asked only where the point is declared. All others are asked for {@code
 * store-category-list}, which needs no point and so tells a dead key from a missing point; it is
 * the weaker evidence, as nobody has documented that a dead key is refused there.
 *
 * <p>Own installations (coze-studio) offer neither operation to a token: both fall to the login by
 * cookie and fail with a good token too. So a token that is used only there is not asked.
 */
final class IdentityDraft {
  private static final String POINT = "listWorkspace";

  private final AllowList allowList;
  private final Operation storeCategoryList;
  private final Operation workspaceList;

  /** By URL: there are few, and each token has one. */
  private final Map<String, Draft> drafts = new HashMap<>();

  IdentityDraft(AllowList allowList, Operation storeCategoryList, Operation workspaceList) {
    this.allowList = allowList;
    this.storeCategoryList = storeCategoryList;
    this.workspaceList = workspaceList;
  }

  Draft of(Dossier dossier) {
    if (!dossier.endpoints().isEmpty()
        && dossier.endpoints().stream().allMatch(e -> allowList.isSelfHosted(e.address()))) {
      return new Refused(SkipReason.SELF_HOSTED);
    }
    Token token = dossier.token();
    return token.permissions().covers(POINT)
        ? draft(
            token,
            workspaceList,
            "page_num=1&page_size=1",
            "identity probe: needs " + POINT + ", which the token declares")
        : draft(
            token,
            storeCategoryList,
            "entity_type=plugin",
            "identity probe: needs no permission point");
  }

  private Draft draft(Token token, Operation operation, String query, String why) {
    String text = "https://" + token.site().apiHost() + operation.path() + "?" + query;
    return drafts.computeIfAbsent(text, url -> draft(token.site(), operation, url, why));
  }

  private Draft draft(Site site, Operation operation, String text, String why) {
    HttpUrl url = HttpUrl.get(text);
    return allowList.allows(site, Address.parse(text), url)
        ? new Ready(operation, new Content("GET", url.toString(), null, null), why)
        : new Refused(SkipReason.HOST);
  }
}
