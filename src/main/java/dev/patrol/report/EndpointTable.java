package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code endpoints.csv}: each endpoint's walk through the guide. */
final class EndpointTable implements Closeable {
  static final String NAME = "endpoints.csv";

  private final CsvFile file;

  EndpointTable(OutputStream out) throws IOException {
    file =
        new CsvFile(
            out,
            "endpoint,token,workspace,verdict,cause,alternatives,key_oauth,key_validity,"
                + "key_permission,key_workspace,url_host,url_path,url_query,header,fields,probe,"
                + "http_status,code,msg,logid,millis");
  }

  void add(Diagnosis diagnosis) throws IOException {
    Endpoint endpoint = diagnosis.endpoint();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(SafeText.name(endpoint.id()));
    cells.add(SafeText.name(endpoint.token()));
    cells.add(SafeText.name(endpoint.workspace()));
    cells.add(diagnosis.verdict().id());
    cells.add(diagnosis.cause().id());
    cells.add(diagnosis.alternatives().stream().map(Cause::id).toList());
    for (Cause step : Cause.steps()) {
      cells.add(diagnosis.step(step).verdict().id());
    }
    Answer answer = diagnosis.answer();
    cells.add(SafeText.of(answer.probe()));
    cells.add(answer.httpStatus());
    cells.add(CsvFile.number(SafeText.of(answer.code())));
    cells.add(SafeText.of(answer.msg()));
    cells.add(SafeText.of(answer.logid()));
    cells.add(answer.millis());
    file.row(cells.toArray());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
