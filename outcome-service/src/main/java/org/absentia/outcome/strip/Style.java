package org.absentia.outcome.strip;

/**
 * Colours and patterns. The hues are those of Okabe and Ito, which people with any colour vision
 * can tell apart, lightened so that dark letters can be read on them; what does not decide is
 * hatched, and losses to different benefits have different patterns.
 */
final class Style {
  /** Patterns, and the style sheet for light and dark surroundings. */
  static final String DEFINITIONS =
      """
      <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect width="6" height="6" class="paper"/><rect width="2" height="6" class="hatching"/></pattern>
      <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
      <rect width="5" height="5" class="allowance-light"/><rect width="2.5" height="5" class="allowance-dark"/></pattern>
      <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
      <rect width="5" height="5" class="pension-light"/><circle cx="2.5" cy="2.5" r="1.4" class="pension-dark"/></pattern>
      </defs>
      <style>
      text{font-family:system-ui,sans-serif;font-size:11px;fill:#1c2126}
      .heading{font-size:15px;font-weight:600}.result{font-size:13px}.title{font-size:12px;font-weight:600}
      .soft{fill:#57606a}.end{text-anchor:end}.middle{text-anchor:middle}.strong{font-weight:600}
      .paper{fill:#fff}.weekend{fill:#eef1f4}.base{stroke:#c3cad2}.month{stroke:#d5dae0}
      .hatching{fill:#c9ced4}.whole{stroke-width:1}.overruled .whole{stroke-dasharray:3 2}
      .certificate .whole{fill:#e4f0fa;stroke:#0072b2}.certificate .part{fill:#8ec5ec}
      .pay .whole{fill:#def3ec;stroke:#00795a}.pay .part{fill:#80d1b6}
      .allowance .whole{fill:#fdf1d8;stroke:#a66f00}.allowance .part{fill:#f5c765}
      .pension .whole{fill:#f9e9f2;stroke:#a3487a}.pension .part{fill:#e5acca}
      .contract .whole{fill:#eef0f2;stroke:#6b7681}.contract .part{fill:#c3cad2}
      .overruled .whole{fill:#fff}.overruled .part{fill:url(#hatch)}
      .sick{fill:#2f86c1}.from-allowance{fill:url(#stripes)}.increase{fill:url(#dots)}
      .allowance-light{fill:#fbe3b0}.allowance-dark{fill:#c98a00}.pension-light{fill:#f6dbe8}.pension-dark{fill:#a3487a}
      .contracted{stroke:#1c2126;stroke-width:1.5;fill:none}
      .index{stroke:#1c2126;stroke-width:2}.window{stroke:#1c2126;stroke-width:1.5;stroke-dasharray:6 4}
      .back{stroke:#00795a;stroke-width:2;stroke-dasharray:1.5 3}.border{stroke:#8c959f;stroke-width:1}
      @media(prefers-color-scheme:dark){
      text{fill:#e6e9ec}.soft{fill:#a3adb8}.paper{fill:#14181c}.weekend{fill:#1d2328}.base{stroke:#4b555f}
      .month{stroke:#39424b}.hatching{fill:#4b555f}
      .certificate .whole{fill:#12283a;stroke:#8cc4f0}.certificate .part{fill:#1f5687}
      .pay .whole{fill:#0f2a22;stroke:#7fd6b3}.pay .part{fill:#1c6148}
      .allowance .whole{fill:#33260c;stroke:#f5c765}.allowance .part{fill:#7d5a12}
      .pension .whole{fill:#331a29;stroke:#e5acca}.pension .part{fill:#6d3860}
      .contract .whole{fill:#20262c;stroke:#a3adb8}.contract .part{fill:#4b555f}
      .overruled .whole{fill:#14181c}.overruled .part{fill:url(#hatch)}.sick{fill:#4f9fd6}
      .allowance-light{fill:#5c430f}.allowance-dark{fill:#f5c765}.pension-light{fill:#4d2740}.pension-dark{fill:#e5acca}
      .contracted,.index,.window{stroke:#fff}.back{stroke:#7fd6b3}.border{stroke:#6b7681}}
      </style>
      """;

  private Style() {}
}
