-- What was said to follow-ups. $1 tenant, $2 response ids. Result: rows {response_id, question, chosen}.
SELECT response_id, question, chosen FROM response_answer WHERE tenant_id = $1 AND response_id = ANY ($2::uuid[]) ORDER BY response_id, recorded_at, question
