package io.modulecontract.container;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One file for which what was found is not what the list expects. */
sealed interface Difference {
  String file();

  /** The file and what is the matter with it. */
  String brief();

  /** The same with the expected and the found hash below it. */
  String describe();

  /** The same said of a list that is about to become what was found. */
  String asChange();

  /** The file is listed and found, with other bytes. */
  record Differs(String file, String expected, String found) implements Difference {
    @Override
    public String brief() {
      return file + " differs";
    }

    @Override
    public String asChange() {
      return "changed " + file;
    }

    @Override
    public String describe() {
      return lines(brief(), "sha256 " + expected, "sha256 " + found);
    }
  }

  /** The file is listed and was not found. */
  record Missing(String file, String expected) implements Difference {
    @Override
    public String brief() {
      return file + " is missing";
    }

    @Override
    public String asChange() {
      return "removed " + file;
    }

    @Override
    public String describe() {
      return lines(brief(), "sha256 " + expected, "no such file");
    }
  }

  /** The file was found and is not listed. */
  record NotListed(String file, String found) implements Difference {
    @Override
    public String brief() {
      return file + " is not listed";
    }

    @Override
    public String asChange() {
      return "new " + file;
    }

    @Override
    public String describe() {
      return lines(brief(), "no such file", "sha256 " + found);
    }
  }

  /** Every difference, by file name; empty where both name the same files with the same bytes. */
  static List<Difference> between(Sha256Sums expected, Sha256Sums found) {
    TreeSet<String> names = new TreeSet<>(expected.byFile().keySet());
    names.addAll(found.byFile().keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      String wanted = expected.byFile().get(name);
      String got = found.byFile().get(name);
      if (got == null) {
        differences.add(new Missing(name, wanted));
      } else if (wanted == null) {
        differences.add(new NotListed(name, got));
      } else if (!wanted.equals(got)) {
        differences.add(new Differs(name, wanted, got));
      }
    }
    return differences;
  }

  private static String lines(String brief, String expected, String found) {
    return "%s%n          expected %s%n          found    %s".formatted(brief, expected, found);
  }
}
