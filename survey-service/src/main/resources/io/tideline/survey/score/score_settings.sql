-- What an organisation has said of how its days are cut and its scores shown. $1 tenant. One row {time_zone, privacy_floor}, each null where it is not known.
SELECT (SELECT time_zone FROM organisation WHERE tenant_id = $1) AS time_zone,
       (SELECT privacy_floor FROM score_setting WHERE tenant_id = $1) AS privacy_floor
