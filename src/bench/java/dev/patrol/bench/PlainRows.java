package dev.patrol.bench;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The least that somebody would write: three tables by plain concatenation. Nothing is masked,
 * escaped or made to last; there are no pages and no tables for owners.
 */
final class PlainRows {
  private PlainRows() {}

  static void write(JudgedRun run, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (BufferedWriter tokens = file(folder, "tokens.csv");
        BufferedWriter endpoints = file(folder, "endpoints.csv");
        BufferedWriter findings = file(folder, "findings.csv")) {
      for (Judgement judgement : run.judgements()) {
        tokens.write(token(judgement));
        for (Diagnosis diagnosis : judgement.diagnoses()) {
          endpoints.write(endpoint(diagnosis));
        }
        for (Finding finding : judgement.findings()) {
          findings.write(finding(run.head().run(), finding));
        }
      }
    }
  }

  private static BufferedWriter file(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private static String token(Judgement judgement) {
    return judgement.token().id()
        + ","
        + judgement.token().kind().id()
        + ","
        + judgement.state().id()
        + ","
        + judgement.token().expiresAt()
        + ","
        + String.join(";", judgement.needs().missingPermissions())
        + ","
        + String.join(";", judgement.needs().unusedPermissions())
        + ","
        + String.join(";", judgement.needs().permissions())
        + ","
        + String.join(";", judgement.needs().workspaces())
        + ","
        + judgement.diagnoses().size()
        + "\n";
  }

  private static String endpoint(Diagnosis diagnosis) {
    StringBuilder marks = new StringBuilder();
    for (Map.Entry<Cause, ?> step : diagnosis.steps().entrySet()) {
      marks.append(diagnosis.step(step.getKey()).verdict().id()).append(',');
    }
    Answer answer = diagnosis.answer();
    return diagnosis.endpoint().id()
        + ","
        + diagnosis.endpoint().token()
        + ","
        + diagnosis.endpoint().workspace()
        + ","
        + diagnosis.verdict().id()
        + ","
        + diagnosis.cause().id()
        + ","
        + marks
        + answer.probe()
        + ","
        + answer.httpStatus()
        + ","
        + answer.code()
        + "\n";
  }

  private static String finding(String run, Finding finding) {
    return run
        + ","
        + finding.rule().id()
        + ","
        + finding.severity().id()
        + ","
        + finding.status().id()
        + ","
        + finding.token()
        + ","
        + finding.endpoint()
        + ","
        + finding.workspace()
        + ","
        + finding.owner()
        + ","
        + finding.ownerEmail()
        + ",\""
        + finding.rule().title()
        + "\",\""
        + finding.evidence()
        + "\",\""
        + finding.rule().remedy()
        + "\","
        + finding.due()
        + ","
        + finding.firstSeen()
        + "\n";
  }
}
