-- Gives up what is kept: too much of it moves at once. It is counted anew later. $1 tenant.
UPDATE score_kept SET zone = '', recorded_at = now() WHERE tenant_id = $1
