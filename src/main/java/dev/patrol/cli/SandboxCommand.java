package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.model.Site;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the stand-in API until it is stopped. */
@Command(
    name = "sandbox",
    description = "Serves a stand-in for the Coze Open API on this machine until it is stopped.")
final class SandboxCommand implements Callable<Integer> {
  /** Requests a second and account that a stand-in on this machine may take. */
  private static final int RATE = 1000;

  @ParentCommand private PatrolCommand patrol = new PatrolCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--world",
      paramLabel = "FILE",
      description = "Each token's real state; by default the inventory's sandbox.yaml.")
  private @Nullable Path world;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port on 127.0.0.1; 0 for any free one.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Path file =
        world == null
            ? patrol.options().config().inventory().folder().resolve("sandbox.yaml")
            : world;
    try (Sandbox api = Sandbox.start(World.read(file), port)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Serving " + file + " at " + api.uri() + "; stop with Ctrl-C.");
      out.println("Audit against it with:");
      out.println(
          "  ./patrol audit --route api.coze.cn=%s --route api.coze.com=%s"
              .formatted(api.uri(), api.uri()));
      out.flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE.number();
  }

  /** The settings with both sites routed to a stand-in, and no need to spare it. */
  static Config routedTo(Sandbox api, Config config) {
    Config routed = config.withRatePerAccount(RATE);
    for (Site site : Site.values()) {
      routed = routed.withRoute(site.apiHost(), api.uri().toString());
    }
    return routed;
  }
}
