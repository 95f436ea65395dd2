package io.modulecontract.verdict;

/** What was decided about one clause for one module. */
public sealed interface Verdict {

  /**
   * The clause held in everything that was tried.
   *
   * @param measured what was measured meanwhile, as a sentence without its final stop; or empty
   */
  record Passed(String measured) implements Verdict {

    /** Nothing was measured. */
    public Passed() {
      this("");
    }
  }

  /**
   * The guest fails the clause, and did so again when it was asked again.
   *
   * @param failure what shows it
   */
  record Failed(Failure failure) implements Verdict {}

  /**
   * The clause says nothing about this module, or was not asked for.
   *
   * @param why the reason, as a sentence without its final stop
   */
  record NotApplicable(String why) implements Verdict {

    /** The user chose other clauses. */
    public static final NotApplicable NOT_ASKED = new NotApplicable("not asked for");

    /** The user chose other clauses, and the check of one of them came across a breach of this. */
    public static final NotApplicable ALSO_SEEN =
        new NotApplicable("not asked for; the check of another clause saw it broken");
  }

  /**
   * The clause could not be decided.
   *
   * @param why the reason, as a sentence without its final stop
   */
  record Inconclusive(String why) implements Verdict {}

  /**
   * A failure that did not repeat where the module alone can be its cause. It never blames the
   * module.
   *
   * @param failure what was seen, with whom to blame
   * @param why what the repetitions showed
   */
  record Unconfirmed(Failure failure, String why) implements Verdict {}
}
