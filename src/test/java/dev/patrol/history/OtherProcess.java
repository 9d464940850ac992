package dev.patrol.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Another process on the same store: records a run, and dies in the middle of the next one. */
final class OtherProcess {
  private OtherProcess() {}

  /** Takes the folder of the reports. */
  public static void main(String[] args) {
    Store store = Store.open(StoreLocation.embedded(Path.of(args[0])));
    for (String run : List.of("whole", "half")) {
      Chronicle chronicle = store.begin(Made.header("theirs", run, Made.FIRST_NIGHT), List.of());
      for (int i = 0; i < 4; i++) {
        chronicle.compare(
            IntStream.range(500 * i, 500 * (i + 1))
                .mapToObj(number -> run + number)
                .map(token -> Made.well(token, Made.about("r1", token, null, null)))
                .toList());
      }
      if (run.equals("half")) {
        Runtime.getRuntime().halt(9);
      }
      chronicle.compareAcross(List.of(), Set.of(), Set.of());
      chronicle.commit(Made.TOTALS, Made.FIRST_NIGHT);
    }
  }
}
