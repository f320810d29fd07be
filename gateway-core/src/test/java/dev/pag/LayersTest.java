package dev.pag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: a stage knows the data it exchanges, never the next stage. */
@AnalyzeClasses(packages = "dev.pag", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule stages_import_onlyWhatTheyExchange =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("ascii")
          .definedBy("dev.pag.ascii")
          .layer("model")
          .definedBy("dev.pag.model")
          .layer("parse")
          .definedBy("dev.pag.parse")
          .layer("snapshot")
          .definedBy("dev.pag.snapshot")
          .layer("aggregate")
          .definedBy("dev.pag.aggregate")
          .layer("exposition")
          .definedBy("dev.pag.exposition")
          .layer("gateway")
          .definedBy("dev.pag")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("parse", "snapshot", "aggregate", "exposition", "gateway")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers("aggregate", "exposition", "gateway")
          .whereLayer("parse")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("aggregate")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("exposition")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("gateway")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule core_knowsNoEdge =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "picocli..", "ch.qos..", "io.prometheus..");
}
