package dev.patrol.report.row;

import java.io.IOException;
import java.util.List;

/** Writes rows cell by cell. */
public interface RowWriter {
  /** Begins a row, or a list of rows. */
  void begin() throws IOException;

  /** Ends what was begun last. */
  void end() throws IOException;

  /** Writes a text. */
  void text(String text) throws IOException;

  /** Writes a text of which there are few different ones. */
  void word(String text) throws IOException;

  /** Writes a text that many rows share. */
  void phrase(String text) throws IOException;

  /** Writes a number. */
  void number(long number) throws IOException;

  /** Writes texts as one cell. */
  void list(List<String> texts) throws IOException;

  /** Writes texts that many rows share as one cell. */
  void phrases(List<String> texts) throws IOException;
}
