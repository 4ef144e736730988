package io.tideline.survey.door;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of the public door. */
@ConfigMapping(prefix = "tideline.door")
public interface DoorConfig {
    /** Requests a second that one network (an IPv4 address, an IPv6 /64) may send for long. */
    @WithDefault("20")
    double perNetworkPerSecond();

    /**
     * Networks (CIDR) of the proxies in front of the door, whose X-Forwarded-For is believed: the client is the last address in it that is of none of them.
     * Without any the client is whoever connects, and the header is not read.
     */
    Optional<List<CidrAddress>> trustedProxies();

    /** Requests that one network may send at once after a quiet time. */
    @WithDefault("1200")
    double perNetworkBurst();

    /** Requests a second that one survey takes for long. */
    @WithDefault("200")
    double perSurveyPerSecond();

    /** Requests that one survey takes at once after a quiet time. */
    @WithDefault("4000")
    double perSurveyBurst();

    /**
     * Zero bits that the hash of a proof begins with, which an answer beyond the limit of its survey has to bring: 2^bits hashes on average, a second or two
     * of a browser for 15. 0: none is asked for, and such an answer waits. At most 24.
     */
    @WithDefault("15")
    int proofBits();

    /** Time in which a proof is taken, from when it was asked for. */
    @WithDefault("10m")
    Duration proofValidity();

    /** Requests a second that all surveys of one organisation take together for long. */
    @WithDefault("400")
    double perTenantPerSecond();

    /** Requests that all surveys of one organisation take together at once after a quiet time. */
    @WithDefault("8000")
    double perTenantBurst();

    /** Requests under way at once; more are answered 503. */
    @WithDefault("128")
    int inFlight();

    /** Requests of one survey under way at once; more are answered 429, so that one survey cannot fill the door. */
    @WithDefault("96")
    int inFlightPerSurvey();

    /** Requests that ask for a survey under way at once, beside those; more are answered 503. */
    @WithDefault("64")
    int looksInFlight();

    /** Of these, how many may be for one survey; more are answered 429. */
    @WithDefault("32")
    int looksInFlightPerSurvey();

    /** Transactions under way at once that write answers; those that come while all are busy share the next ones. */
    @WithDefault("6")
    int writers();

    /** Of these, how many may be of one survey. */
    @WithDefault("2")
    int writersPerSurvey();

    /** Most answers in one transaction. */
    @WithDefault("64")
    int answersPerTransaction();

    /** Answers under way at once that take several statements: signed ones, those to surveys with follow-ups or a quota. */
    @WithDefault("4")
    int checks();

    /** Of these, how many may be of one survey. */
    @WithDefault("2")
    int checksPerSurvey();

    /** Such answers that may wait for their turn; more are answered 503. Where proofs are taken, the second half is for answers that bring one. */
    @WithDefault("64")
    int checksWaiting();

    /** Of these, how many may be of one survey; more are answered 429. The second half is as above. */
    @WithDefault("32")
    int checksWaitingPerSurvey();

    /** Signed visitors who are looked at at once, which takes several statements. */
    @WithDefault("2")
    int visitors();

    /** Such visitors who may wait for their turn; more are answered 503, and 429 where half of them wait for one survey. */
    @WithDefault("32")
    int visitorsWaiting();

    /** Time a request may take; after it the answer is 503, and the same request sent again is safe. */
    @WithDefault("5s")
    Duration deadline();
}
