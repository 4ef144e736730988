package io.tideline.roi.campaign;

import org.eclipse.microprofile.graphql.Description;

/** What money of a campaign was spent on. */
@Description("What was paid for.")
public enum CostKind {
    @Description("Membership, quota and fees of sending.")
    FEE,
    @Description("Working time: hours times hourly rate.")
    LABOUR,
    @Description("Gifts to customers.")
    GIFT,
    @Description("Discounts and coupons.")
    COUPON,
    @Description("Advertising that is not recorded as ad spend.")
    AD,
    @Description("Software, such as this platform.")
    TOOL,
    @Description("Anything else.")
    OTHER
}
