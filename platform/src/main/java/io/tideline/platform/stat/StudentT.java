package io.tideline.platform.stat;

/** Upper 2.5 % point of Student's t distribution for whole degrees of freedom. */
final class StudentT {
    private static final int EXACT_UP_TO = 60;
    private static final int HALVINGS = 80;

    private StudentT() {}

    static double quantile975(long freedom) {
        return freedom <= EXACT_UP_TO ? inverted((int) freedom) : expanded(freedom);
    }

    private static double inverted(int freedom) {
        double low = 0;
        double high = 20;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (within(middle, freedom) < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** {@code P(|T| <= t)} by the finite trigonometric sums of Abramowitz and Stegun 26.7.3 and 26.7.4. */
    private static double within(double t, int freedom) {
        double angle = Math.atan(t / Math.sqrt(freedom));
        double cosine = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < freedom; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }

    /** Cornish-Fisher expansion around the normal quantile (Abramowitz and Stegun 26.7.5). */
    private static double expanded(double freedom) {
        double z = Normal.Z95;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double first = (z3 + z) / 4;
        double second = (5 * z5 + 16 * z3 + 3 * z) / 96;
        double third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
        return z + first / freedom + second / (freedom * freedom) + third / (freedom * freedom * freedom);
    }
}
