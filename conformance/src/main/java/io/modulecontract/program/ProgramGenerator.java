package io.modulecontract.program;

import io.modulecontract.abi.ToFit;
import io.modulecontract.abi.U32;
import java.util.SplittableRandom;

/**
 * Makes random programs. The sum of the sizes in one stays so small that every request fits even
 * into a guest that never uses an area twice; only then is a refusal a fault.
 *
 * @param recipe what to make them of
 * @param mostOperations the length of the longest
 * @param memorySize the guest's memory at start, in bytes
 * @param memoryLimit the most bytes that it may have
 * @param toFit what it must have memory for; where that is nothing, it is asked for a little
 */
public record ProgramGenerator(
    Recipe recipe, int mostOperations, long memorySize, long memoryLimit, ToFit toFit) {

  /** The next program: short ones are as likely as long ones, for they are quick to read. */
  public Program next(SplittableRandom random) {
    int length = random.nextInt(1, 1 + random.nextInt(1, 1 + mostOperations));
    long room = toFit.asked();
    // Growing costs megabytes of memory traffic: one program in four does it.
    boolean grows = random.nextInt(4) == 0;
    Program.Builder program = Program.builder(length);
    for (int i = 0; i < length; i++) {
      room -= add(program, random, room, grows);
    }
    return program.build();
  }

  /** Adds one operation; how many bytes it asks for. */
  private long add(Program.Builder program, SplittableRandom random, long room, boolean grows) {
    int choice = random.nextInt(recipe.total());
    choice -= recipe.allocate();
    if (choice < 0) {
      return allocate(program, Math.min(Sizes.ordinary(random), Math.max(0, room)));
    }
    choice -= recipe.zero();
    if (choice < 0) {
      return allocate(program, 0);
    }
    choice -= recipe.impossible();
    if (choice < 0) {
      program.add(Kind.ALLOCATE, Sizes.impossible(random, memoryLimit));
      return 0;
    }
    choice -= recipe.growing();
    if (choice < 0) {
      long size = memorySize + random.nextInt((int) (4 * U32.PAGE));
      return !grows || size > room ? 0 : allocate(program, size);
    }
    choice -= recipe.release();
    if (choice < 0) {
      program.add(Kind.RELEASE, random.nextInt(4) == 0 ? Program.YOUNGEST : random.nextInt(512));
      return 0;
    }
    choice -= recipe.dead();
    if (choice < 0) {
      program.add(Kind.RELEASE_DEAD, random.nextInt(512));
      return 0;
    }
    Foreign[] kinds = Foreign.values();
    int number = random.nextInt(512);
    program.add(Kind.RELEASE_FOREIGN, kinds[random.nextInt(kinds.length)].argument(number));
    return 0;
  }

  private static long allocate(Program.Builder program, long size) {
    program.add(Kind.ALLOCATE, size);
    return size;
  }
}
