package dev.patrol.cli;

import dev.patrol.audit.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows progress: a bar on a terminal, else a line for every tenth of a long run. */
final class TerminalProgress {
  private TerminalProgress() {}

  /** The launcher knows whether standard error is a terminal; Java does not. */
  static Progress on(PrintWriter err) {
    return Boolean.getBoolean("patrol.terminal") ? new Bar() : new Lines(err);
  }

  /** A bar that redraws itself. */
  private static final class Bar implements Progress {
    private @Nullable ProgressBar bar;

    @Override
    public void began(long tokens) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Auditing")
              .setUnit(" tokens", 1)
              .setInitialMax(tokens)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }

    @Override
    public void reached(long tokens) {
      if (bar != null) {
        bar.stepTo(tokens);
      }
    }

    @Override
    public void ended() {
      if (bar != null) {
        bar.close();
      }
    }
  }

  /** Lines for logs. */
  private static final class Lines implements Progress {
    private static final long SHORT = 100;

    private final PrintWriter err;
    private long all;
    private long tenths;

    Lines(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void began(long tokens) {
      all = tokens;
    }

    @Override
    public void reached(long tokens) {
      if (all >= SHORT && tokens * 10 / all > tenths) {
        tenths = tokens * 10 / all;
        err.printf(Locale.ROOT, "Audited %d %%: %d of %d tokens%n", tenths * 10, tokens, all);
      }
    }
  }
}
