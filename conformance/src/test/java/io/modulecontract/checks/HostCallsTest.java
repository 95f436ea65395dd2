package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.DeliversMore;
import io.modulecontract.script.Script;
import org.junit.jupiter.api.Test;

/** Every function of the host is one, also what a descriptor declares. */
class HostCallsTest {

  private static final Script GIVE = Script.of(new Action.Give(Content.of("x")));

  private static String called(byte[] module, HostCalls.Kind kind) {
    return new HostCalls(GIVE, kind)
        .on(DeliversMore.guests(module), new Tally())
        .map(ClauseBroken.Evidence::actual)
        .orElse("");
  }

  @Test
  void anImportThatAllocateCallsIsNamed() {
    byte[] module = DeliversMore.whenItAllocates();
    assertEquals("called host.deliver", called(module, HostCalls.Kind.ANY));
    assertEquals("", called(DeliversMore.bytes(), HostCalls.Kind.ANY));
  }

  /** The descriptor declares it, so it is no attempt at anything else. */
  @Test
  void isNoCapabilityAndNoOutput() {
    byte[] module = DeliversMore.whenItAllocates();
    assertTrue(called(module, HostCalls.Kind.CAPABILITY).isEmpty());
    assertTrue(called(module, HostCalls.Kind.OUTPUT).isEmpty());
  }
}
