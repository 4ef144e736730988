-- Lets what follows in this transaction wait for locks as statements do elsewhere.
SELECT set_config('lock_timeout', '0', true) AS patience
