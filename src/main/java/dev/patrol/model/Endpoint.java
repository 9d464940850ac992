package dev.patrol.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One API call that one of the team's applications makes with one token: a row of {@code
 * endpoints.csv}, held against the catalog.
 *
 * @param id the endpoint's name in the inventory
 * @param token the id of the token it is made with
 * @param workspace where the called resource lives; taken from the request when the cell is empty
 * @param application which application makes the call
 * @param method HTTP method, upper case, or {@code WS}
 * @param url the complete URL, as configured in the application
 * @param address the URL taken apart
 * @param authorization the Authorization header as configured, {@code {token}} for the secret
 * @param header that header, ready to be judged
 * @param body the request body as configured
 * @param contentType the Content-Type as configured, from the optional column {@code content_type}
 * @param probe what may be sent
 * @param operation the documented operation it calls, or null when there is none
 * @param meant the documented operation that was probably meant when there is none, or null
 * @param wrongMethod whether the path is documented, but not with this method
 * @param inPath what is wrong with the ids in the path
 * @param inQuery what is wrong with the query
 * @param inBody what is wrong with the body's fields
 * @param bodyProblem why the body is not the JSON object it must be, or null
 * @param bodyUnknown whether there is a body that could not be read, so that its fields stay
 *     unknown
 * @param attributes the cells of columns that the contract does not name
 * @param place where the row stands
 */
