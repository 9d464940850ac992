package dev.patrol;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.patrol.model.Secret;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The direction of dependencies, and which library is whose. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.patrol");

  @ParameterizedTest
  @CsvSource({
    "problem,",
    "model,",
    "catalog, model problem",
    "yaml, model problem",
    "config, model problem yaml",
    "inventory, model problem catalog",
    "probe, model",
    "secrets, model problem",
    "journal, model problem",
    "rules, model problem",
    "estate, model",
    "cases, model problem yaml catalog config inventory estate rules",
    "facts, model",
    "report, model facts",
    // Bad world files are problems like any other.
    "sandbox, model catalog problem yaml",
    "history, model problem",
    "notify, model report",
    "schedule, model problem",
    "web, model problem",
    "audit, model problem yaml catalog config inventory probe journal secrets rules estate facts report"
        + " sandbox history notify",
  })
  void a_package_uses_only_what_stands_before_it(String name, String others) {
    String[] allowed =
        Stream.concat(
                Stream.of(name),
                Stream.ofNullable(others).flatMap(list -> Arrays.stream(list.split(" "))))
            .map(each -> "dev.patrol." + each + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("dev.patrol." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAnyPackage("dev.patrol.."))))
        .check(PRODUCT);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.patrol.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @ParameterizedTest
  @CsvSource({
    "okhttp3.., probe",
    "io.github.bucket4j.., probe",
    "org.kie.., rules",
    "org.drools.., rules",
    "gg.jte.., report",
    "org.quartz.., schedule",
    "jakarta.mail.., notify",
    "jakarta.activation.., notify",
    "org.eclipse.angus.., notify",
    "java.net.http.., notify",
    "io.prometheus.., web",
    "com.sun.net.httpserver.., web sandbox",
    "picocli.., cli",
    "me.tongfei.., cli",
    "ch.qos.logback.., cli",
    // The catalog's tables are CSV for users too, and reports are written as CSV.
    "org.apache.commons.csv.., inventory catalog report",
    "com.fasterxml.jackson.dataformat.., yaml",
    "com.zaxxer.hikari.., history",
    "org.flywaydb.., history",
  })
  void a_library_is_used_in_its_packages_alone(String library, String users) {
    String[] packages =
        Arrays.stream(users.split(" "))
            .map(user -> "dev.patrol." + user + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(PRODUCT);
  }

  @Test
  void only_the_outermost_main_ends_the_process() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.patrol.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(PRODUCT);
  }

  @Test
  void only_the_probe_unwraps_a_secret() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.patrol.probe..", "dev.patrol.model..")
        // A keyed hash tells equal secrets; it never leaves the run.
        .and()
        .doNotHaveFullyQualifiedName("dev.patrol.audit.Fingerprint")
        // The driver of a database needs its password.
        .and()
        .doNotHaveFullyQualifiedName("dev.patrol.history.Pool")
        // So do mail servers; URLs and keys of webhooks are secrets too.
        .and()
        .resideOutsideOfPackage("dev.patrol.notify..")
        .should()
        .callMethod(Secret.class, "unwrap")
        .check(PRODUCT);
  }

  @Test
  void what_replays_a_run_can_send_nothing() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Replay")
        .or()
        .haveSimpleNameStartingWith("RulesReplay")
        .or()
        .haveSimpleNameStartingWith("RulesExplain")
        .or()
        .resideInAPackage("dev.patrol.facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.patrol.probe..", "dev.patrol.secrets..", "okhttp3..", "java.net..")
        .check(PRODUCT);
  }

  @Test
  void no_package_is_a_drawer() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..")
        .check(PRODUCT);
  }
}
