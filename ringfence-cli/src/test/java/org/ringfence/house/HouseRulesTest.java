package org.ringfence.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The directions of the house: who may know whom. Written down in ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.ringfence", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest {
  private static final String MAIL = "org.ringfence.mail..";
  private static final String KNOWLEDGE = "org.ringfence.knowledge..";
  private static final String[] CORE = {
    "org.ringfence.mail..",
    "org.ringfence.knowledge..",
    "org.ringfence.arrival..",
    "org.ringfence.assessment..",
    "org.ringfence.decision..",
    "org.ringfence.effect..",
    "org.ringfence.flow.."
  };

  /** A step may use values of earlier steps, mail and knowledge, never of a later one. */
  @ArchTest
  static final ArchRule steps_go_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("parse")
          .definedBy("org.ringfence.arrival.parse..")
          .layer("authentication")
          .definedBy("org.ringfence.assessment.authentication..")
          .layer("path")
          .definedBy("org.ringfence.assessment.path..")
          .layer("fold")
          .definedBy("org.ringfence.arrival.fold..")
          .layer("platform")
          .definedBy("org.ringfence.assessment.platform..")
          .layer("tenant")
          .definedBy("org.ringfence.assessment.tenant..")
          .layer("lure")
          .definedBy("org.ringfence.assessment.lure..")
          .layer("number")
          .definedBy("org.ringfence.assessment.number..")
          .layer("hallmark")
          .definedBy("org.ringfence.assessment.hallmark..")
          .layer("judge")
          .definedBy("org.ringfence.decision.judge..")
          .layer("policy")
          .definedBy("org.ringfence.decision.policy..")
          .layer("educate")
          .definedBy("org.ringfence.effect.educate..")
          .layer("record")
          .definedBy("org.ringfence.effect.record..")
          .layer("act")
          .definedBy("org.ringfence.effect.act..")
          .layer("flow")
          .definedBy("org.ringfence.flow..")
          .whereLayer("flow")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("act")
          .mayOnlyBeAccessedByLayers("flow")
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers("act", "flow")
          .whereLayer("policy")
          .mayOnlyBeAccessedByLayers("act", "flow")
          .whereLayer("educate")
          .mayOnlyBeAccessedByLayers("record", "act", "flow")
          .whereLayer("judge")
          .mayOnlyBeAccessedByLayers("policy", "educate", "record", "act", "flow")
          .whereLayer("hallmark")
          .mayOnlyBeAccessedByLayers("judge", "policy", "educate", "record", "act", "flow")
          .whereLayer("number")
          .mayOnlyBeAccessedByLayers(
              "hallmark", "judge", "policy", "educate", "record", "act", "flow")
          .whereLayer("lure")
          .mayOnlyBeAccessedByLayers(
              "number", "hallmark", "judge", "policy", "educate", "record", "act", "flow")
          .whereLayer("tenant")
          .mayOnlyBeAccessedByLayers(
              "lure", "number", "hallmark", "judge", "policy", "educate", "record", "act", "flow")
          .whereLayer("platform")
          .mayOnlyBeAccessedByLayers(
              "tenant",
              "lure",
              "number",
              "hallmark",
              "judge",
              "policy",
              "educate",
              "record",
              "act",
              "flow")
          .whereLayer("fold")
          .mayOnlyBeAccessedByLayers(
              "platform",
              "tenant",
              "lure",
              "number",
              "hallmark",
              "judge",
              "policy",
              "educate",
              "record",
              "act",
              "flow")
          .whereLayer("path")
          .mayOnlyBeAccessedByLayers(
              "fold",
              "platform",
              "tenant",
              "lure",
              "number",
              "hallmark",
              "judge",
              "policy",
              "educate",
              "record",
              "act",
              "flow")
          .whereLayer("authentication")
          .mayOnlyBeAccessedByLayers(
              "path",
              "fold",
              "platform",
              "tenant",
              "lure",
              "number",
              "hallmark",
              "judge",
              "policy",
              "educate",
              "record",
              "act",
              "flow")
          .whereLayer("parse")
          .mayOnlyBeAccessedByLayers("act", "flow");

  @ArchTest
  static final ArchRule nouns_know_nobody =
      classes()
          .that()
          .resideInAPackage(MAIL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "org.ringfence.mail.."));

  @ArchTest
  static final ArchRule knowledge_knows_no_step =
      noClasses()
          .that()
          .resideInAPackage(KNOWLEDGE)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.ringfence..").and(not(resideInAnyPackage(KNOWLEDGE, MAIL))));

  /** The core opens no file or socket, starts no program, reads no clock and draws no chance. */
  @ArchTest
  static final ArchRule core_does_no_io =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..")
                  .or(named("java.io.File"))
                  .or(named("java.io.FileInputStream"))
                  .or(named("java.io.FileOutputStream"))
                  .or(named("java.net.Socket"))
                  .or(named("java.lang.ProcessBuilder"))
                  .or(named("java.util.Random"))
                  .or(named("java.security.SecureRandom")))
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule core_is_all_that_core_needs =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.cli..",
              "org.ringfence.connector..",
              "org.ringfence.custody..",
              "org.ringfence.dispatch..",
              "org.ringfence.door..",
              "org.ringfence.ledger..",
              "org.ringfence.reception..",
              "org.ringfence.store..",
              "org.ringfence.bench..");

  @ArchTest
  static final ArchRule no_cycles =
      slices().matching("org.ringfence.(**)").should().beFreeOfCycles();

  /** ARC is on its way to Historic: its room is deleted together with this one class. */
  @ArchTest
  static final ArchRule arc_can_be_deleted =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ringfence.assessment.authentication.arc..")
          .and(not(named("org.ringfence.assessment.authentication.source.ArcChains")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ringfence.assessment.authentication.arc..");

  @ArchTest
  static final ArchRule html_parser_lives_in_one_room =
      onlyIn("org.ringfence.arrival.parse.html..", "org.jsoup..");

  @ArchTest
  static final ArchRule document_readers_live_in_one_room =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.ringfence.arrival.parse.document..", "org.ringfence.arrival.parse.mailfile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.poi..");

  @ArchTest
  static final ArchRule qr_reader_lives_in_one_room =
      onlyIn("org.ringfence.arrival.parse.image..", "com.google.zxing..");

  @ArchTest
  static final ArchRule numbering_plan_lives_in_one_room =
      onlyIn("org.ringfence.assessment.number..", "com.google.i18n.phonenumbers..");

  @ArchTest
  static final ArchRule yaml_lives_in_one_room =
      onlyIn("org.ringfence.knowledge..", "tools.jackson.dataformat.yaml..");

  @ArchTest
  static final ArchRule rule_language_lives_in_one_room =
      onlyIn("org.ringfence.decision.policy..", "dev.cel..");

  @ArchTest
  static final ArchRule administrators_patterns_live_in_one_room =
      onlyIn("org.ringfence.decision.policy..", "com.google.re2j..");

  @ArchTest
  static final ArchRule dns_client_lives_in_one_room =
      onlyIn("org.ringfence.connector.dns..", "org.xbill..");

  @ArchTest
  static final ArchRule azure_sign_in_lives_in_one_room =
      onlyIn("org.ringfence.connector.azure..", "com.microsoft.aad.msal4j..");

  @ArchTest
  static final ArchRule tokens_are_read_in_one_room =
      onlyIn("org.ringfence.door.webhook.azure..", "com.nimbusds..");

  @ArchTest
  static final ArchRule web_server_lives_at_the_doors =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ringfence.door..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule metrics_live_in_one_room =
      onlyIn("org.ringfence.operation..", "io.micrometer..");

  /** Every room may report to it, so it knows none of them. */
  @ArchTest
  static final ArchRule operation_knows_no_room =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.operation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.connector..",
              "org.ringfence.custody..",
              "org.ringfence.dispatch..",
              "org.ringfence.door..",
              "org.ringfence.reception..",
              "org.ringfence.settings..",
              "org.ringfence.store..");

  /** One way of writing a case, whoever asks. */
  @ArchTest
  static final ArchRule reports_know_neither_door_nor_store =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.connector..",
              "org.ringfence.dispatch..",
              "org.ringfence.door..",
              "org.ringfence.reception..",
              "org.ringfence.store..");

  @ArchTest
  static final ArchRule sql_lives_in_one_room =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ringfence.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..");

  @ArchTest
  static final ArchRule doors_do_not_know_each_other =
      slices().matching("org.ringfence.door.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule webhooks_of_different_services_do_not_know_each_other =
      slices().matching("org.ringfence.door.webhook.(*)..").should().notDependOnEachOther();

  /**
   * What doors hand mail over to knows none of them, so that the next door needs no change in it.
   */
  @ArchTest
  static final ArchRule reception_knows_no_door =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.reception..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ringfence.door..", "org.ringfence.store..");

  /** The two meet in the ports of the ledger alone. */
  @ArchTest
  static final ArchRule store_knows_no_door =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ringfence.door..", "org.ringfence.connector..");

  /** What is kept is described without knowing who decided it or who keeps it. */
  @ArchTest
  static final ArchRule custody_knows_neither_door_nor_store =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.custody..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.door..",
              "org.ringfence.connector..",
              "org.ringfence.dispatch..",
              "org.ringfence.reception..",
              "org.ringfence.store..");

  @ArchTest
  static final ArchRule doors_know_no_store =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.door..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ringfence.store..");

  /** What is sent on was decided elsewhere, and is kept elsewhere. */
  @ArchTest
  static final ArchRule dispatch_knows_no_door_and_no_store =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.dispatch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.door..", "org.ringfence.reception..", "org.ringfence.store..");

  /** The same client serves the door and the dispatch. */
  @ArchTest
  static final ArchRule smtp_client_knows_the_mail_alone =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.connector.smtp..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.ringfence..")
                  .and(not(resideInAnyPackage("org.ringfence.connector.smtp..", MAIL))));

  @ArchTest
  static final ArchRule ledger_knows_nobody =
      classes()
          .that()
          .resideInAPackage("org.ringfence.ledger..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "org.ringfence.ledger.."));

  @ArchTest
  static final ArchRule separated_values_live_in_one_room =
      onlyIn("org.ringfence.site..", "org.apache.commons.csv..");

  @ArchTest
  static final ArchRule command_line_lives_in_one_room = onlyIn("org.ringfence.cli..", "picocli..");

  @ArchTest
  static final ArchRule log_is_set_up_in_one_room =
      onlyIn("org.ringfence.cli.log..", "ch.qos.logback..");

  /** Settings are read without knowing who serves by them. */
  @ArchTest
  static final ArchRule settings_know_neither_door_nor_store =
      noClasses()
          .that()
          .resideInAPackage("org.ringfence.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ringfence.door..",
              "org.ringfence.connector..",
              "org.ringfence.dispatch..",
              "org.ringfence.store..");

  @ArchTest
  static final ArchRule steps_hide_their_libraries =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(CORE)
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(
              resideInAnyPackage(
                  "org.jsoup..",
                  "org.apache..",
                  "com.google..",
                  "dev.cel..",
                  "tools.jackson..",
                  "com.ibm.icu.."));

  @ArchTest
  static final ArchRule nothing_static_changes =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("org.ringfence..")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  /** Pages become classes in the build; nobody writes a sign for those. */
  @ArchTest
  static final ArchRule every_package_has_its_sign =
      classes()
          .that()
          .resideInAPackage("org.ringfence..")
          .and()
          .resideOutsideOfPackage("org.ringfence.door.http.page..")
          .should(standInANullMarkedPackage());

  private static ArchRule onlyIn(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return HasName.Predicates.name(name).forSubtype();
  }

  private static ArchCondition<JavaClass> standInANullMarkedPackage() {
    return new ArchCondition<>("stand in a package whose package-info is @NullMarked") {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
        if (!marked) {
          events.add(
              SimpleConditionEvent.violated(
                  javaClass, javaClass.getName() + " stands in a package without a sign"));
        }
      }
    };
  }
}
