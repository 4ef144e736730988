package io.tideline.survey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.survey.survey.SurveyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactRulesTest {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
    private static final UUID NPS = new UUID(0, 1);
    private static final UUID CES = new UUID(0, 2);
    private static final UUID CSAT = new UUID(0, 3);
    private static final ContactRule ANY_WEEK = new ContactRule(ContactScope.ANY_SURVEY, null, 7, null);
    private static final ContactRule NPS_QUARTER = new ContactRule(ContactScope.NPS, null, 90, null);

    /** SV-20. */
    @Test
    void aFrequentSurveyDoesNotStarveARareOne() {
        ContactRules rules = new ContactRules(List.of(ANY_WEEK, NPS_QUARTER));
        List<Contact> contacts = new ArrayList<>(List.of(shown(NPS, SurveyType.NPS_0_10, 0)));

        assertThat(rules.decide(CES, SurveyType.CES_AGREE_7, contacts, day(3)))
                .contains(new Withheld(ContactScope.ANY_SURVEY, day(7)));
        assertThat(rules.decide(CES, SurveyType.CES_AGREE_7, contacts, day(7))).isEmpty();
        for (int day = 7; day <= 77; day += 7) {
            contacts.add(shown(CES, SurveyType.CES_AGREE_7, day));
        }

        assertThat(rules.decide(NPS, SurveyType.NPS_0_10, contacts, day(89)))
                .contains(new Withheld(ContactScope.NPS, day(90)));
        assertThat(rules.decide(NPS, SurveyType.NPS_0_10, contacts, day(90))).isEmpty();
    }

    @Test
    void aTypeHasOneClockForAllItsSurveysOnWhicheverScale() {
        ContactRules rules = new ContactRules(List.of(NPS_QUARTER));
        List<Contact> contacts = List.of(shown(NPS, SurveyType.NPS_1_10, 0));

        assertThat(rules.decide(CSAT, SurveyType.NPS_0_10, contacts, day(1))).isPresent();
        assertThat(rules.decide(CSAT, SurveyType.CSAT_5, contacts, day(1))).isEmpty();
    }

    @Test
    void aSurveyHasAClockOfItsOwn() {
        ContactRules rules = new ContactRules(List.of(new ContactRule(ContactScope.SURVEY, CSAT, 30, null), ANY_WEEK));
        List<Contact> contacts = List.of(shown(CSAT, SurveyType.CSAT_5, 0), shown(CES, SurveyType.CES_EFFORT_7, 25));

        assertThat(rules.decide(CSAT, SurveyType.CSAT_5, contacts, day(26)))
                .contains(new Withheld(ContactScope.ANY_SURVEY, day(32)));
        assertThat(rules.decide(CSAT, SurveyType.CSAT_5, contacts.subList(0, 1), day(26)))
                .contains(new Withheld(ContactScope.SURVEY, day(30)));
        assertThat(rules.decide(CES, SurveyType.CES_EFFORT_7, contacts.subList(0, 1), day(26)))
                .isEmpty();
    }

    @Test
    void theBudgetCountsWhatWasSentAndTheClocksDoNot() {
        ContactRules budget = new ContactRules(List.of(new ContactRule(ContactScope.BUDGET, null, 30, 2)));
        List<Contact> contacts = List.of(
                contact(CSAT, SurveyType.CSAT_5, 0, null),
                shown(NPS, SurveyType.NPS_0_10, 10),
                contact(CES, SurveyType.CES_AGREE_7, 20, null));

        assertThat(budget.decide(CES, SurveyType.CES_AGREE_7, contacts, day(21)))
                .contains(new Withheld(ContactScope.BUDGET, day(40)));
        assertThat(budget.decide(CES, SurveyType.CES_AGREE_7, contacts, day(40)))
                .isEmpty();
        assertThat(new ContactRules(List.of(ANY_WEEK)).decide(CES, SurveyType.CES_AGREE_7, contacts, day(21)))
                .isEmpty();
    }

    @Test
    void aLinkThatWasOnlyMadeCountsInTheBudgetForItsTime() {
        ContactRules budget = new ContactRules(List.of(new ContactRule(ContactScope.BUDGET, null, 30, 2)));
        List<Contact> contacts = List.of(
                contact(CSAT, SurveyType.CSAT_5, 10, null),
                new Contact(CES, SurveyType.CES_AGREE_7, day(20), null, day(21)));

        assertThat(budget.decide(CES, SurveyType.CES_AGREE_7, contacts, day(20)))
                .contains(new Withheld(ContactScope.BUDGET, day(21)));
        assertThat(budget.decide(CES, SurveyType.CES_AGREE_7, contacts, day(21)))
                .isEmpty();
    }

    @Test
    void withoutRulesAnybodyMayBeAskedAtAnyTime() {
        assertThat(new ContactRules(List.of())
                        .decide(NPS, SurveyType.NPS_0_10, List.of(shown(NPS, SurveyType.NPS_0_10, 0)), day(0)))
                .isEmpty();
    }

    private static Contact shown(UUID survey, SurveyType type, int day) {
        return contact(survey, type, day, day(day));
    }

    private static Contact contact(UUID survey, SurveyType type, int day, @Nullable Instant shownAt) {
        return new Contact(survey, type, day(day), shownAt, null);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
