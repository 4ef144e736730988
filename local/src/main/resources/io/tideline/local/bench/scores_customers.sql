-- Invented customers: 12 markets, 8 languages, 6 sources, 24 campaigns, 12 accounts, 60 agents of 6 teams. 1: tenant   2 and 3: first and last number
INSERT INTO customer (tenant_id, customer_id, external_id, market, language, source, campaign_id, channel_account_id, team_id, agent_id)
SELECT ?, md5('bench customer ' || number)::uuid, 'bench-' || number, 'M' || number % 12, 'l' || number % 8, 's' || abs(hashint8(number) % 6),
       md5('campaign ' || (number % 12) * 2 + (number / 12) % 2)::uuid, md5('account ' || number % 12)::uuid, md5('team ' || number % 60 / 10)::uuid,
       md5('agent ' || number % 60)::uuid
FROM generate_series(?::bigint, ?::bigint) AS given (number)
