-- Makes a merged customer one of its own again, together with all that had been merged into it before. $1 tenant, $2 the customer, $3 when it was decided.
-- Returns the ids of those that are that customer from now on, its own among them.
WITH RECURSIVE merge AS (
    SELECT alias.event_id, alias.from_id, alias.into_id
    FROM customer_alias AS alias
    WHERE alias.tenant_id = $1
      AND NOT EXISTS (
          SELECT FROM customer_alias_undone AS undone WHERE undone.tenant_id = $1 AND undone.event_id = alias.event_id)
), member AS (
    SELECT $2::uuid AS id
    UNION
    SELECT merge.from_id FROM merge JOIN member ON merge.into_id = member.id
), noted AS (
    INSERT INTO customer_alias_undone (tenant_id, event_id, occurred_at)
    SELECT $1, event_id, $3 FROM merge WHERE from_id = $2
), parted AS (
    UPDATE customer
    SET merged_into = CASE WHEN customer_id <> $2 THEN $2 END, recorded_at = now()
    FROM member
    WHERE customer.tenant_id = $1 AND customer.customer_id = member.id
)
SELECT id FROM member ORDER BY id
