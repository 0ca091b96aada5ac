package org.ringfence.assessment.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringfence.knowledge.Numbering;

class NumberingKnowledgeTest {
  private final Numbering numbering = NumberCases.numbering();

  @Test
  void file_fitsItsSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("schema/numbering.schema.json"));
    assertThat(schema.validate(text("numbering/numbering.yaml"), InputFormat.YAML)).isEmpty();
  }

  @Test
  void everyRegionSpokenOf_hasFormsAndANumberingPlan() {
    List<String> known = numbering.regions().stream().map(Numbering.Region::code).toList();
    Stream<String> spoken =
        numbering.languages().stream().flatMap(language -> language.regions().stream());
    assertThat(Stream.concat(spoken, numbering.defaultRegions().stream())).isSubsetOf(known);
    assertThat(PhoneNumberUtil.getInstance().getSupportedRegions()).containsAll(known);
  }

  private static String text(String path) throws IOException {
    return Files.readString(NumberCases.ROOT.resolve("knowledge").resolve(path));
  }
}
