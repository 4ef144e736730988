-- Notes a merge. $1 tenant, $2 event id, $3 the customer that goes, $4 the one that stays, $5 when it was decided.
INSERT INTO customer_alias (tenant_id, event_id, from_id, into_id, occurred_at)
VALUES ($1, $2, $3, $4, $5)
