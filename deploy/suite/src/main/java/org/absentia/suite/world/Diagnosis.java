package org.absentia.suite.world;

/** An ICPC-2 diagnosis with the area of pain a person would name, and its text. */
public record Diagnosis(String code, String painArea, String text) {

  private static final Weighted<Diagnosis> MUSCULOSKELETAL =
      Weighted.of(new Diagnosis("L15", "LOWER_LIMB", "Kne symptomer/plager"), 0.04)
          .or(new Diagnosis("L17", "LOWER_LIMB", "Fot/tå symptomer/plager"), 0.04)
          .or(new Diagnosis("L08", "UPPER_LIMB", "Skulder symptomer/plager"), 0.08)
          .or(new Diagnosis("L92", "UPPER_LIMB", "Skuldersyndrom"), 0.10)
          .or(new Diagnosis("L83", "NECK", "Nakkesyndrom"), 0.068)
          .or(new Diagnosis("L03", "BACK", "Korsrygg symptomer/plager"), 0.10)
          .or(new Diagnosis("L84", "BACK", "Ryggsyndrom uten smerteutstråling"), 0.06)
          .or(new Diagnosis("L86", "BACK", "Ryggsyndrom med smerteutstråling"), 0.078)
          .or(new Diagnosis("L18", "MULTISITE", "Muskelsmerte"), 0.06)
          .or(new Diagnosis("L90", "JOINT", "Kneleddsartrose"), 0.05)
          .or(new Diagnosis("L91", "JOINT", "Artrose IKA"), 0.036)
          .or(new Diagnosis("L72", "FRACTURE", "Brudd underarm"), 0.042)
          .or(new Diagnosis("L76", "FRACTURE", "Brudd IKA"), 0.040)
          .or(new Diagnosis("L99", "OTHER", "Muskel-/skjelettsykdom IKA"), 0.106)
          .or(new Diagnosis("L29", "OTHER", "Muskel-/skjelettplager IKA"), 0.10);

  private static final Weighted<Diagnosis> OTHERS =
      Weighted.of(new Diagnosis("P76", "OTHER", "Depressiv lidelse"), 0.4)
          .or(new Diagnosis("P02", "OTHER", "Psykisk ubalanse situasjonsbetinget"), 0.3)
          .or(new Diagnosis("A04", "OTHER", "Slapphet/tretthet"), 0.2)
          .or(new Diagnosis("R74", "OTHER", "Akutt øvre luftveisinfeksjon"), 0.1);

  static Diagnosis musculoskeletal(Draws draws) {
    return draws.pick(MUSCULOSKELETAL);
  }

  static Diagnosis ofAnotherChapter(Draws draws) {
    return draws.pick(OTHERS);
  }
}
