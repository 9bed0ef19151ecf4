package org.absentia.randomisation.contingency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.AesGcm;

/**
 * Seals and opens the slots of a pack: AES-256-GCM, 12 bytes of nonce in front, bound to trial,
 * pack, stratum and slot. Arms are filled up with blanks, so that all are sealed in one length.
 */
public final class SealedSlots {
  public static final String FORMAT = "absentia-contingency-1";

  private SealedSlots() {}

  public static String seal(
      Secret key, String place, String arm, List<String> arms, RandomGenerator random) {
    int longest = arms.stream().mapToInt(name -> utf8(name).length).max().orElseThrow();
    byte[] plain = Arrays.copyOf(utf8(arm), longest);
    Arrays.fill(plain, utf8(arm).length, longest, (byte) ' ');
    return HexFormat.of().formatHex(AesGcm.encrypt(key, plain, place, random));
  }

  /**
   * Returns the arm.
   *
   * @throws IllegalStateException under another key or at another place
   */
  public static String open(Secret key, String place, String sealed) {
    return new String(
            AesGcm.decrypt(key, HexFormat.of().parseHex(sealed), place), StandardCharsets.UTF_8)
        .stripTrailing();
  }

  /** Returns what a slot's seal is bound to. */
  public static String place(String trial, String pack, String stratum, int slot) {
    return String.join("/", FORMAT, trial, pack, stratum, Integer.toString(slot));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
