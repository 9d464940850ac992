package dev.patrol.facts;

import dev.patrol.model.Address;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Header;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.Place;
import dev.patrol.model.ProbeMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An endpoint of a dossier; what is usual, or follows from the rest, is left out. */
record EndpointNote(
    String id,
    @Nullable String workspace,
    @Nullable String application,
    String method,
    String url,
    @Nullable Address address,
    @Nullable String authorization,
    @Nullable Header header,
    @Nullable String body,
    @Nullable String contentType,
    ProbeMode probe,
    @Nullable String operation,
    @Nullable String meant,
    boolean wrongMethod,
    @Nullable Parameters inPath,
    @Nullable Parameters inQuery,
    @Nullable Parameters inBody,
    @Nullable String bodyProblem,
    boolean bodyUnknown,
    @Nullable Map<String, String> attributes,
    Place place) {
  private static final Header EXACT = Header.of("");

  static EndpointNote of(Endpoint endpoint) {
    String url = Masked.url(endpoint.url());
    // A URL without secrets is taken apart again when it is read.
    Address address = url.equals(endpoint.url()) ? null : Masked.address(endpoint.address());
    boolean usual = endpoint.authorization().equals(Endpoint.BEARER);
    return new EndpointNote(
        Masked.name(endpoint.id()),
        Masked.nameOrNull(endpoint.workspace()),
        Masked.orNull(endpoint.application()),
        Masked.text(endpoint.method()),
        url,
        address,
        usual ? null : Masked.authorization(endpoint),
        usual ? null : Masked.header(endpoint.header()),
        Masked.body(endpoint.body()),
        endpoint.mediaType(),
        endpoint.probe(),
        id(endpoint.operation()),
        id(endpoint.meant()),
        endpoint.wrongMethod(),
        masked(endpoint.inPath()),
        masked(endpoint.inQuery()),
        masked(endpoint.inBody()),
        Masked.orNull(endpoint.bodyProblem()),
        endpoint.bodyUnknown(),
        endpoint.attributes().isEmpty() ? null : Masked.cells(endpoint.attributes()),
        endpoint.place());
  }

  private static @Nullable String id(@Nullable Operation operation) {
    return operation == null ? null : operation.id();
  }

  private static @Nullable Parameters masked(Parameters parameters) {
    return parameters.isFine()
        ? null
        : new Parameters(
            parameters.missing().stream().map(Masked::text).toList(),
            parameters.empty().stream().map(Masked::text).toList(),
            parameters.unfilled().stream().map(Masked::text).toList(),
            parameters.notNumeric().stream().map(Masked::text).toList());
  }

  Endpoint endpoint(String token, Map<String, Operation> operations) {
    return new Endpoint(
        id,
        token,
        workspace,
        application,
        method,
        url,
        address == null ? Address.parse(url) : address,
        authorization == null ? Endpoint.BEARER : authorization,
        header == null ? EXACT : header,
        body,
        contentType,
        probe,
        operation == null ? null : operations.get(operation),
        meant == null ? null : operations.get(meant),
        wrongMethod,
        Objects.requireNonNullElse(inPath, Parameters.fine()),
        Objects.requireNonNullElse(inQuery, Parameters.fine()),
        Objects.requireNonNullElse(inBody, Parameters.fine()),
        bodyProblem,
        bodyUnknown,
        attributes == null ? Map.of() : attributes,
        place);
  }
}
