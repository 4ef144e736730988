-- Alerts, the latest raised first. $1 tenant, $2 statuses (null: any), $3 and $4 the only agent and team whose customers' alerts the caller sees, or null,
-- $5 and $6 time and id of the alert to go on behind, or null, $7 most rows. Returns alerts with their notes and whose customer it is
-- (nulls: nobody's).
SELECT a.alert_id, a.rule, a.severity, a.status, a.times, a.outcome, a.occurred_at, a.recorded_at, a.repeated_at, a.viewed_at, a.viewed_name, a.taken_at,
       a.taken_name, a.closed_at, a.closed_name, c.customer_id, c.agent_id, c.team_id,
       (SELECT jsonb_agg(jsonb_build_object('at', note.recorded_at, 'by', note.author_name, 'text', note.text) ORDER BY note.recorded_at, note.note_id)
        FROM alert_note AS note
        WHERE note.tenant_id = a.tenant_id AND note.alert_id = a.alert_id) AS notes
FROM alert AS a
LEFT JOIN customer AS subject ON subject.tenant_id = a.tenant_id AND subject.customer_id = a.customer_id
LEFT JOIN customer AS c ON c.tenant_id = a.tenant_id AND c.customer_id = coalesce(subject.merged_into, subject.customer_id)
WHERE a.tenant_id = $1
  AND ($2::text[] IS NULL OR a.status = ANY ($2))
  AND ($3::uuid IS NULL OR c.agent_id = $3)
  AND ($4::uuid IS NULL OR c.team_id = $4)
  AND ($5::timestamptz IS NULL OR (a.recorded_at, a.alert_id) < ($5, $6::uuid))
ORDER BY a.recorded_at DESC, a.alert_id DESC
LIMIT $7
