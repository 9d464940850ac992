package dev.patrol.bench.dossier;

import dev.patrol.model.Answer;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service says, by the texts that the catalog's tests hold.
 *
 * @param status HTTP status; 0 when nothing came back
 * @param code the vendor's code
 * @param msg the vendor's message
 */
record Reply(int status, String code, String msg) {
  static final Reply OK = new Reply(200, "0", "");
  static final Reply SILENCE = new Reply(0, "", "");
  static final Reply NO_RIGHT =
      new Reply(
          200,
          "4101",
          "Your token does not have permission to access resource. Please verify whether the"
              + " resource ID or token is correct.");
  static final Reply UNCLEAR = new Reply(200, "4101", "The request was refused.");
  static final Reply BAD_PARAMETER = new Reply(400, "4000", "Request parameter error");

  /** Ways to say that the key is not taken. */
  static final List<Reply> BAD_KEY =
      List.of(
          new Reply(401, "4100", "authentication is invalid"),
          new Reply(401, "700012006", "access token invalid"),
          new Reply(
              200,
              "4101",
              "The token you entered is incorrect. Please double-check and try again."));

  /** What has nothing to do with the key. */
  static final List<Reply> BESIDE_THE_KEY =
      List.of(
          new Reply(200, "4200", "Requested resource bot does not exist."),
          new Reply(200, "4006", "Invalid bot"),
          new Reply(200, "4015", "The bot_id has not been published to the channel Agent As API."),
          new Reply(200, "4008", "You have exceeded the daily limit for sending messages."),
          new Reply(429, "4020", "Requests per minute exceeded"),
          new Reply(200, "4102", "The request was stopped by risk control"),
          new Reply(500, "5000", "server internal error"),
          new Reply(404, "4000", "The requested API endpoint GET /v1/bot does not exist."),
          SILENCE);

  /** All of them. */
  static final List<Reply> ALL =
      List.of(
          OK,
          OK,
          NO_RIGHT,
          NO_RIGHT,
          UNCLEAR,
          BAD_PARAMETER,
          BAD_KEY.get(0),
          BAD_KEY.get(1),
          BAD_KEY.get(2),
          BESIDE_THE_KEY.get(0),
          BESIDE_THE_KEY.get(3),
          BESIDE_THE_KEY.get(5),
          BESIDE_THE_KEY.get(6),
          BESIDE_THE_KEY.get(7),
          SILENCE);

  Answer answer(
      String token,
      @Nullable String endpoint,
      @Nullable Operation called,
      AnswerMeanings codes,
      Dice dice) {
    if (status == 0) {
      return new Answer(
          token,
          endpoint,
          called,
          Meaning.SERVICE,
          "failed-timeout",
          Failure.TIMEOUT,
          null,
          null,
          null,
          null,
          10_000L);
    }
    Meaning meaning = codes.of(status, code, msg);
    return new Answer(
        token,
        endpoint,
        called,
        meaning,
        dice.chance(95) ? "sent" : "shared",
        null,
        status,
        code,
        msg,
        "20261122100000A1B2C3D4E5F607" + dice.between(100_000, 999_999),
        (long) dice.between(20, 400));
  }
}
