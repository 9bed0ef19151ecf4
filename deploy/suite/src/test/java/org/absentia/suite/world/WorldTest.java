package org.absentia.suite.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
  private final World world = World.of(7, Scale.SMALL, World.OFFICES);

  @Test
  void the_same_seed_writes_the_same_messages() {
    // Given
    World again = World.of(7, Scale.SMALL, World.OFFICES);

    // When
    List<String> first = everything(world);
    List<String> second = everything(again);

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void another_seed_makes_other_people() {
    // Given
    World other = World.of(8, Scale.SMALL, World.OFFICES);

    // When
    Set<String> identifiers =
        new HashSet<>(other.persons().stream().map(Person::identifier).toList());

    // Then
    assertThat(world.persons()).noneMatch(person -> identifiers.contains(person.identifier()));
  }

  @Test
  void nobody_real_can_have_an_identifier_of_this_world() {
    // Given
    List<String> identifiers = world.persons().stream().map(Person::identifier).toList();

    // When
    Set<String> different = new HashSet<>(identifiers);

    // Then
    assertThat(different).hasSameSizeAs(identifiers);
    assertThat(identifiers)
        .allSatisfy(
            identifier -> {
              assertThat(Integer.parseInt(identifier.substring(2, 4))).isBetween(81, 92);
              assertThat(weighted(identifier, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11).isZero();
              assertThat(weighted(identifier, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11).isZero();
            });
  }

  @Test
  void whoever_is_to_be_listed_is_certified_in_week_seven_by_what_has_arrived_by_then() {
    // Given
    List<Person> listed = world.persons().stream().filter(Person::listed).toList();

    // When
    List<Integer> grades =
        listed.stream().map(person -> arrived(person).certifiedGrade(person.listDate())).toList();

    // Then
    assertThat(listed).hasSize(Scale.SMALL.listed());
    assertThat(grades).allMatch(grade -> grade >= 50);
    assertThat(listed)
        .allSatisfy(
            person -> {
              assertThat(person.spellStart().until(person.listDate()).getDays()).isNotNegative();
              assertThat(person.listDate().toEpochDay() - person.spellStart().toEpochDay())
                  .isBetween(42L, 48L);
              assertThat(person.diagnosis().code()).startsWith("L");
              assertThat(person.percentageOn(person.listDate())).isPositive();
            });
  }

  @Test
  void whoever_must_not_be_listed_fails_a_criterion() {
    // Given
    List<Person> others = world.persons().stream().filter(person -> !person.listed()).toList();

    // When
    List<Person> wrong = others.stream().filter(this::meetsAllCriteria).toList();

    // Then
    assertThat(others).hasSize(Scale.SMALL.unlisted());
    assertThat(wrong).isEmpty();
  }

  @Test
  void when_all_messages_have_arrived_they_say_what_the_days_truly_were() {
    // Given
    List<Person> participants = participants(world);

    for (Person person : participants) {
      for (Arm arm : Arm.values()) {
        // When
        AsRead read = new AsRead(messages(person, arm));

        // Then
        LocalDate from = person.turningPoint().minusYears(1);
        LocalDate to = person.turningPoint().plusMonths(6);
        assertThat(from.datesUntil(to).filter(LostWork::isWorkday))
            .allSatisfy(
                day ->
                    assertThat(read.gradeOn(day))
                        .as("person %s in %s on %s", person.number(), arm, day)
                        .isEqualTo(
                            (int)
                                Math.round(100 * LostWork.gradeOn(world.whole(person, arm), day))));
      }
    }
  }

  @Test
  void nothing_that_depends_on_the_arm_arrives_before_inclusion() {
    // Given
    List<Person> participants = participants(world);

    // When
    Stream<Message> following =
        participants.stream()
            .flatMap(
                person ->
                    Stream.of(Arm.values())
                        .flatMap(arm -> world.followingMessages(person, arm).stream()));

    // Then
    assertThat(following)
        .isNotEmpty()
        .allMatch(message -> !message.arrivesOn().isBefore(message.person().turningPoint()));
  }

  @Test
  void nobody_is_included_before_the_list_during_the_halt_or_after_recruitment() {
    // Given
    World full = World.of(11, Scale.FULL, World.OFFICES);

    // When
    List<Person> participants = participants(full);

    // Then
    assertThat(participants)
        .hasSize(514)
        .allMatch(person -> person.turningPoint().isAfter(person.listDate()))
        .allMatch(person -> !Weeks.halted(person.turningPoint()))
        .allMatch(person -> !person.turningPoint().isAfter(Weeks.LAST_INCLUSION));
  }

  @Test
  void registers_are_as_untidy_as_real_ones() {
    // Given
    World full = World.of(11, Scale.FULL, World.OFFICES);

    // When
    List<Message> messages =
        participants(full).stream()
            .flatMap(person -> messages(full, person, Arm.USUAL_CARE).stream())
            .toList();

    // Then
    assertThat(messages).anyMatch(Message.CertificateDeleted.class::isInstance);
    assertThat(messages).anyMatch(Message.Annulment.class::isInstance);
    assertThat(messages).anyMatch(m -> m instanceof Message.Payment p && p.version() == 2);
    assertThat(messages).anyMatch(m -> m instanceof Message.Certificate c && !c.valid());
    assertThat(messages)
        .anyMatch(m -> m instanceof Message.Certificate c && c.form() == Message.Form.XML);
    assertThat(messages)
        .anyMatch(
            m ->
                m instanceof Message.Certificate c && c.content() == Message.Content.TREATMENT_DAY);
    assertThat(messages)
        .anyMatch(m -> m instanceof Message.Employment e && e.job().positions().size() > 1);
  }

  private boolean meetsAllCriteria(Person person) {
    boolean recruited =
        Weeks.lists().contains(person.listDate()) && World.OFFICES.contains(person.office());
    return recruited
        && arrived(person).certifiedGrade(person.listDate()) >= 50
        && person.diagnosis().code().startsWith("L")
        && person.ordinarilyEmployed()
        && person.birthDate().until(person.listDate()).getYears() <= 67;
  }

  private AsRead arrived(Person person) {
    return new AsRead(
        world.settledMessages(person).stream()
            .filter(message -> !message.arrivesOn().isAfter(person.listDate()))
            .toList());
  }

  private List<Message> messages(Person person, Arm arm) {
    return messages(world, person, arm);
  }

  private static List<Message> messages(World world, Person person, Arm arm) {
    return Stream.concat(
            world.settledMessages(person).stream(), world.followingMessages(person, arm).stream())
        .toList();
  }

  private static List<Person> participants(World world) {
    return world.persons().stream()
        .filter(person -> person.response() instanceof Response.Consented)
        .toList();
  }

  private static List<String> everything(World world) {
    return world.persons().stream()
        .flatMap(person -> messages(world, person, Arm.VOCATIONAL_ADVICE).stream())
        .map(Message::toString)
        .toList();
  }

  private static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * (digits.charAt(k) - '0');
    }
    return sum;
  }
}
