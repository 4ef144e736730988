-- Raises an alert for each customer and rule, or counts on the one that is not closed. What is about nobody or about a customer that is not known raises one
-- of the organisation, under the rule with '.unknown' behind: of the nil uuid. Causes that counted before are passed over; one that was about nobody
-- counts again for its customer. $1 tenant; one array element a condition that was met: $2 rules, $3 customer ids (the nil uuid: nobody), $4 causes,
-- $5 whether severe, $6 when.
-- Returns the alerts that are new or have become severe: {alert_id, rule, severity, customer_id, times, occurred_at}.
WITH said AS (
    SELECT DISTINCT ON (about.rule, met.cause_id)
           about.rule, met.cause_id, met.severe, met.occurred_at, about.person
    FROM unnest($2::text[], $3::uuid[], $4::uuid[], $5::boolean[], $6::timestamptz[]) AS met (rule, customer_id, cause_id, severe, occurred_at)
    LEFT JOIN customer AS c ON c.tenant_id = $1 AND c.customer_id = met.customer_id
    CROSS JOIN LATERAL (
        SELECT met.rule || CASE WHEN c.customer_id IS NULL THEN '.unknown' ELSE '' END AS rule,
               coalesce(c.merged_into, c.customer_id, '00000000-0000-0000-0000-000000000000') AS person) AS about
    WHERE NOT EXISTS (
        SELECT FROM alert_cause AS counted
        WHERE counted.tenant_id = $1 AND counted.rule = about.rule AND counted.cause_id = met.cause_id)
    ORDER BY about.rule, met.cause_id
), waiting AS (
    -- A merged customer may bring an alert along: the person's oldest goes on.
    SELECT DISTINCT ON (asked.rule, asked.person) asked.rule, asked.person, alert.customer_id
    FROM (SELECT DISTINCT rule, person FROM said) AS asked
    JOIN customer AS member
        ON member.tenant_id = $1 AND (member.customer_id = asked.person OR member.merged_into = asked.person)
    JOIN alert
        ON alert.tenant_id = $1 AND alert.customer_id = member.customer_id AND alert.rule = asked.rule AND alert.status <> 'CLOSED'
    ORDER BY asked.rule, asked.person, alert.recorded_at, alert.alert_id
), due AS (
    SELECT said.rule, said.person, coalesce(waiting.customer_id, said.person) AS customer_id, count(*) AS times, bool_or(said.severe) AS severe,
           min(said.occurred_at) AS occurred_at
    FROM said
    LEFT JOIN waiting USING (rule, person)
    GROUP BY 1, 2, 3
), raised AS (
    INSERT INTO alert AS a (tenant_id, alert_id, rule, severity, customer_id, times, occurred_at)
    SELECT $1, gen_random_uuid(), rule, CASE WHEN severe THEN 'HIGH' ELSE 'ORDINARY' END, customer_id, times, occurred_at
    FROM due
    ORDER BY customer_id, rule
    ON CONFLICT (tenant_id, customer_id, rule) WHERE status <> 'CLOSED' DO UPDATE SET
        times = a.times + excluded.times,
        severity = CASE WHEN excluded.severity = 'HIGH' THEN 'HIGH' ELSE a.severity END,
        -- Of the row as it is once it is locked: a statement's other reads do not see what another session raised meanwhile.
        high_at_times = CASE WHEN excluded.severity = 'HIGH' AND a.severity <> 'HIGH' THEN a.times + excluded.times ELSE a.high_at_times END,
        repeated_at = now()
    RETURNING a.alert_id, a.rule, a.severity, a.customer_id, a.times, a.occurred_at,
              a.repeated_at IS NULL OR coalesce(a.high_at_times = a.times, false) AS is_news
), counted AS (
    INSERT INTO alert_cause (tenant_id, rule, cause_id, alert_id, occurred_at)
    SELECT $1, said.rule, said.cause_id, raised.alert_id, said.occurred_at
    FROM said
    JOIN due USING (rule, person)
    JOIN raised ON raised.rule = due.rule AND raised.customer_id = due.customer_id
)
SELECT raised.alert_id, raised.rule, raised.severity, raised.customer_id, raised.times, raised.occurred_at
FROM raised
WHERE raised.is_news
ORDER BY raised.alert_id
