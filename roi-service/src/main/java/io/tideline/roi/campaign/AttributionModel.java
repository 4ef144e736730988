package io.tideline.roi.campaign;

import org.eclipse.microprofile.graphql.Description;

/** To which campaign an order is credited. */
@Description("To which campaign an order is credited.")
public enum AttributionModel {
    @Description("To the campaign that the order itself names; a refund to the one of the order it takes back.")
    LAST_TOUCH,
    @Description("To the campaign that reached the customer first, whatever the order names.")
    FIRST_TOUCH
}
