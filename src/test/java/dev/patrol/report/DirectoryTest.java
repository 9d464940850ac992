package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Place;
import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final Directory.Contact FALLBACK =
      new Directory.Contact("Platform team", "platform@example.com");

  private static Token token(@Nullable String owner, @Nullable String email) {
    return Sample.token("t-" + owner + "-" + email).owner(owner).ownerEmail(email).build();
  }

  private static Directory directory(Token... tokens) {
    return Directory.of(List.of(tokens), List.of(), FALLBACK);
  }

  private static List<String> names(Directory directory) {
    return directory.owners().stream().map(owner -> owner.name() + " " + owner.email()).toList();
  }

  @Test
  void one_address_is_one_owner_however_it_is_written() {
    Directory directory =
        directory(token("Li Wei", "Li.Wei@Example.com"), token("li wei", "li.wei@example.com"));
    assertThat(directory.owners()).hasSize(1);
    assertThat(directory.position(null, "LI.WEI@EXAMPLE.COM")).isZero();
  }

  @Test
  void a_name_without_address_belongs_to_the_only_address_of_that_name() {
    Directory directory = directory(token("Li Wei", "li.wei@example.com"), token("Li Wei", null));
    assertThat(names(directory)).containsExactly("Li Wei li.wei@example.com");
    assertThat(directory.position("Li Wei", null)).isZero();
  }

  @Test
  void a_name_of_two_addresses_without_an_address_is_somebody_of_its_own() {
    Directory directory =
        directory(
            token("Li Wei", "li.wei@example.com"),
            token("Li Wei", "wei.li@example.com"),
            token("Li Wei", null));
    assertThat(names(directory))
        .containsExactly("Li Wei li.wei@example.com", "Li Wei wei.li@example.com", "Li Wei ");
    assertThat(directory.owners().stream().map(Owner::page)).doesNotHaveDuplicates();
    assertThat(directory.position("Li Wei", null)).isEqualTo(2);
  }

  @Test
  void what_nobody_owns_has_the_fallback_contact_and_comes_last() {
    Directory directory = directory(token("Zhao", null), token(null, null));
    assertThat(names(directory)).containsExactly("Zhao ", "Platform team platform@example.com");
    assertThat(directory.owners().get(1).unowned()).isTrue();
    assertThat(directory.owners().get(1).page()).isEqualTo("owners/unowned.html");
    assertThat(directory.unowned()).isEqualTo(1);
    assertThat(directory(token("Zhao", null)).unowned()).isEqualTo(Directory.NOBODY);
  }

  @Test
  void an_owner_who_is_called_unowned_does_not_take_that_page() {
    Directory directory = directory(token("Unowned", null), token(null, null));
    assertThat(directory.owners().stream().map(Owner::page))
        .doesNotHaveDuplicates()
        .contains("owners/unowned.html");
    assertThat(directory.owners().get(0).page()).startsWith("owners/Unowned-");
  }

  @Test
  void pages_are_named_after_people_in_any_script_and_stay_in_their_folder() {
    Directory directory =
        directory(
            token("张 伟", null),
            token("../../x", null),
            token("CON", null),
            token("Li Wei", null),
            token("li/wei", null),
            token("a".repeat(10_000), null));
    assertThat(directory.owners().stream().map(Owner::page))
        .containsExactly(
            "owners/_..-..-x.html",
            "owners/" + "a".repeat(40) + ".html",
            "owners/_CON.html",
            "owners/Li-Wei.html",
            directory.owners().get(4).page(),
            "owners/张-伟.html");
    assertThat(directory.owners().get(4).page()).matches("owners/li-wei-[0-9a-f]{12}\\.html");
  }

  @Test
  void workspaces_have_owners_and_names() {
    Workspace workspace =
        new Workspace(
            "w1",
            "Sales",
            "Zhao",
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new Place("workspaces.csv", 2));
    Directory directory = Directory.of(List.of(), List.of(workspace), FALLBACK);
    assertThat(directory.ofWorkspace("w1")).isEqualTo(directory.position("Zhao", null)).isZero();
    assertThat(directory.ofWorkspace("w2")).isEqualTo(Directory.NOBODY);
    assertThat(directory.workspaceName("w1")).isEqualTo("Sales");
    assertThat(directory.workspaceName("w2")).isEmpty();
  }
}
