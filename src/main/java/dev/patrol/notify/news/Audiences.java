package dev.patrol.notify.news;

import dev.patrol.notify.Recipient;
import dev.patrol.report.published.PublishedOwner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is told of what an owner has to do: the address that the owner goes by, or those who look
 * after the audits where there is none.
 */
final class Audiences {
  /** Those who look after the audits. */
  static final String ADMIN = "";

  /**
   * Somebody with an address.
   *
   * @param to who they are
   * @param pages the parts of the report that are theirs: their own, and what nobody owns for the
   *     contact who takes care of it
   */
  record Person(Recipient to, List<PublishedOwner> pages) {}

  private final List<String> byPosition = new ArrayList<>();
  private final Set<Integer> unowned = new HashSet<>();
  private final Map<String, Person> persons = new TreeMap<>();

  Audiences(List<PublishedOwner> owners, Terms terms) {
    Map<String, List<PublishedOwner>> pages = new LinkedHashMap<>();
    for (PublishedOwner owner : owners) {
      String address = owner.email().strip();
      boolean reached = terms.mail() != null && address.contains("@");
      String key = reached ? address.toLowerCase(Locale.ROOT) : ADMIN;
      if (owner.unowned()) {
        unowned.add(byPosition.size());
      }
      byPosition.add(key);
      if (reached) {
        pages.computeIfAbsent(key, fresh -> new ArrayList<>()).add(owner);
      }
    }
    pages.forEach(
        (key, own) -> {
          PublishedOwner first = own.get(0);
          persons.put(key, new Person(new Recipient(first.name(), first.email().strip()), own));
        });
  }

  /**
   * The audience of the first of the owners at these positions who is a person with an address;
   * where there is none, who takes care of what nobody owns, or those who look after the audits.
   */
  String of(List<Integer> owners) {
    return owners.stream()
        .filter(each -> !unowned.contains(each))
        .map(byPosition::get)
        .filter(each -> !each.equals(ADMIN))
        .findFirst()
        .orElseGet(() -> owners.isEmpty() ? ADMIN : byPosition.get(owners.get(0)));
  }

  /** The other persons with an address among the owners at these positions. */
  List<String> others(List<Integer> owners, String first) {
    return owners.stream()
        .filter(each -> !unowned.contains(each))
        .map(byPosition::get)
        .filter(each -> !each.equals(ADMIN) && !each.equals(first))
        .distinct()
        .toList();
  }

  /** By audience, sorted. */
  Map<String, Person> persons() {
    return persons;
  }

  boolean knows(String audience) {
    return audience.equals(ADMIN) || persons.containsKey(audience);
  }
}
