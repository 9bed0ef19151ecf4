package org.absentia.randomisation.files;

/** A file that cannot be a bundle, with the place at fault; nothing can be said about its trial. */
public final class UnreadableBundle extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnreadableBundle(String message) {
    super(message);
  }
}
