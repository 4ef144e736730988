-- Takes the themes of texts away before they are looked through anew. $1 tenant, then arrays with one element a text: $2 response ids, $3 questions.
DELETE FROM theme_hit hit
USING unnest($2::uuid[], $3::text[]) AS again (response_id, question)
WHERE hit.tenant_id = $1 AND hit.response_id = again.response_id AND hit.question = again.question
