package org.absentia.randomisation.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.randomisation.http.AnswerPage.Box;
import org.absentia.randomisation.http.AnswerPage.Fault;
import org.absentia.randomisation.http.AnswerPage.Option;
import org.absentia.randomisation.http.AnswerPage.Part;
import org.absentia.randomisation.http.AnswerPage.Question;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.ConsentForm;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.Wording;
import org.absentia.randomisation.link.Wording.ItemWording;
import org.absentia.randomisation.trial.Withdrawal;

/** Writes what is asked as a page, with what was sent before and what is wrong with it. */
final class AnswerPageWriter {
  /** More answers than these are typed; eleven are a scale from 0 to 10. */
  private static final int MOST_CHOICES = 11;

  private static final String FORM_TITLE = "form-title";

  private final Asked asked;
  private final Language language;
  private final PostedForm posted;
  private final PageTexts texts;
  private final List<Fault> errors = new ArrayList<>();

  private AnswerPageWriter(Asked asked, Language language, PostedForm posted) {
    this.asked = asked;
    this.language = language;
    this.posted = posted;
    this.texts = PageTexts.in(language);
  }

  static AnswerPage write(Asked asked, Language language, PostedForm posted) {
    return new AnswerPageWriter(asked, language, posted).page();
  }

  private AnswerPage page() {
    String kind = asked.link().purpose().kind().name().toLowerCase(Locale.ROOT);
    Optional<ConsentForm> form = Optional.ofNullable(asked.forms().get(language));
    List<Part> parts = new ArrayList<>();
    form.map(this::consent).ifPresent(parts::add);
    asked.instruments().forEach(instrument -> parts.add(part(instrument)));
    if (!asked.levels().isEmpty()) {
      parts.add(levels());
    }
    if (posted.incomplete()) {
      Box leave = box(PostedForm.LEAVE, "leave.legend", "leave", texts.say("leave.hint"));
      parts.add(new Part("", "", "", "", List.of(), List.of(), List.of(leave)));
    }
    return new AnswerPage(
        language,
        texts.say("title." + kind),
        texts.say("lead." + kind),
        PageLanguage.offered(asked).stream().filter(other -> other != language).toList(),
        List.copyOf(errors),
        form.map(shown -> shown.digest().hex()).orElse(""),
        parts,
        true,
        switch (asked.link().purpose().kind()) {
          case QUESTIONNAIRE, ENROLMENT -> texts.say("send");
          case CONSENT -> texts.say("send.consent");
          case WITHDRAWAL -> texts.say("send.withdrawal");
        });
  }

  private Part part(Instrument instrument) {
    Optional<Wording> wording =
        Optional.ofNullable(
                asked.wordings().getOrDefault(language, Map.of()).get(instrument.name()))
            .filter(known -> known.items().size() == instrument.items().size());
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      int number = i;
      questions.add(question(instrument, i, wording.map(known -> known.items().get(number))));
    }
    // without the trial's texts the rule file's title stands, which is in English
    String title = wording.map(Wording::title).orElse(withoutRemark(instrument.title()));
    return new Part(
        instrument.name(),
        title,
        wording.isPresent() || language == Language.EN ? "" : Language.EN.tag(),
        wording.isPresent()
            ? wording.flatMap(Wording::introduction).orElse("")
            : texts.say("paper"),
        List.of(),
        questions,
        List.of());
  }

  /** What stands in brackets is for who scores the instrument, not for who answers it. */
  private static String withoutRemark(String title) {
    return title.replaceFirst(" \\(.*\\)$", "");
  }

  private Part consent(ConsentForm form) {
    if (posted.errors().containsKey(PostedForm.FORM)) {
      errors.add(new Fault(FORM_TITLE, texts.say("error.form")));
    }
    return new Part(
        FORM_TITLE,
        form.title(),
        "",
        "",
        form.paragraphs(),
        List.of(),
        List.of(box(PostedForm.CONSENTS, "consent.legend", "consent.agree", "")));
  }

  private Question question(Instrument instrument, int number, Optional<ItemWording> wording) {
    Item item = instrument.items().get(number);
    String id = PostedForm.name(instrument, number);
    String value = posted.values().getOrDefault(id, "");
    List<String> ends = new ArrayList<>();
    wording
        .flatMap(ItemWording::lowest)
        .ifPresent(text -> ends.add(texts.say("end.lowest", item.minimum(), text)));
    wording
        .flatMap(ItemWording::highest)
        .ifPresent(text -> ends.add(texts.say("end.highest", item.maximum(), text)));
    boolean typed = item.maximum() - item.minimum() >= MOST_CHOICES;
    List<Option> options = typed ? List.of() : options(id, item, value, wording);
    String text =
        wording
            .map(known -> number + 1 + ". " + known.text())
            .orElseGet(() -> texts.say("item", number + 1));
    return new Question(
        id,
        text,
        typed,
        wording.filter(known -> !known.answers().isEmpty()).isPresent(),
        ends,
        texts.say("whole", item.minimum(), item.maximum()),
        options,
        value,
        error(id, typed ? id : options.getFirst().id(), text, item));
  }

  private static List<Option> options(
      String id, Item item, String value, Optional<ItemWording> wording) {
    List<String> answers = wording.map(ItemWording::answers).orElse(List.of());
    List<Option> options = new ArrayList<>();
    IntStream.rangeClosed(item.minimum(), item.maximum())
        .forEach(
            answer ->
                options.add(
                    new Option(
                        id + "." + answer,
                        String.valueOf(answer),
                        answers.isEmpty()
                            ? String.valueOf(answer)
                            : answers.get(answer - item.minimum()),
                        value.equals(String.valueOf(answer)))));
    if (wording.filter(ItemWording::descending).isPresent()) {
      Collections.reverse(options);
    }
    return options;
  }

  private String error(String id, String target, String text, Item item) {
    String key = posted.errors().getOrDefault(id, "");
    if (key.isEmpty()) {
      return "";
    }
    String error =
        key.equals(PostedForm.WHOLE)
            ? texts.say(key, item.minimum(), item.maximum())
            : texts.say(key);
    errors.add(new Fault(target, text + ": " + error));
    return error;
  }

  private Part levels() {
    String chosen = posted.values().getOrDefault(PostedForm.LEVEL, "");
    List<Option> options =
        asked.levels().stream()
            .map(Withdrawal.Level::name)
            .map(
                level ->
                    new Option(
                        PostedForm.LEVEL + "." + level,
                        level,
                        texts.say("level." + level),
                        level.equals(chosen)))
            .toList();
    String error = boxError(PostedForm.LEVEL, options.getFirst().id());
    Question question =
        new Question(
            PostedForm.LEVEL,
            texts.say("withdrawal.legend"),
            false,
            true,
            List.of(texts.say("withdrawal.hint")),
            "",
            options,
            chosen,
            error);
    Box confirm = box(PostedForm.CONFIRM, "withdrawal.confirm.legend", "withdrawal.confirm", "");
    return new Part(
        "levels",
        "",
        "",
        texts.say("withdrawal.erase"),
        List.of(),
        List.of(question),
        List.of(confirm));
  }

  private Box box(String id, String legend, String text, String hint) {
    return new Box(
        id,
        texts.say(legend),
        texts.say(text),
        hint,
        posted.values().containsKey(id),
        boxError(id, id));
  }

  private String boxError(String id, String target) {
    String key = posted.errors().getOrDefault(id, "");
    if (key.isEmpty()) {
      return "";
    }
    errors.add(new Fault(target, texts.say(key)));
    return texts.say(key);
  }
}
