package dev.patrol.inventory;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Token;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The team's tokens, workspaces, endpoints and waivers, as CSV files declare them. Of an endpoint
 * only where its row stands is held in memory.
 */
public final class Inventory {
  private final Path folder;
  private final Catalog catalog;
  private final Map<Sheet, CsvFile> files;
  private final Roster<Workspace> workspaces;
  private final Map<String, List<Workspace>> workspacesByAccount;
  private final List<Token> tokens;
  private final EndpointIndex index;
  private final List<Waiver> waivers;
  private final Set<String> incomplete;
  private final List<InventoryIssue> issues;

  private Inventory(
      Path folder,
      Catalog catalog,
      Map<Sheet, CsvFile> files,
      Roster<Workspace> workspaces,
      List<Token> tokens,
      EndpointIndex index,
      List<Waiver> waivers,
      Set<String> incomplete,
      List<InventoryIssue> issues) {
    this.folder = folder;
    this.catalog = catalog;
    this.files = files;
    this.workspaces = workspaces;
    this.workspacesByAccount =
        workspaces.entries().stream()
            .filter(workspace -> workspace.account() != null)
            .collect(Collectors.groupingBy(Workspace::account));
    this.tokens = tokens;
    this.index = index;
    this.waivers = waivers;
    this.incomplete = Set.copyOf(incomplete);
    this.issues = issues;
  }

  /**
   * Reads {@code tokens.csv}, {@code workspaces.csv}, {@code endpoints.csv} and, if it is there,
   * {@code waivers.csv} and checks every row.
   *
   * @param folder where the files lie
   * @param catalog what requests are held against when dossiers are built
   * @throws ProblemsException with everything that makes a file unusable as a whole: it is missing
   *     or unreadable, its encoding is not the expected one, its header lacks a required column or
   *     has one twice
   */
  public static Inventory open(Path folder, Catalog catalog, InventoryOptions options) {
    Map<Sheet, CsvFile> files = files(folder, options);
    Issues issues = new Issues();
    Roster<Workspace> workspaces =
        Roster.read(file(files, Sheet.WORKSPACES), issues, new WorkspaceRows(options.zone()));
    Roster<Token> tokens =
        Roster.read(file(files, Sheet.TOKENS), issues, new TokenRows(workspaces, options.zone()));
    CsvFile endpoints = file(files, Sheet.ENDPOINTS);
    EndpointCheck check =
        new EndpointCheck(
            tokens, workspaces, new BodyFiles(folder), endpoints.header().place("token"));
    endpoints.read(issues, check);
    Set<String> incomplete = new HashSet<>(tokens.refusedIds());
    incomplete.addAll(check.incomplete());
    WaiverRows waivers = new WaiverRows(options.zone());
    if (files.containsKey(Sheet.WAIVERS)) {
      file(files, Sheet.WAIVERS).read(issues, waivers);
    }
    return new Inventory(
        folder,
        catalog,
        files,
        workspaces,
        tokens.entries(),
        check.index(),
        waivers.waivers(),
        incomplete,
        issues.sorted());
  }

  /** What is wrong with rows and cells, sorted by file (tokens first), line and column. */
  public List<InventoryIssue> issues() {
    return issues;
  }

  /** The tokens whose rows are good, in the file's order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** The workspaces whose rows are good, in the file's order. */
  public List<Workspace> workspaces() {
    return workspaces.entries();
  }

  /** The waivers whose rows are good, in the file's order; none when there is no such file. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /**
   * The ids of tokens of which a row was refused, their own or an endpoint's: what is missing of
   * them need not be gone.
   */
  public Set<String> incomplete() {
    return incomplete;
  }

  /** How many endpoints the dossiers have together. */
  public long endpointCount() {
    return index.size();
  }

  /**
   * A hash of what {@code tokens.csv}, {@code workspaces.csv} and {@code endpoints.csv} hold, in
   * hexadecimal digits. Waivers change no request and are left out.
   *
   * @throws ProblemsException when a file cannot be read or was changed since the inventory was
   *     opened
   */
  public String digest() {
    MessageDigest digest = sha256();
    files.forEach(
        (sheet, file) -> {
          if (sheet != Sheet.WAIVERS) {
            file.feed(digest);
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * A new stream over the dossiers of all tokens.
   *
   * @throws ProblemsException when {@code endpoints.csv} cannot be opened again
   */
  public DossierStream dossiers() {
    return dossiers(0, tokens.size());
  }

  /**
   * A new stream over the dossiers of some tokens.
   *
   * @param first the number of the first token, counted from 0 in {@link #tokens}
   * @param count how many tokens
   * @throws ProblemsException when {@code endpoints.csv} cannot be opened again
   */
  public DossierStream dossiers(int first, int count) {
    Objects.checkFromIndexSize(first, count, tokens.size());
    try {
      return new DossierStream(this, first, first + count);
    } catch (IOException e) {
      throw CsvFile.unreadable(endpointFile().path(), e);
    }
  }

  Path folder() {
    return folder;
  }

  Catalog catalog() {
    return catalog;
  }

  CsvFile endpointFile() {
    return file(files, Sheet.ENDPOINTS);
  }

  EndpointIndex index() {
    return index;
  }

  Roster<Workspace> workspaceRoster() {
    return workspaces;
  }

  List<Workspace> workspacesOf(String account) {
    return workspacesByAccount.getOrDefault(account, List.of());
  }

  private static Map<Sheet, CsvFile> files(Path folder, InventoryOptions options) {
    Map<Sheet, CsvFile> files = new EnumMap<>(Sheet.class);
    List<Problem> problems = new ArrayList<>();
    for (Sheet sheet : Sheet.values()) {
      // A link that leads nowhere is there, and whoever made it wants to hear of it.
      if (sheet.mayBeMissing()
          && Files.notExists(folder.resolve(sheet.file()), LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        files.put(sheet, CsvFile.open(folder, sheet, options));
      } catch (ProblemsException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return files;
  }

  private static CsvFile file(Map<Sheet, CsvFile> files, Sheet sheet) {
    CsvFile file = files.get(sheet);
    if (file == null) {
      throw new IllegalStateException(sheet.file() + " was not opened");
    }
    return file;
  }
}
