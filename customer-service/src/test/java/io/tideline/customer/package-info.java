/** What holds for the whole service: schema, walls between tenants and roles, and house rules. */
@NullMarked
package io.tideline.customer;

import org.jspecify.annotations.NullMarked;