public record Endpoint(
    String id,
    String token,
    @Nullable String workspace,
    @Nullable String application,
    String method,
    String url,
    Address address,
    String authorization,
    Header header,
    @Nullable String body,
    @Nullable String contentType,
    ProbeMode probe,
    @Nullable Operation operation,
    @Nullable Operation meant,
    boolean wrongMethod,
    Parameters inPath,
    Parameters inQuery,
    Parameters inBody,
    @Nullable String bodyProblem,
    boolean bodyUnknown,
    Map<String, String> attributes,
    Place place)
    implements OfToken {

  /** What the header is when the inventory does not say otherwise. */
  public static final String BEARER = "Bearer " + Header.TOKEN;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "(?i)(?:application|audio|font|image|message|model|multipart|text|video|\\*)"
              + "/[a-z0-9.+*_-]{1,40}");

  public Endpoint {
    Objects.requireNonNull(id);
    Objects.requireNonNull(token);
    attributes = Map.copyOf(attributes);
  }

  /** What was probably meant when no operation is called, such as {@code GET /v1/bots/{bot_id}}. */
  public @Nullable String nearest() {
    return meant == null ? null : meant.signature();
  }

  /** The host that a call of this sort must go to on a site. */
  public String properHost(Site site) {
    if (operation == null ? address.scheme().startsWith("ws") : operation.isWebSocket()) {
      return site.webSocketHost();
    }
    return operation != null && operation.isConsentPage() ? site.consoleHost() : site.apiHost();
  }

  /** Whether the row holds a token's value somewhere, which the inventory must not. */
  public boolean holdsPlainToken() {
    return Redaction.looksLikeToken(authorization)
        || Redaction.looksLikeToken(url)
        || (body != null && Redaction.looksLikeToken(body));
  }

  /** The decoded name of the query parameter that carries the token, fit to be shown, or null. */
  public @Nullable String tokenParameter() {
    for (Address.QueryParameter parameter : address.query()) {
      if (parameter.carriesToken()) {
        return Redaction.mask(parameter.decodedName());
      }
    }
    return null;
  }

  /** The URL as it may be shown. */
  public String shownUrl() {
    return Redaction.url(url);
  }

  /** The media type of the Content-Type, without parameters; null when none is configured. */
  public @Nullable String mediaType() {
    if (contentType == null) {
      return null;
    }
    String type = contentType.split(";", 2)[0].strip();
    return MEDIA_TYPE.matcher(type).matches() ? Redaction.mask(type) : Redaction.MARK;
  }

  /** Whether an id in the request is certainly wrong, which alone could make the service refuse. */
  public boolean idInDoubt() {
    return !inPath.isFine() || hasWrongId(inQuery) || hasWrongId(inBody);
  }

  private static boolean hasWrongId(Parameters parameters) {
    return !parameters.notNumeric().isEmpty() || hasId(parameters.unfilled());
  }

  /** Whether a token's value, whichever, was pasted into the header. */
  public boolean headerHoldsToken() {
    return Redaction.looksLikeToken(authorization);
  }

  /**
   * Whether an id that the request must carry is missing or certainly wrong, so that the service
   * cannot find the resource, and so has not looked at its workspace.
   */
  public boolean resourceInDoubt() {
    boolean unreadable =
        bodyProblem != null && operation != null && hasId(operation.requiredBody());
    return unreadable || idInDoubt() || lacksId(inQuery) || lacksId(inBody);
  }

  private static boolean lacksId(Parameters parameters) {
    return hasId(parameters.missing()) || hasId(parameters.empty());
  }

  // Rules ask this of every endpoint, many times: a loop costs a tenth of a stream.
  private static boolean hasId(List<String> parameters) {
    for (String parameter : parameters) {
      if (isId(parameter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isId(String parameter) {
    return parameter.endsWith("_id") || parameter.endsWith("_ids") || parameter.equals("ids");
  }

  /** An endpoint of which only the required cells are known, to be filled in. */
  public static Builder builder(String id, String token, String method, String url, Place place) {
    return new Builder(id, token, method, url, place);
  }

  /** Fills in what the inventory and the catalog say about an endpoint. */
  public static final class Builder {
    private final String id;
    private final String token;
    private final String method;
    private final String url;
    private final Place place;
    private @Nullable String workspace;
    private @Nullable String application;
    private String authorization = BEARER;
    private @Nullable String body;
    private @Nullable String contentType;
    private ProbeMode probe = ProbeMode.AUTO;
    private @Nullable Operation operation;
    private @Nullable Operation meant;
    private boolean wrongMethod;
    private Parameters inPath = Parameters.fine();
    private Parameters inQuery = Parameters.fine();
    private Parameters inBody = Parameters.fine();
    private @Nullable String bodyProblem;
    private boolean bodyUnknown;
    private Map<String, String> attributes = Map.of();

    private Builder(String id, String token, String method, String url, Place place) {
      this.id = id;
      this.token = token;
      this.method = method;
      this.url = url;
      this.place = place;
    }

    public Builder workspace(@Nullable String value) {
      workspace = value;
      return this;
    }

    public Builder application(@Nullable String value) {
      application = value;
      return this;
    }

    public Builder authorization(String value) {
      authorization = value;
      return this;
    }

    public Builder body(@Nullable String value) {
      body = value;
      return this;
    }

    public Builder contentType(@Nullable String value) {
      contentType = value;
      return this;
    }

    public Builder probe(ProbeMode value) {
      probe = value;
      return this;
    }

    public Builder operation(@Nullable Operation value) {
      operation = value;
      return this;
    }

    public Builder meant(@Nullable Operation value) {
      meant = value;
      return this;
    }

    public Builder wrongMethod(boolean value) {
      wrongMethod = value;
      return this;
    }

    public Builder inPath(Parameters value) {
      inPath = value;
      return this;
    }

    public Builder inQuery(Parameters value) {
      inQuery = value;
      return this;
    }

    public Builder inBody(Parameters value) {
      inBody = value;
      return this;
    }

    public Builder bodyProblem(@Nullable String value) {
      bodyProblem = value;
      return this;
    }

    public Builder bodyUnknown(boolean value) {
      bodyUnknown = value;
      return this;
    }

    public Builder attributes(Map<String, String> value) {
      attributes = value;
      return this;
    }

    /** The endpoint. */
    public Endpoint build() {
      return new Endpoint(
          id,
          token,
          workspace,
          application,
          method,
          url,
          Address.parse(url),
          authorization,
          Header.of(authorization),
          body,
          contentType,
          probe,
          operation,
          meant,
          wrongMethod,
          inPath,
          inQuery,
          inBody,
          bodyProblem,
          bodyUnknown,
          attributes,
          place);
    }
  }
}
