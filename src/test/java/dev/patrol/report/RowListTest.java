package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patrol.report.view.Chunk;
import dev.patrol.report.view.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowListTest {
  private final Phrases phrases = new Phrases();

  private RowList<String, String> list(int shown, long rows, long details) {
    return new RowList<>(
        new RowList.Room(shown, rows, details),
        (row, out) -> out.text(row),
        (detail, out) -> out.phrase(detail),
        phrases::writer,
        Packing.small());
  }

  private static List<String> packed(Listing<String, String> listing) {
    List<String> rows = new ArrayList<>();
    for (Chunk chunk : listing.chunks()) {
      JsonNode unpacked = Unpacked.rows(chunk.rows());
      assertThat(unpacked).hasSize(chunk.size());
      unpacked.forEach(row -> rows.add(row.asText()));
    }
    return rows;
  }

  @Test
  void rows_come_by_rank_and_then_as_they_came() {
    RowList<String, String> list = list(3, 10_000, 10_000);
    list.add(1, "b1", null);
    list.add(0, "a1", null);
    list.add(1, "b2", null);
    list.add(0, "a2", null);
    Listing<String, String> listing = list.finish();
    assertThat(packed(listing)).containsExactly("a1", "a2", "b1", "b2");
    assertThat(listing.shown().stream().map(Listing.Entry::row)).containsExactly("a1", "a2", "b1");
    assertThat(listing.size()).isEqualTo(4);
    assertThat(listing.left()).isZero();
  }

  @Test
  void details_stand_beside_their_rows_and_shared_texts_are_numbers() {
    RowList<String, String> list = list(1, 10_000, 10_000);
    list.add(0, "a", "same");
    list.add(0, "b", "other");
    list.add(0, "c", "same");
    Chunk chunk = list.finish().chunks().get(0);
    assertThat(Unpacked.rows(chunk.details()).toString()).isEqualTo("[0,1,0]");
    assertThat(phrases.all()).containsExactly("same", "other");
  }

  @Test
  void what_there_is_no_room_for_is_counted() {
    RowList<String, String> list = list(2, 60_000, 5_000);
    Random random = new Random(7);
    int all = 20 * RowList.CHUNK;
    for (int i = 0; i < all; i++) {
      list.add(0, "row " + random.nextInt(), "detail " + random.nextInt());
    }
    Listing<String, String> listing = list.finish();
    assertThat(listing.size()).isEqualTo(all);
    assertThat(listing.left()).isEqualTo(all - packed(listing).size()).isPositive();
    assertThat(listing.chunks().stream().mapToInt(chunk -> chunk.rows().length()).sum())
        .isLessThanOrEqualTo(60_000);
    assertThat(listing.chunks().stream().mapToInt(chunk -> chunk.details().length()).sum())
        .isLessThanOrEqualTo(5_000);
    assertThat(listing.chunks().stream().filter(chunk -> chunk.details().isEmpty()))
        .isNotEmpty()
        .hasSizeLessThan(listing.chunks().size());
  }
}
