-- How many cells are kept, once they are. 1: tenant
SELECT count(*) FROM score_kept JOIN score_cell USING (tenant_id, generation) WHERE tenant_id = ?
