package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.ModuleResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign makes of that which an earlier one has left. */
class FoundBeforeTest {

  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();

  private ShortCampaign campaign() {
    return new ShortCampaign(folder, notes);
  }

  @Test
  void whatWasFoundIsThereWhenItStartsAgainAndGoesWhenTheModuleIsMended() throws Exception {
    Path file = Prebuilt.file(folder, "call_12_refuses_empty");
    campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    ModuleResult again = campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(Clause.CALL_12), ShortCampaign.broken(again));
    Files.copy(Prebuilt.file(folder, "greeting"), file, StandardCopyOption.REPLACE_EXISTING);
    ModuleResult mended = campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(), ShortCampaign.broken(mended));
    assertTrue(
        notes.stream().anyMatch(note -> note.contains("does not show any more")), notes::toString);
  }

  @Test
  void whatWasFoundWhenItWasStoppedIsNotLost() throws Exception {
    Path file = Prebuilt.file(folder, "call_12_refuses_empty");
    campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    Path suspects = folder.resolve("report/fuzz/suspects");
    for (Path suspect : Corpus.files(suspects)) {
      String name = suspect.getFileName().toString();
      Files.move(suspect, suspect.resolveSibling(name.replace(".json", ".first")));
    }
    ModuleResult again = campaign().fuzz(file, campaign().options(FuzzEngine.RANDOM, 1));
    assertEquals(List.of(Clause.CALL_12), ShortCampaign.broken(again));
    assertTrue(Corpus.files(suspects).stream().allMatch(path -> path.toString().endsWith(".json")));
  }

  @Test
  void damagedFindingsAreNamedAndLeftOut() throws Exception {
    Path suspects = Files.createDirectories(folder.resolve("report/fuzz/suspects"));
    Files.writeString(suspects.resolve("CALL-13-f.json"), "{\"format\":");
    campaign().fuzz(Prebuilt.file(folder, "greeting"), campaign().options(FuzzEngine.RANDOM, 1));
    assertTrue(notes.toString().contains("CALL-13-f.json: "), notes::toString);
    assertTrue(notes.toString().contains("it is left out"), notes::toString);
  }
}
