package dev.patrol.journal;

/** Another node has taken the part meanwhile: this one was thought dead. It must stop at once. */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken(String run, int part) {
    super("part " + part + " of run " + run + " was taken over by another node");
  }
}
