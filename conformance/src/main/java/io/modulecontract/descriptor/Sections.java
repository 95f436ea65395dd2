package io.modulecontract.descriptor;

import io.modulecontract.abi.Access;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.abi.Limits;
import io.modulecontract.abi.Profile;
import io.modulecontract.abi.Quantity;
import io.modulecontract.abi.U32;
import io.modulecontract.toml.TomlTable;
import io.modulecontract.toml.WrongToml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the tables that a descriptor has once: profile, limits, capabilities. */
final class Sections {

  private Sections() {}

  static Profile profile(TomlTable table) throws WrongToml {
    table.only(Set.of("memory", "allocate", "deallocate"));
    Profile usual = Profile.DEFAULT;
    String memory = table.text("memory", usual.memory());
    String allocate = table.text("allocate", usual.allocate());
    String deallocate = table.text("deallocate", usual.deallocate());
    Set<String> names = new HashSet<>();
    for (String key : List.of("memory", "allocate", "deallocate")) {
      String name =
          switch (key) {
            case "memory" -> memory;
            case "allocate" -> allocate;
            default -> deallocate;
          };
      if (!names.add(name)) {
        throw table.wrong(key, "a name for each export", "\"" + name + "\" twice");
      }
    }
    Profile named = new Profile(usual.name(), memory, allocate, deallocate);
    return named.equals(usual) ? usual : new Profile("declared", memory, allocate, deallocate);
  }

  static Limits limits(TomlTable table) throws WrongToml {
    table.only(Set.of("memory", "pages", "deadline", "module_memory"));
    if (table.has("memory") && table.has("pages")) {
      throw table.wrong("pages", "either `memory` or `pages`", "both");
    }
    OptionalInt pages = OptionalInt.empty();
    if (table.has("memory")) {
      pages = memory(table, "memory");
    } else if (table.has("pages")) {
      long number = table.number("pages");
      // Compared first: a product of any two numbers may overflow.
      if (number < 1 || number > Limits.MOST_PAGES) {
        throw table.wrong("pages", "1 to " + Limits.MOST_PAGES, "" + number);
      }
      pages = Quantity.pages(number * U32.PAGE);
    }
    return new Limits(
        pages,
        table.has("deadline") ? deadline(table) : Optional.empty(),
        table.has("module_memory") ? memory(table, "module_memory") : OptionalInt.empty());
  }

  private static OptionalInt memory(TomlTable table, String key) throws WrongToml {
    String text = table.text(key);
    OptionalLong bytes = Quantity.bytes(text);
    if (bytes.isEmpty()) {
      throw table.wrong(key, Quantity.A_SIZE, "\"" + text + "\"");
    }
    OptionalInt pages = Quantity.pages(bytes.getAsLong());
    if (pages.isEmpty()) {
      throw table.wrong(key, Quantity.SIZES, "\"" + text + "\"");
    }
    return pages;
  }

  private static Optional<Duration> deadline(TomlTable table) throws WrongToml {
    String text = table.text("deadline");
    OptionalLong millis = Quantity.millis(text);
    if (millis.isEmpty()) {
      throw table.wrong("deadline", Quantity.A_TIME, "\"" + text + "\"");
    }
    Optional<Duration> deadline = Quantity.deadline(millis.getAsLong());
    if (deadline.isEmpty()) {
      throw table.wrong("deadline", Quantity.TIMES, "\"" + text + "\"");
    }
    return deadline;
  }

  static Capabilities capabilities(TomlTable table) throws WrongToml {
    table.only(
        Set.of(
            "clock",
            "random",
            "stdin",
            "stdout",
            "stderr",
            "arguments",
            "environment",
            "directories"));
    return new Capabilities(
        table.flag("clock"),
        table.flag("random"),
        table.flag("stdin"),
        table.flag("stdout"),
        table.flag("stderr"),
        table.flag("arguments"),
        environment(table),
        directories(table));
  }

  private static List<String> environment(TomlTable table) throws WrongToml {
    List<String> names = table.texts("environment");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
        throw table.wrong("environment[" + i + "]", "the name of a variable", "\"" + name + "\"");
      }
    }
    return names;
  }

  private static List<Capabilities.Directory> directories(TomlTable table) throws WrongToml {
    List<Capabilities.Directory> directories = new ArrayList<>();
    Set<String> guests = new HashSet<>();
    for (TomlTable entry : table.tables("directories")) {
      entry.only(Set.of("guest", "access"));
      String guest = entry.text("guest");
      if (!guests.add(guest)) {
        throw entry.wrong("guest", "each directory once", "\"" + guest + "\" again");
      }
      String text = entry.text("access");
      Optional<Access> access = Access.byName(text);
      if (access.isEmpty()) {
        throw entry.wrong("access", "one of " + Access.NAMES, "\"" + text + "\"");
      }
      directories.add(new Capabilities.Directory(guest, access.get()));
    }
    return directories;
  }
}
