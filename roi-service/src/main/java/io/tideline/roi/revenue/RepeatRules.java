package io.tideline.roi.revenue;

import java.time.LocalDate;

/**
 * Who bought again in time.
 * <pre>rate = customers with another order at most n days after their first / customers whose n days have passed</pre>
 * Days are local days: an order n days later counts whatever the hour. Customers whose n days still run are left out, also those who came back already,
 * since only the quick ones of them are known yet.
 */
final class RepeatRules {
    private RepeatRules() {}

    /** Who could be judged and who came back. */
    record InTime(long returned, long judged, long tooYoung) {}

    static InTime within(Rhythm rhythm, int days, LocalDate today) {
        long returned = 0;
        long judged = 0;
        for (int i = 0; i < rhythm.firstDays().size(); i++) {
            if (!rhythm.firstDays().get(i).plusDays(days).isBefore(today)) {
                continue;
            }
            judged++;
            int after = rhythm.followedAfter().get(i);
            returned += after >= 0 && after <= days ? 1 : 0;
        }
        return new InTime(returned, judged, rhythm.firstDays().size() - judged);
    }
}
