-- Customers that carry one of some tags just now, each as the customer it was merged into. A plain query, so that the planner sees through it and
-- row level security holds inside.
CREATE FUNCTION tagged_customer(tenant text, tags text[])
    RETURNS TABLE (customer_id uuid)
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce(carrier.merged_into, carrier.customer_id)
    FROM tag_interval
    JOIN customer AS carrier
        ON carrier.tenant_id = tag_interval.tenant_id AND carrier.customer_id = tag_interval.customer_id
    WHERE tag_interval.tenant_id = tenant
      AND tag_interval.tag = ANY (tags)
      AND tag_interval.during @> now();
END;
