package io.modulecontract.report;

import java.io.IOException;

/** The report files could not be written; the message is a sentence for the user. */
public final class ReportWriteException extends Exception {

  private static final long serialVersionUID = 1L;

  ReportWriteException(String message, IOException cause) {
    super(message, cause);
  }
}
