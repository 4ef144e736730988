package io.tideline.customer.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target that an organisation set.
 *
 * @param validFrom first local day it holds
 * @param variant full name of the metric variant that it speaks of
 */
record SetTarget(String kpi, LocalDate validFrom, @Nullable BigDecimal min, @Nullable BigDecimal max, String variant) {}
