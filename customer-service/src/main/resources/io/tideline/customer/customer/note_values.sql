-- Notes values of dimensions that are dated or replace others, before the customers themselves are stored; the customers are locked. What is said without a
-- date holds from now on where it is another value than the known one, and else says nothing; a date to come is not believed.
-- $1 tenant   one array element a value: $2 customers, $3 dimensions, $4 values, $5 since when, or null; a dimension of a customer at most once
-- result: customer_id, dimension, since (null: from the beginning), value, is_noted: whether it was not known, is_outdated: whether a later value is known
WITH said AS (
    SELECT value.customer_id, value.dimension, value.value, CASE WHEN value.since > now() THEN now() ELSE value.since END AS since,
        CASE value.dimension
            WHEN 'MARKET' THEN customer.market
            WHEN 'LANGUAGE' THEN customer.language
            WHEN 'SOURCE' THEN customer.source
            WHEN 'CAMPAIGN' THEN customer.campaign
            ELSE channel_account.external_id
        END AS known,
        (SELECT max(later.since) FROM customer_value AS later
         WHERE later.tenant_id = $1 AND later.customer_id = value.customer_id AND later.dimension = value.dimension) AS latest
    FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) AS value (customer_id, dimension, value, since)
    LEFT JOIN customer ON customer.tenant_id = $1 AND customer.customer_id = value.customer_id
    LEFT JOIN channel_account ON channel_account.tenant_id = $1 AND channel_account.channel_account_id = customer.channel_account_id
), entry AS (
    SELECT customer_id, dimension, coalesce(since, now()) AS since, value, latest
    FROM said
    WHERE since IS NOT NULL OR value <> known
    UNION ALL
    SELECT customer_id, dimension, '-infinity', known, latest
    FROM said
    WHERE latest IS NULL AND known IS NOT NULL AND (since IS NOT NULL OR value <> known)
), noted AS (
    INSERT INTO customer_value AS former (tenant_id, customer_id, dimension, since, value)
    SELECT $1, customer_id, dimension, since, value FROM entry
    ON CONFLICT (tenant_id, customer_id, dimension, since) DO UPDATE SET value = excluded.value, recorded_at = now()
    WHERE former.value <> excluded.value
    RETURNING customer_id, dimension, since
)
SELECT entry.customer_id, entry.dimension, nullif(entry.since, '-infinity') AS since, entry.value,
    noted.customer_id IS NOT NULL AS is_noted, coalesce(entry.since < entry.latest, false) AS is_outdated
FROM entry
LEFT JOIN noted USING (customer_id, dimension, since)
ORDER BY entry.customer_id, entry.dimension, entry.since
