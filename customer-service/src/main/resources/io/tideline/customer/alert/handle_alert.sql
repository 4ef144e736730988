-- Notes a step of handling an alert; whoever does anything with it has viewed it. $1 tenant, $2 id, $3 status from now on, $4 outcome or null,
-- $5 identity and $6 name of the person.
UPDATE alert
SET status = $3,
    outcome = coalesce($4, outcome),
    viewed_at = coalesce(viewed_at, now()),
    viewed_by = coalesce(viewed_by, $5),
    viewed_name = coalesce(viewed_name, $6),
    taken_at = CASE WHEN $3 = 'TAKEN' THEN now() ELSE taken_at END,
    taken_by = CASE WHEN $3 = 'TAKEN' THEN $5 ELSE taken_by END,
    taken_name = CASE WHEN $3 = 'TAKEN' THEN $6 ELSE taken_name END,
    taken_agent = CASE WHEN $3 = 'TAKEN' THEN
        (SELECT c.agent_id
         FROM customer AS subject
         JOIN customer AS c ON c.tenant_id = subject.tenant_id AND c.customer_id = coalesce(subject.merged_into, subject.customer_id)
         WHERE subject.tenant_id = alert.tenant_id AND subject.customer_id = alert.customer_id)
        ELSE taken_agent END,
    closed_at = CASE WHEN $3 = 'CLOSED' THEN now() END,
    closed_by = CASE WHEN $3 = 'CLOSED' THEN $5::text END,
    closed_name = CASE WHEN $3 = 'CLOSED' THEN $6::text END
WHERE tenant_id = $1
  AND alert_id = $2
