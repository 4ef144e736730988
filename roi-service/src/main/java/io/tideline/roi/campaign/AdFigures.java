package io.tideline.roi.campaign;

import java.math.BigDecimal;

/** Sums of ad spend in one currency. */
record AdFigures(String currency, long impressions, long clicks, BigDecimal amount, long conversions, long deals) {}
