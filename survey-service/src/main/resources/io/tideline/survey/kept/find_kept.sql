-- What is kept. $1 tenant.
-- Result: one row {zone: null where nothing is kept, fits: whether its months are those of the organisation, waiting: facts noted and not packed}.
SELECT nullif(kept.zone, '') AS zone, coalesce(kept.zone = coalesce(o.time_zone, 'UTC'), false) AS fits,
       (SELECT coalesce(sum(coalesce(cardinality(n.responses), 0) + coalesce(cardinality(n.kinds), 0)), 0) FROM score_note n WHERE n.tenant_id = $1) AS waiting
FROM (VALUES ($1::text)) AS asked (tenant_id)
LEFT JOIN score_kept kept ON kept.tenant_id = asked.tenant_id
LEFT JOIN organisation o ON o.tenant_id = asked.tenant_id
