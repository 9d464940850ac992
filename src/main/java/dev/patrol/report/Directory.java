package dev.patrol.report;

import dev.patrol.model.Token;
import dev.patrol.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what, as the inventory tells it: one owner for each address, and for each name that has
 * none. A name without an address belongs to the address that goes by this name, where there is one
 * only. Owners are known by their position in {@link #owners()}.
 */
public final class Directory {
  /** A position that stands for nobody. */
  static final int NOBODY = -1;

  private static final String UNOWNED = "unowned";

  private final List<Owner> owners;
  private final Map<String, Integer> byKey;
  private final int unowned;
  private final Map<String, Integer> workspaceOwners = new HashMap<>();
  private final Map<String, String> workspaceNames = new HashMap<>();

  private Directory(List<Owner> owners, Map<String, Integer> byKey, int unowned) {
    this.owners = List.copyOf(owners);
    this.byKey = byKey;
    this.unowned = unowned;
  }

  /** Whom to ask about what nobody owns. */
  public record Contact(String name, String email) {
    /** Nobody in particular. */
    public static final Contact NONE = new Contact("", "");
  }

  /** The owners of all these. */
  public static Directory of(
      Collection<Token> tokens, Collection<Workspace> workspaces, Contact fallback) {
    People people = new People();
    boolean all = true;
    for (Token token : tokens) {
      all &= people.add(token.owner(), token.ownerEmail());
    }
    for (Workspace workspace : workspaces) {
      all &= people.add(workspace.owner(), workspace.ownerEmail());
    }
    Directory directory = people.directory(all ? Optional.empty() : Optional.of(fallback));
    for (Workspace workspace : workspaces) {
      directory.workspaceOwners.put(
          workspace.id(), directory.position(workspace.owner(), workspace.ownerEmail()));
      String name = workspace.name();
      if (name != null) {
        directory.workspaceNames.put(workspace.id(), name);
      }
    }
    return directory;
  }

  /** All of them, by name; what nobody owns comes last. */
  public List<Owner> owners() {
    return owners;
  }

  /** The owner with that name and address, or {@link #NOBODY}. */
  int position(@Nullable String name, @Nullable String email) {
    for (String key : keys(name, email)) {
      Integer position = byKey.get(key);
      if (position != null) {
        return position;
      }
    }
    return NOBODY;
  }

  /** The owner of a workspace, or {@link #NOBODY}. */
  int ofWorkspace(@Nullable String workspace) {
    return workspaceOwners.getOrDefault(workspace, NOBODY);
  }

  /** Stands for what has no owner; {@link #NOBODY} when everything has one. */
  int unowned() {
    return unowned;
  }

  /** What people call a workspace; empty when not known. */
  String workspaceName(String workspace) {
    return workspaceNames.getOrDefault(workspace, "");
  }

  /** What an owner may be known by, the surest first. */
  private static List<String> keys(@Nullable String name, @Nullable String email) {
    List<String> keys = new ArrayList<>();
    if (email != null) {
      keys.add("@" + folded(email));
    }
    if (name != null) {
      keys.add("n" + folded(name));
    }
    return keys;
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Collects the people that rows name. */
  private static final class People {
    private record Person(String name, String email) {}

    /** By address; of several names of one address the first in the alphabet stays. */
    private final Map<String, Person> addressed = new TreeMap<>();

    private final Map<String, Person> nameless = new TreeMap<>();
    private final Map<String, Set<String>> addressesOfName = new HashMap<>();

    /** Tells whether the row names anybody. */
    boolean add(@Nullable String name, @Nullable String email) {
      if (email != null) {
        String key = folded(email);
        Person person = new Person(name == null ? email : name, email);
        addressed.merge(key, person, People::better);
        if (name != null) {
          addressesOfName.computeIfAbsent(folded(name), fresh -> new HashSet<>()).add(key);
        }
      } else if (name != null) {
        nameless.merge(folded(name), new Person(name, ""), People::better);
      }
      return name != null || email != null;
    }

    private static Person better(Person one, Person other) {
      boolean addressOnly = one.name().equals(one.email());
      boolean otherAddressOnly = other.name().equals(other.email());
      if (addressOnly != otherAddressOnly) {
        return addressOnly ? other : one;
      }
      return one.name().compareTo(other.name()) <= 0 ? one : other;
    }

    Directory directory(Optional<Directory.Contact> fallback) {
      Map<String, Person> byKey = new TreeMap<>();
      addressed.forEach((address, person) -> byKey.put("@" + address, person));
      Map<String, String> aliases = new HashMap<>();
      nameless.forEach((name, person) -> byKey.put("n" + name, person));
      addressesOfName.forEach(
          (name, addresses) -> {
            if (addresses.size() == 1) {
              byKey.remove("n" + name);
              aliases.put("n" + name, "@" + addresses.iterator().next());
            }
          });
      return directory(byKey, aliases, fallback);
    }

    private static Directory directory(
        Map<String, Person> byKey,
        Map<String, String> aliases,
        Optional<Directory.Contact> fallback) {
      List<Map.Entry<String, Person>> sorted =
          byKey.entrySet().stream()
              .sorted(
                  Comparator.comparing((Map.Entry<String, Person> e) -> folded(e.getValue().name()))
                      .thenComparing(e -> e.getValue().name())
                      .thenComparing(Map.Entry::getKey))
              .toList();
      FileNames files = new FileNames();
      files.ofPerson(UNOWNED);
      List<Owner> owners = new ArrayList<>();
      Map<String, Integer> positions = new HashMap<>();
      for (Map.Entry<String, Person> entry : sorted) {
        Person person = entry.getValue();
        positions.put(entry.getKey(), owners.size());
        owners.add(
            new Owner(
                person.name(),
                person.email(),
                false,
                files.ofPerson(SafeText.name(person.name()))));
      }
      aliases.forEach((alias, key) -> positions.put(alias, position(positions, key)));
      fallback.ifPresent(
          contact -> owners.add(new Owner(contact.name(), contact.email(), true, UNOWNED)));
      return new Directory(owners, positions, fallback.isPresent() ? owners.size() - 1 : NOBODY);
    }

    private static int position(Map<String, Integer> positions, String key) {
      return positions.getOrDefault(key, NOBODY);
    }
  }
}
