-- Notes how many answers a segment needs to show a score. $1 tenant, $2 how many, $3 the person who says so.
INSERT INTO score_setting (tenant_id, privacy_floor, person)
VALUES ($1, $2, $3)
ON CONFLICT (tenant_id) DO UPDATE SET privacy_floor = excluded.privacy_floor, person = excluded.person, recorded_at = now()
