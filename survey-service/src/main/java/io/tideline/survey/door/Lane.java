package io.tideline.survey.door;

/**
 * What one kind of request has to itself, so that a flood of one leaves the other its room.
 *
 * @param surveys rate of each survey
 * @param tenants rate of all surveys of an organisation together
 */
record Lane(Buckets surveys, Buckets tenants, Places places) {
    /** Answers, and what is told of a survey before them. */
    static Lane ofAnswers(DoorConfig config) {
        return of(config, new Places(config.inFlight(), config.inFlightPerSurvey()));
    }

    /** What asks for a survey: as many a second again, in places of their own. */
    static Lane ofLooks(DoorConfig config) {
        return of(config, new Places(config.looksInFlight(), config.looksInFlightPerSurvey()));
    }

    private static Lane of(DoorConfig config, Places places) {
        return new Lane(
                new Buckets(config.perSurveyPerSecond(), config.perSurveyBurst()),
                new Buckets(config.perTenantPerSecond(), config.perTenantBurst()),
                places);
    }
}
