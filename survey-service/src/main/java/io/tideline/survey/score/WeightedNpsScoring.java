package io.tideline.survey.score;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Net Promoter Score of accounts that weigh what they are said to, whoever has the most respondents.
 * <pre>nps = 100 · Σ weight · (promoters - detractors) / answers, of each account / Σ weight</pre>
 * Weight 1 makes accounts equal; recurring revenue makes money speak. Accounts without an answer are left out.
 */
public final class WeightedNpsScoring {
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);

    private WeightedNpsScoring() {}

    /** @param weight what the account's opinion counts, not negative */
    public record Account(NpsScoring score, BigDecimal weight) {}

    public static @Nullable BigDecimal points(List<Account> accounts) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (Account account : accounts) {
            BigDecimal own = account.score().points();
            if (own != null) {
                weights = weights.add(account.weight());
                net = net.add(own.multiply(account.weight()));
            }
        }
        return Exact.ratio(net, weights);
    }

    /** The same of weights summed by group: promoters and detractors are the sums of their accounts' shares. */
    static @Nullable BigDecimal points(BigDecimal promoters, BigDecimal detractors, BigDecimal accounts) {
        BigDecimal share = Exact.ratio(promoters.subtract(detractors), accounts);
        return share == null ? null : share.multiply(POINTS);
    }
}
