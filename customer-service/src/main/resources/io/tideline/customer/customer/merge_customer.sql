-- Makes one customer, and all that were merged into it, part of another. $1 tenant, $2 the customer that goes, $3 the one that stays.
UPDATE customer
SET merged_into = $3, recorded_at = now()
WHERE tenant_id = $1
  AND (customer_id = $2 OR merged_into = $2)
