-- What campaigns sold, by attribution model and currency. $1 to $11 segment of customers, $12 campaigns.
-- LAST_TOUCH credits the campaign that the order itself names (a refund: the one of the order it takes back), FIRST_TOUCH the one that reached the customer.
WITH seen AS (
    SELECT * FROM segment_customer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
), entry AS (
    SELECT coalesce(o.campaign_id, taken_back.campaign_id) AS last_touch, s.campaign_id AS first_touch, o.amount, o.currency, o.refund
    FROM seen s
    JOIN customer_order o ON o.tenant_id = $1 AND o.customer_id = s.customer_id
    LEFT JOIN customer_order taken_back ON taken_back.tenant_id = $1 AND taken_back.order_id = o.refund_of
), credited AS (
    SELECT 'LAST_TOUCH' AS model, last_touch AS campaign_id, amount, currency, refund FROM entry
    UNION ALL
    SELECT 'FIRST_TOUCH', first_touch, amount, currency, refund FROM entry
)
SELECT model, campaign_id, currency, sum(amount) AS amount, count(*) FILTER (WHERE NOT refund) AS deals
FROM credited
WHERE campaign_id = ANY ($12::uuid[])
GROUP BY model, campaign_id, currency
