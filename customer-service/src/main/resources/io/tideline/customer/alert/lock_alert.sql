-- An alert that somebody handles, locked until the transaction ends. $1 tenant, $2 id, $3 and $4 the only agent and team whose customers' alerts the
-- caller sees, or null.
SELECT a.status, a.severity, a.taken_by, a.taken_by IS NOT NULL AND c.agent_id IS DISTINCT FROM a.taken_agent AS passed_on,
       EXISTS (SELECT FROM alert_note AS note WHERE note.tenant_id = a.tenant_id AND note.alert_id = a.alert_id) AS noted
FROM alert AS a
LEFT JOIN customer AS subject ON subject.tenant_id = a.tenant_id AND subject.customer_id = a.customer_id
LEFT JOIN customer AS c ON c.tenant_id = a.tenant_id AND c.customer_id = coalesce(subject.merged_into, subject.customer_id)
WHERE a.tenant_id = $1
  AND a.alert_id = $2
  AND ($3::uuid IS NULL OR c.agent_id = $3)
  AND ($4::uuid IS NULL OR c.team_id = $4)
FOR UPDATE OF a
