package io.tideline.local.demo;

import java.time.LocalDate;
import java.util.List;

/** All that is told of one organisation: the same for the same day, on every machine. */
record Story(Company company, Span span, List<Campaign> campaigns, List<Person> people, Rows rows) {

    /** @param end the day after the last that is told about */
    static Story of(Company company, LocalDate end) {
        Span span = company.span(end);
        List<Campaign> campaigns = Campaigns.of(company, span);
        List<Person> people = People.of(company, span, campaigns);
        Rows rows = new Rows();
        CustomerRows customers = new CustomerRows(company, span, rows);
        customers.settings();
        customers.people(people);
        EventRows events = new EventRows(company, span, rows);
        events.journeys(people);
        events.messages(campaigns, people);
        RevenueRows revenue = new RevenueRows(company, span, rows);
        revenue.campaigns(campaigns);
        revenue.orders(people);
        revenue.ads(campaigns, people);
        SurveyRows surveys = new SurveyRows(company, span, rows);
        surveys.surveys();
        surveys.people(people);
        return new Story(company, span, campaigns, people, rows);
    }
}
